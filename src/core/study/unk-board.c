/* unk-board.c: what the body shows for a question, and what is answered on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-board.h"

#include "unk-pick.h"

struct _UnkBoard
{
  GObject parent_instance;

  UnkAtlas *atlas;
  UnkMarks *marks;
  UnkQuizCard card;
  gboolean asks, answered;
  const UnkView *view;
  gboolean placed, has_pen;
  double x, y, pen_x, pen_y; /* millimeters */
};

G_DEFINE_FINAL_TYPE (UnkBoard, unk_board, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
unk_board_finalize (GObject *object)
{
  UnkBoard *self = UNK_BOARD (object);

  g_object_unref (self->marks);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_board_parent_class)->finalize (object);
}

static void
unk_board_class_init (UnkBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_board_finalize;

  /**
   * UnkBoard::changed:
   * Something else is to be seen.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_board_init (UnkBoard *self G_GNUC_UNUSED)
{
}

static void
changed (UnkBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * unk_board_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): an empty board
 */
UnkBoard *
unk_board_new (UnkAtlas *atlas)
{
  UnkBoard *self = g_object_new (UNK_TYPE_BOARD, NULL);
  guint n;

  self->atlas = unk_atlas_ref (atlas);
  self->marks = unk_marks_new (atlas);
  self->view = unk_atlas_get_views (atlas, &n);
  return self;
}

static gboolean
draws_area (const UnkView *view, const UnkArea *area)
{
  for (guint i = 0; i < view->n_regions; i++)
    if (view->regions[i].area == area)
      return TRUE;
  return FALSE;
}

/* How much of what the question is about a view shows. */
static guint
count_shown (const UnkView *view, const UnkQuizCard *card, gboolean answered)
{
  guint n = 0;

  if (!unk_view_shows_side (view, UNK_SIDE_RIGHT))
    return 0;
  for (guint i = 0; answered && i < view->n_zones; i++)
    n += view->zones[i].essential && view->zones[i].point->muscle == card->muscle;
  if (card->area)
    n += draws_area (view, card->area) ? 4 : 0;
  if (card->also)
    n += draws_area (view, card->also) ? 4 : 0;
  if (!card->area)
    n += unk_pick_find_shape (view, card->muscle->id) ? 2 : 0;
  return n;
}

/* Before the answer nothing may follow from the view: where the card names none, it stays. */
static const UnkView *
choose_view (UnkBoard *self)
{
  guint n, best_shown = 0;
  const UnkView *views = unk_atlas_get_views (self->atlas, &n), *best = self->view;

  if (self->card.view)
    return self->card.view;
  if (!self->answered && !self->card.area && self->card.kind != UNK_QUIZ_LIT)
    return self->view;
  for (guint i = 0; i < n; i++)
    {
      guint shown = count_shown (&views[i], &self->card, self->answered);

      if (shown > best_shown || (shown == best_shown && &views[i] == self->view))
        {
          best_shown = shown;
          best = &views[i];
        }
    }
  return best;
}

/**
 * unk_board_show:
 * @self: the board
 * @card: (nullable): what is asked; nothing where %NULL
 * @answered: whether the right answer is to be seen
 *
 * A card that wasn't asked before begins with a clean board.
 */
void
unk_board_show (UnkBoard *self, const UnkQuizCard *card, gboolean answered)
{
  if (!card || !answered)
    {
      unk_marks_clear (self->marks);
      self->placed = self->has_pen = FALSE;
    }
  self->asks = card != NULL;
  self->answered = answered;
  if (card)
    {
      self->card = *card;
      self->view = choose_view (self);
    }
  changed (self);
}

/**
 * unk_board_get_task:
 * @self: the board
 *
 * Returns: what is to be done on it
 */
UnkBoardTask
unk_board_get_task (UnkBoard *self)
{
  if (!self->asks)
    return UNK_BOARD_LOOK;
  return self->card.kind == UNK_QUIZ_MARK    ? UNK_BOARD_MARK
         : self->card.kind == UNK_QUIZ_CROSS ? UNK_BOARD_PLACE
                                             : UNK_BOARD_LOOK;
}

/**
 * unk_board_is_open:
 * @self: the board
 *
 * Returns: whether an answer may still be given on it
 */
gboolean
unk_board_is_open (UnkBoard *self)
{
  return unk_board_get_task (self) != UNK_BOARD_LOOK && !self->answered;
}

/**
 * unk_board_get_view:
 * @self: the board
 *
 * Returns: the view that is shown
 */
const UnkView *
unk_board_get_view (UnkBoard *self)
{
  return self->view;
}

/**
 * unk_board_get_lit:
 * @self: the board
 *
 * Returns: (nullable): the muscle that is lit
 */
const UnkMuscle *
unk_board_get_lit (UnkBoard *self)
{
  if (!self->asks)
    return NULL;
  return self->answered || self->card.kind == UNK_QUIZ_LIT || self->card.kind == UNK_QUIZ_CROSS
           ? self->card.muscle
           : NULL;
}

/**
 * unk_board_get_pattern:
 * @self: the board
 * @point: (out): the point whose zones are shown, or %NULL for all of the muscle
 * @crosses: (out): whether the points are shown as well
 *
 * Returns: (nullable): the muscle whose zones are shown
 */
const UnkMuscle *
unk_board_get_pattern (UnkBoard *self, const UnkPoint **point, gboolean *crosses)
{
  *point = self->card.point;
  *crosses = self->answered;
  if (!self->asks)
    return NULL;
  return self->answered || self->card.kind == UNK_QUIZ_PATTERN ? self->card.muscle : NULL;
}

/**
 * unk_board_get_areas:
 * @self: the board
 * @areas: (out): the areas that are asked about
 *
 * Returns: how many there are
 */
guint
unk_board_get_areas (UnkBoard *self, const UnkArea *areas[2])
{
  guint n = 0;

  if (self->asks && self->card.area)
    areas[n++] = self->card.area;
  if (self->asks && self->card.also)
    areas[n++] = self->card.also;
  return n;
}

/**
 * unk_board_begin_stroke:
 * @self: the board
 * @x: in millimeters of the view
 * @y: in millimeters of the view
 */
void
unk_board_begin_stroke (UnkBoard *self, double x, double y)
{
  unk_marks_begin_stroke (self->marks, self->view, x, y, UNK_BOARD_RADIUS);
  changed (self);
}

/**
 * unk_board_extend_stroke:
 * @self: the board
 * @x: in millimeters of the view
 * @y: in millimeters of the view
 */
void
unk_board_extend_stroke (UnkBoard *self, double x, double y)
{
  unk_marks_extend_stroke (self->marks, x, y);
  changed (self);
}

/**
 * unk_board_undo_stroke:
 * @self: the board
 *
 * Returns: whether there was a stroke, and it was taken back
 */
gboolean
unk_board_undo_stroke (UnkBoard *self)
{
  if (!unk_board_is_open (self) || !unk_marks_get_n (self->marks))
    return FALSE;
  unk_marks_undo (self->marks);
  changed (self);
  return TRUE;
}

/**
 * unk_board_clear:
 * @self: the board
 *
 * Takes away what was painted or put.
 */
void
unk_board_clear (UnkBoard *self)
{
  unk_marks_clear (self->marks);
  self->placed = FALSE;
  changed (self);
}

/**
 * unk_board_get_marks:
 * @self: the board
 *
 * Returns: what was painted
 */
UnkMarks *
unk_board_get_marks (UnkBoard *self)
{
  return self->marks;
}

static guint
find_view_number (UnkBoard *self)
{
  guint n;

  return (guint) (self->view - unk_atlas_get_views (self->atlas, &n));
}

/**
 * unk_board_dup_mask:
 * @self: the board
 *
 * Returns: (transfer full): what was painted on the view
 */
UnkMask *
unk_board_dup_mask (UnkBoard *self)
{
  guint v = find_view_number (self);
  UnkMask *mask = unk_mask_new (self->view->width, self->view->height);

  for (guint i = 0; i < unk_marks_get_n_places (self->marks); i++)
    {
      const UnkPain *place = unk_marks_get_place (self->marks, i);

      if (place->painted[v])
        unk_mask_add (mask, place->painted[v]);
    }
  return mask;
}

/**
 * unk_board_get_place:
 * @self: the board
 * @x: (out): in millimeters
 * @y: (out): in millimeters
 *
 * Returns: whether an X was put
 */
gboolean
unk_board_get_place (UnkBoard *self, double *x, double *y)
{
  *x = self->x;
  *y = self->y;
  return self->placed;
}

/**
 * unk_board_set_place:
 * @self: the board
 * @x: in millimeters
 * @y: in millimeters
 *
 * Puts the X, instead of where it was.
 */
void
unk_board_set_place (UnkBoard *self, double x, double y)
{
  self->placed = TRUE;
  self->x = x;
  self->y = y;
  changed (self);
}

/**
 * unk_board_get_pen:
 * @self: the board
 * @x: (out): in millimeters
 * @y: (out): in millimeters
 *
 * Returns: whether the keyboard is used
 */
gboolean
unk_board_get_pen (UnkBoard *self, double *x, double *y)
{
  *x = self->pen_x;
  *y = self->pen_y;
  return self->has_pen;
}

/**
 * unk_board_move_pen:
 * @self: the board
 * @dx: in millimeters
 * @dy: in millimeters
 *
 * Moves the pen of the keyboard, which begins in the middle.
 */
void
unk_board_move_pen (UnkBoard *self, double dx, double dy)
{
  if (!self->has_pen)
    {
      self->pen_x = self->view->width / 2;
      self->pen_y = self->view->height / 2;
    }
  self->has_pen = TRUE;
  self->pen_x = CLAMP (self->pen_x + dx, 0, self->view->width);
  self->pen_y = CLAMP (self->pen_y + dy, 0, self->view->height);
  changed (self);
}

/**
 * unk_board_press_pen:
 * @self: the board
 *
 * Paints a dot, or puts the X, where the pen is.
 */
void
unk_board_press_pen (UnkBoard *self)
{
  if (!self->has_pen || !unk_board_is_open (self))
    return;
  if (unk_board_get_task (self) == UNK_BOARD_MARK)
    unk_board_begin_stroke (self, self->pen_x, self->pen_y);
  else
    unk_board_set_place (self, self->pen_x, self->pen_y);
}
