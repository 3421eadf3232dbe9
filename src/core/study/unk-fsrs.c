/* unk-fsrs.c: when to ask again
 *
 * FSRS-6 with its published default parameters; see the README for where it is published. Written
 * from the published formulas. A card has a stability S and a difficulty D; after t days it is
 * known with the chance R (t, S).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-fsrs.h"

#include <math.h>

#define LEAST_STABILITY 0.001
#define LONGEST_DAYS 36500.0
#define N_LEARNING 2

static const gint64 learning_steps[N_LEARNING] = { 60, 600 };
static const gint64 relearning_step = 600;

static const double w[21] = {
  0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
  1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
};

static const char *const state_ids[] = { "new", "learning", "review", "relearning" };

/**
 * unk_memory_state_id:
 * @state: a state
 *
 * Returns: its id
 */
const char *
unk_memory_state_id (UnkMemoryState state)
{
  return state_ids[state];
}

/**
 * unk_memory_state_parse:
 * @id: an id
 * @state: (out): the state
 *
 * Returns: whether it is one
 */
gboolean
unk_memory_state_parse (const char *id, UnkMemoryState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_ids); i++)
    if (g_str_equal (state_ids[i], id))
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

static double
get_factor (void)
{
  return pow (0.9, -1 / w[20]) - 1;
}

static gint64
count_days (const UnkMemory *memory, gint64 now)
{
  return MAX (now - memory->last, 0) / UNK_FSRS_DAY;
}

/**
 * unk_fsrs_get_retrievability:
 * @memory: what is kept of a card
 * @now: seconds since 1970
 *
 * Returns: the chance that it is known now; 0 for one that was never asked
 */
double
unk_fsrs_get_retrievability (const UnkMemory *memory, gint64 now)
{
  if (memory->state == UNK_MEMORY_NEW)
    return 0;
  return pow (1 + get_factor () * (double) count_days (memory, now) / memory->stability, -w[20]);
}

static double
start_difficulty (UnkGrade grade)
{
  return w[4] - exp (w[5] * ((int) grade - 1)) + 1;
}

static double
step_difficulty (double difficulty, UnkGrade grade)
{
  double change = -w[6] * ((int) grade - 3);
  double damped = difficulty + (10 - difficulty) * change / 9;

  return CLAMP (w[7] * start_difficulty (UNK_GRADE_EASY) + (1 - w[7]) * damped, 1.0, 10.0);
}

/* Asked again on the same day. */
static double
step_stability_short (double stability, UnkGrade grade)
{
  double growth = exp (w[17] * ((int) grade - 3 + w[18])) * pow (stability, -w[19]);

  return stability * (grade >= UNK_GRADE_GOOD ? MAX (growth, 1) : growth);
}

static double
step_stability_forgotten (const UnkMemory *m, double retrievability)
{
  double by_curve = w[11] * pow (m->difficulty, -w[12]) * (pow (m->stability + 1, w[13]) - 1) *
                    exp (w[14] * (1 - retrievability));

  return MIN (by_curve, m->stability / exp (w[17] * w[18]));
}

static double
step_stability_known (const UnkMemory *m, double retrievability, UnkGrade grade)
{
  double growth = exp (w[8]) * (11 - m->difficulty) * pow (m->stability, -w[9]) *
                  (exp (w[10] * (1 - retrievability)) - 1);

  if (grade == UNK_GRADE_HARD)
    growth *= w[15];
  else if (grade == UNK_GRADE_EASY)
    growth *= w[16];
  return m->stability * (1 + growth);
}

/* Stability and difficulty. */
static void
learn (UnkMemory *next, const UnkMemory *m, UnkGrade grade, gint64 now)
{
  double retrievability = unk_fsrs_get_retrievability (m, now);

  if (m->state == UNK_MEMORY_NEW)
    {
      next->stability = w[grade - 1];
      next->difficulty = CLAMP (start_difficulty (grade), 1.0, 10.0);
      return;
    }
  if (count_days (m, now) < 1)
    next->stability = step_stability_short (m->stability, grade);
  else if (grade == UNK_GRADE_AGAIN)
    next->stability = step_stability_forgotten (m, retrievability);
  else
    next->stability = step_stability_known (m, retrievability, grade);
  next->stability = MAX (next->stability, LEAST_STABILITY);
  next->difficulty = step_difficulty (m->difficulty, grade);
}

/* So that cards learned together don't come back together for ever. */
static double
blur (double days, GRand *fuzz)
{
  static const struct
  {
    double from, to, factor;
  } ranges[] = { { 2.5, 7, 0.15 }, { 7, 20, 0.1 }, { 20, LONGEST_DAYS, 0.05 } };
  double reach = 1, low, high;

  if (days < 2.5)
    return days;
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    reach += ranges[i].factor * MAX (MIN (days, ranges[i].to) - ranges[i].from, 0);
  low = MAX (rint (days - reach), 2);
  high = MIN (rint (days + reach), LONGEST_DAYS);
  return g_rand_int_range (fuzz, (gint32) low, (gint32) high + 1);
}

static gint64
get_interval (double stability, GRand *fuzz)
{
  double days = stability / get_factor () * (pow (UNK_FSRS_RETENTION, -1 / w[20]) - 1);

  days = CLAMP (rint (days), 1, LONGEST_DAYS);
  return (gint64) (fuzz ? blur (days, fuzz) : days) * UNK_FSRS_DAY;
}

static gint64
go_to_review (UnkMemory *next, GRand *fuzz)
{
  next->state = UNK_MEMORY_REVIEW;
  next->step = 0;
  return get_interval (next->stability, fuzz);
}

static gint64
schedule_learning (UnkMemory *next, UnkGrade grade, GRand *fuzz)
{
  next->state = UNK_MEMORY_LEARNING;
  if (grade == UNK_GRADE_EASY || (grade == UNK_GRADE_GOOD && next->step + 1 >= N_LEARNING))
    return go_to_review (next, fuzz);
  if (grade == UNK_GRADE_AGAIN)
    next->step = 0;
  else if (grade == UNK_GRADE_GOOD)
    next->step++;
  else if (next->step == 0) /* between the first two */
    return (learning_steps[0] + learning_steps[1]) / 2;
  return learning_steps[CLAMP (next->step, 0, N_LEARNING - 1)];
}

static gint64
schedule_relearning (UnkMemory *next, UnkGrade grade, GRand *fuzz)
{
  if (grade >= UNK_GRADE_GOOD)
    return go_to_review (next, fuzz);
  next->state = UNK_MEMORY_RELEARNING;
  next->step = 0;
  return grade == UNK_GRADE_HARD ? relearning_step * 3 / 2 : relearning_step;
}

/**
 * unk_fsrs_review:
 * @memory: what was kept of the card
 * @grade: how well it was known
 * @now: seconds since 1970
 * @fuzz: (nullable): blurs longer intervals a little; without it they are exact
 *
 * Returns: what to keep of the card now; its due says when to ask again
 */
UnkMemory
unk_fsrs_review (UnkMemory memory, UnkGrade grade, gint64 now, GRand *fuzz)
{
  UnkMemory next = memory;
  gint64 wait;

  learn (&next, &memory, grade, now);
  if (memory.state == UNK_MEMORY_NEW || memory.state == UNK_MEMORY_LEARNING)
    wait = schedule_learning (&next, grade, fuzz);
  else if (memory.state == UNK_MEMORY_RELEARNING || grade == UNK_GRADE_AGAIN)
    wait = schedule_relearning (&next, grade, fuzz);
  else
    wait = go_to_review (&next, fuzz);
  next.last = now;
  next.due = now + wait;
  return next;
}
