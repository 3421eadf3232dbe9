/* unk-store-file.c: opening the user's file, whatever state it is in
 *
 * What isn't Unknot's, or is newer than this Unknot, is refused and left as it is. What is damaged
 * is moved aside, never deleted. What is older is copied before it is changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "unk-store-private.h"

#define SQLITE_MAGIC "SQLite format 3"
/* So long another Unknot may keep the file busy. */
#define BUSY_MS 2000

typedef enum
{
  STATE_NEW,     /* no file, or an empty one */
  STATE_OURS,    /* to be used, maybe after migration */
  STATE_DAMAGED, /* to be set aside */
  STATE_FAILED,  /* with an error */
} State;

static gboolean
refuse (UnkStore *self, UnkStoreError code, GError **error, const char *format)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, UNK_STORE_ERROR, code, format, self->path);
#pragma GCC diagnostic pop
  G_GNUC_END_IGNORE_DEPRECATIONS
  return FALSE;
}

static int
get_number (UnkStore *self, const char *sql)
{
  g_autoptr (UnkStatement) statement = unk_store_prepare (self, sql, NULL);

  return statement && sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int (statement, 0)
                                                             : -1;
}

static gboolean
is_sound (UnkStore *self)
{
  g_autoptr (UnkStatement) statement = unk_store_prepare (self, "PRAGMA quick_check (1)", NULL);

  return statement && sqlite3_step (statement) == SQLITE_ROW &&
         g_str_equal (unk_store_get_text (statement, 0), "ok") &&
         get_number (self, "SELECT count (*) FROM sqlite_master") >= 0;
}

/* Whether the file begins as a database does. */
static State
look_at_start (UnkStore *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) in = NULL;
  char start[16] = { 0 };
  gsize n = 0;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return STATE_NEW;
  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      refuse (self, UNK_STORE_ERROR_FAILED, error, _ ("%s: this is not a file"));
      return STATE_FAILED;
    }
  in = g_file_read (file, NULL, error);
  if (!in || !g_input_stream_read_all (G_INPUT_STREAM (in), start, sizeof start, &n, NULL, error))
    return STATE_FAILED;
  if (n == 0)
    return STATE_NEW;
  return memcmp (start, SQLITE_MAGIC, sizeof start) == 0 ? STATE_OURS : STATE_DAMAGED;
}

static gboolean
open_database (UnkStore *self, GError **error)
{
  if (sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
      SQLITE_OK)
    {
      /* Translators: a file's path, then what SQLite says */
      g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED, _ ("%s can’t be opened: %s"),
                   self->path,
                   self->db ? sqlite3_errmsg (self->db) : sqlite3_errstr (SQLITE_NOMEM));
      unk_store_close (self);
      return FALSE;
    }
  sqlite3_busy_timeout (self->db, BUSY_MS);
  return TRUE;
}

/* Whose it is, and whether it can be used. */
static State
look_inside (UnkStore *self, guint version, GError **error)
{
  int application, stored;

  if (sqlite3_db_readonly (self->db, "main") == 1)
    {
      refuse (self, UNK_STORE_ERROR_READ_ONLY, error,
              _ ("%s: the file can’t be written; change its permissions, or those of its folder"));
      return STATE_FAILED;
    }
  application = get_number (self, "PRAGMA application_id");
  if (application < 0 && (sqlite3_errcode (self->db) & 0xff) == SQLITE_BUSY)
    {
      unk_store_fail (self, error);
      return STATE_FAILED;
    }
  if (!is_sound (self))
    return STATE_DAMAGED;
  if (application != UNK_STORE_APPLICATION)
    {
      refuse (self, UNK_STORE_ERROR_FOREIGN, error,
              _ ("%s: this file belongs to another program; it was left as it is"));
      return STATE_FAILED;
    }
  stored = get_number (self, "PRAGMA user_version");
  if (stored <= (int) version)
    return STATE_OURS;
  refuse (self, UNK_STORE_ERROR_NEWER, error,
          _ ("%s was made by a newer Unknot; it was left as it is. Update Unknot to use it"));
  return STATE_FAILED;
}

/* The first name of that kind that is free. */
static char *
find_free_name (const char *path, const char *what)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s-%u", path, what, i);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/* What SQLite keeps beside the file goes with it. */
static gboolean
set_aside (UnkStore *self, GError **error)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal" };
  g_autofree char *name = find_free_name (self->path, "damaged");

  unk_store_close (self);
  if (g_rename (self->path, name) != 0)
    {
      /* Translators: a file's path, then what the system says */
      g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED,
                   _ ("%s is damaged and can’t be moved aside: %s"), self->path,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (self->path, endings[i], NULL);
      g_autofree char *to = g_strconcat (name, endings[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        g_info ("%s stays where it is: %s", from, g_strerror (errno));
    }
  self->set_aside = g_steal_pointer (&name);
  return TRUE;
}

static gboolean
make_backup (UnkStore *self, int version, GError **error)
{
  g_autofree char *what = g_strdup_printf ("version-%d", version);
  g_autofree char *name = find_free_name (self->path, what);
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  gboolean done;

  if (sqlite3_open_v2 (name, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK)
    backup = sqlite3_backup_init (copy, "main", self->db, "main");
  done = backup && sqlite3_backup_step (backup, -1) == SQLITE_DONE;
  sqlite3_backup_finish (backup);
  sqlite3_close_v2 (copy);
  if (!done)
    {
      g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED,
                   _ ("%s can’t be copied before it is brought up to date; it was left as it is"),
                   self->path);
      g_remove (name);
      return FALSE;
    }
  self->backup = g_steal_pointer (&name);
  return TRUE;
}

/* One migration is one transaction with its version: it is made whole or not at all. */
static gboolean
migrate_one (UnkStore *self, const char *sql, guint to, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u", to);
  g_autofree char *application =
    g_strdup_printf ("PRAGMA application_id = %d", UNK_STORE_APPLICATION);

  return unk_store_run (self, "BEGIN IMMEDIATE", error) &&
         unk_store_end (self,
                        unk_store_run (self, sql, error) && unk_store_run (self, version, error) &&
                          unk_store_run (self, application, error),
                        error);
}

static gboolean
migrate (UnkStore *self, UnkSchema schema, GError **error)
{
  int version = get_number (self, "PRAGMA user_version");

  if (version < 0)
    return unk_store_fail (self, error);
  if (version > 0 && version < (int) schema.n && !make_backup (self, version, error))
    return FALSE;
  for (guint i = (guint) version; i < schema.n; i++)
    if (!migrate_one (self, schema.migrations[i], i + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
make_folder (UnkStore *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  /* Translators: a folder's path, then what the system says */
  g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED, _ ("%s can’t be made: %s"), folder,
               g_strerror (errno));
  return FALSE;
}

/**
 * unk_store_file_open:
 * @self: a store that knows its path
 * @schema: what to bring the file to
 * @error: return location for a #GError
 *
 * Returns: whether the store can be used; where not, the file is as it was
 */
gboolean
unk_store_file_open (UnkStore *self, UnkSchema schema, GError **error)
{
  State state;

  if (!make_folder (self, error))
    return FALSE;
  state = look_at_start (self, error);
  if (state == STATE_OURS)
    state = open_database (self, error) ? look_inside (self, schema.n, error) : STATE_FAILED;
  if (state == STATE_FAILED || (state == STATE_DAMAGED && !set_aside (self, error)))
    return FALSE;
  if (!self->db && !open_database (self, error))
    return FALSE;
  return unk_store_run (self,
                        "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;"
                        "PRAGMA synchronous = NORMAL",
                        error) &&
         migrate (self, schema, error);
}
