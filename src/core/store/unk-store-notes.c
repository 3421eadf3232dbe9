/* unk-store-notes.c: notes and favorites, kept and brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-private.h"

static gboolean
save_note (UnkStore *self, UnkNotes *notes, const char *muscle, GError **error)
{
  gboolean favorite = unk_notes_is_favorite (notes, muscle);
  const char *note = unk_notes_get_note (notes, muscle);
  gboolean kept = favorite || *note;
  g_autoptr (UnkStatement) statement =
    unk_store_prepare (self,
                       kept ? "INSERT INTO muscle_note (muscle, favorite, note) VALUES (?, ?, ?)"
                              " ON CONFLICT (muscle) DO UPDATE SET favorite = excluded.favorite,"
                              " note = excluded.note"
                            : "DELETE FROM muscle_note WHERE muscle = ?",
                       error);

  if (!statement)
    return FALSE;
  unk_store_bind (statement, 1, muscle);
  if (kept)
    {
      sqlite3_bind_int (statement, 2, favorite);
      unk_store_bind (statement, 3, note);
    }
  return unk_store_finish (self, statement, error);
}

static gboolean
save_all (UnkStore *self, UnkNotes *notes, const char *const *muscles, GError **error)
{
  for (; *muscles; muscles++)
    if (!save_note (self, notes, *muscles, error))
      return FALSE;
  return TRUE;
}

/**
 * unk_store_save_notes:
 * @self: a store
 * @notes: notes and favorites
 * @muscles: the ids of those that have changed
 * @error: return location for a #GError
 *
 * Returns: whether they were kept
 */
gboolean
unk_store_save_notes (UnkStore *self, UnkNotes *notes, const char *const *muscles, GError **error)
{
  return unk_store_run (self, "BEGIN IMMEDIATE", error) &&
         unk_store_end (self, save_all (self, notes, muscles, error), error);
}

/**
 * unk_store_load_notes:
 * @self: a store
 * @notes: takes in what is kept
 * @error: return location for a #GError
 *
 * Returns: whether they could be read
 */
gboolean
unk_store_load_notes (UnkStore *self, UnkNotes *notes, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self, "SELECT muscle, favorite, note FROM muscle_note", error);
  gboolean more, well;

  if (!rows)
    return FALSE;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    unk_notes_load (notes, unk_store_get_text (rows, 0), sqlite3_column_int (rows, 1) != 0,
                    unk_store_get_text (rows, 2));
  return well;
}
