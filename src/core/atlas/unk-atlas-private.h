/* unk-atlas-private.h: the atlas from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"
#include "unk-guide.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  guint32 rgba;
} UnkColor;

typedef struct
{
  const char *scheme;
  const UnkColor *colors;
  guint n_colors;
} UnkPalette;

struct _UnkAtlas
{
  GMappedFile *file;
  GVariant *body;
  GPtrArray *arena; /* every block that the structs below stand in */

  const UnkSource *sources;
  guint n_sources;
  const UnkGroup *groups;
  guint n_groups;
  const UnkArea *areas;
  guint n_areas;
  const UnkTechnique *techniques;
  guint n_techniques;
  const UnkTool *tools;
  guint n_tools;
  const UnkCaution *sites;
  guint n_sites;
  const UnkCaution *red_flags;
  guint n_red_flags;
  const UnkContraindication *contraindications;
  guint n_contraindications;
  const UnkGroup *clue_groups;
  guint n_clue_groups;
  const UnkClue *clues;
  guint n_clues;
  const UnkGuidePage *guide_pages;
  guint n_guide_pages;
  const UnkPicture *pictures;
  guint n_pictures;
  const UnkMuscle *muscles;
  guint n_muscles;
  const UnkView *views;
  guint n_views;
  const UnkPair *styles;
  guint n_styles;
  const UnkPalette *palettes;
  guint n_palettes;

  GHashTable *muscles_by_id, *points_by_id, *areas_by_id;
};

void unk_atlas_read (UnkAtlas *atlas);

G_END_DECLS
