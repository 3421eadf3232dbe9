/* unk-guide-ties.c: what a page of the guide has to agree with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-ties.h"

#include <stdlib.h>
#include <string.h>

#include "unk-element.h"
#include "unk-record.h"

#define LONGEST_STEP 5 /* minutes */
#define LONGEST_STARTER 20
#define TREATMENTS 14 /* where they stand in UNK_FORMAT_MUSCLE */

static const UnkRecord *
find_record (GPtrArray *records, const char *id)
{
  for (guint i = 0; id && i < records->len; i++)
    {
      const UnkRecord *record = g_ptr_array_index (records, i);

      if (record->body && g_str_equal (record->id, id))
        return record;
    }
  return NULL;
}

/* Whether the record describes the technique for oneself. */
static gboolean
offers (const UnkRecord *record, const char *technique)
{
  g_autoptr (GVariant) treatments = g_variant_get_child_value (record->body, TREATMENTS);

  for (gsize i = 0; i < g_variant_n_children (treatments); i++)
    {
      g_autoptr (GVariant) treatment = g_variant_get_child_value (treatments, i);
      const char *self, *named;

      g_variant_get_child (treatment, 1, "&s", &self);
      g_variant_get_child (treatment, 2, "&s", &named);
      if (g_str_equal (named, technique) && !g_str_equal (self, "no"))
        return TRUE;
    }
  return FALSE;
}

static void
require_records (UnkDataDir *dir, GPtrArray *records, const char *file, const xmlNode *element,
                 const char *attribute)
{
  g_auto (GStrv) ids = unk_element_dup_ids (element, attribute);

  for (guint i = 0; ids[i]; i++)
    if (!find_record (records, ids[i]))
      unk_faults_add (dir->faults, file, unk_element_line (element),
                      "the muscle \"%s\" has no record in atlas; name one that has", ids[i]);
}

/* Every step of a starter routine is something that the muscle's own record tells how to do. */
static guint
check_step (UnkDataDir *dir, const UnkVocabulary *vocabulary, GPtrArray *records, const char *file,
            const xmlNode *element)
{
  g_autofree char *muscle = unk_element_dup_attribute (element, "muscle");
  g_autofree char *technique = unk_element_dup_attribute (element, "technique");
  g_autofree char *minutes = unk_element_dup_attribute (element, "minutes");
  int length = minutes ? atoi (minutes) : 0;
  const UnkRecord *record = find_record (records, muscle);

  require_records (dir, records, file, element, "muscle");
  if (unk_vocabulary_require (vocabulary, UNK_ID_TECHNIQUE, technique, file, element) && record &&
      !offers (record, technique))
    unk_faults_add (dir->faults, file, unk_element_line (element),
                    "atlas/%s.xml doesn't offer \"%s\" for oneself; take a technique that it does",
                    muscle, technique);
  if (length < 1 || length > LONGEST_STEP)
    unk_faults_add (dir->faults, file, unk_element_line (element),
                    "a step of %d minutes is out of measure; give it 1 to %d", length,
                    LONGEST_STEP);
  return (guint) MAX (length, 0);
}

static void
check_starter (UnkDataDir *dir, const UnkVocabulary *vocabulary, GPtrArray *records,
               const char *file, const xmlNode *starter)
{
  guint minutes = 0;

  for (UNK_EACH (step, starter, "do"))
    minutes += check_step (dir, vocabulary, records, file, step);
  if (minutes > LONGEST_STARTER)
    unk_faults_add (dir->faults, file, unk_element_line (starter),
                    "the starter routine takes %u minutes; keep it to %d", minutes,
                    LONGEST_STARTER);
}

/* A condition says what is behind it, what else it may be, and how to begin; other pages don't. */
static void
check_condition (UnkDataDir *dir, const char *file, const xmlNode *root)
{
  static const char *const parts[] = { "usual", "lookalikes", "starter" };
  g_autofree char *group = unk_element_dup_attribute (root, "group");
  gboolean condition = g_strcmp0 (group, "conditions") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const xmlNode *part = unk_element_first (root, parts[i]);

      if (condition && !part)
        unk_faults_add (dir->faults, file, unk_element_line (root),
                        "a condition has no <%s>; add it", parts[i]);
      else if (!condition && part)
        unk_faults_add (dir->faults, file, unk_element_line (part),
                        "<%s> stands on a page that is no condition; take it out", parts[i]);
    }
}

static guint
count_cells (const xmlNode *row)
{
  guint n = 0;

  for (UNK_EACH (cell, row, "cell"))
    n++;
  return n;
}

static void
check_tables (UnkDataDir *dir, const char *file, const xmlNode *root)
{
  for (UNK_EACH (section, root, "section"))
    for (UNK_EACH (table, section, "table"))
      {
        guint columns = count_cells (unk_element_first (table, "head"));

        for (UNK_EACH (row, table, "row"))
          if (count_cells (row) != columns)
            unk_faults_add (dir->faults, file, unk_element_line (row),
                            "the row has %u cells under %u headings; make them as many",
                            count_cells (row), columns);
      }
}

/**
 * unk_guide_ties_check_page:
 * @dir: the content
 * @vocabulary: all ids
 * @records: (element-type UnkRecord): the muscles
 * @file: the page's file
 * @root: its outermost element
 *
 * Notes where the page doesn't fit its file, its group, or the muscles' records.
 */
void
unk_guide_ties_check_page (UnkDataDir *dir, const UnkVocabulary *vocabulary, GPtrArray *records,
                           const char *file, const xmlNode *root)
{
  g_autofree char *id = unk_element_dup_attribute (root, "id");
  g_autofree char *named = g_strdup_printf ("care/guide/%s.xml", id ? id : "");
  const xmlNode *usual = unk_element_first (root, "usual");

  if (!g_str_equal (named, file))
    unk_faults_add (dir->faults, file, unk_element_line (root),
                    "the id \"%s\" isn't the file's stem; make them equal", id ? id : "");
  if (g_strcmp0 (id, "closed") == 0)
    unk_faults_add (dir->faults, file, unk_element_line (root),
                    "\"closed\" is a word of the action app.guide; take another id");
  check_condition (dir, file, root);
  check_tables (dir, file, root);
  for (UNK_EACH (with, usual, "with"))
    require_records (dir, records, file, with, "muscle");
  require_records (dir, records, file, unk_element_first (root, "links"), "muscles");
  check_starter (dir, vocabulary, records, file, unk_element_first (root, "starter"));
}

static gboolean
is_named (GPtrArray *documents, const char *attribute, const char *id)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const UnkDocument *document = g_ptr_array_index (documents, i);
      g_auto (GStrv) ids = unk_element_dup_ids (unk_document_root (document), attribute);

      if (g_strv_contains ((const char *const *) ids, id))
        return TRUE;
    }
  return FALSE;
}

/**
 * unk_guide_ties_check_cover:
 * @dir: the content
 * @vocabulary: all ids
 * @documents: (element-type UnkDocument): the pages
 *
 * Notes techniques and tools that no page explains.
 */
void
unk_guide_ties_check_cover (UnkDataDir *dir, const UnkVocabulary *vocabulary, GPtrArray *documents)
{
  static const struct
  {
    UnkIdKind kind;
    const char *attribute, *file, *what;
  } covers[] = {
    { UNK_ID_TECHNIQUE, "techniques", "care/techniques.xml", "technique" },
    { UNK_ID_TOOL, "tools", "care/tools.xml", "tool" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    {
      GPtrArray *ids = vocabulary->order[covers[i].kind];

      for (guint k = 0; k < ids->len; k++)
        {
          const char *id = g_ptr_array_index (ids, k);
          const char *where = g_hash_table_lookup (vocabulary->ids[covers[i].kind], id);
          const char *colon = strrchr (where, ':');

          if (!is_named (documents, covers[i].attribute, id))
            unk_faults_add (dir->faults, covers[i].file, atol (colon + 1),
                            "no page of the guide explains the %s \"%s\"; name it in %s= of one",
                            covers[i].what, id, covers[i].attribute);
        }
    }
}

static gboolean
is_shown (GPtrArray *documents, const char *picture)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const xmlNode *root = unk_document_root (g_ptr_array_index (documents, i));
      g_autofree char *of = unk_element_dup_attribute (unk_element_first (root, "picture"), "of");

      if (g_strcmp0 (of, picture) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * unk_guide_ties_check_pictures:
 * @dir: the content
 * @vocabulary: all ids
 * @documents: (element-type UnkDocument): the pages
 *
 * Notes pictures that no page shows.
 */
void
unk_guide_ties_check_pictures (UnkDataDir *dir, const UnkVocabulary *vocabulary,
                               GPtrArray *documents)
{
  GPtrArray *ids = vocabulary->order[UNK_ID_PICTURE];

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *file = g_strdup_printf ("care/pictures/%s.svg", id);

      if (!is_shown (documents, id))
        unk_faults_add (dir->faults, file, 1, "no page of the guide shows it; name it in one");
    }
}
