/* unk-search.h: muscles and areas by name, other name, symptom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

/* Exactly one of the two is set. */
typedef struct
{
  const UnkMuscle *muscle;
  const UnkArea *area;
  guint score;        /* higher is nearer */
  const char *reason; /* (nullable): the text in which a word was found, in the user's language,
                         unless it is the name */
} UnkHit;

#define UNK_TYPE_SEARCH (unk_search_get_type ())
G_DECLARE_FINAL_TYPE (UnkSearch, unk_search, UNK, SEARCH, GObject)

UnkSearch *unk_search_new (UnkAtlas *atlas);
GArray *unk_search_find (UnkSearch *self, const char *words);

G_END_DECLS
