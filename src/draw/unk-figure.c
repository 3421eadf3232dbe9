/* unk-figure.c: one view of the drawn body, ready to be painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-figure.h"

#include <librsvg/rsvg.h>
#include <string.h>

struct _UnkFigure
{
  GObject parent_instance;

  RsvgHandle *handle;
  double width, height; /* millimeters */
  gboolean mirrored, flipped;
};

G_DEFINE_FINAL_TYPE (UnkFigure, unk_figure, G_TYPE_OBJECT)

static void
unk_figure_finalize (GObject *object)
{
  UnkFigure *self = UNK_FIGURE (object);

  g_clear_object (&self->handle);
  G_OBJECT_CLASS (unk_figure_parent_class)->finalize (object);
}

static void
unk_figure_class_init (UnkFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_figure_finalize;
}

static void
unk_figure_init (UnkFigure *self G_GNUC_UNUSED)
{
}

/* The stylesheet does the peeling; it only has to be told how far. */
static char *
say_depth (const char *svg, UnkDepth depth, UnkFigureUse use)
{
  const char *root = strstr (svg, "<svg ");
  gsize before = root ? (gsize) (root - svg) + 5 : 0;

  return g_strdup_printf (
    "%.*sclass=\"%s%sdepth-%s\" %s", (int) before, svg, use == UNK_FIGURE_BODY ? "body " : "",
    depth == UNK_DEPTH_SKIN ? "" : "peeled ", unk_depth_id (depth), svg + before);
}

/**
 * unk_figure_new_for_svg:
 * @svg: a view as the compiler puts it together
 * @style: its stylesheet
 * @width: in millimeters
 * @height: in millimeters
 * @depth: how far it is peeled
 * @use: what it is for
 * @error: return location for a #GError
 *
 * Reads a figure; this takes some milliseconds and belongs on a worker thread. A figure is used by
 * one thread at a time.
 *
 * Returns: (transfer full): the figure, or %NULL with librsvg's error
 */
UnkFigure *
unk_figure_new_for_svg (const char *svg, const char *style, double width, double height,
                        UnkDepth depth, UnkFigureUse use, GError **error)
{
  g_autoptr (UnkFigure) self = g_object_new (UNK_TYPE_FIGURE, NULL);
  g_autofree char *text = say_depth (svg, depth, use);

  self->width = width;
  self->height = height;
  self->handle = rsvg_handle_new_from_data ((const guint8 *) text, strlen (text), error);
  if (!self->handle)
    return NULL;
  if (!rsvg_handle_set_stylesheet (self->handle, (const guint8 *) style, strlen (style), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * unk_figure_new:
 * @atlas: the atlas
 * @view: one of its views
 * @scheme: light, dark, contrast or print
 * @depth: how far it is peeled
 * @use: what it is for
 * @error: return location for a #GError
 *
 * Returns: (transfer full): as unk_figure_new_for_svg()
 */
UnkFigure *
unk_figure_new (UnkAtlas *atlas, const UnkView *view, const char *scheme, UnkDepth depth,
                UnkFigureUse use, GError **error)
{
  UnkFigure *self = unk_figure_new_for_svg (view->svg, unk_atlas_get_style (atlas, scheme),
                                            view->width, view->height, depth, use, error);

  if (self)
    {
      self->mirrored = view->mirrored;
      self->flipped = view->flipped;
    }
  return self;
}

static void
enter (UnkFigure *self, cairo_t *cr)
{
  cairo_save (cr);
  if (!self->flipped)
    return;
  cairo_translate (cr, self->width, 0);
  cairo_scale (cr, -1, 1);
}

/**
 * unk_figure_render:
 * @self: a figure
 * @cr: where one unit is a millimeter of the body
 * @error: return location for a #GError
 *
 * Paints the body.
 *
 * Returns: %FALSE with librsvg's or cairo's error
 */
gboolean
unk_figure_render (UnkFigure *self, cairo_t *cr, GError **error)
{
  RsvgRectangle box = { 0, 0, self->width, self->height };

  gboolean done;

  enter (self, cr);
  done = rsvg_handle_render_document (self->handle, cr, &box, error);
  cairo_restore (cr);
  return done;
}

/**
 * unk_figure_render_subject:
 * @self: a figure, peeled no deeper than the subject lies
 * @cr: where one unit is a millimeter of the body
 * @id: what is drawn under this id
 * @side: its side
 * @error: return location for a #GError
 *
 * Paints one muscle alone, in its place.
 *
 * Returns: %FALSE where the view doesn't draw it
 */
gboolean
unk_figure_render_subject (UnkFigure *self, cairo_t *cr, const char *id, UnkSide side,
                           GError **error)
{
  RsvgRectangle box = { 0, 0, self->width, self->height };
  gboolean left = self->mirrored && side == UNK_SIDE_LEFT, done;
  g_autofree char *element = g_strconcat ("#", id, left ? "-left" : "", NULL);

  enter (self, cr);
  done = rsvg_handle_render_layer (self->handle, cr, element, &box, error);
  cairo_restore (cr);
  return done;
}
