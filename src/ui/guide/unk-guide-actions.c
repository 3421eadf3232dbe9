/* unk-guide-actions.c: the guide's commands
 *
 * "guide" opens the page that its target names, the list for "", and closes the guide for "closed";
 * its state says which of them holds. "help" opens the list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-actions.h"

#define CLOSED "closed"

typedef struct
{
  GtkApplication *application; /* owns the actions, and so us */
  UnkGuideTrail *trail;
  UnkAtlas *atlas;
} Guide;

static void
free_guide (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Guide *guide = data;

  g_object_unref (guide->trail);
  unk_atlas_unref (guide->atlas);
  g_free (guide);
}

static void
on_guide (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  Guide *guide = data;
  const char *id = g_variant_get_string (value, NULL);
  const UnkGuidePage *page = unk_atlas_find_guide_page (guide->atlas, id);

  if (g_str_equal (id, CLOSED))
    unk_guide_trail_close (guide->trail);
  else if (page || !*id)
    unk_guide_trail_show (guide->trail, page);
  else
    g_message ("The action “guide” doesn’t understand “%s”", id);
}

static void
on_help (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  Guide *guide = data;

  unk_guide_trail_show (guide->trail, NULL);
}

static void
on_changed (Guide *guide)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (guide->application), "guide");
  const UnkGuidePage *page = unk_guide_trail_get_page (guide->trail);
  const char *id = page ? page->id : "";

  g_simple_action_set_state (
    G_SIMPLE_ACTION (action),
    g_variant_new_string (unk_guide_trail_is_open (guide->trail) ? id : CLOSED));
}

/**
 * unk_guide_actions_add:
 * @application: where the actions are added
 * @scene: what else is looked at
 *
 * Returns: (transfer full): the guide that they open
 */
UnkGuideTrail *
unk_guide_actions_add (GtkApplication *application, UnkScene *scene)
{
  static const GActionEntry entries[] = {
    { "guide", on_guide, "s", "'" CLOSED "'", on_guide },
    { "help", on_help },
  };
  Guide *guide = g_new0 (Guide, 1);
  UnkGuideTrail *trail = unk_guide_trail_new (scene);

  guide->application = application;
  guide->trail = g_object_ref (trail);
  guide->atlas = unk_atlas_ref (unk_scene_get_atlas (scene));
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   guide);
  g_signal_connect_data (trail, "changed", G_CALLBACK (on_changed), guide, free_guide,
                         G_CONNECT_SWAPPED);
  gtk_application_set_accels_for_action (application, "app.help",
                                         (const char *const[]){ "F1", NULL });
  return trail;
}
