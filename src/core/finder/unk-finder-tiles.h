/* unk-finder-tiles.h: whose zones lie at a place, place by place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-mask.h"

G_BEGIN_DECLS

/* A tile is as wide as a mask's word and so many rows high. */
#define UNK_TILE_ROWS 8

/* What of a muscle's zones lies in one tile. Two bits a cell: only the first is set in the
 * essential zones, only the second in the spillover, both in the margin around them. */
typedef struct
{
  guint64 bits[UNK_TILE_ROWS][2];
  guint muscle;
} UnkTile;

/* Common cells. */
typedef struct
{
  guint essential, spillover, near;
} UnkCounts;

typedef struct _UnkTiling UnkTiling;

UnkTiling *unk_tiling_new (double width, double height);
void unk_tiling_free (UnkTiling *self);
void unk_tiling_add (UnkTiling *self, guint muscle, const UnkMask *essential,
                     const UnkMask *spillover, const UnkMask *near);
void unk_tiling_close (UnkTiling *self);
void unk_tiling_count (const UnkTiling *self, const UnkMask *mask, UnkCounts *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkTiling, unk_tiling_free)

G_END_DECLS
