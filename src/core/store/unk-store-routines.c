/* unk-store-routines.c: routines, kept and brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-reminder.h"
#include "unk-store-private.h"

void
unk_store_bind_step (UnkStatement *statement, int first, const UnkRoutineStep *step)
{
  unk_store_bind (statement, first, step->muscle);
  unk_store_bind (statement, first + 1, unk_side_id (step->side));
  unk_store_bind (statement, first + 2, step->kind);
  unk_store_bind (statement, first + 3, step->technique);
  sqlite3_bind_int (statement, first + 4, step->variant);
  unk_store_bind (statement, first + 5, step->tool);
  sqlite3_bind_int (statement, first + 6, step->seconds);
  sqlite3_bind_int (statement, first + 7, step->repetitions);
}

UnkRoutineStep *
unk_store_read_step (UnkStatement *row, int first)
{
  UnkSide side = UNK_SIDE_RIGHT;

  unk_side_parse (unk_store_get_text (row, first + 1), &side);
  return unk_routine_step_new (
    unk_store_get_text (row, first), side, unk_store_get_text (row, first + 2),
    unk_store_get_text (row, first + 3), sqlite3_column_int (row, first + 4),
    unk_store_get_text (row, first + 5), sqlite3_column_int (row, first + 6),
    sqlite3_column_int (row, first + 7));
}

static gboolean
save_step (UnkStore *self, UnkStatement *insert, gint64 routine, int position,
           const UnkRoutineStep *step, GError **error)
{
  sqlite3_bind_int64 (insert, 1, routine);
  sqlite3_bind_int (insert, 2, position);
  unk_store_bind_step (insert, 3, step);
  return unk_store_finish (self, insert, error);
}

static gboolean
save_head (UnkStore *self, const UnkRoutine *routine, gint64 *id, GError **error)
{
  g_autoptr (UnkStatement) save = unk_store_prepare (
    self,
    "INSERT INTO routine (id, name, days, reminder) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
    " SET name = excluded.name, days = excluded.days, reminder = excluded.reminder",
    error);
  g_autoptr (UnkStatement) clear =
    unk_store_prepare (self, "DELETE FROM step WHERE routine = ?", error);

  if (!save || !clear)
    return FALSE;
  if (routine->id)
    sqlite3_bind_int64 (save, 1, routine->id);
  unk_store_bind (save, 2, routine->name);
  sqlite3_bind_int (save, 3, (int) routine->days);
  if (routine->reminder >= 0)
    sqlite3_bind_int (save, 4, routine->reminder);
  if (!unk_store_finish (self, save, error))
    return FALSE;
  *id = routine->id ? routine->id : sqlite3_last_insert_rowid (self->db);
  sqlite3_bind_int64 (clear, 1, *id);
  return unk_store_finish (self, clear, error);
}

static gboolean
save_routine (UnkStore *self, const UnkRoutine *routine, gint64 *id, GError **error)
{
  g_autoptr (UnkStatement) insert = NULL;

  if (!save_head (self, routine, id, error))
    return FALSE;
  insert = unk_store_prepare (self,
                              "INSERT INTO step (routine, position, " UNK_STORE_STEP ")"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                              error);
  for (guint i = 0; insert && i < routine->steps->len; i++)
    if (!save_step (self, insert, *id, (int) i, g_ptr_array_index (routine->steps, i), error))
      return FALSE;
  return insert != NULL;
}

/**
 * unk_store_save_routine:
 * @self: a store
 * @routine: a routine; one that was never saved gets its id
 * @error: return location for a #GError
 *
 * Keeps the routine with its steps in their order, instead of what was kept under its id.
 *
 * Returns: whether it was kept
 */
gboolean
unk_store_save_routine (UnkStore *self, UnkRoutine *routine, GError **error)
{
  gint64 id = 0;

  if (!unk_store_run (self, "BEGIN IMMEDIATE", error) ||
      !unk_store_end (self, save_routine (self, routine, &id, error), error))
    return FALSE;
  routine->id = id;
  return TRUE;
}

static gboolean
load_steps (UnkStore *self, UnkRoutine *routine, GError **error)
{
  g_autoptr (UnkStatement) rows = unk_store_prepare (
    self, "SELECT " UNK_STORE_STEP " FROM step WHERE routine = ? ORDER BY position", error);
  gboolean more, well;

  if (!rows)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, routine->id);
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    g_ptr_array_add (routine->steps, unk_store_read_step (rows, 0));
  return well;
}

/**
 * unk_store_load_routines:
 * @self: a store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type UnkRoutine): all routines, the oldest first, or %NULL with
 * an error
 */
GPtrArray *
unk_store_load_routines (UnkStore *self, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self, "SELECT id, name, days, reminder FROM routine ORDER BY id", error);
  g_autoptr (GPtrArray) routines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) unk_routine_free);
  gboolean more, well;

  if (!rows)
    return NULL;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      UnkRoutine *routine = unk_routine_new (unk_store_get_text (rows, 1));

      g_ptr_array_add (routines, routine);
      routine->id = sqlite3_column_int64 (rows, 0);
      routine->days = (guint) sqlite3_column_int (rows, 2) & UNK_DAYS_ALL;
      routine->reminder =
        sqlite3_column_type (rows, 3) == SQLITE_NULL ? -1 : sqlite3_column_int (rows, 3);
      if (routine->reminder >= UNK_DAY_MINUTES)
        routine->reminder = -1;
      if (!load_steps (self, routine, error))
        return NULL;
    }
  return well ? g_steal_pointer (&routines) : NULL;
}

/**
 * unk_store_delete_routine:
 * @self: a store
 * @id: a routine's
 * @error: return location for a #GError
 *
 * Takes a routine and its steps out of the file; one that isn't there is no error. To undo, save it
 * again: it keeps its id.
 *
 * Returns: whether it could be done
 */
gboolean
unk_store_delete_routine (UnkStore *self, gint64 id, GError **error)
{
  g_autoptr (UnkStatement) statement =
    unk_store_prepare (self, "DELETE FROM routine WHERE id = ?", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return unk_store_finish (self, statement, error);
}
