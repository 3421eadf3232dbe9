/* unk-guide-read.h: the pages of the guide and their pictures
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
  GVariant *pages;    /* an array of UNK_FORMAT_GUIDE_PAGE, as they are listed */
  GVariant *pictures; /* an array of UNK_FORMAT_PICTURE */
} UnkGuide;

UnkGuide *unk_guide_read (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts,
                          GPtrArray *records, const char *defs);
void unk_guide_free (UnkGuide *guide);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkGuide, unk_guide_free)

G_END_DECLS
