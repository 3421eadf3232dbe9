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
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unk-store-private.h"

#define SQLITE_MAGIC "SQLite format 3"
/* So long another Unknot may keep the file busy. */
#define BUSY_MS 2000
/* Bytes of a log before its first page, and where a journal says how many pages the file had. */
#define WAL_HEADER 32
#define JOURNAL_PAGES 16

/* What SQLite keeps beside a file. */
static const char *const endings[] = { "-wal", "-shm", "-journal" };

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

/* Only what SQLite calls damage is damage. A full disk, a lock or a folder that can't be written
 * are no reason to move a sound file. */
static State
look_for_damage (UnkStore *self, GError **error)
{
  g_autoptr (UnkStatement) statement = NULL;
  int code = sqlite3_prepare_v2 (self->db, "PRAGMA quick_check (1)", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return g_str_equal (unk_store_get_text (statement, 0), "ok") ? STATE_OURS : STATE_DAMAGED;
  if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    return STATE_DAMAGED;
  unk_store_fail (self, error);
  return STATE_FAILED;
}

static gboolean
is_empty (UnkStore *self)
{
  return get_number (self, "PRAGMA user_version") == 0 &&
         get_number (self, "SELECT count (*) FROM sqlite_master") == 0;
}

/* Whether a file beside an empty one holds what was in it: pages that were not brought into it yet,
 * or that a change had taken out. The journal of a file that had no pages holds nothing. */
static gboolean
holds_pages (const char *path, const char *ending)
{
  static const guint8 none[4] = { 0 };
  g_autofree char *name = g_strconcat (path, ending, NULL);
  g_autofree char *bytes = NULL;
  gsize n = 0;

  if (!g_file_get_contents (name, &bytes, &n, NULL))
    return FALSE;
  return g_str_equal (ending, "-wal") ? n > WAL_HEADER
                                      : n > JOURNAL_PAGES + sizeof none &&
                                          memcmp (bytes + JOURNAL_PAGES, none, sizeof none) != 0;
}

static State
look_beside (UnkStore *self)
{
  return holds_pages (self->path, "-wal") || holds_pages (self->path, "-journal") ? STATE_DAMAGED
                                                                                  : STATE_NEW;
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
    return look_beside (self);
  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      refuse (self, UNK_STORE_ERROR_FAILED, error, _ ("%s: this is not a file"));
      return STATE_FAILED;
    }
  in = g_file_read (file, NULL, error);
  if (!in || !g_input_stream_read_all (G_INPUT_STREAM (in), start, sizeof start, &n, NULL, error))
    return STATE_FAILED;
  if (n == 0)
    return look_beside (self);
  return memcmp (start, SQLITE_MAGIC, sizeof start) == 0 ? STATE_OURS : STATE_DAMAGED;
}

static gboolean
open_database (UnkStore *self, GError **error)
{
  if (sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
      SQLITE_OK)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      if (g_access (folder, W_OK) != 0)
        refuse (self, UNK_STORE_ERROR_READ_ONLY, error,
                _ ("%s: the file can’t be written; change its permissions, or those of its "
                   "folder"));
      else
        /* Translators: a file's path, then what SQLite says */
        g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED, _ ("%s can’t be opened: %s"),
                     self->path,
                     self->db ? sqlite3_errmsg (self->db) : sqlite3_errstr (SQLITE_NOMEM));
      unk_store_close (self);
      return FALSE;
    }
  sqlite3_busy_timeout (self->db, BUSY_MS);
  /* Until it is known to be ours and sound, closing it changes nothing. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return TRUE;
}

/* Whose it is, and whether it can be used. */
static State
look_inside (UnkStore *self, guint version, GError **error)
{
  int application, stored;
  State state;

  if (sqlite3_db_readonly (self->db, "main") == 1)
    {
      refuse (self, UNK_STORE_ERROR_READ_ONLY, error,
              _ ("%s: the file can’t be written; change its permissions, or those of its folder"));
      return STATE_FAILED;
    }
  state = look_for_damage (self, error);
  if (state != STATE_OURS)
    return state;
  application = get_number (self, "PRAGMA application_id");
  /* Unknot was stopped before it had made its tables. */
  if (application == 0 && is_empty (self))
    return STATE_OURS;
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

static gboolean
is_free (const char *name)
{
  gboolean taken = g_file_test (name, G_FILE_TEST_EXISTS);

  for (guint i = 0; i < G_N_ELEMENTS (endings) && !taken; i++)
    {
      g_autofree char *beside = g_strconcat (name, endings[i], NULL);

      taken = g_file_test (beside, G_FILE_TEST_EXISTS);
    }
  return !taken;
}

/* The first name of that kind that is free. */
static char *
find_free_name (const char *path, const char *what)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s-%u", path, what, i);

      if (is_free (name))
        return g_steal_pointer (&name);
    }
}

/* Moves one file, where it is there, and remembers the first that was moved. */
static gboolean
move_aside (UnkStore *self, const char *name, const char *ending, GError **error)
{
  g_autofree char *from = g_strconcat (self->path, ending, NULL);
  g_autofree char *to = g_strconcat (name, ending, NULL);

  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_rename (from, to) != 0)
    {
      /* Translators: a file's path, then what the system says */
      g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED,
                   _ ("%s is damaged and can’t be moved aside: %s"), from, g_strerror (errno));
      return FALSE;
    }
  if (!self->set_aside)
    self->set_aside = g_steal_pointer (&to);
  return TRUE;
}

/* What SQLite keeps beside the file goes with it. */
static gboolean
set_aside (UnkStore *self, GError **error)
{
  g_autofree char *name = find_free_name (self->path, "damaged");

  unk_store_close (self);
  if (!move_aside (self, name, "", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (!move_aside (self, name, endings[i], error))
      return FALSE;
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

static gboolean
run_migrations (UnkStore *self, UnkSchema schema, guint from, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA user_version = %u; PRAGMA application_id = %d",
                                            schema.n, UNK_STORE_APPLICATION);

  for (guint i = from; i < schema.n; i++)
    if (!unk_store_run (self, schema.migrations[i], error))
      return FALSE;
  return unk_store_run (self, marks, error);
}

/* All in one transaction with the version: who is killed here leaves the old file or the new one.
 */
static gboolean
migrate (UnkStore *self, UnkSchema schema, GError **error)
{
  int version = get_number (self, "PRAGMA user_version");

  if (version < 0)
    return unk_store_fail (self, error);
  if (version >= (int) schema.n)
    return TRUE;
  if (version > 0 && !make_backup (self, version, error))
    return FALSE;
  return unk_store_run (self, "BEGIN IMMEDIATE", error) &&
         unk_store_end (self, run_migrations (self, schema, (guint) version, error), error);
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

/* Where the file is a link, what it leads to is what is looked at, and moved where it must be. */
static void
follow_link (UnkStore *self)
{
  char *end = g_file_test (self->path, G_FILE_TEST_IS_SYMLINK) ? realpath (self->path, NULL) : NULL;

  if (!end)
    return;
  g_free (self->path);
  self->path = g_strdup (end);
  free (end);
}

/* What was looked at is ours, or new. With FULL what was confirmed outlives a power cut, too; that
 * costs half a millisecond a change. */
static gboolean
begin_using (UnkStore *self, UnkSchema schema, GError **error)
{
  if (!unk_store_run (self,
                      "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;"
                      "PRAGMA synchronous = FULL",
                      error) ||
      !migrate (self, schema, error))
    return FALSE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
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

  follow_link (self);
  if (!make_folder (self, error))
    return FALSE;
  state = look_at_start (self, error);
  if (state == STATE_OURS)
    state = open_database (self, error) ? look_inside (self, schema.n, error) : STATE_FAILED;
  if (state == STATE_FAILED || (state == STATE_DAMAGED && !set_aside (self, error)))
    return FALSE;
  if (!self->db && !open_database (self, error))
    return FALSE;
  return begin_using (self, schema, error);
}
