/* unk-store-tools.c: the tools and the minutes that the user has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-private.h"

#define MINUTES "fit-minutes"

static gboolean
save_tools (UnkStore *self, UnkTexts tools, GError **error)
{
  g_autoptr (UnkStatement) insert = NULL;

  if (!unk_store_run (self, "DELETE FROM tool", error))
    return FALSE;
  insert = unk_store_prepare (self, "INSERT INTO tool (id) VALUES (?)", error);
  for (; insert && *tools; tools++)
    {
      unk_store_bind (insert, 1, *tools);
      if (!unk_store_finish (self, insert, error))
        return FALSE;
    }
  return insert != NULL;
}

/**
 * unk_store_save_tools:
 * @self: a store
 * @tools: ids of the tools that the user owns, each once
 * @error: return location for a #GError
 *
 * Returns: whether they were kept, instead of those that were
 */
gboolean
unk_store_save_tools (UnkStore *self, UnkTexts tools, GError **error)
{
  return unk_store_run (self, "BEGIN IMMEDIATE", error) &&
         unk_store_end (self, save_tools (self, tools, error), error);
}

/**
 * unk_store_load_tools:
 * @self: a store
 * @error: return location for a #GError
 *
 * Returns: (transfer full): ids of the tools that the user owns, in the order of the alphabet;
 * those that the atlas doesn't know (any more) as well; %NULL with an error
 */
char **
unk_store_load_tools (UnkStore *self, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self, "SELECT id FROM tool ORDER BY id", error);
  g_autoptr (GStrvBuilder) tools = g_strv_builder_new ();
  gboolean more, well;

  if (!rows)
    return NULL;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    g_strv_builder_add (tools, unk_store_get_text (rows, 0));
  return well ? g_strv_builder_end (tools) : NULL;
}

/**
 * unk_store_save_minutes:
 * @self: a store
 * @minutes: how many a routine is to take
 * @error: return location for a #GError
 *
 * Returns: whether they were kept
 */
gboolean
unk_store_save_minutes (UnkStore *self, guint minutes, GError **error)
{
  g_autoptr (UnkStatement) save = unk_store_prepare (
    self,
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
    "excluded.value",
    error);
  g_autofree char *text = g_strdup_printf ("%u", minutes);

  if (!save)
    return FALSE;
  unk_store_bind (save, 1, MINUTES);
  unk_store_bind (save, 2, text);
  return unk_store_finish (self, save, error);
}

/**
 * unk_store_load_minutes:
 * @self: a store
 * @minutes: (out): how many a routine is to take; untouched where nothing sensible is kept
 * @error: return location for a #GError
 *
 * Returns: whether the file could be read
 */
gboolean
unk_store_load_minutes (UnkStore *self, guint *minutes, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self, "SELECT value FROM setting WHERE name = ?", error);
  gboolean more;
  guint64 kept;

  if (!rows)
    return FALSE;
  unk_store_bind (rows, 1, MINUTES);
  if (!unk_store_next (self, rows, &more, error))
    return FALSE;
  if (more && g_ascii_string_to_unsigned (unk_store_get_text (rows, 0), 10, 1, 120, &kept, NULL))
    *minutes = (guint) kept;
  return TRUE;
}
