/* test-study.c: when cards come back, how much a day holds, and what is kept of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "unk-store-private.h"
#include "unk-study.h"

/* 2022-11-29 12:30 UTC, as in the published examples. */
#define START 1669725000
#define DAY UNK_FSRS_DAY

typedef struct
{
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = g_dir_make_tmp ("unknot-study-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "unknot.db", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir));)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
}

/* --- the algorithm, against the examples that its authors test with --- */

/* py-fsrs 6, tests/test_basic.py, test_review_card */
static void
published_intervals_come_out (void)
{
  static const UnkGrade grades[] = { 3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3 };
  static const gint64 days[] = { 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21 };
  UnkMemory memory = { 0 };
  gint64 now = START;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      memory = unk_fsrs_review (memory, grades[i], now, NULL);
      g_assert_cmpint ((memory.due - now) / DAY, ==, days[i]);
      now = memory.due;
    }
}

/* … test_memo_state */
static void
published_memory_comes_out (void)
{
  static const UnkGrade grades[] = { 1, 3, 3, 3, 3, 3 };
  static const gint64 waits[] = { 0, 0, 1, 3, 8, 21 };
  UnkMemory memory = { 0 };
  gint64 now = START;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      now += waits[i] * DAY;
      memory = unk_fsrs_review (memory, grades[i], now, NULL);
    }
  g_assert_cmpfloat_with_epsilon (memory.stability, 53.62691, 1e-4);
  g_assert_cmpfloat_with_epsilon (memory.difficulty, 6.3574867, 1e-4);
}

/* … the default parameters themselves, and the difficulties that follow from them */
static void
published_beginnings_come_out (void)
{
  static const double stabilities[] = { 0.212, 1.2931, 2.3065, 8.2956 };
  static const double difficulties[] = { 6.4133, 5.11217071, 2.11810397, 1.0 };

  for (guint i = 0; i < 4; i++)
    {
      UnkMemory memory = unk_fsrs_review ((UnkMemory){ 0 }, i + 1, START, NULL);

      g_assert_cmpfloat_with_epsilon (memory.stability, stabilities[i], 1e-6);
      g_assert_cmpfloat_with_epsilon (memory.difficulty, difficulties[i], 1e-6);
    }
}

/* … test_repeated_correct_reviews */
static void
what_is_always_easy_becomes_easiest (void)
{
  UnkMemory memory = { 0 };

  for (guint i = 0; i < 10; i++)
    memory = unk_fsrs_review (memory, UNK_GRADE_EASY, START, NULL);
  g_assert_cmpfloat (memory.difficulty, ==, 1);
}

/* … test_good_learning_steps, test_again_, test_hard_, test_easy_, test_relearning */
static void
learning_goes_in_steps (void)
{
  UnkMemory again = unk_fsrs_review ((UnkMemory){ 0 }, UNK_GRADE_AGAIN, START, NULL);
  UnkMemory hard = unk_fsrs_review ((UnkMemory){ 0 }, UNK_GRADE_HARD, START, NULL);
  UnkMemory good = unk_fsrs_review ((UnkMemory){ 0 }, UNK_GRADE_GOOD, START, NULL);
  UnkMemory easy = unk_fsrs_review ((UnkMemory){ 0 }, UNK_GRADE_EASY, START, NULL);
  UnkMemory lapsed;

  g_assert_cmpint (again.due - START, ==, 60);
  g_assert_cmpint (hard.due - START, ==, 330);
  g_assert_cmpint (good.due - START, ==, 600);
  g_assert_cmpint (easy.due - START, ==, 8 * DAY);
  g_assert_cmpint (easy.state, ==, UNK_MEMORY_REVIEW);
  g_assert_cmpint (good.state, ==, UNK_MEMORY_LEARNING);
  good = unk_fsrs_review (good, UNK_GRADE_GOOD, good.due, NULL);
  g_assert_cmpint (good.state, ==, UNK_MEMORY_REVIEW);
  lapsed = unk_fsrs_review (good, UNK_GRADE_AGAIN, good.due, NULL);
  g_assert_cmpint (lapsed.state, ==, UNK_MEMORY_RELEARNING);
  g_assert_cmpint (lapsed.due - lapsed.last, ==, 600);
  g_assert_cmpfloat (lapsed.stability, <, good.stability);
}

static void
after_its_stability_nine_of_ten_are_known (void)
{
  UnkMemory memory = { UNK_MEMORY_REVIEW, 0, 30, 5, START, START };

  g_assert_cmpfloat_with_epsilon (unk_fsrs_get_retrievability (&memory, START + 30 * DAY), 0.9,
                                  1e-9);
  g_assert_cmpfloat (unk_fsrs_get_retrievability (&memory, START), ==, 1);
  g_assert_cmpfloat (unk_fsrs_get_retrievability (&(UnkMemory){ 0 }, START), ==, 0);
}

static void
blur_stays_near (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  UnkMemory memory = { UNK_MEMORY_REVIEW, 0, 30, 5, START + 30 * DAY, START };
  UnkMemory exact = unk_fsrs_review (memory, UNK_GRADE_GOOD, memory.due, NULL);
  gint64 least = G_MAXINT64, most = 0;

  for (guint i = 0; i < 500; i++)
    {
      UnkMemory m = unk_fsrs_review (memory, UNK_GRADE_GOOD, memory.due, rand);

      least = MIN (least, m.due);
      most = MAX (most, m.due);
      g_assert_cmpfloat (m.stability, ==, exact.stability);
    }
  g_assert_cmpint (least, <, exact.due);
  g_assert_cmpint (most, >, exact.due);
  g_assert_cmpfloat ((double) (most - exact.due), <, 0.1 * (double) (exact.due - memory.due));
}

/* --- days --- */

static GStrv
make_deck (guint n)
{
  GStrv deck = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    deck[i] = g_strdup_printf ("lit/muscle-%05u", i);
  return deck;
}

static GDateTime *
make_time (gint64 seconds)
{
  return g_date_time_new_from_unix_utc (seconds);
}

static const char *
get_next (UnkStudy *study, gint64 at)
{
  g_autoptr (GDateTime) now = make_time (at);

  return unk_study_get_next (study, now);
}

static void
answer (UnkStudy *study, const char *card, UnkGrade grade, gint64 at)
{
  g_autoptr (GDateTime) now = make_time (at);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (card);

  unk_study_answer (study, id, grade, now, &error);
  g_assert_no_error (error);
}

static UnkStudySummary
summarize (UnkStudy *study, gint64 at)
{
  g_autoptr (GDateTime) now = make_time (at);

  return unk_study_summarize (study, now);
}

/* A learner who knows a card as likely as the algorithm supposes. */
static UnkGrade
grade_by_chance (UnkStudy *study, const char *card, gint64 at, GRand *rand)
{
  UnkMemory memory = unk_study_get_memory (study, card);
  double known = memory.state == UNK_MEMORY_NEW ? 0.7 : unk_fsrs_get_retrievability (&memory, at);
  double luck = g_rand_double (rand);

  return luck > known ? UNK_GRADE_AGAIN : luck > 0.8 * known ? UNK_GRADE_HARD : UNK_GRADE_GOOD;
}

/* One day until nothing is left to ask. Returns how many cards were asked. */
static guint
play_day (UnkStudy *study, gint64 morning, GRand *rand, guint *answers)
{
  gint64 at = morning;

  for (const char *card; (card = get_next (study, at)); at += 20)
    {
      answer (study, card, grade_by_chance (study, card, at, rand), at);
      (*answers)++;
      g_assert_cmpint (at, <, morning + DAY / 2);
    }
  return summarize (study, at).done;
}

/* With more to learn than there are days for, each day is as full as was asked for, and not fuller.
 */
static void
a_thousand_days_stay_near_the_limit (void)
{
  const guint limit = 40, warm_up = 100;
  g_auto (GStrv) deck = make_deck (2400);
  g_autoptr (UnkStudy) study = unk_study_new (g_rand_new_with_seed (11));
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint sum = 0, most = 0, least = G_MAXUINT, answers = 0, waiting = 0;

  unk_study_set_limits (study, 12, limit);
  unk_study_set_deck (study, (const char *const *) deck);
  for (guint day = 0; day < 1000; day++)
    {
      guint load = play_day (study, START + day * DAY, rand, &answers);

      g_assert_cmpuint (load, <=, limit);
      if (day < warm_up)
        continue;
      sum += load;
      most = MAX (most, load);
      least = MIN (least, load);
    }
  /* What is left over for another day stays a few days' work: it doesn't pile up. */
  for (guint i = 0; deck[i]; i++)
    {
      UnkMemory memory = unk_study_get_memory (study, deck[i]);

      waiting += memory.state != UNK_MEMORY_NEW && memory.due < START + 1000 * DAY - DAY / 2;
    }
  g_test_message ("limit %u: %.1f cards a day on average, %u to %u; %u answers; %u met, %u waiting",
                  limit, (double) sum / (1000 - warm_up), least, most, answers,
                  summarize (study, START + 1000 * DAY).met, waiting);
  g_assert_cmpuint (sum, >=, (1000 - warm_up) * limit * 85 / 100);
  g_assert_cmpuint (waiting, <=, 2 * limit);
}

static void
what_is_missed_comes_back_the_same_day (void)
{
  g_auto (GStrv) deck = make_deck (2);
  g_autoptr (UnkStudy) study = unk_study_new (NULL);

  unk_study_set_deck (study, (const char *const *) deck);
  g_assert_cmpstr (get_next (study, START), ==, deck[0]);
  answer (study, deck[0], UNK_GRADE_AGAIN, START);
  g_assert_cmpstr (get_next (study, START + 10), ==, deck[1]);
  answer (study, deck[1], UNK_GRADE_EASY, START + 10);
  /* Nothing else is left: it needn't be waited for. */
  g_assert_cmpstr (get_next (study, START + 20), ==, deck[0]);
  answer (study, deck[0], UNK_GRADE_EASY, START + 70);
  g_assert_null (get_next (study, START + 80));
  g_assert_cmpuint (summarize (study, START + 80).done, ==, 2);
  g_assert_cmpuint (summarize (study, START + 80).answers_today, ==, 3);
  g_assert_cmpuint (summarize (study, START + 80).right_today, ==, 2);
}

static void
new_cards_are_few_a_day (void)
{
  g_auto (GStrv) deck = make_deck (50);
  g_autoptr (UnkStudy) study = unk_study_new (NULL);
  guint n = 0;

  unk_study_set_limits (study, 4, 30);
  unk_study_set_deck (study, (const char *const *) deck);
  g_assert_cmpuint (summarize (study, START).fresh, ==, 4);
  for (const char *card; (card = get_next (study, START)); n++)
    answer (study, card, UNK_GRADE_EASY, START);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (summarize (study, START).fresh, ==, 0);
  g_assert_cmpuint (summarize (study, START + DAY).fresh, ==, 4);
  g_assert_cmpuint (summarize (study, START + 30 * DAY).due, ==, 4);
}

static void
a_streak_waits_for_today (void)
{
  g_auto (GStrv) deck = make_deck (50);
  g_autoptr (UnkStudy) study = unk_study_new (NULL);

  unk_study_set_deck (study, (const char *const *) deck);
  g_assert_cmpuint (summarize (study, START).streak, ==, 0);
  for (guint day = 0; day < 3; day++)
    answer (study, deck[day], UNK_GRADE_GOOD, START + day * DAY);
  g_assert_cmpuint (summarize (study, START + 2 * DAY).streak, ==, 3);
  g_assert_cmpuint (summarize (study, START + 3 * DAY).streak, ==, 3);
  g_assert_cmpuint (summarize (study, START + 4 * DAY).streak, ==, 0);
}

/* Midnight is where the user lives, not in Greenwich. */
static void
the_day_ends_at_the_users_midnight (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-8 * 60 * 60);
  g_autoptr (GDateTime) evening = g_date_time_new (zone, 2026, 3, 1, 23, 30, 0);
  g_autoptr (GDateTime) night = g_date_time_new (zone, 2026, 3, 2, 0, 30, 0);
  g_auto (GStrv) deck = make_deck (3);
  g_autoptr (UnkStudy) study = unk_study_new (NULL);

  unk_study_set_deck (study, (const char *const *) deck);
  g_assert_true (unk_study_answer (study, deck[0], UNK_GRADE_GOOD, evening, NULL));
  g_assert_cmpuint (unk_study_summarize (study, evening).done, ==, 1);
  g_assert_cmpuint (unk_study_summarize (study, night).done, ==, 0);
  g_assert_cmpuint (unk_study_summarize (study, night).due, ==, 1);
}

/* --- the file --- */

static UnkStore *
open_store (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  UnkStore *store = unk_store_open (f->path, &error);

  g_assert_no_error (error);
  return store;
}

static UnkStudy *
open_study (UnkStore *store, char **deck)
{
  g_autoptr (GError) error = NULL;
  UnkStudy *study = unk_study_new (NULL);

  unk_study_set_deck (study, (const char *const *) deck);
  unk_study_open (study, store, &error);
  g_assert_no_error (error);
  return study;
}

static void
assert_same_memory (UnkStudy *a, UnkStudy *b, const char *card)
{
  UnkMemory one = unk_study_get_memory (a, card), two = unk_study_get_memory (b, card);

  g_assert_cmpint (one.state, ==, two.state);
  g_assert_cmpint (one.step, ==, two.step);
  g_assert_cmpfloat (one.stability, ==, two.stability);
  g_assert_cmpfloat (one.difficulty, ==, two.difficulty);
  g_assert_cmpint (one.due, ==, two.due);
  g_assert_cmpint (one.last, ==, two.last);
}

static void
what_was_learned_is_there_again (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) deck = make_deck (5);
  g_autoptr (UnkStore) store = open_store (f);
  g_autoptr (UnkStudy) study = open_study (store, deck);
  g_autoptr (UnkStore) again = NULL;
  g_autoptr (UnkStudy) other = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 4; i++)
    answer (study, deck[i], 1 + i, START + i);
  answer (study, deck[0], UNK_GRADE_GOOD, START + 100);
  answer (study, deck[0], UNK_GRADE_GOOD, START + 900);
  before = unk_study_export_csv (study);
  unk_store_close (store);
  again = open_store (f);
  other = open_study (again, deck);
  for (guint i = 0; i < 5; i++)
    assert_same_memory (study, other, deck[i]);
  after = unk_study_export_csv (other);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_str_has_prefix (after, "time,card,grade,state,stability,difficulty,due\r\n"
                                          "2022-11-29T12:30:00Z,lit/muscle-00000,1,learning,"));
  g_assert_true (g_str_has_suffix (after, "\r\n"));
}

static void
an_answer_can_be_taken_back (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) deck = make_deck (3);
  g_autoptr (UnkStore) store = open_store (f);
  g_autoptr (UnkStudy) study = open_study (store, deck);
  g_autoptr (UnkStudy) other = NULL;
  UnkMemory once, twice;

  g_assert_false (unk_study_undo (study, NULL));
  answer (study, deck[0], UNK_GRADE_GOOD, START);
  once = unk_study_get_memory (study, deck[0]);
  answer (study, deck[0], UNK_GRADE_GOOD, START + 700);
  twice = unk_study_get_memory (study, deck[0]);
  g_assert_true (unk_study_undo (study, NULL));
  g_assert_cmpint (unk_study_get_memory (study, deck[0]).due, ==, once.due);
  other = open_study (store, deck);
  assert_same_memory (study, other, deck[0]);
  g_assert_true (unk_study_undo (study, NULL));
  g_assert_cmpint (unk_study_get_memory (study, deck[0]).state, ==, UNK_MEMORY_NEW);
  g_assert_false (unk_study_can_undo (study));
  g_assert_true (unk_study_redo (study, NULL));
  g_assert_true (unk_study_redo (study, NULL));
  g_assert_false (unk_study_redo (study, NULL));
  g_assert_cmpint (unk_study_get_memory (study, deck[0]).due, ==, twice.due);
  g_clear_object (&other);
  other = open_study (store, deck);
  assert_same_memory (study, other, deck[0]);
  /* Also in a later session. */
  g_assert_true (unk_study_undo (other, NULL));
  g_assert_cmpint (unk_study_get_memory (other, deck[0]).due, ==, once.due);
  answer (other, deck[1], UNK_GRADE_GOOD, START + 800);
  g_assert_false (unk_study_can_redo (other));
}

static void
what_can_not_be_kept_changes_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) deck = make_deck (3);
  g_autoptr (UnkStore) store = open_store (f);
  g_autoptr (UnkStudy) study = open_study (store, deck);
  g_autoptr (GDateTime) now = make_time (START + 10);
  g_autoptr (GError) error = NULL;
  UnkMemory memory;

  answer (study, deck[0], UNK_GRADE_GOOD, START);
  memory = unk_study_get_memory (study, deck[0]);
  unk_store_close (store);
  g_assert_false (unk_study_answer (study, deck[0], UNK_GRADE_EASY, now, &error));
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
  g_assert_cmpint (unk_study_get_memory (study, deck[0]).due, ==, memory.due);
  g_clear_error (&error);
  g_assert_false (unk_study_undo (study, &error));
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
  g_assert_cmpint (unk_study_get_memory (study, deck[0]).due, ==, memory.due);
  g_clear_error (&error);
  g_assert_false (unk_study_open (study, store, &error));
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
  g_assert_cmpint (unk_study_get_memory (study, deck[0]).due, ==, memory.due);
}

/* A file of the first version: what is in it stays, and a copy is kept. */
static void
an_older_file_is_brought_up_to_date (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) deck = make_deck (3);
  g_autoptr (UnkStore) store = open_store (f);
  g_autoptr (UnkStudy) study = NULL;
  g_autoptr (UnkRoutine) routine = unk_routine_new ("Evening");
  g_autoptr (GPtrArray) routines = NULL;

  g_assert_true (unk_store_save_routine (store, routine, NULL));
  g_assert_true (
    unk_store_run (store,
                   "DROP TABLE card; DROP TABLE review; DROP TABLE tool; DROP TABLE session_step;"
                   "DROP TABLE session; DROP TABLE entry_mark; DROP TABLE entry;"
                   "DROP TABLE muscle_note; DROP TABLE deck_muscle; DROP TABLE deck;"
                   "DROP TABLE setting; ALTER TABLE routine DROP COLUMN days;"
                   "ALTER TABLE routine DROP COLUMN reminder; PRAGMA user_version = 1",
                   NULL));
  unk_store_close (store);
  g_clear_object (&store);
  store = open_store (f);
  g_assert_nonnull (unk_store_get_backup (store));
  g_assert_true (g_file_test (unk_store_get_backup (store), G_FILE_TEST_IS_REGULAR));
  routines = unk_store_load_routines (store, NULL);
  g_assert_cmpuint (routines->len, ==, 1);
  study = open_study (store, deck);
  answer (study, deck[0], UNK_GRADE_GOOD, START);
  g_assert_cmpint (unk_study_get_memory (study, deck[0]).state, ==, UNK_MEMORY_LEARNING);
}

#define ADD(path, test) g_test_add ("/study/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study/published-intervals-come-out", published_intervals_come_out);
  g_test_add_func ("/study/published-memory-comes-out", published_memory_comes_out);
  g_test_add_func ("/study/published-beginnings-come-out", published_beginnings_come_out);
  g_test_add_func ("/study/what-is-always-easy-becomes-easiest",
                   what_is_always_easy_becomes_easiest);
  g_test_add_func ("/study/learning-goes-in-steps", learning_goes_in_steps);
  g_test_add_func ("/study/after-its-stability-nine-of-ten-are-known",
                   after_its_stability_nine_of_ten_are_known);
  g_test_add_func ("/study/blur-stays-near", blur_stays_near);
  g_test_add_func ("/study/a-thousand-days-stay-near-the-limit",
                   a_thousand_days_stay_near_the_limit);
  g_test_add_func ("/study/what-is-missed-comes-back-the-same-day",
                   what_is_missed_comes_back_the_same_day);
  g_test_add_func ("/study/new-cards-are-few-a-day", new_cards_are_few_a_day);
  g_test_add_func ("/study/a-streak-waits-for-today", a_streak_waits_for_today);
  g_test_add_func ("/study/the-day-ends-at-the-users-midnight", the_day_ends_at_the_users_midnight);
  ADD ("what-was-learned-is-there-again", what_was_learned_is_there_again);
  ADD ("an-answer-can-be-taken-back", an_answer_can_be_taken_back);
  ADD ("what-can-not-be-kept-changes-nothing", what_can_not_be_kept_changes_nothing);
  ADD ("an-older-file-is-brought-up-to-date", an_older_file_is_brought_up_to_date);
  return g_test_run ();
}
