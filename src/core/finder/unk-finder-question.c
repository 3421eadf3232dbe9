/* unk-finder-question.c: the marked places as they are asked about
 *
 * The left side is found by mirroring the marks, not the zones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-finder-private.h"

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
    }
  for (guint v = 0; v < finder->n_views; v++)
    {
      place->cells += pain->painted[v] ? unk_mask_count (pain->painted[v]) : 0;
      for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
        {
          place->painted[side][v] = fold (&finder->views[v], side, pain->painted[v]);
          place->carried[side][v] = fold (&finder->views[v], side, pain->carried[v]);
          if (place->painted[side][v])
            place->painted_views[side] |= 1u << v;
          if (place->carried[side][v])
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

/* NULL where nothing is marked. */
static UnkCounts *
count (const UnkFinder *finder, UnkMask **masks)
{
  UnkCounts *counts = NULL;

  for (guint v = 0; v < finder->n_views; v++)
    {
      if (!masks[v])
        continue;
      if (!counts)
        counts = g_new0 (UnkCounts, (gsize) finder->n_muscles + 1);
      unk_tiling_count (finder->tilings[finder->views[v].flipped ? v - 1 : v], masks[v], counts);
    }
  return counts;
}

/**
 * unk_question_count:
 * @question: a question
 * @finder: its finder
 *
 * Counts what each muscle has in common with each place.
 */
void
unk_question_count (UnkQuestion *question, const UnkFinder *finder)
{
  for (guint i = 0; i < question->places->len; i++)
    {
      UnkAskedPlace *place = &g_array_index (question->places, UnkAskedPlace, i);

      for (guint side = 0; side < UNK_SIDES && !place->by_name; side++)
        {
          place->painted_counts[side] = count (finder, place->painted[side]);
          place->carried_counts[side] = count (finder, place->carried[side]);
        }
    }
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
          g_free (place->painted_counts[side]);
          g_free (place->carried_counts[side]);
        }
    }
  g_array_unref (question->places);
  g_free (question);
}
