/* unk-clues.h: what a user may say besides where it hurts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-data-dir.h"
#include "unk-texts.h"
#include "unk-vocabulary.h"

G_BEGIN_DECLS

typedef struct
{
  GVariant *groups; /* an array of UNK_FORMAT_GROUP */
  GVariant *list;   /* an array of UNK_FORMAT_CLUE */
  GVariant *often;  /* ids of muscles, each once */
} UnkClues;

UnkClues *unk_clues_read (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts);
void unk_clues_free (UnkClues *clues);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkClues, unk_clues_free)

G_END_DECLS
