/* unk-guide-ties.h: what a page of the guide has to agree with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "unk-data-dir.h"
#include "unk-vocabulary.h"

G_BEGIN_DECLS

void unk_guide_ties_check_page (UnkDataDir *dir, const UnkVocabulary *vocabulary,
                                GPtrArray *records, const char *file, const xmlNode *root);
void unk_guide_ties_check_cover (UnkDataDir *dir, const UnkVocabulary *vocabulary,
                                 GPtrArray *documents);
void unk_guide_ties_check_pictures (UnkDataDir *dir, const UnkVocabulary *vocabulary,
                                    GPtrArray *documents);

G_END_DECLS
