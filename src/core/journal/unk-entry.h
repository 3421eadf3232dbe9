/* unk-entry.h: pain, as it was at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-kept-mark.h"

G_BEGIN_DECLS

/* An entry belongs to each area that holds this share of what it marks. */
#define UNK_ENTRY_SHARE 0.25
/* The longest note, in bytes. */
#define UNK_ENTRY_NOTE_MAX 4000

/**
 * UnkEntry:
 * One place that hurt, when and how much.
 */
typedef struct
{
  gint64 id; /* of the store; 0 where it was never kept */
  gint64 at; /* seconds since 1970 */
  int intensity;
  UnkPainKind kind;
  char *note;
  GPtrArray *marks; /* UnkKeptMark, as they were made */
} UnkEntry;

/* An area of a side, as a place to keep an eye on. */
typedef struct
{
  const UnkArea *area; /* (nullable): everywhere */
  UnkSide side;
} UnkSpotOfPain;

UnkEntry *unk_entry_new (gint64 at, int intensity, UnkPainKind kind, const char *note);
UnkEntry *unk_entry_new_from_pain (const UnkPain *pain, gint64 at, const char *note);
UnkEntry *unk_entry_copy (const UnkEntry *entry);
void unk_entry_free (UnkEntry *entry);
gboolean unk_entry_has_same_marks (const UnkEntry *a, const UnkEntry *b);
gboolean unk_entry_equal (const UnkEntry *a, const UnkEntry *b);

UnkPain *unk_entry_make_pain (const UnkEntry *entry, UnkAtlas *atlas);
GArray *unk_entry_find_spots (const UnkEntry *entry, UnkAtlas *atlas);
char *unk_spot_of_pain_describe (UnkSpotOfPain spot);
gboolean unk_spot_of_pain_equal (UnkSpotOfPain a, UnkSpotOfPain b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkEntry, unk_entry_free)

G_END_DECLS
