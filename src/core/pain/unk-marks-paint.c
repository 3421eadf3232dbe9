/* unk-marks-paint.c: strokes of the brush and of the eraser
 *
 * A stroke that is being drawn is counted in anew at each motion, always from the state before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "unk-marks-private.h"

/* The painted place that a stroke goes on with: the one of its view and side that it meets most. */
static int
find_met (UnkMarks *self, const UnkMarksState *state, const UnkMark *mark, const UnkMask *mask)
{
  guint view = unk_marks_view_index (self, mark->view), most = 0;
  int met = -1;

  for (guint i = 0; i < state->places->len; i++)
    {
      const UnkPain *pain = unk_marks_state_get (state, i);
      guint cells;

      if (unk_pain_get_area (pain) || pain->side != mark->side)
        continue;
      cells = (pain->painted[view] ? unk_mask_count_common (pain->painted[view], mask) : 0) +
              (pain->carried[view] ? unk_mask_count_common (pain->carried[view], mask) : 0);
      if (cells > most)
        {
          most = cells;
          met = (int) i;
        }
    }
  return met;
}

/* Where the stroke begins decides which place it belongs to, however far it goes. */
static int
find_joined (UnkMarks *self, const UnkMarksState *before, const UnkMark *mark)
{
  UnkDot dot = g_array_index (mark->dots, UnkDot, 0);
  g_autoptr (UnkMark) first = unk_mark_new_stroke (mark->view, dot.x, dot.y, mark->radius, FALSE);
  g_autoptr (UnkMask) mask = unk_mark_make_mask (first, mark->view);

  return find_met (self, before, mark, mask);
}

static UnkMarksState *
paint (UnkMarks *self, const UnkMarksState *before, UnkMark *mark)
{
  UnkMarksState *state = unk_marks_state_copy (before);
  int joined = find_joined (self, before, mark);

  if (joined >= 0)
    unk_marks_state_replace (
      state, (guint) joined,
      unk_pain_new_with_mark (self->atlas, unk_marks_state_get (before, (guint) joined), mark));
  else
    {
      g_ptr_array_add (state->places, unk_pain_new (self->atlas, mark));
      state->last = (int) state->places->len - 1;
    }
  return state;
}

/* Returns: (nullable): %NULL where there was nothing to erase */
static UnkMarksState *
erase (UnkMarks *self, const UnkMarksState *before, UnkMark *mark)
{
  g_autoptr (UnkMask) mask = unk_mark_make_mask (mark, mark->view);
  guint view = unk_marks_view_index (self, mark->view);
  UnkMarksState *state = NULL;

  for (guint i = before->places->len; i-- > 0;)
    if (unk_pain_is_touched (unk_marks_state_get (before, i), view, mask))
      {
        state = state ? state : unk_marks_state_copy (before);
        unk_marks_state_replace (
          state, i, unk_pain_new_with_mark (self->atlas, unk_marks_state_get (before, i), mark));
        if (unk_pain_is_empty (unk_marks_state_get (state, i)))
          unk_marks_state_remove (state, i);
      }
  return state;
}

/* Counts the stroke that is being drawn in, from the state before it. */
static void
draw_live (UnkMarks *self)
{
  const UnkMarksState *before =
    g_ptr_array_index (self->history, self->at - (self->live_made ? 1 : 0));
  UnkMarksState *state =
    self->live->erases ? erase (self, before, self->live) : paint (self, before, self->live);

  if (!state)
    return;
  if (self->live_made)
    unk_marks_replace_now (self, state);
  else
    unk_marks_push (self, state);
  self->live_made = TRUE;
  unk_marks_emit (self);
}

static void
begin (UnkMarks *self, const UnkView *view, double x, double y, double radius, gboolean erases)
{
  unk_marks_end_step (self);
  self->live = unk_mark_new_stroke (view, x, y, radius, erases);
  self->live_made = FALSE;
  draw_live (self);
}

/* Whether a disc of the brush touches the body at all. */
static gboolean
touches_body (const UnkView *view, double x, double y, double radius)
{
  g_autoptr (UnkMask) mask = NULL;

  if (!(x >= -radius && y >= -radius && x <= view->width + radius && y <= view->height + radius))
    return FALSE;
  mask = unk_mask_new (view->width, view->height);
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
 * Marks a spot, and begins a stroke with it. It joins the place that the spot touches, or else
 * begins a place.
 *
 * Returns: %FALSE where the spot doesn't touch the body; then nothing is marked
 */
gboolean
unk_marks_begin_stroke (UnkMarks *self, const UnkView *view, double x, double y, double radius)
{
  radius = CLAMP (radius, UNK_MARK_RADIUS_MIN, UNK_MARK_RADIUS_MAX);
  if (!touches_body (view, x, y, radius))
    return FALSE;
  begin (self, view, x, y, radius, FALSE);
  return TRUE;
}

/**
 * unk_marks_begin_erasing:
 * @self: the marks
 * @view: the view it is drawn in
 * @x: in millimeters
 * @y: in millimeters
 * @radius: of the eraser in millimeters, kept between %UNK_MARK_RADIUS_MIN and
 * %UNK_MARK_RADIUS_MAX
 *
 * Begins to erase; go on with unk_marks_extend_stroke(). An eraser that meets nothing makes no step
 * of the history.
 *
 * Returns: %FALSE where nothing is marked at all, so that there is nothing to go on with
 */
gboolean
unk_marks_begin_erasing (UnkMarks *self, const UnkView *view, double x, double y, double radius)
{
  if (!unk_marks_now (self)->places->len || !isfinite (x) || !isfinite (y))
    return FALSE;
  begin (self, view, x, y, CLAMP (radius, UNK_MARK_RADIUS_MIN, UNK_MARK_RADIUS_MAX), TRUE);
  return TRUE;
}

/**
 * unk_marks_extend_stroke:
 * @self: the marks
 * @x: in millimeters
 * @y: in millimeters
 *
 * Draws the stroke on, or the eraser; steps smaller than a fifth of the brush are left out, and so
 * is all where no stroke was begun or something else was done since.
 */
void
unk_marks_extend_stroke (UnkMarks *self, double x, double y)
{
  UnkDot *last, dot = { (float) x, (float) y };

  if (!self->live || !isfinite (x) || !isfinite (y))
    return;
  last = &g_array_index (self->live->dots, UnkDot, self->live->dots->len - 1);
  if (hypot (x - last->x, y - last->y) < self->live->radius / 5)
    return;
  g_array_append_val (self->live->dots, dot);
  draw_live (self);
}
