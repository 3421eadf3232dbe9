/* unk-care.h: techniques, tools, cautions and sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-data-dir.h"
#include "unk-dose.h"
#include "unk-texts.h"
#include "unk-vocabulary.h"

G_BEGIN_DECLS

typedef struct
{
  char *kind; /* compression, friction or stretch */
  UnkDose range;
} UnkTechniqueRange;

typedef struct
{
  GHashTable *techniques;   /* id: UnkTechniqueRange */
  GHashTable *site_muscles; /* site: GStrv of the muscles that must name it */
  /* arrays of the formats of these names */
  GVariant *sources, *technique_list, *tools, *sites, *contraindications, *red_flags;
} UnkCare;

UnkCare *unk_care_read (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts);
void unk_care_free (UnkCare *care);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkCare, unk_care_free)

G_END_DECLS
