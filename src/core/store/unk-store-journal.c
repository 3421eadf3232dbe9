/* unk-store-journal.c: entries of pain and sessions that are over, kept and brought back
 *
 * A row that can't be read, as in a file that was changed by hand, is passed over and stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-private.h"

static gboolean
take_out (UnkStore *self, const char *sql, GArray *ids, GError **error)
{
  g_autoptr (UnkStatement) statement = NULL;

  if (!ids->len)
    return TRUE;
  statement = unk_store_prepare (self, sql, error);
  for (guint i = 0; statement && i < ids->len; i++)
    {
      sqlite3_bind_int64 (statement, 1, g_array_index (ids, gint64, i));
      if (!unk_store_finish (self, statement, error))
        return FALSE;
    }
  return statement != NULL;
}

/* Binds an id, or nothing, so that the row gets one. */
static void
bind_id (UnkStatement *statement, gint64 id)
{
  if (id)
    sqlite3_bind_int64 (statement, 1, id);
  else
    sqlite3_bind_null (statement, 1);
}

static gboolean
put_mark (UnkStore *self, UnkStatement *insert, gint64 entry, int position, const UnkKeptMark *mark,
          GError **error)
{
  sqlite3_bind_int64 (insert, 1, entry);
  sqlite3_bind_int (insert, 2, position);
  unk_store_bind (insert, 3, unk_kept_kind_id (mark->kind));
  unk_store_bind (insert, 4, mark->name);
  unk_store_bind (insert, 5, unk_side_id (mark->side));
  if (mark->dots)
    {
      sqlite3_bind_double (insert, 6, mark->radius);
      unk_store_bind_dots (insert, 7, mark->dots);
    }
  return unk_store_finish (self, insert, error);
}

static gboolean
put_entries (UnkStore *self, GPtrArray *entries, GArray *ids, GError **error)
{
  g_autoptr (UnkStatement) head =
    unk_store_prepare (self,
                       "INSERT OR REPLACE INTO entry (id, at, intensity, kind, note)"
                       " VALUES (?, ?, ?, ?, ?)",
                       error);
  g_autoptr (UnkStatement) mark =
    unk_store_prepare (self,
                       "INSERT INTO entry_mark (entry, position, kind, name, side, radius, dots)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)",
                       error);

  if (!head || !mark)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const UnkEntry *entry = g_ptr_array_index (entries, i);
      gint64 id;

      bind_id (head, entry->id);
      sqlite3_bind_int64 (head, 2, entry->at);
      sqlite3_bind_int (head, 3, entry->intensity);
      unk_store_bind (head, 4, unk_pain_kind_id (entry->kind));
      unk_store_bind (head, 5, entry->note);
      if (!unk_store_finish (self, head, error))
        return FALSE;
      id = sqlite3_last_insert_rowid (self->db);
      g_array_append_val (ids, id);
      for (guint k = 0; k < entry->marks->len; k++)
        if (!put_mark (self, mark, id, (int) k, g_ptr_array_index (entry->marks, k), error))
          return FALSE;
    }
  return TRUE;
}

static void
bind_rating (UnkStatement *statement, int i, int rating)
{
  if (rating >= 0)
    sqlite3_bind_int (statement, i, rating);
  else
    sqlite3_bind_null (statement, i);
}

static gboolean
put_session (UnkStore *self, UnkStatement *head, const UnkPastSession *session, GError **error)
{
  bind_id (head, session->id);
  sqlite3_bind_int64 (head, 2, session->routine);
  unk_store_bind (head, 3, session->name);
  sqlite3_bind_int64 (head, 4, session->began);
  sqlite3_bind_int64 (head, 5, session->ended);
  sqlite3_bind_int64 (head, 6, session->steps->len);
  bind_rating (head, 7, session->before);
  bind_rating (head, 8, session->after);
  unk_store_bind (head, 9, session->note);
  return unk_store_finish (self, head, error);
}

static gboolean
put_sessions (UnkStore *self, GPtrArray *sessions, GArray *ids, GError **error)
{
  g_autoptr (UnkStatement) head =
    unk_store_prepare (self,
                       "INSERT OR REPLACE INTO session"
                       " (id, routine, name, began, ended, position, elapsed, before, after, note)"
                       " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)",
                       error);
  g_autoptr (UnkStatement) step = unk_store_prepare_session_steps (self, error);

  if (!head || !step)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const UnkPastSession *session = g_ptr_array_index (sessions, i);
      gint64 id;

      if (!put_session (self, head, session, error))
        return FALSE;
      id = sqlite3_last_insert_rowid (self->db);
      g_array_append_val (ids, id);
      for (guint k = 0; k < session->steps->len; k++)
        {
          const UnkPastStep *past = g_ptr_array_index (session->steps, k);

          if (!unk_store_put_session_step (self, step, id, k, past->step,
                                           past->done ? UNK_STEP_DONE : UNK_STEP_SKIPPED, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * unk_store_change_journal:
 * @self: a store
 * @change: what goes out and what comes in; what has no id gets one
 * @error: return location for a #GError
 *
 * Makes one step of the journal, whole or not at all.
 *
 * Returns: whether it was kept
 */
gboolean
unk_store_change_journal (UnkStore *self, UnkJournalChange *change, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!unk_store_run (self, "BEGIN IMMEDIATE", error) ||
      !unk_store_end (
        self,
        take_out (self, "DELETE FROM entry WHERE id = ?", change->entries_out, error) &&
          take_out (self, "DELETE FROM session WHERE id = ?", change->sessions_out, error) &&
          put_entries (self, change->entries_in, entries, error) &&
          put_sessions (self, change->sessions_in, sessions, error),
        error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    ((UnkEntry *) g_ptr_array_index (change->entries_in, i))->id =
      g_array_index (entries, gint64, i);
  for (guint i = 0; i < sessions->len; i++)
    ((UnkPastSession *) g_ptr_array_index (change->sessions_in, i))->id =
      g_array_index (sessions, gint64, i);
  return TRUE;
}

/* %NULL where the row can't be a mark. */
static UnkKeptMark *
read_mark (UnkStatement *row)
{
  UnkKeptKind kind;
  UnkSide side;
  double radius = sqlite3_column_double (row, 4);
  GArray *dots = NULL;

  if (!unk_kept_kind_parse (unk_store_get_text (row, 1), &kind) ||
      !unk_side_parse (unk_store_get_text (row, 3), &side))
    return NULL;
  if (kind == UNK_KEPT_AREA)
    return unk_kept_mark_new (kind, unk_store_get_text (row, 2), side, 0, NULL);
  dots = unk_store_get_dots (row, 5);
  if (dots && radius >= UNK_MARK_RADIUS_MIN && radius <= UNK_MARK_RADIUS_MAX)
    return unk_kept_mark_new (kind, unk_store_get_text (row, 2), side, radius, dots);
  g_clear_pointer (&dots, g_array_unref);
  return NULL;
}

/* Both lists stand in the order of the entries' ids. */
static gboolean
load_marks (UnkStore *self, GPtrArray *entries, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self,
                       "SELECT entry, kind, name, side, radius, dots FROM entry_mark"
                       " ORDER BY entry, position",
                       error);
  gboolean more, well;
  guint i = 0;

  if (!rows)
    return FALSE;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      gint64 id = sqlite3_column_int64 (rows, 0);
      UnkKeptMark *mark;

      while (i < entries->len && ((UnkEntry *) g_ptr_array_index (entries, i))->id < id)
        i++;
      if (i >= entries->len || ((UnkEntry *) g_ptr_array_index (entries, i))->id != id)
        continue;
      mark = read_mark (rows);
      if (mark)
        g_ptr_array_add (((UnkEntry *) g_ptr_array_index (entries, i))->marks, mark);
    }
  return well;
}

/**
 * unk_store_load_entries:
 * @self: a store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type UnkEntry): all entries, by id, or %NULL with an error
 */
GPtrArray *
unk_store_load_entries (UnkStore *self, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self, "SELECT id, at, intensity, kind, note FROM entry ORDER BY id", error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_entry_free);
  gboolean more, well;

  if (!rows)
    return NULL;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      UnkPainKind kind = UNK_PAIN_ACHE;
      gint64 at = sqlite3_column_int64 (rows, 1);
      UnkEntry *entry;

      if (at < 0 || at > UNK_JOURNAL_LAST_TIME)
        continue;
      unk_pain_kind_parse (unk_store_get_text (rows, 3), &kind);
      entry = unk_entry_new (at, sqlite3_column_int (rows, 2), kind, unk_store_get_text (rows, 4));
      entry->id = sqlite3_column_int64 (rows, 0);
      g_ptr_array_add (entries, entry);
    }
  return well && load_marks (self, entries, error) ? g_steal_pointer (&entries) : NULL;
}

static gboolean
load_steps (UnkStore *self, GPtrArray *sessions, GError **error)
{
  g_autoptr (UnkStatement) rows = unk_store_prepare (
    self, "SELECT session, " UNK_STORE_STEP ", state FROM session_step ORDER BY session, position",
    error);
  gboolean more, well;
  guint i = 0;

  if (!rows)
    return FALSE;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      gint64 id = sqlite3_column_int64 (rows, 0);

      while (i < sessions->len && ((UnkPastSession *) g_ptr_array_index (sessions, i))->id < id)
        i++;
      if (i >= sessions->len || ((UnkPastSession *) g_ptr_array_index (sessions, i))->id != id)
        continue;
      unk_past_session_add (g_ptr_array_index (sessions, i), unk_store_read_step (rows, 1),
                            g_str_equal (unk_store_get_text (rows, 9), "done"));
    }
  return well;
}

static int
read_rating (UnkStatement *row, int i)
{
  return sqlite3_column_type (row, i) == SQLITE_NULL ? -1 : sqlite3_column_int (row, i);
}

/**
 * unk_store_load_past_sessions:
 * @self: a store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type UnkPastSession): the sessions that are over, by id, or
 *   %NULL with an error
 */
GPtrArray *
unk_store_load_past_sessions (UnkStore *self, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self,
                       "SELECT id, routine, name, began, ended, before, after, note FROM session"
                       " WHERE ended IS NOT NULL ORDER BY id",
                       error);
  g_autoptr (GPtrArray) sessions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) unk_past_session_free);
  gboolean more, well;

  if (!rows)
    return NULL;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      gint64 began = sqlite3_column_int64 (rows, 3), ended = sqlite3_column_int64 (rows, 4);
      UnkPastSession *session;

      if (began < 0 || ended < began || ended > UNK_JOURNAL_LAST_TIME)
        continue;
      session = unk_past_session_new (unk_store_get_text (rows, 2), began, ended);
      session->id = sqlite3_column_int64 (rows, 0);
      session->routine = sqlite3_column_int64 (rows, 1);
      session->before = read_rating (rows, 5);
      session->after = read_rating (rows, 6);
      g_free (session->note);
      session->note = g_strdup (unk_store_get_text (rows, 7));
      g_ptr_array_add (sessions, session);
    }
  return well && load_steps (self, sessions, error) ? g_steal_pointer (&sessions) : NULL;
}

/**
 * unk_store_count_changes:
 * @self: a store
 *
 * Returns: how many rows were changed since it was opened: where that is the same as before, what
 *   was read before is what is in the file
 */
gint64
unk_store_count_changes (UnkStore *self)
{
  return sqlite3_total_changes (self->db);
}
