/* unk-routine-figure.c: where a step of a routine is done, in a small picture
 *
 * The muscle has a thick dark outline, so that it is found on paper without colors, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-figure.h"

#include "unk-close-up.h"
#include "unk-figure.h"
#include "unk-overlay.h"
#include "unk-sheet.h"

#define OUTLINE 0x111111ff

struct _UnkRoutineFigures
{
  UnkAtlas *atlas;
  UnkColors colors;
  GHashTable *figures; /* UnkView to UnkFigure */
};

/**
 * unk_routine_figures_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): figures, none of which is read yet
 */
UnkRoutineFigures *
unk_routine_figures_new (UnkAtlas *atlas)
{
  UnkRoutineFigures *figures = g_new0 (UnkRoutineFigures, 1);

  figures->atlas = unk_atlas_ref (atlas);
  figures->colors = unk_colors_for_scheme (atlas, UNK_SHEET_SCHEME);
  figures->figures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  return figures;
}

/**
 * unk_routine_figures_free:
 * @figures: (nullable): figures
 */
void
unk_routine_figures_free (UnkRoutineFigures *figures)
{
  if (!figures)
    return;
  g_hash_table_unref (figures->figures);
  unk_atlas_unref (figures->atlas);
  g_free (figures);
}

static UnkFigure *
get_figure (UnkRoutineFigures *figures, const UnkView *view, GError **error)
{
  UnkFigure *figure = g_hash_table_lookup (figures->figures, view);

  if (figure)
    return figure;
  figure =
    unk_figure_new (figures->atlas, view, UNK_SHEET_SCHEME, UNK_DEPTH_1, UNK_FIGURE_PARTS, error);
  if (figure)
    g_hash_table_insert (figures->figures, (gpointer) view, figure);
  return figure;
}

static gboolean
paint_view (UnkRoutineFigures *figures, cairo_t *cr, const UnkView *view, const UnkMuscle *muscle,
            UnkSide side, double pixel, GError **error)
{
  UnkFigure *figure = get_figure (figures, view, error);
  const UnkShape *shape = unk_pick_find_shape (view, muscle->id);

  if (!figure || !unk_figure_render (figure, cr, error))
    return FALSE;
  unk_overlay_set_color (cr, figures->colors.veil);
  cairo_paint (cr);
  if (shape)
    {
      if (!unk_figure_render_subject (figure, cr, shape->id, side, error))
        return FALSE;
      unk_overlay_paint_outline (cr, view, side, shape->path, OUTLINE, 0, pixel);
    }
  unk_overlay_paint_crosses (cr, view, side, muscle, NULL, &figures->colors, pixel);
  return TRUE;
}

/**
 * unk_routine_figures_paint:
 * @figures: figures
 * @cr: where the picture's left upper corner is 0,0
 * @muscle: what is lit
 * @side: its side
 * @width: of the picture
 * @height: of the picture
 * @error: return location for a #GError
 *
 * Paints the muscle with its points, and the body around it; only a frame where no view shows it.
 *
 * Returns: whether it could be painted
 */
gboolean
unk_routine_figures_paint (UnkRoutineFigures *figures, cairo_t *cr, const UnkMuscle *muscle,
                           UnkSide side, double width, double height, GError **error)
{
  UnkCloseUp at;
  gboolean done = TRUE;
  double scale;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  unk_overlay_set_color (cr, figures->colors.ground);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  if (unk_close_up_find (figures->atlas, muscle, side, width / height, &at))
    {
      scale = width / at.width;
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -at.x, -at.y);
      done = paint_view (figures, cr, at.view, muscle, side, 1 / scale, error);
    }
  cairo_restore (cr);
  unk_overlay_set_color (cr, 0x00000066);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
  return done;
}
