/* unk-overlay.c: zones, points and marks, painted over a figure
 *
 * Essential and spillover zones differ in texture as well as in tone: the essential zone is filled
 * and hatched, the spillover zone is dotted, as the field prints them. Zones of several points are
 * put together before they are painted, so that an overlap isn't darker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-overlay.h"

#include <math.h>

#include "unk-atlas-format.h"
#include "unk-texture-tile.h"

/* In pixels, but not larger than this in millimeters. */
#define CROSS_PIXELS 5.5
#define CROSS_MM 3.2
/* How far a straight piece may leave a zone's curve, in millimeters. */
#define FLATNESS 0.04

/**
 * unk_colors_for_scheme:
 * @atlas: the atlas
 * @scheme: light, dark, contrast or print
 *
 * Returns: what the overlay is painted with
 */
UnkColors
unk_colors_for_scheme (UnkAtlas *atlas, const char *scheme)
{
  return (UnkColors){
    .ground = unk_atlas_get_color (atlas, scheme, "ground"),
    .veil = unk_atlas_get_color (atlas, scheme, "veil"),
    .hover = unk_atlas_get_color (atlas, scheme, "hover"),
    .selected = unk_atlas_get_color (atlas, scheme, "selected"),
    .essential = unk_atlas_get_color (atlas, scheme, "essential"),
    .spillover = unk_atlas_get_color (atlas, scheme, "spillover"),
    .point = unk_atlas_get_color (atlas, scheme, "point"),
    .point_halo = unk_atlas_get_color (atlas, scheme, "point-halo"),
    .mark = unk_atlas_get_color (atlas, scheme, "mark"),
  };
}

static double
channel (guint32 rgba, int shift)
{
  return ((rgba >> shift) & 0xff) / 255.0;
}

static void
set_color_faded (cairo_t *cr, guint32 rgba, double fade)
{
  cairo_set_source_rgba (cr, channel (rgba, 24), channel (rgba, 16), channel (rgba, 8),
                         channel (rgba, 0) * fade);
}

/**
 * unk_overlay_set_color:
 * @cr: a cairo context
 * @rgba: 0xrrggbbaa
 */
void
unk_overlay_set_color (cairo_t *cr, guint32 rgba)
{
  set_color_faded (cr, rgba, 1);
}

static void
sink_move (gpointer to, double x, double y)
{
  cairo_move_to (to, x, y);
}

static void
sink_line (gpointer to, double x, double y)
{
  cairo_line_to (to, x, y);
}

static void
sink_curve (gpointer to, double x1, double y1, double x2, double y2, double x, double y)
{
  cairo_curve_to (to, x1, y1, x2, y2, x, y);
}

static void
sink_close (gpointer to)
{
  cairo_close_path (to);
}

/**
 * unk_overlay_add_path:
 * @cr: a cairo context
 * @path: an outline, added to the current path
 */
void
unk_overlay_add_path (cairo_t *cr, UnkPath path)
{
  static const UnkPathSink sink = { sink_move, sink_line, sink_curve, sink_close };

  unk_path_visit (path, &sink, cr);
}

/**
 * unk_overlay_enter_side:
 * @cr: a cairo context
 * @view: the view
 * @side: the side to paint for from now on; what follows is given as for the right side
 */
void
unk_overlay_enter_side (cairo_t *cr, const UnkView *view, UnkSide side)
{
  if (!unk_view_is_turned (view, side))
    return;
  cairo_translate (cr, view->width, 0);
  cairo_scale (cr, -1, 1);
}

static gboolean
belongs (const UnkPoint *candidate, const UnkMuscle *muscle, const UnkPoint *point)
{
  return point ? candidate == point : candidate->muscle == muscle;
}

/* Rows of dots: round caps on dashes of no length. */
static void
paint_dots (cairo_t *cr, double step, double size)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  x0 = floor (x0 / step) * step;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, size);
  cairo_set_dash (cr, (double[]){ 0, step }, 2, 0);
  for (int row = (int) floor (y0 / (step * 0.866)); row * step * 0.866 <= y1; row++)
    {
      cairo_move_to (cr, x0 + (row & 1 ? step / 2 : 0), row * step * 0.866);
      cairo_line_to (cr, x1 + step, row * step * 0.866);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_hatch (cairo_t *cr, double step, double width, double turn)
{
  double x0, y0, x1, y1;

  cairo_rotate (cr, turn);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, width);
  for (double at = floor ((x0 - (y1 - y0)) / step) * step; at <= x1; at += step)
    {
      cairo_move_to (cr, at, y1);
      cairo_line_to (cr, at + (y1 - y0), y0);
    }
  cairo_stroke (cr);
}

/* A widget's snapshot records what is painted, and plays it back in each frame. */
static gboolean
is_for_screen (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_RECORDING;
}

static void
fill_with_tile (cairo_t *cr, gboolean essential, guint32 color, double turn)
{
  double red = channel (color, 24), green = channel (color, 16), blue = channel (color, 8);
  double alpha = channel (color, 0);
  cairo_pattern_t *tile = essential ? unk_texture_tile_new_hatch (red, green, blue, alpha, turn)
                                    : unk_texture_tile_new_dots (red, green, blue, alpha);

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_source (cr, tile);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_pattern_destroy (tile);
}

/* Fills the path: a tone, then the texture. */
static void
paint_textured (cairo_t *cr, gboolean essential, const UnkColors *colors, double turn, double pixel)
{
  guint32 color = essential ? colors->essential : colors->spillover;

  set_color_faded (cr, color, essential ? 0.62 : 0.26);
  cairo_fill_preserve (cr);
  if (is_for_screen (cr))
    {
      fill_with_tile (cr, essential, color, turn);
      return;
    }
  cairo_clip (cr);
  set_color_faded (cr, color, 1);
  if (essential)
    paint_hatch (cr, UNK_HATCH_STEP * pixel, UNK_HATCH_WIDTH * pixel, turn);
  else
    paint_dots (cr, UNK_DOT_STEP * pixel, UNK_DOT_SIZE * pixel);
}

static double
signed_area (const UnkDot *dots, guint n)
{
  double area = 0;

  for (guint i = 0; i < n; i++)
    {
      UnkDot a = dots[i], b = dots[(i + 1) % n];

      area += (double) a.x * b.y - (double) b.x * a.y;
    }
  return area;
}

/* All outlines turn the same way, so that where they overlap the inside stays inside. */
static void
add_turned (cairo_t *cr, UnkPath path)
{
  g_autoptr (GArray) ends = NULL;
  g_autoptr (GArray) dots = unk_path_flatten (path, FLATNESS, &ends);
  guint start = 0;

  for (guint e = 0; e < ends->len; e++)
    {
      guint end = g_array_index (ends, guint, e), n = end - start;
      const UnkDot *d = &g_array_index (dots, UnkDot, start);
      gboolean back = signed_area (d, n) < 0;

      cairo_new_sub_path (cr);
      for (guint i = 0; i < n; i++)
        cairo_line_to (cr, d[back ? n - 1 - i : i].x, d[back ? n - 1 - i : i].y);
      cairo_close_path (cr);
      start = end;
    }
}

/**
 * unk_overlay_add_zones:
 * @cr: a cairo context
 * @view: the view
 * @muscle: whose zones
 * @point: (nullable): only this point's
 * @essential: the essential ones, or else those of spillover
 *
 * Adds the zones to the current path, in such a way that what they have in common is filled once.
 */
void
unk_overlay_add_zones (cairo_t *cr, const UnkView *view, const UnkMuscle *muscle,
                       const UnkPoint *point, gboolean essential)
{
  for (guint i = 0; i < view->n_zones; i++)
    if (view->zones[i].essential == essential && belongs (view->zones[i].point, muscle, point))
      add_turned (cr, view->zones[i].path);
}

/**
 * unk_overlay_fill_hatched:
 * @cr: a cairo context with a path, which is used up
 * @color: a color
 * @tone: how much of it lies below the hatch, 0 to 1
 * @strength: how much of it the hatch has, 0 to 1
 * @turn: by how much the hatch is turned, in radians
 * @pixel: the size of a pixel in the units of @cr
 */
void
unk_overlay_fill_hatched (cairo_t *cr, guint32 color, double tone, double strength, double turn,
                          double pixel)
{
  guint32 alpha = (guint32) ((color & 0xff) * strength);

  set_color_faded (cr, color, tone);
  cairo_fill_preserve (cr);
  if (is_for_screen (cr))
    {
      fill_with_tile (cr, TRUE, (color & 0xffffff00) | alpha, turn);
      return;
    }
  cairo_save (cr);
  cairo_clip (cr);
  set_color_faded (cr, color, strength);
  paint_hatch (cr, UNK_HATCH_STEP * pixel, UNK_HATCH_WIDTH * pixel, turn);
  cairo_restore (cr);
}

static void
paint_kind (cairo_t *cr, const UnkView *view, const UnkMuscle *muscle, const UnkPoint *point,
            gboolean essential, const UnkColors *colors, double turn, double pixel)
{
  cairo_save (cr);
  cairo_new_path (cr);
  unk_overlay_add_zones (cr, view, muscle, point, essential);
  if (cairo_has_current_point (cr))
    paint_textured (cr, essential, colors, turn, pixel);
  cairo_restore (cr);
}

/**
 * unk_overlay_paint_zones:
 * @cr: where one unit is a millimeter
 * @view: the view
 * @side: the side of the muscle
 * @muscle: whose zones to paint
 * @point: (nullable): only this point's
 * @colors: the colors
 * @pixel: the size of a pixel in millimeters
 *
 * Paints the referral zones, within the skin: spillover, and over it the essential zones.
 */
void
unk_overlay_paint_zones (cairo_t *cr, const UnkView *view, UnkSide side, const UnkMuscle *muscle,
                         const UnkPoint *point, const UnkColors *colors, double pixel)
{
  unk_overlay_paint_zones_turned (cr, view, side, muscle, point, colors, 0, pixel);
}

/**
 * unk_overlay_paint_zones_turned:
 * @cr: where one unit is a millimeter
 * @view: the view
 * @side: the side of the muscle
 * @muscle: whose zones to paint
 * @point: (nullable): only this point's
 * @colors: the colors
 * @turn: by how much to turn the hatch, in radians, so that muscles differ without color too
 * @pixel: the size of a pixel in millimeters
 *
 * Paints the referral zones, within the skin: spillover, and over it the essential zones.
 */
void
unk_overlay_paint_zones_turned (cairo_t *cr, const UnkView *view, UnkSide side,
                                const UnkMuscle *muscle, const UnkPoint *point,
                                const UnkColors *colors, double turn, double pixel)
{
  if (!unk_view_shows_side (view, side))
    return;
  cairo_save (cr);
  unk_overlay_enter_side (cr, view, side);
  cairo_new_path (cr);
  unk_overlay_add_path (cr, view->skin);
  cairo_clip (cr);
  paint_kind (cr, view, muscle, point, FALSE, colors, turn, pixel);
  paint_kind (cr, view, muscle, point, TRUE, colors, turn, pixel);
  cairo_restore (cr);
}

/**
 * unk_overlay_paint_swatch:
 * @cr: a cairo context
 * @x: left
 * @y: top
 * @width: of the swatch
 * @height: of the swatch
 * @essential: essential zone, or else spillover
 * @colors: the colors
 * @pixel: the size of a pixel in the units of @cr
 *
 * Paints a sample for a legend.
 */
void
unk_overlay_paint_swatch (cairo_t *cr, double x, double y, double width, double height,
                          gboolean essential, const UnkColors *colors, double pixel)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  paint_textured (cr, essential, colors, 0, pixel);
  cairo_restore (cr);
}

/**
 * unk_overlay_paint_cross:
 * @cr: a cairo context
 * @x: the middle
 * @y: the middle
 * @size: from the middle to a tip
 * @colors: the colors
 * @pixel: the size of a pixel in the units of @cr
 *
 * Paints the X of a trigger point, with a halo that keeps it legible on any ground.
 */
void
unk_overlay_paint_cross (cairo_t *cr, double x, double y, double size, const UnkColors *colors,
                         double pixel)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int pass = 0; pass < 2; pass++)
    {
      unk_overlay_set_color (cr, pass ? colors->point : colors->point_halo);
      cairo_set_line_width (cr, (pass ? 2.2 : 4.8) * pixel);
      cairo_move_to (cr, x - size, y - size);
      cairo_line_to (cr, x + size, y + size);
      cairo_move_to (cr, x + size, y - size);
      cairo_line_to (cr, x - size, y + size);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * unk_overlay_paint_crosses:
 * @cr: where one unit is a millimeter
 * @view: the view
 * @side: the side of the muscle
 * @muscle: whose points to paint
 * @point: (nullable): only this one
 * @colors: the colors
 * @pixel: the size of a pixel in millimeters
 */
void
unk_overlay_paint_crosses (cairo_t *cr, const UnkView *view, UnkSide side, const UnkMuscle *muscle,
                           const UnkPoint *point, const UnkColors *colors, double pixel)
{
  /* As large as a fingertip in print, but never smaller than can be seen, nor larger than its
   * surroundings. */
  double size = MIN (CROSS_PIXELS * pixel, CROSS_MM * 2);

  for (guint i = 0; i < view->n_crosses && unk_view_shows_side (view, side); i++)
    if (belongs (view->crosses[i].point, muscle, point))
      unk_overlay_paint_cross (cr, unk_pick_to_side (view, side, view->crosses[i].x),
                               view->crosses[i].y, size, colors, pixel);
}

/**
 * unk_overlay_paint_outline:
 * @cr: where one unit is a millimeter
 * @view: the view
 * @side: the side
 * @path: an outline as drawn for the right side
 * @color: its color
 * @fill: how much of the color fills it, 0 to 1
 * @pixel: the size of a pixel in millimeters
 */
void
unk_overlay_paint_outline (cairo_t *cr, const UnkView *view, UnkSide side, UnkPath path,
                           guint32 color, double fill, double pixel)
{
  if (!unk_view_shows_side (view, side))
    return;
  cairo_save (cr);
  unk_overlay_enter_side (cr, view, side);
  cairo_new_path (cr);
  unk_overlay_add_path (cr, path);
  set_color_faded (cr, color, fill);
  cairo_fill_preserve (cr);
  unk_overlay_set_color (cr, color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.6 * pixel);
  cairo_stroke (cr);
  cairo_restore (cr);
}

typedef struct
{
  double x0, y0, x1, y1;
} Extents;

static void
extend (Extents *e, const UnkView *view, UnkSide side, UnkBox box)
{
  double x = (double) box.x / UNK_FORMAT_UNITS_PER_MM, y = (double) box.y / UNK_FORMAT_UNITS_PER_MM;
  double width = (double) box.width / UNK_FORMAT_UNITS_PER_MM,
         height = (double) box.height / UNK_FORMAT_UNITS_PER_MM;

  if (unk_view_is_turned (view, side))
    x = view->width - x - width;
  e->x0 = MIN (e->x0, x);
  e->y0 = MIN (e->y0, y);
  e->x1 = MAX (e->x1, x + width);
  e->y1 = MAX (e->y1, y + height);
}

/**
 * unk_overlay_find_extents:
 * @view: a view
 * @side: a side
 * @muscle: a muscle
 * @point: (nullable): only this point
 * @x: (out): left, in millimeters
 * @y: (out): top
 * @width: (out): of the box
 * @height: (out): of the box
 *
 * Returns: whether the view shows a zone or a point of the muscle; the box holds these and the
 * muscle itself
 */
gboolean
unk_overlay_find_extents (const UnkView *view, UnkSide side, const UnkMuscle *muscle,
                          const UnkPoint *point, double *x, double *y, double *width,
                          double *height)
{
  Extents e = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  const UnkShape *shape = unk_pick_find_shape (view, muscle->id);
  gboolean crossed = FALSE;

  if (!unk_view_shows_side (view, side))
    return FALSE;
  for (guint i = 0; i < view->n_zones; i++)
    if (belongs (view->zones[i].point, muscle, point))
      extend (&e, view, side, unk_path_box (view->zones[i].path));
  for (guint i = 0; i < view->n_crosses; i++)
    if (belongs (view->crosses[i].point, muscle, point))
      {
        extend (&e, view, side,
                (UnkBox){ (int) (view->crosses[i].x * UNK_FORMAT_UNITS_PER_MM),
                          (int) (view->crosses[i].y * UNK_FORMAT_UNITS_PER_MM), 0, 0 });
        crossed = TRUE;
      }
  if (e.x1 < e.x0)
    return FALSE;
  if (shape && crossed)
    extend (&e, view, side, shape->box);
  *x = e.x0;
  *y = e.y0;
  *width = e.x1 - e.x0;
  *height = e.y1 - e.y0;
  return TRUE;
}
