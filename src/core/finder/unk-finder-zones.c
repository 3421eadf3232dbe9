/* unk-finder-zones.c: the zones of each muscle and view, put together once to be counted often
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-finder-private.h"

static UnkZoneUnion *
get_union (const UnkFinder *self, guint muscle, guint view)
{
  return &self->unions[(gsize) muscle * self->n_views + view];
}

/**
 * unk_finder_number:
 * @self: a finder
 * @muscle: a muscle of its atlas
 *
 * Returns: its number
 */
guint
unk_finder_number (const UnkFinder *self, const UnkMuscle *muscle)
{
  return (guint) (muscle - self->muscles);
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
join (const UnkView *view, const UnkZoneUnion *u, gboolean essential)
{
  g_autoptr (UnkMask) mask = unk_mask_new (view->width, view->height);

  for (guint i = 0; i < u->n_zones; i++)
    if (u->zones[i].essential == essential)
      unk_mask_add (mask, &u->zones[i].mask);
  return g_steal_pointer (&mask);
}

static void
make_union (UnkZoneUnion *u, const UnkView *view, guint muscle, UnkTiling *tiling)
{
  g_autoptr (UnkMask) essential = join (view, u, TRUE);
  g_autoptr (UnkMask) spillover = join (view, u, FALSE);
  g_autoptr (UnkMask) both = unk_mask_copy (essential);
  g_autoptr (UnkMask) both_cropped = NULL, near = NULL;

  unk_mask_add (both, spillover);
  unk_mask_remove (spillover, essential);
  both_cropped = unk_mask_crop (both);
  u->essential = unk_mask_crop (essential);
  u->spillover = unk_mask_crop (spillover);
  near = unk_mask_dilate (both_cropped, view->width, view->height, UNK_FINDER_MARGIN);
  unk_tiling_add (tiling, muscle, u->essential, u->spillover, near);
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

/* Those of the first muscle, view by view, then those of the next. */
static void
sort_zones (UnkFinder *self)
{
  gsize n = 0;

  for (guint v = 0; v < self->n_views; v++)
    for (guint i = 0; !self->views[v].flipped && i < self->views[v].n_zones; i++, n++)
      get_union (self, unk_finder_number (self, self->views[v].zones[i].point->muscle), v)
        ->n_zones++;
  self->zones = g_new0 (UnkCountedZone, n + 1);
  n = 0;
  for (gsize i = 0; i < (gsize) self->n_muscles * self->n_views; i++)
    {
      self->unions[i].zones = &self->zones[n];
      n += self->unions[i].n_zones;
      self->unions[i].n_zones = 0;
    }
  for (guint v = 0; v < self->n_views; v++)
    for (guint i = 0; !self->views[v].flipped && i < self->views[v].n_zones; i++)
      {
        const UnkZone *zone = &self->views[v].zones[i];
        const UnkMuscle *muscle = zone->point->muscle;
        UnkZoneUnion *u = get_union (self, unk_finder_number (self, muscle), v);

        self->zones[u->zones - self->zones + u->n_zones++] =
          (UnkCountedZone){ zone->mask, unk_mask_count (&zone->mask),
                            (guint16) (zone->point - muscle->points), zone->essential };
      }
}

/* What few have described counts a little less, what surveys found often a little more. */
static double
weigh_certainty (const UnkMuscle *muscle)
{
  double weight = g_str_equal (muscle->certainty, "well-described") ? 0.97
                  : g_str_equal (muscle->certainty, "described")    ? 0.94
                                                                    : 0.88;

  return muscle->often ? weight + 0.03 : weight;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const UnkMuscle *const *) a)->id, (*(const UnkMuscle *const *) b)->id);
}

static void
collect_facts (UnkFinder *self)
{
  g_autofree const UnkMuscle **by_id = g_new (const UnkMuscle *, (gsize) self->n_muscles + 1);

  self->drawn = g_new0 (guint, (gsize) self->n_muscles + 1);
  self->facts = g_new0 (UnkFacts, (gsize) self->n_muscles + 1);
  for (guint m = 0; m < self->n_muscles; m++)
    {
      const UnkMuscle *muscle = by_id[m] = &self->muscles[m];

      self->facts[m].certainty = weigh_certainty (muscle);
      for (guint v = 0; v < self->n_views; v++)
        self->drawn[m] |= unk_finder_get_union (self, m, v)->n_zones ? 1u << v : 0;
      for (guint p = 0; p < muscle->n_points; p++)
        {
          state_areas (self, muscle->points[p].essential, self->facts[m].essential);
          state_areas (self, muscle->points[p].spillover, self->facts[m].spillover);
        }
    }
  qsort (by_id, self->n_muscles, sizeof *by_id, compare_ids);
  for (guint i = 0; i < self->n_muscles; i++)
    self->facts[unk_finder_number (self, by_id[i])].order = i;
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
  self->tilings = g_new0 (UnkTiling *, self->n_views + 1);
  sort_zones (self);
  collect_facts (self);
  for (guint v = 0; v < self->n_views; v++)
    {
      if (self->views[v].flipped)
        continue;
      self->tilings[v] = unk_tiling_new (self->views[v].width, self->views[v].height);
      for (guint m = 0; m < self->n_muscles; m++)
        if (get_union (self, m, v)->n_zones)
          make_union (get_union (self, m, v), &self->views[v], m, self->tilings[v]);
      unk_tiling_close (self->tilings[v]);
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
    }
  g_clear_pointer (&self->unions, g_free);
  for (guint v = 0; self->tilings && v < self->n_views; v++)
    unk_tiling_free (self->tilings[v]);
  g_clear_pointer (&self->tilings, g_free);
  g_clear_pointer (&self->zones, g_free);
  g_clear_pointer (&self->drawn, g_free);
  g_clear_pointer (&self->facts, g_free);
}
