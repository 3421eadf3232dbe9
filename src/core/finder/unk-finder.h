/* unk-finder.h: which muscles refer pain to the marked places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-answers.h"
#include "unk-atlas.h"
#include "unk-marks.h"

G_BEGIN_DECLS

#define UNK_FINDER_MAX_POINTS 12
#define UNK_FINDER_MAX_CLUES 6
/* A set of muscles that together explain what is marked has at most so many. */
#define UNK_FINDER_MAX_TOGETHER 4

typedef struct
{
  const UnkMuscle *muscle;
  UnkSide side;
  double score;     /* 0 to 1, see README.md */
  double essential; /* the share of what is marked that the essential zones cover, 0 to 1 */
  double spillover; /* what the spillover zones cover besides, 0 to 1 */
  double near;      /* what lies beside the zones, within the margin of a hand-drawn mark, 0 to 1 */
  double focus;     /* the largest share of one point's essential zone that is marked, 0 to 1 */
  double certainty; /* the factor for how well and how often the pattern is described, 0 to 1 */
  double before_clues; /* the score that it would have without the clues */
  guint rank;          /* 1 for the best; those that can't be told apart share a rank */
  gboolean tied;       /* whether another shares its rank */
  guint n_places;      /* how many places are marked */
  guint n_explained;   /* how many of them it explains */
  guint64 explained;   /* which: bit i for place i, of the first 64 */
  guint n_points;
  const UnkPoint *points[UNK_FINDER_MAX_POINTS]; /* those whose zones are touched */
  guint n_clues;
  const UnkClue *clues[UNK_FINDER_MAX_CLUES]; /* those said that fit it, the weightiest first */
} UnkMatch;

/* A few muscles that together explain what is marked. */
typedef struct
{
  guint n; /* 0 where no set covers more than the best muscle alone */
  const UnkMatch *matches[UNK_FINDER_MAX_TOGETHER]; /* of the list that was handed in */
  double covers;                                    /* the share of what is marked, 0 to 1 */
} UnkTogether;

#define UNK_TYPE_FINDER (unk_finder_get_type ())
G_DECLARE_FINAL_TYPE (UnkFinder, unk_finder, UNK, FINDER, GObject)

UnkFinder *unk_finder_new (UnkAtlas *atlas);
GArray *unk_finder_find (UnkFinder *self, UnkMarks *marks);
GArray *unk_finder_find_with_clues (UnkFinder *self, UnkMarks *marks, UnkAnswers *answers);
UnkTogether unk_finder_find_together (UnkFinder *self, UnkMarks *marks, GArray *matches);

char *unk_match_describe (const UnkMatch *match);
char **unk_match_dup_reasons (const UnkMatch *match);
char *unk_match_describe_places (const UnkMatch *match);
char *unk_match_why_not_higher (const UnkMatch *match, const UnkMatch *above);
char *unk_together_describe (const UnkTogether *together);

G_END_DECLS
