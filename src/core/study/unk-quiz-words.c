/* unk-quiz-words.c: whether two texts may say the same
 *
 * A text becomes the set of its words that matter: without what stands in parentheses, without
 * small words, without the plural's s, and with one word for those that mean one thing. The atlas
 * is written in English, and the sets are made from the English; so a question is the same in every
 * language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "unk-quiz-private.h"

/* Stands for every root of the spinal cord that is named outside parentheses. */
#define ROOT "root"

/* Words that tell nothing apart. */
static const char *const small_words[] = {
  "a",       "an",          "the",       "and",      "or",       "of",     "to",      "from",
  "in",      "on",          "at",        "by",       "with",     "for",    "as",      "its",
  "it",      "that",        "which",     "when",     "you",      "your",   "help",    "own",
  "each",    "both",        "other",     "one",      "two",      "also",   "out",     "up",
  "down",    "is",          "are",       "so",       "nerve",    "branch", "branche", "part",
  "fiber",   "twig",        "feeling",   "mostly",   "sometime", "differ", "person",  "among",
  "them",    "enter",       "neighbor",  "first",    "together", "root",   "end",     "deep",
  "rear",    "back",        "front",     "inner",    "outer",    "upper",  "lower",   "medial",
  "lateral", "anterior",    "posterior", "superior", "inferior", "middle", "same",    "level",
  "runs",    "superficial", "through",   "above",    "below",    "all",    "under",   "side",
  "bone",    "between",
};

/* Words that stand for others: one that contains it, or another name of it. */
static const struct
{
  const char *word, *stands_for[2];
} kin[] = {
  { "raise", { "lift" } },
  { "hike", { "lift" } },
  { "bare", { "lift" } },
  { "pull", { "draw" } },
  { "tip", { "bend" } },
  { "tilt", { "bend" } },
  { "nod", { "bend" } },
  { "curl", { "bend" } },
  { "straightening", { "straighten" } },
  { "steadie", { "steady" } },
  { "hold", { "steady" } },
  { "shut", { "close" } },
  { "passage", { "anus" } },
  { "peroneal", { "fibular" } },
  { "plantar", { "tibial" } },
  { "sciatic", { "tibial", "fibular" } },
  { "mandibular", { "trigeminal" } },
  { "mylohyoid", { "trigeminal" } },
  { "masseteric", { "trigeminal" } },
  { "pterygoid", { "trigeminal" } },
  { "levator", { "pudendal" } },
  { "ani", { "pudendal" } },
  { "sacral", { "pudendal" } },
  { "neck", { "spinal" } },
  { "chest", { "spinal" } },
  { "cervical", { "spinal" } },
  { "cervicali", { "spinal" } },
  { "thoracic", { "spinal" } },
  { "lumbar", { "spinal" } },
  { "intercostal", { "spinal" } },
  { "subcostal", { "spinal" } },
  { "iliohypogastric", { "spinal" } },
  { "ilioinguinal", { "spinal" } },
  { "suboccipital", { "spinal" } },
  { "occipital", { "spinal" } },
};

static gboolean
is_small (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (small_words); i++)
    if (g_str_equal (small_words[i], word))
      return TRUE;
  return FALSE;
}

/* A root of the spinal cord, such as C5 or T12. */
static gboolean
is_root (const char *word)
{
  return strchr ("ctls", *word) && g_ascii_isdigit (word[1]);
}

static void
add_word (GHashTable *set, const char *word)
{
  g_autofree char *stem = g_strdup (word);
  gsize length = strlen (stem);
  gboolean found = FALSE;

  if (length > 3 && stem[length - 1] == 's' && stem[length - 2] != 's')
    stem[length - 1] = '\0';
  if (is_small (word) || is_small (stem) || (length < 3 && !is_root (stem)))
    return;
  if (is_root (stem))
    {
      g_hash_table_add (set, g_strdup ("spinal"));
      g_hash_table_add (set, g_strdup (ROOT));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    if (g_str_equal (kin[i].word, stem))
      for (guint j = 0; j < G_N_ELEMENTS (kin[i].stands_for) && kin[i].stands_for[j]; j++)
        {
          g_hash_table_add (set, g_strdup (kin[i].stands_for[j]));
          found = TRUE;
        }
  if (!found)
    g_hash_table_add (set, g_steal_pointer (&stem));
}

static GHashTable *
make_words (const char *text)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  guint depth = 0;

  for (const char *c = text;; c++)
    {
      if (*c == '(')
        depth++;
      if (depth == 0 && g_ascii_isalnum (*c))
        {
          g_string_append_c (word, g_ascii_tolower (*c));
          continue;
        }
      if (word->len)
        add_word (set, word->str);
      g_string_truncate (word, 0);
      if (*c == ')' && depth > 0)
        depth--;
      if (!*c)
        return set;
    }
}

static GHashTable *
get_words (UnkQuiz *self, const char *text)
{
  GHashTable *set = g_hash_table_lookup (self->words, text);

  if (!set)
    {
      set = make_words (text);
      g_hash_table_insert (self->words, g_strdup (text), set);
    }
  return set;
}

/**
 * unk_quiz_count_shared_words:
 * @self: a quiz
 * @a: an English text of the atlas
 * @b: another
 * @fewer: (out) (nullable): how many words that matter the text with fewer of them has
 *
 * Returns: how many words that matter both have
 */
guint
unk_quiz_count_shared_words (UnkQuiz *self, const char *a, const char *b, guint *fewer)
{
  GHashTable *one = get_words (self, a), *two = get_words (self, b);
  GHashTableIter iter;
  gpointer word;
  guint n = 0;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (two, word);
  if (fewer)
    *fewer = MIN (g_hash_table_size (one), g_hash_table_size (two));
  return n;
}

/**
 * unk_quiz_names_a_nerve:
 * @self: a quiz
 * @text: what the atlas says of a muscle's nerve, in English
 *
 * Roots alone, and front branches, are part of every nerve that grows from them: “the front branch
 * of C8” is in the ulnar nerve too. They make no question.
 *
 * Returns: whether a nerve of its own is named
 */
gboolean
unk_quiz_names_a_nerve (UnkQuiz *self, const char *text)
{
  GHashTable *words = get_words (self, text);
  guint vague = g_hash_table_contains (words, "spinal") + g_hash_table_contains (words, ROOT);

  return g_hash_table_size (words) > vague ||
         (vague == 1 && !g_str_has_prefix (text, "Front branch"));
}
