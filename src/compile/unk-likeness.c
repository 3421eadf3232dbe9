/* unk-likeness.c: which texts say nearly the same
 *
 * Of each text the set of its runs of three words is kept, as numbers, and for each run the texts
 * that have it. So a text is only ever compared with those that share a run with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-likeness.h"

#include <string.h>

#define RUN_OF_WORDS 3

typedef struct
{
  char *source, *where;
  guint runs;
} Text;

struct _UnkLikeness
{
  GPtrArray *texts;     /* Text */
  GHashTable *texts_of; /* a run's number: GArray of indices of texts */
};

static void
free_text (gpointer data)
{
  Text *text = data;

  g_free (text->source);
  g_free (text->where);
  g_free (text);
}

static void
free_indices (gpointer data)
{
  g_array_unref (data);
}

/* The 64-bit FNV-1a number of some bytes. */
static guint64
number_of (const char *bytes, gsize length)
{
  guint64 number = 14695981039346656037u;

  for (gsize i = 0; i < length; i++)
    number = (number ^ (guchar) bytes[i]) * 1099511628211u;
  return number;
}

static void
add_run (GHashTable *runs, const char *start, const char *end)
{
  guint64 number = number_of (start, (gsize) (end - start));

  g_hash_table_add (runs, g_memdup2 (&number, sizeof number));
}

/* The numbers of the runs in @words; of a text shorter than a run the one that it is. */
static GHashTable *
new_runs (const char *words)
{
  GHashTable *runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const char *starts[RUN_OF_WORDS] = { words };
  guint word = 0;
  const char *p = words;

  while (*p)
    {
      const char *end = p + strcspn (p, " ");

      starts[word % RUN_OF_WORDS] = p;
      word++;
      if (word >= RUN_OF_WORDS)
        add_run (runs, starts[word % RUN_OF_WORDS], end);
      p = *end ? end + 1 : end;
    }
  if (word < RUN_OF_WORDS)
    add_run (runs, words, p);
  return runs;
}

/* How many runs each of the texts shares with @runs. */
static guint *
new_common (const UnkLikeness *likeness, GHashTable *runs)
{
  guint *common = g_new0 (guint, MAX (likeness->texts->len, 1));
  GHashTableIter iter;
  gpointer run;

  g_hash_table_iter_init (&iter, runs);
  while (g_hash_table_iter_next (&iter, &run, NULL))
    {
      const GArray *indices = g_hash_table_lookup (likeness->texts_of, run);

      for (guint i = 0; indices && i < indices->len; i++)
        common[g_array_index (indices, guint, i)]++;
    }
  return common;
}

/**
 * unk_likeness_new:
 *
 * Returns: (transfer full): no texts yet
 */
UnkLikeness *
unk_likeness_new (void)
{
  UnkLikeness *likeness = g_new0 (UnkLikeness, 1);

  likeness->texts = g_ptr_array_new_with_free_func (free_text);
  likeness->texts_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_indices);
  return likeness;
}

/**
 * unk_likeness_free:
 * @likeness: (nullable): the texts
 */
void
unk_likeness_free (UnkLikeness *likeness)
{
  if (!likeness)
    return;
  g_ptr_array_unref (likeness->texts);
  g_hash_table_unref (likeness->texts_of);
  g_free (likeness);
}

/**
 * unk_likeness_dup_words:
 * @text: a text
 *
 * Returns: (transfer full): its words in lower case with one blank between them and without
 *   punctuation
 */
char *
unk_likeness_dup_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *words = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\'' || c == 0x2019)
        continue;
      if (g_unichar_isalnum (c))
        {
          if (gap && words->len)
            g_string_append_c (words, ' ');
          g_string_append_unichar (words, c);
        }
      gap = !g_unichar_isalnum (c);
    }
  return g_string_free (words, FALSE);
}

/**
 * unk_likeness_compare:
 * @likeness: the texts
 * @words: the words of a text
 * @apart_from: a source whose texts don't count
 * @where: (out) (transfer none) (nullable): where the text stands that is most like it
 *
 * Returns: how like that is, in percent: the share of the runs of both that are common to them; 0
 *   where there is none
 */
guint
unk_likeness_compare (const UnkLikeness *likeness, const char *words, const char *apart_from,
                      const char **where)
{
  g_autoptr (GHashTable) runs = new_runs (words);
  g_autofree guint *common = new_common (likeness, runs);
  guint own = g_hash_table_size (runs), best = 0;

  *where = NULL;
  for (guint i = 0; i < likeness->texts->len; i++)
    {
      const Text *text = g_ptr_array_index (likeness->texts, i);
      guint like = common[i] * 100 / (own + text->runs - common[i]);

      if (like > best && strcmp (text->source, apart_from) != 0)
        {
          best = like;
          *where = text->where;
        }
    }
  return best;
}

/**
 * unk_likeness_add:
 * @likeness: the texts
 * @words: the words of a text
 * @source: what it belongs to
 * @where: where it stands
 */
void
unk_likeness_add (UnkLikeness *likeness, const char *words, const char *source, const char *where)
{
  g_autoptr (GHashTable) runs = new_runs (words);
  guint index = likeness->texts->len;
  Text *text = g_new0 (Text, 1);
  GHashTableIter iter;
  gpointer run;

  *text = (Text){ g_strdup (source), g_strdup (where), g_hash_table_size (runs) };
  g_ptr_array_add (likeness->texts, text);
  g_hash_table_iter_init (&iter, runs);
  while (g_hash_table_iter_next (&iter, &run, NULL))
    {
      GArray *indices = g_hash_table_lookup (likeness->texts_of, run);

      if (!indices)
        {
          indices = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (likeness->texts_of, g_memdup2 (run, sizeof (guint64)), indices);
        }
      g_array_append_val (indices, index);
    }
}
