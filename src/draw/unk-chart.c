/* unk-chart.c: the referral chart of a muscle, on a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-chart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "unk-figure.h"
#include "unk-overlay.h"
#include "unk-sheet.h"

#define MARGIN 36.0
#define GAP 12.0
#define LEAST_FIGURES 240.0
#define LEGEND_HEIGHT 20.0
/* How much of the body is shown around a pattern, in millimeters. */
#define AROUND 32.0
#define LEAST_SHOWN 170.0
#define CLOSE_HEIGHT 600
#define SCHEME UNK_SHEET_SCHEME
#define FONT UNK_SHEET_FONT
#define TITLE_FONT FONT " Bold 18"
#define LATIN_FONT FONT " Italic 10"
#define TEXT_FONT FONT " 8.5"
#define LABEL_FONT FONT " 8"
#define SMALL_FONT FONT " 6.5"

typedef struct
{
  UnkAtlas *atlas;
  const UnkMuscle *muscle;
  const UnkPoint *point; /* (nullable) */
  UnkSide side;
  UnkColors colors;
} Chart;

/* What of a view goes on the sheet, in millimeters. */
typedef struct
{
  const UnkView *view;
  double x, y, width, height;
} Frame;

/* Grows the box to the shape of the panel, and pushes it back onto the view. */
static void
fit_frame (Frame *f, double panel_width, double panel_height)
{
  double aspect = panel_width / panel_height;
  double width = MAX (f->width + 2 * AROUND, LEAST_SHOWN),
         height = MAX (f->height + 2 * AROUND, LEAST_SHOWN);
  double cx = f->x + f->width / 2, cy = f->y + f->height / 2;

  if (width / height < aspect)
    width = height * aspect;
  else
    height = width / aspect;
  f->width = width;
  f->height = height;
  f->x = width >= f->view->width ? (f->view->width - width) / 2
                                 : CLAMP (cx - width / 2, 0, f->view->width - width);
  f->y = height >= f->view->height ? (f->view->height - height) / 2
                                   : CLAMP (cy - height / 2, 0, f->view->height - height);
}

static gboolean
paint_figure (cairo_t *cr, const Chart *c, const UnkView *view, double pixel, GError **error)
{
  g_autoptr (UnkFigure) figure =
    unk_figure_new (c->atlas, view, SCHEME, UNK_DEPTH_1, UNK_FIGURE_PARTS, error);
  const UnkShape *shape = unk_pick_find_shape (view, c->muscle->id);

  if (!figure || !unk_figure_render (figure, cr, error))
    return FALSE;
  unk_overlay_set_color (cr, c->colors.veil);
  cairo_paint (cr);
  if (shape)
    {
      if (!unk_figure_render_subject (figure, cr, shape->id, c->side, error))
        return FALSE;
      unk_overlay_paint_outline (cr, view, c->side, shape->path, c->colors.selected, 0, pixel);
    }
  unk_overlay_paint_zones (cr, view, c->side, c->muscle, c->point, &c->colors, pixel);
  unk_overlay_paint_crosses (cr, view, c->side, c->muscle, c->point, &c->colors, pixel);
  return TRUE;
}

static gboolean
paint_panel (cairo_t *cr, const Chart *c, Frame *f, double x, double y, double width, double height,
             GError **error)
{
  double scale;
  gboolean done;

  fit_frame (f, width, height - 16);
  scale = width / f->width;
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height - 16);
  unk_overlay_set_color (cr, c->colors.ground);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -f->x, -f->y);
  done = paint_figure (cr, c, f->view, 1 / scale, error);
  cairo_restore (cr);
  unk_sheet_paint_text (cr, x, y + height - 13, width, LABEL_FONT, 0x555555ff,
                        unk_text (f->view->name), FALSE);
  return done;
}

/* A view of a part of the body, a hand or a foot, shows it larger than those of all of it. */
static gboolean
is_close (const UnkView *view)
{
  return view->height < CLOSE_HEIGHT;
}

static gboolean
is_crossed_closely (const Chart *c, const UnkPoint *point, const UnkView *views, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_close (&views[i]) && unk_view_shows_side (&views[i], c->side))
      for (guint k = 0; k < views[i].n_crosses; k++)
        if (views[i].crosses[k].point == point)
          return TRUE;
  return FALSE;
}

/* Whether the close views hold every point: then they take the sheet. */
static gboolean
close_views_suffice (const Chart *c, const UnkView *views, guint n)
{
  for (guint i = 0; i < c->muscle->n_points; i++)
    {
      const UnkPoint *point = &c->muscle->points[i];

      if ((!c->point || c->point == point) && !is_crossed_closely (c, point, views, n))
        return FALSE;
    }
  return TRUE;
}

static guint
collect_frames (const Chart *c, Frame *frames, guint max)
{
  guint n, found = 0;
  const UnkView *views = unk_atlas_get_views (c->atlas, &n);
  gboolean close = close_views_suffice (c, views, n);

  for (guint i = 0; i < n && found < max; i++)
    {
      Frame *f = &frames[found];

      f->view = &views[i];
      if (close && !is_close (f->view))
        continue;
      if (unk_overlay_find_extents (f->view, c->side, c->muscle, c->point, &f->x, &f->y, &f->width,
                                    &f->height))
        found++;
    }
  return found;
}

static double
paint_legend (cairo_t *cr, const Chart *c, double y)
{
  double x = MARGIN;

  unk_overlay_paint_cross (cr, x + 6, y + 6, 4, &c->colors, 0.7);
  unk_sheet_paint_text (cr, x + 18, y, 110, LABEL_FONT, 0x222222ff, _ ("Trigger point"), FALSE);
  x += 130;
  unk_overlay_paint_swatch (cr, x, y, 22, 12, TRUE, &c->colors, 0.8);
  unk_sheet_paint_text (cr, x + 28, y, 140, LABEL_FONT, 0x222222ff, _ ("Essential zone"), FALSE);
  x += 150;
  unk_overlay_paint_swatch (cr, x, y, 22, 12, FALSE, &c->colors, 0.8);
  unk_sheet_paint_text (cr, x + 28, y, 140, LABEL_FONT, 0x222222ff, _ ("Spillover zone"), FALSE);
  return LEGEND_HEIGHT;
}

static char *
list_sources (const Chart *c)
{
  GString *list = g_string_new (_ ("Sources:"));

  for (const UnkCitation *s = c->muscle->sources; s->source; s++)
    {
      const UnkSource *source = unk_atlas_find_source (c->atlas, s->source);
      const char *citation = source ? source->citation : s->source;
      int length = (int) strlen (citation) - g_str_has_suffix (citation, ".");

      g_string_append_printf (list, " %.*s%s%s.", length, citation, *s->where ? ", " : "",
                              unk_text (s->where));
    }
  return g_string_free (list, FALSE);
}

/* From the bottom up: the medical note, above it the sources. Returns where they begin. */
static double
paint_small_print (cairo_t *cr, const Chart *c)
{
  const char *note =
    _ ("Unknot informs; it does not diagnose. Pain that is new, strong or comes with "
       "other signs belongs to a doctor.");
  g_autofree char *sources = list_sources (c);
  double width = UNK_CHART_WIDTH - 2 * MARGIN, y = UNK_CHART_HEIGHT - MARGIN;

  y -= unk_sheet_paint_text (cr, MARGIN, 0, width, SMALL_FONT, 0, note, TRUE);
  unk_sheet_paint_text (cr, MARGIN, y, width, SMALL_FONT, 0x555555ff, note, FALSE);
  y -= unk_sheet_paint_text (cr, MARGIN, 0, width, SMALL_FONT, 0, sources, TRUE) + 4;
  unk_sheet_paint_text (cr, MARGIN, y, width, SMALL_FONT, 0x555555ff, sources, FALSE);
  return y;
}

/* The points in words; or only how high they stand. */
static double
paint_words (cairo_t *cr, const Chart *c, double y, gboolean measure)
{
  double width = UNK_CHART_WIDTH - 2 * MARGIN, height = 0;

  for (guint i = 0; i < c->muscle->n_points; i++)
    {
      const UnkPoint *p = &c->muscle->points[i];
      g_autofree char *text = NULL;

      if (c->point && c->point != p)
        continue;
      /* Translators: a trigger point's number, where it lies, where it sends pain */
      text =
        g_strdup_printf (_ ("%d. %s %s"), p->number, unk_text (p->place), unk_text (p->pattern));
      height +=
        unk_sheet_paint_text (cr, MARGIN, y + height, width, TEXT_FONT, 0x222222ff, text, measure) +
        4;
    }
  return height;
}

/**
 * unk_chart_paint:
 * @cr: where one unit is a point, %UNK_CHART_WIDTH by %UNK_CHART_HEIGHT large
 * @atlas: the atlas
 * @muscle: a muscle
 * @point: (nullable): only this trigger point
 * @side: the side to show
 * @error: return location for a #GError
 *
 * Paints the sheet: names, the views that show the pattern, a legend, the points in words, sources.
 *
 * Returns: %FALSE with librsvg's error
 */
gboolean
unk_chart_paint (cairo_t *cr, UnkAtlas *atlas, const UnkMuscle *muscle, const UnkPoint *point,
                 UnkSide side, GError **error)
{
  Chart c = { atlas, muscle, point, side, unk_colors_for_scheme (atlas, SCHEME) };
  Frame frames[2];
  guint n = collect_frames (&c, frames, G_N_ELEMENTS (frames));
  double y = MARGIN, width = UNK_CHART_WIDTH - 2 * MARGIN, figures;
  double panel = n ? (width - GAP * (n - 1)) / n : 0;
  /* Translators: a muscle and its side, as in “Infraspinatus, right” */
  g_autofree char *title =
    g_strdup_printf (_ ("%s, %s"), unk_text (muscle->name), unk_side_name (side));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  y += unk_sheet_paint_text (cr, MARGIN, y, width, TITLE_FONT, 0x1d1d1dff, title, FALSE) + 1;
  y +=
    unk_sheet_paint_text (cr, MARGIN, y, width, LATIN_FONT, 0x555555ff, muscle->latin, FALSE) + GAP;
  /* The words get what they need, the figures what is left. */
  figures = paint_small_print (cr, &c) - y - paint_words (cr, &c, 0, TRUE) - LEGEND_HEIGHT - GAP;
  figures = MAX (figures, LEAST_FIGURES);
  for (guint i = 0; i < n; i++)
    if (!paint_panel (cr, &c, &frames[i], MARGIN + i * (panel + GAP), y, panel, figures, error))
      return FALSE;
  y += figures + GAP / 2;
  y += paint_legend (cr, &c, y);
  paint_words (cr, &c, y, FALSE);
  return TRUE;
}

typedef struct
{
  UnkAtlas *atlas;
  const UnkMuscle *muscle;
  const UnkPoint *point;
  UnkSide side;
} Job;

static gboolean
paint_job (cairo_t *cr, gpointer data, GError **error)
{
  Job *job = data;

  return unk_chart_paint (cr, job->atlas, job->muscle, job->point, job->side, error);
}

/**
 * unk_chart_write:
 * @atlas: the atlas
 * @muscle: a muscle
 * @point: (nullable): only this trigger point
 * @side: the side to show
 * @path: a file name that ends in .png, .pdf or .svg
 * @error: return location for a #GError
 *
 * Writes the chart. The file is there whole or not at all; one that stood there is only replaced by
 * a whole one.
 *
 * Returns: %FALSE with an #UnkChartError
 */
gboolean
unk_chart_write (UnkAtlas *atlas, const UnkMuscle *muscle, const UnkPoint *point, UnkSide side,
                 const char *path, GError **error)
{
  Job job = { atlas, muscle, point, side };

  return unk_sheet_write (unk_paper_find ("a4"), path, paint_job, &job, error);
}
