/* unk-routine.c: what to do, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine.h"

#include <glib/gi18n-lib.h>

/* Between two repetitions one lets go and takes a breath. */
#define REST_SECONDS 10

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

/* The gentle end of a range, or its middle where nothing asks for care. */
static int
choose (UnkRange range, gboolean gently)
{
  return gently ? range.low : (range.low + range.high + 1) / 2;
}

/* A tool that fits well; hands where one has to be careful, and where none does. */
static const char *
choose_tool (const UnkMuscle *muscle, const UnkTreatment *treatment, gboolean gently)
{
  if (!g_str_equal (treatment->kind, "compression") || gently)
    return "";
  for (const UnkToolFit *fit = muscle->tools; fit->id; fit++)
    if (g_str_equal (fit->fit, "good") && !g_str_equal (fit->id, "heat-pack"))
      return g_str_equal (fit->id, "fingers-knuckles") ? "" : fit->id;
  return "";
}

static void
leave_out (GArray *left_out, const UnkChoice *choice, const UnkTreatment *treatment,
           UnkSafetyReason reason)
{
  UnkLeftOut out = { choice->muscle, choice->side, treatment, reason };

  g_array_append_val (left_out, out);
}

static void
add_steps (UnkRoutine *routine, const UnkChoice *choice, gboolean gently, GArray *left_out)
{
  const UnkMuscle *muscle = choice->muscle;

  for (guint i = 0; i < muscle->n_treatments; i++)
    {
      const UnkTreatment *t = &muscle->treatments[i];
      gboolean soft = gently || g_str_equal (t->self, "careful");
      int variant = 0;

      for (guint k = 0; k < i; k++)
        variant += g_str_equal (muscle->treatments[k].kind, t->kind);
      if (g_str_equal (t->self, "no"))
        leave_out (left_out, choice, t, (UnkSafetyReason){ .level = UNK_SAFETY_OPEN });
      else
        g_ptr_array_add (routine->steps, unk_routine_step_new (
                                           muscle->id, choice->side, t->kind, t->technique, variant,
                                           choose_tool (muscle, t, soft), choose (t->seconds, soft),
                                           choose (t->repetitions, soft)));
    }
}

/**
 * unk_routine_new_from_choices:
 * @atlas: the atlas
 * @name: what to call it
 * @choices: (array length=n): muscles and their sides, in the order in which to do them
 * @n: how many
 * @marks: (nullable): what hurts, for the red flags
 * @answers: (nullable): what was said; without it nothing is blocked
 * @left_out: (out) (optional) (element-type UnkLeftOut): what has no step, and why
 *
 * Makes the steps for the chosen muscles: compression, friction and stretches as the atlas doses
 * them. What its record leaves to others, and what a red flag or a contraindication blocks, gets
 * none. A muscle that was chosen twice is done once.
 *
 * Returns: (transfer full): a routine, maybe without steps
 */
UnkRoutine *
unk_routine_new_from_choices (UnkAtlas *atlas, const char *name, const UnkChoice *choices, guint n,
                              UnkMarks *marks, UnkAnswers *answers, GArray **left_out)
{
  UnkRoutine *routine = unk_routine_new (name);
  g_autoptr (UnkMarks) none = marks ? NULL : unk_marks_new (atlas);
  g_autoptr (GArray) out = g_array_new (FALSE, TRUE, sizeof (UnkLeftOut));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) reasons = NULL;
      UnkSafetyLevel worst = UNK_SAFETY_OPEN;
      gboolean before = FALSE;

      for (guint k = 0; k < i; k++)
        before |= choices[k].muscle == choices[i].muscle && choices[k].side == choices[i].side;
      if (before)
        continue;
      if (answers)
        {
          reasons = unk_safety_judge_muscle (marks ? marks : none, answers, choices[i].muscle,
                                             choices[i].side);
          worst = unk_safety_get_worst (reasons);
        }
      if (unk_safety_blocks (worst))
        leave_out (out, &choices[i], NULL, g_array_index (reasons, UnkSafetyReason, 0));
      else
        add_steps (routine, &choices[i], worst == UNK_SAFETY_CAREFUL, out);
    }
  if (left_out)
    *left_out = g_steal_pointer (&out);
  return routine;
}

/**
 * unk_routine_count_seconds:
 * @routine: a routine
 *
 * Returns: how long it takes, with a breath between repetitions
 */
guint
unk_routine_count_seconds (const UnkRoutine *routine)
{
  guint seconds = 0;

  for (guint i = 0; i < routine->steps->len; i++)
    {
      const UnkRoutineStep *step = g_ptr_array_index (routine->steps, i);

      seconds += (guint) (step->repetitions * (step->seconds + REST_SECONDS));
    }
  return seconds;
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
