/* unk-covered.c: which parts of a view can't be seen
 *
 * At each depth most of what lies deep is covered whole by what lies above it. The compiler finds
 * that out once, by painting from the uppermost part down, and says it in the classes of the part:
 * so the program needn't paint what nobody sees.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-covered.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#include "unk-element.h"
#include "unk-outline.h"
#include "unk-overlay.h"
#include "unk-svg.h"

#define DEPTHS 4
/* Pixels a millimeter, and half the widths of the lines in millimeters: the thinnest of all schemes
 * for what covers, the heaviest for what is covered. Hand and foot are drawn finer. */
#define SHARP 2.0
#define SHARP_FINE 6.0
#define FINE_BELOW_MM 300
#define LEAST_LINE 0.4
#define LEAST_LINE_FINE 0.24
#define MOST_LINE 1.0
#define MOST_LINE_FINE 0.6
/* From here on a pixel counts as covered: an edge that two shapes share is never quite. */
#define ENOUGH 240
/* What reaches over the midline is cut off this far behind it, in millimeters. */
#define OVER_MIDDLE 0.15

typedef struct
{
  const UnkFigureView *view;
  double sharp, least, most;
  int width, height;      /* pixels */
  int first, end;         /* columns of the drawn half */
  cairo_surface_t *cover; /* what lies above, by now */
  cairo_surface_t *part;  /* the part that is asked about */
} Painter;

static gboolean
has_any_class (const xmlNode *path, const char *const *classes)
{
  for (; *classes; classes++)
    if (unk_element_has_class (path, *classes))
      return TRUE;
  return FALSE;
}

static GArray *
new_outline (const xmlNode *path)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *d = unk_element_dup_attribute (path, "d");

  if (!d || !unk_path_parse_svg (d, outline, NULL))
    g_array_set_size (outline, 0);
  return outline;
}

static cairo_t *
enter (const Painter *p, cairo_surface_t *surface, double line)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, p->sharp, p->sharp);
  cairo_set_line_width (cr, line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  return cr;
}

/* Flesh, tendons and bones are painted without a hole. */
static void
add_cover (const Painter *p, const xmlNode *group)
{
  static const char *const opaque[] = { "belly", "tendon", "bone-body", NULL };
  cairo_t *cr = enter (p, p->cover, p->least);

  for (UNK_EACH (path, group, "path"))
    {
      g_autoptr (GArray) outline = new_outline (path);

      if (!has_any_class (path, opaque))
        continue;
      cairo_new_path (cr);
      unk_overlay_add_path (cr, unk_outline_path (outline));
      cairo_fill_preserve (cr);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (p->cover);
}

/* The pixels of the drawn half that a path may touch. */
static cairo_rectangle_int_t
get_box (const Painter *p, cairo_t *cr)
{
  double x0, y0, x1, y1;
  cairo_rectangle_int_t box;

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  box.x = MAX (p->first, (int) floor ((x0 - p->most) * p->sharp));
  box.y = MAX (0, (int) floor ((y0 - p->most) * p->sharp));
  box.width = MAX (0, MIN (p->end, (int) ceil ((x1 + p->most) * p->sharp)) - box.x);
  box.height = MAX (0, MIN (p->height, (int) ceil ((y1 + p->most) * p->sharp)) - box.y);
  return box;
}

static void
clear (cairo_t *cr, const cairo_rectangle_int_t *box)
{
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
  cairo_restore (cr);
}

static gboolean
is_covered (const Painter *p, UnkPath path, gboolean line)
{
  cairo_t *cr = enter (p, p->part, p->most);
  cairo_rectangle_int_t box;
  int stride = cairo_image_surface_get_stride (p->cover);
  const guint8 *cover = cairo_image_surface_get_data (p->cover), *part;
  gboolean covered = TRUE;

  unk_overlay_add_path (cr, path);
  box = get_box (p, cr);
  cairo_new_path (cr);
  clear (cr, &box);
  unk_overlay_add_path (cr, path);
  if (!line)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (p->part);
  part = cairo_image_surface_get_data (p->part);
  for (int y = box.y; y < box.y + box.height && covered; y++)
    for (int x = box.x; x < box.x + box.width && covered; x++)
      covered = part[y * stride + x] == 0 || cover[y * stride + x] >= ENOUGH;
  return covered;
}

static int
get_layer (const xmlNode *group)
{
  static const char *const layers[] = { "layer-1", "layer-2", "layer-3", "layer-4" };

  for (int i = 0; i < DEPTHS; i++)
    if (unk_element_has_class (group, layers[i]))
      return i + 1;
  return DEPTHS;
}

static gboolean
is_line (const xmlNode *path)
{
  static const char *const lines[] = { "fibers", "bone-line", NULL };

  return has_any_class (path, lines);
}

/* Of a path, a piece after the other; only fine lines are taken apart. */
static void
note (const Painter *p, const xmlNode *path, int depth, GHashTable *covered)
{
  g_autoptr (GArray) outline = new_outline (path);
  UnkPath rest = unk_outline_path (outline);
  GArray *depths = g_hash_table_lookup (covered, path);

  if (!depths)
    {
      depths = g_array_new (FALSE, TRUE, sizeof (guint));
      g_hash_table_insert (covered, (gpointer) path, depths);
    }
  for (guint i = 0; rest.length; i++)
    {
      UnkPath piece = is_line (path) ? unk_outline_take_subpath (&rest) : rest;

      if (!is_line (path))
        rest.length = 0;
      if (depths->len <= i)
        g_array_set_size (depths, i + 1);
      if (is_covered (p, piece, is_line (path)))
        g_array_index (depths, guint, i) |= 1u << depth;
    }
}

/* From the uppermost down: xmlNode lists its children from the lowest up. */
static void
peel_layer (const Painter *p, const char *layer, int depth, gboolean muscles, GHashTable *covered)
{
  const xmlNode *parent = unk_svg_find_layer (p->view->document, layer);

  for (const xmlNode *group = parent ? parent->last : NULL; group; group = group->prev)
    {
      if (!unk_element_is (group, "g") || (muscles && get_layer (group) < depth))
        continue;
      for (UNK_EACH (path, group, "path"))
        note (p, path, depth, covered);
      add_cover (p, group);
    }
}

/* The drawn half, up to where the muscles are cut off at the midline. */
static void
find_columns (Painter *p)
{
  double middle = p->view->width / 2;

  p->first = 0;
  p->end = p->width;
  if (!p->view->kind->mirrored)
    return;
  if (p->view->kind->right_at_small_x)
    p->end = (int) ceil ((middle + OVER_MIDDLE) * p->sharp);
  else
    p->first = (int) floor ((middle - OVER_MIDDLE) * p->sharp);
}

/**
 * unk_covered_find:
 * @view: a view
 *
 * Returns: (transfer full) (element-type xmlNode GArray): for each path of a bone or a muscle of
 * the drawn half, guints whose bits 1 to 4 say at which depths it is covered whole: one, or for
 * fine lines one a subpath
 */
GHashTable *
unk_covered_find (const UnkFigureView *view)
{
  gboolean fine = view->height < FINE_BELOW_MM;
  Painter p = { .view = view,
                .sharp = fine ? SHARP_FINE : SHARP,
                .least = fine ? LEAST_LINE_FINE : LEAST_LINE,
                .most = fine ? MOST_LINE_FINE : MOST_LINE };
  GHashTable *covered = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  p.width = (int) ceil (view->width * p.sharp);
  p.height = (int) ceil (view->height * p.sharp);
  find_columns (&p);
  p.cover = cairo_image_surface_create (CAIRO_FORMAT_A8, p.width, p.height);
  p.part = cairo_image_surface_create (CAIRO_FORMAT_A8, p.width, p.height);
  for (int depth = 1; depth <= DEPTHS; depth++)
    {
      cairo_t *cr = cairo_create (p.cover);

      clear (cr, &(cairo_rectangle_int_t){ 0, 0, p.width, p.height });
      cairo_destroy (cr);
      peel_layer (&p, "muscles", depth, TRUE, covered);
      peel_layer (&p, "bones", depth, FALSE, covered);
    }
  cairo_surface_destroy (p.cover);
  cairo_surface_destroy (p.part);
  return covered;
}

/**
 * unk_covered_dup_classes:
 * @depths: of unk_covered_find()
 *
 * Returns: (transfer full): such as " under-1 under-2", or ""
 */
char *
unk_covered_dup_classes (guint depths)
{
  GString *classes = g_string_new (NULL);

  for (int depth = 1; depth <= DEPTHS; depth++)
    if (depths & 1u << depth)
      g_string_append_printf (classes, " under-%d", depth);
  return g_string_free (classes, FALSE);
}
