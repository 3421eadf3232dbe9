/* unk-texture-tile.c: the textures of zones as small pictures that repeat
 *
 * On the screen a zone may hold ten thousands of dots, which cairo would stroke one by one in each
 * frame of a zoom; a tile is painted once and repeated. What goes to paper keeps its lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-texture-tile.h"

#include <math.h>

/* Pixels of a tile for one of the screen, so that it is sharp where the screen is twice as fine. */
#define FINE 2

static cairo_t *
begin (double width, double height, double red, double green, double blue, double alpha)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, (int) round (width * FINE), (int) round (height * FINE));
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, FINE, FINE);
  cairo_set_source_rgba (cr, red, green, blue, alpha);
  return cr;
}

static cairo_pattern_t *
end (cairo_t *cr, double turn)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (cairo_get_target (cr));
  cairo_matrix_t matrix;

  cairo_destroy (cr);
  cairo_matrix_init_scale (&matrix, FINE, FINE);
  cairo_matrix_rotate (&matrix, -turn);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  return pattern;
}

/**
 * unk_texture_tile_new_dots:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 to 1
 *
 * Returns: (transfer full): rows of dots, each row between those of the next; a unit is a pixel
 */
cairo_pattern_t *
unk_texture_tile_new_dots (double red, double green, double blue, double alpha)
{
  const double width = UNK_DOT_STEP, height = round (UNK_DOT_STEP * sqrt (3) * FINE) / FINE;
  cairo_t *cr = begin (width, height, red, green, blue, alpha);

  for (int row = 0; row <= 2; row++)
    for (int column = 0; column <= 1; column++)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, width * (row == 1 ? 0.5 : column), height * row / 2, UNK_DOT_SIZE / 2, 0,
                   2 * G_PI);
      }
  cairo_fill (cr);
  return end (cr, 0);
}

/**
 * unk_texture_tile_new_hatch:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 to 1
 * @turn: by how much it is turned from rising to the right, in radians
 *
 * Returns: (transfer full): parallel lines; a unit is a pixel
 */
cairo_pattern_t *
unk_texture_tile_new_hatch (double red, double green, double blue, double alpha, double turn)
{
  const double step = UNK_HATCH_STEP;
  cairo_t *cr = begin (step, step, red, green, blue, alpha);

  cairo_set_line_width (cr, UNK_HATCH_WIDTH);
  for (int i = 0; i <= 2; i++)
    {
      cairo_move_to (cr, (i - 1) * step - step, 2 * step);
      cairo_line_to (cr, (i - 1) * step + 2 * step, -step);
    }
  cairo_stroke (cr);
  return end (cr, turn);
}
