/* unk-overlay-study.h: many patterns at once, and two held against each other
 *
 * As in unk-overlay.h one unit is a millimeter, and nothing is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-compare.h"
#include "unk-overlay.h"
#include "unk-shelf.h"

G_BEGIN_DECLS

/* What tells muscles apart where there are many: a color, and the turn of the hatch. */
typedef struct
{
  guint32 color;
  double turn;
} UnkTint;

UnkTint unk_tint_get (UnkAtlas *atlas, const char *scheme, guint index);
UnkTint unk_tint_for_part (UnkAtlas *atlas, const char *scheme, UnkPart part);

void unk_overlay_paint_listing (cairo_t *cr, const UnkView *view, UnkSide side,
                                const UnkListing *listing, const UnkMuscle *lit, UnkAtlas *atlas,
                                const char *scheme, double pixel);
void unk_overlay_paint_comparison (cairo_t *cr, const UnkView *view, UnkSide side,
                                   const UnkMuscle *first, const UnkMuscle *second, UnkAtlas *atlas,
                                   const char *scheme, double pixel);
void unk_overlay_paint_tint (cairo_t *cr, double width, double height, UnkTint tint,
                             gboolean crossed);

G_END_DECLS
