/* unk-compare.h: what two muscles have in common, and what only one of them does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

typedef enum
{
  UNK_REACH_NONE,
  UNK_REACH_SPILLOVER,
  UNK_REACH_ESSENTIAL,
} UnkReach;

/* One area, and how far the words say that each muscle reaches it. */
typedef struct
{
  const UnkArea *area;
  UnkReach first, second;
} UnkShared;

typedef enum
{
  UNK_PART_BOTH,
  UNK_PART_FIRST,
  UNK_PART_SECOND,
} UnkPart;
#define UNK_N_PARTS (UNK_PART_SECOND + 1)

/* A muscle to compare with, and how much of both patterns is common, 0 to 1. */
typedef struct
{
  const UnkMuscle *muscle;
  double alike;
} UnkAlike;

UnkReach unk_reach_of (const UnkMuscle *muscle, const char *area);
GArray *unk_compare_areas (UnkAtlas *atlas, const UnkMuscle *first, const UnkMuscle *second,
                           UnkPart part);
UnkMask *unk_compare_new_mask (const UnkView *view, const UnkMuscle *first, const UnkMuscle *second,
                               UnkPart part);
double unk_compare_share (UnkAtlas *atlas, const UnkMuscle *first, const UnkMuscle *second);
const UnkView *unk_compare_find_view (UnkAtlas *atlas, const UnkMuscle *first,
                                      const UnkMuscle *second, const UnkView *current,
                                      UnkSide side);
GArray *unk_compare_rank (UnkAtlas *atlas, const UnkMuscle *muscle);

G_END_DECLS
