/* unk-finder-tiles.c: whose zones lie at a place, place by place
 *
 * A mark is held against the few tiles that it covers, and what lies in a tile is read from first
 * to last: it never asks a muscle that lies elsewhere, and the processor sees what comes next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-finder-tiles.h"

#include <math.h>

#include "unk-atlas-format.h"

struct _UnkTiling
{
  int columns, rows; /* of tiles */
  GArray *found;     /* UnkTile, as they were added; (nullable) once closed */
  GArray *places;    /* guint: the tile of each of them; (nullable) once closed */
  UnkTile *tiles;    /* in the order of their places */
  guint *starts;     /* of each place, and one more */
};

/**
 * unk_tiling_new:
 * @width: of the view, in millimeters
 * @height: of the view, in millimeters
 *
 * Returns: (transfer full): an open tiling, in which nothing lies
 */
UnkTiling *
unk_tiling_new (double width, double height)
{
  UnkTiling *self = g_new0 (UnkTiling, 1);

  self->columns = ((int) ceil (width / UNK_GRID_MM) + 63) / 64;
  self->rows = ((int) ceil (height / UNK_GRID_MM) + UNK_TILE_ROWS - 1) / UNK_TILE_ROWS;
  self->found = g_array_new (FALSE, FALSE, sizeof (UnkTile));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * unk_tiling_free:
 * @self: (nullable): a tiling
 */
void
unk_tiling_free (UnkTiling *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->tiles);
  g_free (self->starts);
  g_free (self);
}

static guint64
word_at (const UnkMask *mask, int word, int row)
{
  if (word < mask->word || word >= mask->word + mask->words || row < mask->row ||
      row >= mask->row + mask->rows)
    return 0;
  return mask->bits[(gsize) (row - mask->row) * (gsize) mask->words + (gsize) (word - mask->word)];
}

/**
 * unk_tiling_add:
 * @self: an open tiling
 * @muscle: a number
 * @essential: its essential zones
 * @spillover: its spillover zones, besides the essential ones
 * @near: both, and the margin around them
 *
 * Adds a muscle's zones.
 */
void
unk_tiling_add (UnkTiling *self, guint muscle, const UnkMask *essential, const UnkMask *spillover,
                const UnkMask *near)
{
  for (int row = near->row / UNK_TILE_ROWS; row * UNK_TILE_ROWS < near->row + near->rows; row++)
    for (int word = near->word; word < near->word + near->words; word++)
      {
        UnkTile tile = { .muscle = muscle };
        guint place = (guint) (row * self->columns + word);
        guint64 any = 0;

        for (int r = 0; r < UNK_TILE_ROWS; r++)
          {
            int at = row * UNK_TILE_ROWS + r;
            guint64 e = word_at (essential, word, at), s = word_at (spillover, word, at);
            guint64 margin = word_at (near, word, at) & ~e & ~s;

            tile.bits[r][0] = e | margin;
            tile.bits[r][1] = s | margin;
            any |= e | s | margin;
          }
        if (!any)
          continue;
        g_array_append_val (self->found, tile);
        g_array_append_val (self->places, place);
      }
}

/**
 * unk_tiling_close:
 * @self: an open tiling
 *
 * Puts together what lies in one place. From here on it can be counted, and nothing be added.
 */
void
unk_tiling_close (UnkTiling *self)
{
  gsize n = (gsize) self->columns * (gsize) self->rows;

  self->starts = g_new0 (guint, n + 2);
  self->tiles = g_new (UnkTile, self->found->len + 1);
  /* Counted one place late, so that each place's start, moved on while it is filled, ends as the
   * next one's. */
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, guint, i) + 2 <= n)
      self->starts[g_array_index (self->places, guint, i) + 2]++;
  for (gsize i = 1; i <= n; i++)
    self->starts[i] += self->starts[i - 1];
  for (guint i = 0; i < self->places->len; i++)
    self->tiles[self->starts[g_array_index (self->places, guint, i) + 1]++] =
      g_array_index (self->found, UnkTile, i);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

/* How many bits are set in each byte. */
static inline guint64
count_in_bytes (guint64 bits)
{
  bits -= (bits >> 1) & G_GUINT64_CONSTANT (0x5555555555555555);
  bits = (bits & G_GUINT64_CONSTANT (0x3333333333333333)) +
         ((bits >> 2) & G_GUINT64_CONSTANT (0x3333333333333333));
  return (bits + (bits >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
}

/* Of bytes up to 64 each. */
static inline guint
add_bytes (guint64 bytes)
{
  guint64 pairs = (bytes & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff)) +
                  ((bytes >> 8) & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff));

  return (guint) ((pairs * G_GUINT64_CONSTANT (0x0001000100010001)) >> 48);
}

/* All rows at once and without a branch, so that a compiler can do several in one instruction. */
static void
count_tile (const UnkTile *tile, const guint64 marked[UNK_TILE_ROWS], UnkCounts *counts)
{
  guint64 any = 0, essential = 0, spillover = 0, near = 0;

  for (int r = 0; r < UNK_TILE_ROWS; r++)
    any |= marked[r] & (tile->bits[r][0] | tile->bits[r][1]);
  if (!any)
    return;
  for (int r = 0; r < UNK_TILE_ROWS; r++)
    {
      guint64 a = marked[r] & tile->bits[r][0], b = marked[r] & tile->bits[r][1];

      essential += count_in_bytes (a & ~b);
      spillover += count_in_bytes (b & ~a);
      near += count_in_bytes (a & b);
    }
  counts->essential += add_bytes (essential);
  counts->spillover += add_bytes (spillover);
  counts->near += add_bytes (near);
}

/**
 * unk_tiling_count:
 * @self: a closed tiling
 * @mask: what is marked
 * @counts: (inout): a place for each muscle
 *
 * Adds how many cells the muscles have in common with @mask.
 */
void
unk_tiling_count (const UnkTiling *self, const UnkMask *mask, UnkCounts *counts)
{
  for (int row = mask->row / UNK_TILE_ROWS; row * UNK_TILE_ROWS < mask->row + mask->rows; row++)
    for (int word = mask->word; word < mask->word + mask->words; word++)
      {
        gsize place = (gsize) row * (gsize) self->columns + (gsize) word;
        guint64 marked[UNK_TILE_ROWS], any = 0;

        for (int r = 0; r < UNK_TILE_ROWS; r++)
          any |= marked[r] = word_at (mask, word, row * UNK_TILE_ROWS + r);
        for (guint i = self->starts[place]; any && i < self->starts[place + 1]; i++)
          count_tile (&self->tiles[i], marked, &counts[self->tiles[i].muscle]);
      }
}
