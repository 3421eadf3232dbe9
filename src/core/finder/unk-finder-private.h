/* unk-finder-private.h: the finder from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-finder-tiles.h"
#include "unk-finder.h"

G_BEGIN_DECLS

/* Beyond this many, points of one muscle aren't told apart in how closely they fit. */
#define UNK_FINDER_POINTS 16

/* A zone as it is counted: all that is asked of it lies together, and those of one muscle side by
 * side, since what misses the processor's cache costs more than counting. */
typedef struct
{
  UnkMask mask;      /* its bits are the atlas's */
  guint cells;       /* in the mask */
  guint16 point;     /* the number of its point among the muscle's, from 0 */
  guint16 essential; /* a boolean */
} UnkCountedZone;

/* The zones of one muscle in one view, put together. */
typedef struct
{
  UnkMask *essential;          /* (nullable) */
  UnkMask *spillover;          /* (nullable): besides the essential ones */
  const UnkCountedZone *zones; /* (nullable): those that it is made of */
  guint n_zones;
} UnkZoneUnion;

/* What of a muscle's record counts. */
#define UNK_FINDER_AREA_WORDS 4
typedef struct
{
  /* What the words of its points say of the areas: a bit for each. */
  guint64 essential[UNK_FINDER_AREA_WORDS], spillover[UNK_FINDER_AREA_WORDS];
  double certainty; /* a factor, 0 to 1 */
  guint order;      /* its place among the muscles by id */
} UnkFacts;

struct _UnkFinder
{
  GObject parent_instance;

  UnkAtlas *atlas;
  const UnkView *views;
  guint n_views;
  const UnkMuscle *muscles;
  guint n_muscles;
  const UnkArea *areas;
  UnkZoneUnion *unions; /* n_muscles × n_views; a flipped view's are those of the view before it */
  UnkTiling **tilings;  /* of each view that isn't flipped */
  UnkCountedZone *zones; /* those of each muscle together */
  guint *drawn;          /* of each muscle, the views that show zones of it: a bit for each */
  UnkFacts *facts;       /* of each muscle */
};

guint unk_finder_number (const UnkFinder *self, const UnkMuscle *muscle);
void unk_finder_make_unions (UnkFinder *self);
void unk_finder_free_unions (UnkFinder *self);
const UnkZoneUnion *unk_finder_get_union (const UnkFinder *self, guint muscle, guint view);

/* A marked place as it is asked about: its masks folded to the right side. */
typedef struct
{
  const UnkPain *pain;
  const UnkArea *area; /* (nullable): it was marked by this name */
  gboolean by_name;    /* it has no shape, or is felt inside: only its name says where */
  double cells;        /* painted, over all views */
  double weight;
  double carried_cells[UNK_SIDES];
  UnkMask **painted[UNK_SIDES], **carried[UNK_SIDES]; /* a view each; (nullable) */
  guint painted_views[UNK_SIDES];                     /* those in which it is: a bit for each */
  /* What is common with each muscle, once it is counted; (nullable): nothing is marked. */
  UnkCounts *painted_counts[UNK_SIDES], *carried_counts[UNK_SIDES];
  UnkMask **wide[UNK_SIDES]; /* painted and its margin; made when it is first needed */
} UnkAskedPlace;

typedef struct
{
  GArray *places; /* UnkAskedPlace */
  guint n_views;
} UnkQuestion;

UnkQuestion *unk_question_new (const UnkFinder *finder, UnkMarks *marks);
void unk_question_count (UnkQuestion *question, const UnkFinder *finder);
void unk_question_free (UnkQuestion *question);

/* How much of a place one muscle explains, as shares of what is marked. */
typedef struct
{
  double essential, spillover, near;
} UnkExplained;

UnkExplained unk_finder_explain (const UnkFinder *self, const UnkAskedPlace *place, guint muscle,
                                 UnkSide side);
gboolean unk_finder_may_explain (const UnkQuestion *question, guint muscle, UnkSide side);
double unk_explained_sum (UnkExplained explained);
double unk_finder_measure_focus (const UnkFinder *self, const UnkQuestion *question, guint muscle,
                                 UnkSide side);
guint64 unk_finder_touched (const UnkFinder *self, UnkQuestion *question, guint muscle,
                            UnkSide side, gboolean widely);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkQuestion, unk_question_free)

/* How far beside a zone a mark still counts a little, in millimeters. */
#define UNK_FINDER_MARGIN 16.0

G_END_DECLS
