/* plate.c: the command line of unknot-plate, which paints a view as a picture
 *
 * For whoever draws: what the program would show of a compiled atlas, at any size and of any piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "unk-figure.h"
#include "unk-overlay.h"

#define USAGE                                                                                      \
  "unknot-plate: %s; use --atlas FILE --view VIEW --output FILE.png [--depth skin|1|2|3|4|bones] " \
  "[--scheme light|dark|contrast|print] [--height PIXELS] [--box X,Y,WIDTH,HEIGHT]\n"
#define EXIT_USAGE 2

typedef struct
{
  char *atlas, *view, *depth, *scheme, *box, *output;
  int height;
} Options;

/* The piece of the view that is painted, in millimeters. */
typedef struct
{
  double x, y, width, height;
} Box;

static void
clear_options (Options *options)
{
  g_free (options->atlas);
  g_free (options->view);
  g_free (options->depth);
  g_free (options->scheme);
  g_free (options->box);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
read_options (Options *o, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "atlas", 0, 0, G_OPTION_ARG_FILENAME, &o->atlas, "The compiled atlas", "FILE" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &o->view, "Which view", "VIEW" },
    { "depth", 0, 0, G_OPTION_ARG_STRING, &o->depth, "How far it is peeled", "DEPTH" },
    { "scheme", 0, 0, G_OPTION_ARG_STRING, &o->scheme, "Which stylesheet", "SCHEME" },
    { "height", 0, 0, G_OPTION_ARG_INT, &o->height, "The picture's height", "PIXELS" },
    { "box", 0, 0, G_OPTION_ARG_STRING, &o->box, "A piece, in millimeters", "X,Y,WIDTH,HEIGHT" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &o->output, "The picture", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- paint a view of Unknot's figure");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (!o->atlas || !o->view || !o->output)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "something is missing");
  else if (o->height < 1 || o->height > 20000)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "--height is 1 to 20000");
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_box (const char *text, const UnkView *view, Box *box, GError **error)
{
  char rest;

  *box = (Box){ 0, 0, view->width, view->height };
  if (!text)
    return TRUE;
  if (sscanf (text, "%lf,%lf,%lf,%lf%c", &box->x, &box->y, &box->width, &box->height, &rest) == 4 &&
      box->width > 0 && box->height > 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "\"%s\" is no box", text);
  return FALSE;
}

static void
fill_ground (cairo_t *cr, UnkAtlas *atlas, const char *scheme)
{
  unk_overlay_set_color (cr, unk_atlas_get_color (atlas, scheme, "ground"));
  cairo_paint (cr);
}

static gboolean
paint (UnkAtlas *atlas, const UnkView *view, UnkDepth depth, const Box *box, const Options *o,
       GError **error)
{
  double scale = o->height / box->height;
  g_autoptr (UnkFigure) figure =
    unk_figure_new (atlas, view, o->scheme, depth, UNK_FIGURE_BODY, error);
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (box->width * scale), (int) o->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  gboolean done;

  fill_ground (cr, atlas, o->scheme);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box->x, -box->y);
  done = figure && unk_figure_render (figure, cr, error);
  if (done)
    status = cairo_surface_write_to_png (surface, o->output);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: %s", o->output,
                 cairo_status_to_string (status));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return done && status == CAIRO_STATUS_SUCCESS;
}

int
main (int argc, char **argv)
{
  g_auto (Options) o = { .depth = g_strdup ("1"), .scheme = g_strdup ("light"), .height = 1600 };
  g_autoptr (UnkAtlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  const UnkView *view = NULL;
  UnkDepth depth = UNK_DEPTH_1;
  Box box;

  setlocale (LC_ALL, "");
  if (read_options (&o, argc, argv, &error) && (atlas = unk_atlas_open (o.atlas, &error)) &&
      (view = unk_atlas_find_view (atlas, o.view, &error)) && read_box (o.box, view, &box, &error))
    {
      if (!unk_depth_parse (o.depth, &depth))
        g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "\"%s\" is no depth", o.depth);
      else
        paint (atlas, view, depth, &box, &o, &error);
    }
  if (!error)
    return 0;
  g_printerr (USAGE, error->message);
  return EXIT_USAGE;
}
