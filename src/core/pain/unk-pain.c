/* unk-pain.c: one place that hurts
 *
 * A place is a value: with a mark more it is a new one, which takes over the masks of the old and
 * counts only the new mark in. So a place of a thousand strokes costs no more than the last of
 * them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-pain.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "unk-carry.h"
#include "unk-pick.h"

static const char *const kind_ids[UNK_N_PAIN_KINDS] = { "ache", "sharp", "burning", "tingling",
                                                        "stiff" };

static void
clear_mark (gpointer data)
{
  UnkMark *mark = data;

  g_clear_pointer (&mark->dots, g_array_unref);
}

/**
 * unk_mark_new_stroke:
 * @view: the view it is drawn in
 * @x: where it begins, in millimeters
 * @y: where it begins, in millimeters
 * @radius: of the brush, in millimeters
 * @erases: whether it takes away
 *
 * Returns: (transfer full): a stroke of one dot
 */
UnkMark *
unk_mark_new_stroke (const UnkView *view, double x, double y, double radius, gboolean erases)
{
  UnkMark *mark = g_atomic_rc_box_new0 (UnkMark);
  UnkDot dot = { (float) x, (float) y };

  mark->view = view;
  mark->side = unk_pick_side (view, x);
  mark->radius = radius;
  mark->erases = erases;
  mark->dots = g_array_new (FALSE, FALSE, sizeof (UnkDot));
  g_array_append_val (mark->dots, dot);
  return mark;
}

/**
 * unk_mark_new_area:
 * @area: an area
 * @side: its side; of no meaning where the area is not paired
 *
 * Returns: (transfer full): the area as a mark
 */
UnkMark *
unk_mark_new_area (const UnkArea *area, UnkSide side)
{
  UnkMark *mark = g_atomic_rc_box_new0 (UnkMark);

  mark->area = area;
  mark->side = area->paired ? side : UNK_SIDE_RIGHT;
  return mark;
}

/**
 * unk_mark_ref:
 * @mark: a mark
 *
 * Returns: (transfer full): the same
 */
UnkMark *
unk_mark_ref (UnkMark *mark)
{
  return g_atomic_rc_box_acquire (mark);
}

/**
 * unk_mark_unref:
 * @mark: (transfer full): a mark
 */
void
unk_mark_unref (UnkMark *mark)
{
  g_atomic_rc_box_release_full (mark, clear_mark);
}

static void
add_stroke (UnkMask *mask, const UnkMark *mark)
{
  UnkDot last = g_array_index (mark->dots, UnkDot, 0);

  unk_mask_add_disc (mask, last.x, last.y, mark->radius);
  for (guint i = 1; i < mark->dots->len; i++)
    {
      UnkDot dot = g_array_index (mark->dots, UnkDot, i);
      int steps = MAX (1, (int) ceil (hypot (dot.x - last.x, dot.y - last.y) / (mark->radius / 2)));

      for (int s = 1; s <= steps; s++)
        unk_mask_add_disc (mask, last.x + (dot.x - last.x) * s / steps,
                           last.y + (dot.y - last.y) * s / steps, mark->radius);
      last = dot;
    }
}

static gboolean
is_on (const UnkMark *mark, const UnkView *view, UnkSide side)
{
  if (!unk_view_shows_side (view, side))
    return FALSE;
  /* What lies in the middle is seen from both sides, but counts once. */
  return mark->area->paired ? mark->side == side : view->mirrored || side == UNK_SIDE_RIGHT;
}

static void
add_region (UnkMask *mask, const UnkView *view, const UnkMark *mark)
{
  for (guint i = 0; i < view->n_regions; i++)
    if (view->regions[i].area == mark->area)
      {
        g_autoptr (UnkMask) mirror = unk_mask_mirror (&view->regions[i].mask, view->width);

        for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
          if (is_on (mark, view, side))
            unk_mask_add (mask, unk_view_is_turned (view, side) ? mirror : &view->regions[i].mask);
      }
}

/**
 * unk_mark_make_mask:
 * @mark: a mark
 * @view: a view
 *
 * Returns: (transfer full): what it covers in @view by itself, within the skin and cropped
 */
UnkMask *
unk_mark_make_mask (const UnkMark *mark, const UnkView *view)
{
  g_autoptr (UnkMask) mask = NULL;

  if (!mark->area && mark->view != view)
    return unk_mask_new (0, 0);
  mask = unk_mask_new (view->width, view->height);
  if (mark->area)
    add_region (mask, view, mark);
  else
    add_stroke (mask, mark);
  unk_mask_clip (mask, &view->skin_mask);
  return unk_mask_crop (mask);
}

static void
clear_masks (UnkMask **masks, guint n)
{
  for (guint i = 0; i < n; i++)
    unk_mask_free (masks[i]);
  g_free (masks);
}

static void
clear_pain (gpointer data)
{
  UnkPain *pain = data;

  g_ptr_array_unref (pain->marks);
  clear_masks (pain->painted, pain->n_views);
  clear_masks (pain->carried, pain->n_views);
  clear_masks (pain->erased, pain->n_views);
}

static UnkMask **
copy_masks (UnkMask **masks, guint n)
{
  UnkMask **copy = g_new0 (UnkMask *, n + 1);

  for (guint i = 0; masks && i < n; i++)
    copy[i] = masks[i] ? unk_mask_copy (masks[i]) : NULL;
  return copy;
}

/* The same place once more, to be changed before anybody sees it. */
static UnkPain *
copy_pain (const UnkPain *pain)
{
  UnkPain *copy = g_atomic_rc_box_new0 (UnkPain);

  copy->side = pain->side;
  copy->kind = pain->kind;
  copy->intensity = pain->intensity;
  copy->n_views = pain->n_views;
  copy->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_mark_unref);
  for (guint i = 0; pain->marks && i < pain->marks->len; i++)
    g_ptr_array_add (copy->marks, unk_mark_ref (g_ptr_array_index (pain->marks, i)));
  copy->painted = copy_masks (pain->painted, pain->n_views);
  copy->carried = copy_masks (pain->carried, pain->n_views);
  copy->erased = copy_masks (pain->erased, pain->n_views);
  return copy;
}

/* Joins @more into a mask that may not be there yet, or takes it out. */
static void
change_mask (UnkMask **mask, const UnkView *view, const UnkMask *more, gboolean add)
{
  g_autoptr (UnkMask) whole = NULL;

  if (!more || !more->rows || (!add && !*mask))
    return;
  whole = unk_mask_new (view->width, view->height);
  if (*mask)
    unk_mask_add (whole, *mask);
  if (add)
    unk_mask_add (whole, more);
  else
    unk_mask_remove (whole, more);
  unk_mask_free (*mask);
  *mask = unk_mask_crop (whole);
  if (!(*mask)->rows)
    g_clear_pointer (mask, unk_mask_free);
}

static void
paint_area (UnkPain *pain, const UnkView *views, const UnkMark *mark)
{
  for (guint v = 0; v < pain->n_views; v++)
    {
      g_autoptr (UnkMask) mask = unk_mark_make_mask (mark, &views[v]);

      change_mask (&pain->painted[v], &views[v], mask, TRUE);
    }
}

static void
paint_stroke (UnkPain *pain, const UnkView *views, const UnkMark *mark)
{
  gsize v = (gsize) (mark->view - views);
  g_autoptr (UnkMask) mask = unk_mark_make_mask (mark, mark->view);

  change_mask (&pain->painted[v], mark->view, mask, !mark->erases);
  change_mask (&pain->erased[v], mark->view, mask, mark->erases);
  if (!mark->erases || !unk_pain_get_area (pain))
    return;
  /* A named area is painted in all views at once, and so it is erased in all. */
  for (guint to = 0; to < pain->n_views; to++)
    if (to != v)
      {
        g_autoptr (UnkMask) carried = unk_carry_mask (mark->view, mask, &views[to]);

        change_mask (&pain->painted[to], &views[to], carried, FALSE);
      }
}

static void
carry (UnkPain *pain, const UnkView *views)
{
  for (guint to = 0; to < pain->n_views; to++)
    {
      g_clear_pointer (&pain->carried[to], unk_mask_free);
      for (guint from = 0; from < pain->n_views; from++)
        if (from != to && pain->painted[from])
          {
            g_autoptr (UnkMask) mask =
              unk_carry_mask (&views[from], pain->painted[from], &views[to]);

            change_mask (&pain->carried[to], &views[to], mask, TRUE);
          }
      change_mask (&pain->carried[to], &views[to], pain->painted[to], FALSE);
      change_mask (&pain->carried[to], &views[to], pain->erased[to], FALSE);
    }
}

/**
 * unk_pain_new_with_mark:
 * @atlas: the atlas
 * @pain: a place
 * @mark: a stroke, or an area
 *
 * Returns: (transfer full): the place with one mark more
 */
UnkPain *
unk_pain_new_with_mark (UnkAtlas *atlas, const UnkPain *pain, UnkMark *mark)
{
  UnkPain *more = copy_pain (pain);
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  g_ptr_array_add (more->marks, unk_mark_ref (mark));
  if (mark->area)
    paint_area (more, views, mark);
  else
    paint_stroke (more, views, mark);
  if (!unk_pain_get_area (more))
    carry (more, views);
  return more;
}

/**
 * unk_pain_new:
 * @atlas: the atlas
 * @mark: its first mark, which doesn't erase
 *
 * Returns: (transfer full): a place, aching, in the middle of the scale
 */
UnkPain *
unk_pain_new (UnkAtlas *atlas, UnkMark *mark)
{
  UnkPain empty = { .side = mark->side, .intensity = UNK_PAIN_INTENSITY_DEFAULT };

  unk_atlas_get_views (atlas, &empty.n_views);
  return unk_pain_new_with_mark (atlas, &empty, mark);
}

/**
 * unk_pain_new_rated:
 * @pain: a place
 * @kind: how it feels
 * @intensity: how much it hurts, brought into 0 to 10
 *
 * Returns: (transfer full): the place with these
 */
UnkPain *
unk_pain_new_rated (const UnkPain *pain, UnkPainKind kind, int intensity)
{
  UnkPain *rated = copy_pain (pain);

  rated->kind = kind;
  rated->intensity = CLAMP (intensity, 0, UNK_PAIN_INTENSITY_MAX);
  return rated;
}

/**
 * unk_pain_ref:
 * @pain: a place
 *
 * Returns: (transfer full): the same
 */
UnkPain *
unk_pain_ref (UnkPain *pain)
{
  return g_atomic_rc_box_acquire (pain);
}

/**
 * unk_pain_unref:
 * @pain: (transfer full): a place
 */
void
unk_pain_unref (UnkPain *pain)
{
  g_atomic_rc_box_release_full (pain, clear_pain);
}

/**
 * unk_pain_is_empty:
 * @pain: a place
 *
 * Returns: whether nothing of it is left; what has no shape in any view is never empty
 */
gboolean
unk_pain_is_empty (const UnkPain *pain)
{
  for (guint v = 0; v < pain->n_views; v++)
    if (pain->painted[v])
      return FALSE;
  return !unk_pain_get_area (pain) || pain->marks->len > 1;
}

/**
 * unk_pain_is_touched:
 * @pain: a place
 * @view: the number of a view
 * @mask: a mask in that view
 *
 * Returns: whether @mask meets what is painted of the place, or carried over, in that view
 */
gboolean
unk_pain_is_touched (const UnkPain *pain, guint view, const UnkMask *mask)
{
  return (pain->painted[view] && unk_mask_count_common (pain->painted[view], mask)) ||
         (pain->carried[view] && unk_mask_count_common (pain->carried[view], mask));
}

/**
 * unk_pain_get_area:
 * @pain: a place
 *
 * Returns: (nullable): the area, where the place was marked by its name
 */
const UnkArea *
unk_pain_get_area (const UnkPain *pain)
{
  return ((const UnkMark *) g_ptr_array_index (pain->marks, 0))->area;
}

/* How much of the place lies in a region, on either side. */
static guint
count_in_region (const UnkPain *pain, guint v, const UnkView *view, const UnkRegion *region)
{
  g_autoptr (UnkMask) mirror = NULL;

  if (!pain->painted[v])
    return 0;
  if (unk_view_is_turned (view, pain->side))
    mirror = unk_mask_mirror (&region->mask, view->width);
  return unk_mask_count_common (pain->painted[v], mirror ? mirror : &region->mask);
}

typedef struct
{
  const UnkArea *area;
  guint cells;
} Share;

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *p = a, *q = b;

  return p->cells != q->cells ? (p->cells < q->cells ? 1 : -1)
                              : g_strcmp0 (p->area->id, q->area->id);
}

static void
add_share (GArray *shares, const UnkArea *area, guint cells)
{
  for (guint i = 0; i < shares->len; i++)
    if (g_array_index (shares, Share, i).area == area)
      {
        g_array_index (shares, Share, i).cells += cells;
        return;
      }
  g_array_append_val (shares, ((Share){ area, cells }));
}

/**
 * unk_pain_find_areas:
 * @pain: a place
 * @atlas: the atlas
 *
 * Returns: (transfer container) (element-type UnkArea): the areas of the skin that it touches, the
 * one that holds most of it first; the named one alone where it was marked by name
 */
GPtrArray *
unk_pain_find_areas (const UnkPain *pain, UnkAtlas *atlas)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (Share));
  GPtrArray *areas = g_ptr_array_new ();
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  if (unk_pain_get_area (pain))
    {
      g_ptr_array_add (areas, (gpointer) unk_pain_get_area (pain));
      return areas;
    }
  for (guint v = 0; v < n; v++)
    for (guint i = 0; pain->painted[v] && i < views[v].n_regions; i++)
      {
        const UnkRegion *region = &views[v].regions[i];
        guint cells = region->area->deep ? 0 : count_in_region (pain, v, &views[v], region);

        if (cells)
          add_share (shares, region->area, cells);
      }
  g_array_sort (shares, compare_shares);
  for (guint i = 0; i < shares->len; i++)
    g_ptr_array_add (areas, (gpointer) g_array_index (shares, Share, i).area);
  return areas;
}

/**
 * unk_pain_describe:
 * @pain: a place
 * @atlas: the atlas
 *
 * Returns: (transfer full): what to call it in the user's language, after the area that holds most
 * of it, such as “Front of the shoulder, right”
 */
char *
unk_pain_describe (const UnkPain *pain, UnkAtlas *atlas)
{
  g_autoptr (GPtrArray) areas = unk_pain_find_areas (pain, atlas);
  const UnkArea *area = areas->len ? g_ptr_array_index (areas, 0) : NULL;

  if (!area)
    /* Translators: a painted place that lies in no named area; its side */
    return g_strdup_printf (_ ("A place on the %s"), unk_side_name (pain->side));
  if (!area->paired)
    return g_strdup (unk_text (area->name));
  /* Translators: a place on the body and its side, as in “Front of the shoulder, right” */
  return g_strdup_printf (_ ("%s, %s"), unk_text (area->name), unk_side_name (pain->side));
}

/**
 * unk_pain_kind_id:
 * @kind: how a place feels
 *
 * Returns: "ache", "sharp", "burning", "tingling" or "stiff"
 */
const char *
unk_pain_kind_id (UnkPainKind kind)
{
  return kind_ids[kind];
}

/**
 * unk_pain_kind_name:
 * @kind: how a place feels
 *
 * Returns: the same in the user's language
 */
const char *
unk_pain_kind_name (UnkPainKind kind)
{
  static const char *const names[UNK_N_PAIN_KINDS] = {
    /* Translators: how pain feels */
    N_ ("Ache"), N_ ("Sharp"), N_ ("Burning"), N_ ("Tingling or numb"), N_ ("Stiff"),
  };

  return _ (names[kind]);
}

/**
 * unk_pain_kind_parse:
 * @id: an id as unk_pain_kind_id() gives
 * @kind: (out): what it names
 *
 * Returns: whether @id names a kind
 */
gboolean
unk_pain_kind_parse (const char *id, UnkPainKind *kind)
{
  for (int i = 0; i < UNK_N_PAIN_KINDS; i++)
    if (g_str_equal (kind_ids[i], id))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}
