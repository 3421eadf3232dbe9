/* unk-routine-actions.c: the commands of routines
 *
 * Muscles are picked, from the finder's list or one by one, and become a routine with one command;
 * it is kept, opened and deleted, and a deleted one can be brought back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-actions-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "unk-action-map.h"
#include "unk-guide.h"

G_DEFINE_FINAL_TYPE (UnkRoutineActions, unk_routine_actions, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DELETED,
  SIGNAL_STEP_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GVariant *
say_subject (const char *muscle, UnkSide side)
{
  return g_variant_new_take_string (g_strconcat (muscle, ":", unk_side_id (side), NULL));
}

static int
find_picked (UnkRoutineActions *self, const UnkMuscle *muscle, UnkSide side)
{
  for (guint i = 0; i < self->picked->len; i++)
    {
      const UnkChoice *choice = &g_array_index (self->picked, UnkChoice, i);

      if (choice->muscle == muscle && choice->side == side)
        return (int) i;
    }
  return -1;
}

static void
tell_picked (UnkRoutineActions *self)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < self->picked->len; i++)
    {
      const UnkChoice *choice = &g_array_index (self->picked, UnkChoice, i);

      g_variant_builder_add_value (&list, say_subject (choice->muscle->id, choice->side));
    }
  unk_action_map_set_state (self->map, "picked", g_variant_builder_end (&list));
  unk_action_map_set_enabled (self->map, "make-routine", self->picked->len > 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_pick (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  const char *text = g_variant_get_string (value, NULL), *colon = strchr (text, ':');
  g_autofree char *id = colon ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  UnkChoice choice = { unk_atlas_find_muscle (unk_scene_get_atlas (self->scene), id, NULL),
                       UNK_SIDE_RIGHT };
  int there;

  if (!choice.muscle || (colon && !unk_side_parse (colon + 1, &choice.side)))
    {
      unk_action_refuse (action, value);
      return;
    }
  there = find_picked (self, choice.muscle, choice.side);
  if (there >= 0)
    g_array_remove_index (self->picked, (guint) there);
  else
    g_array_append_val (self->picked, choice);
  tell_picked (self);
}

static UnkAtlas *
get_atlas (UnkRoutineActions *self)
{
  return unk_scene_get_atlas (self->scene);
}

/* A step has moved, and the focus goes with it. */
void
unk_routine_actions_announce_move (UnkRoutineActions *self, guint to)
{
  g_signal_emit (self, signals[SIGNAL_STEP_MOVED], 0, to);
}

/* Named after the muscle that comes first. */
static char *
make_name (UnkRoutineActions *self, const char *wanted)
{
  const UnkChoice *first = &g_array_index (self->picked, UnkChoice, 0);
  const char *name = unk_text (first->muscle->name);
  guint more = self->picked->len - 1;

  if (*wanted)
    return g_strdup (wanted);
  if (!more)
    return g_strdup (name);
  /* Translators: the name of a routine: a muscle, and how many others */
  return g_strdup_printf (ngettext ("%s and %u other", "%s and %u others", more), name, more);
}

/* A routine that was not there before is opened. */
static void
begin_routine (UnkRoutineActions *self, UnkRoutine *routine, GArray *left_out)
{
  self->step = -1;
  unk_routine_edit_make (self->edit, routine);
  unk_routine_actions_open_step (self, -1);
  unk_routine_actions_take (self, left_out);
  unk_pages_open (self->pages, "routine");
}

static void
on_make_routine (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  g_autofree char *name = NULL;
  GArray *left_out = NULL;
  UnkRoutine *routine;

  if (!self->picked->len)
    return;
  name = make_name (self, g_variant_get_string (value, NULL));
  routine = unk_routine_fit (
    get_atlas (self), name, (const UnkChoice *) (gpointer) self->picked->data, self->picked->len,
    (UnkLimits){ .tools = unk_routine_actions_get_known_tools (self) },
    unk_scene_get_marks (self->scene), unk_scene_get_answers (self->scene), &left_out);
  g_array_set_size (self->picked, 0);
  tell_picked (self);
  begin_routine (self, routine, left_out);
}

static void
on_new_routine (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  const char *name = g_variant_get_string (value, NULL);

  begin_routine (data, unk_routine_new (*name ? name : _ ("New Routine")), NULL);
}

static void
on_routine_from (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  GArray *left_out = NULL;
  UnkRoutine *routine = unk_routine_new_from_starter (
    get_atlas (self), g_variant_get_string (value, NULL), unk_scene_get_marks (self->scene),
    unk_scene_get_answers (self->scene), unk_routine_actions_get_known_tools (self), &left_out);

  if (routine)
    begin_routine (self, routine, left_out);
  else
    unk_action_refuse (action, value);
}

static UnkRoutine *
find_kept (UnkRoutineActions *self, gint64 id)
{
  g_autoptr (GPtrArray) routines = unk_routine_actions_load_routines (self);

  for (guint i = 0; i < routines->len; i++)
    {
      const UnkRoutine *routine = g_ptr_array_index (routines, i);

      if (routine->id == id)
        return unk_routine_copy (routine);
    }
  return NULL;
}

static gboolean
open_kept (UnkRoutineActions *self, GSimpleAction *action, GVariant *value)
{
  UnkRoutine *routine = find_kept (self, g_variant_get_int64 (value));

  if (!routine)
    {
      unk_action_refuse (action, value);
      return FALSE;
    }
  unk_routine_edit_open (self->edit, routine);
  unk_routine_actions_open_step (self, -1);
  unk_routine_actions_set_left_out (self, NULL);
  g_clear_pointer (&self->fit_from, g_array_unref);
  return TRUE;
}

static void
on_open_routine (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;

  if (!open_kept (self, action, value))
    return;
  unk_routine_actions_tell (self);
  unk_pages_open (self->pages, "routine");
}

static void
on_copy_routine (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  UnkRoutine *routine = find_kept (self, g_variant_get_int64 (value));
  g_autofree char *name = NULL;

  if (!routine)
    {
      unk_action_refuse (action, value);
      return;
    }
  /* Translators: the name of a routine that was duplicated */
  name = g_strdup_printf (_ ("%s (Copy)"), routine->name);
  g_free (routine->name);
  routine->name = g_steal_pointer (&name);
  routine->id = 0;
  /* Nobody asked to be reminded twice. */
  routine->reminder = -1;
  begin_routine (self, routine, NULL);
}

/* The deleted one is held, so that the notice's button brings it back whatever else was done. */
static void
delete_open (UnkRoutineActions *self)
{
  const UnkRoutine *routine = unk_routine_edit_get_routine (self->edit);

  if (!routine)
    return;
  unk_routine_free (self->deleted);
  self->deleted = unk_routine_copy (routine);
  unk_routine_edit_delete (self->edit);
  unk_routine_actions_take (self, NULL);
  unk_pages_open (self->pages, "routines");
  g_signal_emit (self, signals[SIGNAL_DELETED], 0, self->deleted->name);
}

static void
on_delete_routine (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED,
                   gpointer data)
{
  delete_open (data);
}

static void
on_remove_routine (GSimpleAction *action, GVariant *value, gpointer data)
{
  if (open_kept (data, action, value))
    delete_open (data);
}

/* Brings back the routine that was deleted last. */
static void
on_keep_routine (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkRoutineActions *self = data;

  if (self->deleted)
    begin_routine (self, g_steal_pointer (&self->deleted), NULL);
}

static void
on_rename_routine (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;

  if (unk_routine_edit_rename (self->edit, g_variant_get_string (value, NULL)))
    unk_routine_actions_take (self, g_steal_pointer (&self->left_out));
}

static void
unk_routine_actions_finalize (GObject *object)
{
  UnkRoutineActions *self = UNK_ROUTINE_ACTIONS (object);

  g_clear_pointer (&self->deleted, unk_routine_free);
  g_clear_pointer (&self->left_out, g_array_unref);
  g_clear_pointer (&self->fit_from, g_array_unref);
  g_clear_pointer (&self->tools, g_strfreev);
  g_array_unref (self->picked);
  g_clear_object (&self->edit);
  g_clear_object (&self->keeper);
  g_clear_object (&self->scene);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (unk_routine_actions_parent_class)->finalize (object);
}

static void
unk_routine_actions_class_init (UnkRoutineActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_routine_actions_finalize;

  /**
   * UnkRoutineActions::changed:
   * What is picked, or the routine that is open, has changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_ROUTINE_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnkRoutineActions::deleted:
   * @self: the actions
   * @name: what it was called
   *
   * A routine was deleted; the action "keep-routine" brings it back.
   */
  signals[SIGNAL_DELETED] = g_signal_new ("deleted", UNK_TYPE_ROUTINE_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * UnkRoutineActions::step-moved:
   * @self: the actions
   * @to: the number that it has now
   *
   * A step stands in another place.
   */
  signals[SIGNAL_STEP_MOVED] =
    g_signal_new ("step-moved", UNK_TYPE_ROUTINE_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
unk_routine_actions_init (UnkRoutineActions *self)
{
  self->picked = g_array_new (FALSE, FALSE, sizeof (UnkChoice));
  self->minutes = 10;
  self->step = -1;
}

/**
 * unk_routine_actions_new:
 * @map: where the actions are added; it outlives them
 * @scene: what they act upon
 * @keeper: where routines are kept
 * @pages: where a routine is shown
 *
 * Returns: (transfer full): the actions
 */
UnkRoutineActions *
unk_routine_actions_new (GActionMap *map, UnkScene *scene, UnkKeeper *keeper, UnkPages *pages)
{
  static const GActionEntry entries[] = {
    { "pick", on_pick, "s" },
    { "picked", NULL, NULL, "@as []", unk_action_told },
    { "make-routine", on_make_routine, "s" },
    { "open-routine", on_open_routine, "x" },
    { "routine", NULL, NULL, "@as []", unk_action_told },
    { "delete-routine", on_delete_routine },
    { "keep-routine", on_keep_routine },
    { "remove-routine", on_remove_routine, "x" },
    { "copy-routine", on_copy_routine, "x" },
    { "new-routine", on_new_routine, "s" },
    { "routine-from", on_routine_from, "s" },
    { "rename-routine", on_rename_routine, "s", "''", on_rename_routine },
    { "routine-steps", NULL, NULL, "@a(sssisii) []", unk_action_told },
    { "routine-seconds", NULL, NULL, "@u 0", unk_action_told },
    { "kept-routines", NULL, NULL, "@a(xsu) []", unk_action_told },
  };
  UnkRoutineActions *self = g_object_new (UNK_TYPE_ROUTINE_ACTIONS, NULL);

  self->map = map;
  self->scene = g_object_ref (scene);
  self->keeper = g_object_ref (keeper);
  self->pages = g_object_ref (pages);
  self->edit = unk_routine_edit_new (get_atlas (self));
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  unk_routine_actions_add_steps (self);
  unk_routine_actions_add_fit (self);
  unk_action_map_set_enabled (self->map, "make-routine", FALSE);
  unk_action_map_set_enabled (self->map, "delete-routine", FALSE);
  unk_action_map_set_enabled (self->map, "fit-routine", FALSE);
  unk_action_map_set_enabled (self->map, "keep-routine", FALSE);
  return self;
}

/**
 * unk_routine_actions_bring_in:
 * @self: the actions
 * @routines: (element-type UnkRoutine): routines that were never kept; they are copied
 *
 * Keeps them all and opens the first; each is a step that can be taken back.
 *
 * Returns: whether they could be kept
 */
gboolean
unk_routine_actions_bring_in (UnkRoutineActions *self, GPtrArray *routines)
{
  for (guint i = routines->len; i-- > 0;)
    begin_routine (self, unk_routine_copy (g_ptr_array_index (routines, i)), NULL);
  return routines->len && unk_routine_actions_get_routine (self)->id;
}

/**
 * unk_routine_actions_set_times:
 * @self: the actions
 * @days: on which to do the open routine: bits, Monday is 1
 * @reminder: minutes after midnight, or -1 for none
 *
 * Returns: whether they are others now
 */
gboolean
unk_routine_actions_set_times (UnkRoutineActions *self, guint days, int reminder)
{
  gboolean changed = unk_routine_edit_set_times (self->edit, days, reminder);

  if (changed)
    unk_routine_actions_take (self, g_steal_pointer (&self->left_out));
  return changed;
}

/**
 * unk_routine_actions_is_picked:
 * @self: the actions
 * @muscle: a muscle
 * @side: its side
 *
 * Returns: whether it goes into the next routine
 */
gboolean
unk_routine_actions_is_picked (UnkRoutineActions *self, const UnkMuscle *muscle, UnkSide side)
{
  return find_picked (self, muscle, side) >= 0;
}

/**
 * unk_routine_actions_get_n_picked:
 * @self: the actions
 *
 * Returns: how many muscles go into the next routine
 */
guint
unk_routine_actions_get_n_picked (UnkRoutineActions *self)
{
  return self->picked->len;
}

/**
 * unk_routine_actions_get_routine:
 * @self: the actions
 *
 * Returns: (nullable): the routine that is open
 */
const UnkRoutine *
unk_routine_actions_get_routine (UnkRoutineActions *self)
{
  return unk_routine_edit_get_routine (self->edit);
}

/**
 * unk_routine_actions_get_left_out:
 * @self: the actions
 *
 * Returns: (nullable) (element-type UnkLeftOut): what got no step when the open routine was made
 */
GArray *
unk_routine_actions_get_left_out (UnkRoutineActions *self)
{
  return self->left_out;
}
