/* unk-pain-actions.c: the commands of what hurts
 *
 * Marking, rating and answering: each is an action on the application's map, so that the window,
 * the tests and the session bus do it in the same way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-pain-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "unk-action-map.h"
#define MATCHES_TOLD 10

struct _UnkPainActions
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  UnkScene *scene;
  UnkFinder *finder; /* (nullable): made when it is first needed */
  GThread *maker;    /* (nullable): while the finder is being made */
  GArray *matches;   /* (nullable): not known since something changed */
};

G_DEFINE_FINAL_TYPE (UnkPainActions, unk_pain_actions, G_TYPE_OBJECT)

static UnkMarks *
get_marks (UnkPainActions *self)
{
  return unk_scene_get_marks (self->scene);
}

/* "front-of-shoulder", "front-of-shoulder:left" or "front:250,330:12" */
static void
on_mark (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkPainActions *self = data;
  const char *text = g_variant_get_string (value, NULL), *colon = strrchr (text, ':');
  gboolean sided = colon && (g_str_equal (colon, ":left") || g_str_equal (colon, ":right") ||
                             g_str_equal (colon, ":both"));
  g_autofree char *what = sided ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  g_autoptr (GError) error = NULL;

  if (!unk_marks_add_text (get_marks (self), what, sided ? colon + 1 : NULL, &error))
    {
      g_message ("%s", error->message);
      return;
    }
  unk_scene_set_mode (self->scene, UNK_MODE_PAIN);
}

static void
on_clear (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  unk_marks_clear (get_marks (data));
}

static void
on_tool (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkPainActions *self = data;
  const char *tool = g_variant_get_string (value, NULL);

  if (g_str_equal (tool, "brush") || g_str_equal (tool, "eraser"))
    unk_scene_set_erasing (self->scene, g_str_equal (tool, "eraser"));
  else
    unk_action_refuse (action, value);
}

static void
on_brush (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkPainActions *self = data;
  double radius = g_variant_get_double (value);

  if (radius >= UNK_MARK_RADIUS_MIN && radius <= UNK_MARK_RADIUS_MAX)
    unk_scene_set_brush (self->scene, radius);
  else
    unk_action_refuse (action, value);
}

static void
on_rate_place (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkMarks *marks = get_marks (data);
  const char *id;
  UnkPainKind kind;
  guint place;
  int intensity;

  g_variant_get (value, "(u&si)", &place, &id, &intensity);
  if (place < unk_marks_get_n_places (marks) && unk_pain_kind_parse (id, &kind) && intensity >= 0 &&
      intensity <= UNK_PAIN_INTENSITY_MAX)
    unk_marks_rate_place (marks, place, kind, intensity);
  else
    unk_action_refuse (action, value);
}

static void
on_remove_place (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkMarks *marks = get_marks (data);
  guint place = g_variant_get_uint32 (value);

  if (place < unk_marks_get_n_places (marks))
    unk_marks_remove_place (marks, place);
  else
    unk_action_refuse (action, value);
}

static gboolean
is_asked (UnkAtlas *atlas, UnkAsked asked, const char *id)
{
  switch (asked)
    {
    case UNK_ASKED_CLUE:
      return unk_atlas_find_clue (atlas, id, NULL) != NULL;
    case UNK_ASKED_RED_FLAG:
      return unk_atlas_find_red_flag (atlas, id) != NULL;
    case UNK_ASKED_CONTRAINDICATION:
    default:
      return unk_atlas_find_contraindication (atlas, id) != NULL;
    }
}

/* ("clue", "sitting", "yes") */
static void
on_answer (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkPainActions *self = data;
  const char *about, *id, *text;
  UnkAsked asked;
  UnkAnswer answer;

  g_variant_get (value, "(&s&s&s)", &about, &id, &text);
  if (unk_asked_parse (about, &asked) && unk_answer_parse (text, &answer) &&
      is_asked (unk_scene_get_atlas (self->scene), asked, id))
    unk_answers_set (unk_scene_get_answers (self->scene), asked, id, answer);
  else
    unk_action_refuse (action, value);
}

static GVariant *
say_subject (const char *muscle, UnkSide side)
{
  return g_variant_new_take_string (g_strconcat (muscle, ":", unk_side_id (side), NULL));
}

static GVariant *
list_marks (UnkPainActions *self)
{
  GVariantBuilder list;
  UnkMarks *marks = get_marks (self);

  g_variant_builder_init (&list, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < unk_marks_get_n (marks); i++)
    {
      const UnkMark *mark = unk_marks_get (marks, i);
      UnkDot dot = mark->dots ? g_array_index (mark->dots, UnkDot, 0) : (UnkDot){ 0, 0 };

      if (mark->area)
        g_variant_builder_add_value (&list, say_subject (mark->area->id, mark->side));
      else
        g_variant_builder_add_value (
          &list, g_variant_new_take_string (
                   g_strdup_printf ("%s%s:%d,%d:%d", mark->erases ? "-" : "", mark->view->id,
                                    (int) dot.x, (int) dot.y, (int) mark->radius)));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
list_places (UnkPainActions *self)
{
  GVariantBuilder list;
  UnkMarks *marks = get_marks (self);

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a(ssi)"));
  for (guint i = 0; i < unk_marks_get_n_places (marks); i++)
    {
      const UnkPain *place = unk_marks_get_place (marks, i);
      g_autofree char *name = unk_pain_describe (place, unk_scene_get_atlas (self->scene));

      g_variant_builder_add (&list, "(ssi)", name, unk_pain_kind_id (place->kind),
                             place->intensity);
    }
  return g_variant_builder_end (&list);
}

static GVariant *
list_matches (UnkPainActions *self)
{
  GVariantBuilder list;
  GArray *matches = unk_pain_actions_get_matches (self);

  g_variant_builder_init (&list, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < MIN (matches->len, MATCHES_TOLD); i++)
    {
      const UnkMatch *match = &g_array_index (matches, UnkMatch, i);

      g_variant_builder_add_value (&list, say_subject (match->muscle->id, match->side));
    }
  return g_variant_builder_end (&list);
}

static void
add_answer (UnkAsked asked, const char *id, UnkAnswer answer, const char *where G_GNUC_UNUSED,
            gpointer list)
{
  g_variant_builder_add_value (
    list, g_variant_new_take_string (
            g_strdup_printf ("%s:%s=%s", unk_asked_id (asked), id, unk_answer_id (answer))));
}

static void
tell_answers (UnkPainActions *self)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE_STRING_ARRAY);
  unk_answers_foreach (unk_scene_get_answers (self->scene), add_answer, &list);
  unk_action_map_set_state (self->map, "answers", g_variant_builder_end (&list));
}

static void
tell_marks (UnkPainActions *self)
{
  UnkMarks *marks = get_marks (self);

  unk_action_map_set_state (self->map, "marks", list_marks (self));
  unk_action_map_set_state (self->map, "places", list_places (self));
  unk_action_map_set_enabled (self->map, "clear-marks", unk_marks_get_n_places (marks) > 0);
}

static gpointer
make_finder (gpointer data)
{
  g_autoptr (UnkAtlas) atlas = data;

  return unk_finder_new (atlas);
}

/* Making it goes through all zones: that is begun when something is going to be marked. */
static void
begin_finder (UnkPainActions *self)
{
  if (!self->finder && !self->maker)
    self->maker =
      g_thread_new ("finder", make_finder, unk_atlas_ref (unk_scene_get_atlas (self->scene)));
}

static UnkFinder *
get_finder (UnkPainActions *self)
{
  begin_finder (self);
  if (self->maker)
    self->finder = g_thread_join (g_steal_pointer (&self->maker));
  return self->finder;
}

static void
on_scene_changed (UnkPainActions *self, guint what)
{
  if (what & (UNK_CHANGE_MARKS | UNK_CHANGE_ANSWERS))
    g_clear_pointer (&self->matches, g_array_unref);
  if (what & UNK_CHANGE_MODE && unk_scene_get_mode (self->scene) == UNK_MODE_PAIN)
    begin_finder (self);
  if (what & UNK_CHANGE_MARKS)
    tell_marks (self);
  if (what & UNK_CHANGE_ANSWERS)
    tell_answers (self);
  if (what & (UNK_CHANGE_MARKS | UNK_CHANGE_ANSWERS))
    unk_action_map_set_state (self->map, "matches", list_matches (self));
  if (what & UNK_CHANGE_TOOL)
    {
      unk_action_map_set_state (
        self->map, "tool",
        g_variant_new_string (unk_scene_get_erasing (self->scene) ? "eraser" : "brush"));
      unk_action_map_set_state (self->map, "brush",
                                g_variant_new_double (unk_scene_get_brush (self->scene)));
    }
}

static void
unk_pain_actions_finalize (GObject *object)
{
  UnkPainActions *self = UNK_PAIN_ACTIONS (object);

  g_clear_pointer (&self->matches, g_array_unref);
  if (self->maker)
    g_object_unref (g_thread_join (self->maker));
  g_clear_object (&self->finder);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_pain_actions_parent_class)->finalize (object);
}

static void
unk_pain_actions_class_init (UnkPainActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_pain_actions_finalize;
}

static void
unk_pain_actions_init (UnkPainActions *self G_GNUC_UNUSED)
{
}

/**
 * unk_pain_actions_new:
 * @map: where the actions are added; it outlives them
 * @scene: what they act upon
 *
 * Returns: (transfer full): the actions
 */
UnkPainActions *
unk_pain_actions_new (GActionMap *map, UnkScene *scene)
{
  static const GActionEntry entries[] = {
    { "mark", on_mark, "s" },
    { "marks", NULL, NULL, "@as []", unk_action_told },
    { "places", NULL, NULL, "@a(ssi) []", unk_action_told },
    { "matches", NULL, NULL, "@as []", unk_action_told },
    { "clear-marks", on_clear },
    { "tool", on_tool, "s", "'brush'", on_tool },
    { "brush", on_brush, "d", "12.0", on_brush },
    { "rate-place", on_rate_place, "(usi)" },
    { "remove-place", on_remove_place, "u" },
    { "answer", on_answer, "(sss)" },
    { "answers", NULL, NULL, "@as []", unk_action_told },
  };
  UnkPainActions *self = g_object_new (UNK_TYPE_PAIN_ACTIONS, NULL);

  self->map = map;
  self->scene = g_object_ref (scene);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  tell_marks (self);
  return self;
}

/**
 * unk_pain_actions_get_matches:
 * @self: the actions
 *
 * Returns: (element-type UnkMatch): the finder's answer to marks and clues, until they change
 */
GArray *
unk_pain_actions_get_matches (UnkPainActions *self)
{
  if (!self->matches && !unk_marks_get_n_places (get_marks (self)))
    self->matches = g_array_new (FALSE, TRUE, sizeof (UnkMatch));
  if (!self->matches)
    self->matches = unk_finder_find_with_clues (get_finder (self), get_marks (self),
                                                unk_scene_get_answers (self->scene));
  return self->matches;
}

/**
 * unk_pain_actions_find_together:
 * @self: the actions
 *
 * Returns: a few of the matches that together explain what is marked
 */
UnkTogether
unk_pain_actions_find_together (UnkPainActions *self)
{
  GArray *matches = unk_pain_actions_get_matches (self);

  if (!matches->len)
    return (UnkTogether){ 0 };
  return unk_finder_find_together (get_finder (self), get_marks (self), matches);
}
