/* unk-kept-mark.h: a mark as it is kept, whether the atlas knows its place or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-pain.h"

G_BEGIN_DECLS

typedef enum
{
  UNK_KEPT_STROKE,
  UNK_KEPT_ERASER,
  UNK_KEPT_AREA,
} UnkKeptKind;

#define UNK_N_KEPT_KINDS 3

/* A place is never further away than so many millimeters. */
#define UNK_KEPT_FAR 1e5f

/**
 * UnkKeptMark:
 * A mark by the ids of its view or area, so that one whose place this atlas doesn't know is kept,
 * handed out and brought in like the others. It never changes.
 */
typedef struct
{
  UnkKeptKind kind;
  char *name; /* the id of the view, or of the area */
  UnkSide side;
  double radius; /* in millimeters; 0 of an area */
  GArray *dots;  /* UnkDot; %NULL of an area */
} UnkKeptMark;

UnkKeptMark *unk_kept_mark_new (UnkKeptKind kind, const char *name, UnkSide side, double radius,
                                GArray *dots);
UnkKeptMark *unk_kept_mark_new_from_mark (const UnkMark *mark);
UnkKeptMark *unk_kept_mark_copy (const UnkKeptMark *mark);
void unk_kept_mark_free (UnkKeptMark *mark);
gboolean unk_kept_mark_equal (const UnkKeptMark *a, const UnkKeptMark *b);
UnkMark *unk_kept_mark_make_mark (const UnkKeptMark *mark, UnkAtlas *atlas);

const char *unk_kept_kind_id (UnkKeptKind kind);
gboolean unk_kept_kind_parse (const char *id, UnkKeptKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkKeptMark, unk_kept_mark_free)

G_END_DECLS
