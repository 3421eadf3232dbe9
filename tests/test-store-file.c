/* test-store-file.c: the user's file, damaged, foreign, newer, older, or not to be written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "unk-store-fixture.h"

#define ANYBODY 65534

static void
a_damaged_file_is_set_aside (StoreFixture *f, gconstpointer data)
{
  const char *how = data;
  g_autofree char *before = NULL, *aside = NULL;
  g_autoptr (UnkStore) store = NULL;
  gsize length, kept;

  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  store_fixture_save (f);
  g_assert_true (g_file_get_contents (f->path, &before, &length, NULL));
  if (g_str_equal (how, "start"))
    memset (before, 'x', 100);
  else if (g_str_equal (how, "middle"))
    memset (before + 4096, 0x5a, length - 4096);
  else
    length = 5000;
  g_assert_true (g_file_set_contents (f->path, before, (gssize) length, NULL));
  store = store_fixture_open (f);
  g_assert_nonnull (unk_store_get_set_aside (store));
  g_assert_true (g_file_get_contents (unk_store_get_set_aside (store), &aside, &kept, NULL));
  g_assert_cmpmem (aside, kept, before, length);
  /* The new one works. */
  g_assert_true (unk_store_save_marks (store, f->marks, NULL));
}

static void
two_damaged_files_have_two_names (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (UnkStore) store = NULL;

      store_fixture_save (f);
      g_assert_true (g_file_set_contents (f->path, "this is no database at all", -1, NULL));
      store = store_fixture_open (f);
      if (first)
        g_assert_cmpstr (unk_store_get_set_aside (store), !=, first);
      else
        first = g_strdup (unk_store_get_set_aside (store));
    }
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
}

static void
a_foreign_file_is_left_alone (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize n, m;

  g_free (f->path);
  f->path = g_build_filename (f->folder, "other.db", NULL);
  store_fixture_run (f, "CREATE TABLE recipe (name TEXT)");
  g_assert_true (g_file_get_contents (f->path, &before, &n, NULL));
  store_fixture_refuse (f, UNK_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (f->path, &after, &m, NULL));
  g_assert_cmpmem (before, n, after, m);
}

static void
a_newer_file_is_left_alone (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  store_fixture_save (f);
  store_fixture_run (f, "PRAGMA user_version = 99");
  store_fixture_refuse (f, UNK_STORE_ERROR_NEWER);
  store_fixture_run (f, "PRAGMA user_version = " G_STRINGIFY (UNK_STORE_VERSION));
  g_object_unref (store_fixture_open (f));
}

static void
a_folder_in_its_place_is_refused (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (g_mkdir_with_parents (f->path, 0700), ==, 0);
  store_fixture_refuse (f, UNK_STORE_ERROR_FAILED);
}

static void
give_away (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_cmpint (chown (path, ANYBODY, (gid_t) -1), ==, 0);
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *full = g_build_filename (path, name, NULL);

      give_away (full);
    }
}

/* Root may write everything: for such tests it becomes an ordinary user who owns the folder. */
static void
act_as_anybody (StoreFixture *f)
{
  if (getuid () != 0)
    return;
  give_away (f->folder);
  /* SQLite asks by the real id; the saved one leads back. */
  g_assert_cmpint (setresuid (ANYBODY, ANYBODY, 0), ==, 0);
}

static void
act_as_oneself (void)
{
  uid_t real, effective, saved;

  g_assert_cmpint (getresuid (&real, &effective, &saved), ==, 0);
  g_assert_cmpint (setresuid (saved, saved, saved), ==, 0);
}

static void
what_may_not_be_written_is_refused (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  store_fixture_save (f);
  g_assert_cmpint (g_chmod (f->path, 0400), ==, 0);
  act_as_anybody (f);
  store_fixture_refuse (f, UNK_STORE_ERROR_READ_ONLY);
  act_as_oneself ();
}

static void
what_can_not_be_written_beside_is_refused (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *before = NULL, *after = NULL;
  gsize n, m;

  store_fixture_save (f);
  g_assert_true (g_file_get_contents (f->path, &before, &n, NULL));
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  act_as_anybody (f);
  store_fixture_refuse (f, UNK_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (f->path, &after, &m, NULL));
  g_assert_cmpmem (before, n, after, m);
  g_assert_cmpint (g_remove (f->path), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  store_fixture_refuse (f, UNK_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  act_as_oneself ();
}

/* Stopped after its file was begun and before its tables were made. */
static void
what_was_begun_is_new (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_free (f->path);
  f->path = g_build_filename (f->folder, "begun.db", NULL);
  store_fixture_run (f, "PRAGMA journal_mode = WAL");
  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  store_fixture_save (f);
  g_strfreev (store_fixture_load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
}

static void
a_busy_file_is_left_alone (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  sqlite3 *db = NULL;

  store_fixture_save (f);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;"
                                 "DELETE FROM answer",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  store_fixture_refuse (f, UNK_STORE_ERROR_FAILED);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_object_unref (store_fixture_open (f));
}

/* What is in the log only is neither brought into a file that is refused nor lost. */
static void
a_refused_file_keeps_its_log (StoreFixture *f, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (f->folder, "copy.db", NULL);
  g_autofree char *from_log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *to_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *file = NULL, *log = NULL, *after = NULL;
  g_autoptr (UnkStore) store = store_fixture_open (f);
  gsize n, n_log, n_after;

  g_assert_true (unk_store_run (store, data, NULL));
  g_assert_true (g_file_get_contents (f->path, &file, &n, NULL));
  g_assert_true (g_file_get_contents (from_log, &log, &n_log, NULL));
  g_assert_cmpuint (n_log, >, 0);
  g_assert_true (g_file_set_contents (copy, file, (gssize) n, NULL));
  g_assert_true (g_file_set_contents (to_log, log, (gssize) n_log, NULL));
  g_free (f->path);
  f->path = g_strdup (copy);
  store_fixture_refuse (f, UNK_STORE_ERROR_NEWER);
  g_assert_true (g_file_get_contents (copy, &after, &n_after, NULL));
  g_assert_cmpmem (file, n, after, n_after);
  g_clear_pointer (&after, g_free);
  g_assert_true (g_file_get_contents (to_log, &after, &n_after, NULL));
  g_assert_cmpmem (log, n_log, after, n_after);
}

/* An emptied or missing file whose log is still there. */
static void
a_log_alone_is_set_aside (StoreFixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, data, NULL);
  g_autofree char *kept = NULL, *bytes = NULL;
  g_autoptr (UnkStore) store = NULL;
  gsize n;

  for (int missing = 0; missing < 2; missing++)
    {
      char pages[600];

      memset (pages, 7, sizeof pages);
      store_fixture_save (f);
      if (missing)
        g_assert_cmpint (g_remove (f->path), ==, 0);
      else
        g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
      g_assert_true (g_file_set_contents (log, pages, sizeof pages, NULL));
      g_clear_object (&store);
      store = store_fixture_open (f);
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
a_link_stays_a_link (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *link = g_build_filename (f->folder, "link.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (UnkStore) store = NULL;

  store_fixture_save (f);
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
an_older_file_is_copied_and_brought_up_to_date (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *const later[] = { [UNK_STORE_VERSION] =
                                  "ALTER TABLE routine ADD COLUMN color TEXT;" };
  g_autoptr (UnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  store_fixture_save (f);
  store = unk_store_open_with_schema (f->path, (UnkSchema){ later, UNK_STORE_VERSION + 1 }, &error);
  g_assert_no_error (error);
  g_assert_nonnull (unk_store_get_backup (store));
  g_assert_true (unk_store_run (store, "UPDATE routine SET color = 'red'", NULL));
  unk_store_close (store);
  /* The copy is whole, and of the old version. */
  copy = g_strdup (unk_store_get_backup (store));
  store_fixture_refuse (f, UNK_STORE_ERROR_NEWER);
  g_free (f->path);
  f->path = g_steal_pointer (&copy);
  g_strfreev (store_fixture_load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
}

static void
a_migration_that_fails_changes_nothing (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *const later[] = { [UNK_STORE_VERSION] = "DELETE FROM place; DELETE FROM nowhere;" };
  g_autoptr (UnkStore) store = NULL;
  g_autoptr (GError) error = NULL;

  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  store_fixture_save (f);
  store = unk_store_open_with_schema (f->path, (UnkSchema){ later, UNK_STORE_VERSION + 1 }, &error);
  g_assert_null (store);
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
  unk_marks_clear (f->marks);
  g_strfreev (store_fixture_load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (StoreFixture *f, gconstpointer data);
    const char *data;
  } tests[] = {
    { "/store-file/damaged-at-its-start", a_damaged_file_is_set_aside, "start" },
    { "/store-file/damaged-in-its-middle", a_damaged_file_is_set_aside, "middle" },
    { "/store-file/cut-short", a_damaged_file_is_set_aside, "end" },
    { "/store-file/two-damaged-files-have-two-names", two_damaged_files_have_two_names, NULL },
    { "/store-file/a-foreign-file-is-left-alone", a_foreign_file_is_left_alone, NULL },
    { "/store-file/a-newer-file-is-left-alone", a_newer_file_is_left_alone, NULL },
    { "/store-file/a-folder-in-its-place-is-refused", a_folder_in_its_place_is_refused, NULL },
    { "/store-file/what-may-not-be-written-is-refused", what_may_not_be_written_is_refused, NULL },
    { "/store-file/what-can-not-be-written-beside-is-refused",
      what_can_not_be_written_beside_is_refused, NULL },
    { "/store-file/what-was-begun-is-new", what_was_begun_is_new, NULL },
    { "/store-file/a-busy-file-is-left-alone", a_busy_file_is_left_alone, NULL },
    { "/store-file/a-refused-file-keeps-its-log", a_refused_file_keeps_its_log,
      "PRAGMA user_version = 99" },
    { "/store-file/a-log-alone-is-set-aside", a_log_alone_is_set_aside, "-wal" },
    { "/store-file/a-journal-alone-is-set-aside", a_log_alone_is_set_aside, "-journal" },
    { "/store-file/a-link-stays-a-link", a_link_stays_a_link, NULL },
    { "/store-file/an-older-file-is-copied-and-brought-up-to-date",
      an_older_file_is_copied_and_brought_up_to_date, NULL },
    { "/store-file/a-migration-that-fails-changes-nothing", a_migration_that_fails_changes_nothing,
      NULL },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, tests[i].data, store_fixture_set_up, tests[i].test,
                store_fixture_tear_down);
  return g_test_run ();
}
