/* unk-view-tuple.c: a view as it lies in the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-view-tuple.h"

#include <math.h>
#include <string.h>

#include "unk-atlas-format.h"
#include "unk-drawing.h"
#include "unk-fibers.h"
#include "unk-outline.h"

static void
add_integers (GVariantBuilder *b, const GArray *integers)
{
  g_variant_builder_add_value (b, g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, integers->data,
                                                             integers->len, sizeof (gint32)));
}

static void
add_mask (GVariantBuilder *b, const UnkMask *mask)
{
  g_autoptr (UnkMask) crop = unk_mask_crop (mask);

  g_variant_builder_open (b, G_VARIANT_TYPE (UNK_FORMAT_MASK));
  g_variant_builder_add (b, "i", crop->word);
  g_variant_builder_add (b, "i", crop->row);
  g_variant_builder_add (b, "i", crop->words);
  g_variant_builder_add (b, "i", crop->rows);
  g_variant_builder_add_value (b, g_variant_new_fixed_array (G_VARIANT_TYPE_UINT64, crop->bits,
                                                             (gsize) crop->words * crop->rows,
                                                             sizeof (guint64)));
  g_variant_builder_close (b);
}

static void
add_shape (GVariantBuilder *b, const UnkFigureShape *shape)
{
  UnkPath path = unk_outline_path (shape->outline);
  UnkBox box = unk_path_box (path);
  g_autoptr (GArray) starts = NULL;
  g_autoptr (GArray) spans = NULL;
  int first_row;

  spans = unk_path_spans (path, UNK_SPAN_ROW_MM, &first_row, &starts);
  g_variant_builder_open (b, G_VARIANT_TYPE (UNK_FORMAT_SHAPE));
  g_variant_builder_add (b, "s", shape->id);
  g_variant_builder_add (b, "y", (guchar) shape->layer);
  g_variant_builder_add (b, "(iiii)", box.x, box.y, box.width, box.height);
  add_integers (b, shape->outline);
  g_variant_builder_add (b, "i", first_row);
  g_variant_builder_add_value (b, g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, starts->data,
                                                             starts->len, sizeof (guint32)));
  add_integers (b, spans);
  g_variant_builder_close (b);
}

static void
add_shapes (GVariantBuilder *b, const UnkFigureView *view)
{
  g_variant_builder_open (b, G_VARIANT_TYPE ("a" UNK_FORMAT_SHAPE));
  for (guint i = view->shapes->len; i-- > 0;)
    add_shape (b, g_ptr_array_index (view->shapes, i));
  g_variant_builder_close (b);

  g_variant_builder_open (b, G_VARIANT_TYPE ("a" UNK_FORMAT_REGION));
  for (guint i = 0; i < view->regions->len; i++)
    {
      const UnkFigureShape *region = g_ptr_array_index (view->regions, i);

      g_variant_builder_open (b, G_VARIANT_TYPE (UNK_FORMAT_REGION));
      g_variant_builder_add (b, "s", region->id);
      add_integers (b, region->outline);
      add_mask (b, region->mask);
      g_variant_builder_close (b);
    }
  g_variant_builder_close (b);
}

static void
add_zone (GVariantBuilder *b, const UnkDrawnZone *zone)
{
  g_autoptr (UnkMask) mask = unk_mask_copy (zone->mask);

  unk_mask_clip (mask, zone->view->skin);
  g_variant_builder_open (b, G_VARIANT_TYPE (UNK_FORMAT_ZONE));
  g_variant_builder_add (b, "s", zone->point);
  g_variant_builder_add (b, "b", zone->essential);
  add_integers (b, zone->outline);
  add_mask (b, mask);
  g_variant_builder_close (b);
}

static int
find_fibers (const UnkFigureView *view, const UnkDrawnCross *cross)
{
  g_autofree char *muscle = g_strndup (cross->point, strcspn (cross->point, "."));
  const UnkFigureShape *shape = unk_figure_view_shape (view, muscle);

  return shape ? unk_fibers_direction (unk_outline_path (shape->fibers), cross->x, cross->y)
               : UNK_FORMAT_NO_FIBERS;
}

static void
add_crosses (GVariantBuilder *b, const UnkFigureView *view, const GPtrArray *drawings)
{
  g_variant_builder_open (b, G_VARIANT_TYPE ("a" UNK_FORMAT_CROSS));
  for (guint i = 0; i < drawings->len; i++)
    {
      const UnkDrawing *drawing = g_ptr_array_index (drawings, i);

      for (guint c = 0; c < drawing->crosses->len; c++)
        {
          const UnkDrawnCross *cross = g_ptr_array_index (drawing->crosses, c);

          if (cross->view == view)
            g_variant_builder_add (b, UNK_FORMAT_CROSS, cross->point,
                                   (gint32) lround (cross->x * UNK_FORMAT_UNITS_PER_MM),
                                   (gint32) lround (cross->y * UNK_FORMAT_UNITS_PER_MM),
                                   (gint32) find_fibers (view, cross));
        }
    }
  g_variant_builder_close (b);
}

static void
add_drawings (GVariantBuilder *b, const UnkFigureView *view, const GPtrArray *drawings)
{
  g_variant_builder_open (b, G_VARIANT_TYPE ("a" UNK_FORMAT_ZONE));
  for (guint i = 0; i < drawings->len; i++)
    {
      const UnkDrawing *drawing = g_ptr_array_index (drawings, i);

      for (guint z = 0; z < drawing->zones->len; z++)
        {
          const UnkDrawnZone *zone = g_ptr_array_index (drawing->zones, z);

          if (zone->view == view)
            add_zone (b, zone);
        }
    }
  g_variant_builder_close (b);

  add_crosses (b, view, drawings);
}

/**
 * unk_view_tuple_new:
 * @view: a view
 * @drawings: (element-type UnkDrawing): the muscles' drawings
 * @svg: the view's composite
 * @previews: (nullable): an array of UNK_FORMAT_PREVIEW
 *
 * Returns: (transfer floating): a tuple of UNK_FORMAT_VIEW
 */
GVariant *
unk_view_tuple_new (const UnkFigureView *view, const GPtrArray *drawings, const char *svg,
                    GVariant *previews)
{
  GVariantBuilder b;

  g_variant_builder_init (&b, G_VARIANT_TYPE (UNK_FORMAT_VIEW));
  g_variant_builder_add (&b, "s", view->kind->id);
  g_variant_builder_add (&b, "s", view->kind->name);
  g_variant_builder_add (&b, "i", (gint32) lround (view->width * UNK_FORMAT_UNITS_PER_MM));
  g_variant_builder_add (&b, "i", (gint32) lround (view->height * UNK_FORMAT_UNITS_PER_MM));
  g_variant_builder_add (&b, "b", view->kind->mirrored);
  g_variant_builder_add (&b, "b", view->kind->right_at_small_x);
  add_shapes (&b, view);
  add_drawings (&b, view, drawings);
  g_variant_builder_add (&b, "s", svg);
  add_integers (&b, view->skin_outline);
  add_mask (&b, view->skin);
  g_variant_builder_add_value (
    &b, previews ? previews : g_variant_new_array (G_VARIANT_TYPE (UNK_FORMAT_PREVIEW), NULL, 0));
  return g_variant_builder_end (&b);
}
