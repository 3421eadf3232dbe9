/* unk-overlay-care.h: where a hand or a tool goes, and which way
 *
 * As in unk-overlay.h one unit is a millimeter, and nothing is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-overlay.h"

G_BEGIN_DECLS

/* What is done at a point. */
typedef enum
{
  UNK_HANDLING_PRESS,   /* straight in */
  UNK_HANDLING_STROKE,  /* to and fro across the fibers */
  UNK_HANDLING_STRETCH, /* the fibers are drawn apart */
} UnkHandling;

UnkHandling unk_handling_for_kind (const char *kind);
void unk_overlay_paint_handling (cairo_t *cr, const UnkView *view, UnkSide side,
                                 const UnkMuscle *muscle, UnkHandling handling,
                                 const UnkColors *colors, double pixel);

G_END_DECLS
