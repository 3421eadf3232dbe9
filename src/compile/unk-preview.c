/* unk-preview.c: the pictures that are there in the first frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-preview.h"

#include <math.h>

#include "unk-atlas-format.h"
#include "unk-figure.h"

/* As large as the body is in a window of the first size; the program sharpens it at once. A detail
 * is never the first thing that is seen, and half of that is enough for the blink of a turn:
 * together the previews are a third of what is downloaded. */
#define BODY_PIXELS 668.0
#define DETAIL_PIXELS 380.0
#define LARGEST_DETAIL_MM 600

static GVariant *
render (const UnkFigureView *view, const char *svg, const char *scheme, const char *style)
{
  double scale = (view->height > LARGEST_DETAIL_MM ? BODY_PIXELS : DETAIL_PIXELS) / view->height;
  int width = (int) ceil (view->width * scale), height = (int) ceil (view->height * scale);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkFigure) figure = unk_figure_new_for_svg (svg, style, view->width, view->height,
                                                         UNK_DEPTH_1, UNK_FIGURE_BODY, &error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  int stride = cairo_image_surface_get_stride (surface);
  GVariant *pixels;

  cairo_scale (cr, scale, scale);
  if (!figure || !unk_figure_render (figure, cr, &error))
    g_error ("%s can't be painted: %s", view->kind->id, error->message);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height, 1);
  cairo_surface_destroy (surface);
  return g_variant_new ("(siii@ay)", scheme, width, height, stride, pixels);
}

/**
 * unk_preview_render:
 * @view: a view
 * @svg: its composite
 * @styles: of UNK_FORMAT_STYLE
 * @data: nothing
 *
 * Paints the view as it is first seen, in the light and in the dark.
 *
 * Returns: (transfer floating): an array of UNK_FORMAT_PREVIEW
 */
GVariant *
unk_preview_render (const UnkFigureView *view, const char *svg, GVariant *styles,
                    gpointer data G_GNUC_UNUSED)
{
  GVariantBuilder previews;
  GVariantIter iter;
  const char *scheme, *style;

  g_variant_builder_init (&previews, G_VARIANT_TYPE ("a" UNK_FORMAT_PREVIEW));
  g_variant_iter_init (&iter, styles);
  while (g_variant_iter_next (&iter, "(&s&s)", &scheme, &style))
    if (g_str_equal (scheme, "light") || g_str_equal (scheme, "dark"))
      g_variant_builder_add_value (&previews, render (view, svg, scheme, style));
  return g_variant_builder_end (&previews);
}
