/* unk-quiz-truth.c: which answers are right, which are wrong, and which are neither
 *
 * Everything here is read from the atlas: an answer is right or wrong only where its words and its
 * drawing agree; what lies between is unclear, and is never offered as an option.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "unk-pick.h"
#include "unk-quiz-private.h"

/* Two patterns, or two outlines, that have so much in common can't be told apart by looking. */
#define ALIKE 0.5
/* Attachments that have so many of their words in common may be the same. */
#define SAME_ATTACHMENTS 0.6

static guint
count_essential (const UnkPoint *point)
{
  return g_strv_length ((char **) point->essential);
}

static gboolean
has_same_essential (const UnkPoint *a, const UnkPoint *b)
{
  if (count_essential (a) != count_essential (b))
    return FALSE;
  for (guint i = 0; a->essential[i]; i++)
    if (!unk_area_is_in (b->essential, a->essential[i]))
      return FALSE;
  return TRUE;
}

static UnkMask *
join_zones (const UnkView *view, const UnkMuscle *muscle, const UnkPoint *point)
{
  g_autoptr (UnkMask) mask = unk_mask_new (view->width, view->height);

  for (guint i = 0; i < view->n_zones; i++)
    if (view->zones[i].point->muscle == muscle && (!point || view->zones[i].point == point))
      unk_mask_add (mask, &view->zones[i].mask);
  return unk_mask_crop (mask);
}

/* All zones of a muscle, or of one of its points, a mask for each view. */
static GPtrArray *
get_patterns (UnkQuiz *self, const UnkMuscle *muscle, const UnkPoint *point)
{
  gconstpointer key = point ? (gconstpointer) point : muscle;
  GPtrArray *masks = g_hash_table_lookup (self->patterns, key);

  if (!masks)
    {
      masks = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_mask_free);
      for (guint v = 0; v < self->n_views; v++)
        if (!self->views[v].flipped)
          g_ptr_array_add (masks, join_zones (&self->views[v], muscle, point));
      g_hash_table_insert (self->patterns, (gpointer) key, masks);
    }
  return masks;
}

/* What both cover, as a share of what either covers. */
static double
compare_patterns (UnkQuiz *self, const UnkPoint *point, const UnkMuscle *muscle,
                  const UnkPoint *other)
{
  GPtrArray *one = get_patterns (self, point->muscle, point);
  GPtrArray *two = get_patterns (self, muscle, other);
  guint common = 0, all = 0;

  for (guint v = 0; v < one->len; v++)
    {
      const UnkMask *a = g_ptr_array_index (one, v), *b = g_ptr_array_index (two, v);
      guint shared = unk_mask_count_common (a, b);

      common += shared;
      all += unk_mask_count (a) + unk_mask_count (b) - shared;
    }
  return all ? (double) common / all : 1;
}

/* Whether one who sees the point's pattern might fairly name the other muscle. */
static UnkTruth
judge_pattern (UnkQuiz *self, const UnkPoint *point, const UnkMuscle *answer)
{
  if (answer == point->muscle)
    return UNK_TRUTH_RIGHT;
  for (guint i = 0; i < answer->n_points; i++)
    if (has_same_essential (point, &answer->points[i]) ||
        compare_patterns (self, point, answer, &answer->points[i]) >= ALIKE)
      return UNK_TRUTH_UNCLEAR;
  return compare_patterns (self, point, answer, NULL) >= ALIKE ? UNK_TRUTH_UNCLEAR
                                                               : UNK_TRUTH_WRONG;
}

static UnkTruth
judge_refers (UnkQuiz *self, const UnkArea *area, const UnkMuscle *answer)
{
  UnkTie ties = unk_quiz_get_ties (self, answer, area);

  return ties & UNK_TIE_ESSENTIAL ? UNK_TRUTH_RIGHT : ties ? UNK_TRUTH_UNCLEAR : UNK_TRUTH_WRONG;
}

static UnkTruth
judge_apart (UnkQuiz *self, const UnkQuizCard *card, const UnkMuscle *answer)
{
  const UnkTie stated = UNK_TIE_ESSENTIAL | UNK_TIE_SPILLOVER;
  UnkTie ties = unk_quiz_get_ties (self, answer, card->also);

  if (!(unk_quiz_get_ties (self, answer, card->area) & stated))
    return UNK_TRUTH_UNCLEAR;
  return ties & stated ? UNK_TRUTH_RIGHT : ties ? UNK_TRUTH_UNCLEAR : UNK_TRUTH_WRONG;
}

static const UnkMask *
get_shape_mask (UnkQuiz *self, const UnkView *view, const UnkShape *shape)
{
  UnkMask *mask = g_hash_table_lookup (self->shapes, shape);

  if (!mask)
    {
      mask = unk_mask_new_from_path (shape->path, view->width, view->height);
      g_hash_table_insert (self->shapes, (gpointer) shape, mask);
    }
  return mask;
}

static UnkTruth
judge_lit (UnkQuiz *self, const UnkQuizCard *card, const UnkMuscle *answer)
{
  const UnkShape *lit = unk_pick_find_shape (card->view, card->muscle->id);
  const UnkShape *other = unk_pick_find_shape (card->view, answer->id);
  const UnkMask *a, *b;
  guint common, all;

  if (answer == card->muscle)
    return UNK_TRUTH_RIGHT;
  if (!lit || !other)
    return UNK_TRUTH_UNCLEAR;
  a = get_shape_mask (self, card->view, lit);
  b = get_shape_mask (self, card->view, other);
  common = unk_mask_count_common (a, b);
  all = unk_mask_count (a) + unk_mask_count (b) - common;
  return common >= ALIKE * all ? UNK_TRUTH_UNCLEAR : UNK_TRUTH_WRONG;
}

static UnkTruth
judge_attachments (UnkQuiz *self, const UnkMuscle *muscle, const UnkMuscle *answer)
{
  guint n_origin, n_insertion;
  guint origin = unk_quiz_count_shared_words (self, muscle->origin, answer->origin, &n_origin);
  guint insertion =
    unk_quiz_count_shared_words (self, muscle->insertion, answer->insertion, &n_insertion);

  /* Both ends have to be alike; one is enough to tell two muscles apart. */
  return origin >= SAME_ATTACHMENTS * n_origin && insertion >= SAME_ATTACHMENTS * n_insertion
           ? UNK_TRUTH_UNCLEAR
           : UNK_TRUTH_WRONG;
}

/* A muscle that moves the same part in the same way might do it too. */
static UnkTruth
judge_action (UnkQuiz *self, const UnkMuscle *muscle, const UnkMuscle *answer)
{
  guint fewer;
  guint shared = unk_quiz_count_shared_words (self, muscle->action, answer->action, &fewer);

  return shared >= 2 || shared >= fewer ? UNK_TRUTH_UNCLEAR : UNK_TRUTH_WRONG;
}

static UnkTruth
judge_nerve (UnkQuiz *self, const UnkMuscle *muscle, const UnkMuscle *answer)
{
  return unk_quiz_count_shared_words (self, muscle->nerve, answer->nerve, NULL) > 0
           ? UNK_TRUTH_UNCLEAR
           : UNK_TRUTH_WRONG;
}

/**
 * unk_quiz_judge:
 * @self: a quiz
 * @card: a card that is answered with a muscle
 * @answer: a muscle
 *
 * Returns: what that answer would be
 */
UnkTruth
unk_quiz_judge (UnkQuiz *self, const UnkQuizCard *card, const UnkMuscle *answer)
{
  switch (card->kind)
    {
    case UNK_QUIZ_PATTERN:
      return judge_pattern (self, card->point, answer);
    case UNK_QUIZ_REFERS:
      return judge_refers (self, card->area, answer);
    case UNK_QUIZ_APART:
      return judge_apart (self, card, answer);
    case UNK_QUIZ_LIT:
      return judge_lit (self, card, answer);
    case UNK_QUIZ_ATTACHMENTS:
    case UNK_QUIZ_ACTION:
    case UNK_QUIZ_NERVE:
      if (answer == card->muscle)
        return UNK_TRUTH_RIGHT;
      return card->kind == UNK_QUIZ_ATTACHMENTS ? judge_attachments (self, card->muscle, answer)
             : card->kind == UNK_QUIZ_ACTION    ? judge_action (self, card->muscle, answer)
                                                : judge_nerve (self, card->muscle, answer);
    case UNK_QUIZ_MARK:
    case UNK_QUIZ_CROSS:
    default:
      return UNK_TRUTH_UNCLEAR;
    }
}

/**
 * unk_quiz_make_pattern:
 * @self: a quiz
 * @card: a card
 * @essential: the essential zones, or what the spillover zones cover besides
 *
 * Returns: (transfer full): the zones of the card's muscle on its view, for the right side
 */
UnkMask *
unk_quiz_make_pattern (UnkQuiz *self G_GNUC_UNUSED, const UnkQuizCard *card, gboolean essential)
{
  UnkMask *mask = unk_mask_new (card->view->width, card->view->height);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < card->view->n_zones; i++)
      {
        const UnkZone *zone = &card->view->zones[i];

        if (zone->point->muscle != card->muscle || zone->essential != (essential == (pass == 0)))
          continue;
        if (pass == 0)
          unk_mask_add (mask, &zone->mask);
        else if (!essential)
          unk_mask_remove (mask, &zone->mask);
      }
  return mask;
}

/**
 * unk_quiz_score_marks:
 * @self: a quiz
 * @card: of a pattern that is marked
 * @marked: what was marked on the card's view
 *
 * The essential zones have to be marked, the spillover zones may be, all else must not: of what is
 * essential or marked outside the spillover, the share that is both.
 *
 * Returns: 0 to 1
 */
double
unk_quiz_score_marks (UnkQuiz *self, const UnkQuizCard *card, const UnkMask *marked)
{
  g_autoptr (UnkMask) essential = unk_quiz_make_pattern (self, card, TRUE);
  g_autoptr (UnkMask) spillover = unk_quiz_make_pattern (self, card, FALSE);
  guint hit = unk_mask_count_common (marked, essential);
  guint allowed = unk_mask_count_common (marked, spillover);
  guint all = unk_mask_count (essential) + unk_mask_count (marked) - hit - allowed;

  return all ? (double) hit / all : 0;
}

/**
 * unk_quiz_score_place:
 * @self: a quiz
 * @card: of an X
 * @x: where it was put on the card's view, in millimeters
 * @y: where it was put on the card's view, in millimeters
 *
 * Up to UNK_QUIZ_NEAR of the point's X it is right, from UNK_QUIZ_FAR on worth nothing, and in
 * between in proportion; what lies nearer to another point of the muscle is that point's.
 *
 * Returns: 0 to 1
 */
double
unk_quiz_score_place (UnkQuiz *self G_GNUC_UNUSED, const UnkQuizCard *card, double x, double y)
{
  double own = G_MAXDOUBLE, other = G_MAXDOUBLE;

  for (guint i = 0; i < card->view->n_crosses; i++)
    {
      const UnkCross *cross = &card->view->crosses[i];
      double *least = cross->point == card->point ? &own : &other;

      if (cross->point->muscle == card->muscle)
        *least = MIN (*least, hypot (cross->x - x, cross->y - y));
    }
  return own >= other ? 0 : CLAMP ((UNK_QUIZ_FAR - own) / (UNK_QUIZ_FAR - UNK_QUIZ_NEAR), 0, 1);
}

static void
tie_texts (UnkQuiz *self, guint8 *ties, UnkTexts ids, UnkTie tie)
{
  for (guint i = 0; ids[i]; i++)
    {
      const UnkArea *area = unk_atlas_find_area (self->atlas, ids[i], NULL);

      if (area)
        ties[area - self->areas] |= tie;
    }
}

static void
tie_drawing (UnkQuiz *self, const UnkView *view)
{
  for (guint z = 0; z < view->n_zones; z++)
    for (guint r = 0; r < view->n_regions; r++)
      if (unk_mask_count_common (&view->zones[z].mask, &view->regions[r].mask) > 0)
        self->ties[(gsize) (view->zones[z].point->muscle - self->muscles) * self->n_areas +
                   (view->regions[r].area - self->areas)] |= UNK_TIE_DRAWN;
}

static gboolean
goes_with (const UnkMuscle *a, const UnkMuscle *b)
{
  for (const UnkPair *pair = a->goes_with; pair->key; pair++)
    if (g_str_equal (pair->key, b->id))
      return TRUE;
  return FALSE;
}

/* One for each area that both refer to, two for the neighborhood, one for going together. */
static guint8
measure_closeness (UnkQuiz *self, guint a, guint b)
{
  const guint8 stated = UNK_TIE_ESSENTIAL | UNK_TIE_SPILLOVER;
  guint n = 0;

  for (guint i = 0; i < self->n_areas; i++)
    n += (self->ties[(gsize) a * self->n_areas + i] & stated) &&
         (self->ties[(gsize) b * self->n_areas + i] & stated);
  n += g_str_equal (self->muscles[a].group, self->muscles[b].group) ? 2 : 0;
  n += goes_with (&self->muscles[a], &self->muscles[b]) ||
       goes_with (&self->muscles[b], &self->muscles[a]);
  return (guint8) MIN (n, G_MAXUINT8);
}

/**
 * unk_quiz_make_ties:
 * @self: a quiz
 *
 * Looks up once how muscles and areas stand to each other.
 */
void
unk_quiz_make_ties (UnkQuiz *self)
{
  self->ties = g_new0 (guint8, (gsize) self->n_muscles * self->n_areas);
  self->closeness = g_new0 (guint8, (gsize) self->n_muscles * self->n_muscles);
  for (guint m = 0; m < self->n_muscles; m++)
    for (guint p = 0; p < self->muscles[m].n_points; p++)
      {
        const UnkPoint *point = &self->muscles[m].points[p];
        guint8 *ties = self->ties + (gsize) m * self->n_areas;

        tie_texts (self, ties, point->essential, UNK_TIE_ESSENTIAL);
        tie_texts (self, ties, point->spillover, UNK_TIE_SPILLOVER);
      }
  for (guint v = 0; v < self->n_views; v++)
    if (!self->views[v].flipped)
      tie_drawing (self, &self->views[v]);
  for (guint a = 0; a < self->n_muscles; a++)
    for (guint b = 0; b < self->n_muscles; b++)
      self->closeness[(gsize) a * self->n_muscles + b] = measure_closeness (self, a, b);
}

/**
 * unk_quiz_get_ties:
 * @self: a quiz
 * @muscle: a muscle
 * @area: an area
 *
 * Returns: how the muscle's pattern stands to the area of its side; 0 for not at all
 */
UnkTie
unk_quiz_get_ties (UnkQuiz *self, const UnkMuscle *muscle, const UnkArea *area)
{
  return self->ties[(gsize) (muscle - self->muscles) * self->n_areas + (area - self->areas)];
}

/**
 * unk_quiz_get_closeness:
 * @self: a quiz
 * @a: a muscle
 * @b: another
 *
 * Returns: how easily one is taken for the other: shared areas and neighborhood; 0 for nonsense
 */
guint
unk_quiz_get_closeness (UnkQuiz *self, const UnkMuscle *a, const UnkMuscle *b)
{
  return self->closeness[(gsize) (a - self->muscles) * self->n_muscles + (b - self->muscles)];
}
