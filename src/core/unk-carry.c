/* unk-carry.c: what a place marked in one view marks in another
 *
 * Two views show the same surface where both draw the same named area. Height is what they have in
 * common: of an area that is marked in one view, the other gets the rows that were marked, in the
 * whole width in which it shows the area. README.md says what this can't do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-carry.h"

#include <math.h>

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
row_is_marked (const UnkMask *mask, int row)
{
  if (row < mask->row || row >= mask->row + mask->rows)
    return FALSE;
  for (int w = 0; w < mask->words; w++)
    if (mask->bits[(gsize) (row - mask->row) * mask->words + w])
      return TRUE;
  return FALSE;
}

/* Copies a row of @region, where it lies. */
static void
add_row (UnkMask *into, const UnkMask *region, int row)
{
  UnkMask line = { region->word, row, region->words, 1,
                   region->bits + (gsize) (row - region->row) * region->words };

  unk_mask_add (into, &line);
}

/* The row of @from that is at the same height as @row of @to: the same where the views have one
 * frame and both show the area there, and else as far down the area. */
static int
find_row (const UnkMask *from, const UnkMask *to, int row, gboolean one_frame)
{
  int top = MAX (from->row, to->row), bottom = MIN (from->row + from->rows, to->row + to->rows);

  if (one_frame && bottom - top >= MIN (from->rows, to->rows) / 2)
    return row;
  return from->row + (int) floor ((row - to->row + 0.5) * from->rows / to->rows);
}

static void
carry_region (UnkMask *into, const UnkMask *marked, const UnkMask *from, const UnkMask *to,
              gboolean one_frame)
{
  g_autoptr (UnkMask) common = unk_mask_copy (from);

  unk_mask_clip (common, marked);
  if (unk_mask_count (common) < LEAST_CELLS)
    return;
  for (int row = to->row; row < to->row + to->rows; row++)
    if (row_is_marked (common, find_row (from, to, row, one_frame)))
      add_row (into, to, row);
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
