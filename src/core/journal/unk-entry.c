/* unk-entry.c: pain, as it was at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-entry.h"

#include <glib/gi18n-lib.h>

#include "unk-mask.h"

/**
 * unk_entry_new:
 * @at: when, in seconds since 1970
 * @intensity: how much, brought into 0 to 10
 * @kind: how it felt
 * @note: what was said besides, or ""
 *
 * Returns: (transfer full): an entry without marks
 */
UnkEntry *
unk_entry_new (gint64 at, int intensity, UnkPainKind kind, const char *note)
{
  UnkEntry *entry = g_new0 (UnkEntry, 1);

  entry->at = at;
  entry->intensity = CLAMP (intensity, 0, UNK_PAIN_INTENSITY_MAX);
  entry->kind = kind;
  entry->note = g_strdup (note);
  entry->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_kept_mark_free);
  return entry;
}

/**
 * unk_entry_new_from_pain:
 * @pain: a place that hurts
 * @at: when, in seconds since 1970
 * @note: what was said besides, or ""
 *
 * Returns: (transfer full): the place as an entry
 */
UnkEntry *
unk_entry_new_from_pain (const UnkPain *pain, gint64 at, const char *note)
{
  UnkEntry *entry = unk_entry_new (at, pain->intensity, pain->kind, note);

  for (guint i = 0; i < pain->marks->len; i++)
    g_ptr_array_add (entry->marks,
                     unk_kept_mark_new_from_mark (g_ptr_array_index (pain->marks, i)));
  return entry;
}

/**
 * unk_entry_copy:
 * @entry: an entry
 *
 * Returns: (transfer full): a copy, with the same id
 */
UnkEntry *
unk_entry_copy (const UnkEntry *entry)
{
  UnkEntry *copy = unk_entry_new (entry->at, entry->intensity, entry->kind, entry->note);

  copy->id = entry->id;
  for (guint i = 0; i < entry->marks->len; i++)
    g_ptr_array_add (copy->marks, unk_kept_mark_copy (g_ptr_array_index (entry->marks, i)));
  return copy;
}

/**
 * unk_entry_free:
 * @entry: (transfer full): an entry
 */
void
unk_entry_free (UnkEntry *entry)
{
  g_ptr_array_unref (entry->marks);
  g_free (entry->note);
  g_free (entry);
}

/**
 * unk_entry_has_same_marks:
 * @a: an entry
 * @b: another
 *
 * Returns: whether they mark the same
 */
gboolean
unk_entry_has_same_marks (const UnkEntry *a, const UnkEntry *b)
{
  if (a->marks->len != b->marks->len)
    return FALSE;
  for (guint i = 0; i < a->marks->len; i++)
    if (!unk_kept_mark_equal (g_ptr_array_index (a->marks, i), g_ptr_array_index (b->marks, i)))
      return FALSE;
  return TRUE;
}

/**
 * unk_entry_equal:
 * @a: an entry
 * @b: another
 *
 * Returns: whether they say the same, under whatever id
 */
gboolean
unk_entry_equal (const UnkEntry *a, const UnkEntry *b)
{
  return a->at == b->at && a->intensity == b->intensity && a->kind == b->kind &&
         g_str_equal (a->note, b->note) && unk_entry_has_same_marks (a, b);
}

/**
 * unk_entry_make_pain:
 * @entry: an entry
 * @atlas: the atlas
 *
 * Returns: (transfer full) (nullable): the place as it was marked, or %NULL where the atlas knows
 *   none of its marks
 */
UnkPain *
unk_entry_make_pain (const UnkEntry *entry, UnkAtlas *atlas)
{
  g_autoptr (UnkPain) pain = NULL;

  for (guint i = 0; i < entry->marks->len; i++)
    {
      g_autoptr (UnkMark) mark =
        unk_kept_mark_make_mark (g_ptr_array_index (entry->marks, i), atlas);
      g_autoptr (UnkPain) before = g_steal_pointer (&pain);

      if (mark && before)
        pain = unk_pain_new_with_mark (atlas, before, mark);
      else if (mark && !mark->erases)
        pain = unk_pain_new (atlas, mark);
      else
        pain = g_steal_pointer (&before);
    }
  return pain && !unk_pain_is_empty (pain)
           ? unk_pain_new_rated (pain, entry->kind, entry->intensity)
           : NULL;
}

typedef struct
{
  UnkSpotOfPain spot;
  guint cells;
} Share;

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *p = a, *q = b;

  return p->cells != q->cells ? (p->cells < q->cells ? 1 : -1)
                              : g_strcmp0 (p->spot.area->id, q->spot.area->id);
}

static void
add_share (GArray *shares, const UnkArea *area, UnkSide side, guint cells)
{
  Share share = { { area, area->paired ? side : UNK_SIDE_RIGHT }, cells };

  for (guint i = 0; i < shares->len; i++)
    if (unk_spot_of_pain_equal (g_array_index (shares, Share, i).spot, share.spot))
      {
        g_array_index (shares, Share, i).cells += cells;
        return;
      }
  g_array_append_val (shares, share);
}

/* What is painted in one view, what was erased taken away. */
static UnkMask *
make_mask (GPtrArray *marks, const UnkView *view)
{
  g_autoptr (UnkMask) whole = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const UnkMark *mark = g_ptr_array_index (marks, i);
      g_autoptr (UnkMask) one = mark->view == view ? unk_mark_make_mask (mark, view) : NULL;

      if (!one || (!whole && mark->erases))
        continue;
      if (!whole)
        whole = unk_mask_new (view->width, view->height);
      if (mark->erases)
        unk_mask_remove (whole, one);
      else
        unk_mask_add (whole, one);
    }
  return whole ? unk_mask_crop (whole) : NULL;
}

static guint
share_view (GArray *shares, GPtrArray *marks, const UnkView *view)
{
  g_autoptr (UnkMask) mask = make_mask (marks, view);
  guint total = mask ? unk_mask_count (mask) : 0;

  for (UnkSide side = UNK_SIDE_RIGHT; total && side < UNK_SIDES; side++)
    {
      g_autoptr (UnkMask) mirror = NULL;

      if (!unk_view_shows_side (view, side))
        continue;
      if (unk_view_is_turned (view, side))
        mirror = unk_mask_mirror (mask, view->width);
      for (guint i = 0; i < view->n_regions; i++)
        {
          const UnkRegion *region = &view->regions[i];
          guint cells =
            region->area->deep ? 0 : unk_mask_count_common (mirror ? mirror : mask, &region->mask);

          if (cells)
            add_share (shares, region->area, side, cells);
        }
    }
  return total;
}

/**
 * unk_entry_find_spots:
 * @entry: an entry
 * @atlas: the atlas
 *
 * To which places it belongs: to the area that it names; or else to each area that holds at least
 * %UNK_ENTRY_SHARE of what is painted, and always to the one that holds most.
 *
 * Returns: (transfer full) (element-type UnkSpotOfPain): these, the one that holds most first; none
 *   where the atlas doesn't know its marks
 */
GArray *
unk_entry_find_spots (const UnkEntry *entry, UnkAtlas *atlas)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_mark_unref);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (Share));
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (UnkSpotOfPain));
  guint n, total = 0;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  for (guint i = 0; i < entry->marks->len; i++)
    {
      UnkMark *mark = unk_kept_mark_make_mark (g_ptr_array_index (entry->marks, i), atlas);

      if (mark)
        g_ptr_array_add (marks, mark);
    }
  if (marks->len && ((UnkMark *) g_ptr_array_index (marks, 0))->area)
    {
      const UnkMark *mark = g_ptr_array_index (marks, 0);

      g_array_append_val (spots, ((UnkSpotOfPain){ mark->area, mark->side }));
      return spots;
    }
  for (guint v = 0; v < n; v++)
    total += share_view (shares, marks, &views[v]);
  g_array_sort (shares, compare_shares);
  for (guint i = 0; i < shares->len; i++)
    if (!i || g_array_index (shares, Share, i).cells >= UNK_ENTRY_SHARE * total)
      g_array_append_val (spots, g_array_index (shares, Share, i).spot);
  return spots;
}

/**
 * unk_spot_of_pain_describe:
 * @spot: a place
 *
 * Returns: (transfer full): what to call it in the user's language
 */
char *
unk_spot_of_pain_describe (UnkSpotOfPain spot)
{
  if (!spot.area)
    /* Translators: all places of the body together */
    return g_strdup (_ ("Everywhere"));
  if (!spot.area->paired)
    return g_strdup (unk_text (spot.area->name));
  return g_strdup_printf (_ ("%s, %s"), unk_text (spot.area->name), unk_side_name (spot.side));
}

/**
 * unk_spot_of_pain_equal:
 * @a: a place
 * @b: another
 *
 * Returns: whether they are the same
 */
gboolean
unk_spot_of_pain_equal (UnkSpotOfPain a, UnkSpotOfPain b)
{
  return a.area == b.area && (!a.area || a.side == b.side);
}
