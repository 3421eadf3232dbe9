/* paint.c: how long librsvg takes for a view
 *
 * Reads the view out of the atlas's text and paints it, as the program's thread does; then the same
 * with a file of plain shapes.
 *
 * usage: paint ATLAS VIEW HEIGHT PLAIN.svg
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "unk-figure.h"

static double
now_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

static cairo_t *
new_page (const UnkView *view, int height)
{
  double scale = height / view->height;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (view->width * scale), height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, scale, scale);
  return cr;
}

static gboolean
paint_view (UnkAtlas *atlas, const UnkView *view, int height, GError **error)
{
  double start = now_ms (), read;
  g_autoptr (UnkFigure) figure =
    unk_figure_new (atlas, view, "light", UNK_DEPTH_1, UNK_FIGURE_BODY, error);
  cairo_t *cr = new_page (view, height);
  gboolean done;

  read = now_ms ();
  done = figure && unk_figure_render (figure, cr, error);
  g_print ("sample read-ms %.3f\nsample drawn-ms %.3f\n", read - start, now_ms () - start);
  cairo_destroy (cr);
  return done;
}

static gboolean
paint_plain (const UnkView *view, int height, const char *path, GError **error)
{
  double start = now_ms ();
  RsvgHandle *handle = rsvg_handle_new_from_file (path, error);
  cairo_t *cr = new_page (view, height);
  RsvgRectangle box = { 0, 0, view->width, view->height };
  gboolean done = handle && rsvg_handle_render_document (handle, cr, &box, error);

  g_print ("sample plain-here-ms %.3f\n", now_ms () - start);
  g_clear_object (&handle);
  cairo_destroy (cr);
  return done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkAtlas) atlas = NULL;
  const UnkView *view;

  if (argc != 5)
    {
      g_printerr ("usage: paint ATLAS VIEW HEIGHT PLAIN.svg\n");
      return 2;
    }
  atlas = unk_atlas_open (argv[1], &error);
  view = atlas ? unk_atlas_find_view (atlas, argv[2], &error) : NULL;
  if (view && paint_view (atlas, view, atoi (argv[3]), &error) &&
      paint_plain (view, atoi (argv[3]), argv[4], &error))
    return 0;
  g_printerr ("paint: %s\n", error->message);
  return 2;
}
