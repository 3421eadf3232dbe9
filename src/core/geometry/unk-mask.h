/* unk-mask.h: places on the body as bits on a fixed grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-path.h"

G_BEGIN_DECLS

/**
 * UnkMask:
 * Cells of UNK_GRID_MM millimeters, counted from the view's left upper corner; only the box that
 * holds bits is kept, with its left edge on a word. A mask in the mapped atlas has no owner; one
 * made here is freed with unk_mask_free().
 */
typedef struct
{
  gint32 word; /* the first column, in words of 64 cells */
  gint32 row;  /* the first row */
  gint32 words;
  gint32 rows;
  const guint64 *bits; /* row by row; the lowest bit is the leftmost cell */
} UnkMask;

UnkMask *unk_mask_new (double width, double height);
UnkMask *unk_mask_new_from_path (UnkPath path, double width, double height);
UnkMask *unk_mask_copy (const UnkMask *mask);
UnkMask *unk_mask_mirror (const UnkMask *mask, double width);
void unk_mask_free (UnkMask *mask);
UnkMask *unk_mask_crop (const UnkMask *mask);

void unk_mask_add (UnkMask *mask, const UnkMask *other);
void unk_mask_clip (UnkMask *mask, const UnkMask *other);
void unk_mask_remove (UnkMask *mask, const UnkMask *other);
UnkMask *unk_mask_dilate (const UnkMask *mask, double width, double height, double radius);
void unk_mask_add_disc (UnkMask *mask, double x, double y, double radius);

guint unk_mask_count (const UnkMask *mask);
gboolean unk_mask_meets (const UnkMask *a, const UnkMask *b);
guint unk_mask_count_common (const UnkMask *a, const UnkMask *b);
guint unk_mask_count_common_without (const UnkMask *a, const UnkMask *b, const UnkMask *without);
gboolean unk_mask_has (const UnkMask *mask, double x, double y);

GArray *unk_path_spans (UnkPath path, double row_height, int *first_row, GArray **starts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkMask, unk_mask_free)

G_END_DECLS
