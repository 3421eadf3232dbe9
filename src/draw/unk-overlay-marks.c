/* unk-overlay-marks.c: where it hurts, painted over a figure
 *
 * A place is painted as it was marked: strokes, areas, and what was erased of them. What another
 * view marks here besides lies on the grid of the finder, and is painted fainter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-atlas-format.h"
#include "unk-overlay.h"

/* How strong a mark is that was made in another view. */
#define CARRIED 0.5

static void
add_stroke (cairo_t *cr, const UnkMark *mark)
{
  for (guint i = 0; i < mark->dots->len; i++)
    {
      UnkDot dot = g_array_index (mark->dots, UnkDot, i);

      if (i == 0)
        cairo_move_to (cr, dot.x, dot.y);
      cairo_line_to (cr, dot.x, dot.y);
    }
  cairo_set_line_width (cr, 2 * mark->radius);
  cairo_stroke (cr);
}

static void
add_area (cairo_t *cr, const UnkView *view, const UnkMark *mark)
{
  for (guint i = 0; i < view->n_regions; i++)
    for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
      if (view->regions[i].area == mark->area && unk_view_shows_side (view, side) &&
          (!mark->area->paired || mark->side == side))
        {
          cairo_save (cr);
          unk_overlay_enter_side (cr, view, side);
          unk_overlay_add_path (cr, view->regions[i].path);
          cairo_fill (cr);
          cairo_restore (cr);
        }
}

/* A mask as a picture of one bit a cell. */
static cairo_surface_t *
new_surface (const UnkMask *mask)
{
  int width = mask->words * 64;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, mask->rows);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *pixels = cairo_image_surface_get_data (surface);

  for (int row = 0; row < mask->rows; row++)
    for (int x = 0; x < width; x++)
      if (mask->bits[row * mask->words + x / 64] >> (x % 64) & 1)
        pixels[row * stride + x] = 0xff;
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
add_carried (cairo_t *cr, const UnkMask *mask)
{
  cairo_surface_t *surface;
  cairo_pattern_t *pattern;

  if (!mask || mask->words < 1 || mask->rows < 1)
    return;
  surface = new_surface (mask);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_save (cr);
  cairo_translate (cr, mask->word * 64.0 * UNK_GRID_MM, mask->row * (double) UNK_GRID_MM);
  cairo_scale (cr, UNK_GRID_MM, UNK_GRID_MM);
  cairo_set_source_rgba (cr, 0, 0, 0, CARRIED);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (surface);
}

static guint
find_index (UnkAtlas *atlas, const UnkView *view)
{
  guint n;

  return (guint) (view - unk_atlas_get_views (atlas, &n));
}

static void
add_place (cairo_t *cr, const UnkPain *place, guint index, const UnkView *view)
{
  for (guint i = 0; i < place->marks->len; i++)
    {
      const UnkMark *mark = g_ptr_array_index (place->marks, i);

      cairo_set_operator (cr, mark->erases ? CAIRO_OPERATOR_CLEAR : CAIRO_OPERATOR_OVER);
      if (mark->area)
        add_area (cr, view, mark);
      else if (mark->view == view)
        add_stroke (cr, mark);
    }
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  if (index < place->n_views)
    add_carried (cr, place->carried[index]);
}

static void
clip_to_skin (cairo_t *cr, const UnkView *view)
{
  cairo_new_path (cr);
  for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
    if (unk_view_shows_side (view, side))
      {
        cairo_save (cr);
        unk_overlay_enter_side (cr, view, side);
        unk_overlay_add_path (cr, view->skin);
        cairo_restore (cr);
      }
  cairo_clip (cr);
}

/**
 * unk_overlay_paint_marks:
 * @cr: where one unit is a millimeter
 * @marks: where it hurts
 * @view: the view
 * @colors: the colors
 *
 * Paints what is marked, within the skin.
 */
void
unk_overlay_paint_marks (cairo_t *cr, UnkMarks *marks, const UnkView *view, const UnkColors *colors)
{
  guint index = find_index (unk_marks_get_atlas (marks), view);
  cairo_pattern_t *all;

  if (!unk_marks_get_n_places (marks))
    return;
  cairo_save (cr);
  clip_to_skin (cr, view);
  cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
  for (guint i = 0; i < unk_marks_get_n_places (marks); i++)
    {
      cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
      cairo_set_source_rgba (cr, 0, 0, 0, 1);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      add_place (cr, unk_marks_get_place (marks, i), index, view);
      cairo_pop_group_to_source (cr);
      cairo_paint (cr);
    }
  all = cairo_pop_group (cr);
  unk_overlay_set_color (cr, colors->mark);
  cairo_mask (cr, all);
  cairo_pattern_destroy (all);
  cairo_restore (cr);
}
