/* unk-record.h: the words about one muscle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-care.h"
#include "unk-data-dir.h"
#include "unk-texts.h"
#include "unk-vocabulary.h"

G_BEGIN_DECLS

typedef struct
{
  char *id; /* MUSCLE.NUMBER */
  long line;
  char **essential; /* areas */
  char **spillover;
  long essential_line, spillover_line;
  gboolean outside; /* the X may lie outside of the muscle's outline */
} UnkRecordPoint;

typedef struct
{
  char *id;
  char *file;
  GPtrArray *points; /* UnkRecordPoint */
  GVariant *body;    /* of UNK_FORMAT_MUSCLE */
} UnkRecord;

/* What a record is held against. */
typedef struct
{
  UnkDataDir *dir;
  const UnkVocabulary *vocabulary;
  const UnkCare *care;
  UnkTexts *texts;
} UnkRecordContext;

UnkRecord *unk_record_read (const UnkRecordContext *context, const char *stem);
void unk_record_free (UnkRecord *record);
const UnkRecordPoint *unk_record_point (const UnkRecord *record, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkRecord, unk_record_free)

G_END_DECLS
