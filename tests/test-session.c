/* test-session.c: a session goes on by its clock, stops, goes back, and is taken up again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-fixture.h"

/* Two steps of one muscle, first right, then left: twice 30 seconds, then 20 seconds once. */
static UnkRoutine *
make_routine (void)
{
  UnkRoutine *routine = unk_routine_new ("Evening");

  routine->id = 7;
  g_ptr_array_add (routine->steps,
                   unk_routine_step_new ("masseter-superficial", UNK_SIDE_RIGHT, "compression",
                                         "compression", 0, "", 30, 2));
  g_ptr_array_add (routine->steps,
                   unk_routine_step_new ("masseter-superficial", UNK_SIDE_LEFT, "compression",
                                         "compression", 0, "", 20, 1));
  return routine;
}

static UnkSession *
make_session (void)
{
  g_autoptr (UnkRoutine) routine = make_routine ();

  return unk_session_new (routine, 1000);
}

/* Runs it for so many seconds, four ticks each; returns how many steps were done. */
static guint
run_for (UnkSession *session, double seconds)
{
  guint done = 0;

  for (int i = 0; i < (int) (seconds * 4); i++)
    {
      gint64 last = session->ticked ? session->ticked : 1000000;

      if (!session->ticked)
        unk_session_tick (session, last);
      done += unk_session_tick (session, last + G_USEC_PER_SEC / 4);
    }
  return done;
}

static void
expect (const UnkSession *session, UnkSessionPhase phase, int repetition, double left)
{
  UnkSessionMoment moment = unk_session_get_moment (session);

  g_assert_cmpint (moment.phase, ==, phase);
  g_assert_cmpint (moment.repetition, ==, repetition);
  g_assert_cmpfloat_with_epsilon (moment.left, left, 0.01);
  g_assert_true (phase == UNK_SESSION_BEFORE || phase == UNK_SESSION_AFTER ? !moment.step
                                                                           : !!moment.step);
}

static void
it_goes_through_every_phase (void)
{
  g_autoptr (UnkRoutine) routine = make_routine ();
  g_autoptr (UnkSession) session = make_session ();

  expect (session, UNK_SESSION_BEFORE, 0, 0);
  g_assert_cmpfloat (unk_session_count_left (session), ==, unk_routine_count_seconds (routine));
  unk_session_set_running (session, TRUE);
  expect (session, UNK_SESSION_PLACE, 0, 15);
  run_for (session, 20);
  expect (session, UNK_SESSION_HOLD, 0, 25);
  run_for (session, 27);
  expect (session, UNK_SESSION_REST, 0, 8);
  run_for (session, 9);
  expect (session, UNK_SESSION_HOLD, 1, 29);
  g_assert_false (unk_session_get_moment (session).other_side);
  g_assert_cmpuint (run_for (session, 40), ==, 1);
  g_assert_cmpuint (session->position, ==, 1);
  expect (session, UNK_SESSION_PLACE, 0, 14);
  g_assert_true (unk_session_get_moment (session).other_side);
  g_assert_cmpfloat_with_epsilon (unk_session_count_left (session), 44, 0.01);
  g_assert_cmpuint (run_for (session, 60), ==, 1);
  expect (session, UNK_SESSION_AFTER, 0, 0);
  g_assert_false (session->running);
  g_assert_cmpfloat (unk_session_count_left (session), ==, 0);
}

/* Four seconds in, six out, from the begin of each hold. */
static void
the_breath_is_slow (void)
{
  g_autoptr (UnkSession) session = make_session ();
  UnkSessionMoment moment;
  double share, last = 0;

  unk_session_set_running (session, TRUE);
  moment = unk_session_get_moment (session);
  g_assert_cmpint (unk_session_moment_get_breath (&moment, NULL), ==, UNK_BREATH_FREE);
  run_for (session, 15);
  for (int i = 0; i < 20; i++)
    {
      run_for (session, 1);
      moment = unk_session_get_moment (session);
      g_assert_cmpint (unk_session_moment_get_breath (&moment, &share), ==,
                       (i + 1) % 10 < 4 ? UNK_BREATH_IN : UNK_BREATH_OUT);
      g_assert_true (share >= 0 && share <= 1);
      if ((i + 1) % 10 != 0)
        g_assert_true ((share > last) == ((i + 1) % 10 <= 4));
      last = share;
    }
  /* Who strokes breathes as it comes. */
  g_free (((UnkSessionStep *) session->steps->pdata[0])->step->kind);
  ((UnkSessionStep *) session->steps->pdata[0])->step->kind = g_strdup ("friction");
  moment = unk_session_get_moment (session);
  g_assert_cmpint (unk_session_moment_get_breath (&moment, NULL), ==, UNK_BREATH_FREE);
}

static void
its_share_grows (void)
{
  g_autoptr (UnkSession) session = make_session ();

  g_assert_cmpfloat (unk_session_get_share (session), ==, 0);
  unk_session_set_running (session, TRUE);
  run_for (session, 47.5);
  g_assert_cmpfloat_with_epsilon (unk_session_get_share (session), 47.5 / 140, 0.01);
  unk_session_skip (session);
  unk_session_skip (session);
  g_assert_cmpfloat (unk_session_get_share (session), ==, 1);
}

static void
what_was_ruled_out_since_is_left_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkAtlas) atlas = unk_atlas_open (g_getenv ("UNKNOT_ATLAS"), &error);
  g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
  g_autoptr (UnkAnswers) answers = unk_answers_new (atlas);
  g_autoptr (UnkRoutine) routine = make_routine ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) careful = g_ptr_array_new ();
  UnkSession *session;

  g_assert_no_error (error);
  session = unk_session_new_safe (routine, atlas, marks, answers, 1000, left_out, careful);
  g_assert_cmpuint (session->steps->len, ==, 2);
  g_assert_cmpuint (left_out->len, ==, 0);
  unk_session_free (session);
  g_ptr_array_add (routine->steps, unk_routine_step_new ("no-such-muscle", UNK_SIDE_LEFT, "stretch",
                                                         "static-stretch", 0, "", 20, 1));
  session = unk_session_new_safe (routine, atlas, marks, answers, 1000, left_out, careful);
  g_assert_cmpuint (session->steps->len, ==, 2);
  g_assert_cmpuint (left_out->len, ==, 1);
  g_assert_cmpstr (left_out->pdata[0], ==, "no-such-muscle");
  unk_session_free (session);
  /* What only asks for care is named, and rules nothing out. */
  g_assert_cmpuint (careful->len, ==, 0);
  unk_answers_set (answers, UNK_ASKED_CONTRAINDICATION, "hypermobility", UNK_ANSWER_YES);
  session = unk_session_new_safe (routine, atlas, marks, answers, 1000, left_out, careful);
  g_assert_cmpuint (session->steps->len, ==, 2);
  g_assert_cmpuint (careful->len, ==, 1);
  g_assert_cmpstr (((const UnkContraindication *) careful->pdata[0])->id, ==, "hypermobility");
  unk_session_free (session);
  /* A fever rules out all of it; each muscle is named once. */
  unk_answers_set (answers, UNK_ASKED_CONTRAINDICATION, "infection-fever", UNK_ANSWER_YES);
  session = unk_session_new_safe (routine, atlas, marks, answers, 1000, left_out, careful);
  g_assert_cmpuint (session->steps->len, ==, 0);
  g_assert_cmpuint (left_out->len, ==, 2);
  unk_session_free (session);
}

static void
a_pause_holds_the_time (void)
{
  g_autoptr (UnkSession) session = make_session ();

  unk_session_set_running (session, TRUE);
  run_for (session, 20);
  unk_session_set_running (session, FALSE);
  run_for (session, 20);
  expect (session, UNK_SESSION_HOLD, 0, 25);
  /* However long it was: the time of the pause doesn't count. */
  unk_session_set_running (session, TRUE);
  unk_session_tick (session, G_GINT64_CONSTANT (9000000000));
  expect (session, UNK_SESSION_HOLD, 0, 25);
  g_assert_true (session->running);
}

static void
a_machine_that_slept_pauses (void)
{
  g_autoptr (UnkSession) session = make_session ();

  unk_session_set_running (session, TRUE);
  run_for (session, 20);
  unk_session_tick (session, session->ticked + 3600 * (gint64) G_USEC_PER_SEC);
  g_assert_false (session->running);
  expect (session, UNK_SESSION_HOLD, 0, 25);
}

static void
skip_and_back (void)
{
  g_autoptr (UnkSession) session = make_session ();
  g_autoptr (UnkPastSession) past = NULL;

  unk_session_skip (session);
  unk_session_back (session);
  expect (session, UNK_SESSION_BEFORE, 0, 0);
  unk_session_set_running (session, TRUE);
  unk_session_back (session);
  expect (session, UNK_SESSION_PLACE, 0, 15);
  run_for (session, 20);
  unk_session_skip (session);
  expect (session, UNK_SESSION_PLACE, 0, 15);
  g_assert_true (session->running);
  run_for (session, 20);
  /* First to the begin of the step, then to the one before. */
  unk_session_back (session);
  g_assert_cmpuint (session->position, ==, 1);
  expect (session, UNK_SESSION_PLACE, 0, 15);
  unk_session_back (session);
  g_assert_cmpuint (session->position, ==, 0);
  /* What was gone back to and done is done, though it was skipped before. */
  g_assert_cmpuint (run_for (session, 95), ==, 1);
  unk_session_skip (session);
  expect (session, UNK_SESSION_AFTER, 0, 0);
  unk_session_skip (session);
  expect (session, UNK_SESSION_AFTER, 0, 0);
  past = unk_session_end (session, 2000);
  g_assert_true (((UnkPastStep *) g_ptr_array_index (past->steps, 0))->done);
  g_assert_false (((UnkPastStep *) g_ptr_array_index (past->steps, 1))->done);
  unk_session_back (session);
  g_assert_cmpuint (session->position, ==, 1);
  expect (session, UNK_SESSION_PLACE, 0, 15);
}

static void
longer_adds_to_what_is_to_come (void)
{
  g_autoptr (UnkSession) session = make_session ();
  double left;

  unk_session_make_longer (session);
  unk_session_set_running (session, TRUE);
  run_for (session, 60);
  expect (session, UNK_SESSION_HOLD, 1, 25);
  left = unk_session_count_left (session);
  unk_session_make_longer (session);
  expect (session, UNK_SESSION_HOLD, 1, 35);
  g_assert_cmpfloat_with_epsilon (unk_session_count_left (session), left + 10, 0.01);
  run_for (session, 37);
  expect (session, UNK_SESSION_REST, 1, 8);
  unk_session_make_longer (session);
  expect (session, UNK_SESSION_REST, 1, 8);
  /* The routine's own next step is as long as it was. */
  unk_session_skip (session);
  run_for (session, 15);
  expect (session, UNK_SESSION_HOLD, 0, 20);
}

static void
nothing_to_do_is_over_at_once (void)
{
  g_autoptr (UnkRoutine) routine = unk_routine_new ("Empty");
  g_autoptr (UnkSession) session = unk_session_new (routine, 1000);

  unk_session_set_running (session, TRUE);
  g_assert_false (session->running);
  expect (session, UNK_SESSION_AFTER, 0, 0);
  unk_session_back (session);
  unk_session_skip (session);
  expect (session, UNK_SESSION_AFTER, 0, 0);
}

static void
it_is_taken_up_where_it_stood (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkStore) store = store_fixture_open (f);
  g_autoptr (UnkSession) session = make_session ();
  g_autoptr (UnkSession) found = NULL;
  g_autoptr (GPtrArray) over = NULL;
  gint64 id;

  g_assert_true (unk_store_load_session (store, &found, NULL));
  g_assert_null (found);
  session->before = 6;
  unk_session_set_running (session, TRUE);
  g_assert_true (unk_store_save_session (store, session, NULL));
  id = session->id;
  g_assert_cmpint (id, >, 0);
  unk_session_make_longer (session);
  unk_session_skip (session);
  run_for (session, 20.5);
  g_assert_true (unk_store_save_session (store, session, NULL));
  g_assert_cmpint (session->id, ==, id);
  unk_store_close (store);
  g_clear_object (&store);
  store = store_fixture_open (f);
  g_assert_true (unk_store_load_session (store, &found, NULL));
  g_assert_cmpint (found->id, ==, id);
  g_assert_cmpint (found->routine, ==, 7);
  g_assert_cmpint (found->began, ==, 1000);
  g_assert_cmpstr (found->name, ==, "Evening");
  g_assert_cmpint (found->before, ==, 6);
  g_assert_false (found->running);
  g_assert_cmpuint (found->steps->len, ==, 2);
  g_assert_cmpint (((UnkSessionStep *) g_ptr_array_index (found->steps, 0))->state, ==,
                   UNK_STEP_SKIPPED);
  g_assert_cmpint (((UnkSessionStep *) g_ptr_array_index (found->steps, 0))->step->seconds, ==, 40);
  expect (found, UNK_SESSION_HOLD, 0, 15);
  /* It isn't over: the journal doesn't tell of it. */
  over = unk_store_load_past_sessions (store, NULL);
  g_assert_cmpuint (over->len, ==, 0);
}

static void
what_is_over_goes_into_the_journal (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkStore) store = store_fixture_open (f);
  g_autoptr (UnkSession) session = make_session ();
  g_autoptr (UnkSession) found = NULL;
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();
  g_autoptr (GPtrArray) over = NULL;
  UnkPastSession *past;

  unk_session_set_running (session, TRUE);
  run_for (session, 100);
  g_assert_true (unk_store_save_session (store, session, NULL));
  session->after = 3;
  g_ptr_array_add (change->sessions_in, unk_session_end (session, 2000));
  g_assert_true (unk_store_change_journal (store, change, NULL));
  g_assert_true (unk_store_load_session (store, &found, NULL));
  g_assert_null (found);
  over = unk_store_load_past_sessions (store, NULL);
  g_assert_cmpuint (over->len, ==, 1);
  past = g_ptr_array_index (over, 0);
  g_assert_cmpint (past->id, ==, session->id);
  g_assert_cmpint (past->ended, ==, 2000);
  g_assert_cmpint (past->after, ==, 3);
  g_assert_true (((UnkPastStep *) g_ptr_array_index (past->steps, 0))->done);
  g_assert_false (((UnkPastStep *) g_ptr_array_index (past->steps, 1))->done);
}

/* What a hand has written into the file is read as far as it can be. */
static void
odd_rows_do_no_harm (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkStore) store = store_fixture_open (f);
  g_autoptr (UnkSession) session = make_session ();
  g_autoptr (UnkSession) found = NULL;

  g_assert_true (unk_store_save_session (store, session, NULL));
  g_assert_true (unk_store_run (store, "UPDATE session SET position = 99, elapsed = -5", NULL));
  g_assert_true (unk_store_load_session (store, &found, NULL));
  expect (found, UNK_SESSION_AFTER, 0, 0);
  g_clear_pointer (&found, unk_session_free);
  g_assert_true (unk_store_run (store, "UPDATE session SET position = 0, elapsed = 100000", NULL));
  g_assert_true (unk_store_load_session (store, &found, NULL));
  unk_session_set_running (found, TRUE);
  g_assert_true (unk_session_tick (found, 1));
  expect (found, UNK_SESSION_AFTER, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/it-goes-through-every-phase", it_goes_through_every_phase);
  g_test_add_func ("/session/the-breath-is-slow", the_breath_is_slow);
  g_test_add_func ("/session/its-share-grows", its_share_grows);
  g_test_add_func ("/session/what-was-ruled-out-since-is-left-out",
                   what_was_ruled_out_since_is_left_out);
  g_test_add_func ("/session/a-pause-holds-the-time", a_pause_holds_the_time);
  g_test_add_func ("/session/a-machine-that-slept-pauses", a_machine_that_slept_pauses);
  g_test_add_func ("/session/skip-and-back", skip_and_back);
  g_test_add_func ("/session/longer-adds-to-what-is-to-come", longer_adds_to_what_is_to_come);
  g_test_add_func ("/session/nothing-to-do-is-over-at-once", nothing_to_do_is_over_at_once);
#define ADD(path, func)                                                                            \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/session/it-is-taken-up-where-it-stood", it_is_taken_up_where_it_stood);
  ADD ("/session/what-is-over-goes-into-the-journal", what_is_over_goes_into_the_journal);
  ADD ("/session/odd-rows-do-no-harm", odd_rows_do_no_harm);
  return g_test_run ();
}
