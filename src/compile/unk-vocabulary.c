/* unk-vocabulary.c: all ids that the content may use, and where each was defined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-vocabulary.h"

#include "unk-element.h"

static const struct
{
  const char *name;
  const char *file; /* where they are defined */
} kinds[UNK_ID_N] = {
  { "group", "figure/muscles.xml or figure/areas.xml" },
  { "muscle", "figure/muscles.xml" },
  { "area", "figure/areas.xml" },
  { "source", "care/sources.xml" },
  { "technique", "care/techniques.xml" },
  { "tool", "care/tools.xml" },
  { "site", "care/cautions.xml" },
  { "contraindication", "care/cautions.xml" },
  { "red flag", "care/cautions.xml" },
  { "group of clues", "care/clues.xml" },
  { "clue", "care/clues.xml" },
};

static gboolean
is_slug (const char *id)
{
  if (!g_ascii_islower (*id))
    return FALSE;
  for (const char *p = id; *p; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return TRUE;
}

/**
 * unk_vocabulary_new:
 * @faults: where to note what is wrong
 *
 * Returns: (transfer full): no ids yet
 */
UnkVocabulary *
unk_vocabulary_new (UnkFaults *faults)
{
  UnkVocabulary *vocabulary = g_new0 (UnkVocabulary, 1);

  vocabulary->faults = faults;
  for (int i = 0; i < UNK_ID_N; i++)
    {
      vocabulary->ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      vocabulary->order[i] = g_ptr_array_new_with_free_func (g_free);
    }
  return vocabulary;
}

/**
 * unk_vocabulary_free:
 * @vocabulary: (nullable): the ids
 */
void
unk_vocabulary_free (UnkVocabulary *vocabulary)
{
  if (!vocabulary)
    return;
  for (int i = 0; i < UNK_ID_N; i++)
    {
      g_hash_table_unref (vocabulary->ids[i]);
      g_ptr_array_unref (vocabulary->order[i]);
    }
  g_free (vocabulary);
}

/**
 * unk_vocabulary_define:
 * @vocabulary: the ids
 * @kind: what the element defines
 * @file: its file
 * @element: an element with an id
 *
 * Takes the element's id up; one that is missing, badly formed or there already is a fault.
 *
 * Returns: (transfer full) (nullable): the id, %NULL where the element is to be skipped
 */
char *
unk_vocabulary_define (UnkVocabulary *vocabulary, UnkIdKind kind, const char *file,
                       const xmlNode *element)
{
  g_autofree char *id = unk_element_dup_attribute (element, "id");
  long line = unk_element_line (element);
  const char *before = id ? g_hash_table_lookup (vocabulary->ids[kind], id) : NULL;

  if (!id)
    unk_faults_add (vocabulary->faults, file, line, "<%s> has no id; give it one", element->name);
  else if (!is_slug (id))
    unk_faults_add (vocabulary->faults, file, line,
                    "the id \"%s\" is malformed; use small letters, digits and hyphens", id);
  else if (before)
    unk_faults_add (vocabulary->faults, file, line,
                    "the %s \"%s\" is defined already at %s; keep one of them", kinds[kind].name,
                    id, before);
  else
    {
      g_hash_table_insert (vocabulary->ids[kind], g_strdup (id),
                           g_strdup_printf ("%s:%ld", file, line));
      g_ptr_array_add (vocabulary->order[kind], g_strdup (id));
      return g_steal_pointer (&id);
    }
  return NULL;
}

/**
 * unk_vocabulary_has:
 * @vocabulary: the ids
 * @kind: what @id should name
 * @id: an id
 *
 * Returns: whether it was defined
 */
gboolean
unk_vocabulary_has (const UnkVocabulary *vocabulary, UnkIdKind kind, const char *id)
{
  return g_hash_table_contains (vocabulary->ids[kind], id);
}

/**
 * unk_vocabulary_require:
 * @vocabulary: the ids
 * @kind: what @id should name
 * @id: (nullable): an id
 * @file: the file that uses it
 * @element: the element that uses it
 *
 * Notes a fault where there is no such id.
 *
 * Returns: whether it was defined
 */
gboolean
unk_vocabulary_require (const UnkVocabulary *vocabulary, UnkIdKind kind, const char *id,
                        const char *file, const xmlNode *element)
{
  if (!id)
    unk_faults_add (vocabulary->faults, file, unk_element_line (element),
                    "<%s> names no %s; use an id of %s", element->name, kinds[kind].name,
                    kinds[kind].file);
  else if (unk_vocabulary_has (vocabulary, kind, id))
    return TRUE;
  else
    unk_faults_add (vocabulary->faults, file, unk_element_line (element),
                    "unknown %s \"%s\"; use an id of %s", kinds[kind].name, id, kinds[kind].file);
  return FALSE;
}

/**
 * unk_vocabulary_dup_ids:
 * @vocabulary: the ids
 * @kind: what the ids should name
 * @file: the element's file
 * @element: an element
 * @attribute: its attribute that holds ids
 *
 * Notes a fault for each unknown or repeated one.
 *
 * Returns: (transfer full): those that were defined
 */
char **
unk_vocabulary_dup_ids (const UnkVocabulary *vocabulary, UnkIdKind kind, const char *file,
                        const xmlNode *element, const char *attribute)
{
  g_auto (GStrv) ids = unk_element_dup_ids (element, attribute);
  GPtrArray *known = g_ptr_array_new ();

  for (guint i = 0; ids[i]; i++)
    if (g_ptr_array_find_with_equal_func (known, ids[i], g_str_equal, NULL))
      unk_faults_add (vocabulary->faults, file, unk_element_line (element),
                      "the %s \"%s\" stands twice in %s; take one out", kinds[kind].name, ids[i],
                      attribute);
    else if (unk_vocabulary_require (vocabulary, kind, ids[i], file, element))
      g_ptr_array_add (known, g_strdup (ids[i]));
  g_ptr_array_add (known, NULL);
  return (char **) g_ptr_array_free (known, FALSE);
}
