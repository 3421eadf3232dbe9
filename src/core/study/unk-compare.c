/* unk-compare.c: what two muscles have in common, and what only one of them does
 *
 * By words: the areas that the records name. By drawing: the cells of the zones, in all views but
 * those that are drawn by turning another around.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-compare.h"

/**
 * unk_reach_of:
 * @muscle: a muscle
 * @area: an area's id
 *
 * Returns: what the area is to the muscle's points: the most that it is to any of them
 */
UnkReach
unk_reach_of (const UnkMuscle *muscle, const char *area)
{
  UnkReach reach = UNK_REACH_NONE;

  for (guint i = 0; i < muscle->n_points; i++)
    if (unk_area_is_in (muscle->points[i].essential, area))
      return UNK_REACH_ESSENTIAL;
    else if (unk_area_is_in (muscle->points[i].spillover, area))
      reach = UNK_REACH_SPILLOVER;
  return reach;
}

static gboolean
is_part (const UnkShared *shared, UnkPart part)
{
  switch (part)
    {
    case UNK_PART_FIRST:
      return shared->first && !shared->second;
    case UNK_PART_SECOND:
      return !shared->first && shared->second;
    case UNK_PART_BOTH:
    default:
      return shared->first && shared->second;
    }
}

/* Those that are essential for both come first. */
static int
compare_shared (gconstpointer a, gconstpointer b)
{
  const UnkShared *p = a, *q = b;
  int reach = (int) (q->first + q->second) - (int) (p->first + p->second);

  return reach ? reach : (p->area > q->area) - (p->area < q->area);
}

/**
 * unk_compare_areas:
 * @atlas: the atlas
 * @first: a muscle
 * @second: another
 * @part: what both reach, or only one
 *
 * Returns: (transfer full) (element-type UnkShared): the areas, the essential ones first
 */
GArray *
unk_compare_areas (UnkAtlas *atlas, const UnkMuscle *first, const UnkMuscle *second, UnkPart part)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (UnkShared));
  guint n;
  const UnkArea *areas = unk_atlas_get_areas (atlas, &n);

  for (guint i = 0; i < n; i++)
    {
      UnkShared shared = { &areas[i], unk_reach_of (first, areas[i].id),
                           unk_reach_of (second, areas[i].id) };

      if (is_part (&shared, part))
        g_array_append_val (list, shared);
    }
  g_array_sort (list, compare_shared);
  return list;
}

static UnkMask *
join_zones (const UnkView *view, const UnkMuscle *muscle)
{
  UnkMask *mask = unk_mask_new (view->width, view->height);

  for (guint i = 0; i < view->n_zones; i++)
    if (view->zones[i].point->muscle == muscle)
      unk_mask_add (mask, &view->zones[i].mask);
  return mask;
}

/**
 * unk_compare_new_mask:
 * @view: a view
 * @first: a muscle
 * @second: another
 * @part: what both cover, or only one
 *
 * Returns: (transfer full): the cells of the zones, of the right side
 */
UnkMask *
unk_compare_new_mask (const UnkView *view, const UnkMuscle *first, const UnkMuscle *second,
                      UnkPart part)
{
  UnkMask *one = join_zones (view, part == UNK_PART_SECOND ? second : first);
  g_autoptr (UnkMask) other = join_zones (view, part == UNK_PART_SECOND ? first : second);

  if (part == UNK_PART_BOTH)
    unk_mask_clip (one, other);
  else
    unk_mask_remove (one, other);
  return one;
}

/**
 * unk_compare_share:
 * @atlas: the atlas
 * @first: a muscle
 * @second: another
 *
 * Returns: of all that both patterns cover in the drawing, the share that is common, 0 to 1
 */
double
unk_compare_share (UnkAtlas *atlas, const UnkMuscle *first, const UnkMuscle *second)
{
  guint n, common = 0, all = 0;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UnkMask) one = views[i].flipped ? NULL : join_zones (&views[i], first);
      g_autoptr (UnkMask) two = views[i].flipped ? NULL : join_zones (&views[i], second);
      guint shared = one ? unk_mask_count_common (one, two) : 0;

      common += shared;
      all += one ? unk_mask_count (one) + unk_mask_count (two) - shared : 0;
    }
  return all ? (double) common / all : 0;
}

static guint
count_shown (const UnkView *view, const UnkMuscle *first, const UnkMuscle *second)
{
  g_autoptr (UnkMask) one = join_zones (view, first), two = join_zones (view, second);
  guint a = unk_mask_count (one), b = unk_mask_count (two);

  /* A view that shows one of them only is no place to compare. */
  return a && b ? a + b + 4 * unk_mask_count_common (one, two) : 0;
}

/**
 * unk_compare_find_view:
 * @atlas: the atlas
 * @first: a muscle
 * @second: another
 * @current: the view that is shown
 * @side: the side of the muscles
 *
 * Returns: @current where it shows zones of both, or else the view that shows most of them
 */
const UnkView *
unk_compare_find_view (UnkAtlas *atlas, const UnkMuscle *first, const UnkMuscle *second,
                       const UnkView *current, UnkSide side)
{
  guint n, most = 0;
  const UnkView *views = unk_atlas_get_views (atlas, &n), *best = current;

  if (unk_view_shows_side (current, side) && count_shown (current, first, second))
    return current;
  for (guint i = 0; i < n; i++)
    {
      guint shown =
        unk_view_shows_side (&views[i], side) ? count_shown (&views[i], first, second) : 0;

      if (shown > most)
        {
          most = shown;
          best = &views[i];
        }
    }
  return best;
}

static double
weigh (UnkReach reach)
{
  return reach == UNK_REACH_ESSENTIAL ? 1 : reach == UNK_REACH_SPILLOVER ? 0.5 : 0;
}

/* By words, which is quick enough for all muscles at once. */
static double
compare_words (UnkAtlas *atlas, const UnkMuscle *first, const UnkMuscle *second)
{
  guint n;
  const UnkArea *areas = unk_atlas_get_areas (atlas, &n);
  double common = 0, all = 0;

  for (guint i = 0; i < n; i++)
    {
      double a = weigh (unk_reach_of (first, areas[i].id));
      double b = weigh (unk_reach_of (second, areas[i].id));

      common += MIN (a, b);
      all += MAX (a, b);
    }
  return all > 0 ? common / all : 0;
}

static int
compare_alike (gconstpointer a, gconstpointer b)
{
  const UnkAlike *p = a, *q = b;

  if (p->alike != q->alike)
    return p->alike < q->alike ? 1 : -1;
  return g_utf8_collate (unk_text (p->muscle->name), unk_text (q->muscle->name));
}

/**
 * unk_compare_rank:
 * @atlas: the atlas
 * @muscle: a muscle
 *
 * Returns: (transfer full) (element-type UnkAlike): all others, those whose words say nearly the
 *   same first
 */
GArray *
unk_compare_rank (UnkAtlas *atlas, const UnkMuscle *muscle)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (UnkAlike));
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint i = 0; i < n; i++)
    {
      UnkAlike alike = { &muscles[i], 0 };

      if (&muscles[i] == muscle)
        continue;
      alike.alike = compare_words (atlas, muscle, &muscles[i]);
      g_array_append_val (list, alike);
    }
  g_array_sort (list, compare_alike);
  return list;
}
