/* unk-store-decks.c: decks that the user picked, and what was set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-private.h"

/**
 * unk_deck_new:
 * @name: what the user calls it
 * @muscles: ids of the muscles in it
 *
 * Returns: (transfer full): a deck that was never saved
 */
UnkDeck *
unk_deck_new (const char *name, UnkTexts muscles)
{
  UnkDeck *deck = g_new0 (UnkDeck, 1);

  deck->name = g_strdup (name);
  deck->muscles = g_strdupv ((char **) muscles);
  return deck;
}

/**
 * unk_deck_free:
 * @deck: (nullable): a deck
 */
void
unk_deck_free (UnkDeck *deck)
{
  if (!deck)
    return;
  g_free (deck->name);
  g_strfreev (deck->muscles);
  g_free (deck);
}

static gboolean
save_muscles (UnkStore *self, gint64 id, char **muscles, GError **error)
{
  g_autoptr (UnkStatement) insert = unk_store_prepare (
    self, "INSERT OR IGNORE INTO deck_muscle (deck, muscle) VALUES (?, ?)", error);

  for (; insert && *muscles; muscles++)
    {
      sqlite3_bind_int64 (insert, 1, id);
      unk_store_bind (insert, 2, *muscles);
      if (!unk_store_finish (self, insert, error))
        return FALSE;
    }
  return insert != NULL;
}

static gboolean
save_deck (UnkStore *self, const UnkDeck *deck, gint64 *id, GError **error)
{
  g_autoptr (UnkStatement) save =
    unk_store_prepare (self,
                       "INSERT INTO deck (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET "
                       "name = excluded.name",
                       error);
  g_autoptr (UnkStatement) clear =
    unk_store_prepare (self, "DELETE FROM deck_muscle WHERE deck = ?", error);

  if (!save || !clear)
    return FALSE;
  if (deck->id)
    sqlite3_bind_int64 (save, 1, deck->id);
  unk_store_bind (save, 2, deck->name);
  if (!unk_store_finish (self, save, error))
    return FALSE;
  *id = deck->id ? deck->id : sqlite3_last_insert_rowid (self->db);
  sqlite3_bind_int64 (clear, 1, *id);
  return unk_store_finish (self, clear, error) && save_muscles (self, *id, deck->muscles, error);
}

/**
 * unk_store_save_deck:
 * @self: a store
 * @deck: a deck; one that was never saved gets its id
 * @error: return location for a #GError
 *
 * Returns: whether it was kept, instead of what was kept under its id
 */
gboolean
unk_store_save_deck (UnkStore *self, UnkDeck *deck, GError **error)
{
  gint64 id = 0;

  if (!unk_store_run (self, "BEGIN IMMEDIATE", error) ||
      !unk_store_end (self, save_deck (self, deck, &id, error), error))
    return FALSE;
  deck->id = id;
  return TRUE;
}

static gboolean
load_muscles (UnkStore *self, UnkDeck *deck, GError **error)
{
  g_autoptr (UnkStatement) rows = unk_store_prepare (
    self, "SELECT muscle FROM deck_muscle WHERE deck = ? ORDER BY muscle", error);
  GPtrArray *muscles;
  gboolean more, well;

  if (!rows)
    return FALSE;
  muscles = g_ptr_array_new ();
  sqlite3_bind_int64 (rows, 1, deck->id);
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    g_ptr_array_add (muscles, g_strdup (unk_store_get_text (rows, 0)));
  g_ptr_array_add (muscles, NULL);
  g_strfreev (deck->muscles);
  deck->muscles = (char **) g_ptr_array_free (muscles, FALSE);
  return well;
}

/**
 * unk_store_load_decks:
 * @self: a store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type UnkDeck): all decks, by name, or %NULL with an error
 */
GPtrArray *
unk_store_load_decks (UnkStore *self, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self, "SELECT id, name FROM deck ORDER BY name, id", error);
  g_autoptr (GPtrArray) decks = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_deck_free);
  gboolean more, well;

  if (!rows)
    return NULL;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      UnkDeck *deck = unk_deck_new (unk_store_get_text (rows, 1), (const char *const[]){ NULL });

      g_ptr_array_add (decks, deck);
      deck->id = sqlite3_column_int64 (rows, 0);
      if (!load_muscles (self, deck, error))
        return NULL;
    }
  return well ? g_steal_pointer (&decks) : NULL;
}

/**
 * unk_store_delete_deck:
 * @self: a store
 * @id: a deck's
 * @error: return location for a #GError
 *
 * Takes a deck out of the file; one that isn't there is no error. To undo, save it again.
 *
 * Returns: whether it could be done
 */
gboolean
unk_store_delete_deck (UnkStore *self, gint64 id, GError **error)
{
  g_autoptr (UnkStatement) statement =
    unk_store_prepare (self, "DELETE FROM deck WHERE id = ?", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return unk_store_finish (self, statement, error);
}

/**
 * unk_store_set_setting:
 * @self: a store
 * @name: of the setting
 * @value: what it is set to
 * @error: return location for a #GError
 *
 * Returns: whether it was kept
 */
gboolean
unk_store_set_setting (UnkStore *self, const char *name, const char *value, GError **error)
{
  g_autoptr (UnkStatement) statement =
    unk_store_prepare (self, "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", error);

  if (!statement)
    return FALSE;
  unk_store_bind (statement, 1, name);
  unk_store_bind (statement, 2, value);
  return unk_store_finish (self, statement, error);
}

/**
 * unk_store_dup_setting:
 * @self: a store
 * @name: of the setting
 *
 * Returns: (transfer full) (nullable): what it was set to
 */
char *
unk_store_dup_setting (UnkStore *self, const char *name)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self, "SELECT value FROM setting WHERE name = ?", NULL);
  gboolean more = FALSE;

  if (!rows)
    return NULL;
  unk_store_bind (rows, 1, name);
  return unk_store_next (self, rows, &more, NULL) && more ? g_strdup (unk_store_get_text (rows, 0))
                                                          : NULL;
}
