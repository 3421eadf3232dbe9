/* unk-carry.c: what a place marked in one view marks in another
 *
 * Two views show the same surface where both draw the same named area. Back, side and front have
 * one frame: a height is the same in all, and going to the right in the picture always goes on
 * around the right half of the body, from the spine over the side to the breastbone. So a row of an
 * area in one view lies on the row of that height in the other, stretched or shrunk to its width.
 * README.md says what this can't do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-carry.h"

#include <math.h>

#include "unk-atlas-format.h"

/* Less than this of an area is a slip of the brush over its border. */
#define LEAST_CELLS 4

static const UnkRegion *
find_region (const UnkView *view, const UnkArea *area)
{
  for (guint i = 0; i < view->n_regions; i++)
    if (view->regions[i].area == area && view->regions[i].mask.rows)
      return &view->regions[i];
  return NULL;
}

static gboolean
has (const UnkMask *mask, int column, int row)
{
  int word = column / 64 - mask->word;

  return row >= mask->row && row < mask->row + mask->rows && word >= 0 && word < mask->words &&
         (mask->bits[(gsize) (row - mask->row) * mask->words + word] >> (column % 64) & 1);
}

/* The first and the last cell of a row; %FALSE where it has none. */
static gboolean
find_ends (const UnkMask *mask, int row, int *first, int *last)
{
  *first = *last = -1;
  if (row < mask->row || row >= mask->row + mask->rows)
    return FALSE;
  for (int c = mask->word * 64; c < (mask->word + mask->words) * 64; c++)
    if (has (mask, c, row))
      {
        *first = *first < 0 ? c : *first;
        *last = c;
      }
  return *first >= 0;
}

/* The row of @from that is at the same height as @row of @to: the same where both show the area
 * there, and else as far down the area. */
static int
find_row (const UnkMask *from, const UnkMask *to, int row)
{
  int top = MAX (from->row, to->row), bottom = MIN (from->row + from->rows, to->row + to->rows);

  if (bottom - top >= MIN (from->rows, to->rows) / 2)
    return row;
  return from->row + (int) floor ((row - to->row + 0.5) * from->rows / to->rows);
}

static void
add_cell (UnkMask *into, int column, int row)
{
  unk_mask_add_disc (into, (column + 0.5) * UNK_GRID_MM, (row + 0.5) * UNK_GRID_MM, 0.1);
}

static void
carry_row (UnkMask *into, const UnkMask *marked, const UnkMask *from, const UnkMask *to, int row)
{
  int there = find_row (from, to, row), a0 = 0, a1 = 0, b0 = 0, b1 = 0;

  if (!find_ends (from, there, &a0, &a1) || !find_ends (to, row, &b0, &b1))
    return;
  for (int c = b0; c <= b1; c++)
    if (has (to, c, row) &&
        has (marked, a0 + (int) ((c - b0 + 0.5) * (a1 - a0 + 1) / (b1 - b0 + 1)), there))
      add_cell (into, c, row);
}

/* A view of another frame, such as that of a hand, shows an area as it likes: it is marked whole,
 * where much of it is marked or much of the mark lies in it. */
static void
carry_region (UnkMask *into, const UnkMask *marked, const UnkMask *from, const UnkMask *to,
              gboolean one_frame)
{
  g_autoptr (UnkMask) common = unk_mask_copy (from);
  guint cells;

  unk_mask_clip (common, marked);
  cells = unk_mask_count (common);
  if (cells < LEAST_CELLS)
    return;
  if (!one_frame && (4 * cells >= unk_mask_count (from) || 2 * cells >= unk_mask_count (marked)))
    unk_mask_add (into, to);
  for (int row = to->row; one_frame && row < to->row + to->rows; row++)
    carry_row (into, common, from, to, row);
}

/* What is marked on one side, carried over as if it were the right one. */
static void
carry_side (UnkMask *into, const UnkView *from, const UnkMask *marked, const UnkView *to)
{
  for (guint i = 0; i < from->n_regions; i++)
    {
      const UnkRegion *region = &from->regions[i], *there;

      if (region->area->deep || !unk_mask_count_common (&region->mask, marked))
        continue;
      there = find_region (to, region->area);
      if (there)
        carry_region (into, marked, &region->mask, &there->mask, from->height == to->height);
    }
}

/**
 * unk_carry_mask:
 * @from: a view
 * @mask: what is marked in it
 * @to: another view
 *
 * Returns: (transfer full): what is marked in @to because both views show it, cropped; often empty
 */
UnkMask *
unk_carry_mask (const UnkView *from, const UnkMask *mask, const UnkView *to)
{
  g_autoptr (UnkMask) all = unk_mask_new (to->width, to->height);

  for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
    {
      g_autoptr (UnkMask) marked = NULL;
      g_autoptr (UnkMask) there = NULL;

      if (!unk_view_shows_side (from, side) || !unk_view_shows_side (to, side))
        continue;
      marked = unk_view_is_turned (from, side) ? unk_mask_mirror (mask, from->width)
                                               : unk_mask_copy (mask);
      there = unk_mask_new (to->width, to->height);
      carry_side (there, from, marked, to);
      if (unk_view_is_turned (to, side))
        {
          g_autoptr (UnkMask) turned = unk_mask_mirror (there, to->width);

          unk_mask_add (all, turned);
        }
      else
        unk_mask_add (all, there);
    }
  unk_mask_clip (all, &to->skin_mask);
  return unk_mask_crop (all);
}
