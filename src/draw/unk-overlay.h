/* unk-overlay.h: zones, points and marks, painted over a figure
 *
 * All functions paint where one unit is a millimeter of the body, and keep no state. Thin things
 * are said in pixels:
 * @pixel is how many millimeters one is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-atlas.h"
#include "unk-marks.h"
#include "unk-pick.h"

G_BEGIN_DECLS

/* As 0xrrggbbaa. */
typedef struct
{
  guint32 ground, veil, hover, selected, essential, spillover, point, point_halo, mark;
} UnkColors;

UnkColors unk_colors_for_scheme (UnkAtlas *atlas, const char *scheme);

void unk_overlay_set_color (cairo_t *cr, guint32 rgba);
void unk_overlay_add_path (cairo_t *cr, UnkPath path);
void unk_overlay_enter_side (cairo_t *cr, const UnkView *view, UnkSide side);
void unk_overlay_add_zones (cairo_t *cr, const UnkView *view, const UnkMuscle *muscle,
                            const UnkPoint *point, gboolean essential);
void unk_overlay_fill_hatched (cairo_t *cr, guint32 color, double tone, double strength,
                               double turn, double pixel);

void unk_overlay_paint_zones (cairo_t *cr, const UnkView *view, UnkSide side,
                              const UnkMuscle *muscle, const UnkPoint *point,
                              const UnkColors *colors, double pixel);
void unk_overlay_paint_zones_turned (cairo_t *cr, const UnkView *view, UnkSide side,
                                     const UnkMuscle *muscle, const UnkPoint *point,
                                     const UnkColors *colors, double turn, double pixel);
void unk_overlay_paint_crosses (cairo_t *cr, const UnkView *view, UnkSide side,
                                const UnkMuscle *muscle, const UnkPoint *point,
                                const UnkColors *colors, double pixel);
void unk_overlay_paint_cross (cairo_t *cr, double x, double y, double size, const UnkColors *colors,
                              double pixel);
void unk_overlay_paint_swatch (cairo_t *cr, double x, double y, double width, double height,
                               gboolean essential, const UnkColors *colors, double pixel);
void unk_overlay_paint_outline (cairo_t *cr, const UnkView *view, UnkSide side, UnkPath path,
                                guint32 color, double fill, double pixel);
void unk_overlay_paint_marks (cairo_t *cr, UnkMarks *marks, const UnkView *view,
                              const UnkColors *colors);
gboolean unk_overlay_find_extents (const UnkView *view, UnkSide side, const UnkMuscle *muscle,
                                   const UnkPoint *point, double *x, double *y, double *width,
                                   double *height);

G_END_DECLS
