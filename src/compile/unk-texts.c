/* unk-texts.c: the texts of the content, each said once and none empty
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-texts.h"

#include <string.h>

#include "unk-element.h"
#include "unk-likeness.h"

/* Shorter ones ("Stop if it tingles.") may be right in several places. */
#define LONG_TEXT 40
/* At this likeness, in percent, a text counts as another's with a word or two changed. */
#define NEARLY_THE_SAME 60

struct _UnkTexts
{
  UnkFaults *faults;
  GHashTable *where; /* the words of a long sentence: "file:line", of records */
  UnkLikeness *likeness;
};

/* Elements that have neither text nor children by right. */
static gboolean
may_be_empty (const xmlNode *element)
{
  static const char *const names[] = {
    "essential", "spillover",         "caution",   "cautions", "lookalikes", "goes-with",
    "words",     "contraindications", "red-flags", "sites",    NULL,
  };

  return g_strv_contains (names, (const char *) element->name);
}

/* What is a fact or a name, and no sentence that could have been copied: two muscles have one
 * nerve, end at one bone, do nearly the same. */
static gboolean
may_be_repeated (const xmlNode *element)
{
  static const char *const names[] = {
    "name", "latin", "plain", "alias", "origin", "insertion", "action", "nerve", NULL,
  };

  return g_strv_contains (names, (const char *) element->name);
}

static gboolean
is_of (const char *where, const char *file)
{
  return g_str_has_prefix (where, file) && where[strlen (file)] == ':';
}

/* Whether a sentence of @text stands in another record, which is said. */
static gboolean
repeats_a_sentence (UnkTexts *texts, const char *file, const xmlNode *element, const char *text,
                    const char *here)
{
  g_auto (GStrv) sentences = g_regex_split_simple ("(?<=[.!?]) +", text, 0, 0);
  gboolean repeats = FALSE;

  for (guint i = 0; sentences[i]; i++)
    {
      g_autofree char *words = unk_likeness_dup_words (sentences[i]);
      const char *before = g_hash_table_lookup (texts->where, words);

      if (g_utf8_strlen (sentences[i], -1) < LONG_TEXT)
        continue;
      if (!before)
        g_hash_table_insert (texts->where, g_steal_pointer (&words), g_strdup (here));
      else if (!is_of (before, file))
        {
          unk_faults_add (texts->faults, file, unk_element_line (element),
                          "a sentence of <%s> stands word for word at %s; say what is true of "
                          "this muscle",
                          element->name, before);
          repeats = TRUE;
        }
    }
  return repeats;
}

static void
check_repeated (UnkTexts *texts, const char *file, const xmlNode *element, const char *text)
{
  g_autofree char *here = g_strdup_printf ("%s:%ld", file, unk_element_line (element));
  g_autofree char *words = unk_likeness_dup_words (text);
  const char *before;
  guint like = unk_likeness_compare (texts->likeness, words, file, &before);

  if (!repeats_a_sentence (texts, file, element, text, here) && like >= NEARLY_THE_SAME)
    unk_faults_add (texts->faults, file, unk_element_line (element),
                    "the text of <%s> is to %u %% that at %s; say what is true of this muscle",
                    element->name, like, before);
  unk_likeness_add (texts->likeness, words, file, here);
}

static void
walk (UnkTexts *texts, const char *file, const xmlNode *element, gboolean repeated)
{
  g_autofree char *text = NULL;

  if (unk_element_first (element, NULL))
    {
      for (UNK_EACH (child, element, NULL))
        walk (texts, file, child, repeated);
      return;
    }
  text = unk_element_dup_text (element);
  if (!*text && !may_be_empty (element))
    unk_faults_add (texts->faults, file, unk_element_line (element),
                    "<%s> is empty; write its text or leave the element out", element->name);
  else if (repeated && g_utf8_strlen (text, -1) >= LONG_TEXT && !may_be_repeated (element))
    check_repeated (texts, file, element, text);
}

/**
 * unk_texts_new:
 * @faults: where to note what is wrong
 *
 * Returns: (transfer full): no texts yet
 */
UnkTexts *
unk_texts_new (UnkFaults *faults)
{
  UnkTexts *texts = g_new0 (UnkTexts, 1);

  texts->faults = faults;
  texts->where = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  texts->likeness = unk_likeness_new ();
  return texts;
}

/**
 * unk_texts_free:
 * @texts: (nullable): the texts
 */
void
unk_texts_free (UnkTexts *texts)
{
  if (!texts)
    return;
  g_hash_table_unref (texts->where);
  unk_likeness_free (texts->likeness);
  g_free (texts);
}

/**
 * unk_texts_check:
 * @texts: the texts
 * @file: the name of a record's file
 * @root: its outermost element
 *
 * Notes empty texts, and long ones that another record has too, word for word or nearly.
 */
void
unk_texts_check (UnkTexts *texts, const char *file, const xmlNode *root)
{
  walk (texts, file, root, TRUE);
}

/**
 * unk_texts_check_empty:
 * @texts: the texts
 * @file: the name of a file
 * @root: its outermost element
 *
 * Notes empty texts.
 */
void
unk_texts_check_empty (UnkTexts *texts, const char *file, const xmlNode *root)
{
  walk (texts, file, root, FALSE);
}
