/* unk-search.h: muscles, areas and pages of the guide by name, other name, symptom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-guide.h"
#include "unk-notes.h"

G_BEGIN_DECLS

/* Exactly one of the three is set. */
typedef struct
{
  const UnkMuscle *muscle;
  const UnkArea *area;
  const UnkGuidePage *page;
  guint score;        /* higher is nearer */
  const char *reason; /* (nullable): the text in which a word was found, in the user's language,
                         unless it is the name */
} UnkHit;

#define UNK_TYPE_SEARCH (unk_search_get_type ())
G_DECLARE_FINAL_TYPE (UnkSearch, unk_search, UNK, SEARCH, GObject)

UnkSearch *unk_search_new (UnkAtlas *atlas);
void unk_search_set_notes (UnkSearch *self, UnkNotes *notes);
const char *unk_hit_get_name (const UnkHit *hit);
GArray *unk_search_find (UnkSearch *self, const char *words);

G_END_DECLS
