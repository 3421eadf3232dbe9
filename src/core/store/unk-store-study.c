/* unk-store-study.c: what was learned, kept and brought back
 *
 * The card table holds where each card stands; the review table each answer, with where the card
 * stood before it, so that the last answers can be taken back at any time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-private.h"

#define MEMORY "state, step, stability, difficulty, due, last"

static void
bind_memory (UnkStatement *statement, int i, const UnkMemory *memory)
{
  unk_store_bind (statement, i, unk_memory_state_id (memory->state));
  sqlite3_bind_int (statement, i + 1, memory->step);
  sqlite3_bind_double (statement, i + 2, memory->stability);
  sqlite3_bind_double (statement, i + 3, memory->difficulty);
  sqlite3_bind_int64 (statement, i + 4, memory->due);
  sqlite3_bind_int64 (statement, i + 5, memory->last);
}

static UnkMemory
read_memory (UnkStatement *rows, int i)
{
  UnkMemory memory = { 0 };

  unk_memory_state_parse (unk_store_get_text (rows, i), &memory.state);
  memory.step = sqlite3_column_int (rows, i + 1);
  memory.stability = sqlite3_column_double (rows, i + 2);
  memory.difficulty = sqlite3_column_double (rows, i + 3);
  memory.due = sqlite3_column_int64 (rows, i + 4);
  memory.last = sqlite3_column_int64 (rows, i + 5);
  return memory;
}

static gboolean
put_card (UnkStore *self, const char *card, const UnkMemory *memory, GError **error)
{
  g_autoptr (UnkStatement) statement = unk_store_prepare (
    self, "INSERT OR REPLACE INTO card (id, " MEMORY ") VALUES (?, ?, ?, ?, ?, ?, ?)", error);

  if (!statement)
    return FALSE;
  unk_store_bind (statement, 1, card);
  bind_memory (statement, 2, memory);
  return unk_store_finish (self, statement, error);
}

static gboolean
remove_card (UnkStore *self, const char *card, GError **error)
{
  g_autoptr (UnkStatement) statement =
    unk_store_prepare (self, "DELETE FROM card WHERE id = ?", error);

  if (!statement)
    return FALSE;
  unk_store_bind (statement, 1, card);
  return unk_store_finish (self, statement, error);
}

static gboolean
insert_review (UnkStore *self, const UnkReview *review, GError **error)
{
  g_autoptr (UnkStatement) statement = unk_store_prepare (
    self, "INSERT INTO review (card, at, grade, " MEMORY ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    error);

  if (!statement)
    return FALSE;
  unk_store_bind (statement, 1, review->card);
  sqlite3_bind_int64 (statement, 2, review->at);
  sqlite3_bind_int (statement, 3, (int) review->grade);
  bind_memory (statement, 4, &review->before);
  return unk_store_finish (self, statement, error);
}

/**
 * unk_store_add_review:
 * @self: a store
 * @review: an answer; it gets its id
 * @error: return location for a #GError
 *
 * Keeps the answer, and where its card stands now.
 *
 * Returns: whether both were kept
 */
gboolean
unk_store_add_review (UnkStore *self, UnkReview *review, GError **error)
{
  gint64 id = 0;
  gboolean well;

  if (!unk_store_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  well = insert_review (self, review, error);
  if (well)
    id = sqlite3_last_insert_rowid (self->db);
  well = well && put_card (self, review->card, &review->after, error);
  if (!unk_store_end (self, well, error))
    return FALSE;
  review->id = id;
  return TRUE;
}

static gboolean
delete_review (UnkStore *self, const UnkReview *review, GError **error)
{
  g_autoptr (UnkStatement) statement =
    unk_store_prepare (self, "DELETE FROM review WHERE id = ?", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, review->id);
  return unk_store_finish (self, statement, error);
}

/**
 * unk_store_take_review:
 * @self: a store
 * @review: the last answer of its card
 * @error: return location for a #GError
 *
 * Takes the answer back: its card stands where it stood before. To bring it again, add it.
 *
 * Returns: whether it was taken back
 */
gboolean
unk_store_take_review (UnkStore *self, const UnkReview *review, GError **error)
{
  if (!unk_store_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  return unk_store_end (self,
                        delete_review (self, review, error) &&
                          (review->before.state == UNK_MEMORY_NEW
                             ? remove_card (self, review->card, error)
                             : put_card (self, review->card, &review->before, error)),
                        error);
}

/**
 * unk_store_load_reviews:
 * @self: a store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type UnkReview): all answers, the oldest first, or %NULL with
 * an error
 */
GPtrArray *
unk_store_load_reviews (UnkStore *self, GError **error)
{
  g_autoptr (UnkStatement) rows = unk_store_prepare (
    self, "SELECT id, card, at, grade, " MEMORY " FROM review ORDER BY id", error);
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_review_free);
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean more = FALSE;

  if (!rows)
    return NULL;
  while (unk_store_next (self, rows, &more, error) && more)
    {
      UnkMemory before = read_memory (rows, 4);
      UnkReview *review =
        unk_review_new (unk_store_get_text (rows, 1), sqlite3_column_int64 (rows, 2),
                        (UnkGrade) sqlite3_column_int (rows, 3), before, before);
      UnkReview *previous = g_hash_table_lookup (last, review->card);

      review->id = sqlite3_column_int64 (rows, 0);
      if (previous)
        previous->after = before;
      g_hash_table_replace (last, review->card, review);
      g_ptr_array_add (reviews, review);
    }
  if (more || sqlite3_errcode (self->db) != SQLITE_DONE)
    return NULL;
  g_clear_pointer (&rows, unk_statement_free);
  rows = unk_store_prepare (self, "SELECT id, " MEMORY " FROM card", error);
  while (rows && unk_store_next (self, rows, &more, error) && more)
    {
      UnkReview *review = g_hash_table_lookup (last, unk_store_get_text (rows, 0));

      if (review)
        review->after = read_memory (rows, 1);
    }
  return !rows || more || sqlite3_errcode (self->db) != SQLITE_DONE ? NULL
                                                                    : g_steal_pointer (&reviews);
}
