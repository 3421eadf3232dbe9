/* unk-names.h: groups, areas and the parts of the figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-data-dir.h"
#include "unk-texts.h"
#include "unk-vocabulary.h"

G_BEGIN_DECLS

/* An area of the skin. */
typedef struct
{
  char *id;
  gboolean deep;
  char **neighbors;
  long line;
} UnkAreaName;

typedef struct
{
  GHashTable *areas; /* id: UnkAreaName */
  GVariant *groups;  /* of UNK_FORMAT_GROUP */
  GVariant *list;    /* of UNK_FORMAT_AREA */
  GVariant *parts;   /* of UNK_FORMAT_FIGURE_NAME */
} UnkNames;

UnkNames *unk_names_read (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts);
void unk_names_free (UnkNames *names);
const UnkAreaName *unk_names_area (const UnkNames *names, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkNames, unk_names_free)

G_END_DECLS
