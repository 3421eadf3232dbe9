/* unk-session.c: a routine while it is being done
 *
 * Where a session stands is one number: how many seconds of the step are gone. What phase that is
 * follows from the step; so it can be kept, taken up again and gone back in without more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session.h"

#include <math.h>

static void
free_step (gpointer data)
{
  UnkSessionStep *step = data;

  unk_routine_step_free (step->step);
  g_free (step);
}

/**
 * unk_session_new:
 * @routine: what is to be done; it is copied
 * @began: in seconds since 1970
 *
 * Returns: (transfer full): a session that waits before its first step
 */
UnkSession *
unk_session_new (const UnkRoutine *routine, gint64 began)
{
  UnkSession *session = g_new0 (UnkSession, 1);

  session->routine = routine->id;
  session->name = g_strdup (routine->name);
  session->began = began;
  session->before = session->after = -1;
  session->note = g_strdup ("");
  session->steps = g_ptr_array_new_with_free_func (free_step);
  for (guint i = 0; i < routine->steps->len; i++)
    unk_session_add (session, unk_routine_step_copy (g_ptr_array_index (routine->steps, i)),
                     UNK_STEP_OPEN);
  return session;
}

/* Whether a step is ruled out by what was said; what nobody knows any more is, too. */
static gboolean
is_ruled_out (const UnkRoutineStep *step, const UnkMuscle *muscle, UnkMarks *marks,
              UnkAnswers *answers, GPtrArray *careful)
{
  g_autoptr (GArray) reasons =
    muscle ? unk_safety_judge_muscle (marks, answers, muscle, step->side) : NULL;

  if (!muscle || unk_safety_blocks (unk_safety_get_worst (reasons)))
    return TRUE;
  for (guint i = 0; i < reasons->len; i++)
    {
      const UnkContraindication *said =
        g_array_index (reasons, UnkSafetyReason, i).contraindication;

      if (said && !g_ptr_array_find (careful, said, NULL))
        g_ptr_array_add (careful, (gpointer) said);
    }
  return FALSE;
}

/**
 * unk_session_new_safe:
 * @routine: what is to be done; it is copied
 * @atlas: the atlas
 * @marks: where it hurts
 * @answers: what was said about one's health
 * @began: in seconds since 1970
 * @left_out: (element-type utf8): the names of the muscles that are left out are put here
 * @careful: (element-type UnkContraindication): what asks for care in those that stay is put here
 *
 * What was said may have changed since the routine was made: what must not be done now is left out.
 *
 * Returns: (transfer full): a session that waits before its first step
 */
UnkSession *
unk_session_new_safe (const UnkRoutine *routine, UnkAtlas *atlas, UnkMarks *marks,
                      UnkAnswers *answers, gint64 began, GPtrArray *left_out, GPtrArray *careful)
{
  UnkSession *session = unk_session_new (routine, began);

  g_ptr_array_set_size (left_out, 0);
  g_ptr_array_set_size (careful, 0);
  for (guint i = session->steps->len; i-- > 0;)
    {
      const UnkRoutineStep *step = ((UnkSessionStep *) g_ptr_array_index (session->steps, i))->step;
      const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, step->muscle, NULL);
      const char *name = muscle ? unk_text (muscle->name) : step->muscle;

      if (!is_ruled_out (step, muscle, marks, answers, careful))
        continue;
      /* Once for all of its steps. */
      if (!g_ptr_array_find_with_equal_func (left_out, name, g_str_equal, NULL))
        g_ptr_array_insert (left_out, 0, g_strdup (name));
      g_ptr_array_remove_index (session->steps, i);
    }
  return session;
}

/**
 * unk_session_free:
 * @session: (transfer full): a session
 */
void
unk_session_free (UnkSession *session)
{
  g_ptr_array_unref (session->steps);
  g_free (session->name);
  g_free (session->note);
  g_free (session);
}

/**
 * unk_session_add:
 * @session: a session
 * @step: (transfer full): its next step
 * @state: what became of it
 */
void
unk_session_add (UnkSession *session, UnkRoutineStep *step, UnkStepState state)
{
  UnkSessionStep *added = g_new0 (UnkSessionStep, 1);

  added->step = step;
  added->state = state;
  g_ptr_array_add (session->steps, added);
}

static UnkSessionStep *
get_step (const UnkSession *session, guint i)
{
  return i < session->steps->len ? g_ptr_array_index (session->steps, i) : NULL;
}

/* In seconds, of one repetition and the breath after it. */
static double
count_round (const UnkRoutineStep *step)
{
  return (double) step->seconds + UNK_ROUTINE_REST;
}

static double
count_step (const UnkRoutineStep *step)
{
  return UNK_ROUTINE_CHANGE + step->repetitions * count_round (step);
}

static gboolean
is_other_side (const UnkSession *session)
{
  const UnkSessionStep *now = get_step (session, session->position);
  const UnkSessionStep *last = session->position ? get_step (session, session->position - 1) : NULL;

  return now && last && now->step->side != last->step->side &&
         g_str_equal (now->step->muscle, last->step->muscle) &&
         g_str_equal (now->step->kind, last->step->kind);
}

/**
 * unk_session_get_moment:
 * @session: a session
 *
 * Returns: what is to be done now; valid until the session changes
 */
UnkSessionMoment
unk_session_get_moment (const UnkSession *session)
{
  UnkSessionMoment moment = { .phase = UNK_SESSION_AFTER };
  double gone = session->elapsed - UNK_ROUTINE_CHANGE, round;

  if (!session->begun)
    moment.phase = UNK_SESSION_BEFORE;
  else
    moment.step = get_step (session, session->position);
  if (!moment.step)
    return moment;
  moment.other_side = is_other_side (session);
  moment.phase = UNK_SESSION_PLACE;
  moment.length = UNK_ROUTINE_CHANGE;
  moment.left = -gone;
  if (gone < 0)
    return moment;
  round = count_round (moment.step->step);
  moment.repetition = CLAMP ((int) (gone / round), 0, MAX (0, moment.step->step->repetitions - 1));
  gone -= moment.repetition * round;
  moment.phase = gone < moment.step->step->seconds ? UNK_SESSION_HOLD : UNK_SESSION_REST;
  moment.length = moment.phase == UNK_SESSION_HOLD ? moment.step->step->seconds : UNK_ROUTINE_REST;
  moment.left = moment.phase == UNK_SESSION_HOLD ? moment.step->step->seconds - gone : round - gone;
  return moment;
}

/**
 * unk_session_moment_get_breath:
 * @moment: a moment
 * @share: (out) (optional): how full of air one is, from 0 to 1
 *
 * While one holds still, the breath sets the pace: %UNK_SESSION_BREATH_IN seconds in, then
 * %UNK_SESSION_BREATH_OUT out. Who strokes breathes as it comes.
 *
 * Returns: whether to breathe in or out now
 */
UnkBreath
unk_session_moment_get_breath (const UnkSessionMoment *moment, double *share)
{
  double gone =
    fmod (moment->length - moment->left, UNK_SESSION_BREATH_IN + UNK_SESSION_BREATH_OUT);
  gboolean in = gone < UNK_SESSION_BREATH_IN;
  double part =
    in ? gone / UNK_SESSION_BREATH_IN : 1 - (gone - UNK_SESSION_BREATH_IN) / UNK_SESSION_BREATH_OUT;

  if (moment->phase != UNK_SESSION_HOLD || g_str_equal (moment->step->step->kind, "friction"))
    return UNK_BREATH_FREE;
  if (share)
    *share = (1 - cos (part * G_PI)) / 2;
  return in ? UNK_BREATH_IN : UNK_BREATH_OUT;
}

/**
 * unk_session_count_left:
 * @session: a session
 *
 * Returns: how many seconds it still takes where nothing is skipped
 */
double
unk_session_count_left (const UnkSession *session)
{
  double left = 0;

  for (guint i = session->position; i < session->steps->len; i++)
    left += count_step (get_step (session, i)->step);
  return left - session->elapsed;
}

/**
 * unk_session_get_share:
 * @session: a session
 *
 * Returns: how much of its time is behind, from 0 to 1
 */
double
unk_session_get_share (const UnkSession *session)
{
  double all = 0;

  for (guint i = 0; i < session->steps->len; i++)
    all += count_step (get_step (session, i)->step);
  return all > 0 ? CLAMP (1 - unk_session_count_left (session) / all, 0, 1) : 1;
}

/**
 * unk_session_set_running:
 * @session: a session
 * @running: whether the time goes on; what comes before the first step is over then
 */
void
unk_session_set_running (UnkSession *session, gboolean running)
{
  session->begun |= running;
  session->running = running && session->position < session->steps->len;
  session->ticked = 0;
}

static void
move_to (UnkSession *session, guint position)
{
  session->position = position;
  session->elapsed = 0;
  if (position >= session->steps->len)
    session->running = FALSE;
}

/**
 * unk_session_tick:
 * @session: a session
 * @now: a clock that doesn't go back, in microseconds
 *
 * Lets the time since the last tick pass, where the session runs. Where that is more than
 * %UNK_SESSION_JUMP seconds the machine was asleep: the session pauses where it stood.
 *
 * Returns: whether a step was done
 */
gboolean
unk_session_tick (UnkSession *session, gint64 now)
{
  double passed = session->ticked ? (double) (now - session->ticked) / G_USEC_PER_SEC : 0;
  guint position = session->position;

  if (!session->running)
    return FALSE;
  session->ticked = now;
  if (passed > UNK_SESSION_JUMP)
    {
      unk_session_set_running (session, FALSE);
      return FALSE;
    }
  session->elapsed += passed;
  while (session->running)
    {
      UnkSessionStep *step = get_step (session, session->position);
      double over = session->elapsed - count_step (step->step);

      if (over < 0)
        break;
      step->state = UNK_STEP_DONE;
      move_to (session, session->position + 1);
      if (session->running)
        session->elapsed = over;
    }
  return session->position != position;
}

/**
 * unk_session_skip:
 * @session: a session
 *
 * Leaves the rest of the step out; after the last one the session is at its end.
 */
void
unk_session_skip (UnkSession *session)
{
  UnkSessionStep *step = get_step (session, session->position);

  if (!session->begun || !step)
    return;
  step->state = UNK_STEP_SKIPPED;
  move_to (session, session->position + 1);
}

/**
 * unk_session_back:
 * @session: a session
 *
 * Begins the step again; in its first %UNK_SESSION_BACK seconds the one before, which is open then,
 * as is the last one after the end.
 */
void
unk_session_back (UnkSession *session)
{
  if (!session->begun)
    return;
  if (session->elapsed < UNK_SESSION_BACK && session->position)
    {
      move_to (session, session->position - 1);
      get_step (session, session->position)->state = UNK_STEP_OPEN;
    }
  session->elapsed = 0;
}

/**
 * unk_session_make_longer:
 * @session: a session
 *
 * Adds %UNK_SESSION_LONGER seconds to the repetition and to those that follow it in this step.
 */
void
unk_session_make_longer (UnkSession *session)
{
  UnkSessionMoment moment = unk_session_get_moment (session);

  if (!moment.step)
    return;
  moment.step->step->seconds += UNK_SESSION_LONGER;
  /* Those before it count as longer, too: the place in this one stays. */
  session->elapsed += moment.repetition * UNK_SESSION_LONGER;
  if (moment.phase == UNK_SESSION_REST)
    session->elapsed += UNK_SESSION_LONGER;
}

/**
 * unk_session_end:
 * @session: a session
 * @ended: in seconds since 1970
 *
 * Returns: (transfer full): what is kept of it; what is open was left out
 */
UnkPastSession *
unk_session_end (const UnkSession *session, gint64 ended)
{
  UnkPastSession *past =
    unk_past_session_new (session->name, session->began, MAX (ended, session->began));

  past->id = session->id;
  past->routine = session->routine;
  past->before = session->before;
  past->after = session->after;
  g_free (past->note);
  past->note = g_strdup (session->note);
  for (guint i = 0; i < session->steps->len; i++)
    {
      const UnkSessionStep *step = get_step (session, i);

      unk_past_session_add (past, unk_routine_step_copy (step->step), step->state == UNK_STEP_DONE);
    }
  return past;
}

static const char *const state_ids[UNK_N_STEP_STATES] = { "open", "done", "skipped" };

/**
 * unk_step_state_id:
 * @state: a state
 *
 * Returns: its name in files
 */
const char *
unk_step_state_id (UnkStepState state)
{
  return state_ids[state];
}

/**
 * unk_step_state_parse:
 * @id: a name
 * @state: (out): the state; unchanged where there is none of that name
 *
 * Returns: whether there is one
 */
gboolean
unk_step_state_parse (const char *id, UnkStepState *state)
{
  for (guint i = 0; i < UNK_N_STEP_STATES; i++)
    if (g_str_equal (id, state_ids[i]))
      {
        *state = (UnkStepState) i;
        return TRUE;
      }
  return FALSE;
}
