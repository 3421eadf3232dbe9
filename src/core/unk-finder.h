/* unk-finder.h: which muscles refer pain to a marked place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"
#include "unk-marks.h"

G_BEGIN_DECLS

#define UNK_FINDER_MAX_POINTS 12

typedef struct
{
  const UnkMuscle *muscle;
  UnkSide side;
  double score;     /* 0 to 1, see src/core/README.md */
  double essential; /* the share of what is marked that the essential zones cover, 0 to 1 */
  double spillover; /* what the spillover zones cover besides, 0 to 1 */
  double focus;     /* the largest share of one point's essential zone that is marked, 0 to 1 */
  guint n_points;
  const UnkPoint *points[UNK_FINDER_MAX_POINTS]; /* those whose zones are touched */
} UnkMatch;

#define UNK_TYPE_FINDER (unk_finder_get_type ())
G_DECLARE_FINAL_TYPE (UnkFinder, unk_finder, UNK, FINDER, GObject)

UnkFinder *unk_finder_new (UnkAtlas *atlas);
GArray *unk_finder_find (UnkFinder *self, UnkMarks *marks);
char *unk_match_describe (const UnkMatch *match);
GPtrArray *unk_finder_find_red_flags (UnkFinder *self, UnkMarks *marks);

G_END_DECLS
