/* unk-finder.c: which muscles refer pain to a marked place
 *
 * For each muscle and view, the zones of its points are put together once: the essential ones, and
 * what the spillover ones add to them. A find then counts common bits. The left side is found by
 * mirroring the mark, not the zones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-finder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The formula is explained in README.md; the numbers are ours, not the literature's. */
#define SPILLOVER_WEIGHT 0.5
#define FOCUS_WEIGHT 0.25
/* An area without a drawn shape counts as much as a spot of so many cells. */
#define NAMED_CELLS 100.0
/* Less than this isn't worth a line. */
#define LEAST_SCORE 0.02
/* Points beyond this aren't told apart in how closely they fit. */
#define MAX_POINTS 64

typedef struct
{
  UnkMask *essential, *spillover; /* (nullable) */
  GPtrArray *zones;               /* (nullable): the UnkZones that it is made of */
} Union;

struct _UnkFinder
{
  GObject parent_instance;

  UnkAtlas *atlas;
  const UnkView *views;
  guint n_views;
  const UnkMuscle *muscles;
  guint n_muscles;
  Union *unions; /* n_muscles × n_views */
};

G_DEFINE_FINAL_TYPE (UnkFinder, unk_finder, G_TYPE_OBJECT)

static Union *
get_union (UnkFinder *self, guint muscle, guint view)
{
  return &self->unions[(gsize) muscle * self->n_views + view];
}

static void
unk_finder_finalize (GObject *object)
{
  UnkFinder *self = UNK_FINDER (object);

  for (gsize i = 0; i < (gsize) self->n_muscles * self->n_views; i++)
    {
      unk_mask_free (self->unions[i].essential);
      unk_mask_free (self->unions[i].spillover);
      g_clear_pointer (&self->unions[i].zones, g_ptr_array_unref);
    }
  g_free (self->unions);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_finder_parent_class)->finalize (object);
}

static void
unk_finder_class_init (UnkFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_finder_finalize;
}

static void
unk_finder_init (UnkFinder *self G_GNUC_UNUSED)
{
}

/* Zones of one muscle are unlike in their boxes: the union is made on the whole view and cropped.
 */
static void
collect_unions (UnkFinder *self, guint v)
{
  const UnkView *view = &self->views[v];
  UnkMask **essential = g_new0 (UnkMask *, self->n_muscles);
  UnkMask **spillover = g_new0 (UnkMask *, self->n_muscles);

  for (guint i = 0; i < view->n_zones; i++)
    {
      const UnkZone *zone = &view->zones[i];
      gsize m = (gsize) (zone->point->muscle - self->muscles);
      UnkMask **into = zone->essential ? &essential[m] : &spillover[m];
      Union *u = get_union (self, (guint) m, v);

      if (!u->zones)
        u->zones = g_ptr_array_new ();
      g_ptr_array_add (u->zones, (gpointer) zone);
      if (!*into)
        *into = unk_mask_new (view->width, view->height);
      unk_mask_add (*into, &zone->mask);
    }
  for (guint m = 0; m < self->n_muscles; m++)
    {
      Union *u = get_union (self, m, v);

      u->essential = essential[m] ? unk_mask_crop (essential[m]) : NULL;
      u->spillover = spillover[m] ? unk_mask_crop (spillover[m]) : NULL;
      unk_mask_free (essential[m]);
      unk_mask_free (spillover[m]);
    }
  g_free (essential);
  g_free (spillover);
}

/**
 * unk_finder_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): a finder over its zones
 */
UnkFinder *
unk_finder_new (UnkAtlas *atlas)
{
  UnkFinder *self = g_object_new (UNK_TYPE_FINDER, NULL);

  self->atlas = unk_atlas_ref (atlas);
  self->views = unk_atlas_get_views (atlas, &self->n_views);
  self->muscles = unk_atlas_get_muscles (atlas, &self->n_muscles);
  self->unions = g_new0 (Union, (gsize) self->n_muscles * self->n_views + 1);
  for (guint v = 0; v < self->n_views; v++)
    collect_unions (self, v);
  return self;
}

/* What is asked, made once for a find: masks for both sides, and areas that have no shape anywhere.
 */
typedef struct
{
  UnkMask **masks[UNK_SIDES]; /* a view each; (nullable) */
  guint cells;
  const UnkMark **named;
  guint n_named;
} Question;

static gboolean
has_shape (UnkFinder *self, const UnkArea *area)
{
  for (guint v = 0; v < self->n_views; v++)
    for (guint i = 0; i < self->views[v].n_regions; i++)
      if (self->views[v].regions[i].area == area && self->views[v].regions[i].mask.rows)
        return TRUE;
  return FALSE;
}

/* What is marked on a side, as if it were the right one. */
static UnkMask *
fold_mask (const UnkView *view, UnkSide side, const UnkMask *mask)
{
  if (!unk_view_shows_side (view, side))
    return unk_mask_new (0, 0);
  return unk_view_is_turned (view, side) ? unk_mask_mirror (mask, view->width)
                                         : unk_mask_copy (mask);
}

static void
ask (UnkFinder *self, UnkMarks *marks, Question *q)
{
  guint n = unk_marks_get_n (marks);

  for (guint side = 0; side < UNK_SIDES; side++)
    q->masks[side] = g_new0 (UnkMask *, self->n_views);
  q->cells = 0;
  for (guint v = 0; v < self->n_views; v++)
    {
      g_autoptr (UnkMask) mask = unk_marks_make_mask (marks, &self->views[v]);

      for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
        q->masks[side][v] = fold_mask (&self->views[v], side, mask);
      q->cells += unk_mask_count (mask);
    }
  q->named = g_new0 (const UnkMark *, n + 1);
  q->n_named = 0;
  for (guint i = 0; i < n; i++)
    {
      const UnkMark *mark = unk_marks_get (marks, i);

      /* A deep area is felt inside: its little mark on the skin says less than its name. */
      if (mark->area && (mark->area->deep || !has_shape (self, mark->area)))
        q->named[q->n_named++] = mark;
    }
}

static void
forget (UnkFinder *self, Question *q)
{
  for (guint side = 0; side < UNK_SIDES; side++)
    {
      for (guint v = 0; v < self->n_views; v++)
        unk_mask_free (q->masks[side][v]);
      g_free (q->masks[side]);
    }
  g_free (q->named);
}

static gboolean
is_named (const Question *q, const UnkPoint *point, UnkSide side, gboolean essential)
{
  for (guint i = 0; i < q->n_named; i++)
    if ((!q->named[i]->area->paired || q->named[i]->side == side) &&
        unk_area_is_in (essential ? point->essential : point->spillover, q->named[i]->area->id))
      return TRUE;
  return FALSE;
}

/* How many of the named areas the muscle's points state. */
static void
count_named (const Question *q, const UnkMuscle *muscle, UnkSide side, double *essential,
             double *spillover)
{
  for (guint i = 0; i < q->n_named; i++)
    {
      gboolean in_essential = FALSE, in_spillover = FALSE;

      if (q->named[i]->area->paired && q->named[i]->side != side)
        continue;
      for (guint p = 0; p < muscle->n_points; p++)
        {
          in_essential |= unk_area_is_in (muscle->points[p].essential, q->named[i]->area->id);
          in_spillover |= unk_area_is_in (muscle->points[p].spillover, q->named[i]->area->id);
        }
      *essential += in_essential ? NAMED_CELLS : 0;
      *spillover += !in_essential && in_spillover ? NAMED_CELLS : 0;
    }
}

static gboolean
is_touched (UnkFinder *self, const Question *q, const UnkPoint *point, UnkSide side)
{
  for (guint v = 0; v < self->n_views; v++)
    {
      GPtrArray *zones = get_union (self, (guint) (point->muscle - self->muscles), v)->zones;

      for (guint i = 0; zones && i < zones->len; i++)
        {
          const UnkZone *zone = g_ptr_array_index (zones, i);

          if (zone->point == point && unk_mask_count_common (&zone->mask, q->masks[side][v]))
            return TRUE;
        }
    }
  return is_named (q, point, side, TRUE) || is_named (q, point, side, FALSE);
}

/* How closely the mark fits one of the points: the largest share of a point's essential zone that
 * is marked. */
static double
find_focus (UnkFinder *self, const Question *q, guint m, UnkSide side)
{
  double marked[MAX_POINTS] = { 0 }, zone[MAX_POINTS] = { 0 }, best = 0;

  for (guint v = 0; v < self->n_views; v++)
    {
      GPtrArray *zones = get_union (self, m, v)->zones;

      for (guint i = 0; zones && i < zones->len; i++)
        {
          const UnkZone *z = g_ptr_array_index (zones, i);
          int p = MIN (z->point->number, MAX_POINTS) - 1;

          if (!z->essential)
            continue;
          marked[p] += unk_mask_count_common (q->masks[side][v], &z->mask);
          zone[p] += unk_mask_count (&z->mask);
        }
    }
  for (int p = 0; p < MAX_POINTS; p++)
    best = zone[p] > 0 ? MAX (best, marked[p] / zone[p]) : best;
  return best;
}

/* What few have described counts a little less. */
static double
weigh_certainty (const UnkMuscle *muscle)
{
  if (g_str_equal (muscle->certainty, "well-described"))
    return 1;
  return g_str_equal (muscle->certainty, "described") ? 0.95 : 0.85;
}

static gboolean
score (UnkFinder *self, const Question *q, guint m, UnkSide side, UnkMatch *match)
{
  const UnkMuscle *muscle = &self->muscles[m];
  double essential = 0, spillover = 0, total = q->cells + NAMED_CELLS * q->n_named;

  for (guint v = 0; v < self->n_views; v++)
    {
      static const UnkMask nothing = { 0 };
      const Union *u = get_union (self, m, v);
      const UnkMask *mask = q->masks[side][v];

      if (u->essential)
        essential += unk_mask_count_common (mask, u->essential);
      if (u->spillover)
        spillover += unk_mask_count_common_without (mask, u->spillover,
                                                    u->essential ? u->essential : &nothing);
    }
  match->focus = essential > 0 ? find_focus (self, q, m, side) : 0;
  count_named (q, muscle, side, &essential, &spillover);
  match->muscle = muscle;
  match->side = side;
  match->essential = essential / total;
  match->spillover = spillover / total;
  match->score = (match->essential + SPILLOVER_WEIGHT * match->spillover) *
                 (1 - FOCUS_WEIGHT + FOCUS_WEIGHT * sqrt (match->focus)) * weigh_certainty (muscle);
  return match->score >= LEAST_SCORE;
}

static void
add_points (UnkFinder *self, const Question *q, UnkMatch *match)
{
  match->n_points = 0;
  for (guint p = 0; p < match->muscle->n_points && match->n_points < UNK_FINDER_MAX_POINTS; p++)
    if (is_touched (self, q, &match->muscle->points[p], match->side))
      match->points[match->n_points++] = &match->muscle->points[p];
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const UnkMatch *p = a, *q = b;

  if (p->score != q->score)
    return p->score < q->score ? 1 : -1;
  if (p->muscle != q->muscle)
    return g_strcmp0 (p->muscle->id, q->muscle->id);
  return (int) p->side - (int) q->side;
}

/**
 * unk_finder_find:
 * @self: a finder
 * @marks: what hurts
 *
 * Ranks the muscles whose zones are touched by what is marked.
 *
 * Returns: (transfer full) (element-type UnkMatch): the matches, the best first; equal scores by id
 */
GArray *
unk_finder_find (UnkFinder *self, UnkMarks *marks)
{
  GArray *matches = g_array_new (FALSE, TRUE, sizeof (UnkMatch));
  Question q;

  ask (self, marks, &q);
  if (q.cells || q.n_named)
    for (guint m = 0; m < self->n_muscles; m++)
      for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
        {
          UnkMatch match = { 0 };

          if (!score (self, &q, m, side, &match))
            continue;
          add_points (self, &q, &match);
          g_array_append_val (matches, match);
        }
  forget (self, &q);
  g_array_sort (matches, compare_matches);
  return matches;
}

static int
percent (double share)
{
  return (int) lround (share * 100);
}

/**
 * unk_match_describe:
 * @match: a match
 *
 * Returns: (transfer full): why it stands where it stands, a sentence in the user's language
 */
char *
unk_match_describe (const UnkMatch *match)
{
  int essential = percent (match->essential), spillover = percent (match->spillover);

  if (essential && spillover)
    /* Translators: %d are percentages, %% is the percent sign */
    return g_strdup_printf (
      _ ("Its essential zone covers %d %% of what you marked, its spillover zone another %d %%."),
      essential, spillover);
  if (essential)
    return g_strdup_printf (_ ("Its essential zone covers %d %% of what you marked."), essential);
  return g_strdup_printf (
    _ ("Only its spillover zone reaches here; it covers %d %% of what you marked."), spillover);
}

/* Whether a mark touches one of the areas. */
static gboolean
touches_area (UnkFinder *self, UnkMask **masks, UnkMarks *marks, UnkTexts areas)
{
  for (guint i = 0; i < unk_marks_get_n (marks); i++)
    if (unk_marks_get (marks, i)->area &&
        unk_area_is_in (areas, unk_marks_get (marks, i)->area->id))
      return TRUE;
  for (guint v = 0; v < self->n_views; v++)
    for (guint i = 0; i < self->views[v].n_regions; i++)
      {
        const UnkRegion *region = &self->views[v].regions[i];

        if (!unk_area_is_in (areas, region->area->id))
          continue;
        for (guint side = 0; side < UNK_SIDES; side++)
          if (unk_mask_count_common (&region->mask, masks[side * self->n_views + v]))
            return TRUE;
      }
  return FALSE;
}

/**
 * unk_finder_find_red_flags:
 * @self: a finder
 * @marks: what hurts
 *
 * Returns: (transfer full) (element-type UnkCaution): the red flags that fit the marked places, in
 * the order of the atlas
 */
GPtrArray *
unk_finder_find_red_flags (UnkFinder *self, UnkMarks *marks)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) masks = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_mask_free);
  guint n;
  const UnkCaution *flags = unk_atlas_get_red_flags (self->atlas, &n);

  for (guint v = 0; v < self->n_views; v++)
    g_ptr_array_add (masks, unk_marks_make_mask (marks, &self->views[v]));
  for (guint v = 0; v < self->n_views; v++)
    g_ptr_array_add (masks, unk_mask_mirror (g_ptr_array_index (masks, v), self->views[v].width));
  for (guint i = 0; i < n && unk_marks_get_n (marks); i++)
    if (touches_area (self, (UnkMask **) masks->pdata, marks, flags[i].areas))
      g_ptr_array_add (found, (gpointer) &flags[i]);
  return found;
}
