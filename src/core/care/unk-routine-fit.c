/* unk-routine-fit.c: the best routine for the minutes and the tools that one has
 *
 * Every treatment of every chosen muscle, of one or both sides, is a part that can be left out,
 * done at its lowest dose, or at the middle of its range. Each has a worth, and the parts are
 * chosen so that together they have the highest worth that the time allows: exactly, not by
 * guesses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-fit.h"

typedef struct
{
  const UnkMuscle *muscle;
  guint treatment;        /* which of the muscle's */
  guint rank;             /* how early the muscle was chosen */
  guint size;             /* of the muscle */
  gboolean on[UNK_SIDES]; /* whether the side has a step */
  gboolean soft[UNK_SIDES];
  const char *tool[UNK_SIDES];
} Part;

/* How much of a part is done. */
typedef enum
{
  NOT_AT_ALL,
  LOW,
  MIDDLE,
} Amount;

#define N_AMOUNTS (MIDDLE + 1)

static const UnkTreatment *
get_treatment (const Part *part)
{
  return &part->muscle->treatments[part->treatment];
}

static int
choose (UnkRange range, gboolean low)
{
  return low ? range.low : (range.low + range.high + 1) / 2;
}

static UnkRoutineStep *
make_step (const Part *part, UnkSide side, Amount amount)
{
  const UnkTreatment *t = get_treatment (part);
  UnkRoutineStep *step = unk_routine_step_new_from_treatment (part->muscle, side, part->treatment);
  gboolean low = amount == LOW || part->soft[side];

  g_free (step->tool);
  step->tool = g_strdup (part->tool[side]);
  step->seconds = choose (t->seconds, low);
  step->repetitions = choose (t->repetitions, low);
  return step;
}

static guint
count_seconds (const Part *part, Amount amount)
{
  guint seconds = 0;

  for (UnkSide side = 0; amount && side < UNK_SIDES; side++)
    if (part->on[side])
      {
        g_autoptr (UnkRoutineStep) step = make_step (part, side, amount);

        seconds += unk_routine_step_count_seconds (step);
      }
  return seconds;
}

static guint
get_kind_order (const char *kind)
{
  return g_str_equal (kind, "compression") ? 0 : g_str_equal (kind, "friction") ? 1 : 2;
}

/* Pressure does most for a point, and a stretch keeps what it won; friction comes last. What was
 * chosen first counts more, a second treatment of the same kind less, a larger dose a little more.
 */
static guint
get_worth (const Part *part, Amount amount)
{
  static const guint of_kind[] = { 1200, 400, 600 };
  const UnkTreatment *t = get_treatment (part);
  guint worth = of_kind[get_kind_order (t->kind)] * 8 / (8 + part->rank);

  for (guint i = 0; i < part->treatment; i++)
    if (g_str_equal (part->muscle->treatments[i].kind, t->kind))
      worth /= 2;
  worth *= (guint) part->on[UNK_SIDE_RIGHT] + (guint) part->on[UNK_SIDE_LEFT];
  return amount == NOT_AT_ALL ? 0 : amount == LOW ? worth * 10 : worth * 12;
}

/* Large muscles first, so that what lies over the others lets go; of one muscle pressure, then
 * friction, then stretches. */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *left = a, *right = b;
  guint kind_left = get_kind_order (get_treatment (left)->kind);
  guint kind_right = get_kind_order (get_treatment (right)->kind);

  if (left->muscle != right->muscle)
    {
      if (left->size != right->size)
        return left->size > right->size ? -1 : 1;
      return g_strcmp0 (left->muscle->id, right->muscle->id);
    }
  if (kind_left != kind_right)
    return kind_left < kind_right ? -1 : 1;
  return left->treatment < right->treatment ? -1 : left->treatment > right->treatment;
}

/* The most that the parts from each one on are worth in each number of seconds, the last part
 * first; what is chosen for each is noted on the way. */
static void
choose_amounts (GArray *parts, guint seconds, Amount *amounts)
{
  gsize width = (gsize) seconds + 1;
  g_autofree guint *best = g_new0 (guint, width);
  g_autofree guint8 *chosen = g_new0 (guint8, width * MAX (parts->len, 1));
  guint left = seconds;

  for (guint i = parts->len; i-- > 0;)
    {
      const Part *part = &g_array_index (parts, Part, i);

      guint costs[N_AMOUNTS], worths[N_AMOUNTS];

      for (guint a = 0; a < N_AMOUNTS; a++)
        {
          costs[a] = count_seconds (part, a);
          worths[a] = get_worth (part, a);
        }
      for (guint time = seconds + 1; time-- > 0;)
        {
          guint most = best[time];

          for (guint a = LOW; a < N_AMOUNTS; a++)
            if (costs[a] <= time && best[time - costs[a]] + worths[a] > most)
              {
                most = best[time - costs[a]] + worths[a];
                chosen[i * width + time] = (guint8) a;
              }
          best[time] = most;
        }
    }
  for (guint i = 0; i < parts->len; i++)
    {
      amounts[i] = chosen[i * width + left];
      left -= count_seconds (&g_array_index (parts, Part, i), amounts[i]);
    }
}

static void
leave_out (GArray *left_out, const UnkMuscle *muscle, UnkSide side, const UnkTreatment *treatment,
           UnkLeftOutCause cause)
{
  UnkLeftOut out = { .muscle = muscle, .side = side, .treatment = treatment, .cause = cause };

  g_array_append_val (left_out, out);
}

static Part *
find_part (GArray *parts, const UnkMuscle *muscle, guint treatment)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      if (part->muscle == muscle && part->treatment == treatment)
        return part;
    }
  return NULL;
}

static void
add_parts (GArray *parts, UnkAtlas *atlas, const UnkChoice *choice, guint rank, UnkTexts tools,
           gboolean gently, GArray *left_out)
{
  const UnkMuscle *muscle = choice->muscle;
  guint size = unk_muscle_measure (atlas, muscle);

  for (guint i = 0; i < muscle->n_treatments; i++)
    {
      const UnkTreatment *t = &muscle->treatments[i];
      gboolean soft = gently || g_str_equal (t->self, "careful");
      const char *tool = unk_routine_choose_tool (muscle, t, tools, soft);
      Part *part = find_part (parts, muscle, i);

      if (g_str_equal (t->self, "no") || !tool)
        {
          leave_out (left_out, muscle, choice->side, t,
                     g_str_equal (t->self, "no") ? UNK_LEFT_OUT_FOR_SAFETY
                                                 : UNK_LEFT_OUT_FOR_TOOLS);
          continue;
        }
      if (!part)
        {
          Part more = { .muscle = muscle, .treatment = i, .rank = rank, .size = size };

          g_array_append_val (parts, more);
          part = &g_array_index (parts, Part, parts->len - 1);
        }
      part->on[choice->side] = TRUE;
      part->soft[choice->side] = soft;
      part->tool[choice->side] = tool;
    }
}

/* What a red flag or a contraindication blocks gets no part. */
static void
judge_and_add (GArray *parts, UnkAtlas *atlas, const UnkChoice *choice, guint rank, UnkTexts tools,
               UnkMarks *marks, UnkAnswers *answers, GArray *left_out)
{
  g_autoptr (GArray) reasons =
    answers ? unk_safety_judge_muscle (marks, answers, choice->muscle, choice->side) : NULL;
  UnkSafetyLevel worst = reasons ? unk_safety_get_worst (reasons) : UNK_SAFETY_OPEN;

  if (unk_safety_blocks (worst))
    {
      UnkLeftOut out = { .muscle = choice->muscle,
                         .side = choice->side,
                         .reason = g_array_index (reasons, UnkSafetyReason, 0) };

      g_array_append_val (left_out, out);
    }
  else
    add_parts (parts, atlas, choice, rank, tools, worst == UNK_SAFETY_CAREFUL, left_out);
}

static gboolean
was_before (const UnkChoice *choices, guint i)
{
  for (guint k = 0; k < i; k++)
    if (choices[k].muscle == choices[i].muscle && choices[k].side == choices[i].side)
      return TRUE;
  return FALSE;
}

static void
add_steps (UnkRoutine *routine, GArray *parts, const Amount *amounts, GArray *left_out)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      for (UnkSide side = 0; side < UNK_SIDES; side++)
        {
          if (!part->on[side])
            continue;
          if (amounts[i] == NOT_AT_ALL)
            leave_out (left_out, part->muscle, side, get_treatment (part), UNK_LEFT_OUT_FOR_TIME);
          else
            g_ptr_array_add (routine->steps, make_step (part, side, amounts[i]));
        }
    }
}

/**
 * unk_routine_fit:
 * @atlas: the atlas
 * @name: what to call it
 * @choices: (array length=n): muscles and their sides, what matters most first
 * @n: how many
 * @limits: the minutes and the tools that one has
 * @marks: (nullable): what hurts, for the red flags
 * @answers: (nullable): what was said; without it nothing is blocked
 * @left_out: (out) (optional) (element-type UnkLeftOut): what has no step, and why
 *
 * Makes the best routine within the limits: from large muscles to small, of each muscle pressure,
 * friction and stretches as the atlas doses them, both sides together. It has no step that the
 * record leaves to others, that a red flag or a contraindication blocks, or for which nothing is at
 * hand. A muscle that was chosen twice is done once. The same request always has the same answer.
 *
 * Returns: (transfer full): a routine, maybe without steps
 */
UnkRoutine *
unk_routine_fit (UnkAtlas *atlas, const char *name, const UnkChoice *choices, guint n,
                 UnkLimits limits, UnkMarks *marks, UnkAnswers *answers, GArray **left_out)
{
  UnkRoutine *routine = unk_routine_new (name);
  g_autoptr (UnkMarks) none = marks ? NULL : unk_marks_new (atlas);
  g_autoptr (GArray) out = g_array_new (FALSE, TRUE, sizeof (UnkLeftOut));
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_autofree Amount *amounts = NULL;

  for (guint i = 0; i < n; i++)
    if (!was_before (choices, i))
      judge_and_add (parts, atlas, &choices[i], i, limits.tools, marks ? marks : none, answers,
                     out);
  g_array_sort (parts, compare_parts);
  amounts = g_new0 (Amount, MAX (parts->len, 1));
  if (limits.minutes)
    choose_amounts (parts, MIN (limits.minutes, UNK_ROUTINE_MOST_MINUTES) * 60, amounts);
  else
    for (guint i = 0; i < parts->len; i++)
      amounts[i] = MIDDLE;
  add_steps (routine, parts, amounts, out);
  if (left_out)
    *left_out = g_steal_pointer (&out);
  return routine;
}

/**
 * unk_routine_new_from_choices:
 * @atlas: the atlas
 * @name: what to call it
 * @choices: (array length=n): muscles and their sides
 * @n: how many
 * @marks: (nullable): what hurts, for the red flags
 * @answers: (nullable): what was said; without it nothing is blocked
 * @left_out: (out) (optional) (element-type UnkLeftOut): what has no step, and why
 *
 * Makes a routine for the chosen muscles as long as it takes, with whatever tools fit best.
 *
 * Returns: (transfer full): a routine, maybe without steps
 */
UnkRoutine *
unk_routine_new_from_choices (UnkAtlas *atlas, const char *name, const UnkChoice *choices, guint n,
                              UnkMarks *marks, UnkAnswers *answers, GArray **left_out)
{
  return unk_routine_fit (atlas, name, choices, n, (UnkLimits){ 0 }, marks, answers, left_out);
}

/**
 * unk_routine_list_choices:
 * @routine: a routine
 * @atlas: the atlas
 *
 * Returns: (transfer full) (element-type UnkChoice): the muscles and sides that it treats, in order
 */
GArray *
unk_routine_list_choices (const UnkRoutine *routine, UnkAtlas *atlas)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (UnkChoice));

  for (guint i = 0; i < routine->steps->len; i++)
    {
      const UnkRoutineStep *step = g_ptr_array_index (routine->steps, i);
      UnkChoice choice = { unk_atlas_find_muscle (atlas, step->muscle, NULL), step->side };

      if (!choice.muscle)
        continue;
      g_array_append_val (choices, choice);
      if (was_before ((const UnkChoice *) (gpointer) choices->data, choices->len - 1))
        g_array_set_size (choices, choices->len - 1);
    }
  return choices;
}
