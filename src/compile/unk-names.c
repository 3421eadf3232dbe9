/* unk-names.c: groups, areas and the parts of the figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-names.h"

#include <string.h>

#include "unk-atlas-format.h"
#include "unk-element.h"

#define AREAS "figure/areas.xml"
#define PARTS "figure/muscles.xml"
#define SCHEMA "figure/names.rng"

typedef struct
{
  UnkDataDir *dir;
  UnkVocabulary *vocabulary;
  UnkNames *names;
  GHashTable *group_names; /* id: name */
  GHashTable *area_names;  /* in small letters */
  GVariantBuilder groups;
} Reader;

static void
free_area (gpointer data)
{
  UnkAreaName *area = data;

  g_free (area->id);
  g_strfreev (area->neighbors);
  g_free (area);
}

static void
check_group_name (Reader *r, const char *file, const xmlNode *group, const char *id,
                  const char *name)
{
  const char *before = g_hash_table_lookup (r->group_names, id);

  if (before && strcmp (before, name) != 0)
    unk_faults_add (r->dir->faults, file, unk_element_line (group),
                    "the group \"%s\" is called \"%s\" in " PARTS "; give it one name", id, before);
  else if (!before)
    g_hash_table_insert (r->group_names, g_strdup (id), g_strdup (name));
}

/* A group may stand in both files: muscles and areas share "neck". */
static void
read_groups (Reader *r, const char *file, const xmlNode *root)
{
  g_autoptr (GHashTable) here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (UNK_EACH (group, root, "group"))
    {
      g_autofree char *id = unk_element_dup_attribute (group, "id");
      g_autofree char *name = unk_element_dup_text (unk_element_first (group, "name"));
      g_autofree char *defined = NULL;

      if (id)
        check_group_name (r, file, group, id, name);
      if (id && g_hash_table_add (here, g_strdup (id)) &&
          unk_vocabulary_has (r->vocabulary, UNK_ID_GROUP, id))
        continue;
      defined = unk_vocabulary_define (r->vocabulary, UNK_ID_GROUP, file, group);
      if (defined)
        g_variant_builder_add (&r->groups, UNK_FORMAT_GROUP, id, name);
    }
}

static void
read_part (Reader *r, GVariantBuilder *parts, const xmlNode *element)
{
  g_autofree char *id = unk_vocabulary_define (r->vocabulary, UNK_ID_MUSCLE, PARTS, element);
  g_autofree char *group = unk_element_dup_attribute (element, "group");
  g_autofree char *name = unk_element_dup_text (unk_element_first (element, "name"));
  g_autofree char *latin = unk_element_dup_text (unk_element_first (element, "latin"));

  if (!id)
    return;
  if (group || unk_element_is (element, "muscle"))
    unk_vocabulary_require (r->vocabulary, UNK_ID_GROUP, group, PARTS, element);
  g_variant_builder_add (parts, UNK_FORMAT_FIGURE_NAME, id, name, latin, group ? group : "");
}

static void
read_parts (Reader *r, const UnkDocument *document)
{
  GVariantBuilder parts;

  g_variant_builder_init (&parts, G_VARIANT_TYPE ("a" UNK_FORMAT_FIGURE_NAME));
  if (document)
    {
      read_groups (r, PARTS, unk_document_root (document));
      for (UNK_EACH (element, unk_document_root (document), NULL))
        if (!unk_element_is (element, "group"))
          read_part (r, &parts, element);
    }
  r->names->parts = g_variant_ref_sink (g_variant_builder_end (&parts));
}

/* Areas of one name couldn't be told apart. */
static void
check_name (Reader *r, const xmlNode *element, const char *name)
{
  if (*name && !g_hash_table_add (r->area_names, g_utf8_casefold (name, -1)))
    unk_faults_add (r->dir->faults, AREAS, unk_element_line (element),
                    "another area is called \"%s\" too; find a name of its own", name);
}

static void
read_area (Reader *r, GVariantBuilder *list, const xmlNode *element)
{
  g_autofree char *id = unk_vocabulary_define (r->vocabulary, UNK_ID_AREA, AREAS, element);
  g_autofree char *group = unk_element_dup_attribute (element->parent, "id");
  g_autofree char *paired = unk_element_dup_attribute (element, "paired");
  g_autofree char *depth = unk_element_dup_attribute (element, "depth");
  g_autofree char *name = unk_element_dup_text (unk_element_first (element, "name"));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  UnkAreaName *area;

  if (!id)
    return;
  check_name (r, element, name);
  for (UNK_EACH (word, element, "word"))
    g_ptr_array_add (words, unk_element_dup_text (word));
  g_ptr_array_add (words, NULL);
  area = g_new0 (UnkAreaName, 1);
  area->id = g_strdup (id);
  area->deep = g_strcmp0 (depth, "deep") == 0;
  area->neighbors = unk_element_dup_ids (element, "neighbors");
  area->line = unk_element_line (element);
  g_hash_table_insert (r->names->areas, area->id, area);
  g_variant_builder_add (list, "(sssbb^as^as)", id, name, group ? group : "",
                         g_strcmp0 (paired, "no") != 0, area->deep, area->neighbors, words->pdata);
}

static void
check_neighbors (Reader *r, const xmlNode *group)
{
  for (UNK_EACH (element, group, "area"))
    {
      g_autofree char *id = unk_element_dup_attribute (element, "id");
      g_auto (GStrv) neighbors =
        unk_vocabulary_dup_ids (r->vocabulary, UNK_ID_AREA, AREAS, element, "neighbors");

      for (guint i = 0; id && neighbors[i]; i++)
        {
          const UnkAreaName *other = unk_names_area (r->names, neighbors[i]);

          if (!g_strv_contains ((const char *const *) other->neighbors, id))
            unk_faults_add (r->dir->faults, AREAS, unk_element_line (element),
                            "\"%s\" names its neighbor \"%s\", which doesn't name it back; add it "
                            "at line %ld or take it out here",
                            id, neighbors[i], other->line);
        }
    }
}

static void
read_areas (Reader *r, const UnkDocument *document)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a" UNK_FORMAT_AREA));
  if (document)
    {
      read_groups (r, AREAS, unk_document_root (document));
      for (UNK_EACH (group, unk_document_root (document), "group"))
        for (UNK_EACH (element, group, "area"))
          read_area (r, &list, element);
      for (UNK_EACH (group, unk_document_root (document), "group"))
        check_neighbors (r, group);
    }
  r->names->list = g_variant_ref_sink (g_variant_builder_end (&list));
}

/**
 * unk_names_read:
 * @dir: the content
 * @vocabulary: where groups, muscles and areas are defined
 * @texts: where texts are checked
 *
 * Reads figure/muscles.xml and figure/areas.xml.
 *
 * Returns: (transfer full): what they say
 */
UnkNames *
unk_names_read (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts)
{
  g_autoptr (UnkDocument) parts = unk_data_dir_load_xml (dir, PARTS, SCHEMA);
  g_autoptr (UnkDocument) areas = unk_data_dir_load_xml (dir, AREAS, SCHEMA);
  g_autoptr (GHashTable) area_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) group_names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reader reader = {
    .dir = dir, .vocabulary = vocabulary, .group_names = group_names, .area_names = area_names
  };

  reader.names = g_new0 (UnkNames, 1);
  reader.names->areas = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_area);
  g_variant_builder_init (&reader.groups, G_VARIANT_TYPE ("a" UNK_FORMAT_GROUP));
  if (parts)
    unk_texts_check_empty (texts, PARTS, unk_document_root (parts));
  if (areas)
    unk_texts_check_empty (texts, AREAS, unk_document_root (areas));
  read_parts (&reader, parts);
  read_areas (&reader, areas);
  reader.names->groups = g_variant_ref_sink (g_variant_builder_end (&reader.groups));
  return reader.names;
}

/**
 * unk_names_free:
 * @names: (nullable): the names
 */
void
unk_names_free (UnkNames *names)
{
  if (!names)
    return;
  g_hash_table_unref (names->areas);
  g_variant_unref (names->groups);
  g_variant_unref (names->list);
  g_variant_unref (names->parts);
  g_free (names);
}

/**
 * unk_names_area:
 * @names: the names
 * @id: an area's id
 *
 * Returns: (nullable): the area
 */
const UnkAreaName *
unk_names_area (const UnkNames *names, const char *id)
{
  return g_hash_table_lookup (names->areas, id);
}
