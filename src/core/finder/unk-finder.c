/* unk-finder.c: which muscles refer pain to the marked places
 *
 * The formula is explained in README.md; its numbers are ours, not the literature's, and were tuned
 * with `make finder-report`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-finder.h"

#include <math.h>

#include "unk-finder-private.h"

/* How much the share of its zone that is marked counts. */
#define FOCUS_WEIGHT 0.4
/* From this share of a place on, a muscle is said to explain it. */
#define EXPLAINS 0.25
/* What a clue does to the odds of a muscle for which it speaks: by name, or by a kind of cause. */
#define CLUE_ODDS_NAMED 1.25
#define CLUE_ODDS_KIND 1.08
#define CLUE_ODDS_MOST 1.8
/* Less than this isn't worth a line. */
#define LEAST_SCORE 0.02
/* A set of muscles: how many of the list are tried, and what one more must add. */
#define TOGETHER_TRIED 40
#define TOGETHER_GAIN 0.06
#define TOGETHER_ENOUGH 0.97

G_DEFINE_FINAL_TYPE (UnkFinder, unk_finder, G_TYPE_OBJECT)

static void
unk_finder_finalize (GObject *object)
{
  UnkFinder *self = UNK_FINDER (object);

  unk_finder_free_unions (self);
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
  guint n_areas;

  self->atlas = unk_atlas_ref (atlas);
  self->views = unk_atlas_get_views (atlas, &self->n_views);
  self->muscles = unk_atlas_get_muscles (atlas, &self->n_muscles);
  self->areas = unk_atlas_get_areas (atlas, &n_areas);
  g_return_val_if_fail (n_areas <= 64 * UNK_FINDER_AREA_WORDS, NULL);
  g_return_val_if_fail (self->n_views <= 32, NULL); /* a bit each, see drawn */
  unk_finder_make_unions (self);
  return self;
}

static gboolean
has_cause (const UnkMuscle *muscle, UnkTexts kinds)
{
  for (const UnkPair *cause = muscle->starts; cause->key; cause++)
    if (unk_area_is_in (kinds, cause->key))
      return TRUE;
  for (const UnkPair *cause = muscle->keeps; cause->key; cause++)
    if (unk_area_is_in (kinds, cause->key))
      return TRUE;
  return FALSE;
}

static void
keep_clue (UnkMatch *match, const UnkClue *clue, gboolean first)
{
  if (match->n_clues == UNK_FINDER_MAX_CLUES)
    return;
  for (guint i = match->n_clues; first && i > 0; i--)
    match->clues[i] = match->clues[i - 1];
  match->clues[first ? 0 : match->n_clues] = clue;
  match->n_clues++;
}

/* The clues that were said, looked up once for a find. */
static GPtrArray *
list_clues (UnkFinder *self, UnkAnswers *answers)
{
  GPtrArray *said = g_ptr_array_new ();
  guint n;
  const UnkClue *clues = unk_atlas_get_clues (self->atlas, &n);

  for (guint i = 0; answers && i < n; i++)
    if (unk_answers_get (answers, UNK_ASKED_CLUE, clues[i].id) >= UNK_ANSWER_YES)
      g_ptr_array_add (said, (gpointer) &clues[i]);
  return said;
}

/* Each clue that fits multiplies the odds, so that nothing becomes certain by clues. */
static void
apply_clues (UnkMatch *match, GPtrArray *said)
{
  double odds = 1;

  for (guint i = 0; i < said->len; i++)
    {
      const UnkClue *clue = g_ptr_array_index (said, i);
      gboolean named = unk_area_is_in (clue->muscles, match->muscle->id);

      if (!named && !has_cause (match->muscle, clue->kinds))
        continue;
      odds *= named ? CLUE_ODDS_NAMED : CLUE_ODDS_KIND;
      keep_clue (match, clue, named);
    }
  odds = MIN (odds, CLUE_ODDS_MOST);
  match->before_clues = match->score;
  match->score = odds * match->score / (1 + (odds - 1) * match->score);
}

/* The square of the mean root: half of two places is worth more than the whole of one. */
static double
join_places (const UnkFinder *self, const UnkQuestion *q, guint m, UnkMatch *match)
{
  double roots = 0, weights = 0;

  for (guint i = 0; i < q->places->len; i++)
    {
      const UnkAskedPlace *place = &g_array_index (q->places, UnkAskedPlace, i);
      UnkExplained e = unk_finder_explain (self, place, m, match->side);
      double sum = unk_explained_sum (e);

      roots += place->weight * sqrt (sum);
      weights += place->weight;
      match->essential += place->weight * e.essential;
      match->spillover += place->weight * e.spillover;
      match->near += place->weight * e.near;
      match->n_explained += sum >= EXPLAINS;
      if (sum >= EXPLAINS && i < 64)
        match->explained |= G_GUINT64_CONSTANT (1) << i;
    }
  match->essential = MIN (1, match->essential / weights);
  match->spillover = MIN (1 - match->essential, match->spillover / weights);
  match->near = MIN (1, match->near / weights);
  return (roots / weights) * (roots / weights);
}

static gboolean
score (const UnkFinder *self, const UnkQuestion *q, guint m, UnkMatch *match)
{
  double explained;

  match->muscle = &self->muscles[m];
  match->n_places = q->places->len;
  explained = join_places (self, q, m, match);
  if (explained < LEAST_SCORE)
    return FALSE;
  match->focus = unk_finder_measure_focus (self, q, m, match->side);
  match->certainty = self->facts[m].certainty;
  match->score =
    explained * (1 - FOCUS_WEIGHT + FOCUS_WEIGHT * sqrt (match->focus)) * match->certainty;
  return match->score >= LEAST_SCORE;
}

static void
add_points (const UnkFinder *self, UnkQuestion *q, UnkMatch *match)
{
  guint m = unk_finder_number (self, match->muscle);
  guint64 touched = unk_finder_touched (self, q, m, match->side, FALSE);

  if (!touched)
    touched = unk_finder_touched (self, q, m, match->side, TRUE);
  for (; touched && match->n_points < UNK_FINDER_MAX_POINTS; touched &= touched - 1)
    match->points[match->n_points++] = &match->muscle->points[__builtin_ctzll (touched)];
}

/* Adds the match, if it is one. */
static void
try (const UnkFinder *self, UnkQuestion *q, guint m, UnkSide side, GPtrArray *said, GArray *matches)
{
  UnkMatch match = { .side = side };

  if (!score (self, q, m, &match))
    return;
  apply_clues (&match, said);
  add_points (self, q, &match);
  if (match.n_points)
    g_array_append_val (matches, match);
}

/* What a match is sorted by; small, since there may be thousands. */
typedef struct
{
  double score;
  guint order; /* of the muscle's id and the side */
  guint match;
} Key;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *p = a, *q = b;

  if (p->score != q->score)
    return p->score < q->score ? 1 : -1;
  return p->order < q->order ? -1 : 1;
}

/* Puts each match where its key stands, without a second array: ring by ring of those that change
 * places. */
static void
arrange (GArray *matches, Key *keys)
{
  for (guint i = 0; i < matches->len; i++)
    {
      UnkMatch first = g_array_index (matches, UnkMatch, i);
      guint to = i;

      while (keys[to].match != i)
        {
          guint from = keys[to].match;

          g_array_index (matches, UnkMatch, to) = g_array_index (matches, UnkMatch, from);
          keys[to].match = to;
          to = from;
        }
      g_array_index (matches, UnkMatch, to) = first;
      keys[to].match = to;
    }
}

/* The best first; equal scores by id. */
static void
sort_matches (const UnkFinder *self, GArray *matches)
{
  g_autofree Key *keys = g_new (Key, matches->len + 1);

  for (guint i = 0; i < matches->len; i++)
    {
      const UnkMatch *match = &g_array_index (matches, UnkMatch, i);
      guint m = unk_finder_number (self, match->muscle);

      keys[i] = (Key){ match->score, self->facts[m].order * UNK_SIDES + match->side, i };
    }
  qsort (keys, matches->len, sizeof (Key), compare_keys);
  arrange (matches, keys);
}

/* Scores are shown in whole percents: what shows the same can't be told apart, and says so. */
static void
rank (GArray *matches)
{
  for (guint i = 0; i < matches->len; i++)
    {
      UnkMatch *match = &g_array_index (matches, UnkMatch, i);
      UnkMatch *above = i ? &g_array_index (matches, UnkMatch, i - 1) : NULL;

      match->tied = above && lround (above->score * 100) == lround (match->score * 100);
      match->rank = match->tied ? above->rank : i + 1;
      if (match->tied)
        above->tied = TRUE;
    }
}

/**
 * unk_finder_find_with_clues:
 * @self: a finder
 * @marks: what hurts
 * @answers: (nullable): what was said besides; its clues count
 *
 * Ranks the muscles whose zones explain some of what is marked.
 *
 * Returns: (transfer full) (element-type UnkMatch): the matches, the best first; equal scores by id
 */
GArray *
unk_finder_find_with_clues (UnkFinder *self, UnkMarks *marks, UnkAnswers *answers)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (UnkMatch));
  g_autoptr (UnkQuestion) q = unk_question_new (self, marks);
  g_autoptr (GPtrArray) said = list_clues (self, answers);

  unk_question_count (q, self);
  for (guint m = 0; m < self->n_muscles; m++)
    for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
      if (unk_finder_may_explain (q, m, side))
        try (self, q, m, side, said, matches);
  sort_matches (self, matches);
  rank (matches);
  return matches;
}

/**
 * unk_finder_find:
 * @self: a finder
 * @marks: what hurts
 *
 * Ranks without clues: see unk_finder_find_with_clues().
 *
 * Returns: (transfer full) (element-type UnkMatch): the matches, the best first; equal scores by id
 */
GArray *
unk_finder_find (UnkFinder *self, UnkMarks *marks)
{
  return unk_finder_find_with_clues (self, marks, NULL);
}

/* What a set of muscles leaves open of each place: the bits that no zone of it holds yet. */
typedef struct
{
  const UnkFinder *finder;
  const UnkQuestion *question;
  UnkMask **open;     /* places × sides × views; (nullable) */
  double *named_open; /* a place each: the share that no name accounts for */
} Cover;

static UnkMask **
open_mask (const Cover *c, guint place, UnkSide side, guint v)
{
  return &c->open[((gsize) place * UNK_SIDES + side) * c->finder->n_views + v];
}

static Cover *
cover_new (const UnkFinder *finder, const UnkQuestion *question)
{
  Cover *c = g_new0 (Cover, 1);
  guint n = question->places->len;

  c->finder = finder;
  c->question = question;
  c->open = g_new0 (UnkMask *, (gsize) n * UNK_SIDES * finder->n_views + 1);
  c->named_open = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const UnkAskedPlace *place = &g_array_index (question->places, UnkAskedPlace, i);

      c->named_open[i] = 1;
      for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
        for (guint v = 0; v < finder->n_views; v++)
          if (place->painted[side][v])
            *open_mask (c, i, side, v) = unk_mask_copy (place->painted[side][v]);
    }
  return c;
}

static void
cover_free (Cover *c)
{
  gsize n = (gsize) c->question->places->len * UNK_SIDES * c->finder->n_views;

  for (gsize i = 0; i < n; i++)
    unk_mask_free (c->open[i]);
  g_free (c->open);
  g_free (c->named_open);
  g_free (c);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Cover, cover_free)

/* How much of one place a muscle covers that is open still; takes it out where @take. Bits stand
 * folded to the right side, on the left once more as their mirror image: one of them is enough. */
static double
cover_place (const Cover *c, guint i, guint muscle, UnkSide side, gboolean take)
{
  const UnkAskedPlace *place = &g_array_index (c->question->places, UnkAskedPlace, i);
  double covered = 0;

  if (place->by_name)
    {
      double sum = unk_explained_sum (unk_finder_explain (c->finder, place, muscle, side));
      double share = MIN (c->named_open[i], sum);

      if (take)
        c->named_open[i] -= share;
      return share;
    }
  for (guint v = 0; v < c->finder->n_views; v++)
    {
      const UnkZoneUnion *u = unk_finder_get_union (c->finder, muscle, v);
      UnkMask **open = open_mask (c, i, side, v);
      UnkMask **other = open_mask (c, i, side == UNK_SIDE_LEFT ? UNK_SIDE_RIGHT : UNK_SIDE_LEFT, v);

      if (!*open || !u->n_zones)
        continue;
      covered +=
        unk_mask_count_common (*open, u->essential) + unk_mask_count_common (*open, u->spillover);
      if (!take)
        continue;
      unk_mask_remove (*open, u->essential);
      unk_mask_remove (*open, u->spillover);
      if (*other)
        {
          unk_mask_free (*other);
          *other = unk_mask_mirror (*open, c->finder->views[v].width);
        }
    }
  return place->cells > 0 ? covered / place->cells : 0;
}

static double
cover (const Cover *c, const UnkMatch *match, gboolean take)
{
  guint muscle = (guint) (match->muscle - c->finder->muscles);
  double sum = 0, weights = 0;

  for (guint i = 0; i < c->question->places->len; i++)
    {
      double weight = g_array_index (c->question->places, UnkAskedPlace, i).weight;

      sum += weight * cover_place (c, i, muscle, match->side, take);
      weights += weight;
    }
  return weights > 0 ? sum / weights : 0;
}

/* The match that adds most, better ones before worse. */
static const UnkMatch *
find_next (const Cover *c, GArray *matches)
{
  const UnkMatch *best = NULL;
  double most = 0;

  for (guint i = 0; i < MIN (matches->len, TOGETHER_TRIED); i++)
    {
      const UnkMatch *match = &g_array_index (matches, UnkMatch, i);
      double gain = cover (c, match, FALSE);

      if (gain >= TOGETHER_GAIN && gain * sqrt (match->score) > most)
        {
          most = gain * sqrt (match->score);
          best = match;
        }
    }
  return best;
}

/**
 * unk_finder_find_together:
 * @self: a finder
 * @marks: what hurts
 * @matches: (element-type UnkMatch): what was found for @marks
 *
 * Finds a few muscles whose zones together cover what is marked: the best match first, and then
 * always the one that adds most.
 *
 * Returns: the set; with n = 0 where the best match is enough alone, or nothing adds to it
 */
UnkTogether
unk_finder_find_together (UnkFinder *self, UnkMarks *marks, GArray *matches)
{
  g_autoptr (UnkQuestion) q = unk_question_new (self, marks);
  g_autoptr (Cover) c = cover_new (self, q);
  UnkTogether together = { 0 };
  const UnkMatch *next =
    matches->len && q->places->len ? &g_array_index (matches, UnkMatch, 0) : NULL;

  while (next && together.n < UNK_FINDER_MAX_TOGETHER && together.covers < TOGETHER_ENOUGH)
    {
      double gain = cover (c, next, TRUE);

      together.covers = MIN (1, together.covers + gain);
      together.matches[together.n++] = next;
      next = find_next (c, matches);
    }
  if (together.n < 2)
    together.n = 0;
  return together;
}
