/* unk-finder-count.c: what of the marked places a muscle's zones explain, in common bits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
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

/* What the words say of a named area: 1 where a point's essential or spillover areas state it. */
static UnkExplained
explain_name (const UnkFinder *self, const UnkAskedPlace *place, guint muscle, UnkSide side)
{
  guint i = (guint) (place->area - self->areas);
  guint64 bit = G_GUINT64_CONSTANT (1) << (i % 64);
  const UnkFacts *stated = &self->facts[muscle];
  gboolean essential = (stated->essential[i / 64] & bit) != 0;

  if (place->area->paired && place->pain->side != side)
    return (UnkExplained){ 0 };
  return (UnkExplained){ essential, !essential && stated->spillover[i / 64] & bit, 0 };
}

static UnkExplained
divide (const UnkCounts *all, guint muscle, double by)
{
  UnkCounts counts = all ? all[muscle] : (UnkCounts){ 0 };

  return by > 0 ? (UnkExplained){ counts.essential / by, counts.spillover / by, counts.near / by }
                : (UnkExplained){ 0 };
}

static UnkExplained
explain_drawn (const UnkFinder *self, const UnkAskedPlace *place, guint muscle, UnkSide side)
{
  if (self->drawn[muscle] & place->painted_views[side])
    return divide (place->painted_counts[side], muscle, place->cells);
  /* The views in which it was painted don't show the muscle's zones; others may. */
  return divide (place->carried_counts[side], muscle, place->carried_cells[side] / CARRIED_WEIGHT);
}

/**
 * unk_finder_explain:
 * @self: a finder
 * @place: a marked place; unless it is asked by name, of a question that is counted
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

static gboolean
is_empty (const UnkCounts *all, guint muscle)
{
  return !all || !(all[muscle].essential | all[muscle].spillover | all[muscle].near);
}

/**
 * unk_finder_may_explain:
 * @question: what is asked; counted
 * @muscle: the number of a muscle
 * @side: its side
 *
 * Returns: %FALSE where the muscle lies elsewhere than the marks, as most do
 */
gboolean
unk_finder_may_explain (const UnkQuestion *question, guint muscle, UnkSide side)
{
  for (guint i = 0; i < question->places->len; i++)
    {
      const UnkAskedPlace *place = &g_array_index (question->places, UnkAskedPlace, i);

      if (place->area || !is_empty (place->painted_counts[side], muscle) ||
          !is_empty (place->carried_counts[side], muscle))
        return TRUE;
    }
  return FALSE;
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

static gboolean
shows_zones (const UnkFinder *self, guint muscle, guint view)
{
  return (self->drawn[muscle] >> view & 1) != 0;
}

static void
add_focus (const UnkQuestion *question, const UnkZoneUnion *u, guint v, UnkSide side,
           double marked[UNK_FINDER_POINTS], double zone[UNK_FINDER_POINTS])
{
  for (const UnkCountedZone *z = u->zones; z < u->zones + u->n_zones; z++)
    {
      int p = MIN (z->point, UNK_FINDER_POINTS - 1);
      double common = 0;
      gboolean seen = FALSE;

      if (!z->essential)
        continue;
      for (guint k = 0; k < question->places->len; k++)
        {
          const UnkAskedPlace *place = &g_array_index (question->places, UnkAskedPlace, k);
          UnkMask *mask = place->painted[side][v];

          seen |= mask != NULL && !place->by_name;
          common += mask && !place->by_name ? unk_mask_count_common (mask, &z->mask) : 0;
        }
      marked[p] += MIN (common, z->cells);
      zone[p] += seen ? z->cells : UNSEEN_WEIGHT * z->cells;
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
    if (shows_zones (self, muscle, v) && unk_view_shows_side (&self->views[v], side))
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

/* The points that state the area's name. */
static guint64
state_points (const UnkFinder *self, const UnkAskedPlace *place, guint muscle, UnkSide side)
{
  const UnkMuscle *m = &self->muscles[muscle];
  guint64 points = 0;

  if (!place->area || unk_explained_sum (explain_name (self, place, muscle, side)) <= 0)
    return 0;
  for (guint p = 0; p < MIN (m->n_points, 64); p++)
    if (unk_area_is_in (m->points[p].essential, place->area->id) ||
        unk_area_is_in (m->points[p].spillover, place->area->id))
      points |= G_GUINT64_CONSTANT (1) << p;
  return points;
}

static guint64
meet_zones (const UnkZoneUnion *u, const UnkMask *painted, const UnkMask *carried)
{
  guint64 points = 0;

  for (const UnkCountedZone *z = u->zones; z < u->zones + u->n_zones; z++)
    if (z->point < 64 && ((painted && unk_mask_meets (&z->mask, painted)) ||
                          (carried && unk_mask_meets (&z->mask, carried))))
      points |= G_GUINT64_CONSTANT (1) << z->point;
  return points;
}

/**
 * unk_finder_touched:
 * @self: a finder
 * @question: what is asked
 * @muscle: the number of a muscle
 * @side: its side
 * @widely: whether what lies within the margin counts as well
 *
 * Returns: the points of which a zone, or an area that they state, meets what is marked: bit i for
 * the point of number i, from 0, of the first 64
 */
guint64
unk_finder_touched (const UnkFinder *self, UnkQuestion *question, guint muscle, UnkSide side,
                    gboolean widely)
{
  guint64 points = 0;

  for (guint k = 0; k < question->places->len; k++)
    {
      UnkAskedPlace *place = &g_array_index (question->places, UnkAskedPlace, k);

      points |= state_points (self, place, muscle, side);
      for (guint v = 0; v < self->n_views && !place->by_name; v++)
        if (place->painted[side][v] || place->carried[side][v])
          points |=
            meet_zones (unk_finder_get_union (self, muscle, v),
                        get_painted (self, place, side, v, widely), place->carried[side][v]);
    }
  return points;
}
