/* unk-marks.c: all that hurts, as marked on the body
 *
 * The history is a list of states, and a state a list of places, which are values (unk-pain.h). A
 * stroke that is being drawn is counted in anew at each motion, always from the state before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-marks.h"

#include <math.h>

#include "unk-pick.h"

G_DEFINE_QUARK (unk - marks - error - quark, unk_marks_error)

/* What was marked at one time. */
typedef struct
{
  GPtrArray *places; /* UnkPain */
  int last;          /* the place that was changed last; -1 where there is none */
} State;

struct _UnkMarks
{
  GObject parent_instance;

  UnkAtlas *atlas;
  GPtrArray *history; /* State, the oldest first; never empty */
  guint at;           /* which of them is now */
  UnkMark *live;      /* (nullable): the stroke that is being drawn */
  gboolean live_made; /* whether it has made a state of its own already */
  int rating;         /* the place that the last step rated; -1 where it did something else */
};

G_DEFINE_FINAL_TYPE (UnkMarks, unk_marks, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
state_free (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->places);
  g_free (state);
}

static State *
state_new (void)
{
  State *state = g_new0 (State, 1);

  state->places = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_pain_unref);
  state->last = -1;
  return state;
}

static State *
state_copy (const State *state)
{
  State *copy = state_new ();

  for (guint i = 0; i < state->places->len; i++)
    g_ptr_array_add (copy->places, unk_pain_ref (g_ptr_array_index (state->places, i)));
  copy->last = state->last;
  return copy;
}

static void
state_replace (State *state, guint i, UnkPain *pain)
{
  unk_pain_unref (g_ptr_array_index (state->places, i));
  g_ptr_array_index (state->places, i) = pain;
  state->last = (int) i;
}

static void
state_remove (State *state, guint i)
{
  g_ptr_array_remove_index (state->places, i);
  state->last = (int) state->places->len - 1;
}

static State *
now (UnkMarks *self)
{
  return g_ptr_array_index (self->history, self->at);
}

static UnkPain *
place (const State *state, guint i)
{
  return g_ptr_array_index (state->places, i);
}

static void
emit_changed (UnkMarks *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
end_step (UnkMarks *self)
{
  g_clear_pointer (&self->live, unk_mark_unref);
  self->rating = -1;
}

/* Goes on to a new state; what was undone is forgotten. */
static void
push (UnkMarks *self, State *state)
{
  g_ptr_array_set_size (self->history, (int) self->at + 1);
  g_ptr_array_add (self->history, state);
  if (self->history->len > UNK_MARKS_HISTORY + 1)
    g_ptr_array_remove_index (self->history, 0);
  self->at = self->history->len - 1;
}

static void
step (UnkMarks *self, State *state)
{
  end_step (self);
  push (self, state);
  emit_changed (self);
}

static void
replace_now (UnkMarks *self, State *state)
{
  state_free (g_ptr_array_index (self->history, self->at));
  g_ptr_array_index (self->history, self->at) = state;
}

static void
unk_marks_finalize (GObject *object)
{
  UnkMarks *self = UNK_MARKS (object);

  g_clear_pointer (&self->live, unk_mark_unref);
  g_ptr_array_unref (self->history);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_marks_parent_class)->finalize (object);
}

static void
unk_marks_class_init (UnkMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_marks_finalize;

  /**
   * UnkMarks::changed:
   * Something was marked, erased, rated, undone, redone or cleared.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_marks_init (UnkMarks *self)
{
  self->history = g_ptr_array_new_with_free_func (state_free);
  g_ptr_array_add (self->history, state_new ());
  self->rating = -1;
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

/**
 * unk_marks_get_atlas:
 * @self: the marks
 *
 * Returns: the atlas whose views and areas they name
 */
UnkAtlas *
unk_marks_get_atlas (UnkMarks *self)
{
  return self->atlas;
}

static guint
view_index (UnkMarks *self, const UnkView *view)
{
  guint n;

  return (guint) (view - unk_atlas_get_views (self->atlas, &n));
}

/* The painted place that a stroke goes on with: the one of its view and side that it meets most. */
static int
find_met (UnkMarks *self, const State *state, const UnkMark *mark, const UnkMask *mask)
{
  guint view = view_index (self, mark->view), most = 0;
  int met = -1;

  for (guint i = 0; i < state->places->len; i++)
    {
      const UnkPain *pain = place (state, i);
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
find_joined (UnkMarks *self, const State *before, const UnkMark *mark)
{
  UnkDot dot = g_array_index (mark->dots, UnkDot, 0);
  g_autoptr (UnkMark) first = unk_mark_new_stroke (mark->view, dot.x, dot.y, mark->radius, FALSE);
  g_autoptr (UnkMask) mask = unk_mark_make_mask (first, mark->view);

  return find_met (self, before, mark, mask);
}

static State *
paint (UnkMarks *self, const State *before, UnkMark *mark)
{
  State *state = state_copy (before);
  int joined = find_joined (self, before, mark);

  if (joined >= 0)
    state_replace (state, (guint) joined,
                   unk_pain_new_with_mark (self->atlas, place (before, (guint) joined), mark));
  else
    {
      g_ptr_array_add (state->places, unk_pain_new (self->atlas, mark));
      state->last = (int) state->places->len - 1;
    }
  return state;
}

/* Returns: (nullable): %NULL where there was nothing to erase */
static State *
erase (UnkMarks *self, const State *before, UnkMark *mark)
{
  g_autoptr (UnkMask) mask = unk_mark_make_mask (mark, mark->view);
  guint view = view_index (self, mark->view);
  State *state = NULL;

  for (guint i = before->places->len; i-- > 0;)
    if (unk_pain_is_touched (place (before, i), view, mask))
      {
        state = state ? state : state_copy (before);
        state_replace (state, i, unk_pain_new_with_mark (self->atlas, place (before, i), mark));
        if (unk_pain_is_empty (place (state, i)))
          state_remove (state, i);
      }
  return state;
}

/* Counts the stroke that is being drawn in, from the state before it. */
static void
draw_live (UnkMarks *self)
{
  const State *before = g_ptr_array_index (self->history, self->at - (self->live_made ? 1 : 0));
  State *state =
    self->live->erases ? erase (self, before, self->live) : paint (self, before, self->live);

  if (!state)
    return;
  if (self->live_made)
    replace_now (self, state);
  else
    push (self, state);
  self->live_made = TRUE;
  emit_changed (self);
}

static void
begin (UnkMarks *self, const UnkView *view, double x, double y, double radius, gboolean erases)
{
  end_step (self);
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
  if (!now (self)->places->len || !isfinite (x) || !isfinite (y))
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

static int
find_area (UnkMarks *self, const UnkArea *area, UnkSide side)
{
  const State *state = now (self);

  for (guint i = 0; i < state->places->len; i++)
    if (unk_pain_get_area (place (state, i)) == area &&
        (!area->paired || place (state, i)->side == side))
      return (int) i;
  return -1;
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
  return find_area (self, area, side) >= 0;
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
  g_autoptr (UnkMark) mark = NULL;
  State *state;

  if (unk_marks_is_marked (self, area, side))
    return;
  mark = unk_mark_new_area (area, side);
  state = state_copy (now (self));
  g_ptr_array_add (state->places, unk_pain_new (self->atlas, mark));
  state->last = (int) state->places->len - 1;
  step (self, state);
}

/**
 * unk_marks_remove_area:
 * @self: the marks
 * @area: an area
 * @side: its side; of no meaning where the area is not paired
 *
 * Takes an area away that was marked by name; nothing happens where it wasn't.
 */
void
unk_marks_remove_area (UnkMarks *self, const UnkArea *area, UnkSide side)
{
  int i = find_area (self, area, side);

  if (i >= 0)
    unk_marks_remove_place (self, (guint) i);
}

/**
 * unk_marks_get_n_places:
 * @self: the marks
 *
 * Returns: how many places hurt
 */
guint
unk_marks_get_n_places (UnkMarks *self)
{
  return now (self)->places->len;
}

/**
 * unk_marks_get_place:
 * @self: the marks
 * @i: which one, the oldest first
 *
 * Returns: the place; take a reference to keep it beyond the next change
 */
const UnkPain *
unk_marks_get_place (UnkMarks *self, guint i)
{
  return place (now (self), i);
}

/**
 * unk_marks_get_last_place:
 * @self: the marks
 *
 * Returns: the number of the place that was marked or changed last, whose intensity and kind one
 * would ask for; -1 where nothing is marked
 */
int
unk_marks_get_last_place (UnkMarks *self)
{
  return MIN (now (self)->last, (int) now (self)->places->len - 1);
}

/**
 * unk_marks_find_place:
 * @self: the marks
 * @view: a view
 * @x: in millimeters
 * @y: in millimeters
 *
 * Returns: the number of the place there, the newest where several lie over each other; -1 where
 * there is none
 */
int
unk_marks_find_place (UnkMarks *self, const UnkView *view, double x, double y)
{
  const State *state = now (self);
  guint v = view_index (self, view);

  for (guint i = state->places->len; i-- > 0;)
    {
      const UnkPain *pain = place (state, i);

      if ((pain->painted[v] && unk_mask_has (pain->painted[v], x, y)) ||
          (pain->carried[v] && unk_mask_has (pain->carried[v], x, y)))
        return (int) i;
    }
  return -1;
}

/**
 * unk_marks_rate_place:
 * @self: the marks
 * @i: a place
 * @kind: how it feels
 * @intensity: how much it hurts, 0 to 10
 *
 * Says how a place feels. One after the other for the same place are one step of the history, so
 * that a slider makes one.
 */
void
unk_marks_rate_place (UnkMarks *self, guint i, UnkPainKind kind, int intensity)
{
  State *state;
  const UnkPain *pain;

  g_return_if_fail (i < unk_marks_get_n_places (self));
  pain = unk_marks_get_place (self, i);
  if (pain->kind == kind && pain->intensity == CLAMP (intensity, 0, UNK_PAIN_INTENSITY_MAX))
    return;
  state = state_copy (now (self));
  state_replace (state, i, unk_pain_new_rated (pain, kind, intensity));
  if (self->rating == (int) i)
    {
      replace_now (self, state);
      emit_changed (self);
    }
  else
    step (self, state);
  self->rating = (int) i;
}

/**
 * unk_marks_remove_place:
 * @self: the marks
 * @i: a place
 */
void
unk_marks_remove_place (UnkMarks *self, guint i)
{
  State *state;

  g_return_if_fail (i < unk_marks_get_n_places (self));
  state = state_copy (now (self));
  state_remove (state, i);
  step (self, state);
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
  if (now (self)->places->len)
    step (self, state_new ());
}

/**
 * unk_marks_restore:
 * @self: the marks
 * @places: (element-type UnkPain): places, as the store kept them
 *
 * Puts @places there instead of what is marked, as if nothing had been before.
 */
void
unk_marks_restore (UnkMarks *self, GPtrArray *places)
{
  State *state = state_new ();

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (state->places, unk_pain_ref (g_ptr_array_index (places, i)));
  state->last = (int) places->len - 1;
  end_step (self);
  g_ptr_array_set_size (self->history, 0);
  g_ptr_array_add (self->history, state);
  self->at = 0;
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
  return self->at > 0;
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
  return self->at + 1 < self->history->len;
}

static void
walk (UnkMarks *self, int by)
{
  end_step (self);
  self->at = (guint) ((int) self->at + by);
  emit_changed (self);
}

/**
 * unk_marks_undo:
 * @self: the marks
 *
 * Goes back by one step, if there is one.
 */
void
unk_marks_undo (UnkMarks *self)
{
  if (unk_marks_can_undo (self))
    walk (self, -1);
}

/**
 * unk_marks_redo:
 * @self: the marks
 *
 * Goes forward by one step that was undone, if there is one.
 */
void
unk_marks_redo (UnkMarks *self)
{
  if (unk_marks_can_redo (self))
    walk (self, 1);
}

/**
 * unk_marks_get_n:
 * @self: the marks
 *
 * Returns: how many single marks there are in all places
 */
guint
unk_marks_get_n (UnkMarks *self)
{
  guint n = 0;

  for (guint i = 0; i < now (self)->places->len; i++)
    n += place (now (self), i)->marks->len;
  return n;
}

/**
 * unk_marks_get:
 * @self: the marks
 * @i: which one: those of the first place as they were made, then those of the next
 *
 * Returns: the mark, until the next change
 */
const UnkMark *
unk_marks_get (UnkMarks *self, guint i)
{
  for (guint p = 0; p < now (self)->places->len; p++)
    {
      GPtrArray *marks = place (now (self), p)->marks;

      if (i < marks->len)
        return g_ptr_array_index (marks, i);
      i -= marks->len;
    }
  g_return_val_if_reached (NULL);
}

/**
 * unk_marks_make_mask:
 * @self: the marks
 * @view: a view
 *
 * Returns: (transfer full): all that is marked in @view, also from other views, within the skin,
 * cropped
 */
UnkMask *
unk_marks_make_mask (UnkMarks *self, const UnkView *view)
{
  g_autoptr (UnkMask) mask = unk_mask_new (view->width, view->height);
  guint v = view_index (self, view);

  for (guint i = 0; i < now (self)->places->len; i++)
    {
      const UnkPain *pain = place (now (self), i);

      if (pain->painted[v])
        unk_mask_add (mask, pain->painted[v]);
      if (pain->carried[v])
        unk_mask_add (mask, pain->carried[v]);
    }
  return unk_mask_crop (mask);
}
