/* test-likeness.c: which texts count as nearly the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-likeness.h"

static void
test_words_are_free_of_case_and_punctuation (void)
{
  g_autofree char *words =
    unk_likeness_dup_words ("  Don\xe2\x80\x99t press, don't RUB:  10-20 s!");

  g_assert_cmpstr (words, ==, "dont press dont rub 10 20 s");
}

static guint
compare (const char *first, const char *second, const char *apart_from, const char **where)
{
  g_autoptr (UnkLikeness) likeness = unk_likeness_new ();
  const char *found;
  guint like;

  unk_likeness_add (likeness, first, "one", "one:7");
  like = unk_likeness_compare (likeness, second, apart_from, &found);
  *where = g_intern_string (found);
  return like;
}

static void
test_the_same_words_are_wholly_alike (void)
{
  const char *where;

  g_assert_cmpuint (compare ("press on the spot", "press on the spot", "two", &where), ==, 100);
  g_assert_cmpstr (where, ==, "one:7");
  g_assert_cmpuint (compare ("press", "press", "two", &where), ==, 100);
}

static void
test_a_changed_word_lessens_the_likeness (void)
{
  const char *where;

  /* two runs of four each are common, of six in all */
  g_assert_cmpuint (compare ("a b c d e f", "a b c d x f", "two", &where), ==, 33);
  g_assert_cmpuint (compare ("a b c d e f", "f e d c b a", "two", &where), ==, 0);
  g_assert_null (where);
}

static void
test_texts_of_the_same_source_do_not_count (void)
{
  const char *where;

  g_assert_cmpuint (compare ("press on the spot", "press on the spot", "one", &where), ==, 0);
  g_assert_null (where);
}

static void
test_the_one_most_alike_is_named (void)
{
  g_autoptr (UnkLikeness) likeness = unk_likeness_new ();
  const char *where;

  unk_likeness_add (likeness, "a b c d", "one", "one:1");
  unk_likeness_add (likeness, "a b c d e", "two", "two:1");
  unk_likeness_add (likeness, "c d e f", "three", "three:1");
  g_assert_cmpuint (unk_likeness_compare (likeness, "a b c d e f", "x", &where), ==, 75);
  g_assert_cmpstr (where, ==, "two:1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likeness/words-are-free-of-case-and-punctuation",
                   test_words_are_free_of_case_and_punctuation);
  g_test_add_func ("/likeness/the-same-words-are-wholly-alike",
                   test_the_same_words_are_wholly_alike);
  g_test_add_func ("/likeness/a-changed-word-lessens-the-likeness",
                   test_a_changed_word_lessens_the_likeness);
  g_test_add_func ("/likeness/texts-of-the-same-source-do-not-count",
                   test_texts_of_the_same_source_do_not_count);
  g_test_add_func ("/likeness/the-one-most-alike-is-named", test_the_one_most_alike_is_named);
  return g_test_run ();
}
