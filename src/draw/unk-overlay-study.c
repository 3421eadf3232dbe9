/* unk-overlay-study.c: many patterns at once, and two held against each other
 *
 * Where there are many, each muscle has a color, and muscles whose colors some eyes mix up have
 * hatches of other directions. Where there are two, what both cover, and what only one does, are
 * three tones with three textures: lines to the right, lines to the left, and both crossed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-overlay-study.h"

#include <math.h>

/* The names tint-1 and so on in figure/palette.ini. */
#define N_TINTS 8
#define N_TURNS 4
/* What is left of a pattern while another one is looked at. */
#define DIMMED 0.3

/**
 * unk_tint_get:
 * @atlas: the atlas
 * @scheme: light, dark or contrast
 * @index: of a muscle in its list
 *
 * Returns: its tint; the first thirty-two differ
 */
UnkTint
unk_tint_get (UnkAtlas *atlas, const char *scheme, guint index)
{
  char name[] = "tint-1";

  name[sizeof name - 2] = (char) ('1' + index % N_TINTS);
  return (UnkTint){
    .color = unk_atlas_get_color (atlas, scheme, name),
    .turn = (index + index / N_TINTS) % N_TURNS * G_PI / N_TURNS,
  };
}

/**
 * unk_tint_for_part:
 * @atlas: the atlas
 * @scheme: light, dark or contrast
 * @part: what both muscles cover, or only one
 *
 * Returns: its tint; what both cover is hatched across as well
 */
UnkTint
unk_tint_for_part (UnkAtlas *atlas, const char *scheme, UnkPart part)
{
  static const guint colors[UNK_N_PARTS] = { 3, 1, 4 };
  UnkTint tint = unk_tint_get (atlas, scheme, colors[part]);

  tint.turn = part == UNK_PART_SECOND ? G_PI / 2 : 0;
  return tint;
}

static guint32
fade (guint32 color, double share)
{
  return (color & 0xffffff00) | (guint32) ((color & 0xff) * share);
}

static void
enter (cairo_t *cr, const UnkView *view, UnkSide side)
{
  cairo_save (cr);
  unk_overlay_enter_side (cr, view, side);
  cairo_new_path (cr);
  unk_overlay_add_path (cr, view->skin);
  cairo_clip (cr);
}

static void
stroke (cairo_t *cr, guint32 color, double width, gboolean dashed, double pixel)
{
  unk_overlay_set_color (cr, color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, width * pixel);
  if (dashed)
    cairo_set_dash (cr, (double[]){ 4 * pixel, 3 * pixel }, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_spillover (cairo_t *cr, const UnkView *view, const UnkMuscle *muscle, guint32 color,
                 double pixel)
{
  cairo_new_path (cr);
  unk_overlay_add_zones (cr, view, muscle, NULL, FALSE);
  unk_overlay_set_color (cr, fade (color, 0.1));
  cairo_fill_preserve (cr);
  stroke (cr, fade (color, 0.55), 1, TRUE, pixel);
}

static void
paint_essential (cairo_t *cr, const UnkView *view, const UnkMuscle *muscle, guint32 color,
                 double turn, double pixel)
{
  cairo_new_path (cr);
  unk_overlay_add_zones (cr, view, muscle, NULL, TRUE);
  if (!cairo_has_current_point (cr))
    return;
  unk_overlay_fill_hatched (cr, color, 0.3, 0.9, turn, pixel);
  cairo_new_path (cr);
  unk_overlay_add_zones (cr, view, muscle, NULL, TRUE);
  stroke (cr, color, 1.4, FALSE, pixel);
}

static void
paint_kinds (cairo_t *cr, const UnkView *view, const UnkListing *listing, const UnkMuscle *lit,
             gboolean only_lit, UnkAtlas *atlas, const char *scheme, double pixel)
{
  for (int essential = 0; essential < 2; essential++)
    for (guint i = 0; i < listing->muscles->len; i++)
      {
        const UnkMuscle *muscle = g_ptr_array_index (listing->muscles, i);
        UnkTint tint = unk_tint_get (atlas, scheme, i);
        guint32 color = lit && muscle != lit ? fade (tint.color, DIMMED) : tint.color;

        if (lit && (muscle == lit) != only_lit)
          continue;
        if (essential)
          paint_essential (cr, view, muscle, color, tint.turn, pixel);
        else
          paint_spillover (cr, view, muscle, color, pixel);
      }
}

/**
 * unk_overlay_paint_listing:
 * @cr: where one unit is a millimeter
 * @view: the view
 * @side: the side of the muscles
 * @listing: the muscles
 * @lit: (nullable): one of them, beside which the others are dimmed
 * @atlas: the atlas
 * @scheme: light, dark or contrast
 * @pixel: the size of a pixel in millimeters
 *
 * Paints the zones of all, tinted: first what is spillover, then what is essential.
 */
void
unk_overlay_paint_listing (cairo_t *cr, const UnkView *view, UnkSide side,
                           const UnkListing *listing, const UnkMuscle *lit, UnkAtlas *atlas,
                           const char *scheme, double pixel)
{
  if (!unk_view_shows_side (view, side))
    return;
  enter (cr, view, side);
  /* The one that is looked at comes over all the others. */
  paint_kinds (cr, view, listing, lit, FALSE, atlas, scheme, pixel);
  if (lit)
    paint_kinds (cr, view, listing, lit, TRUE, atlas, scheme, pixel);
  cairo_restore (cr);
}

static void
add_pattern (cairo_t *cr, const UnkView *view, const UnkMuscle *muscle)
{
  cairo_new_path (cr);
  unk_overlay_add_zones (cr, view, muscle, NULL, TRUE);
  unk_overlay_add_zones (cr, view, muscle, NULL, FALSE);
}

static void
paint_only (cairo_t *cr, const UnkView *view, const UnkMuscle *muscle, const UnkMuscle *other,
            UnkTint tint, double pixel)
{
  cairo_push_group (cr);
  add_pattern (cr, view, muscle);
  unk_overlay_fill_hatched (cr, tint.color, 0.3, 0.9, tint.turn, pixel);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgba (cr, 0, 0, 0, 1);
  add_pattern (cr, view, other);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

static void
paint_both (cairo_t *cr, const UnkView *view, const UnkMuscle *first, const UnkMuscle *second,
            UnkTint tint, double pixel)
{
  cairo_save (cr);
  add_pattern (cr, view, first);
  cairo_clip (cr);
  for (int i = 0; i < 2; i++)
    {
      add_pattern (cr, view, second);
      unk_overlay_fill_hatched (cr, tint.color, i ? 0 : 0.5, 1, i * G_PI / 2, pixel);
    }
  cairo_restore (cr);
}

static void
paint_points (cairo_t *cr, const UnkView *view, UnkSide side, const UnkMuscle *muscle,
              guint32 color, UnkAtlas *atlas, const char *scheme, double pixel)
{
  UnkColors colors = unk_colors_for_scheme (atlas, scheme);

  colors.point = color | 0xff;
  unk_overlay_paint_crosses (cr, view, side, muscle, NULL, &colors, pixel);
}

/**
 * unk_overlay_paint_comparison:
 * @cr: where one unit is a millimeter
 * @view: the view
 * @side: the side of the muscles
 * @first: a muscle
 * @second: another
 * @atlas: the atlas
 * @scheme: light, dark or contrast
 * @pixel: the size of a pixel in millimeters
 *
 * Paints what both cover, and what only one does. The essential zones of the first have a whole
 * line around them, those of the second a broken one.
 */
void
unk_overlay_paint_comparison (cairo_t *cr, const UnkView *view, UnkSide side,
                              const UnkMuscle *first, const UnkMuscle *second, UnkAtlas *atlas,
                              const char *scheme, double pixel)
{
  UnkTint both = unk_tint_for_part (atlas, scheme, UNK_PART_BOTH);
  UnkTint one = unk_tint_for_part (atlas, scheme, UNK_PART_FIRST);
  UnkTint two = unk_tint_for_part (atlas, scheme, UNK_PART_SECOND);

  if (!unk_view_shows_side (view, side))
    return;
  enter (cr, view, side);
  paint_only (cr, view, first, second, one, pixel);
  paint_only (cr, view, second, first, two, pixel);
  paint_both (cr, view, first, second, both, pixel);
  cairo_new_path (cr);
  unk_overlay_add_zones (cr, view, first, NULL, TRUE);
  stroke (cr, one.color | 0xff, 2, FALSE, pixel);
  unk_overlay_add_zones (cr, view, second, NULL, TRUE);
  stroke (cr, two.color | 0xff, 2, TRUE, pixel);
  cairo_restore (cr);
  paint_points (cr, view, side, first, one.color, atlas, scheme, pixel);
  paint_points (cr, view, side, second, two.color, atlas, scheme, pixel);
}

/**
 * unk_overlay_paint_tint:
 * @cr: a cairo context, a unit a pixel
 * @width: of the sample
 * @height: of the sample
 * @tint: a tint
 * @crossed: whether it is hatched across as well
 *
 * Paints a sample for a legend, at 0,0.
 */
void
unk_overlay_paint_tint (cairo_t *cr, double width, double height, UnkTint tint, gboolean crossed)
{
  for (int i = 0; i <= crossed; i++)
    {
      cairo_rectangle (cr, 0, 0, width, height);
      unk_overlay_fill_hatched (cr, tint.color,
                                i         ? 0
                                : crossed ? 0.5
                                          : 0.3,
                                0.9, tint.turn + i * G_PI / 2, 1);
    }
  cairo_rectangle (cr, 0.75, 0.75, width - 1.5, height - 1.5);
  stroke (cr, tint.color | 0xff, 1.5, FALSE, 1);
}
