/* unk-vocabulary.h: all ids that the content may use, and where each was defined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "unk-faults.h"

G_BEGIN_DECLS

/* What is named by ids. */
typedef enum
{
  UNK_ID_GROUP,
  UNK_ID_MUSCLE, /* muscles and other parts of the figure */
  UNK_ID_AREA,
  UNK_ID_SOURCE,
  UNK_ID_TECHNIQUE,
  UNK_ID_TOOL,
  UNK_ID_SITE,
  UNK_ID_CONTRAINDICATION,
  UNK_ID_RED_FLAG,
  UNK_ID_CLUE_GROUP,
  UNK_ID_CLUE,
  UNK_ID_N,
} UnkIdKind;

typedef struct
{
  UnkFaults *faults;
  GHashTable *ids[UNK_ID_N];  /* id: "file:line" */
  GPtrArray *order[UNK_ID_N]; /* the ids as they came */
} UnkVocabulary;

UnkVocabulary *unk_vocabulary_new (UnkFaults *faults);
void unk_vocabulary_free (UnkVocabulary *vocabulary);
char *unk_vocabulary_define (UnkVocabulary *vocabulary, UnkIdKind kind, const char *file,
                             const xmlNode *element);
gboolean unk_vocabulary_has (const UnkVocabulary *vocabulary, UnkIdKind kind, const char *id);
gboolean unk_vocabulary_require (const UnkVocabulary *vocabulary, UnkIdKind kind, const char *id,
                                 const char *file, const xmlNode *element);
char **unk_vocabulary_dup_ids (const UnkVocabulary *vocabulary, UnkIdKind kind, const char *file,
                               const xmlNode *element, const char *attribute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkVocabulary, unk_vocabulary_free)

G_END_DECLS
