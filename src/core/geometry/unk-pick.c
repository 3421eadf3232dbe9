/* unk-pick.c: what lies under a place on a view
 *
 * Shapes keep the rows of their inside, half a millimeter apart, so that a question costs a box
 * test for most shapes and a look at one row for the few whose box holds the place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-pick.h"

#include <math.h>

#include "unk-atlas-format.h"

static const char *const depth_ids[UNK_N_DEPTHS] = { "skin", "1", "2", "3", "4", "bones" };

/**
 * unk_depth_id:
 * @depth: a depth
 *
 * Returns: "skin", "1" to "4" or "bones"
 */
const char *
unk_depth_id (UnkDepth depth)
{
  return depth_ids[depth];
}

/**
 * unk_depth_parse:
 * @id: "skin", "1" to "4" or "bones"
 * @depth: (out): the depth
 *
 * Returns: whether @id names a depth
 */
gboolean
unk_depth_parse (const char *id, UnkDepth *depth)
{
  for (int i = 0; i < UNK_N_DEPTHS; i++)
    if (g_str_equal (depth_ids[i], id))
      {
        *depth = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * unk_pick_side:
 * @view: a view
 * @x: in millimeters
 *
 * Returns: the side of the body at @x; a view that shows one side only is of the right
 */
UnkSide
unk_pick_side (const UnkView *view, double x)
{
  if (!view->mirrored)
    return view->facing;
  return (x <= view->width / 2) == view->right_low ? UNK_SIDE_RIGHT : UNK_SIDE_LEFT;
}

/**
 * unk_pick_to_side:
 * @view: a view
 * @side: a side
 * @x: in millimeters, as drawn for the right side
 *
 * Returns: where it lies for @side; and back, the mirror being its own inverse
 */
double
unk_pick_to_side (const UnkView *view, UnkSide side, double x)
{
  return unk_view_is_turned (view, side) ? view->width - x : x;
}

static gboolean
row_holds (const UnkShape *shape, int x, double y)
{
  int row = (int) floor (y / UNK_SPAN_ROW_MM) - shape->first_row;

  if (row < 0 || (gsize) row >= shape->n_rows)
    return FALSE;
  for (guint32 i = shape->starts[row]; i < shape->starts[row + 1]; i += 2)
    if (x >= shape->spans[i] && x < shape->spans[i + 1])
      return TRUE;
  return FALSE;
}

static inline gboolean
shape_holds (const UnkShape *shape, int x, int y_units, double y)
{
  return x >= shape->box.x && x <= shape->box.x + shape->box.width &&
         y_units >= shape->box.y - UNK_FORMAT_UNITS_PER_MM &&
         y_units <= shape->box.y + shape->box.height + UNK_FORMAT_UNITS_PER_MM &&
         row_holds (shape, x, y);
}

static int
folded_units (const UnkView *view, double x)
{
  return (int) lround (unk_pick_to_side (view, unk_pick_side (view, x), x) *
                       UNK_FORMAT_UNITS_PER_MM);
}

/**
 * unk_pick_shapes:
 * @view: a view
 * @depth: how far it is peeled
 * @x: in millimeters
 * @y: in millimeters
 * @into: (array length=max): where the shapes are put, the uppermost first
 * @max: room in @into
 *
 * Finds the muscles under a place. On the skin, the muscles beneath it are named as if it were
 * peeled to the first layer.
 *
 * Returns: how many were found, at most @max
 */
guint
unk_pick_shapes (const UnkView *view, UnkDepth depth, double x, double y, const UnkShape **into,
                 guint max)
{
  int units = folded_units (view, x), y_units = (int) (y * UNK_FORMAT_UNITS_PER_MM);
  guint n = 0;

  for (guint i = 0; i < view->n_shapes && n < max; i++)
    {
      const UnkShape *shape = &view->shapes[i];

      if (shape->layer >= (int) depth && shape_holds (shape, units, y_units, y))
        into[n++] = shape;
    }
  return n;
}

/**
 * unk_pick_is_in_shape:
 * @shape: a shape of @view
 * @view: a view
 * @x: in millimeters
 * @y: in millimeters
 *
 * Returns: whether the place lies inside the shape, on either side
 */
gboolean
unk_pick_is_in_shape (const UnkShape *shape, const UnkView *view, double x, double y)
{
  return shape_holds (shape, folded_units (view, x), (int) (y * UNK_FORMAT_UNITS_PER_MM), y);
}

/**
 * unk_pick_area:
 * @view: a view
 * @x: in millimeters
 * @y: in millimeters
 *
 * Returns: (nullable): the area of the skin there
 */
const UnkArea *
unk_pick_area (const UnkView *view, double x, double y)
{
  double folded = unk_pick_to_side (view, unk_pick_side (view, x), x);

  for (guint i = 0; i < view->n_regions; i++)
    if (!view->regions[i].area->deep && unk_mask_has (&view->regions[i].mask, folded, y))
      return view->regions[i].area;
  return NULL;
}

/**
 * unk_pick_is_on_body:
 * @view: a view
 * @x: in millimeters
 * @y: in millimeters
 *
 * Returns: whether the place lies on the skin
 */
gboolean
unk_pick_is_on_body (const UnkView *view, double x, double y)
{
  return unk_mask_has (&view->skin_mask, x, y);
}

/**
 * unk_pick_find_shape:
 * @view: a view
 * @id: a muscle's id
 *
 * Returns: (nullable): the shape of that muscle
 */
const UnkShape *
unk_pick_find_shape (const UnkView *view, const char *id)
{
  for (guint i = 0; i < view->n_shapes; i++)
    if (g_str_equal (view->shapes[i].id, id))
      return &view->shapes[i];
  return NULL;
}
