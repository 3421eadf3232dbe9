/* unk-guide-read.c: the pages of the guide and their pictures
 *
 * Pages name each other, so all ids are taken up before the first page is read. There may be no
 * guide at all; where there is one it covers every technique and every tool.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unk-atlas-format.h"
#include "unk-element.h"
#include "unk-guide-ties.h"

#define SCHEMA "care/guide.rng"
#define PAGES "care/guide"
#define PICTURES "care/pictures"

/* As the guide lists them. */
static const char *const groups[] = {
  "conditions",    "techniques-self", "tools",
  "precautions",   "afterwards",      "habits",
  "understanding", "comparisons",     "techniques-professional",
};

typedef struct
{
  UnkDataDir *dir;
  UnkVocabulary *vocabulary;
  const char *file; /* that is read */
} Reader;

static char *
dup_child_text (const xmlNode *element, const char *name)
{
  return unk_element_dup_text (unk_element_first (element, name));
}

static char *
dup_attribute (const xmlNode *element, const char *name)
{
  char *value = unk_element_dup_attribute (element, name);

  return value ? value : g_strdup ("");
}

static void
add_ids (Reader *r, GVariantBuilder *page, UnkIdKind kind, const xmlNode *element,
         const char *attribute)
{
  g_auto (GStrv) ids = unk_vocabulary_dup_ids (r->vocabulary, kind, r->file, element, attribute);

  g_variant_builder_add (page, "^as", ids);
}

static void
add_texts (GVariantBuilder *page, const xmlNode *parent, const char *name)
{
  g_variant_builder_open (page, G_VARIANT_TYPE_STRING_ARRAY);
  for (UNK_EACH (child, parent, name))
    {
      g_autofree char *text = unk_element_dup_text (child);

      g_variant_builder_add (page, "s", text);
    }
  g_variant_builder_close (page);
}

static void
put_texts (GStrvBuilder *texts, const xmlNode *element)
{
  g_autofree char *text = NULL;

  if (unk_element_first (element, NULL))
    {
      for (UNK_EACH (child, element, NULL))
        put_texts (texts, child);
      return;
    }
  text = unk_element_dup_text (element);
  if (*text)
    g_strv_builder_add (texts, text);
}

static void
add_block (Reader *r, GVariantBuilder *page, const xmlNode *element)
{
  g_autofree char *how = dup_attribute (element, "how");
  g_autofree char *technique = unk_element_dup_attribute (element, "technique");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  guint columns = 0;

  if (unk_element_is (element, "dose"))
    unk_vocabulary_require (r->vocabulary, UNK_ID_TECHNIQUE, technique, r->file, element);
  for (UNK_EACH (cell, unk_element_first (element, "head"), "cell"))
    columns++;
  put_texts (builder, element);
  texts = g_strv_builder_end (builder);
  g_variant_builder_add (page, "(ssu^as)", element->name, technique ? technique : how, columns,
                         texts);
}

static void
add_sections (Reader *r, GVariantBuilder *page, const xmlNode *root)
{
  g_variant_builder_open (page, G_VARIANT_TYPE ("a" UNK_FORMAT_SECTION));
  for (UNK_EACH (section, root, "section"))
    {
      g_autofree char *heading = dup_child_text (section, "heading");

      g_variant_builder_open (page, G_VARIANT_TYPE (UNK_FORMAT_SECTION));
      g_variant_builder_add (page, "s", heading);
      g_variant_builder_open (page, G_VARIANT_TYPE ("a" UNK_FORMAT_BLOCK));
      for (UNK_EACH (block, section, NULL))
        if (!unk_element_is (block, "heading"))
          add_block (r, page, block);
      g_variant_builder_close (page);
      g_variant_builder_close (page);
    }
  g_variant_builder_close (page);
}

static void
add_usual (Reader *r, GVariantBuilder *page, const xmlNode *usual)
{
  g_variant_builder_open (page, G_VARIANT_TYPE ("a(ss)"));
  for (UNK_EACH (with, usual, "with"))
    {
      g_autofree char *muscle = dup_attribute (with, "muscle");
      g_autofree char *why = unk_element_dup_text (with);

      unk_vocabulary_require (r->vocabulary, UNK_ID_MUSCLE, muscle, r->file, with);
      g_variant_builder_add (page, "(ss)", muscle, why);
    }
  g_variant_builder_close (page);
}

static void
add_starter (GVariantBuilder *page, const xmlNode *starter)
{
  g_variant_builder_open (page, G_VARIANT_TYPE ("a(ssu)"));
  for (UNK_EACH (step, starter, "do"))
    {
      g_autofree char *muscle = dup_attribute (step, "muscle");
      g_autofree char *technique = dup_attribute (step, "technique");
      g_autofree char *minutes = dup_attribute (step, "minutes");

      g_variant_builder_add (page, "(ssu)", muscle, technique, (guint) atoi (minutes));
    }
  g_variant_builder_close (page);
}

static void
add_sources (Reader *r, GVariantBuilder *page, const xmlNode *root)
{
  const xmlNode *sources = unk_element_first (root, "sources");

  if (!unk_element_first (sources, "source"))
    unk_faults_add (r->dir->faults, r->file, unk_element_line (sources ? sources : root),
                    "the page has no source; name one of care/sources.xml");
  g_variant_builder_open (page, G_VARIANT_TYPE ("a(sss)"));
  for (UNK_EACH (source, sources, "source"))
    {
      g_autofree char *ref = dup_attribute (source, "ref");
      g_autofree char *what = unk_element_dup_text (source);

      unk_vocabulary_require (r->vocabulary, UNK_ID_SOURCE, ref, r->file, source);
      g_variant_builder_add (page, "(sss)", ref, "", what);
    }
  g_variant_builder_close (page);
}

static void
add_picture (Reader *r, GVariantBuilder *page, const xmlNode *picture)
{
  g_autofree char *of = dup_attribute (picture, "of");
  g_autofree char *shows = unk_element_dup_text (picture);

  if (picture)
    unk_vocabulary_require (r->vocabulary, UNK_ID_PICTURE, of, r->file, picture);
  g_variant_builder_add (page, "s", of);
  g_variant_builder_add (page, "s", shows);
}

/* In the order of UNK_FORMAT_GUIDE_PAGE. */
static void
add_page (Reader *r, GVariantBuilder *list, const xmlNode *root)
{
  const xmlNode *links = unk_element_first (root, "links");
  g_autofree char *id = dup_attribute (root, "id");
  g_autofree char *group = dup_attribute (root, "group");
  g_autofree char *title = dup_child_text (root, "title");
  g_autofree char *summary = dup_child_text (root, "summary");

  g_variant_builder_open (list, G_VARIANT_TYPE (UNK_FORMAT_GUIDE_PAGE));
  g_variant_builder_add (list, "s", id);
  g_variant_builder_add (list, "s", group);
  g_variant_builder_add (list, "s", title);
  g_variant_builder_add (list, "s", summary);
  add_ids (r, list, UNK_ID_TECHNIQUE, root, "techniques");
  add_ids (r, list, UNK_ID_TOOL, root, "tools");
  add_picture (r, list, unk_element_first (root, "picture"));
  add_sections (r, list, root);
  add_usual (r, list, unk_element_first (root, "usual"));
  add_texts (list, unk_element_first (root, "lookalikes"), "lookalike");
  add_starter (list, unk_element_first (root, "starter"));
  add_ids (r, list, UNK_ID_GUIDE, links, "pages");
  add_ids (r, list, UNK_ID_MUSCLE, links, "muscles");
  add_ids (r, list, UNK_ID_AREA, links, "areas");
  add_texts (list, unk_element_first (root, "words"), "word");
  add_sources (r, list, root);
  g_variant_builder_close (list);
}

static int
rank (const UnkDocument *document)
{
  const xmlNode *root = unk_document_root (document);
  g_autofree char *group = dup_attribute (root, "group");
  g_autofree char *place = dup_attribute (root, "place");
  guint i = 0;

  while (i < G_N_ELEMENTS (groups) && !g_str_equal (groups[i], group))
    i++;
  return (int) i * 1000 + CLAMP (atoi (place), 0, 999);
}

static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const UnkDocument *p = *(UnkDocument *const *) a, *q = *(UnkDocument *const *) b;
  int by_rank = rank (p) - rank (q);

  return by_rank ? by_rank : strcmp (p->name, q->name);
}

/* Files of two pages at one place would stand in an order that nobody meant. */
static void
check_places (UnkDataDir *dir, GPtrArray *documents)
{
  for (guint i = 1; i < documents->len; i++)
    {
      const UnkDocument *before = g_ptr_array_index (documents, i - 1);
      const UnkDocument *here = g_ptr_array_index (documents, i);

      if (rank (before) == rank (here))
        unk_faults_add (dir->faults, here->name, unk_element_line (unk_document_root (here)),
                        "it has the place of %s in its group; give it another", before->name);
    }
}

static GPtrArray *
load_pages (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_document_free);
  g_auto (GStrv) stems = unk_data_dir_list (dir, PAGES, ".xml");

  for (guint i = 0; stems[i]; i++)
    {
      g_autofree char *name = g_strdup_printf (PAGES "/%s.xml", stems[i]);
      UnkDocument *document = unk_data_dir_load_xml (dir, name, SCHEMA);
      g_autofree char *id = NULL;

      if (!document)
        continue;
      unk_texts_check (texts, name, unk_document_root (document));
      id = unk_vocabulary_define (vocabulary, UNK_ID_GUIDE, name, unk_document_root (document));
      if (id)
        g_ptr_array_add (documents, document);
      else
        unk_document_free (document);
    }
  g_ptr_array_sort (documents, compare_documents);
  check_places (dir, documents);
  return documents;
}

/* A picture is kept as it is drawn, with the gradients that the stylesheets name. */
static void
read_picture (UnkDataDir *dir, UnkVocabulary *vocabulary, const char *stem, const char *defs,
              GVariantBuilder *list)
{
  g_autofree char *name = g_strdup_printf (PICTURES "/%s.svg", stem);
  g_autoptr (UnkDocument) document = unk_data_dir_load_xml (dir, name, NULL);
  const xmlNode *root = document ? unk_document_root (document) : NULL;
  g_autofree char *box = unk_element_dup_attribute (root, "viewBox");
  g_autofree char *text = NULL, *svg = NULL;
  g_autofree char *id = NULL;
  double width = 0, height = 0;
  const char *start, *inside;

  if (!root)
    return;
  id = unk_vocabulary_define (vocabulary, UNK_ID_PICTURE, name, root);
  if (id && !g_str_equal (id, stem))
    unk_faults_add (dir->faults, name, unk_element_line (root),
                    "the id \"%s\" isn't the file's stem; make them equal", id);
  if (!box || sscanf (box, "0 0 %lf %lf", &width, &height) != 2 || width <= 0 || height <= 0)
    {
      unk_faults_add (dir->faults, name, unk_element_line (root),
                      "its viewBox isn't \"0 0 WIDTH HEIGHT\"; write it so");
      return;
    }
  text = unk_data_dir_load_text (dir, name);
  start = text ? strstr (text, "<svg ") : NULL;
  inside = start ? strchr (start, '>') : NULL;
  if (!inside || !id)
    return;
  svg = g_strdup_printf ("%.*s\n%s%s", (int) (inside + 1 - start), start, defs, inside + 1);
  g_variant_builder_add (list, UNK_FORMAT_PICTURE, id, width, height, svg);
}

static GVariant *
read_pictures (UnkDataDir *dir, UnkVocabulary *vocabulary, const char *defs)
{
  g_auto (GStrv) stems = unk_data_dir_list (dir, PICTURES, ".svg");
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a" UNK_FORMAT_PICTURE));
  for (guint i = 0; stems[i]; i++)
    read_picture (dir, vocabulary, stems[i], defs, &list);
  return g_variant_ref_sink (g_variant_builder_end (&list));
}

/**
 * unk_guide_read:
 * @dir: the content
 * @vocabulary: where everything else is known already
 * @texts: where texts are checked
 * @records: (element-type UnkRecord): the muscles
 * @defs: the gradients that pictures may use
 *
 * Reads care/guide and care/pictures.
 *
 * Returns: (transfer full): what they say
 */
UnkGuide *
unk_guide_read (UnkDataDir *dir, UnkVocabulary *vocabulary, UnkTexts *texts, GPtrArray *records,
                const char *defs)
{
  UnkGuide *guide = g_new0 (UnkGuide, 1);
  g_autoptr (GPtrArray) documents = NULL;
  GVariantBuilder list;

  guide->pictures = read_pictures (dir, vocabulary, defs);
  documents = load_pages (dir, vocabulary, texts);
  g_variant_builder_init (&list, G_VARIANT_TYPE ("a" UNK_FORMAT_GUIDE_PAGE));
  for (guint i = 0; i < documents->len; i++)
    {
      const UnkDocument *document = g_ptr_array_index (documents, i);
      const xmlNode *root = unk_document_root (document);
      Reader r = { dir, vocabulary, document->name };

      unk_guide_ties_check_page (dir, vocabulary, records, document->name, root);
      add_page (&r, &list, root);
    }
  guide->pages = g_variant_ref_sink (g_variant_builder_end (&list));
  if (documents->len)
    unk_guide_ties_check_cover (dir, vocabulary, documents);
  unk_guide_ties_check_pictures (dir, vocabulary, documents);
  return guide;
}

/**
 * unk_guide_free:
 * @guide: (nullable): the guide
 */
void
unk_guide_free (UnkGuide *guide)
{
  if (!guide)
    return;
  g_variant_unref (guide->pages);
  g_variant_unref (guide->pictures);
  g_free (guide);
}
