/* unk-finder-zones.c: what of the marked places a muscle's zones explain
 *
 * For each muscle and view the zones of its points are put together once. A question then counts
 * common bits. The left side is found by mirroring the marks, not the zones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "unk-finder-private.h"

#define SPILLOVER_WEIGHT 0.5
#define NEAR_WEIGHT 0.35
/* Of a place that was carried over from another view. */
#define CARRIED_WEIGHT 0.8
/* What the words say of a named area, against what is drawn of it. */
#define WORDS_WEIGHT 0.5
/* A zone's part in a view in which nothing is marked counts so much in how closely the marks fit.
 */
#define UNSEEN_WEIGHT 0.5

static UnkZoneUnion *
get_union (const UnkFinder *self, guint muscle, guint view)
{
  return &self->unions[(gsize) muscle * self->n_views + view];
}

/**
 * unk_finder_get_union:
 * @self: a finder
 * @muscle: the number of a muscle
 * @view: the number of a view
 *
 * Returns: its zones in that view, as drawn for the right side
 */
const UnkZoneUnion *
unk_finder_get_union (const UnkFinder *self, guint muscle, guint view)
{
  return get_union (self, muscle, self->views[view].flipped ? view - 1 : view);
}

static UnkMask *
join (const UnkView *view, GPtrArray *zones, gboolean essential)
{
  g_autoptr (UnkMask) mask = unk_mask_new (view->width, view->height);

  for (guint i = 0; i < zones->len; i++)
    {
      const UnkZone *zone = g_ptr_array_index (zones, i);

      if (zone->essential == essential)
        unk_mask_add (mask, &zone->mask);
    }
  return g_steal_pointer (&mask);
}

static guint64
word_at (const UnkMask *mask, int word, int row)
{
  if (word < mask->word || word >= mask->word + mask->words || row < mask->row ||
      row >= mask->row + mask->rows)
    return 0;
  return mask->bits[(gsize) (row - mask->row) * (gsize) mask->words + (gsize) (word - mask->word)];
}

/* Of a cropped mask. */
static UnkReach
measure_reach (const UnkMask *mask)
{
  guint64 *columns = g_newa0 (guint64, MAX (mask->words, 1));
  int last = mask->words - 1;

  if (!mask->rows)
    return (UnkReach){ 0 };
  for (int row = 0; row < mask->rows; row++)
    for (int word = 0; word < mask->words; word++)
      columns[word] |= mask->bits[row * mask->words + word];
  return (UnkReach){ (gint16) (64 * mask->word + __builtin_ctzll (columns[0])), (gint16) mask->row,
                     (gint16) (64 * (mask->word + last + 1) - __builtin_clzll (columns[last])),
                     (gint16) (mask->row + mask->rows) };
}

static void
weave (UnkZoneUnion *u, const UnkMask *near)
{
  guint64 *next;

  u->bits = next = g_new (guint64, 2 * (gsize) (near->words * near->rows) + 1);
  for (int row = near->row; row < near->row + near->rows; row++)
    for (int word = near->word; word < near->word + near->words; word++)
      {
        guint64 margin = word_at (near, word, row) & ~word_at (u->essential, word, row) &
                         ~word_at (u->spillover, word, row);

        *next++ = word_at (u->essential, word, row) | margin;
        *next++ = word_at (u->spillover, word, row) | margin;
      }
}

/* Returns: where they lie together. */
static UnkReach
make_union (UnkZoneUnion *u, const UnkView *view)
{
  g_autoptr (UnkMask) essential = join (view, u->zones, TRUE);
  g_autoptr (UnkMask) spillover = join (view, u->zones, FALSE);
  g_autoptr (UnkMask) both = unk_mask_copy (essential);
  g_autoptr (UnkMask) both_cropped = NULL, near = NULL;

  unk_mask_add (both, spillover);
  unk_mask_remove (spillover, essential);
  both_cropped = unk_mask_crop (both);
  u->essential = unk_mask_crop (essential);
  u->spillover = unk_mask_crop (spillover);
  near = unk_mask_dilate (both_cropped, view->width, view->height, UNK_FINDER_MARGIN);
  weave (u, near);
  u->cells = g_new (guint, u->zones->len);
  for (guint i = 0; i < u->zones->len; i++)
    u->cells[i] = unk_mask_count (&((const UnkZone *) g_ptr_array_index (u->zones, i))->mask);
  return measure_reach (near);
}

static void
state_areas (const UnkFinder *self, UnkTexts texts, guint64 *bits)
{
  for (; *texts; texts++)
    {
      const UnkArea *area = unk_atlas_find_area (self->atlas, *texts, NULL);
      guint i = area ? (guint) (area - self->areas) : G_MAXUINT;

      if (i < 64 * UNK_FINDER_AREA_WORDS)
        bits[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
    }
}

/**
 * unk_finder_make_unions:
 * @self: a finder
 *
 * Puts the zones of each muscle together.
 */
void
unk_finder_make_unions (UnkFinder *self)
{
  self->unions = g_new0 (UnkZoneUnion, (gsize) self->n_muscles * self->n_views + 1);
  self->reaches = g_new0 (UnkReach, (gsize) self->n_muscles * self->n_views + 1);
  self->stated = g_new0 (UnkStated, (gsize) self->n_muscles + 1);
  for (guint v = 0; v < self->n_views; v++)
    {
      if (self->views[v].flipped)
        continue;
      for (guint i = 0; i < self->views[v].n_zones; i++)
        {
          const UnkZone *zone = &self->views[v].zones[i];
          UnkZoneUnion *u = get_union (self, (guint) (zone->point->muscle - self->muscles), v);

          if (!u->zones)
            u->zones = g_ptr_array_new ();
          g_ptr_array_add (u->zones, (gpointer) zone);
        }
      for (guint m = 0; m < self->n_muscles; m++)
        if (get_union (self, m, v)->zones)
          self->reaches[(gsize) v * self->n_muscles + m] =
            make_union (get_union (self, m, v), &self->views[v]);
    }
  for (guint m = 0; m < self->n_muscles; m++)
    for (guint p = 0; p < self->muscles[m].n_points; p++)
      {
        state_areas (self, self->muscles[m].points[p].essential, self->stated[m].essential);
        state_areas (self, self->muscles[m].points[p].spillover, self->stated[m].spillover);
      }
}

/**
 * unk_finder_free_unions:
 * @self: a finder
 */
void
unk_finder_free_unions (UnkFinder *self)
{
  for (gsize i = 0; self->unions && i < (gsize) self->n_muscles * self->n_views; i++)
    {
      unk_mask_free (self->unions[i].essential);
      unk_mask_free (self->unions[i].spillover);
      g_free (self->unions[i].bits);
      g_free (self->unions[i].cells);
      g_clear_pointer (&self->unions[i].zones, g_ptr_array_unref);
    }
  g_clear_pointer (&self->unions, g_free);
  g_clear_pointer (&self->reaches, g_free);
  g_clear_pointer (&self->stated, g_free);
}

/* What is marked on a side, as if it were the right one; cropped. */
static UnkMask *
fold (const UnkView *view, UnkSide side, const UnkMask *mask)
{
  if (!mask || !mask->rows || !unk_view_shows_side (view, side))
    return NULL;
  return unk_view_is_turned (view, side) ? unk_mask_mirror (mask, view->width)
                                         : unk_mask_crop (mask);
}

static void
ask (const UnkFinder *finder, const UnkPain *pain, UnkAskedPlace *place)
{
  place->pain = pain;
  place->area = unk_pain_get_area (pain);
  /* The worst pain counts one and a half times as much as one in the middle of the scale. */
  place->weight = 0.5 + (double) pain->intensity / UNK_PAIN_INTENSITY_MAX;
  for (guint side = 0; side < UNK_SIDES; side++)
    {
      place->painted[side] = g_new0 (UnkMask *, finder->n_views + 1);
      place->carried[side] = g_new0 (UnkMask *, finder->n_views + 1);
      place->wide[side] = g_new0 (UnkMask *, finder->n_views + 1);
      place->painted_reach[side] = g_new0 (UnkReach, finder->n_views + 1);
      place->carried_reach[side] = g_new0 (UnkReach, finder->n_views + 1);
    }
  for (guint v = 0; v < finder->n_views; v++)
    {
      place->cells += pain->painted[v] ? unk_mask_count (pain->painted[v]) : 0;
      for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
        {
          place->painted[side][v] = fold (&finder->views[v], side, pain->painted[v]);
          place->carried[side][v] = fold (&finder->views[v], side, pain->carried[v]);
          if (place->painted[side][v])
            place->painted_reach[side][v] = measure_reach (place->painted[side][v]);
          if (!place->carried[side][v])
            continue;
          place->carried_reach[side][v] = measure_reach (place->carried[side][v]);
          place->carried_cells[side] += unk_mask_count (place->carried[side][v]);
        }
    }
  place->by_name = place->area && (place->area->deep || place->cells < 1);
}

/**
 * unk_question_new:
 * @finder: a finder
 * @marks: what hurts
 *
 * Returns: (transfer full): the places, ready to be counted
 */
UnkQuestion *
unk_question_new (const UnkFinder *finder, UnkMarks *marks)
{
  UnkQuestion *question = g_new0 (UnkQuestion, 1);

  question->n_views = finder->n_views;
  question->places = g_array_new (FALSE, TRUE, sizeof (UnkAskedPlace));
  g_array_set_size (question->places, unk_marks_get_n_places (marks));
  for (guint i = 0; i < question->places->len; i++)
    ask (finder, unk_marks_get_place (marks, i),
         &g_array_index (question->places, UnkAskedPlace, i));
  return question;
}

/**
 * unk_question_free:
 * @question: (nullable): a question
 */
void
unk_question_free (UnkQuestion *question)
{
  if (!question)
    return;
  for (guint i = 0; i < question->places->len; i++)
    {
      UnkAskedPlace *place = &g_array_index (question->places, UnkAskedPlace, i);

      for (guint side = 0; side < UNK_SIDES; side++)
        {
          for (guint v = 0; v < question->n_views; v++)
            {
              unk_mask_free (place->painted[side][v]);
              unk_mask_free (place->carried[side][v]);
              unk_mask_free (place->wide[side][v]);
            }
          g_free (place->painted[side]);
          g_free (place->carried[side]);
          g_free (place->wide[side]);
          g_free (place->painted_reach[side]);
          g_free (place->carried_reach[side]);
        }
    }
  g_array_unref (question->places);
  g_free (question);
}

/* What the words say of a named area: 1 where a point's essential or spillover areas state it. */
static UnkExplained
explain_name (const UnkFinder *self, const UnkAskedPlace *place, guint muscle, UnkSide side)
{
  guint i = (guint) (place->area - self->areas);
  guint64 bit = G_GUINT64_CONSTANT (1) << (i % 64);
  const UnkStated *stated = &self->stated[muscle];
  gboolean essential = (stated->essential[i / 64] & bit) != 0;

  if (place->area->paired && place->pain->side != side)
    return (UnkExplained){ 0 };
  return (UnkExplained){ essential, !essential && stated->spillover[i / 64] & bit, 0 };
}

static gboolean
may_meet (const UnkReach *a, const UnkReach *b)
{
  return a->column < b->end_column && b->column < a->end_column && a->row < b->end_row &&
         b->row < a->end_row;
}

static void
count_common (const UnkMask *mask, const UnkReach *marked_reach, const UnkZoneUnion *u,
              const UnkReach *reach, UnkExplained *e)
{
  int first_word = MAX (marked_reach->column, reach->column) / 64;
  int end_word = (MIN (marked_reach->end_column, reach->end_column) + 63) / 64;
  int first_row = MAX (marked_reach->row, reach->row);
  int end_row = MIN (marked_reach->end_row, reach->end_row);
  int word_0 = reach->column / 64, words = (reach->end_column + 63) / 64 - word_0;
  guint n[3] = { 0 };

  for (int row = first_row; row < end_row; row++)
    {
      const guint64 *marked = mask->bits + (row - mask->row) * mask->words - mask->word;
      const guint64 *bits = u->bits + 2 * ((row - reach->row) * words - word_0);

      for (int word = first_word; word < end_word; word++)
        {
          guint64 a = marked[word] & bits[2 * word], b = marked[word] & bits[2 * word + 1];

          if (!(a | b))
            continue;
          n[0] += (guint) __builtin_popcountll (a & ~b);
          n[1] += (guint) __builtin_popcountll (b & ~a);
          n[2] += (guint) __builtin_popcountll (a & b);
        }
    }
  e->essential += n[0];
  e->spillover += n[1];
  e->near += n[2];
}

/* Counts in all views; %FALSE where the muscle has no zone in any view of the masks. */
static gboolean
count (const UnkFinder *self, UnkMask **masks, const UnkReach *mask_reaches, guint muscle,
       UnkExplained *e)
{
  gboolean drawn = FALSE;

  for (guint v = 0; v < self->n_views; v++)
    {
      guint drawn_view = self->views[v].flipped ? v - 1 : v;
      const UnkReach *reach = &self->reaches[(gsize) drawn_view * self->n_muscles + muscle];

      if (!masks[v] || reach->end_row == 0)
        continue;
      drawn = TRUE;
      if (may_meet (&mask_reaches[v], reach))
        count_common (masks[v], &mask_reaches[v], get_union (self, muscle, drawn_view), reach, e);
    }
  return drawn;
}

static UnkExplained
divide (UnkExplained e, double by)
{
  return by > 0 ? (UnkExplained){ e.essential / by, e.spillover / by, e.near / by }
                : (UnkExplained){ 0 };
}

static UnkExplained
explain_drawn (const UnkFinder *self, const UnkAskedPlace *place, guint muscle, UnkSide side)
{
  UnkExplained e = { 0 };

  if (count (self, place->painted[side], place->painted_reach[side], muscle, &e))
    return divide (e, place->cells);
  /* The views in which it was painted don't show the muscle's zones; others may. */
  count (self, place->carried[side], place->carried_reach[side], muscle, &e);
  return divide (e, place->carried_cells[side] / CARRIED_WEIGHT);
}

/**
 * unk_finder_explain:
 * @self: a finder
 * @place: a marked place
 * @muscle: the number of a muscle
 * @side: its side
 *
 * Returns: how much of the place the muscle's zones explain
 */
UnkExplained
unk_finder_explain (const UnkFinder *self, const UnkAskedPlace *place, guint muscle, UnkSide side)
{
  UnkExplained words, drawn;

  if (place->by_name)
    return explain_name (self, place, muscle, side);
  drawn = explain_drawn (self, place, muscle, side);
  if (!place->area)
    return drawn;
  words = explain_name (self, place, muscle, side);
  return (UnkExplained){
    WORDS_WEIGHT * words.essential + (1 - WORDS_WEIGHT) * drawn.essential,
    WORDS_WEIGHT * words.spillover + (1 - WORDS_WEIGHT) * drawn.spillover,
    (1 - WORDS_WEIGHT) * drawn.near,
  };
}

/**
 * unk_explained_sum:
 * @explained: shares of a place
 *
 * Returns: the share that counts: the essential zones whole, spillover and margin less
 */
double
unk_explained_sum (UnkExplained explained)
{
  return MIN (
    1, explained.essential + SPILLOVER_WEIGHT * explained.spillover + NEAR_WEIGHT * explained.near);
}

static void
add_focus (const UnkQuestion *question, const UnkZoneUnion *u, guint v, UnkSide side,
           double marked[UNK_FINDER_POINTS], double zone[UNK_FINDER_POINTS])
{
  for (guint i = 0; u->zones && i < u->zones->len; i++)
    {
      const UnkZone *z = g_ptr_array_index (u->zones, i);
      int p = MIN (z->point->number, UNK_FINDER_POINTS) - 1;
      double cells, common = 0;
      gboolean seen = FALSE;

      if (!z->essential)
        continue;
      cells = u->cells[i];
      for (guint k = 0; k < question->places->len; k++)
        {
          const UnkAskedPlace *place = &g_array_index (question->places, UnkAskedPlace, k);
          UnkMask *mask = place->painted[side][v];

          seen |= mask != NULL && !place->by_name;
          common += mask && !place->by_name ? unk_mask_count_common (mask, &z->mask) : 0;
        }
      marked[p] += MIN (common, cells);
      zone[p] += seen ? cells : UNSEEN_WEIGHT * cells;
    }
}

/**
 * unk_finder_measure_focus:
 * @self: a finder
 * @question: what is asked
 * @muscle: the number of a muscle
 * @side: its side
 *
 * Returns: how closely the marks fit one of the points: the largest share of a point's essential
 * zone that is marked
 */
double
unk_finder_measure_focus (const UnkFinder *self, const UnkQuestion *question, guint muscle,
                          UnkSide side)
{
  double marked[UNK_FINDER_POINTS] = { 0 }, zone[UNK_FINDER_POINTS] = { 0 }, best = 0;

  for (guint v = 0; v < self->n_views; v++)
    if (unk_view_shows_side (&self->views[v], side))
      add_focus (question, unk_finder_get_union (self, muscle, v), v, side, marked, zone);
  for (int p = 0; p < UNK_FINDER_POINTS; p++)
    best = zone[p] > 0 ? MAX (best, marked[p] / zone[p]) : best;
  return MIN (best, 1);
}

/* What is painted of the place, with a margin around it where @widely. */
static const UnkMask *
get_painted (const UnkFinder *self, UnkAskedPlace *place, UnkSide side, guint v, gboolean widely)
{
  UnkMask **wide = &place->wide[side][v];

  if (!widely || !place->painted[side][v])
    return place->painted[side][v];
  if (!*wide)
    *wide = unk_mask_dilate (place->painted[side][v], self->views[v].width, self->views[v].height,
                             UNK_FINDER_MARGIN);
  return *wide;
}

static gboolean
meets (const UnkZone *zone, const UnkMask *mask)
{
  return mask && unk_mask_count_common (&zone->mask, mask) > 0;
}

static gboolean
states (const UnkAskedPlace *place, const UnkPoint *point, UnkSide side)
{
  return place->area && (!place->area->paired || place->pain->side == side) &&
         (unk_area_is_in (point->essential, place->area->id) ||
          unk_area_is_in (point->spillover, place->area->id));
}

/**
 * unk_finder_touches:
 * @self: a finder
 * @question: what is asked
 * @point: a trigger point
 * @side: the side of its muscle
 * @widely: whether what lies within the margin counts as well
 *
 * Returns: whether one of the point's zones, or the areas that it states, meets what is marked
 */
gboolean
unk_finder_touches (const UnkFinder *self, UnkQuestion *question, const UnkPoint *point,
                    UnkSide side, gboolean widely)
{
  guint muscle = (guint) (point->muscle - self->muscles);

  for (guint k = 0; k < question->places->len; k++)
    {
      UnkAskedPlace *place = &g_array_index (question->places, UnkAskedPlace, k);

      if (states (place, point, side))
        return TRUE;
      for (guint v = 0; v < self->n_views && !place->by_name; v++)
        {
          GPtrArray *zones = unk_finder_get_union (self, muscle, v)->zones;

          for (guint i = 0; zones && i < zones->len; i++)
            {
              const UnkZone *zone = g_ptr_array_index (zones, i);

              if (zone->point == point &&
                  (meets (zone, get_painted (self, place, side, v, widely)) ||
                   meets (zone, place->carried[side][v])))
                return TRUE;
            }
        }
    }
  return FALSE;
}
