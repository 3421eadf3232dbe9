/* unk-record.c: the words about one muscle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-record.h"

#include <string.h>

#include "unk-atlas-format.h"
#include "unk-element.h"
#include "unk-treatment.h"

#define SCHEMA "atlas/atlas.rng"

typedef struct
{
  const UnkRecordContext *context;
  UnkRecord *record;
  const xmlNode *root;
  GVariantBuilder body;
} Reader;

static void
free_point (gpointer data)
{
  UnkRecordPoint *point = data;

  g_free (point->id);
  g_strfreev (point->essential);
  g_strfreev (point->spillover);
  g_free (point);
}

static void
add_text (Reader *r, const xmlNode *element)
{
  g_autofree char *text = unk_element_dup_text (element);

  g_variant_builder_add (&r->body, "s", text);
}

static void
add_child (Reader *r, const xmlNode *parent, const char *name)
{
  add_text (r, unk_element_first (parent, name));
}

static void
add_attribute (Reader *r, const xmlNode *element, const char *name)
{
  g_autofree char *value = unk_element_dup_attribute (element, name);

  g_variant_builder_add (&r->body, "s", value ? value : "");
}

static void
add_texts (Reader *r, const xmlNode *parent, const char *name)
{
  g_variant_builder_open (&r->body, G_VARIANT_TYPE_STRING_ARRAY);
  for (UNK_EACH (element, parent, name))
    add_text (r, element);
  g_variant_builder_close (&r->body);
}

static const xmlNode *
child (const Reader *r, const char *name)
{
  return unk_element_first (r->root, name);
}

static void
read_identity (Reader *r)
{
  const UnkVocabulary *vocabulary = r->context->vocabulary;
  g_autofree char *id = unk_element_dup_attribute (r->root, "id");
  g_autofree char *group = unk_element_dup_attribute (r->root, "group");

  if (g_strcmp0 (id, r->record->id) != 0)
    unk_faults_add (r->context->dir->faults, r->record->file, unk_element_line (r->root),
                    "the id is \"%s\" but the file is %s.xml; give both one name", id ? id : "",
                    r->record->id);
  unk_vocabulary_require (vocabulary, UNK_ID_MUSCLE, id, r->record->file, r->root);
  unk_vocabulary_require (vocabulary, UNK_ID_GROUP, group, r->record->file, r->root);
  g_variant_builder_add (&r->body, "s", r->record->id);
  g_variant_builder_add (&r->body, "s", group ? group : "");
  add_attribute (r, r->root, "certainty");
}

static void
read_names (Reader *r)
{
  const xmlNode *names = child (r, "names"), *anatomy = child (r, "anatomy");

  g_variant_builder_open (&r->body, G_VARIANT_TYPE ("(sssas)"));
  add_child (r, names, "name");
  add_child (r, names, "latin");
  add_child (r, names, "plain");
  add_texts (r, names, "alias");
  g_variant_builder_close (&r->body);
  add_child (r, r->root, "summary");
  g_variant_builder_open (&r->body, G_VARIANT_TYPE ("(ssss)"));
  add_child (r, anatomy, "origin");
  add_child (r, anatomy, "insertion");
  add_child (r, anatomy, "action");
  add_child (r, anatomy, "nerve");
  g_variant_builder_close (&r->body);
}

static char **
read_zone (Reader *r, const xmlNode *zone, const UnkRecordPoint *point)
{
  g_auto (GStrv) stated = unk_element_dup_ids (zone, "areas");
  char **areas =
    unk_vocabulary_dup_ids (r->context->vocabulary, UNK_ID_AREA, r->record->file, zone, "areas");

  if (zone && !*stated)
    unk_faults_add (r->context->dir->faults, r->record->file, unk_element_line (zone),
                    "the %s zone of %s names no area; use ids of figure/areas.xml", zone->name,
                    point->id);
  return areas;
}

static void
check_overlap (Reader *r, const UnkRecordPoint *point)
{
  for (guint i = 0; point->spillover[i]; i++)
    if (g_strv_contains ((const char *const *) point->essential, point->spillover[i]))
      unk_faults_add (r->context->dir->faults, r->record->file, point->spillover_line,
                      "\"%s\" is essential and spillover of %s; keep it in one of them",
                      point->spillover[i], point->id);
}

static void
read_point (Reader *r, const xmlNode *element, guint number)
{
  g_autofree char *wanted = g_strdup_printf ("%s.%u", r->record->id, number);
  UnkRecordPoint *point = g_new0 (UnkRecordPoint, 1);
  const xmlNode *essential = unk_element_first (element, "essential");
  const xmlNode *spillover = unk_element_first (element, "spillover");

  point->id = unk_element_dup_attribute (element, "id");
  point->line = unk_element_line (element);
  if (g_strcmp0 (point->id, wanted) != 0)
    {
      unk_faults_add (r->context->dir->faults, r->record->file, point->line,
                      "the point's id is \"%s\"; number the points in order: this is \"%s\"",
                      point->id ? point->id : "", wanted);
      g_free (point->id);
      point->id = g_steal_pointer (&wanted);
    }
  point->essential = read_zone (r, essential, point);
  point->spillover = read_zone (r, spillover, point);
  point->essential_line = unk_element_line (essential ? essential : element);
  point->spillover_line = unk_element_line (spillover ? spillover : element);
  point->outside = unk_element_first (element, "outside") != NULL;
  check_overlap (r, point);
  g_ptr_array_add (r->record->points, point);

  g_variant_builder_open (&r->body, G_VARIANT_TYPE (UNK_FORMAT_POINT));
  g_variant_builder_add (&r->body, "s", point->id);
  add_attribute (r, element, "certainty");
  add_child (r, element, "place");
  add_child (r, element, "pattern");
  g_variant_builder_add (&r->body, "^as", point->essential);
  g_variant_builder_add (&r->body, "^as", point->spillover);
  add_child (r, element, "outside");
  g_variant_builder_close (&r->body);
}

static void
read_points (Reader *r)
{
  guint number = 0;

  g_variant_builder_open (&r->body, G_VARIANT_TYPE ("a" UNK_FORMAT_POINT));
  for (UNK_EACH (point, child (r, "points"), "point"))
    read_point (r, point, ++number);
  g_variant_builder_close (&r->body);
}

/* Elements with an attribute and a text. */
static void
add_pairs (Reader *r, const xmlNode *parent, const char *name, const char *attribute)
{
  g_variant_builder_open (&r->body, G_VARIANT_TYPE ("a(ss)"));
  for (UNK_EACH (element, parent, name))
    {
      g_variant_builder_open (&r->body, G_VARIANT_TYPE ("(ss)"));
      add_attribute (r, element, attribute);
      add_text (r, element);
      g_variant_builder_close (&r->body);
    }
  g_variant_builder_close (&r->body);
}

static void
read_finding (Reader *r)
{
  add_texts (r, child (r, "signs"), "sign");
  add_texts (r, child (r, "lookalikes"), "lookalike");
  add_pairs (r, child (r, "causes"), "starts", "kind");
  add_pairs (r, child (r, "causes"), "keeps", "kind");
  add_texts (r, child (r, "find"), "step");
  add_texts (r, child (r, "check"), "step");
  add_child (r, r->root, "latent");
}

static void
read_care (Reader *r)
{
  g_variant_builder_open (&r->body, G_VARIANT_TYPE ("a" UNK_FORMAT_TREATMENT));
  unk_treatment_read_all (r->context, r->record->file, child (r, "care"), &r->body);
  g_variant_builder_close (&r->body);
  add_texts (r, child (r, "care"), "habit");
}

/* Notes unknown and doubled ids of an element's children. */
static GHashTable *
check_ids (Reader *r, const xmlNode *parent, const char *name, const char *attribute,
           UnkIdKind kind)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (UNK_EACH (element, parent, name))
    {
      char *id = unk_element_dup_attribute (element, attribute);

      if (!unk_vocabulary_require (r->context->vocabulary, kind, id, r->record->file, element))
        g_free (id);
      else if (!g_hash_table_add (seen, id))
        unk_faults_add (r->context->dir->faults, r->record->file, unk_element_line (element),
                        "a second <%s> for the same %s; keep one of them", name, attribute);
    }
  return seen;
}

static void
read_tools (Reader *r)
{
  const xmlNode *tools = child (r, "tools");
  g_autoptr (GHashTable) seen = check_ids (r, tools, "tool", "id", UNK_ID_TOOL);
  const GPtrArray *all = r->context->vocabulary->order[UNK_ID_TOOL];

  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (seen, g_ptr_array_index (all, i)))
      unk_faults_add (r->context->dir->faults, r->record->file,
                      unk_element_line (tools ? tools : r->root),
                      "the tool \"%s\" is missing; say how it fits this muscle",
                      (const char *) g_ptr_array_index (all, i));
  g_variant_builder_open (&r->body, G_VARIANT_TYPE ("a(sss)"));
  for (UNK_EACH (tool, tools, "tool"))
    {
      g_variant_builder_open (&r->body, G_VARIANT_TYPE ("(sss)"));
      add_attribute (r, tool, "id");
      add_attribute (r, tool, "fit");
      add_text (r, tool);
      g_variant_builder_close (&r->body);
    }
  g_variant_builder_close (&r->body);
}

static void
read_cautions (Reader *r)
{
  const xmlNode *cautions = child (r, "cautions");
  g_autoptr (GHashTable) seen = check_ids (r, cautions, "caution", "site", UNK_ID_SITE);
  const GPtrArray *sites = r->context->vocabulary->order[UNK_ID_SITE];

  for (guint i = 0; i < sites->len; i++)
    {
      const char *site = g_ptr_array_index (sites, i);
      char **muscles = g_hash_table_lookup (r->context->care->site_muscles, site);

      if (g_strv_contains ((const char *const *) muscles, r->record->id) &&
          !g_hash_table_contains (seen, site))
        unk_faults_add (r->context->dir->faults, r->record->file,
                        unk_element_line (cautions ? cautions : r->root),
                        "care/cautions.xml lists this muscle at \"%s\"; add <caution site=\"%s\">",
                        site, site);
    }
  add_pairs (r, cautions, "caution", "site");
}

static void
read_references (Reader *r)
{
  const xmlNode *with = child (r, "goes-with"), *sources = child (r, "sources");
  g_autoptr (GHashTable) muscles = check_ids (r, with, "with", "muscle", UNK_ID_MUSCLE);

  if (g_hash_table_contains (muscles, r->record->id))
    unk_faults_add (r->context->dir->faults, r->record->file, unk_element_line (with),
                    "the muscle goes with itself; take that <with> out");
  add_pairs (r, with, "with", "muscle");
  add_texts (r, child (r, "words"), "word");
  if (!unk_element_first (sources, "source"))
    unk_faults_add (r->context->dir->faults, r->record->file,
                    unk_element_line (sources ? sources : r->root),
                    "the record has no source; name at least one of care/sources.xml");
  g_variant_builder_open (&r->body, G_VARIANT_TYPE ("a(sss)"));
  for (UNK_EACH (source, sources, "source"))
    {
      g_autofree char *ref = unk_element_dup_attribute (source, "ref");

      unk_vocabulary_require (r->context->vocabulary, UNK_ID_SOURCE, ref, r->record->file, source);
      g_variant_builder_open (&r->body, G_VARIANT_TYPE ("(sss)"));
      add_attribute (r, source, "ref");
      add_attribute (r, source, "where");
      add_text (r, source);
      g_variant_builder_close (&r->body);
    }
  g_variant_builder_close (&r->body);
  add_child (r, r->root, "disagreement");
}

/**
 * unk_record_read:
 * @context: what to hold the record against
 * @stem: the muscle's id, of which the file is named
 *
 * Reads atlas/MUSCLE.xml and notes what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the record; %NULL where nothing can be made of the file
 */
UnkRecord *
unk_record_read (const UnkRecordContext *context, const char *stem)
{
  g_autofree char *name = g_strdup_printf ("atlas/%s.xml", stem);
  g_autoptr (UnkDocument) document = unk_data_dir_load_xml (context->dir, name, SCHEMA);
  UnkRecord *record;
  Reader r = { .context = context };

  if (!document)
    return NULL;
  record = g_new0 (UnkRecord, 1);
  *record = (UnkRecord){ g_strdup (stem), g_strdup (name),
                         g_ptr_array_new_with_free_func (free_point), NULL };
  r.record = record;
  r.root = unk_document_root (document);
  unk_texts_check (context->texts, name, r.root);
  g_variant_builder_init (&r.body, G_VARIANT_TYPE (UNK_FORMAT_MUSCLE));
  read_identity (&r);
  read_names (&r);
  read_points (&r);
  read_finding (&r);
  read_care (&r);
  read_tools (&r);
  read_cautions (&r);
  read_references (&r);
  record->body = g_variant_ref_sink (g_variant_builder_end (&r.body));
  return record;
}

/**
 * unk_record_free:
 * @record: (nullable): a record
 */
void
unk_record_free (UnkRecord *record)
{
  if (!record)
    return;
  g_free (record->id);
  g_free (record->file);
  g_ptr_array_unref (record->points);
  g_clear_pointer (&record->body, g_variant_unref);
  g_free (record);
}

/**
 * unk_record_point:
 * @record: a record
 * @id: a point's id
 *
 * Returns: (nullable): the point
 */
const UnkRecordPoint *
unk_record_point (const UnkRecord *record, const char *id)
{
  for (guint i = 0; i < record->points->len; i++)
    {
      const UnkRecordPoint *point = g_ptr_array_index (record->points, i);

      if (strcmp (point->id, id) == 0)
        return point;
    }
  return NULL;
}
