/* unk-store-session.c: the session that can be taken up again
 *
 * It lies beside those that are over, without an end; unk_store_change_journal() with what
 * unk_session_end() makes of it gives it one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-private.h"

UnkStatement *
unk_store_prepare_session_steps (UnkStore *self, GError **error)
{
  return unk_store_prepare (self,
                            "INSERT INTO session_step (session, position, " UNK_STORE_STEP
                            ", state)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            error);
}

gboolean
unk_store_put_session_step (UnkStore *self, UnkStatement *insert, gint64 session, guint position,
                            const UnkRoutineStep *step, UnkStepState state, GError **error)
{
  sqlite3_bind_int64 (insert, 1, session);
  sqlite3_bind_int64 (insert, 2, position);
  unk_store_bind_step (insert, 3, step);
  unk_store_bind (insert, 11, unk_step_state_id (state));
  return unk_store_finish (self, insert, error);
}

static gboolean
put_steps (UnkStore *self, gint64 id, const UnkSession *session, GError **error)
{
  g_autoptr (UnkStatement) insert = unk_store_prepare_session_steps (self, error);

  for (guint i = 0; insert && i < session->steps->len; i++)
    {
      const UnkSessionStep *step = g_ptr_array_index (session->steps, i);

      if (!unk_store_put_session_step (self, insert, id, i, step->step, step->state, error))
        return FALSE;
    }
  return insert != NULL;
}

static gboolean
put_session (UnkStore *self, const UnkSession *session, gint64 *id, GError **error)
{
  g_autoptr (UnkStatement) head = unk_store_prepare (
    self,
    "INSERT OR REPLACE INTO session (id, routine, name, began, position, elapsed, before, note)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    error);

  if (!head)
    return FALSE;
  if (session->id)
    sqlite3_bind_int64 (head, 1, session->id);
  sqlite3_bind_int64 (head, 2, session->routine);
  unk_store_bind (head, 3, session->name);
  sqlite3_bind_int64 (head, 4, session->began);
  sqlite3_bind_int64 (head, 5, session->position);
  sqlite3_bind_int64 (head, 6, (gint64) session->elapsed);
  if (session->before >= 0)
    sqlite3_bind_int (head, 7, session->before);
  unk_store_bind (head, 8, session->note);
  if (!unk_store_finish (self, head, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->db);
  return put_steps (self, *id, session, error);
}

/**
 * unk_store_save_session:
 * @self: a store
 * @session: a session that isn't over; it gets an id where it has none
 * @error: return location for a #GError
 *
 * Keeps how far it has come, to the second, instead of what was kept of it before.
 *
 * Returns: whether it was kept
 */
gboolean
unk_store_save_session (UnkStore *self, UnkSession *session, GError **error)
{
  gint64 id = 0;

  if (!unk_store_run (self, "BEGIN IMMEDIATE", error) ||
      !unk_store_end (self, put_session (self, session, &id, error), error))
    return FALSE;
  session->id = id;
  return TRUE;
}

static gboolean
load_steps (UnkStore *self, UnkSession *session, GError **error)
{
  g_autoptr (UnkStatement) rows = unk_store_prepare (
    self, "SELECT " UNK_STORE_STEP ", state FROM session_step WHERE session = ? ORDER BY position",
    error);
  gboolean more, well;

  if (!rows)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, session->id);
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      UnkStepState state = UNK_STEP_OPEN;

      unk_step_state_parse (unk_store_get_text (rows, 8), &state);
      unk_session_add (session, unk_store_read_step (rows, 0), state);
    }
  return well;
}

static UnkSession *
read_session (UnkStatement *row)
{
  g_autoptr (UnkRoutine) routine = unk_routine_new (unk_store_get_text (row, 2));
  UnkSession *session;

  routine->id = sqlite3_column_int64 (row, 1);
  session = unk_session_new (routine, sqlite3_column_int64 (row, 3));
  session->id = sqlite3_column_int64 (row, 0);
  session->position = (guint) CLAMP (sqlite3_column_int64 (row, 4), 0, G_MAXINT);
  session->elapsed = (double) MAX (0, sqlite3_column_int64 (row, 5));
  if (sqlite3_column_type (row, 6) != SQLITE_NULL)
    session->before = sqlite3_column_int (row, 6);
  g_free (session->note);
  session->note = g_strdup (unk_store_get_text (row, 7));
  session->begun = session->position || session->elapsed > 0;
  return session;
}

/**
 * unk_store_load_session:
 * @self: a store
 * @session: (out) (transfer full) (nullable): the session that was begun last and isn't over; it
 *   pauses where it stood
 * @error: return location for a #GError
 *
 * Returns: whether it could be looked for
 */
gboolean
unk_store_load_session (UnkStore *self, UnkSession **session, GError **error)
{
  g_autoptr (UnkStatement) rows = unk_store_prepare (
    self,
    "SELECT id, routine, name, began, position, elapsed, before, note FROM session"
    " WHERE ended IS NULL ORDER BY began DESC, id DESC LIMIT 1",
    error);
  g_autoptr (UnkSession) found = NULL;
  gboolean more;

  *session = NULL;
  if (!rows || !unk_store_next (self, rows, &more, error))
    return FALSE;
  if (!more)
    return TRUE;
  found = read_session (rows);
  if (!load_steps (self, found, error))
    return FALSE;
  /* As in a file that was changed by hand. */
  found->position = MIN (found->position, found->steps->len);
  *session = g_steal_pointer (&found);
  return TRUE;
}
