/* unk-marks.c: all that hurts, as marked on the body
 *
 * The history is a list of states, and a state a list of places, which are values (unk-pain.h).
 * Painting is in unk-marks-paint.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-marks-private.h"

G_DEFINE_QUARK (unk - marks - error - quark, unk_marks_error)

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
  UnkMarksState *state = data;

  g_ptr_array_unref (state->places);
  g_free (state);
}

UnkMarksState *
unk_marks_state_new (void)
{
  UnkMarksState *state = g_new0 (UnkMarksState, 1);

  state->places = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_pain_unref);
  state->last = -1;
  return state;
}

UnkMarksState *
unk_marks_state_copy (const UnkMarksState *state)
{
  UnkMarksState *copy = unk_marks_state_new ();

  for (guint i = 0; i < state->places->len; i++)
    g_ptr_array_add (copy->places, unk_pain_ref (g_ptr_array_index (state->places, i)));
  copy->last = state->last;
  return copy;
}

void
unk_marks_state_replace (UnkMarksState *state, guint i, UnkPain *pain)
{
  unk_pain_unref (g_ptr_array_index (state->places, i));
  g_ptr_array_index (state->places, i) = pain;
  state->last = (int) i;
}

void
unk_marks_state_remove (UnkMarksState *state, guint i)
{
  g_ptr_array_remove_index (state->places, i);
  state->last = (int) state->places->len - 1;
}

UnkMarksState *
unk_marks_now (UnkMarks *self)
{
  return g_ptr_array_index (self->history, self->at);
}

UnkPain *
unk_marks_state_get (const UnkMarksState *state, guint i)
{
  return g_ptr_array_index (state->places, i);
}

void
unk_marks_emit (UnkMarks *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
unk_marks_end_step (UnkMarks *self)
{
  g_clear_pointer (&self->live, unk_mark_unref);
  self->rating = -1;
}

/* Goes on to a new state; what was undone is forgotten. */
void
unk_marks_push (UnkMarks *self, UnkMarksState *state)
{
  g_ptr_array_set_size (self->history, (int) self->at + 1);
  g_ptr_array_add (self->history, state);
  if (self->history->len > UNK_MARKS_HISTORY + 1)
    g_ptr_array_remove_index (self->history, 0);
  self->at = self->history->len - 1;
}

static void
step (UnkMarks *self, UnkMarksState *state)
{
  unk_marks_end_step (self);
  unk_marks_push (self, state);
  unk_marks_emit (self);
}

void
unk_marks_replace_now (UnkMarks *self, UnkMarksState *state)
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
  g_ptr_array_add (self->history, unk_marks_state_new ());
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

guint
unk_marks_view_index (UnkMarks *self, const UnkView *view)
{
  guint n;

  return (guint) (view - unk_atlas_get_views (self->atlas, &n));
}

static int
find_area (UnkMarks *self, const UnkArea *area, UnkSide side)
{
  const UnkMarksState *state = unk_marks_now (self);

  for (guint i = 0; i < state->places->len; i++)
    if (unk_pain_get_area (unk_marks_state_get (state, i)) == area &&
        (!area->paired || unk_marks_state_get (state, i)->side == side))
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
  UnkMarksState *state;

  if (unk_marks_is_marked (self, area, side))
    return;
  mark = unk_mark_new_area (area, side);
  state = unk_marks_state_copy (unk_marks_now (self));
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
  return unk_marks_now (self)->places->len;
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
  return unk_marks_state_get (unk_marks_now (self), i);
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
  return MIN (unk_marks_now (self)->last, (int) unk_marks_now (self)->places->len - 1);
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
  const UnkMarksState *state = unk_marks_now (self);
  guint v = unk_marks_view_index (self, view);

  for (guint i = state->places->len; i-- > 0;)
    {
      const UnkPain *pain = unk_marks_state_get (state, i);

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
  UnkMarksState *state;
  const UnkPain *pain;

  g_return_if_fail (i < unk_marks_get_n_places (self));
  pain = unk_marks_get_place (self, i);
  if (pain->kind == kind && pain->intensity == CLAMP (intensity, 0, UNK_PAIN_INTENSITY_MAX))
    return;
  state = unk_marks_state_copy (unk_marks_now (self));
  unk_marks_state_replace (state, i, unk_pain_new_rated (pain, kind, intensity));
  if (self->rating == (int) i)
    {
      unk_marks_replace_now (self, state);
      unk_marks_emit (self);
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
  UnkMarksState *state;

  g_return_if_fail (i < unk_marks_get_n_places (self));
  state = unk_marks_state_copy (unk_marks_now (self));
  unk_marks_state_remove (state, i);
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
  if (unk_marks_now (self)->places->len)
    step (self, unk_marks_state_new ());
}

/**
 * unk_marks_replace:
 * @self: the marks
 * @places: (element-type UnkPain): places, such as those of an older day
 *
 * Puts @places there instead of what is marked, as one step that can be undone.
 */
void
unk_marks_replace (UnkMarks *self, GPtrArray *places)
{
  UnkMarksState *state = unk_marks_state_new ();

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (state->places, unk_pain_ref (g_ptr_array_index (places, i)));
  state->last = (int) places->len - 1;
  step (self, state);
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
  UnkMarksState *state = unk_marks_state_new ();

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (state->places, unk_pain_ref (g_ptr_array_index (places, i)));
  state->last = (int) places->len - 1;
  unk_marks_end_step (self);
  g_ptr_array_set_size (self->history, 0);
  g_ptr_array_add (self->history, state);
  self->at = 0;
  unk_marks_emit (self);
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
  unk_marks_end_step (self);
  self->at = (guint) ((int) self->at + by);
  unk_marks_emit (self);
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

  for (guint i = 0; i < unk_marks_now (self)->places->len; i++)
    n += unk_marks_state_get (unk_marks_now (self), i)->marks->len;
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
  for (guint p = 0; p < unk_marks_now (self)->places->len; p++)
    {
      GPtrArray *marks = unk_marks_state_get (unk_marks_now (self), p)->marks;

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
  guint v = unk_marks_view_index (self, view);

  for (guint i = 0; i < unk_marks_now (self)->places->len; i++)
    {
      const UnkPain *pain = unk_marks_state_get (unk_marks_now (self), i);

      if (pain->painted[v])
        unk_mask_add (mask, pain->painted[v]);
      if (pain->carried[v])
        unk_mask_add (mask, pain->carried[v]);
    }
  return unk_mask_crop (mask);
}
