/* unk-routine-actions.c: the commands of routines
 *
 * Muscles are picked, from the finder's list or one by one, and become a routine with one command;
 * it is kept, opened and deleted, and a deleted one can be brought back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-actions.h"


#include <glib/gi18n.h>
#include <string.h>

#include "unk-routine-fit.h"

struct _UnkRoutineActions
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  UnkScene *scene;
  UnkKeeper *keeper;
  GArray *picked;      /* UnkChoice */
  UnkRoutine *routine; /* (nullable): the one that is open */
  GArray *left_out;    /* (nullable): UnkLeftOut of it */
  UnkPages *pages;
};

G_DEFINE_FINAL_TYPE (UnkRoutineActions, unk_routine_actions, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_state (UnkRoutineActions *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (self->map, name)), state);
}

static void
set_enabled (UnkRoutineActions *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->map, name)),
                               enabled);
}

static void
refuse (GSimpleAction *action, GVariant *value)
{
  g_autofree char *text = g_variant_print (value, FALSE);

  g_message ("The action “%s” doesn’t understand %s", g_action_get_name (G_ACTION (action)), text);
}

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
  set_state (self, "picked", g_variant_builder_end (&list));
  set_enabled (self, "make-routine", self->picked->len > 0);
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
      refuse (action, value);
      return;
    }
  there = find_picked (self, choice.muscle, choice.side);
  if (there >= 0)
    g_array_remove_index (self->picked, (guint) there);
  else
    g_array_append_val (self->picked, choice);
  tell_picked (self);
}

static void
tell_routine (UnkRoutineActions *self)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; self->routine && i < self->routine->steps->len; i++)
    {
      const UnkRoutineStep *step = g_ptr_array_index (self->routine->steps, i);

      g_variant_builder_add_value (
        &list, g_variant_new_take_string (
                 g_strdup_printf ("%s:%s:%s", step->muscle, unk_side_id (step->side), step->kind)));
    }
  set_state (self, "routine", g_variant_builder_end (&list));
  set_enabled (self, "delete-routine", self->routine && self->routine->id);
  set_enabled (self, "keep-routine", self->routine && !self->routine->id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take_routine (UnkRoutineActions *self, UnkRoutine *routine, GArray *left_out)
{
  g_clear_pointer (&self->routine, unk_routine_free);
  g_clear_pointer (&self->left_out, g_array_unref);
  self->routine = routine;
  self->left_out = left_out;
  tell_routine (self);
}

static void
save_routine (UnkRoutineActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  if (store && self->routine->steps->len && !unk_store_save_routine (store, self->routine, &error))
    g_message ("%s", error->message);
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
  routine = unk_routine_new_from_choices (unk_scene_get_atlas (self->scene), name,
                                          (const UnkChoice *) (gpointer) self->picked->data,
                                          self->picked->len, unk_scene_get_marks (self->scene),
                                          unk_scene_get_answers (self->scene), &left_out);
  take_routine (self, routine, left_out);
  save_routine (self);
  tell_routine (self);
  g_array_set_size (self->picked, 0);
  tell_picked (self);
  unk_pages_open (self->pages, "routine");
}

static void
on_open_routine (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  gint64 id = g_variant_get_int64 (value);
  g_autoptr (GPtrArray) routines = unk_routine_actions_load_routines (self);

  for (guint i = 0; i < routines->len; i++)
    {
      const UnkRoutine *routine = g_ptr_array_index (routines, i);

      if (routine->id != id)
        continue;
      take_routine (self, unk_routine_copy (routine), NULL);
      unk_pages_open (self->pages, "routine");
      return;
    }
  refuse (action, value);
}

static void
on_delete_routine (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED,
                   gpointer data)
{
  UnkRoutineActions *self = data;
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  if (!self->routine)
    return;
  if (store && self->routine->id && !unk_store_delete_routine (store, self->routine->id, &error))
    {
      g_message ("%s", error->message);
      return;
    }
  self->routine->id = 0;
  tell_routine (self);
  unk_pages_open (self->pages, "routines");
}

/* Brings back the routine that was deleted last. */
static void
on_keep_routine (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkRoutineActions *self = data;

  if (!self->routine || self->routine->id)
    return;
  save_routine (self);
  tell_routine (self);
  unk_pages_open (self->pages, "routine");
}

/* A state that is only told: without this, the bus could set it. */
static void
on_told (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED,
         gpointer data G_GNUC_UNUSED)
{
}

static void
unk_routine_actions_finalize (GObject *object)
{
  UnkRoutineActions *self = UNK_ROUTINE_ACTIONS (object);

  g_clear_pointer (&self->routine, unk_routine_free);
  g_clear_pointer (&self->left_out, g_array_unref);
  g_array_unref (self->picked);
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
}

static void
unk_routine_actions_init (UnkRoutineActions *self)
{
  self->picked = g_array_new (FALSE, FALSE, sizeof (UnkChoice));
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
    { "picked", NULL, NULL, "@as []", on_told },
    { "make-routine", on_make_routine, "s" },
    { "open-routine", on_open_routine, "x" },
    { "routine", NULL, NULL, "@as []", on_told },
    { "delete-routine", on_delete_routine },
    { "keep-routine", on_keep_routine },
  };
  UnkRoutineActions *self = g_object_new (UNK_TYPE_ROUTINE_ACTIONS, NULL);

  self->map = map;
  self->scene = g_object_ref (scene);
  self->keeper = g_object_ref (keeper);
  self->pages = g_object_ref (pages);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  set_enabled (self, "make-routine", FALSE);
  set_enabled (self, "delete-routine", FALSE);
  set_enabled (self, "keep-routine", FALSE);
  return self;
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
  return self->routine;
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

/**
 * unk_routine_actions_load_routines:
 * @self: the actions
 *
 * Returns: (transfer full) (element-type UnkRoutine): all that are kept; none where the user's file
 *   can't be read
 */
GPtrArray *
unk_routine_actions_load_routines (UnkRoutineActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;
  GPtrArray *routines = store ? unk_store_load_routines (store, &error) : NULL;

  if (error)
    g_message ("%s", error->message);
  return routines ? routines : g_ptr_array_new ();
}
