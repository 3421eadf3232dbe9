/* unk-guide.h: the pages that explain care
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

typedef enum
{
  UNK_BLOCK_PARAGRAPH,
  UNK_BLOCK_STEPS,
  UNK_BLOCK_BULLETS,
  UNK_BLOCK_TABLE,
  UNK_BLOCK_CAUTION,
  UNK_BLOCK_EVIDENCE,
  UNK_BLOCK_DOSE,
} UnkBlockKind;

/* As in unk-atlas.h: all of it is borrowed from the atlas and in English. */
typedef struct
{
  UnkBlockKind kind;
  const char *key; /* of evidence: tested, mixed, tradition, disputed; of a dose: its technique */
  guint columns;   /* of a table */
  UnkTexts texts;  /* of a table: cell by cell, the header row first */
} UnkBlock;

typedef struct
{
  const char *heading;
  const UnkBlock *blocks;
  guint n_blocks;
} UnkSection;

typedef struct
{
  const char *muscle, *technique; /* ids */
  guint minutes;
} UnkStarterStep;

typedef struct
{
  const char *id, *group;
  const char *title, *summary;
  UnkTexts techniques, tools; /* ids of those that it explains */
  const char *picture, *picture_shows;
  const UnkSection *sections;
  guint n_sections;
  const UnkPair *usual; /* of a condition: muscle id and why; ends with a NULL key */
  UnkTexts lookalikes;
  const UnkStarterStep *starter;
  guint n_starter;
  UnkTexts pages, muscles, areas; /* ids of what it is linked with */
  UnkTexts words;
  const UnkCitation *sources; /* ends with a NULL source */
} UnkGuidePage;

/* An illustration, drawn with the classes of the figure's stylesheets. */
typedef struct
{
  const char *id;
  double width, height;
  const char *svg;
} UnkPicture;

const UnkGuidePage *unk_atlas_get_guide_pages (UnkAtlas *atlas, guint *n);
const UnkGuidePage *unk_atlas_find_guide_page (UnkAtlas *atlas, const char *id);
const UnkGuidePage *unk_atlas_find_page_of_technique (UnkAtlas *atlas, const char *technique);
const UnkGuidePage *unk_atlas_find_page_of_tool (UnkAtlas *atlas, const char *tool);
const UnkPicture *unk_atlas_find_picture (UnkAtlas *atlas, const char *id);

const char *unk_guide_group_name (const char *group);
const char *unk_evidence_name (const char *how);

G_END_DECLS
