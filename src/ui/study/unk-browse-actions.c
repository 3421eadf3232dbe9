/* unk-browse-actions.c: the commands of study mode, and of notes
 *
 * Which list is open and what of it is shown, steps through it, comparing, stars and notes: each is
 * an action on the application's map, and its state tells what is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-browse-actions.h"
#include "unk-action-map.h"

#include <string.h>

#include "unk-compare.h"

#define REFERS "refers/"

struct _UnkBrowseActions
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  UnkScene *scene;
  UnkPages *pages;
  const char *chosen; /* (nullable): the muscle when the scene last changed */
};

G_DEFINE_FINAL_TYPE (UnkBrowseActions, unk_browse_actions, G_TYPE_OBJECT)

static GSimpleAction *
find_action (UnkBrowseActions *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (self->map, name));
}

static UnkLook *
get_look (UnkBrowseActions *self)
{
  return unk_scene_get_look (self->scene);
}

static UnkAtlas *
get_atlas (UnkBrowseActions *self)
{
  return unk_scene_get_atlas (self->scene);
}

static void
on_shelf (GSimpleAction *action, GVariant *value, gpointer data)
{
  if (!unk_look_set_shelf (get_look (data), g_variant_get_string (value, NULL)))
    unk_action_refuse (action, value);
}

static void
on_region_zones (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkBrowseActions *self = data;
  const UnkListing *zones;
  const UnkView *view = unk_scene_get_view (self->scene);

  if (!unk_look_set_zones (get_look (self), g_variant_get_string (value, NULL)))
    {
      unk_action_refuse (action, value);
      return;
    }
  zones = unk_look_get_zones (get_look (self));
  if (zones)
    unk_scene_set_view (self->scene,
                        unk_listing_find_view (
                          zones, get_atlas (self), view,
                          view->mirrored ? unk_scene_get_chosen (self->scene).side : view->facing));
}

/* "" closes the list again. */
static void
on_refers_here (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkBrowseActions *self = data;
  const char *id = g_variant_get_string (value, NULL);
  g_autofree char *shelf = g_strconcat (REFERS, id, NULL);

  if (!*id && g_str_has_prefix (unk_look_get_shelf (get_look (self)), REFERS))
    unk_look_set_shelf (get_look (self), unk_shelf_id (UNK_SHELF_REGION));
  else if (*id && !unk_atlas_find_area (get_atlas (self), id, NULL))
    unk_action_refuse (action, value);
  else if (*id)
    {
      unk_scene_set_mode (self->scene, UNK_MODE_STUDY);
      unk_scene_choose (self->scene, NULL, UNK_SIDE_RIGHT);
      unk_look_set_shelf (get_look (self), shelf);
    }
}

static void
on_labels (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  unk_look_set_labels (get_look (data), !unk_look_get_labels (get_look (data)));
}

static void
on_set_labels (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  unk_look_set_labels (get_look (data), g_variant_get_boolean (value));
}

static void
on_isolate (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  unk_look_set_isolated (get_look (data), !unk_look_get_isolated (get_look (data)));
}

static void
on_set_isolate (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  unk_look_set_isolated (get_look (data), g_variant_get_boolean (value));
}

static void
on_pick_area (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  unk_look_set_asking (get_look (data), !unk_look_get_asking (get_look (data)));
}

static void
on_set_pick_area (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  unk_look_set_asking (get_look (data), g_variant_get_boolean (value));
}

static void
step (UnkBrowseActions *self, int by)
{
  const UnkMuscle *next =
    unk_listing_step (unk_look_get_walk (get_look (self)), unk_scene_get_muscle (self->scene), by);

  if (next)
    unk_scene_show (self->scene, next, unk_scene_get_chosen (self->scene).side);
}

static void
on_next (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  step (data, 1);
}

static void
on_previous (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  step (data, -1);
}

/* The chosen muscle with another; "" ends it. */
static void
on_compare (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkBrowseActions *self = data;
  const char *id = g_variant_get_string (value, NULL);
  const UnkMuscle *first = unk_scene_get_muscle (self->scene);
  const UnkMuscle *second = *id ? unk_atlas_find_muscle (get_atlas (self), id, NULL) : NULL;

  if (*id && (!first || !second || first == second))
    {
      unk_action_refuse (action, value);
      return;
    }
  if (second)
    {
      unk_scene_set_view (self->scene,
                          unk_compare_find_view (get_atlas (self), first, second,
                                                 unk_scene_get_view (self->scene),
                                                 unk_scene_get_chosen (self->scene).side));
      unk_scene_choose_point (self->scene, NULL);
    }
  unk_look_set_compared (get_look (self), second);
  if (second)
    unk_pages_open (self->pages, "compare");
}

static void
on_favorite (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkBrowseActions *self = data;
  UnkNotes *notes = unk_scene_get_notes (self->scene);
  const char *id = g_variant_get_string (value, NULL);

  if (unk_atlas_find_muscle (get_atlas (self), id, NULL))
    unk_notes_set_favorite (notes, id, !unk_notes_is_favorite (notes, id));
  else
    unk_action_refuse (action, value);
}

static void
on_note (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkBrowseActions *self = data;
  const char *id, *text;

  g_variant_get (value, "(&s&s)", &id, &text);
  if (unk_atlas_find_muscle (get_atlas (self), id, NULL))
    unk_notes_set_note (unk_scene_get_notes (self->scene), id, text);
  else
    unk_action_refuse (action, value);
}

static void
on_undo_note (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  unk_notes_undo (unk_scene_get_notes (((UnkBrowseActions *) data)->scene));
}

static void
tell_look (UnkBrowseActions *self)
{
  UnkLook *look = get_look (self);
  const UnkListing *zones = unk_look_get_zones (look);
  const UnkMuscle *compared = unk_look_get_compared (look);
  const char *shelf = unk_look_get_shelf (look);

  unk_action_map_set_state (self->map, "shelf", g_variant_new_string (shelf));
  unk_action_map_set_state (self->map, "region-zones",
                            g_variant_new_string (zones ? zones->id : ""));
  unk_action_map_set_state (self->map, "compare",
                            g_variant_new_string (compared ? compared->id : ""));
  unk_action_map_set_state (
    self->map, "refers-here",
    g_variant_new_string (g_str_has_prefix (shelf, REFERS) ? shelf + strlen (REFERS) : ""));
  unk_action_map_set_state (self->map, "labels",
                            g_variant_new_boolean (unk_look_get_labels (look)));
  unk_action_map_set_state (self->map, "isolate",
                            g_variant_new_boolean (unk_look_get_isolated (look)));
  unk_action_map_set_state (self->map, "pick-area",
                            g_variant_new_boolean (unk_look_get_asking (look)));
}

/* All that the mode and the choice allow. */
static void
update_enabled (UnkBrowseActions *self)
{
  gboolean study = unk_scene_get_mode (self->scene) == UNK_MODE_STUDY;

  g_simple_action_set_enabled (find_action (self, "study-next"), study);
  g_simple_action_set_enabled (find_action (self, "study-previous"), study);
  g_simple_action_set_enabled (find_action (self, "undo-note"),
                               unk_notes_can_undo (unk_scene_get_notes (self->scene)));
}

static void
leave_comparison (UnkBrowseActions *self)
{
  if (g_str_equal (unk_pages_get_open (self->pages), "compare"))
    unk_pages_open (self->pages, "");
}

static void
on_scene_changed (UnkBrowseActions *self, guint what)
{
  const char *chosen = unk_scene_get_chosen (self->scene).id;

  if (what & (UNK_CHANGE_CHOICE | UNK_CHANGE_MODE) && g_strcmp0 (chosen, self->chosen) != 0)
    {
      self->chosen = chosen;
      if (!chosen)
        leave_comparison (self);
      unk_look_set_compared (get_look (self), NULL);
    }
  if (what & UNK_CHANGE_LOOK)
    tell_look (self);
  if (what & UNK_CHANGE_MODE)
    update_enabled (self);
}

static void
on_pages_changed (UnkBrowseActions *self)
{
  if (!g_str_equal (unk_pages_get_open (self->pages), "compare"))
    unk_look_set_compared (get_look (self), NULL);
}

static void
add_note (const char *muscle, gboolean favorite, const char *note, gpointer data)
{
  GVariantBuilder *lists = data;

  if (favorite)
    g_variant_builder_add (&lists[0], "s", muscle);
  if (*note)
    g_variant_builder_add (&lists[1], "{ss}", muscle, note);
}

static void
tell_notes (UnkBrowseActions *self)
{
  GVariantBuilder lists[2];

  g_variant_builder_init (&lists[0], G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&lists[1], G_VARIANT_TYPE ("a{ss}"));
  unk_notes_foreach (unk_scene_get_notes (self->scene), add_note, lists);
  unk_action_map_set_state (self->map, "favorites", g_variant_builder_end (&lists[0]));
  unk_action_map_set_state (self->map, "notes", g_variant_builder_end (&lists[1]));
  update_enabled (self);
}

static void
unk_browse_actions_finalize (GObject *object)
{
  UnkBrowseActions *self = UNK_BROWSE_ACTIONS (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (unk_browse_actions_parent_class)->finalize (object);
}

static void
unk_browse_actions_class_init (UnkBrowseActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_browse_actions_finalize;
}

static void
unk_browse_actions_init (UnkBrowseActions *self G_GNUC_UNUSED)
{
}

/**
 * unk_browse_actions_new:
 * @map: where the actions are added; it outlives them
 * @scene: what they act upon
 * @pages: where a comparison is shown
 *
 * Returns: (transfer full): the actions
 */
UnkBrowseActions *
unk_browse_actions_new (GActionMap *map, UnkScene *scene, UnkPages *pages)
{
  static const GActionEntry entries[] = {
    { "shelf", on_shelf, "s", "''", on_shelf },
    { "region-zones", on_region_zones, "s", "''", on_region_zones },
    { "refers-here", on_refers_here, "s", "''", on_refers_here },
    { "compare", on_compare, "s", "''", on_compare },
    { "labels", on_labels, NULL, "false", on_set_labels },
    { "isolate", on_isolate, NULL, "false", on_set_isolate },
    { "pick-area", on_pick_area, NULL, "false", on_set_pick_area },
    { "study-next", on_next },
    { "study-previous", on_previous },
    { "favorite", on_favorite, "s" },
    { "favorites", NULL, NULL, "@as []", unk_action_told },
    { "note", on_note, "(ss)" },
    { "notes", NULL, NULL, "@a{ss} {}", unk_action_told },
    { "undo-note", on_undo_note },
  };
  UnkBrowseActions *self = g_object_new (UNK_TYPE_BROWSE_ACTIONS, NULL);

  self->map = map;
  self->scene = g_object_ref (scene);
  self->pages = g_object_ref (pages);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "changed", G_CALLBACK (on_pages_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_scene_get_notes (scene), "changed", G_CALLBACK (tell_notes), self,
                           G_CONNECT_SWAPPED);
  tell_look (self);
  update_enabled (self);
  return self;
}
