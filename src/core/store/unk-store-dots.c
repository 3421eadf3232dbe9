/* unk-store-dots.c: the dots of a stroke as bytes of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "unk-store-private.h"

/* Pairs of floats, little endian on every machine. */
static GBytes *
pack_dots (GArray *dots)
{
  guint32 *words = g_new (guint32, (gsize) dots->len * 2);

  for (guint i = 0; i < dots->len; i++)
    {
      UnkDot dot = g_array_index (dots, UnkDot, i);

      memcpy (&words[2 * i], &dot.x, 4);
      memcpy (&words[2 * i + 1], &dot.y, 4);
      words[2 * i] = GUINT32_TO_LE (words[2 * i]);
      words[2 * i + 1] = GUINT32_TO_LE (words[2 * i + 1]);
    }
  return g_bytes_new_take (words, (gsize) dots->len * 8);
}

/**
 * unk_store_bind_dots:
 * @statement: a statement
 * @i: which of its values, from 1
 * @dots: (element-type UnkDot): the dots of a stroke
 *
 * Hands the dots over to be kept.
 */
void
unk_store_bind_dots (UnkStatement *statement, int i, GArray *dots)
{
  g_autoptr (GBytes) bytes = pack_dots (dots);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  sqlite3_bind_blob64 (statement, i, data, length, SQLITE_TRANSIENT);
}

/**
 * unk_store_get_dots:
 * @row: a statement that stands at a row
 * @i: which of its columns, from 0
 *
 * Returns: (transfer full) (nullable) (element-type UnkDot): the dots, at least one, or %NULL where
 *   the bytes can't be a stroke
 */
GArray *
unk_store_get_dots (UnkStatement *row, int i)
{
  const guint8 *bytes = sqlite3_column_blob (row, i);
  gsize length = (gsize) sqlite3_column_bytes (row, i), n = length / 8;
  g_autoptr (GArray) dots = g_array_sized_new (FALSE, FALSE, sizeof (UnkDot), (guint) n);

  if (!n || length % 8)
    return NULL;
  for (gsize k = 0; k < n; k++)
    {
      guint32 words[2];
      UnkDot dot;

      memcpy (words, bytes + k * 8, 8);
      words[0] = GUINT32_FROM_LE (words[0]);
      words[1] = GUINT32_FROM_LE (words[1]);
      memcpy (&dot.x, &words[0], 4);
      memcpy (&dot.y, &words[1], 4);
      if (!isfinite (dot.x) || !isfinite (dot.y) || fabsf (dot.x) > UNK_KEPT_FAR ||
          fabsf (dot.y) > UNK_KEPT_FAR)
        return NULL;
      g_array_append_val (dots, dot);
    }
  return g_steal_pointer (&dots);
}
