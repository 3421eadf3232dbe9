/* test-draw.c: figures, overlays and charts on paper of our own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "unk-chart.h"
#include "unk-figure.h"
#include "unk-overlay-care.h"
#include "unk-poster.h"
#include "unk-renderer.h"

#define SCALE 0.5

static UnkAtlas *atlas;

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
} Sheet;

static Sheet
new_sheet (const UnkView *view)
{
  Sheet sheet;

  sheet.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (view->width * SCALE),
                                              (int) (view->height * SCALE));
  sheet.cr = cairo_create (sheet.surface);
  cairo_scale (sheet.cr, SCALE, SCALE);
  return sheet;
}

static guint32
pixel_at (Sheet *sheet, double x, double y)
{
  const guint8 *data;

  cairo_surface_flush (sheet->surface);
  data = cairo_image_surface_get_data (sheet->surface);
  return *(const guint32 *) (gconstpointer) (data +
                                             (int) (y * SCALE) *
                                               cairo_image_surface_get_stride (sheet->surface) +
                                             4 * (int) (x * SCALE));
}

/* A pixel on the rim counts when it is painted by more than half: a small view is much rim. */
static guint
count_painted (Sheet *sheet)
{
  guint n = 0;
  const guint8 *data;

  cairo_surface_flush (sheet->surface);
  data = cairo_image_surface_get_data (sheet->surface);
  for (int y = 0; y < cairo_image_surface_get_height (sheet->surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (sheet->surface); x++)
      n += data[y * cairo_image_surface_get_stride (sheet->surface) + 4 * x + 3] > 127;
  return n;
}

static void
free_sheet (Sheet *sheet)
{
  cairo_destroy (sheet->cr);
  cairo_surface_destroy (sheet->surface);
}

static const UnkView *
find_view (const char *id)
{
  const UnkView *view = unk_atlas_find_view (atlas, id, NULL);

  g_assert_nonnull (view);
  return view;
}

/* Painted where the skin is, and nowhere else. */
static void
the_figure_fills_the_skin (void)
{
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UnkFigure) figure =
        unk_figure_new (atlas, &views[i], "light", UNK_DEPTH_SKIN, UNK_FIGURE_BODY, &error);
      Sheet sheet = new_sheet (&views[i]);
      double painted, skin = unk_mask_count (&views[i].skin_mask) * 4 * SCALE * SCALE;

      g_assert_no_error (error);
      g_assert_true (unk_figure_render (figure, sheet.cr, &error));
      painted = count_painted (&sheet);
      g_assert_cmpfloat (ABS (painted - skin), <, skin * 0.05);
      free_sheet (&sheet);
    }
}

static void
each_depth_looks_otherwise (void)
{
  const UnkView *front = find_view ("front");
  g_autofree char *last = NULL;

  for (UnkDepth depth = UNK_DEPTH_SKIN; depth < UNK_N_DEPTHS; depth++)
    {
      g_autoptr (UnkFigure) figure =
        unk_figure_new (atlas, front, "light", depth, UNK_FIGURE_BODY, NULL);
      Sheet sheet = new_sheet (front);
      char *sum;

      g_assert_true (unk_figure_render (figure, sheet.cr, NULL));
      cairo_surface_flush (sheet.surface);
      sum =
        g_compute_checksum_for_data (G_CHECKSUM_MD5, cairo_image_surface_get_data (sheet.surface),
                                     (gsize) cairo_image_surface_get_stride (sheet.surface) *
                                       (gsize) cairo_image_surface_get_height (sheet.surface));
      g_assert_cmpstr (sum, !=, last);
      g_free (last);
      last = sum;
      free_sheet (&sheet);
    }
}

static gboolean
differs (guint32 a, guint32 b)
{
  for (int shift = 0; shift < 32; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > 24)
      return TRUE;
  return FALSE;
}

static guint
count_different (Sheet *a, Sheet *b)
{
  guint n = 0;
  int width = cairo_image_surface_get_width (a->surface),
      height = cairo_image_surface_get_height (a->surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += differs (pixel_at (a, x / SCALE, y / SCALE), pixel_at (b, x / SCALE, y / SCALE));
  return n;
}

/* What is left out because it is covered isn't missed in any view, at any depth; not even with the
 * heaviest lines. */
static void
what_is_left_out_was_covered (void)
{
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  for (guint i = 0; i < n; i++)
    for (UnkDepth depth = UNK_DEPTH_1; depth <= UNK_DEPTH_4 && !views[i].flipped; depth++)
      {
        g_autoptr (UnkFigure) body =
          unk_figure_new (atlas, &views[i], "contrast", depth, UNK_FIGURE_BODY, NULL);
        g_autoptr (UnkFigure) parts =
          unk_figure_new (atlas, &views[i], "contrast", depth, UNK_FIGURE_PARTS, NULL);
        Sheet a = new_sheet (&views[i]), b = new_sheet (&views[i]);
        guint different;

        g_assert_true (unk_figure_render (body, a.cr, NULL));
        g_assert_true (unk_figure_render (parts, b.cr, NULL));
        different = count_different (&a, &b);
        if (different > count_painted (&b) / 2000)
          g_error ("%s, depth %s: %u pixels differ", views[i].id, unk_depth_id (depth), different);
        free_sheet (&a);
        free_sheet (&b);
      }
}

static void
a_subject_is_painted_alone_on_its_side (void)
{
  const UnkView *back = find_view ("back");
  const UnkShape *shape = unk_pick_find_shape (back, "infraspinatus");
  g_autoptr (UnkFigure) figure =
    unk_figure_new (atlas, back, "light", UNK_DEPTH_1, UNK_FIGURE_PARTS, NULL);
  Sheet right = new_sheet (back), left = new_sheet (back), none = new_sheet (back);
  double x = (shape->box.x + shape->box.width / 2) / 100.0,
         y = (shape->box.y + shape->box.height / 2) / 100.0;

  g_assert_true (unk_figure_render_subject (figure, right.cr, shape->id, UNK_SIDE_RIGHT, NULL));
  g_assert_true (unk_figure_render_subject (figure, left.cr, shape->id, UNK_SIDE_LEFT, NULL));
  g_assert_false (
    unk_figure_render_subject (figure, none.cr, "flexor-elbonia", UNK_SIDE_LEFT, NULL));
  g_assert_cmpuint (pixel_at (&right, x, y), !=, 0);
  g_assert_cmpuint (pixel_at (&right, back->width - x, y), ==, 0);
  g_assert_cmpuint (pixel_at (&left, back->width - x, y), !=, 0);
  g_assert_cmpuint (pixel_at (&left, x, y), ==, 0);
  free_sheet (&right);
  free_sheet (&left);
  free_sheet (&none);
}

/* Whatever the finder's masks say is a zone must be painted as one. */
static void
zones_are_painted_where_their_masks_are (void)
{
  const UnkView *front = find_view ("front");
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, "infraspinatus", NULL);
  UnkColors colors = unk_colors_for_scheme (atlas, "light");
  Sheet sheet = new_sheet (front);
  guint inside = 0, painted = 0;

  unk_overlay_paint_zones (sheet.cr, front, UNK_SIDE_RIGHT, muscle, NULL, &colors, 1 / SCALE);
  for (guint i = 0; i < front->n_zones; i++)
    for (double y = 1; y < front->height && front->zones[i].point->muscle == muscle; y += 2)
      for (double x = 1; x < front->width; x += 2)
        if (unk_mask_has (&front->zones[i].mask, x, y))
          {
            inside++;
            painted += pixel_at (&sheet, x, y) != 0;
          }
  g_assert_cmpuint (inside, >, 100);
  g_assert_cmpuint (painted, >, inside * 95 / 100);
  free_sheet (&sheet);
}

static void
one_point_paints_less_than_all (void)
{
  const UnkView *back = find_view ("back");
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, "infraspinatus", NULL);
  UnkColors colors = unk_colors_for_scheme (atlas, "light");
  Sheet all = new_sheet (back), one = new_sheet (back);

  unk_overlay_paint_crosses (all.cr, back, UNK_SIDE_LEFT, muscle, NULL, &colors, 1 / SCALE);
  unk_overlay_paint_crosses (one.cr, back, UNK_SIDE_LEFT, muscle, &muscle->points[0], &colors,
                             1 / SCALE);
  g_assert_cmpuint (count_painted (&one), >, 0);
  g_assert_cmpuint (count_painted (&one), <, count_painted (&all));
  free_sheet (&all);
  free_sheet (&one);
}

/* Pressing is a ring, stroking goes across the fibers, stretching along them, once. */
static void
what_hands_do_is_shown_at_the_points (void)
{
  const UnkView *back = find_view ("back");
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, "infraspinatus", NULL);
  UnkColors colors = unk_colors_for_scheme (atlas, "light");

  for (UnkHandling handling = UNK_HANDLING_PRESS; handling <= UNK_HANDLING_STRETCH; handling++)
    {
      Sheet sheet = new_sheet (back);
      const double pixel = 1 / 1.5;
      guint signs = 0;

      unk_overlay_paint_handling (sheet.cr, back, UNK_SIDE_RIGHT, muscle, handling, &colors, pixel);
      for (guint i = 0; i < back->n_crosses; i++)
        {
          const UnkCross *cross = &back->crosses[i];
          double turn = (cross->fibers + (handling == UNK_HANDLING_STROKE ? 90 : 0)) * G_PI / 180;
          double away = (handling == UNK_HANDLING_PRESS ? 17 : 25) * pixel;

          if (cross->point->muscle != muscle)
            continue;
          g_assert_cmpint (cross->fibers, >=, 0);
          signs += pixel_at (&sheet, cross->x + away * cos (turn), cross->y + away * sin (turn)) &&
                   pixel_at (&sheet, cross->x - away * cos (turn), cross->y - away * sin (turn));
        }
      g_assert_cmpuint (signs, ==, handling == UNK_HANDLING_STRETCH ? 1 : muscle->n_points);
      free_sheet (&sheet);
    }
}

static void
marks_stay_within_the_skin (void)
{
  const UnkView *front = find_view ("front");
  g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
  UnkColors colors = unk_colors_for_scheme (atlas, "light");
  Sheet sheet = new_sheet (front);

  g_assert_true (unk_marks_add_text (marks, "front:240,600:40", NULL, NULL));
  unk_overlay_paint_marks (sheet.cr, marks, front, &colors);
  g_assert_cmpuint (pixel_at (&sheet, 255, 600), !=, 0);
  for (double y = 5; y < front->height; y += 10)
    for (double x = 5; x < front->width; x += 10)
      if (pixel_at (&sheet, x, y))
        g_assert_true (unk_mask_has (&front->skin_mask, x, y) ||
                       unk_mask_has (&front->skin_mask, x + 3, y) ||
                       unk_mask_has (&front->skin_mask, x - 3, y));
  free_sheet (&sheet);
}

static void
what_is_erased_is_not_painted (void)
{
  const UnkView *front = find_view ("front");
  g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
  UnkColors colors = unk_colors_for_scheme (atlas, "light");
  Sheet before = new_sheet (front), after = new_sheet (front);

  g_assert_true (unk_marks_add_text (marks, "front:250,600:40", NULL, NULL));
  unk_overlay_paint_marks (before.cr, marks, front, &colors);
  g_assert_true (unk_marks_begin_erasing (marks, front, 250, 600, 15));
  unk_overlay_paint_marks (after.cr, marks, front, &colors);
  g_assert_cmpuint (pixel_at (&before, 250, 600), !=, 0);
  g_assert_cmpuint (pixel_at (&after, 250, 600), ==, 0);
  g_assert_cmpuint (pixel_at (&after, 250, 570), !=, 0);
  free_sheet (&before);
  free_sheet (&after);
}

static void
what_is_carried_over_is_painted (void)
{
  const UnkView *front = find_view ("front");
  g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
  UnkColors colors = unk_colors_for_scheme (atlas, "light");
  Sheet sheet = new_sheet (front);
  g_autoptr (UnkMask) mask = NULL;
  guint painted = 0;

  g_assert_true (unk_marks_add_text (marks, "side:190,330:30", NULL, NULL));
  mask = unk_marks_make_mask (marks, front);
  unk_overlay_paint_marks (sheet.cr, marks, front, &colors);
  for (double y = 1; y < front->height; y += 2)
    for (double x = 1; x < front->width; x += 2)
      painted += unk_mask_has (mask, x, y) && pixel_at (&sheet, x, y) != 0;
  g_assert_cmpuint (unk_mask_count (mask), >, 50);
  g_assert_cmpuint (painted, >, unk_mask_count (mask) * 9 / 10);
  free_sheet (&sheet);
}

static void
charts_are_written_whole_or_not_at_all (void)
{
  static const char *const endings[] = { "png", "pdf", "svg" };
  static const char *const begins[] = { "\x89PNG", "%PDF", "<?xml" };
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, "infraspinatus", NULL);
  g_autofree char *folder = g_dir_make_tmp ("unknot-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat ("chart.", endings[i], NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_assert_true (
        unk_chart_write (atlas, muscle, &muscle->points[0], UNK_SIDE_LEFT, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpuint (length, >, 20000);
      g_assert_cmpmem (bytes, strlen (begins[i]), begins[i], strlen (begins[i]));
      g_unlink (path);
    }
  {
    g_autofree char *path = g_build_filename (folder, "no", "such", "folder.png", NULL);
    g_autofree char *gif = g_build_filename (folder, "chart.gif", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (unk_chart_write (atlas, muscle, NULL, UNK_SIDE_RIGHT, path, &error));
    g_assert_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_WRITE);
    g_clear_error (&error);
    g_assert_false (unk_chart_write (atlas, muscle, NULL, UNK_SIDE_RIGHT, gif, &error));
    g_assert_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_FORMAT);
    g_assert_false (g_file_test (gif, G_FILE_TEST_EXISTS));
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Counts the pixels of a poster that differ from white, in a box given as shares of the sheet. */
static guint
count_inked (cairo_surface_t *surface, double x0, double y0, double x1, double y1)
{
  const guint8 *data;
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  guint n = 0;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = (int) (y0 * height); y < (int) (y1 * height); y++)
    for (int x = (int) (x0 * width); x < (int) (x1 * width); x++)
      n +=
        (*(const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface) +
                                             4 * x) &
         0xffffff) != 0xffffff;
  return n;
}

/* A sheet for each region that has muscles: filled, and blank at its edges on every paper. */
static void
every_region_has_its_poster (void)
{
  static const char *const paper_ids[] = { "a4", "a3", "letter" };
  guint n, n_muscles, posters = 0;
  const UnkGroup *groups = unk_atlas_get_groups (atlas, &n);
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n_muscles);

  g_assert_null (unk_paper_find ("b5"));
  for (guint i = 0; i < n; i++)
    {
      const UnkPaper *paper = unk_paper_find (paper_ids[i % 3]);
      int width = (int) (paper->width / 2), height = (int) (paper->height / 2);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_t *cr = cairo_create (surface);
      g_autoptr (GError) error = NULL;
      gboolean has_muscles = FALSE;

      for (guint m = 0; m < n_muscles; m++)
        has_muscles |= g_str_equal (muscles[m].group, groups[i].id);
      cairo_scale (cr, 0.5, 0.5);
      g_assert_true (unk_poster_paint (cr, atlas, &groups[i], paper, &error) == has_muscles);
      if (has_muscles)
        {
          g_assert_no_error (error);
          posters++;
          g_assert_cmpuint (count_inked (surface, 0.05, 0.12, 0.95, 0.5), >,
                            (guint) (width * height) / 8);
          g_assert_cmpuint (count_inked (surface, 0, 0, 1, 0.02), ==, 0);
          g_assert_cmpuint (count_inked (surface, 0, 0, 0.04, 1), ==, 0);
          g_assert_cmpuint (count_inked (surface, 0.96, 0, 1, 1), ==, 0);
          g_assert_cmpuint (count_inked (surface, 0, 0.975, 1, 1), ==, 0);
        }
      else
        g_assert_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_EMPTY);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (posters, >=, 12);
}

static void
the_same_chart_is_the_same_file (void)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, "temporalis", NULL);
  g_autofree char *folder = g_dir_make_tmp ("unknot-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n, m;

  g_assert_true (unk_chart_write (atlas, muscle, NULL, UNK_SIDE_RIGHT, path, NULL));
  g_file_get_contents (path, &first, &n, NULL);
  g_assert_true (unk_chart_write (atlas, muscle, NULL, UNK_SIDE_RIGHT, path, NULL));
  g_file_get_contents (path, &second, &m, NULL);
  g_assert_cmpmem (first, n, second, m);
  g_unlink (path);
  g_rmdir (folder);
}

typedef struct
{
  GMainLoop *loop;
  guint done, canceled;
} Waiting;

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *w = data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = unk_renderer_render_finish (UNK_RENDERER (source), result, &error);

  if (surface)
    {
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 90);
      cairo_surface_destroy (surface);
      w->done++;
    }
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      w->canceled++;
    }
  if (w->done + w->canceled == 6)
    g_main_loop_quit (w->loop);
}

static void
the_renderer_answers_every_job_once (void)
{
  UnkRenderer *renderer = unk_renderer_new (atlas);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) given_up = g_cancellable_new ();
  Waiting w = { loop, 0, 0 };
  UnkRenderJob job = {
    find_view ("front"), "light", UNK_DEPTH_1, NULL, UNK_SIDE_RIGHT, 0, 0, 0.125, 90, 209
  };

  g_cancellable_cancel (given_up);
  for (int i = 0; i < 6; i++)
    {
      job.depth = (UnkDepth) i;
      unk_renderer_render_async (renderer, &job, i == 3 ? given_up : NULL, on_rendered, &w);
    }
  /* It may go before its work is done. */
  g_object_unref (renderer);
  g_main_loop_run (loop);
  g_assert_cmpuint (w.done, ==, 5);
  g_assert_cmpuint (w.canceled, ==, 1);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = unk_atlas_open_installed (NULL);
  g_assert_nonnull (atlas);
  g_test_add_func ("/draw/the-figure-fills-the-skin", the_figure_fills_the_skin);
  g_test_add_func ("/draw/each-depth-looks-otherwise", each_depth_looks_otherwise);
  g_test_add_func ("/draw/what-is-left-out-was-covered", what_is_left_out_was_covered);
  g_test_add_func ("/draw/a-subject-is-painted-alone-on-its-side",
                   a_subject_is_painted_alone_on_its_side);
  g_test_add_func ("/draw/zones-are-painted-where-their-masks-are",
                   zones_are_painted_where_their_masks_are);
  g_test_add_func ("/draw/one-point-paints-less-than-all", one_point_paints_less_than_all);
  g_test_add_func ("/draw/marks-stay-within-the-skin", marks_stay_within_the_skin);
  g_test_add_func ("/draw/what-hands-do-is-shown-at-the-points",
                   what_hands_do_is_shown_at_the_points);
  g_test_add_func ("/draw/what-is-erased-is-not-painted", what_is_erased_is_not_painted);
  g_test_add_func ("/draw/what-is-carried-over-is-painted", what_is_carried_over_is_painted);
  g_test_add_func ("/draw/charts-are-written-whole-or-not-at-all",
                   charts_are_written_whole_or_not_at_all);
  g_test_add_func ("/draw/every-region-has-its-poster", every_region_has_its_poster);
  g_test_add_func ("/draw/the-same-chart-is-the-same-file", the_same_chart_is_the_same_file);
  g_test_add_func ("/draw/the-renderer-answers-every-job-once",
                   the_renderer_answers_every_job_once);
  status = g_test_run ();
  unk_atlas_unref (atlas);
  return status;
}
