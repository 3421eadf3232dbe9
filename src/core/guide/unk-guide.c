/* unk-guide.c: the pages that explain care
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide.h"

#include <glib/gi18n-lib.h>

#include "unk-atlas-private.h"

/**
 * unk_atlas_get_guide_pages:
 * @atlas: an atlas
 * @n: (out): how many
 *
 * Returns: the pages, group by group, as a list shows them
 */
const UnkGuidePage *
unk_atlas_get_guide_pages (UnkAtlas *atlas, guint *n)
{
  *n = atlas->n_guide_pages;
  return atlas->guide_pages;
}

/**
 * unk_atlas_find_guide_page:
 * @atlas: an atlas
 * @id: such as "ischemic-compression"
 *
 * Returns: (nullable): the page
 */
const UnkGuidePage *
unk_atlas_find_guide_page (UnkAtlas *atlas, const char *id)
{
  for (guint i = 0; i < atlas->n_guide_pages; i++)
    if (g_str_equal (atlas->guide_pages[i].id, id))
      return &atlas->guide_pages[i];
  return NULL;
}

/**
 * unk_atlas_find_page_of_technique:
 * @atlas: an atlas
 * @technique: its id
 *
 * Returns: (nullable): the page that explains it
 */
const UnkGuidePage *
unk_atlas_find_page_of_technique (UnkAtlas *atlas, const char *technique)
{
  for (guint i = 0; i < atlas->n_guide_pages; i++)
    if (g_strv_contains (atlas->guide_pages[i].techniques, technique))
      return &atlas->guide_pages[i];
  return NULL;
}

/**
 * unk_atlas_find_page_of_tool:
 * @atlas: an atlas
 * @tool: its id
 *
 * Returns: (nullable): the page that explains it
 */
const UnkGuidePage *
unk_atlas_find_page_of_tool (UnkAtlas *atlas, const char *tool)
{
  for (guint i = 0; i < atlas->n_guide_pages; i++)
    if (g_strv_contains (atlas->guide_pages[i].tools, tool))
      return &atlas->guide_pages[i];
  return NULL;
}

/**
 * unk_atlas_find_picture:
 * @atlas: an atlas
 * @id: such as "taut-band"
 *
 * Returns: (nullable): the illustration
 */
const UnkPicture *
unk_atlas_find_picture (UnkAtlas *atlas, const char *id)
{
  for (guint i = 0; i < atlas->n_pictures; i++)
    if (g_str_equal (atlas->pictures[i].id, id))
      return &atlas->pictures[i];
  return NULL;
}

/**
 * unk_guide_group_name:
 * @group: a group of pages
 *
 * Returns: its heading; the id where it has none
 */
const char *
unk_guide_group_name (const char *group)
{
  static const struct
  {
    const char *id, *name;
  } groups[] = {
    { "conditions", N_ ("Who Comes with What") },
    { "techniques-self", N_ ("Techniques for Yourself") },
    { "tools", N_ ("Tools") },
    { "precautions", N_ ("Precautions") },
    { "afterwards", N_ ("Afterward") },
    { "habits", N_ ("Habits") },
    { "understanding", N_ ("Understanding") },
    { "comparisons", N_ ("Comparisons") },
    { "techniques-professional", N_ ("Techniques of Professionals") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].id, group))
      return _ (groups[i].name);
  return group;
}

/**
 * unk_evidence_name:
 * @how: tested, mixed, tradition or disputed
 *
 * Returns: it in words
 */
const char *
unk_evidence_name (const char *how)
{
  if (g_str_equal (how, "tested"))
    /* Translators: how well a statement is backed: studies agree */
    return _ ("Tested");
  if (g_str_equal (how, "mixed"))
    /* Translators: how well a statement is backed: studies are few, small or disagree */
    return _ ("Mixed evidence");
  /* Translators: how well a statement is backed: practice, without studies; or experts disagree */
  return g_str_equal (how, "tradition") ? _ ("Tradition") : _ ("Disputed");
}
