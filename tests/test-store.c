/* test-store.c: the user's file: kept, brought back, damaged, foreign, newer, older
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "unk-store-private.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkMarks *marks;
  UnkAnswers *answers;
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->marks = unk_marks_new (f->atlas);
  f->answers = unk_answers_new (f->atlas);
  f->folder = g_dir_make_tmp ("unknot-store-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "new", "unknot.db", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *full = g_build_filename (path, name, NULL);

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        remove_folder (full);
      else
        g_assert_cmpint (g_remove (full), ==, 0);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->marks);
  g_assert_finalize_object (f->answers);
  unk_atlas_unref (f->atlas);
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static UnkStore *
open_store (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  UnkStore *store = unk_store_open (f->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static void
refuse (Fixture *f, UnkStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkStore) store = unk_store_open (f->path, &error);

  g_assert_null (store);
  g_assert_error (error, UNK_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, f->path));
}

static void
run (Fixture *f, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
save (Fixture *f)
{
  g_autoptr (UnkStore) store = open_store (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (unk_store_save_marks (store, f->marks, &error));
  g_assert_no_error (error);
  g_assert_true (unk_store_save_answers (store, f->answers, &error));
  g_assert_no_error (error);
}

static char **
load (Fixture *f, UnkMarks *marks)
{
  g_autoptr (UnkStore) store = open_store (f);
  g_autoptr (GError) error = NULL;
  char **lost = NULL;

  g_assert_true (unk_store_load_marks (store, marks, &lost, &error));
  g_assert_no_error (error);
  return lost;
}

static void
assert_same (UnkMask *a, UnkMask *b)
{
  g_assert_cmpuint (unk_mask_count (a), ==, unk_mask_count (b));
  g_assert_cmpuint (unk_mask_count (a), ==, unk_mask_count_common (a, b));
}

static void
marks_survive (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkMarks) again = unk_marks_new (f->atlas);
  g_auto (GStrv) lost = NULL;
  guint n;
  const UnkView *views = unk_atlas_get_views (f->atlas, &n);

  unk_marks_add_text (f->marks, "front:240,600:40,temple:left,upper-teeth-back", NULL, NULL);
  unk_marks_begin_erasing (f->marks, unk_atlas_find_view (f->atlas, "front", NULL), 240, 600, 9);
  unk_marks_extend_stroke (f->marks, 250.5, 610.25);
  unk_marks_rate_place (f->marks, 1, UNK_PAIN_TINGLING, 9);
  save (f);
  lost = load (f, again);
  g_assert_cmpuint (g_strv_length (lost), ==, 0);
  g_assert_cmpuint (unk_marks_get_n_places (again), ==, 3);
  g_assert_cmpint (unk_marks_get_place (again, 1)->intensity, ==, 9);
  g_assert_cmpint (unk_marks_get_place (again, 1)->kind, ==, UNK_PAIN_TINGLING);
  g_assert_cmpint (unk_marks_get_place (again, 1)->side, ==, UNK_SIDE_LEFT);
  g_assert_false (unk_marks_can_undo (again));
  for (guint v = 0; v < n; v++)
    {
      g_autoptr (UnkMask) before = unk_marks_make_mask (f->marks, &views[v]);
      g_autoptr (UnkMask) after = unk_marks_make_mask (again, &views[v]);

      assert_same (before, after);
    }
}

static void
saving_again_replaces (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  save (f);
  unk_marks_undo (f->marks);
  save (f);
  g_strfreev (load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  unk_marks_clear (f->marks);
  save (f);
  g_strfreev (load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
}

static void
a_mark_of_an_unknown_area_is_kept (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) lost = NULL, still = NULL, none = NULL;

  unk_marks_add_text (f->marks, "temple,front:240,600:20", NULL, NULL);
  save (f);
  run (f, "UPDATE mark SET name = 'third-elbow' WHERE name = 'temple'");
  lost = load (f, f->marks);
  g_assert_cmpuint (g_strv_length (lost), ==, 1);
  g_assert_cmpstr (lost[0], ==, "third-elbow");
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  /* Saved and loaded without it, it is there still, and comes back when it is known. */
  save (f);
  still = load (f, f->marks);
  g_assert_cmpuint (g_strv_length (still), ==, 1);
  run (f, "UPDATE mark SET name = 'temple' WHERE name = 'third-elbow'");
  none = load (f, f->marks);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
  save (f);
  g_strfreev (load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
}

static void
bytes_that_are_no_stroke_are_kept_aside (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const damage[] = { "dots = x'0102'", "dots = NULL", "radius = -4",
                                        "dots = x'0000c07f0000c07f'" };

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE mark SET %s", damage[i]);
      g_auto (GStrv) lost = NULL;

      unk_marks_clear (f->marks);
      unk_marks_add_text (f->marks, "front:240,600:20", NULL, NULL);
      save (f);
      run (f, sql);
      lost = load (f, f->marks);
      g_assert_cmpuint (g_strv_length (lost), ==, i + 1);
      g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
    }
}

static void
answers_survive (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkAnswers) again = unk_answers_new (f->atlas);
  g_autoptr (UnkStore) store = NULL;

  unk_answers_set (f->answers, UNK_ASKED_CLUE, "sitting", UNK_ANSWER_YES);
  unk_answers_set (f->answers, UNK_ASKED_RED_FLAG, "heart", UNK_ANSWER_NO);
  unk_answers_set_at (f->answers, UNK_ASKED_CONTRAINDICATION, "skin", UNK_ANSWER_CLEARED,
                      "temple:left");
  unk_answers_set (f->answers, UNK_ASKED_CLUE, "of-another-version", UNK_ANSWER_YES);
  save (f);
  unk_answers_set (again, UNK_ASKED_CLUE, "driving", UNK_ANSWER_YES);
  store = open_store (f);
  g_assert_true (unk_store_load_answers (store, again, NULL));
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_CLUE, "driving"), ==, UNK_ANSWER_NONE);
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_CLUE, "sitting"), ==, UNK_ANSWER_YES);
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_RED_FLAG, "heart"), ==, UNK_ANSWER_NO);
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_CONTRAINDICATION, "skin"), ==,
                   UNK_ANSWER_CLEARED);
  g_assert_cmpstr (unk_answers_get_where (again, UNK_ASKED_CONTRAINDICATION, "skin"), ==,
                   "temple:left");
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_CLUE, "of-another-version"), ==,
                   UNK_ANSWER_YES);
}

static void
routines_survive_in_order (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkStore) store = open_store (f);
  g_autoptr (UnkRoutine) routine = unk_routine_new ("Neck, at night");
  g_autoptr (GPtrArray) all = NULL, left = NULL;
  const UnkRoutine *first;
  gint64 id;

  for (int i = 0; i < 5; i++)
    g_ptr_array_add (routine->steps,
                     unk_routine_step_new (i % 2 ? "of-another-version" : "levator-scapulae",
                                           UNK_SIDE_LEFT, "stretch", "static-stretch", 0, "",
                                           30 + i, 2));
  routine->days = 0x15;
  routine->reminder = 450;
  g_assert_true (unk_store_save_routine (store, routine, NULL));
  id = routine->id;
  g_assert_cmpint (id, >, 0);
  g_ptr_array_remove_index (routine->steps, 0);
  g_assert_true (unk_store_save_routine (store, routine, NULL));
  g_assert_cmpint (routine->id, ==, id);
  all = unk_store_load_routines (store, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  first = g_ptr_array_index (all, 0);
  g_assert_cmpstr (first->name, ==, "Neck, at night");
  g_assert_cmpuint (first->days, ==, 0x15);
  g_assert_cmpint (first->reminder, ==, 450);
  g_assert_cmpuint (first->steps->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (((UnkRoutineStep *) g_ptr_array_index (first->steps, i))->seconds, ==,
                     31 + (int) i);
  g_assert_cmpint (((UnkRoutineStep *) g_ptr_array_index (first->steps, 0))->side, ==,
                   UNK_SIDE_LEFT);
  /* Deleted, and undone by saving it again under its id. */
  g_assert_true (unk_store_delete_routine (store, id, NULL));
  left = unk_store_load_routines (store, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  routine->reminder = -1;
  g_assert_true (unk_store_save_routine (store, routine, NULL));
  g_assert_cmpint (routine->id, ==, id);
  g_ptr_array_unref (left);
  left = unk_store_load_routines (store, NULL);
  g_assert_cmpint (((UnkRoutine *) g_ptr_array_index (left, 0))->reminder, ==, -1);
}

static void
a_damaged_file_is_set_aside (Fixture *f, gconstpointer data)
{
  const char *how = data;
  g_autofree char *before = NULL, *aside = NULL;
  g_autoptr (UnkStore) store = NULL;
  gsize length, kept;

  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  save (f);
  g_assert_true (g_file_get_contents (f->path, &before, &length, NULL));
  if (g_str_equal (how, "start"))
    memset (before, 'x', 100);
  else if (g_str_equal (how, "middle"))
    memset (before + 4096, 0x5a, length - 4096);
  else
    length = 5000;
  g_assert_true (g_file_set_contents (f->path, before, (gssize) length, NULL));
  store = open_store (f);
  g_assert_nonnull (unk_store_get_set_aside (store));
  g_assert_true (g_file_get_contents (unk_store_get_set_aside (store), &aside, &kept, NULL));
  g_assert_cmpmem (aside, kept, before, length);
  /* The new one works. */
  g_assert_true (unk_store_save_marks (store, f->marks, NULL));
}

static void
two_damaged_files_have_two_names (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (UnkStore) store = NULL;

      save (f);
      g_assert_true (g_file_set_contents (f->path, "this is no database at all", -1, NULL));
      store = open_store (f);
      if (first)
        g_assert_cmpstr (unk_store_get_set_aside (store), !=, first);
      else
        first = g_strdup (unk_store_get_set_aside (store));
    }
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
}

static void
a_foreign_file_is_left_alone (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize n, m;

  g_free (f->path);
  f->path = g_build_filename (f->folder, "other.db", NULL);
  run (f, "CREATE TABLE recipe (name TEXT)");
  g_assert_true (g_file_get_contents (f->path, &before, &n, NULL));
  refuse (f, UNK_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (f->path, &after, &m, NULL));
  g_assert_cmpmem (before, n, after, m);
}

static void
a_newer_file_is_left_alone (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  save (f);
  run (f, "PRAGMA user_version = 99");
  refuse (f, UNK_STORE_ERROR_NEWER);
  run (f, "PRAGMA user_version = " G_STRINGIFY (UNK_STORE_VERSION));
  g_object_unref (open_store (f));
}

static void
a_folder_in_its_place_is_refused (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (g_mkdir_with_parents (f->path, 0700), ==, 0);
  refuse (f, UNK_STORE_ERROR_FAILED);
}

static void
what_may_not_be_written_is_refused (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  save (f);
  g_assert_cmpint (g_chmod (f->path, 0400), ==, 0);
  if (g_access (f->path, 2) == 0)
    {
      g_test_skip ("this user may write everything");
      return;
    }
  refuse (f, UNK_STORE_ERROR_READ_ONLY);
}

static void
what_can_not_be_written_beside_is_refused (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *before = NULL, *after = NULL;
  gsize n, m;

  save (f);
  g_assert_true (g_file_get_contents (f->path, &before, &n, NULL));
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  if (g_access (folder, 2) == 0)
    {
      g_test_skip ("this user may write everything");
      return;
    }
  refuse (f, UNK_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (f->path, &after, &m, NULL));
  g_assert_cmpmem (before, n, after, m);
  g_assert_cmpint (g_remove (f->path), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  refuse (f, UNK_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

/* Stopped after its file was begun and before its tables were made. */
static void
what_was_begun_is_new (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_free (f->path);
  f->path = g_build_filename (f->folder, "begun.db", NULL);
  run (f, "PRAGMA journal_mode = WAL");
  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  save (f);
  g_strfreev (load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
}

static void
a_busy_file_is_left_alone (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  sqlite3 *db = NULL;

  save (f);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;"
                                 "DELETE FROM answer",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  refuse (f, UNK_STORE_ERROR_FAILED);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_object_unref (open_store (f));
}

/* What is in the log only is neither brought into a file that is refused nor lost. */
static void
a_refused_file_keeps_its_log (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (f->folder, "copy.db", NULL);
  g_autofree char *from_log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *to_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *file = NULL, *log = NULL, *after = NULL;
  g_autoptr (UnkStore) store = open_store (f);
  gsize n, n_log, n_after;

  g_assert_true (unk_store_run (store, data, NULL));
  g_assert_true (g_file_get_contents (f->path, &file, &n, NULL));
  g_assert_true (g_file_get_contents (from_log, &log, &n_log, NULL));
  g_assert_cmpuint (n_log, >, 0);
  g_assert_true (g_file_set_contents (copy, file, (gssize) n, NULL));
  g_assert_true (g_file_set_contents (to_log, log, (gssize) n_log, NULL));
  g_free (f->path);
  f->path = g_strdup (copy);
  refuse (f, UNK_STORE_ERROR_NEWER);
  g_assert_true (g_file_get_contents (copy, &after, &n_after, NULL));
  g_assert_cmpmem (file, n, after, n_after);
  g_clear_pointer (&after, g_free);
  g_assert_true (g_file_get_contents (to_log, &after, &n_after, NULL));
  g_assert_cmpmem (log, n_log, after, n_after);
}

/* An emptied or missing file whose log is still there. */
static void
a_log_alone_is_set_aside (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, data, NULL);
  g_autofree char *kept = NULL, *bytes = NULL;
  g_autoptr (UnkStore) store = NULL;
  gsize n;

  for (int missing = 0; missing < 2; missing++)
    {
      char pages[600];

      memset (pages, 7, sizeof pages);
      save (f);
      if (missing)
        g_assert_cmpint (g_remove (f->path), ==, 0);
      else
        g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
      g_assert_true (g_file_set_contents (log, pages, sizeof pages, NULL));
      g_clear_object (&store);
      store = open_store (f);
      g_assert_nonnull (unk_store_get_set_aside (store));
      g_clear_pointer (&kept, g_free);
      kept = missing ? g_strdup (unk_store_get_set_aside (store))
                     : g_strconcat (unk_store_get_set_aside (store), data, NULL);
      g_clear_pointer (&bytes, g_free);
      g_assert_true (g_file_get_contents (kept, &bytes, &n, NULL));
      g_assert_cmpmem (bytes, n, pages, sizeof pages);
      unk_store_close (store);
    }
}

static void
a_link_stays_a_link (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *link = g_build_filename (f->folder, "link.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (UnkStore) store = NULL;

  save (f);
  g_assert_true (g_file_set_contents (f->path, "this is no database at all", -1, NULL));
  g_assert_cmpint (symlink (f->path, link), ==, 0);
  store = unk_store_open (link, NULL);
  g_assert_nonnull (store);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpstr (unk_store_get_path (store), ==, f->path);
  g_assert_true (g_file_get_contents (unk_store_get_set_aside (store), &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "this is no database at all");
}

static void
an_older_file_is_copied_and_brought_up_to_date (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *const later[] = { [UNK_STORE_VERSION] =
                                  "ALTER TABLE routine ADD COLUMN color TEXT;" };
  g_autoptr (UnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  save (f);
  store = unk_store_open_with_schema (f->path, (UnkSchema){ later, UNK_STORE_VERSION + 1 }, &error);
  g_assert_no_error (error);
  g_assert_nonnull (unk_store_get_backup (store));
  g_assert_true (unk_store_run (store, "UPDATE routine SET color = 'red'", NULL));
  unk_store_close (store);
  /* The copy is whole, and of the old version. */
  copy = g_strdup (unk_store_get_backup (store));
  refuse (f, UNK_STORE_ERROR_NEWER);
  g_free (f->path);
  f->path = g_steal_pointer (&copy);
  g_strfreev (load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
}

static void
a_migration_that_fails_changes_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *const later[] = { [UNK_STORE_VERSION] = "DELETE FROM place; DELETE FROM nowhere;" };
  g_autoptr (UnkStore) store = NULL;
  g_autoptr (GError) error = NULL;

  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  save (f);
  store = unk_store_open_with_schema (f->path, (UnkSchema){ later, UNK_STORE_VERSION + 1 }, &error);
  g_assert_null (store);
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
  unk_marks_clear (f->marks);
  g_strfreev (load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
}

static void
a_closed_store_says_so (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkStore) store = open_store (f);
  g_autoptr (GError) error = NULL;

  unk_store_close (store);
  g_assert_false (unk_store_save_marks (store, f->marks, &error));
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (unk_store_load_routines (store, &error));
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
    const char *data;
  } tests[] = {
    { "/store/marks-survive", marks_survive, NULL },
    { "/store/saving-again-replaces", saving_again_replaces, NULL },
    { "/store/a-mark-of-an-unknown-area-is-kept", a_mark_of_an_unknown_area_is_kept, NULL },
    { "/store/bytes-that-are-no-stroke-are-kept-aside", bytes_that_are_no_stroke_are_kept_aside,
      NULL },
    { "/store/answers-survive", answers_survive, NULL },
    { "/store/routines-survive-in-order", routines_survive_in_order, NULL },
    { "/store/damaged-at-its-start", a_damaged_file_is_set_aside, "start" },
    { "/store/damaged-in-its-middle", a_damaged_file_is_set_aside, "middle" },
    { "/store/cut-short", a_damaged_file_is_set_aside, "end" },
    { "/store/two-damaged-files-have-two-names", two_damaged_files_have_two_names, NULL },
    { "/store/a-foreign-file-is-left-alone", a_foreign_file_is_left_alone, NULL },
    { "/store/a-newer-file-is-left-alone", a_newer_file_is_left_alone, NULL },
    { "/store/a-folder-in-its-place-is-refused", a_folder_in_its_place_is_refused, NULL },
    { "/store/what-may-not-be-written-is-refused", what_may_not_be_written_is_refused, NULL },
    { "/store/what-can-not-be-written-beside-is-refused", what_can_not_be_written_beside_is_refused,
      NULL },
    { "/store/what-was-begun-is-new", what_was_begun_is_new, NULL },
    { "/store/a-busy-file-is-left-alone", a_busy_file_is_left_alone, NULL },
    { "/store/a-refused-file-keeps-its-log", a_refused_file_keeps_its_log,
      "PRAGMA user_version = 99" },
    { "/store/a-log-alone-is-set-aside", a_log_alone_is_set_aside, "-wal" },
    { "/store/a-journal-alone-is-set-aside", a_log_alone_is_set_aside, "-journal" },
    { "/store/a-link-stays-a-link", a_link_stays_a_link, NULL },
    { "/store/an-older-file-is-copied-and-brought-up-to-date",
      an_older_file_is_copied_and_brought_up_to_date, NULL },
    { "/store/a-migration-that-fails-changes-nothing", a_migration_that_fails_changes_nothing,
      NULL },
    { "/store/a-closed-store-says-so", a_closed_store_says_so, NULL },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
