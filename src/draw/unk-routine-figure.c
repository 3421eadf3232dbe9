/* unk-routine-figure.c: where a step of a routine is done, in a small picture
 *
 * The view that shows most of the muscle's points, as near as the muscle allows and as far as it
 * takes to see which part of the body it is. The muscle has a thick dark outline, so that it is
 * found on paper without colors, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-figure.h"

#include "unk-atlas-format.h"
#include "unk-figure.h"
#include "unk-overlay.h"
#include "unk-sheet.h"

/* How much of the body is shown around a muscle, in millimeters. */
#define AROUND 60.0
#define LEAST_SHOWN 330.0
/* A view of a part of the body shows it larger than those of all of it. */
#define CLOSE_HEIGHT 600
#define OUTLINE 0x111111ff

struct _UnkRoutineFigures
{
  UnkAtlas *atlas;
  UnkColors colors;
  GHashTable *figures; /* UnkView to UnkFigure */
};

/* In millimeters. */
typedef struct
{
  double x0, y0, x1, y1;
} Box;

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

static void
extend (Box *box, const UnkView *view, UnkSide side, double x0, double y0, double x1, double y1)
{
  double left = unk_pick_to_side (view, side, x0), right = unk_pick_to_side (view, side, x1);

  box->x0 = MIN (box->x0, MIN (left, right));
  box->x1 = MAX (box->x1, MAX (left, right));
  box->y0 = MIN (box->y0, y0);
  box->y1 = MAX (box->y1, y1);
}

/* How well a view shows the muscle: its points count, then whether it is drawn, then how near. */
static guint
judge_view (const UnkView *view, const UnkMuscle *muscle, UnkSide side, Box *box)
{
  const UnkShape *shape = unk_pick_find_shape (view, muscle->id);
  guint worth = 0;

  *box = (Box){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  if (!unk_view_shows_side (view, side))
    return 0;
  for (guint i = 0; i < view->n_crosses; i++)
    if (view->crosses[i].point->muscle == muscle)
      {
        extend (box, view, side, view->crosses[i].x, view->crosses[i].y, view->crosses[i].x,
                view->crosses[i].y);
        worth += 4;
      }
  if (shape && shape->box.width >= 0)
    {
      const double unit = UNK_FORMAT_UNITS_PER_MM;

      extend (box, view, side, shape->box.x / unit, shape->box.y / unit,
              (shape->box.x + shape->box.width) / unit, (shape->box.y + shape->box.height) / unit);
      worth += 2;
    }
  return worth ? worth + (view->height < CLOSE_HEIGHT) : 0;
}

static const UnkView *
choose_view (UnkAtlas *atlas, const UnkMuscle *muscle, UnkSide side, Box *box)
{
  guint n, best = 0;
  const UnkView *views = unk_atlas_get_views (atlas, &n), *chosen = NULL;

  for (guint i = 0; i < n; i++)
    {
      Box candidate;
      guint worth = judge_view (&views[i], muscle, side, &candidate);

      if (worth <= best)
        continue;
      best = worth;
      chosen = &views[i];
      *box = candidate;
    }
  return chosen;
}

/* Grows the box to the shape of the picture, and pushes it back onto the view. */
static void
fit_box (Box *box, const UnkView *view, double aspect)
{
  double cx = (box->x0 + box->x1) / 2, cy = (box->y0 + box->y1) / 2;
  double width = MAX (box->x1 - box->x0 + 2 * AROUND, MIN (LEAST_SHOWN, view->width));
  double height = MAX (box->y1 - box->y0 + 2 * AROUND, MIN (LEAST_SHOWN, view->height));

  width = MAX (width, height * aspect);
  height = MAX (height, width / aspect);
  box->x0 = width >= view->width ? (view->width - width) / 2
                                 : CLAMP (cx - width / 2, 0, view->width - width);
  box->y0 = height >= view->height ? (view->height - height) / 2
                                   : CLAMP (cy - height / 2, 0, view->height - height);
  box->x1 = box->x0 + width;
  box->y1 = box->y0 + height;
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
  Box box;
  const UnkView *view = choose_view (figures->atlas, muscle, side, &box);
  gboolean done = TRUE;
  double scale;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  unk_overlay_set_color (cr, figures->colors.ground);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  if (view)
    {
      fit_box (&box, view, width / height);
      scale = width / (box.x1 - box.x0);
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -box.x0, -box.y0);
      done = paint_view (figures, cr, view, muscle, side, 1 / scale, error);
    }
  cairo_restore (cr);
  unk_overlay_set_color (cr, 0x00000066);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
  return done;
}
