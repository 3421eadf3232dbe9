/* unk-pain.h: one place that hurts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

/* How it feels. */
typedef enum
{
  UNK_PAIN_ACHE,
  UNK_PAIN_SHARP,
  UNK_PAIN_BURNING,
  UNK_PAIN_TINGLING, /* or numb */
  UNK_PAIN_STIFF,
} UnkPainKind;

#define UNK_N_PAIN_KINDS 5

#define UNK_PAIN_INTENSITY_DEFAULT 5
#define UNK_PAIN_INTENSITY_MAX 10

/* One mark: a stroke of the brush or of the eraser (a click is a stroke of one dot), or an area by
 * its name. */
typedef struct
{
  const UnkView *view; /* of a stroke */
  double radius;       /* in millimeters */
  GArray *dots;        /* UnkDot; %NULL of an area */
  const UnkArea *area; /* of a named area */
  UnkSide side;        /* on which it begins; of no meaning for an area that is not paired */
  gboolean erases;     /* a stroke of the eraser: it takes away what stood before it */
} UnkMark;

/**
 * UnkPain:
 * One place that hurts: what was painted in one go or touches each other, or one named area. It
 * never changes; whoever keeps one takes a reference.
 */
typedef struct
{
  UnkSide side; /* of its first mark */
  UnkPainKind kind;
  int intensity;    /* 0 to 10 */
  GPtrArray *marks; /* UnkMark, as they were made; the first never erases */

  /* For each view of the atlas, in its order: what is marked in it, within the skin and cropped. */
  UnkMask **painted; /* (nullable): by strokes in that very view, or by the name of an area */
  UnkMask *
    *carried;       /* (nullable): what strokes in other views mark here besides, see unk-carry.h */
  UnkMask **erased; /* (nullable): what was erased in that view, so that nothing is carried there */
  guint n_views;
} UnkPain;

UnkPain *unk_pain_new (UnkAtlas *atlas, UnkMark *mark);
UnkPain *unk_pain_new_with_mark (UnkAtlas *atlas, const UnkPain *pain, UnkMark *mark);
UnkPain *unk_pain_new_rated (const UnkPain *pain, UnkPainKind kind, int intensity);
UnkPain *unk_pain_ref (UnkPain *pain);
void unk_pain_unref (UnkPain *pain);

UnkMark *unk_mark_new_stroke (const UnkView *view, double x, double y, double radius,
                              gboolean erases);
UnkMark *unk_mark_new_area (const UnkArea *area, UnkSide side);
UnkMark *unk_mark_ref (UnkMark *mark);
void unk_mark_unref (UnkMark *mark);
UnkMask *unk_mark_make_mask (const UnkMark *mark, const UnkView *view);

gboolean unk_pain_is_empty (const UnkPain *pain);
gboolean unk_pain_is_touched (const UnkPain *pain, guint view, const UnkMask *mask);
const UnkArea *unk_pain_get_area (const UnkPain *pain);
GPtrArray *unk_pain_find_areas (const UnkPain *pain, UnkAtlas *atlas);
char *unk_pain_describe (const UnkPain *pain, UnkAtlas *atlas);

const char *unk_pain_kind_id (UnkPainKind kind);
const char *unk_pain_kind_name (UnkPainKind kind);
gboolean unk_pain_kind_parse (const char *id, UnkPainKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkPain, unk_pain_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkMark, unk_mark_unref)

G_END_DECLS
