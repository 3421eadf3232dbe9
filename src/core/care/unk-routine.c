/* unk-routine.c: what to do, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine.h"

#include <glib/gi18n-lib.h>

#include "unk-treatment-text.h"

/**
 * unk_routine_step_new:
 * @muscle: id of a muscle
 * @side: its side
 * @kind: compression, friction or stretch
 * @technique: id of a technique
 * @variant: which of the muscle's treatments of that kind, from 0
 * @tool: id of a tool, or ""
 * @seconds: of one repetition
 * @repetitions: how many
 *
 * Returns: (transfer full): a step
 */
UnkRoutineStep *
unk_routine_step_new (const char *muscle, UnkSide side, const char *kind, const char *technique,
                      int variant, const char *tool, int seconds, int repetitions)
{
  UnkRoutineStep *step = g_new0 (UnkRoutineStep, 1);

  *step = (UnkRoutineStep){ g_strdup (muscle), side,
                            g_strdup (kind),   g_strdup (technique),
                            variant,           g_strdup (tool),
                            MAX (seconds, 0),  MAX (repetitions, 0) };
  return step;
}

/**
 * unk_routine_step_new_from_treatment:
 * @muscle: a muscle
 * @side: its side
 * @treatment: the number of one of its treatments, from 0
 *
 * Returns: (transfer full): a step with the bare hands and the lowest dose
 */
UnkRoutineStep *
unk_routine_step_new_from_treatment (const UnkMuscle *muscle, UnkSide side, guint treatment)
{
  const UnkTreatment *t = &muscle->treatments[treatment];
  int variant = 0;

  for (guint i = 0; i < treatment; i++)
    variant += g_str_equal (muscle->treatments[i].kind, t->kind);
  return unk_routine_step_new (muscle->id, side, t->kind, t->technique, variant, "", t->seconds.low,
                               t->repetitions.low);
}

/**
 * unk_routine_step_copy:
 * @step: a step
 *
 * Returns: (transfer full): the same once more
 */
UnkRoutineStep *
unk_routine_step_copy (const UnkRoutineStep *step)
{
  return unk_routine_step_new (step->muscle, step->side, step->kind, step->technique, step->variant,
                               step->tool, step->seconds, step->repetitions);
}

/**
 * unk_routine_step_free:
 * @step: (nullable): a step
 */
void
unk_routine_step_free (UnkRoutineStep *step)
{
  if (!step)
    return;
  g_free (step->muscle);
  g_free (step->kind);
  g_free (step->technique);
  g_free (step->tool);
  g_free (step);
}

/**
 * unk_routine_step_find_treatment:
 * @step: a step
 * @atlas: the atlas
 *
 * Returns: (nullable): the directions of the step; %NULL where the atlas doesn't hold them any more
 */
const UnkTreatment *
unk_routine_step_find_treatment (const UnkRoutineStep *step, UnkAtlas *atlas)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, step->muscle, NULL);
  int variant = 0;

  for (guint i = 0; muscle && i < muscle->n_treatments; i++)
    if (g_str_equal (muscle->treatments[i].kind, step->kind) && variant++ == step->variant)
      return &muscle->treatments[i];
  return NULL;
}

/**
 * unk_routine_new:
 * @name: what the user calls it
 *
 * Returns: (transfer full): a routine without steps
 */
UnkRoutine *
unk_routine_new (const char *name)
{
  UnkRoutine *routine = g_new0 (UnkRoutine, 1);

  routine->name = g_strdup (name);
  routine->reminder = -1;
  routine->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_routine_step_free);
  return routine;
}

/**
 * unk_routine_copy:
 * @routine: a routine
 *
 * Returns: (transfer full): the same once more
 */
UnkRoutine *
unk_routine_copy (const UnkRoutine *routine)
{
  UnkRoutine *copy = unk_routine_new (routine->name);

  copy->id = routine->id;
  copy->days = routine->days;
  copy->reminder = routine->reminder;
  for (guint i = 0; i < routine->steps->len; i++)
    g_ptr_array_add (copy->steps, unk_routine_step_copy (g_ptr_array_index (routine->steps, i)));
  return copy;
}

/**
 * unk_routine_free:
 * @routine: (nullable): a routine
 */
void
unk_routine_free (UnkRoutine *routine)
{
  if (!routine)
    return;
  g_free (routine->name);
  g_ptr_array_unref (routine->steps);
  g_free (routine);
}

/**
 * unk_routine_step_count_seconds:
 * @step: a step
 *
 * Returns: how long it takes: to find the place, the repetitions, a breath after each
 */
guint
unk_routine_step_count_seconds (const UnkRoutineStep *step)
{
  return (guint) (UNK_ROUTINE_CHANGE + step->repetitions * (step->seconds + UNK_ROUTINE_REST));
}

/**
 * unk_routine_count_seconds:
 * @routine: a routine
 *
 * Returns: how long all steps take
 */
guint
unk_routine_count_seconds (const UnkRoutine *routine)
{
  guint seconds = 0;

  for (guint i = 0; i < routine->steps->len; i++)
    seconds += unk_routine_step_count_seconds (g_ptr_array_index (routine->steps, i));
  return seconds;
}

/**
 * unk_routine_count_minutes:
 * @routine: a routine
 *
 * Returns: how long all steps take, in minutes that have begun
 */
guint
unk_routine_count_minutes (const UnkRoutine *routine)
{
  return (unk_routine_count_seconds (routine) + 59) / 60;
}

/**
 * unk_left_out_describe:
 * @left_out: what has no step
 *
 * Returns: (transfer full): why, in the user's language
 */
char *
unk_left_out_describe (const UnkLeftOut *left_out)
{
  if (left_out->cause == UNK_LEFT_OUT_FOR_TIME)
    /* Translators: a muscle, its side, a kind of treatment */
    return g_strdup_printf (_ ("%s, %s: no time is left for %s."),
                            unk_text (left_out->muscle->name), unk_side_name (left_out->side),
                            unk_treatment_kind_in_text (left_out->treatment->kind));
  if (left_out->cause == UNK_LEFT_OUT_FOR_TOOLS)
    /* Translators: a muscle, its side, a kind of treatment */
    return g_strdup_printf (_ ("%s, %s: %s wants a tool that you don’t have."),
                            unk_text (left_out->muscle->name), unk_side_name (left_out->side),
                            unk_treatment_kind_in_text (left_out->treatment->kind));
  if (left_out->treatment && *left_out->treatment->why)
    /* Translators: a muscle, its side, then why something isn't for self-care, a sentence */
    return g_strdup_printf (_ ("%s, %s: %s"), unk_text (left_out->muscle->name),
                            unk_side_name (left_out->side), unk_text (left_out->treatment->why));
  if (left_out->treatment)
    /* Translators: a muscle, its side */
    return g_strdup_printf (_ ("%s, %s: this is left to a clinician."),
                            unk_text (left_out->muscle->name), unk_side_name (left_out->side));
  {
    g_autofree char *reason = unk_safety_reason_describe (&left_out->reason);

    /* Translators: a muscle, its side, then a reason, a sentence of its own */
    return g_strdup_printf (_ ("%s, %s: left out. %s"), unk_text (left_out->muscle->name),
                            unk_side_name (left_out->side), reason);
  }
}
