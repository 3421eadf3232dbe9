/* unk-overlay-care.c: where a hand or a tool goes, and which way
 *
 * Each point gets a sign around its X: a ring where one presses, two arrows across the fibers where
 * one strokes. Two along them, once, where one stretches. Where it isn't known how the fibers run,
 * a ring stands for all three: no direction is made up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-overlay-care.h"

#include <math.h>

/* Signs grow with the body up to this many pixels a millimeter, so that they don't hide it. */
#define FULL_SCALE 1.5
#define SMALLEST 0.55
/* In pixels at that scale, from the point. */
#define RING 17.0
#define STROKE_FROM 12.0
#define STROKE_TO 32.0
#define STRETCH_FROM 18.0
#define STRETCH_TO 64.0
#define HEAD 9.0

/**
 * unk_handling_for_kind:
 * @kind: of a treatment
 *
 * Returns: what is done at the points
 */
UnkHandling
unk_handling_for_kind (const char *kind)
{
  if (g_str_equal (kind, "friction"))
    return UNK_HANDLING_STROKE;
  return g_str_equal (kind, "stretch") ? UNK_HANDLING_STRETCH : UNK_HANDLING_PRESS;
}

/* An arrow away from the origin, level. */
static void
add_arrow (cairo_t *cr, double from, double to)
{
  cairo_move_to (cr, from, 0);
  cairo_line_to (cr, to, 0);
  cairo_move_to (cr, to - HEAD * 0.8, -HEAD * 0.7);
  cairo_line_to (cr, to, 0);
  cairo_line_to (cr, to - HEAD * 0.8, HEAD * 0.7);
}

static void
add_sign (cairo_t *cr, UnkHandling handling, int fibers)
{
  gboolean across = handling == UNK_HANDLING_STROKE;
  double from = across ? STROKE_FROM : STRETCH_FROM, to = across ? STROKE_TO : STRETCH_TO;

  cairo_new_path (cr);
  if (handling == UNK_HANDLING_PRESS || fibers < 0)
    {
      cairo_arc (cr, 0, 0, RING, 0, 2 * G_PI);
      return;
    }
  cairo_rotate (cr, (fibers + (across ? 90 : 0)) * G_PI / 180);
  add_arrow (cr, from, to);
  cairo_rotate (cr, G_PI);
  add_arrow (cr, from, to);
}

static void
paint_sign (cairo_t *cr, UnkHandling handling, const UnkCross *cross, const UnkColors *colors,
            double pixel)
{
  double unit = pixel * CLAMP (1 / (pixel * FULL_SCALE), SMALLEST, 1);

  cairo_save (cr);
  cairo_translate (cr, cross->x, cross->y);
  cairo_scale (cr, unit, unit);
  add_sign (cr, handling, cross->fibers);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  unk_overlay_set_color (cr, colors->point_halo);
  cairo_set_line_width (cr, 6);
  cairo_stroke_preserve (cr);
  unk_overlay_set_color (cr, colors->point);
  cairo_set_line_width (cr, 2.8);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A muscle is stretched as a whole: one sign does, at the point in its midst. */
static const UnkCross *
find_middle (const UnkView *view, const UnkMuscle *muscle)
{
  const UnkCross *middle = NULL;
  double x = 0, y = 0, nearest = G_MAXDOUBLE;
  guint n = 0;

  for (guint i = 0; i < view->n_crosses; i++)
    if (view->crosses[i].point->muscle == muscle)
      {
        x += view->crosses[i].x;
        y += view->crosses[i].y;
        n++;
      }
  for (guint i = 0; i < view->n_crosses; i++)
    {
      double away = n ? hypot (view->crosses[i].x - x / n, view->crosses[i].y - y / n) : 0;

      if (view->crosses[i].point->muscle != muscle || away >= nearest)
        continue;
      nearest = away;
      middle = &view->crosses[i];
    }
  return middle;
}

/**
 * unk_overlay_paint_handling:
 * @cr: where one unit is a millimeter
 * @view: the view
 * @side: the side of the muscle
 * @muscle: whose points are treated
 * @handling: how
 * @colors: the colors
 * @pixel: the size of a pixel in millimeters
 */
void
unk_overlay_paint_handling (cairo_t *cr, const UnkView *view, UnkSide side, const UnkMuscle *muscle,
                            UnkHandling handling, const UnkColors *colors, double pixel)
{
  const UnkCross *middle;

  if (!unk_view_shows_side (view, side))
    return;
  middle = find_middle (view, muscle);
  cairo_save (cr);
  unk_overlay_enter_side (cr, view, side);
  for (guint i = 0; i < view->n_crosses; i++)
    if (view->crosses[i].point->muscle == muscle &&
        (handling != UNK_HANDLING_STRETCH || &view->crosses[i] == middle))
      paint_sign (cr, handling, &view->crosses[i], colors, pixel);
  cairo_restore (cr);
}
