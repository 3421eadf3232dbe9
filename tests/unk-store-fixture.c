/* unk-store-fixture.c: a user's file in a folder of its own, for the tests of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
store_fixture_set_up (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
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

void
store_fixture_tear_down (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->marks);
  g_assert_finalize_object (f->answers);
  unk_atlas_unref (f->atlas);
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

UnkStore *
store_fixture_open (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  UnkStore *store = unk_store_open (f->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
store_fixture_refuse (StoreFixture *f, UnkStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkStore) store = unk_store_open (f->path, &error);

  g_assert_null (store);
  g_assert_error (error, UNK_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, f->path));
}

void
store_fixture_run (StoreFixture *f, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

void
store_fixture_save (StoreFixture *f)
{
  g_autoptr (UnkStore) store = store_fixture_open (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (unk_store_save_marks (store, f->marks, &error));
  g_assert_no_error (error);
  g_assert_true (unk_store_save_answers (store, f->answers, &error));
  g_assert_no_error (error);
}

char **
store_fixture_load (StoreFixture *f, UnkMarks *marks)
{
  g_autoptr (UnkStore) store = store_fixture_open (f);
  g_autoptr (GError) error = NULL;
  char **lost = NULL;

  g_assert_true (unk_store_load_marks (store, marks, &lost, &error));
  g_assert_no_error (error);
  return lost;
}
