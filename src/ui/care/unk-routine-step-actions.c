/* unk-routine-step-actions.c: the commands that change the steps of the open routine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-action-map.h"
#include "unk-routine-actions-private.h"

/* Which step's details are open. */
void
unk_routine_actions_open_step (UnkRoutineActions *self, int step)
{
  self->step = step;
  unk_action_map_set_state (self->map, "step", g_variant_new_int32 (step));
}

/* What was changed is kept and told; what can't be done is said. */
static gboolean
finish (UnkRoutineActions *self, gboolean done, GSimpleAction *action, GVariant *value)
{
  if (done)
    unk_routine_actions_take (self, g_steal_pointer (&self->left_out));
  else
    unk_action_refuse (action, value);
  return done;
}

static guint
count_steps (UnkRoutineActions *self)
{
  const UnkRoutine *routine = unk_routine_edit_get_routine (self->edit);

  return routine ? routine->steps->len : 0;
}

/* The same once more closes it. */
static void
on_step (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  int step = g_variant_get_int32 (value);

  if (step < -1 || step >= (int) count_steps (self))
    {
      unk_action_refuse (action, value);
      return;
    }
  unk_routine_actions_open_step (self, step == self->step ? -1 : step);
  unk_routine_actions_tell (self);
}

/* "infraspinatus:left:0": the muscle, its side, and which of its treatments. */
static void
on_add_step (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (value, NULL), ":", 3);
  const UnkMuscle *muscle =
    g_strv_length (parts) == 3
      ? unk_atlas_find_muscle (unk_scene_get_atlas (self->scene), parts[0], NULL)
      : NULL;
  UnkRoutineStep *step;
  const char *tool;
  guint64 treatment;
  UnkSide side;

  if (!muscle || !unk_side_parse (parts[1], &side) || !muscle->n_treatments ||
      !g_ascii_string_to_unsigned (parts[2], 10, 0, muscle->n_treatments - 1, &treatment, NULL) ||
      g_str_equal (muscle->treatments[treatment].self, "no"))
    {
      unk_action_refuse (action, value);
      return;
    }
  step = unk_routine_step_new_from_treatment (muscle, side, (guint) treatment);
  tool = unk_routine_choose_tool (muscle, &muscle->treatments[treatment],
                                  unk_routine_actions_get_known_tools (self),
                                  g_str_equal (muscle->treatments[treatment].self, "careful"));
  g_free (step->tool);
  step->tool = g_strdup (tool ? tool : "");
  finish (self, unk_routine_edit_add_step (self->edit, step, G_MAXUINT), action, value);
}

static void
on_remove_step (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  int step = (int) g_variant_get_uint32 (value);

  if (step == self->step)
    unk_routine_actions_open_step (self, -1);
  else if (step < self->step)
    unk_routine_actions_open_step (self, self->step - 1);
  if (finish (self, unk_routine_edit_remove_step (self->edit, (guint) step), action, value) &&
      count_steps (self))
    unk_routine_actions_announce_move (self, MIN ((guint) step, count_steps (self) - 1));
}

/* The open step stays open where it goes. */
static int
follow (int open, int from, int to)
{
  if (open == from)
    return to;
  if (from < open && open <= to)
    return open - 1;
  return to <= open && open < from ? open + 1 : open;
}

static void
on_move_step (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  guint from, to;

  g_variant_get (value, "(uu)", &from, &to);
  if (!unk_routine_edit_move_step (self->edit, from, to))
    {
      unk_action_refuse (action, value);
      return;
    }
  unk_routine_actions_open_step (self, follow (self->step, (int) from, (int) to));
  unk_routine_actions_take (self, g_steal_pointer (&self->left_out));
  unk_routine_actions_announce_move (self, to);
}

static void
on_copy_step (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  guint step = g_variant_get_uint32 (value);

  if (self->step > (int) step)
    unk_routine_actions_open_step (self, self->step + 1);
  finish (self, unk_routine_edit_copy_step (self->edit, step), action, value);
}

static void
on_turn_step (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;

  finish (self, unk_routine_edit_turn_step (self->edit, g_variant_get_uint32 (value)), action,
          value);
}

static void
on_step_treatment (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  guint step, treatment;

  g_variant_get (value, "(uu)", &step, &treatment);
  finish (self, unk_routine_edit_set_treatment (self->edit, step, treatment), action, value);
}

static void
on_step_tool (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  const char *tool;
  guint step;

  g_variant_get (value, "(u&s)", &step, &tool);
  finish (self, unk_routine_edit_set_tool (self->edit, step, tool), action, value);
}

/* A dose that stays as it is, because it lies at the end of its range, is no mistake. */
static void
on_step_dose (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  int seconds, repetitions;
  guint step;

  g_variant_get (value, "(uii)", &step, &seconds, &repetitions);
  if (unk_routine_edit_set_dose (self->edit, step, seconds, repetitions))
    unk_routine_actions_take (self, g_steal_pointer (&self->left_out));
}

/* Adds the commands of single steps. */
void
unk_routine_actions_add_steps (UnkRoutineActions *self)
{
  static const GActionEntry entries[] = {
    { "step", on_step, "i", "-1", on_step },
    { "add-step", on_add_step, "s" },
    { "remove-step", on_remove_step, "u" },
    { "move-step", on_move_step, "(uu)" },
    { "copy-step", on_copy_step, "u" },
    { "turn-step", on_turn_step, "u" },
    { "step-treatment", on_step_treatment, "(uu)" },
    { "step-tool", on_step_tool, "(us)" },
    { "step-dose", on_step_dose, "(uii)" },
  };

  g_action_map_add_action_entries (self->map, entries, G_N_ELEMENTS (entries), self);
}
