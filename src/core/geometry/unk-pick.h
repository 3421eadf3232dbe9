/* unk-pick.h: what lies under a place on a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

/* Peeling: the skin, then without the layers above 1, 2, 3, 4, then bones alone. */
typedef enum
{
  UNK_DEPTH_SKIN,
  UNK_DEPTH_1,
  UNK_DEPTH_2,
  UNK_DEPTH_3,
  UNK_DEPTH_4,
  UNK_DEPTH_BONES,
} UnkDepth;

#define UNK_N_DEPTHS 6

const char *unk_depth_id (UnkDepth depth);
gboolean unk_depth_parse (const char *id, UnkDepth *depth);

guint unk_pick_shapes (const UnkView *view, UnkDepth depth, double x, double y,
                       const UnkShape **into, guint max);
gboolean unk_pick_is_in_shape (const UnkShape *shape, const UnkView *view, double x, double y);
const UnkArea *unk_pick_area (const UnkView *view, double x, double y);
gboolean unk_pick_is_on_body (const UnkView *view, double x, double y);
UnkSide unk_pick_side (const UnkView *view, double x);
double unk_pick_to_side (const UnkView *view, UnkSide side, double x);
const UnkShape *unk_pick_find_shape (const UnkView *view, const char *id);

G_END_DECLS
