/* unk-store.c: what the user makes, in one file
 *
 * The rows are read and written in unk-store-marks.c, -routines.c and -study.c; how the file is
 * opened, looked over and brought up to date is in unk-store-file.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store.h"

#include <glib/gi18n-lib.h>

#include "unk-store-private.h"

G_DEFINE_QUARK (unk - store - error - quark, unk_store_error)
G_DEFINE_FINAL_TYPE (UnkStore, unk_store, G_TYPE_OBJECT)

static const char *const migrations[UNK_STORE_VERSION] = {
  /* 0 to 1 */
  "CREATE TABLE place ("
  "  id INTEGER PRIMARY KEY,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  intensity INTEGER NOT NULL CHECK (intensity BETWEEN 0 AND 10)"
  ") STRICT;"
  "CREATE TABLE mark ("
  "  id INTEGER PRIMARY KEY,"
  "  place INTEGER NOT NULL REFERENCES place ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL CHECK (kind IN ('stroke', 'eraser', 'area')),"
  "  name TEXT NOT NULL," /* the view, or the area */
  "  side TEXT NOT NULL CHECK (side IN ('right', 'left')),"
  "  radius REAL,"
  "  dots BLOB" /* pairs of floats, little endian, in millimeters */
  ") STRICT;"
  "CREATE INDEX mark_place ON mark (place, position);"
  "CREATE TABLE answer ("
  "  asked TEXT NOT NULL,"
  "  id TEXT NOT NULL,"
  "  answer TEXT NOT NULL,"
  "  areas TEXT," /* where it is meant; everywhere where NULL */
  "  PRIMARY KEY (asked, id)"
  ") STRICT;"
  "CREATE TABLE routine ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  name TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE step ("
  "  id INTEGER PRIMARY KEY,"
  "  routine INTEGER NOT NULL REFERENCES routine ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  muscle TEXT NOT NULL,"
  "  side TEXT NOT NULL CHECK (side IN ('right', 'left')),"
  "  kind TEXT NOT NULL,"
  "  technique TEXT NOT NULL,"
  "  variant INTEGER NOT NULL CHECK (variant >= 0),"
  "  tool TEXT NOT NULL,"
  "  seconds INTEGER NOT NULL CHECK (seconds >= 0),"
  "  repetitions INTEGER NOT NULL CHECK (repetitions >= 0),"
  "  UNIQUE (routine, position)"
  ") STRICT;",
  /* 1 to 2: what was learned */
  "CREATE TABLE card ("
  "  id TEXT PRIMARY KEY,"
  "  state TEXT NOT NULL CHECK (state IN ('learning', 'review', 'relearning')),"
  "  step INTEGER NOT NULL,"
  "  stability REAL NOT NULL CHECK (stability > 0),"
  "  difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10),"
  "  due INTEGER NOT NULL," /* seconds since 1970 */
  "  last INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE review ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  card TEXT NOT NULL,"
  "  at INTEGER NOT NULL,"
  "  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),"
  "  state TEXT NOT NULL," /* from here on: where the card stood before */
  "  step INTEGER NOT NULL,"
  "  stability REAL NOT NULL,"
  "  difficulty REAL NOT NULL,"
  "  due INTEGER NOT NULL,"
  "  last INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX review_card ON review (card, id);",
  /* 2 to 3: when to do what, what was done, how it went. Ids of routines are never given twice, so
   * that a session still tells its routine where that was deleted and brought back. */
  "ALTER TABLE routine ADD COLUMN days INTEGER NOT NULL DEFAULT 0;" /* bits, Monday first */
  "ALTER TABLE routine ADD COLUMN reminder INTEGER;" /* minutes after midnight; none where NULL */
  "CREATE TABLE tool ("                              /* what the user owns */
  "  id TEXT PRIMARY KEY"
  ") STRICT;"
  "CREATE TABLE session ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  routine INTEGER NOT NULL," /* 0 where it was never saved */
  "  name TEXT NOT NULL,"
  "  began INTEGER NOT NULL,"    /* seconds since 1970 */
  "  ended INTEGER,"             /* NULL while it can be taken up again */
  "  position INTEGER NOT NULL," /* the step that it has come to */
  "  elapsed INTEGER NOT NULL,"  /* seconds of that step that are done */
  "  before INTEGER CHECK (before BETWEEN 0 AND 10),"
  "  after INTEGER CHECK (after BETWEEN 0 AND 10),"
  "  note TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE session_step ("
  "  session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  muscle TEXT NOT NULL,"
  "  side TEXT NOT NULL CHECK (side IN ('right', 'left')),"
  "  kind TEXT NOT NULL,"
  "  technique TEXT NOT NULL,"
  "  variant INTEGER NOT NULL CHECK (variant >= 0),"
  "  tool TEXT NOT NULL,"
  "  seconds INTEGER NOT NULL CHECK (seconds >= 0),"
  "  repetitions INTEGER NOT NULL CHECK (repetitions >= 0),"
  "  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped')),"
  "  PRIMARY KEY (session, position)"
  ") STRICT;"
  "CREATE INDEX session_muscle ON session_step (muscle, side);"
  "CREATE TABLE entry (" /* pain, as it was at a time */
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  at INTEGER NOT NULL,"
  "  intensity INTEGER NOT NULL CHECK (intensity BETWEEN 0 AND 10),"
  "  kind TEXT NOT NULL,"
  "  note TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE entry_mark ("
  "  entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL CHECK (kind IN ('stroke', 'eraser', 'area')),"
  "  name TEXT NOT NULL,"
  "  side TEXT NOT NULL CHECK (side IN ('right', 'left')),"
  "  radius REAL,"
  "  dots BLOB,"
  "  PRIMARY KEY (entry, position)"
  ") STRICT;"
  "CREATE TABLE muscle_note ("
  "  muscle TEXT PRIMARY KEY,"
  "  favorite INTEGER NOT NULL CHECK (favorite IN (0, 1)),"
  "  note TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE deck ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  name TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE deck_muscle ("
  "  deck INTEGER NOT NULL REFERENCES deck ON DELETE CASCADE,"
  "  muscle TEXT NOT NULL,"
  "  PRIMARY KEY (deck, muscle)"
  ") STRICT;"
  "CREATE TABLE setting ("
  "  name TEXT PRIMARY KEY,"
  "  value TEXT NOT NULL"
  ") STRICT;",
};

static void
unk_store_finalize (GObject *object)
{
  UnkStore *self = UNK_STORE (object);

  unk_store_close (self);
  g_free (self->path);
  g_free (self->set_aside);
  g_free (self->backup);
  G_OBJECT_CLASS (unk_store_parent_class)->finalize (object);
}

static void
unk_store_class_init (UnkStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_store_finalize;
}

static void
unk_store_init (UnkStore *self G_GNUC_UNUSED)
{
}

/**
 * unk_store_dup_default_path:
 *
 * Returns: (transfer full): where the user's file lies: unknot/unknot.db in the user's data folder
 */
char *
unk_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "unknot", "unknot.db", NULL);
}

/**
 * unk_store_open_with_schema:
 * @path: the file
 * @schema: the migrations to bring it to
 * @error: return location for a #GError
 *
 * unk_store_open() for tests of migrations that aren't there yet.
 *
 * Returns: (transfer full): the store, or %NULL with an #UnkStoreError
 */
UnkStore *
unk_store_open_with_schema (const char *path, UnkSchema schema, GError **error)
{
  g_autoptr (UnkStore) self = g_object_new (UNK_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  return unk_store_file_open (self, schema, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * unk_store_open:
 * @path: the file, such as unk_store_dup_default_path() names; it is made where it isn't there
 * @error: return location for a #GError
 *
 * Opens the user's file. A damaged one is moved aside, see unk_store_get_set_aside(), and a new one
 * made; one of an older version is copied, see unk_store_get_backup(), and brought up to date. Show
 * both to the user.
 *
 * Returns: (transfer full): the store, or %NULL with an #UnkStoreError and the file as it was
 */
UnkStore *
unk_store_open (const char *path, GError **error)
{
  return unk_store_open_with_schema (path, (UnkSchema){ migrations, UNK_STORE_VERSION }, error);
}

/**
 * unk_store_get_path:
 * @self: a store
 *
 * Returns: its file
 */
const char *
unk_store_get_path (UnkStore *self)
{
  return self->path;
}

/**
 * unk_store_get_set_aside:
 * @self: a store
 *
 * Returns: (nullable): the name under which a damaged file was set aside when the store was opened
 */
const char *
unk_store_get_set_aside (UnkStore *self)
{
  return self->set_aside;
}

/**
 * unk_store_get_backup:
 * @self: a store
 *
 * Returns: (nullable): the name of the copy that was made before the file was brought up to date
 */
const char *
unk_store_get_backup (UnkStore *self)
{
  return self->backup;
}

/**
 * unk_store_close:
 * @self: a store
 *
 * Closes the file; what comes later fails. The last reference does the same.
 */
void
unk_store_close (UnkStore *self)
{
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

/**
 * unk_store_fail:
 * @self: a store
 * @error: return location for a #GError
 *
 * Says what went wrong last.
 *
 * Returns: %FALSE
 */
gboolean
unk_store_fail (UnkStore *self, GError **error)
{
  int code = self->db ? sqlite3_errcode (self->db) & 0xff : SQLITE_MISUSE;

  if (error && *error)
    return FALSE;
  if (!self->db)
    g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED, _ ("%s: the file is closed"),
                 self->path);
  else if (code == SQLITE_READONLY)
    g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_READ_ONLY,
                 _ ("%s: the file can’t be written; nothing was changed"), self->path);
  else
    /* Translators: a file's path, then what SQLite says */
    g_set_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED, _ ("%s: %s; nothing was changed"),
                 self->path, sqlite3_errmsg (self->db));
  return FALSE;
}

/**
 * unk_store_run:
 * @self: a store
 * @sql: one or more statements without an answer
 * @error: return location for a #GError
 *
 * Returns: whether they could be run
 */
gboolean
unk_store_run (UnkStore *self, const char *sql, GError **error)
{
  return (self->db && sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK) ||
         unk_store_fail (self, error);
}

/**
 * unk_store_end:
 * @self: a store in which a transaction was begun
 * @well: whether all went well
 * @error: return location for a #GError
 *
 * Keeps the transaction, or takes it all back.
 *
 * Returns: whether it was kept
 */
gboolean
unk_store_end (UnkStore *self, gboolean well, GError **error)
{
  if (well && unk_store_run (self, "COMMIT", error))
    return TRUE;
  if (self->db)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/**
 * unk_store_prepare:
 * @self: a store
 * @sql: one statement
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the statement, or %NULL
 */
UnkStatement *
unk_store_prepare (UnkStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (!self->db || sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    unk_store_fail (self, error);
  return statement;
}

/**
 * unk_store_bind:
 * @statement: a statement
 * @i: which place, from 1
 * @text: (nullable): a text
 */
void
unk_store_bind (UnkStatement *statement, int i, const char *text)
{
  sqlite3_bind_text (statement, i, text, -1, SQLITE_TRANSIENT);
}

/**
 * unk_store_get_text:
 * @statement: a statement that stands at a row
 * @i: which column, from 0
 *
 * Returns: the text there, "" for none
 */
const char *
unk_store_get_text (UnkStatement *statement, int i)
{
  const char *text = (const char *) sqlite3_column_text (statement, i);

  return text ? text : "";
}

/**
 * unk_store_finish:
 * @self: a store
 * @statement: a statement without an answer
 * @error: return location for a #GError
 *
 * Runs it and makes it ready for other values.
 *
 * Returns: whether it could be run
 */
gboolean
unk_store_finish (UnkStore *self, UnkStatement *statement, GError **error)
{
  int code = sqlite3_step (statement);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return code == SQLITE_DONE || unk_store_fail (self, error);
}

/**
 * unk_store_next:
 * @self: a store
 * @statement: a statement that asks
 * @more: (out): whether it stands at a row now
 * @error: return location for a #GError
 *
 * Returns: whether it could be asked
 */
gboolean
unk_store_next (UnkStore *self, UnkStatement *statement, gboolean *more, GError **error)
{
  int code = sqlite3_step (statement);

  *more = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE || unk_store_fail (self, error);
}
