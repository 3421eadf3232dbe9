/* unk-texts.h: the texts of the content, each said once and none empty
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "unk-faults.h"

G_BEGIN_DECLS

typedef struct _UnkTexts UnkTexts;

UnkTexts *unk_texts_new (UnkFaults *faults);
void unk_texts_free (UnkTexts *texts);
void unk_texts_check (UnkTexts *texts, const char *file, const xmlNode *root);
void unk_texts_check_empty (UnkTexts *texts, const char *file, const xmlNode *root);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkTexts, unk_texts_free)

G_END_DECLS
