/* unk-routine-starter.c: the routine to begin with that a condition's page offers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide.h"
#include "unk-routine-fit.h"

static int
find_treatment (const UnkMuscle *muscle, const char *technique)
{
  for (guint i = 0; i < muscle->n_treatments; i++)
    if (g_str_equal (muscle->treatments[i].technique, technique) &&
        !g_str_equal (muscle->treatments[i].self, "no"))
      return (int) i;
  return -1;
}

/* As often as the minutes allow, within the range, at the middle of the seconds. */
static void
set_dose (UnkRoutineStep *step, const UnkTreatment *t, guint seconds)
{
  int each;

  step->seconds = (t->seconds.low + t->seconds.high + 1) / 2;
  each = step->seconds + UNK_ROUTINE_REST;
  step->repetitions =
    CLAMP (((int) seconds - UNK_ROUTINE_CHANGE) / each, t->repetitions.low, t->repetitions.high);
}

/* Both sides together: the minutes are shared. */
static void
add_both_sides (UnkRoutine *routine, const UnkMuscle *muscle, guint treatment,
                const UnkStarterStep *starter, UnkMarks *marks, UnkAnswers *answers, UnkTexts tools,
                GArray *left_out)
{
  const UnkTreatment *t = &muscle->treatments[treatment];

  for (UnkSide side = 0; side < UNK_SIDES; side++)
    {
      g_autoptr (GArray) reasons = unk_safety_judge_muscle (marks, answers, muscle, side);
      UnkSafetyLevel worst = unk_safety_get_worst (reasons);
      gboolean gently = worst == UNK_SAFETY_CAREFUL || g_str_equal (t->self, "careful");
      const char *tool = unk_routine_choose_tool (muscle, t, tools, gently);
      UnkLeftOut out = { .muscle = muscle, .side = side, .treatment = t };
      UnkRoutineStep *step;

      if (unk_safety_blocks (worst))
        {
          out.treatment = NULL;
          out.reason = g_array_index (reasons, UnkSafetyReason, 0);
          g_array_append_val (left_out, out);
          continue;
        }
      if (!tool)
        {
          out.cause = UNK_LEFT_OUT_FOR_TOOLS;
          g_array_append_val (left_out, out);
          continue;
        }
      step = unk_routine_step_new_from_treatment (muscle, side, treatment);
      g_free (step->tool);
      step->tool = g_strdup (tool);
      if (!gently)
        set_dose (step, t, starter->minutes * 60 / UNK_SIDES);
      g_ptr_array_add (routine->steps, step);
    }
}

/**
 * unk_routine_new_from_starter:
 * @atlas: the atlas
 * @page: the id of a condition's page in the guide
 * @marks: what hurts, for the red flags
 * @answers: what was said
 * @tools: (nullable): ids of the tools at hand; everything where %NULL
 * @left_out: (out) (optional) (element-type UnkLeftOut): what has no step, and why
 *
 * Makes the routine of the page, both sides, in the page's order.
 *
 * Returns: (transfer full) (nullable): a routine named after the page; %NULL where there is no such
 *   page or it offers none
 */
UnkRoutine *
unk_routine_new_from_starter (UnkAtlas *atlas, const char *page, UnkMarks *marks,
                              UnkAnswers *answers, UnkTexts tools, GArray **left_out)
{
  const UnkGuidePage *condition = unk_atlas_find_guide_page (atlas, page);
  g_autoptr (GArray) out = g_array_new (FALSE, TRUE, sizeof (UnkLeftOut));
  UnkRoutine *routine;

  if (!condition || !condition->n_starter)
    return NULL;
  routine = unk_routine_new (unk_text (condition->title));
  for (guint i = 0; i < condition->n_starter; i++)
    {
      const UnkStarterStep *step = &condition->starter[i];
      const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, step->muscle, NULL);
      int treatment = muscle ? find_treatment (muscle, step->technique) : -1;

      if (treatment >= 0)
        add_both_sides (routine, muscle, (guint) treatment, step, marks, answers, tools, out);
    }
  if (left_out)
    *left_out = g_steal_pointer (&out);
  return routine;
}
