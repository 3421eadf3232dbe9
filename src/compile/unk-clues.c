/* unk-clues.c: what a user may say besides where it hurts
 *
 * The file may be missing: an atlas without clues asks for none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-clues.h"

#include "unk-atlas-format.h"
#include "unk-element.h"

#define SCHEMA "care/care.rng"
#define CLUES "care/clues.xml"

typedef struct
{
  UnkDataDir *dir;
  UnkVocabulary *vocabulary;
  GVariantBuilder groups, list, often;
  GHashTable *seen; /* muscles that are in often already */
} Reader;

static char **
dup_ids (Reader *r, UnkIdKind kind, const xmlNode *element, const char *attribute)
{
  return unk_vocabulary_dup_ids (r->vocabulary, kind, CLUES, element, attribute);
}

static void
read_clue (Reader *r, const char *group, const xmlNode *element)
{
  g_autofree char *id = unk_vocabulary_define (r->vocabulary, UNK_ID_CLUE, CLUES, element);
  g_autofree char *text = unk_element_dup_text (unk_element_first (element, "text"));
  g_auto (GStrv) kinds = unk_element_dup_ids (element, "kinds");
  g_auto (GStrv) muscles = dup_ids (r, UNK_ID_MUSCLE, element, "muscles");
  g_auto (GStrv) asked = dup_ids (r, UNK_ID_CONTRAINDICATION, element, "contraindications");
  g_auto (GStrv) sources = dup_ids (r, UNK_ID_SOURCE, element, "sources");

  if (!id)
    return;
  if (!*kinds && !*muscles)
    unk_faults_add (r->dir->faults, CLUES, unk_element_line (element),
                    "the clue \"%s\" speaks for nothing; give it kinds= or muscles=", id);
  g_variant_builder_add (&r->list, "(sss^as^as^as^as)", id, group, text, kinds, muscles, asked,
                         sources);
}

static void
read_group (Reader *r, const xmlNode *element)
{
  g_autofree char *id = unk_vocabulary_define (r->vocabulary, UNK_ID_CLUE_GROUP, CLUES, element);
  g_autofree char *name = unk_element_dup_text (unk_element_first (element, "name"));

  if (!id)
    return;
  g_variant_builder_add (&r->groups, UNK_FORMAT_GROUP, id, name);
  for (UNK_EACH (clue, element, "clue"))
    read_clue (r, id, clue);
}

static void
read_often (Reader *r, const xmlNode *element)
{
  g_auto (GStrv) muscles = dup_ids (r, UNK_ID_MUSCLE, element, "muscles");
  g_auto (GStrv) sources = dup_ids (r, UNK_ID_SOURCE, element, "sources");

  (void) sources;
  for (guint i = 0; muscles[i]; i++)
    if (g_hash_table_add (r->seen, g_strdup (muscles[i])))
      g_variant_builder_add (&r->often, "s", muscles[i]);
}

static void
read_root (Reader *r, const xmlNode *root)
{
  for (UNK_EACH (group, root, "group"))
    read_group (r, group);
  for (UNK_EACH (often, root, "often"))
    read_often (r, often);
}

static GVariant *
finish (GVariantBuilder *builder)
{
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/**
 * unk_clues_read:
 * @dir: the content
 * @vocabulary: where muscles, contraindications and sources are known already
 * @texts: where texts are checked
 *
 * Reads care/clues.xml.
 *
 * Returns: (transfer full): what it says
 */
UnkClues *
unk_clues_read (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts)
{
  g_autoptr (UnkDocument) document =
    unk_data_dir_has (dir, CLUES) ? unk_data_dir_load_xml (dir, CLUES, SCHEMA) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  UnkClues *clues = g_new0 (UnkClues, 1);
  Reader r = { .dir = dir, .vocabulary = vocabulary, .seen = seen };

  g_variant_builder_init (&r.groups, G_VARIANT_TYPE ("a" UNK_FORMAT_GROUP));
  g_variant_builder_init (&r.list, G_VARIANT_TYPE ("a" UNK_FORMAT_CLUE));
  g_variant_builder_init (&r.often, G_VARIANT_TYPE_STRING_ARRAY);
  if (document)
    {
      for (UNK_EACH (group, unk_document_root (document), "group"))
        unk_texts_check_empty (texts, CLUES, group);
      read_root (&r, unk_document_root (document));
    }
  clues->groups = finish (&r.groups);
  clues->list = finish (&r.list);
  clues->often = finish (&r.often);
  return clues;
}

/**
 * unk_clues_free:
 * @clues: (nullable): what the file says
 */
void
unk_clues_free (UnkClues *clues)
{
  if (!clues)
    return;
  g_variant_unref (clues->groups);
  g_variant_unref (clues->list);
  g_variant_unref (clues->often);
  g_free (clues);
}
