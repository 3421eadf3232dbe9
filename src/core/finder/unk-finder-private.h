/* unk-finder-private.h: the finder from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-finder.h"

G_BEGIN_DECLS

/* Beyond this many, points of one muscle aren't told apart in how closely they fit. */
#define UNK_FINDER_POINTS 16

/* The zones of one muscle in one view, put together. */
typedef struct
{
  UnkMask *essential; /* (nullable) */
  UnkMask *spillover; /* (nullable): besides the essential ones */
  guint64 *bits;      /* (nullable): for each word in reach, row by row, two: one bit of a cell in
                         each. Only the first is set in the essential zones, only the second in the
                         spillover, both in the margin around them */
  GPtrArray *zones;   /* (nullable): the UnkZones that it is made of */
  guint *cells;       /* of each of them */
} UnkZoneUnion;

/* The cells among which something lies: from the first to before the last. Of a muscle: its zones
 * and their margin; empty where the view shows nothing of it. Kept apart, since most muscles lie
 * elsewhere than the marks and nothing but this is looked at. */
typedef struct
{
  gint16 column, row, end_column, end_row;
} UnkReach;

/* What the words of a muscle's points say of the areas: a bit for each. */
#define UNK_FINDER_AREA_WORDS 4
typedef struct
{
  guint64 essential[UNK_FINDER_AREA_WORDS], spillover[UNK_FINDER_AREA_WORDS];
} UnkStated;

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
  UnkReach *reaches;    /* n_views × n_muscles, in the same way */
  UnkStated *stated;    /* of each muscle */
};

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
  UnkReach *painted_reach[UNK_SIDES], *carried_reach[UNK_SIDES];
  UnkMask **wide[UNK_SIDES]; /* painted and its margin; made when it is first needed */
} UnkAskedPlace;

typedef struct
{
  GArray *places; /* UnkAskedPlace */
  guint n_views;
} UnkQuestion;

UnkQuestion *unk_question_new (const UnkFinder *finder, UnkMarks *marks);
void unk_question_free (UnkQuestion *question);

/* How much of a place one muscle explains, as shares of what is marked. */
typedef struct
{
  double essential, spillover, near;
} UnkExplained;

UnkExplained unk_finder_explain (const UnkFinder *self, const UnkAskedPlace *place, guint muscle,
                                 UnkSide side);
double unk_explained_sum (UnkExplained explained);
double unk_finder_measure_focus (const UnkFinder *self, const UnkQuestion *question, guint muscle,
                                 UnkSide side);
gboolean unk_finder_touches (const UnkFinder *self, UnkQuestion *question, const UnkPoint *point,
                             UnkSide side, gboolean widely);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkQuestion, unk_question_free)

/* How far beside a zone a mark still counts a little, in millimeters. */
#define UNK_FINDER_MARGIN 16.0

G_END_DECLS
