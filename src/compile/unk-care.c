/* unk-care.c: techniques, tools, cautions and sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-care.h"

#include "unk-atlas-format.h"
#include "unk-element.h"

#define SCHEMA "care/care.rng"
#define CAUTIONS "care/cautions.xml"

typedef struct
{
  UnkDataDir *dir;
  UnkVocabulary *vocabulary;
  UnkCare *care;
} Reader;

/* Reads one entry and adds it to the list; the id is its own and known to be good. */
typedef void (*EntryFunc) (Reader *r, const char *file, const xmlNode *element, const char *id,
                           GVariantBuilder *list);

static void
free_technique (gpointer data)
{
  UnkTechniqueRange *technique = data;

  g_free (technique->kind);
  g_free (technique);
}

static char *
dup_child_text (const xmlNode *element, const char *name)
{
  return unk_element_dup_text (unk_element_first (element, name));
}

static char **
dup_child_texts (const xmlNode *element, const char *name)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (UNK_EACH (child, element, name))
    g_ptr_array_add (texts, unk_element_dup_text (child));
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

static char *
dup_attribute (const xmlNode *element, const char *name)
{
  char *value = unk_element_dup_attribute (element, name);

  return value ? value : g_strdup ("");
}

static char **
dup_sources (Reader *r, const char *file, const xmlNode *element)
{
  g_auto (GStrv) sources =
    unk_vocabulary_dup_ids (r->vocabulary, UNK_ID_SOURCE, file, element, "sources");
  g_auto (GStrv) stated = unk_element_dup_ids (element, "sources");

  if (!*stated)
    unk_faults_add (r->dir->faults, file, unk_element_line (element),
                    "<%s> has no source; name one of care/sources.xml in sources=", element->name);
  return g_steal_pointer (&sources);
}

static void
read_source (Reader *r, const char *file, const xmlNode *element, const char *id,
             GVariantBuilder *list)
{
  g_autofree char *citation = dup_child_text (element, "citation");
  g_autofree char *address = dup_child_text (element, "address");

  (void) r;
  (void) file;
  g_variant_builder_add (list, UNK_FORMAT_SOURCE, id, citation, address);
}

static void
read_technique (Reader *r, const char *file, const xmlNode *element, const char *id,
                GVariantBuilder *list)
{
  UnkTechniqueRange *technique = g_new0 (UnkTechniqueRange, 1);
  g_autofree char *name = dup_child_text (element, "name");
  g_autofree char *what = dup_child_text (element, "what");
  g_autofree char *limit = dup_child_text (element, "limit");
  g_autofree char *evidence = dup_child_text (element, "evidence");
  g_auto (GStrv) sources = dup_sources (r, file, element);

  technique->kind = dup_attribute (element, "kind");
  technique->range = unk_dose_read (element, r->dir->faults, file);
  g_hash_table_insert (r->care->techniques, g_strdup (id), technique);
  g_variant_builder_open (list, G_VARIANT_TYPE (UNK_FORMAT_TECHNIQUE));
  g_variant_builder_add (list, "s", id);
  g_variant_builder_add (list, "s", name);
  g_variant_builder_add (list, "s", what);
  unk_dose_add_to (&technique->range, list);
  g_variant_builder_add (list, "s", limit);
  g_variant_builder_add (list, "s", evidence);
  g_variant_builder_add (list, "^as", sources);
  g_variant_builder_close (list);
}

static void
read_tool (Reader *r, const char *file, const xmlNode *element, const char *id,
           GVariantBuilder *list)
{
  g_autofree char *name = dup_child_text (element, "name");
  g_autofree char *what = dup_child_text (element, "what");
  g_autofree char *evidence = dup_child_text (element, "evidence");
  g_auto (GStrv) sources = dup_sources (r, file, element);

  g_variant_builder_add (list, "(ssss^as)", id, name, what, evidence, sources);
}

static void
read_site (Reader *r, const char *file, const xmlNode *element, const char *id,
           GVariantBuilder *list)
{
  g_autofree char *name = dup_child_text (element, "name");
  g_autofree char *level = dup_attribute (element, "level");
  g_auto (GStrv) areas =
    unk_vocabulary_dup_ids (r->vocabulary, UNK_ID_AREA, file, element, "areas");
  g_auto (GStrv) advice = dup_child_texts (element, "advice");
  g_auto (GStrv) sources = dup_sources (r, file, element);

  g_hash_table_insert (
    r->care->site_muscles, g_strdup (id),
    unk_vocabulary_dup_ids (r->vocabulary, UNK_ID_MUSCLE, file, element, "muscles"));
  g_variant_builder_add (list, "(sss^as^as^as)", id, name, level, areas, advice, sources);
}

static void
read_contraindication (Reader *r, const char *file, const xmlNode *element, const char *id,
                       GVariantBuilder *list)
{
  g_autofree char *name = dup_child_text (element, "name");
  g_autofree char *level = dup_attribute (element, "level");
  g_autofree char *scope = dup_attribute (element, "scope");
  g_autofree char *advice = dup_child_text (element, "advice");
  g_auto (GStrv) sources = dup_sources (r, file, element);

  g_variant_builder_add (list, "(sssss^as)", id, name, level, scope, advice, sources);
}

static void
read_red_flag (Reader *r, const char *file, const xmlNode *element, const char *id,
               GVariantBuilder *list)
{
  g_autofree char *name = dup_child_text (element, "name");
  g_autofree char *urgency = dup_attribute (element, "urgency");
  g_auto (GStrv) areas =
    unk_vocabulary_dup_ids (r->vocabulary, UNK_ID_AREA, file, element, "areas");
  g_auto (GStrv) signs = dup_child_texts (element, "sign");
  g_auto (GStrv) sources = dup_sources (r, file, element);

  g_variant_builder_add (list, "(sss^as^as^as)", id, name, urgency, areas, signs, sources);
}

static GVariant *
read_entries (Reader *r, const char *file, const xmlNode *parent, const char *element_name,
              UnkIdKind kind, const char *type, EntryFunc read)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE (type));
  for (UNK_EACH (element, parent, element_name))
    {
      g_autofree char *id = unk_vocabulary_define (r->vocabulary, kind, file, element);

      if (id)
        read (r, file, element, id, &list);
    }
  return g_variant_ref_sink (g_variant_builder_end (&list));
}

static const xmlNode *
root_of (const UnkDocument *document)
{
  return document ? unk_document_root (document) : NULL;
}

static UnkDocument *
load (UnkDataDir *dir, UnkTexts *texts, const char *name)
{
  UnkDocument *document = unk_data_dir_load_xml (dir, name, SCHEMA);

  if (document)
    unk_texts_check_empty (texts, name, unk_document_root (document));
  return document;
}

/**
 * unk_care_read:
 * @dir: the content
 * @vocabulary: where muscles and areas are known already
 * @texts: where texts are checked
 *
 * Reads the files of care/.
 *
 * Returns: (transfer full): what they say
 */
UnkCare *
unk_care_read (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts)
{
  g_autoptr (UnkDocument) sources = load (dir, texts, "care/sources.xml");
  g_autoptr (UnkDocument) techniques = load (dir, texts, "care/techniques.xml");
  g_autoptr (UnkDocument) tools = load (dir, texts, "care/tools.xml");
  g_autoptr (UnkDocument) cautions = load (dir, texts, CAUTIONS);
  UnkCare *care = g_new0 (UnkCare, 1);
  Reader r = { dir, vocabulary, care };
  const xmlNode *root = root_of (cautions);

  care->techniques = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_technique);
  care->site_muscles =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  care->sources = read_entries (&r, "care/sources.xml", root_of (sources), "source", UNK_ID_SOURCE,
                                "a" UNK_FORMAT_SOURCE, read_source);
  care->technique_list = read_entries (&r, "care/techniques.xml", root_of (techniques), "technique",
                                       UNK_ID_TECHNIQUE, "a" UNK_FORMAT_TECHNIQUE, read_technique);
  care->tools = read_entries (&r, "care/tools.xml", root_of (tools), "tool", UNK_ID_TOOL,
                              "a" UNK_FORMAT_TOOL, read_tool);
  care->sites = read_entries (&r, CAUTIONS, unk_element_first (root, "sites"), "site", UNK_ID_SITE,
                              "a" UNK_FORMAT_SITE, read_site);
  care->contraindications =
    read_entries (&r, CAUTIONS, unk_element_first (root, "contraindications"), "contraindication",
                  UNK_ID_CONTRAINDICATION, "a" UNK_FORMAT_CONTRAINDICATION, read_contraindication);
  care->red_flags = read_entries (&r, CAUTIONS, unk_element_first (root, "red-flags"), "red-flag",
                                  UNK_ID_RED_FLAG, "a" UNK_FORMAT_RED_FLAG, read_red_flag);
  return care;
}

/**
 * unk_care_free:
 * @care: (nullable): what the files of care/ say
 */
void
unk_care_free (UnkCare *care)
{
  if (!care)
    return;
  g_hash_table_unref (care->techniques);
  g_hash_table_unref (care->site_muscles);
  g_variant_unref (care->sources);
  g_variant_unref (care->technique_list);
  g_variant_unref (care->tools);
  g_variant_unref (care->sites);
  g_variant_unref (care->contraindications);
  g_variant_unref (care->red_flags);
  g_free (care);
}
