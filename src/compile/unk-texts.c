/* unk-texts.c: the texts of the content, each said once and none empty
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-texts.h"

#include <string.h>

#include "unk-element.h"

/* Shorter ones ("Stop if it tingles.") may be right in several places. */
#define LONG_TEXT 40

struct _UnkTexts
{
  UnkFaults *faults;
  GHashTable *where; /* text: "file:line", of records */
};

/* Elements that have neither text nor children by right. */
static gboolean
may_be_empty (const xmlNode *element)
{
  static const char *const names[] = {
    "essential",         "spillover", "caution", "cautions", "lookalikes", "goes-with", "words",
    "contraindications", "red-flags", "sites",   "dose",     "do",         "links",     NULL,
  };

  return g_strv_contains (names, (const char *) element->name);
}

/* Two muscles have one nerve: a fact, not a sentence copied. */
static gboolean
may_be_repeated (const xmlNode *element)
{
  return unk_element_is (element, "nerve");
}

static void
check_repeated (UnkTexts *texts, const char *file, const xmlNode *element, const char *text)
{
  const char *before = g_hash_table_lookup (texts->where, text);
  g_autofree char *here = g_strdup_printf ("%s:%ld", file, unk_element_line (element));

  if (!before)
    g_hash_table_insert (texts->where, g_strdup (text), g_steal_pointer (&here));
  else if (!g_str_has_prefix (before, file) || before[strlen (file)] != ':')
    unk_faults_add (texts->faults, file, unk_element_line (element),
                    "the text of <%s> stands word for word at %s; say what is true of this muscle",
                    element->name, before);
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
  else if (repeated && g_utf8_strlen (text, -1) > LONG_TEXT && !may_be_repeated (element))
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
  g_free (texts);
}

/**
 * unk_texts_check:
 * @texts: the texts
 * @file: the name of a record's file
 * @root: its outermost element
 *
 * Notes empty texts, and long ones that another record has too.
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
