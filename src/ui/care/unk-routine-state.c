/* unk-routine-state.c: how the open routine stands: kept, told, taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-action-map.h"
#include "unk-routine-actions-private.h"

static GVariant *
list_kinds (const UnkRoutine *routine)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; routine && i < routine->steps->len; i++)
    {
      const UnkRoutineStep *step = g_ptr_array_index (routine->steps, i);

      g_variant_builder_add_value (
        &list, g_variant_new_take_string (
                 g_strdup_printf ("%s:%s:%s", step->muscle, unk_side_id (step->side), step->kind)));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
list_steps (const UnkRoutine *routine)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a(sssisii)"));
  for (guint i = 0; routine && i < routine->steps->len; i++)
    {
      const UnkRoutineStep *step = g_ptr_array_index (routine->steps, i);

      g_variant_builder_add (&list, "(sssisii)", step->muscle, unk_side_id (step->side), step->kind,
                             step->variant, step->tool, step->seconds, step->repetitions);
    }
  return g_variant_builder_end (&list);
}

/* Tells on the bus and to the pages how the open routine stands. */
void
unk_routine_actions_tell (UnkRoutineActions *self)
{
  const UnkRoutine *routine = unk_routine_edit_get_routine (self->edit);
  int n = routine ? (int) routine->steps->len : 0;

  unk_action_map_set_state (self->map, "routine", list_kinds (routine));
  unk_action_map_set_state (self->map, "routine-steps", list_steps (routine));
  unk_action_map_set_state (self->map, "rename-routine",
                            g_variant_new_string (routine ? routine->name : ""));
  unk_action_map_set_state (
    self->map, "routine-seconds",
    g_variant_new_uint32 (routine ? unk_routine_count_seconds (routine) : 0));
  if (self->step >= n)
    unk_routine_actions_open_step (self, -1);
  unk_action_map_set_enabled (self->map, "delete-routine", routine != NULL);
  unk_action_map_set_enabled (self->map, "fit-routine", n > 0);
  unk_action_map_set_enabled (self->map, "keep-routine", self->deleted != NULL);
  g_signal_emit_by_name (self, "changed");
}

/* Tells on the bus which routines are kept; asked for by the page that lists them. */
void
unk_routine_actions_tell_kept (UnkRoutineActions *self)
{
  g_autoptr (GPtrArray) routines = unk_routine_actions_load_routines (self);
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a(xsu)"));
  for (guint i = 0; i < routines->len; i++)
    {
      const UnkRoutine *routine = g_ptr_array_index (routines, i);

      g_variant_builder_add (&list, "(xsu)", routine->id, routine->name,
                             unk_routine_count_seconds (routine));
    }
  unk_action_map_set_state (self->map, "kept-routines", g_variant_builder_end (&list));
}

/* What got no step, and why; it is taken over. */
void
unk_routine_actions_set_left_out (UnkRoutineActions *self, GArray *left_out)
{
  g_clear_pointer (&self->left_out, g_array_unref);
  self->left_out = left_out;
}

/* Keeps the routine as it stands after a change, or takes the one out of the file that has gone. */
static void
keep (UnkRoutineActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  const UnkRoutine *routine = unk_routine_edit_get_routine (self->edit);
  gint64 gone = unk_routine_edit_get_gone (self->edit);
  g_autoptr (GError) error = NULL;

  /* One of which nothing is for oneself to do is shown with its reasons, and not kept. */
  if (routine && !routine->id && !routine->steps->len && self->left_out && self->left_out->len)
    return;
  if (store && routine)
    {
      g_autoptr (UnkRoutine) kept = unk_routine_copy (routine);

      if (unk_store_save_routine (store, kept, &error) && kept->id != routine->id)
        unk_routine_edit_set_id (self->edit, kept->id);
    }
  else if (store && gone)
    unk_store_delete_routine (store, gone, &error);
  if (error)
    g_message ("%s", error->message);
}

/* After each change: keeps it and tells it. @left_out is taken over. */
void
unk_routine_actions_take (UnkRoutineActions *self, GArray *left_out)
{
  unk_routine_actions_set_left_out (self, left_out);
  g_clear_pointer (&self->fit_from, g_array_unref);
  keep (self);
  unk_routine_actions_tell (self);
  unk_routine_actions_tell_kept (self);
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

/**
 * unk_routine_actions_can_undo:
 * @self: the actions
 *
 * Returns: whether anything was done to a routine
 */
gboolean
unk_routine_actions_can_undo (UnkRoutineActions *self)
{
  return unk_routine_edit_can_undo (self->edit);
}

/**
 * unk_routine_actions_can_redo:
 * @self: the actions
 *
 * Returns: whether anything was taken back
 */
gboolean
unk_routine_actions_can_redo (UnkRoutineActions *self)
{
  return unk_routine_edit_can_redo (self->edit);
}

/* Shows the routine that came or changed; the list where one went. */
static void
show_what_stands (UnkRoutineActions *self)
{
  unk_routine_actions_take (self, NULL);
  unk_pages_open (self->pages, unk_routine_edit_get_routine (self->edit) ? "routine" : "routines");
}

/**
 * unk_routine_actions_undo:
 * @self: the actions
 *
 * Takes back what was done last to a routine.
 */
void
unk_routine_actions_undo (UnkRoutineActions *self)
{
  if (unk_routine_edit_undo (self->edit))
    show_what_stands (self);
}

/**
 * unk_routine_actions_redo:
 * @self: the actions
 *
 * Does again what was taken back.
 */
void
unk_routine_actions_redo (UnkRoutineActions *self)
{
  if (unk_routine_edit_redo (self->edit))
    show_what_stands (self);
}

/**
 * unk_routine_actions_get_minutes:
 * @self: the actions
 *
 * Returns: how many minutes one has, as was said last
 */
guint
unk_routine_actions_get_minutes (UnkRoutineActions *self)
{
  unk_routine_actions_load_limits (self);
  return self->minutes;
}

/**
 * unk_routine_actions_owns_tool:
 * @self: the actions
 * @tool: the id of a tool
 *
 * Returns: whether the user has said to own it
 */
gboolean
unk_routine_actions_owns_tool (UnkRoutineActions *self, const char *tool)
{
  unk_routine_actions_load_limits (self);
  return g_strv_contains ((UnkTexts) self->tools, tool);
}

/**
 * unk_routine_actions_get_step:
 * @self: the actions
 *
 * Returns: the step whose details are open, or -1
 */
int
unk_routine_actions_get_step (UnkRoutineActions *self)
{
  return self->step;
}

/**
 * unk_routine_actions_list_kept:
 * @self: the actions
 *
 * Tells on the bus what is kept and what is owned, when it is first looked at.
 */
void
unk_routine_actions_list_kept (UnkRoutineActions *self)
{
  unk_routine_actions_load_limits (self);
  unk_routine_actions_tell_kept (self);
}
