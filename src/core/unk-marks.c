/* unk-marks.c: where it hurts, as marked on the body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "unk-pick.h"

G_DEFINE_QUARK (unk - marks - error - quark, unk_marks_error)

struct _UnkMarks
{
  GObject parent_instance;

  UnkAtlas *atlas;
  GPtrArray *marks;   /* UnkMark, as they were made */
  GPtrArray *undone;  /* UnkMark, the last undone at the end */
  GPtrArray *cleared; /* UnkMark: what the last clear took away, until something new is marked */
};

G_DEFINE_FINAL_TYPE (UnkMarks, unk_marks, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
mark_free (gpointer data)
{
  UnkMark *mark = data;

  g_clear_pointer (&mark->dots, g_array_unref);
  g_free (mark);
}

static void
emit_changed (UnkMarks *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add (UnkMarks *self, UnkMark mark)
{
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_set_size (self->cleared, 0);
  g_ptr_array_add (self->marks, g_memdup2 (&mark, sizeof mark));
  emit_changed (self);
}

static void
unk_marks_finalize (GObject *object)
{
  UnkMarks *self = UNK_MARKS (object);

  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->undone);
  g_ptr_array_unref (self->cleared);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_marks_parent_class)->finalize (object);
}

static void
unk_marks_class_init (UnkMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_marks_finalize;

  /**
   * UnkMarks::changed:
   * Something was marked, undone, redone or cleared.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_marks_init (UnkMarks *self)
{
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->undone = g_ptr_array_new_with_free_func (mark_free);
  self->cleared = g_ptr_array_new_with_free_func (mark_free);
}

/**
 * unk_marks_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): nothing marked
 */
UnkMarks *
unk_marks_new (UnkAtlas *atlas)
{
  UnkMarks *self = g_object_new (UNK_TYPE_MARKS, NULL);

  self->atlas = unk_atlas_ref (atlas);
  return self;
}

/* Whether a disc of the brush touches the body at all. */
static gboolean
touches_body (const UnkView *view, double x, double y, double radius)
{
  g_autoptr (UnkMask) mask = unk_mask_new (view->width, view->height);

  unk_mask_add_disc (mask, x, y, radius);
  return unk_mask_count_common (mask, &view->skin_mask) > 0;
}

/**
 * unk_marks_begin_stroke:
 * @self: the marks
 * @view: the view it is drawn in
 * @x: in millimeters
 * @y: in millimeters
 * @radius: of the brush in millimeters, kept between %UNK_MARK_RADIUS_MIN and %UNK_MARK_RADIUS_MAX
 *
 * Marks a spot, and begins a stroke with it.
 *
 * Returns: %FALSE where the spot doesn't touch the body; then nothing is marked
 */
gboolean
unk_marks_begin_stroke (UnkMarks *self, const UnkView *view, double x, double y, double radius)
{
  UnkMark mark = { .view = view,
                   .radius = CLAMP (radius, UNK_MARK_RADIUS_MIN, UNK_MARK_RADIUS_MAX) };
  UnkDot dot = { (float) x, (float) y };

  if (!touches_body (view, x, y, mark.radius))
    return FALSE;
  mark.side = unk_pick_side (view, x);
  mark.dots = g_array_new (FALSE, FALSE, sizeof (UnkDot));
  g_array_append_val (mark.dots, dot);
  add (self, mark);
  return TRUE;
}

/**
 * unk_marks_extend_stroke:
 * @self: the marks
 * @x: in millimeters
 * @y: in millimeters
 *
 * Draws the stroke on; steps smaller than a fifth of the brush are left out.
 */
void
unk_marks_extend_stroke (UnkMarks *self, double x, double y)
{
  UnkMark *mark;
  UnkDot *last, dot = { (float) x, (float) y };

  g_return_if_fail (self->marks->len > 0);
  mark = g_ptr_array_index (self->marks, self->marks->len - 1);
  g_return_if_fail (mark->dots != NULL);
  last = &g_array_index (mark->dots, UnkDot, mark->dots->len - 1);
  if (hypot (x - last->x, y - last->y) < mark->radius / 5)
    return;
  g_array_append_val (mark->dots, dot);
  emit_changed (self);
}

/**
 * unk_marks_add_area:
 * @self: the marks
 * @area: an area
 * @side: its side; of no meaning where the area is not paired
 *
 * Marks an area by its name; nothing happens where it is marked already.
 */
void
unk_marks_add_area (UnkMarks *self, const UnkArea *area, UnkSide side)
{
  UnkMark mark = { .area = area, .side = area->paired ? side : UNK_SIDE_RIGHT };

  if (!unk_marks_is_marked (self, area, side))
    add (self, mark);
}

static gboolean
add_place (UnkMarks *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  g_auto (GStrv) xy = g_strsplit (parts[1], ",", 2);
  const UnkView *view = unk_atlas_find_view (self->atlas, parts[0], error);
  double x, y, radius = UNK_MARK_RADIUS;
  char *end[3] = { NULL, NULL, NULL };

  if (!view)
    return FALSE;
  x = xy[0] ? g_ascii_strtod (xy[0], &end[0]) : 0;
  y = xy[0] && xy[1] ? g_ascii_strtod (xy[1], &end[1]) : 0;
  if (parts[2])
    radius = g_ascii_strtod (parts[2], &end[2]);
  if (!xy[0] || !xy[1] || !*xy[0] || !*xy[1] || *end[0] || *end[1] ||
      (end[2] && (*end[2] || !*parts[2])) || !isfinite (x) || !isfinite (y) || !isfinite (radius))
    {
      g_set_error (error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_SYNTAX,
                   _ ("“%s” is not a place; write VIEW:X,Y or VIEW:X,Y:RADIUS in millimeters, such "
                      "as front:250,330:12"),
                   text);
      return FALSE;
    }
  if (radius < UNK_MARK_RADIUS_MIN || radius > UNK_MARK_RADIUS_MAX)
    {
      g_set_error (error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_SYNTAX,
                   _ ("The radius in “%s” must be from %g to %g millimeters"), text,
                   UNK_MARK_RADIUS_MIN, UNK_MARK_RADIUS_MAX);
      return FALSE;
    }
  if (!unk_marks_begin_stroke (self, view, x, y, radius))
    {
      g_set_error (
        error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_OUTSIDE,
        _ ("The place “%s” is outside the body; the view “%s” is %g by %g millimeters large"), text,
        view->id, view->width, view->height);
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_named (UnkMarks *self, const char *id, const char *side, GError **error)
{
  const UnkArea *area = unk_atlas_find_area (self->atlas, id, error);

  if (!area)
    return FALSE;
  if (!side || g_str_equal (side, "right") || g_str_equal (side, "both"))
    unk_marks_add_area (self, area, UNK_SIDE_RIGHT);
  if (side && !g_str_equal (side, "right"))
    unk_marks_add_area (self, area, UNK_SIDE_LEFT);
  return TRUE;
}

/**
 * unk_marks_add_text:
 * @self: the marks
 * @text: areas "AREA[,AREA…]", or a place "VIEW:X,Y[:RADIUS]"
 * @side: (nullable): "right", "left" or "both", for areas; the right where %NULL. A place has the
 * side on which it lies
 * @error: return location for a #GError
 *
 * Marks what a command line or an action says.
 *
 * Returns: %FALSE, with nothing marked and an error that names what is wrong and what would be
 * right
 */
gboolean
unk_marks_add_text (UnkMarks *self, const char *text, const char *side, GError **error)
{
  g_auto (GStrv) areas = NULL;

  if (side && !g_str_equal (side, "right") && !g_str_equal (side, "left") &&
      !g_str_equal (side, "both"))
    {
      g_set_error (error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_SYNTAX,
                   _ ("“%s” is not a side; it is right, left or both"), side);
      return FALSE;
    }
  if (strchr (text, ':'))
    return add_place (self, text, error);
  areas = g_strsplit (text, ",", -1);
  for (guint i = 0; areas[i]; i++)
    if (!unk_atlas_find_area (self->atlas, g_strstrip (areas[i]), error))
      return FALSE;
  if (!areas[0])
    {
      g_set_error_literal (error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_SYNTAX,
                           _ ("Nothing is marked; name an area or a place, such as "
                              "front-of-shoulder or front:250,330"));
      return FALSE;
    }
  for (guint i = 0; areas[i]; i++)
    if (!add_named (self, areas[i], side, error))
      return FALSE;
  return TRUE;
}

/**
 * unk_marks_clear:
 * @self: the marks
 *
 * Takes all marks away; undo brings them back.
 */
void
unk_marks_clear (UnkMarks *self)
{
  if (!self->marks->len)
    return;
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_set_size (self->cleared, 0);
  g_ptr_array_extend_and_steal (self->cleared, g_steal_pointer (&self->marks));
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  emit_changed (self);
}

/**
 * unk_marks_can_undo:
 * @self: the marks
 *
 * Returns: whether there is something to undo
 */
gboolean
unk_marks_can_undo (UnkMarks *self)
{
  return self->marks->len || self->cleared->len;
}

/**
 * unk_marks_can_redo:
 * @self: the marks
 *
 * Returns: whether there is something to redo
 */
gboolean
unk_marks_can_redo (UnkMarks *self)
{
  return self->undone->len > 0;
}

/**
 * unk_marks_undo:
 * @self: the marks
 *
 * Brings back what was cleared, or takes the last mark away.
 */
void
unk_marks_undo (UnkMarks *self)
{
  if (self->cleared->len)
    {
      g_ptr_array_unref (self->marks);
      self->marks = g_steal_pointer (&self->cleared);
      self->cleared = g_ptr_array_new_with_free_func (mark_free);
    }
  else if (self->marks->len)
    g_ptr_array_add (self->undone, g_ptr_array_steal_index (self->marks, self->marks->len - 1));
  else
    return;
  emit_changed (self);
}

/**
 * unk_marks_redo:
 * @self: the marks
 *
 * Makes the last undone mark again.
 */
void
unk_marks_redo (UnkMarks *self)
{
  if (!self->undone->len)
    return;
  g_ptr_array_add (self->marks, g_ptr_array_steal_index (self->undone, self->undone->len - 1));
  emit_changed (self);
}

/**
 * unk_marks_get_n:
 * @self: the marks
 *
 * Returns: how many there are
 */
guint
unk_marks_get_n (UnkMarks *self)
{
  return self->marks->len;
}

/**
 * unk_marks_get:
 * @self: the marks
 * @i: which one, the oldest first
 *
 * Returns: the mark, until the next change
 */
const UnkMark *
unk_marks_get (UnkMarks *self, guint i)
{
  return g_ptr_array_index (self->marks, i);
}

/**
 * unk_marks_is_marked:
 * @self: the marks
 * @area: an area
 * @side: a side; of no meaning where the area is not paired
 *
 * Returns: whether the area was marked by name
 */
gboolean
unk_marks_is_marked (UnkMarks *self, const UnkArea *area, UnkSide side)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const UnkMark *mark = unk_marks_get (self, i);

      if (mark->area == area && (!area->paired || mark->side == side))
        return TRUE;
    }
  return FALSE;
}

static void
add_stroke (UnkMask *mask, const UnkMark *mark)
{
  UnkDot last = g_array_index (mark->dots, UnkDot, 0);

  unk_mask_add_disc (mask, last.x, last.y, mark->radius);
  for (guint i = 1; i < mark->dots->len; i++)
    {
      UnkDot dot = g_array_index (mark->dots, UnkDot, i);
      int steps = MAX (1, (int) ceil (hypot (dot.x - last.x, dot.y - last.y) / (mark->radius / 2)));

      for (int s = 1; s <= steps; s++)
        unk_mask_add_disc (mask, last.x + (dot.x - last.x) * s / steps,
                           last.y + (dot.y - last.y) * s / steps, mark->radius);
      last = dot;
    }
}

static gboolean
is_on (const UnkMark *mark, const UnkView *view, UnkSide side)
{
  if (!unk_view_shows_side (view, side))
    return FALSE;
  /* What lies in the middle is seen from both sides, but counts once. */
  return mark->area->paired ? mark->side == side : view->mirrored || side == UNK_SIDE_RIGHT;
}

static void
add_region (UnkMask *mask, const UnkView *view, const UnkMark *mark)
{
  for (guint i = 0; i < view->n_regions; i++)
    if (view->regions[i].area == mark->area)
      {
        g_autoptr (UnkMask) mirror = unk_mask_mirror (&view->regions[i].mask, view->width);

        for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
          if (is_on (mark, view, side))
            unk_mask_add (mask, unk_view_is_turned (view, side) ? mirror : &view->regions[i].mask);
      }
}

/**
 * unk_marks_make_mask:
 * @self: the marks
 * @view: a view
 *
 * Returns: (transfer full): all that is marked in @view, within the skin, cropped
 */
UnkMask *
unk_marks_make_mask (UnkMarks *self, const UnkView *view)
{
  g_autoptr (UnkMask) mask = unk_mask_new (view->width, view->height);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const UnkMark *mark = unk_marks_get (self, i);

      if (mark->area)
        add_region (mask, view, mark);
      else if (mark->view == view)
        add_stroke (mask, mark);
    }
  unk_mask_clip (mask, &view->skin_mask);
  return unk_mask_crop (mask);
}
