/* unk-poster.c: the patterns of a whole region on one sheet
 *
 * Each muscle has a cell: the views that show its pattern, and its name. Muscles differ in tint
 * and, for print without color, in the turn of their hatch; essential and spillover zones differ in
 * texture, as on a muscle's own chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-poster.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "unk-chart.h"
#include "unk-figure.h"
#include "unk-overlay.h"

/* All in points of A4; other paper is scaled to its width. */
#define WIDTH 595.0
#define MARGIN 30.0
#define GAP 7.0
#define NAME_GAP 1.5
#define LEGEND_GAP 6.0
/* Of its samples. */
#define LEGEND_WIDTH 294.0
/* So many sources are named; the rest stand on the muscles' own charts. */
#define MOST_SOURCES 8
/* From so many muscles on, names are set smaller. */
#define MANY 20
/* A cell looks best about so wide for its height. */
#define CELL_ASPECT 1.45
#define PANEL_GAP 2.0
/* How much of the body is shown around a pattern, in millimeters. */
#define AROUND 20.0
#define LEAST_SHOWN 150.0
#define TITLE_FONT UNK_SHEET_FONT " Bold 20"
#define TEXT_FONT UNK_SHEET_FONT " 9"
#define NAME_FONT UNK_SHEET_FONT " Bold 7"
#define MANY_FONT UNK_SHEET_FONT " Bold 6"
#define LEGEND_FONT UNK_SHEET_FONT " 7.5"
#define SMALL_FONT UNK_SHEET_FONT " 5.5"
#define INK 0x1d1d1dff
#define GRAY 0x4a4a4aff

/* Dark enough to be read in gray, and apart for eyes that see fewer colors. */
static const guint32 tints[] = {
  0xb3261ec8, 0x1a5fb4c8, 0x26734dc8, 0x8a3ea8c8, 0xa55a00c8, 0x0b7285c8,
};

#define N_TURNS 4

typedef struct
{
  UnkAtlas *atlas;
  const UnkGroup *group;
  GPtrArray *muscles;     /* UnkMuscle */
  GHashTable *figures;    /* UnkView to its UnkFigure */
  GHashTable *recordings; /* UnkView to its cairo surface */
  UnkColors colors;
  double height; /* of the sheet, in points of A4 */
  const char *name_font;
  double name_height; /* of the names below the panels */
} Poster;

/* What of a view goes in a cell, in millimeters. */
typedef struct
{
  const UnkView *view;
  double x, y, width, height;
  guint cells; /* of the zones that it shows */
  gboolean has_cross;
} Frame;

static void
fit_frame (Frame *f, double panel_width, double panel_height)
{
  double aspect = panel_width / panel_height;
  double width = MAX (f->width + 2 * AROUND, LEAST_SHOWN);
  double height = MAX (f->height + 2 * AROUND, LEAST_SHOWN);
  double cx = f->x + f->width / 2, cy = f->y + f->height / 2;

  f->width = MAX (width, height * aspect);
  f->height = f->width / aspect;
  f->x = f->width >= f->view->width ? (f->view->width - f->width) / 2
                                    : CLAMP (cx - f->width / 2, 0, f->view->width - f->width);
  f->y = f->height >= f->view->height ? (f->view->height - f->height) / 2
                                      : CLAMP (cy - f->height / 2, 0, f->view->height - f->height);
}

static void
look_at_view (Frame *f, const UnkMuscle *muscle)
{
  for (guint i = 0; i < f->view->n_zones; i++)
    if (f->view->zones[i].point->muscle == muscle)
      f->cells += unk_mask_count (&f->view->zones[i].mask);
  for (guint i = 0; i < f->view->n_crosses; i++)
    f->has_cross |= f->view->crosses[i].point->muscle == muscle;
}

/* The view that shows most of the pattern; and another one, if the X is only there, or if it shows
 * half as much again. */
static guint
choose_frames (Poster *p, const UnkMuscle *muscle, Frame chosen[2])
{
  guint n;
  const UnkView *views = unk_atlas_get_views (p->atlas, &n);
  Frame best = { 0 }, second = { 0 };

  for (guint i = 0; i < n; i++)
    {
      Frame f = { .view = &views[i] };

      if (views[i].flipped || !unk_overlay_find_extents (f.view, UNK_SIDE_RIGHT, muscle, NULL, &f.x,
                                                         &f.y, &f.width, &f.height))
        continue;
      look_at_view (&f, muscle);
      if (!best.view || f.cells > best.cells)
        {
          second = best;
          best = f;
        }
      else if (!second.view || f.cells > second.cells)
        second = f;
      /* The X has to be seen somewhere. */
      if (f.has_cross && !best.has_cross && !second.has_cross)
        second = f;
    }
  chosen[0] = best;
  chosen[1] = second;
  if (!best.view)
    return 0;
  return second.view && ((second.has_cross && !best.has_cross) || second.cells * 2 >= best.cells)
           ? 2
           : 1;
}

/* Read once for each view, painted wherever it is needed: as paths, and not as a picture. */
static UnkFigure *
get_figure (Poster *p, const UnkView *view, GError **error)
{
  UnkFigure *figure = g_hash_table_lookup (p->figures, view);

  if (!figure)
    {
      figure =
        unk_figure_new (p->atlas, view, UNK_SHEET_SCHEME, UNK_DEPTH_1, UNK_FIGURE_BODY, error);
      if (figure)
        g_hash_table_insert (p->figures, (gpointer) view, figure);
    }
  return figure;
}

/* An SVG file takes a recording in once and refers to it wherever it is painted again; that would
 * be as well for PDF, but there cairo makes pixels of some of them. */
static cairo_surface_t *
get_recording (Poster *p, const UnkView *view, UnkFigure *figure, GError **error)
{
  cairo_rectangle_t extents = { 0, 0, view->width, view->height };
  cairo_surface_t *surface = g_hash_table_lookup (p->recordings, view);
  cairo_t *cr;
  gboolean done;

  if (surface)
    return surface;
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_hash_table_insert (p->recordings, (gpointer) view, surface);
  cr = cairo_create (surface);
  done = unk_figure_render (figure, cr, error);
  cairo_destroy (cr);
  return done ? surface : NULL;
}

static gboolean
paint_figure (cairo_t *cr, Poster *p, const UnkView *view, GError **error)
{
  UnkFigure *figure = get_figure (p, view, error);
  cairo_surface_t *recording;

  if (!figure)
    return FALSE;
  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_SVG)
    return unk_figure_render (figure, cr, error);
  recording = get_recording (p, view, figure, error);
  if (!recording)
    return FALSE;
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  return TRUE;
}

static gboolean
paint_body (cairo_t *cr, Poster *p, const Frame *f, guint number, double pixel, GError **error)
{
  const UnkMuscle *muscle = g_ptr_array_index (p->muscles, number);
  const UnkShape *shape = unk_pick_find_shape (f->view, muscle->id);
  UnkColors colors = p->colors;

  if (!paint_figure (cr, p, f->view, error))
    return FALSE;
  colors.essential = colors.spillover = tints[number % G_N_ELEMENTS (tints)];
  unk_overlay_set_color (cr, colors.veil);
  cairo_paint (cr);
  if (shape && f->has_cross)
    unk_overlay_paint_outline (cr, f->view, UNK_SIDE_RIGHT, shape->path, INK, 0.08, 0.36 * pixel);
  unk_overlay_paint_zones_turned (cr, f->view, UNK_SIDE_RIGHT, muscle, NULL, &colors,
                                  number % N_TURNS * G_PI / N_TURNS, 0.55 * pixel);
  unk_overlay_paint_crosses (cr, f->view, UNK_SIDE_RIGHT, muscle, NULL, &colors, 0.42 * pixel);
  return TRUE;
}

static gboolean
paint_panel (cairo_t *cr, Poster *p, Frame *f, guint number, double x, double y, double width,
             double height, GError **error)
{
  double scale;
  gboolean done;

  fit_frame (f, width, height);
  scale = width / f->width;
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  unk_overlay_set_color (cr, p->colors.ground);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -f->x, -f->y);
  done = paint_body (cr, p, f, number, 1 / scale, error);
  cairo_restore (cr);
  return done;
}

static gboolean
paint_cell (cairo_t *cr, Poster *p, guint number, double x, double y, double width, double height,
            GError **error)
{
  const UnkMuscle *muscle = g_ptr_array_index (p->muscles, number);
  Frame frames[2];
  guint n = choose_frames (p, muscle, frames);
  double panel = n ? (width - PANEL_GAP * (n - 1)) / n : width;

  for (guint i = 0; i < n; i++)
    if (!paint_panel (cr, p, &frames[i], number, x + i * (panel + PANEL_GAP), y, panel,
                      height - p->name_height - NAME_GAP, error))
      return FALSE;
  unk_sheet_paint_text (cr, x, y + height - p->name_height, width, p->name_font, INK,
                        unk_text (muscle->name), FALSE);
  return TRUE;
}

/* As high as the highest name: the panels of a row end at one line. */
static double
measure_names (cairo_t *cr, Poster *p, double width)
{
  double most = 0;

  for (guint i = 0; i < p->muscles->len; i++)
    {
      const UnkMuscle *muscle = g_ptr_array_index (p->muscles, i);
      double height =
        unk_sheet_paint_text (cr, 0, 0, width, p->name_font, 0, unk_text (muscle->name), TRUE);

      most = MAX (most, height);
    }
  return most;
}

/* So many columns that the cells come nearest to their best shape. */
static guint
count_columns (cairo_t *cr, Poster *p, double width, double height)
{
  guint n = p->muscles->len, best = 1;
  double least = G_MAXDOUBLE;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double cell = width / columns - GAP;
      double aspect = cell / (height / rows - GAP - measure_names (cr, p, cell));
      double off = aspect > 0 ? fabs (log (aspect / CELL_ASPECT)) : G_MAXDOUBLE;

      /* An empty place at the end is worse than a shape that is a little off. */
      off += 0.06 * (columns * rows - n);
      best = off < least ? columns : best;
      least = MIN (least, off);
    }
  return best;
}

static gboolean
paint_cells (cairo_t *cr, Poster *p, double y, double height, GError **error)
{
  double width = WIDTH - 2 * MARGIN;
  guint columns = count_columns (cr, p, width, height);
  guint rows = (p->muscles->len + columns - 1) / columns;
  double cell_width = (width - GAP * (columns - 1)) / columns;
  double cell_height = (height - GAP * (rows - 1)) / rows;

  p->name_height = measure_names (cr, p, cell_width);
  for (guint i = 0; i < p->muscles->len; i++)
    if (!paint_cell (cr, p, i, MARGIN + i % columns * (cell_width + GAP),
                     y + i / columns * (cell_height + GAP), cell_width, cell_height, error))
      return FALSE;
  return TRUE;
}

/* Or only how high it is. */
static double
paint_legend (cairo_t *cr, Poster *p, double y, gboolean measure)
{
  const char *note = _ ("Right side. Tint and hatch only tell muscles apart.");
  UnkColors colors = p->colors;
  double x = MARGIN;

  if (measure)
    return MAX (12, unk_sheet_paint_text (cr, 0, 0, WIDTH - 2 * MARGIN - LEGEND_WIDTH, LEGEND_FONT,
                                          0, note, TRUE));
  colors.essential = colors.spillover = INK;
  unk_overlay_paint_cross (cr, x + 5, y + 5, 3.2, &colors, 0.6);
  unk_sheet_paint_text (cr, x + 14, y, 90, LEGEND_FONT, INK, _ ("Trigger point"), FALSE);
  x += 86;
  unk_overlay_paint_swatch (cr, x, y, 20, 10, TRUE, &colors, 0.6);
  unk_sheet_paint_text (cr, x + 25, y, 100, LEGEND_FONT, INK, _ ("Essential zone"), FALSE);
  x += 104;
  unk_overlay_paint_swatch (cr, x, y, 20, 10, FALSE, &colors, 0.6);
  unk_sheet_paint_text (cr, x + 25, y, 100, LEGEND_FONT, INK, _ ("Spillover zone"), FALSE);
  unk_sheet_paint_text (cr, MARGIN + LEGEND_WIDTH, y, WIDTH - 2 * MARGIN - LEGEND_WIDTH,
                        LEGEND_FONT, GRAY, note, FALSE);
  return 0;
}

typedef struct
{
  const UnkSource *source;
  guint muscles, order;
} Cited;

static int
compare_cited (gconstpointer a, gconstpointer b)
{
  const Cited *one = a, *two = b;

  return one->muscles != two->muscles ? (int) two->muscles - (int) one->muscles
                                      : (int) one->order - (int) two->order;
}

static void
cite (GArray *cited, const UnkSource *source)
{
  Cited one = { source, 1, cited->len };

  for (guint i = 0; i < cited->len; i++)
    if (g_array_index (cited, Cited, i).source == source)
      {
        g_array_index (cited, Cited, i).muscles++;
        return;
      }
  g_array_append_val (cited, one);
}

/* The sources of the region's muscles, those of most muscles first. */
static GArray *
collect_sources (Poster *p)
{
  GArray *cited = g_array_new (FALSE, FALSE, sizeof (Cited));

  for (guint i = 0; i < p->muscles->len; i++)
    {
      const UnkMuscle *muscle = g_ptr_array_index (p->muscles, i);

      for (const UnkCitation *s = muscle->sources; s->source; s++)
        {
          const UnkSource *source = unk_atlas_find_source (p->atlas, s->source);

          if (source)
            cite (cited, source);
        }
    }
  g_array_sort (cited, compare_cited);
  return cited;
}

static char *
list_sources (Poster *p)
{
  g_autoptr (GArray) cited = collect_sources (p);
  GString *list = g_string_new (_ ("Sources:"));
  guint left = cited->len > MOST_SOURCES ? cited->len - MOST_SOURCES : 0;

  for (guint i = 0; i < cited->len - left; i++)
    {
      const char *citation = g_array_index (cited, Cited, i).source->citation;

      g_string_append_printf (list, " %s%s", citation, g_str_has_suffix (citation, ".") ? "" : ".");
    }
  if (left)
    {
      g_string_append_c (list, ' ');
      g_string_append_printf (list,
                              /* Translators: of sources */
                              ngettext ("%u more stands on the muscles’ own charts.",
                                        "%u more stand on the muscles’ own charts.", left),
                              left);
    }
  return g_string_free (list, FALSE);
}

/* From the bottom up: the medical note, the sources. Returns where they begin. */
static double
paint_small_print (cairo_t *cr, Poster *p)
{
  const char *note =
    _ ("Unknot informs; it does not diagnose. Pain that is new, strong or comes with "
       "other signs belongs to a doctor.");
  g_autofree char *sources = list_sources (p);
  double width = WIDTH - 2 * MARGIN, y = p->height - MARGIN;

  y -= unk_sheet_paint_text (cr, MARGIN, 0, width, LEGEND_FONT, 0, note, TRUE);
  unk_sheet_paint_text (cr, MARGIN, y, width, LEGEND_FONT, INK, note, FALSE);
  y -= unk_sheet_paint_text (cr, MARGIN, 0, width, SMALL_FONT, 0, sources, TRUE) + 3;
  unk_sheet_paint_text (cr, MARGIN, y, width, SMALL_FONT, GRAY, sources, FALSE);
  return y;
}

static gboolean
paint_sheet (cairo_t *cr, Poster *p, GError **error)
{
  double y = MARGIN, width = WIDTH - 2 * MARGIN, bottom;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  y +=
    unk_sheet_paint_text (cr, MARGIN, y, width, TITLE_FONT, INK, unk_text (p->group->name), FALSE);
  y += unk_sheet_paint_text (cr, MARGIN, y, width, TEXT_FONT, GRAY,
                             _ ("Trigger points and where they send pain"), FALSE) +
       GAP;
  bottom = paint_small_print (cr, p) - LEGEND_GAP - paint_legend (cr, p, 0, TRUE);
  paint_legend (cr, p, bottom, FALSE);
  return paint_cells (cr, p, y, bottom - GAP - y, error);
}

/* Has a name, so that what cairo 1.16 leaks of a recording in an SVG file can be told:
 * tests/lsan.supp. */
static void
forget_recording (gpointer surface)
{
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/**
 * unk_poster_paint:
 * @cr: where one unit is a point
 * @atlas: the atlas
 * @group: a region
 * @paper: the paper
 * @error: return location for a #GError
 *
 * Paints the sheet: all muscles of the region with their patterns, a legend, the sources, the
 * medical note.
 *
 * Returns: %FALSE with an #UnkChartError, or with librsvg's error
 */
gboolean
unk_poster_paint (cairo_t *cr, UnkAtlas *atlas, const UnkGroup *group, const UnkPaper *paper,
                  GError **error)
{
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GHashTable) figures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_autoptr (GHashTable) recordings = g_hash_table_new_full (NULL, NULL, NULL, forget_recording);
  double scale = paper->width / WIDTH;
  Poster p = {
    atlas,
    group,
    chosen,
    figures,
    recordings,
    unk_colors_for_scheme (atlas, UNK_SHEET_SCHEME),
    paper->height / scale,
  };
  gboolean done;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (muscles[i].group, group->id))
      g_ptr_array_add (chosen, (gpointer) &muscles[i]);
  if (chosen->len == 0)
    {
      g_set_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_EMPTY,
                   /* Translators: %s is the id of a region */
                   _ ("The region “%s” has no muscles of its own; choose another one"), group->id);
      return FALSE;
    }
  p.name_font = chosen->len < MANY ? NAME_FONT : MANY_FONT;
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  done = paint_sheet (cr, &p, error);
  cairo_restore (cr);
  return done;
}

typedef struct
{
  UnkAtlas *atlas;
  const UnkGroup *group;
  const UnkPaper *paper;
} Job;

static gboolean
paint_job (cairo_t *cr, gpointer data, GError **error)
{
  Job *job = data;

  return unk_poster_paint (cr, job->atlas, job->group, job->paper, error);
}

/**
 * unk_poster_write:
 * @atlas: the atlas
 * @group: a region
 * @paper: the paper
 * @path: a file name that ends in .png, .pdf or .svg
 * @error: return location for a #GError
 *
 * Writes the poster, whole or not at all.
 *
 * Returns: %FALSE with an #UnkChartError
 */
gboolean
unk_poster_write (UnkAtlas *atlas, const UnkGroup *group, const UnkPaper *paper, const char *path,
                  GError **error)
{
  Job job = { atlas, group, paper };

  return unk_sheet_write (paper, path, paint_job, &job, error);
}
