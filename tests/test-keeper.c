/* test-keeper.c: what could not be saved is told once, kept and tried again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "unk-keeper.h"
#include "unk-store-private.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkMarks *marks;
  UnkAnswers *answers;
  UnkKeeper *keeper;
  char *folder, *path;
  guint n_notices;
} Fixture;

static void
on_notice (Fixture *f)
{
  f->n_notices++;
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->marks = unk_marks_new (f->atlas);
  f->answers = unk_answers_new (f->atlas);
  f->folder = g_dir_make_tmp ("unknot-keeper-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "unknot.db", NULL);
  f->keeper = unk_keeper_new (f->marks, f->answers);
  g_signal_connect_swapped (f->keeper, "notice", G_CALLBACK (on_notice), f);
  unk_keeper_open (f->keeper, f->path);
  g_assert_cmpuint (f->n_notices, ==, 0);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->keeper);
  g_assert_finalize_object (f->marks);
  g_assert_finalize_object (f->answers);
  unk_atlas_unref (f->atlas);
  g_assert_cmpint (g_remove (f->path), ==, 0);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
}

static void
run (Fixture *f, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static int
count (Fixture *f, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  int n;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return n;
}

/* Runs the loop until the table has so many rows, ten seconds at most. */
static void
wait_for_rows (Fixture *f, const char *table, int n)
{
  for (int i = 0; i < 200 && count (f, table) != n; i++)
    {
      g_usleep (50000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpint (count (f, table), ==, n);
}

static void
refuse_marks (Fixture *f)
{
  run (f, "CREATE TRIGGER refuse BEFORE INSERT ON place"
          " BEGIN SELECT RAISE (ABORT, 'no more room'); END");
}

static void
a_failure_is_told_once_and_tried_again (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  refuse_marks (f);
  unk_marks_add_text (f->marks, "temple:left", NULL, NULL);
  for (int i = 0; i < 3; i++)
    unk_keeper_flush (f->keeper);
  g_assert_cmpuint (f->n_notices, ==, 1);
  text = unk_keeper_dup_notice (f->keeper);
  g_assert_nonnull (strstr (text, "no more room"));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  /* Nobody changes anything or asks: it is saved by itself once there is room. */
  run (f, "DROP TRIGGER refuse");
  wait_for_rows (f, "place", 1);
  g_assert_cmpuint (f->n_notices, ==, 1);
  /* The next failure is another one. */
  refuse_marks (f);
  unk_marks_add_text (f->marks, "temple:right", NULL, NULL);
  unk_keeper_flush (f->keeper);
  g_assert_cmpuint (f->n_notices, ==, 2);
}

static void
answers_are_saved_where_marks_can_not_be (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  refuse_marks (f);
  unk_marks_add_text (f->marks, "temple:left", NULL, NULL);
  unk_answers_set (f->answers, UNK_ASKED_CLUE, "sitting", UNK_ANSWER_YES);
  unk_keeper_flush (f->keeper);
  g_assert_cmpint (count (f, "place"), ==, 0);
  g_assert_cmpint (count (f, "answer"), ==, 1);
}

/* Changes that come faster than the rest that is waited for. */
static void
who_never_rests_is_saved (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  gboolean saved = FALSE;

  for (guint i = 0; !saved && g_get_monotonic_time () < end; i++)
    {
      unk_answers_set (f->answers, UNK_ASKED_CLUE, "sitting",
                       i % 2 ? UNK_ANSWER_NO : UNK_ANSWER_YES);
      g_usleep (50000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      saved = count (f, "answer") == 1;
    }
  g_assert_true (saved);
}

static void
reopen (Fixture *f)
{
  g_assert_finalize_object (f->keeper);
  g_assert_finalize_object (f->marks);
  g_assert_finalize_object (f->answers);
  f->marks = unk_marks_new (f->atlas);
  f->answers = unk_answers_new (f->atlas);
  f->keeper = unk_keeper_new (f->marks, f->answers);
}

/* The file is read whole or not at all; what could not be read is there when it can be read again,
 * and what was marked meanwhile comes to it. */
static void
what_can_not_be_read_is_not_written_over (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_marks_add_text (f->marks, "temple:left", NULL, NULL);
  unk_answers_set (f->answers, UNK_ASKED_CLUE, "sitting", UNK_ANSWER_YES);
  unk_keeper_flush (f->keeper);
  reopen (f);
  run (f, "ALTER TABLE answer RENAME TO elsewhere");
  unk_keeper_open (f->keeper, f->path);
  g_assert_null (unk_keeper_get_store (f->keeper));
  unk_marks_add_text (f->marks, "temple:right", NULL, NULL);
  unk_answers_set (f->answers, UNK_ASKED_CLUE, "standing", UNK_ANSWER_YES);
  unk_keeper_flush (f->keeper);
  g_assert_cmpint (count (f, "place"), ==, 1);
  run (f, "ALTER TABLE elsewhere RENAME TO answer");
  unk_keeper_open (f->keeper, f->path);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
  g_assert_cmpint (unk_answers_get (f->answers, UNK_ASKED_CLUE, "sitting"), ==, UNK_ANSWER_YES);
  g_assert_cmpint (unk_answers_get (f->answers, UNK_ASKED_CLUE, "standing"), ==, UNK_ANSWER_YES);
  wait_for_rows (f, "place", 2);
  wait_for_rows (f, "answer", 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/keeper/a-failure-is-told-once-and-tried-again", Fixture, NULL, set_up,
              a_failure_is_told_once_and_tried_again, tear_down);
  g_test_add ("/keeper/answers-are-saved-where-marks-can-not-be", Fixture, NULL, set_up,
              answers_are_saved_where_marks_can_not_be, tear_down);
  g_test_add ("/keeper/who-never-rests-is-saved", Fixture, NULL, set_up, who_never_rests_is_saved,
              tear_down);
  g_test_add ("/keeper/what-can-not-be-read-is-not-written-over", Fixture, NULL, set_up,
              what_can_not_be_read_is_not_written_over, tear_down);
  return g_test_run ();
}
