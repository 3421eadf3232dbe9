/* unk-sheet.c: paper: text on it, and the file that it becomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "unk-chart.h"
#include "unk-overlay.h"

#define PNG_SCALE 2.0

G_DEFINE_QUARK (unk - chart - error - quark, unk_chart_error)

static const UnkPaper papers[] = {
  { "a4", 595, 842 },
  { "a3", 842, 1191 },
  { "letter", 612, 792 },
};

/**
 * unk_paper_find:
 * @id: a4, a3 or letter
 *
 * Returns: (nullable): the paper
 */
const UnkPaper *
unk_paper_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].id, id))
      return &papers[i];
  return NULL;
}

/**
 * unk_sheet_paint_text:
 * @cr: a cairo context
 * @x: left
 * @y: top
 * @width: of the paragraph
 * @font: a font, as Pango reads it
 * @color: 0xrrggbbaa
 * @text: the text
 * @measure: only measure it
 *
 * Paints a paragraph.
 *
 * Returns: its height
 */
double
unk_sheet_paint_text (cairo_t *cr, double x, double y, double width, const char *font,
                      guint32 color, const char *text, gboolean measure)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  if (!measure)
    {
      unk_overlay_set_color (cr, color);
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
    }
  return (double) height / PANGO_SCALE;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (const UnkPaper *paper, const char *path, GByteArray *bytes)
{
  cairo_surface_t *surface;

  if (g_str_has_suffix (path, ".pdf"))
    {
      surface =
        cairo_pdf_surface_create_for_stream (append_bytes, bytes, paper->width, paper->height);
      /* The same chart is the same file. */
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                      "2000-01-01T00:00:00Z");
      return surface;
    }
  if (g_str_has_suffix (path, ".svg"))
    return cairo_svg_surface_create_for_stream (append_bytes, bytes, paper->width, paper->height);
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (paper->width * PNG_SCALE),
                                     (int) (paper->height * PNG_SCALE));
}

/**
 * unk_sheet_write:
 * @paper: the paper
 * @path: a file name that ends in .png, .pdf or .svg
 * @paint: paints the sheet
 * @data: for @paint
 * @error: return location for a #GError
 *
 * Writes a sheet. The file is there whole or not at all; one that stood there is only replaced by a
 * whole one.
 *
 * Returns: %FALSE with an #UnkChartError, or with what @paint says
 */
gboolean
unk_sheet_write (const UnkPaper *paper, const char *path, UnkSheetPaint paint, gpointer data,
                 GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) local = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  if (!g_str_has_suffix (path, ".png") && !g_str_has_suffix (path, ".pdf") &&
      !g_str_has_suffix (path, ".svg"))
    {
      g_set_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_FORMAT,
                   _ ("“%s” does not say which kind of picture to write; let the name end in .png, "
                      ".pdf or .svg"),
                   path);
      return FALSE;
    }
  surface = make_surface (paper, path, bytes);
  cr = cairo_create (surface);
  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE)
    cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  done = paint (cr, data, error);
  cairo_show_page (cr);
  cairo_destroy (cr);
  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE)
    cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (!done)
    return FALSE;
  if (!g_file_set_contents (path, (const char *) bytes->data, bytes->len, &local))
    {
      g_set_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_WRITE,
                   _ ("The chart can’t be written: %s; choose a folder that you may write to"),
                   local->message);
      return FALSE;
    }
  return TRUE;
}
