/* test-search.c: muscles and areas by what people type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-search.h"

static UnkAtlas *atlas;
static UnkSearch *search;

static gboolean
is_among (const char *typed, const char *id, guint first)
{
  g_autoptr (GArray) hits = unk_search_find (search, typed);

  for (guint i = 0; i < MIN (hits->len, first); i++)
    {
      const UnkHit *hit = &g_array_index (hits, UnkHit, i);

      const char *found = hit->muscle ? hit->muscle->id : hit->area ? hit->area->id : hit->page->id;

      if (g_str_equal (found, id))
        return TRUE;
    }
  return FALSE;
}

static void
names_come_first (void)
{
  g_assert_true (is_among ("infraspinatus", "infraspinatus", 1));
  g_assert_true (is_among ("INFRA", "infraspinatus", 1));
  g_assert_true (is_among ("musculus trapezius", "trapezius-upper", 3));
  g_assert_true (is_among ("temple", "temple", 2));
}

static void
symptoms_lead_to_muscles (void)
{
  g_autoptr (GArray) headache = unk_search_find (search, "headache");

  g_assert_cmpuint (headache->len, >=, 5);
  /* a page of the guide has it in its title */
  g_assert_true (is_among ("stiff neck", "neck-shoulder", 1));
  g_assert_true (is_among ("stiff neck", "levator-scapulae", 4));
  g_assert_true (is_among ("numb fingers", "scalenus-medius", 12) ||
                 is_among ("numb fingers", "scalenus-anterior", 12));
  g_assert_true (is_among ("mouse shoulder", "infraspinatus", 2));
}

static void
every_word_counts (void)
{
  g_autoptr (GArray) one = unk_search_find (search, "shoulder");
  g_autoptr (GArray) two = unk_search_find (search, "shoulder mouse");
  g_autoptr (GArray) none = unk_search_find (search, "shoulder zzyzx");

  g_assert_cmpuint (two->len, >, 0);
  g_assert_cmpuint (two->len, <, one->len);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
pages_of_the_guide_are_found (void)
{
  guint n;
  const UnkGuidePage *pages = unk_atlas_get_guide_pages (atlas, &n);

  g_assert_true (is_among ("dry needling", "dry-needling", 1));
  g_assert_true (is_among ("when not to massage", "when-not-to-massage", 1));
  g_assert_true (is_among ("hot water bottle", "heat-pack", 2));
  g_assert_true (is_among ("plantar fasciitis", "heel", 6));
  for (guint i = 0; i < n; i++)
    if (!is_among (pages[i].title, pages[i].id, 3))
      g_error ("“%s” doesn’t find its page among the first three", pages[i].title);
}

static void
words_that_it_hurts_are_not_missed (void)
{
  g_autoptr (GArray) alone = unk_search_find (search, "soreness");
  guint n_muscles;

  g_assert_true (is_among ("temple pain", "temple", 1));
  g_assert_true (is_among ("temple hurts", "temple", 1));
  g_assert_true (is_among ("sore front of shoulder", "front-of-shoulder", 3));
  g_assert_false (is_among ("pain zzyzx", "temple", 100));
  /* Alone such a word is searched for as any other. */
  unk_atlas_get_muscles (atlas, &n_muscles);
  g_assert_cmpuint (alone->len, <, n_muscles);
}

static void
odd_input_finds_nothing_and_does_no_harm (void)
{
  static const char *const odd[] = { "",   "   ",      "%%%",
                                     "'",  "\xff\xfe", "a b c d e f g h i j k l m n o p",
                                     "<b>" };
  g_autofree char *long_one = g_strnfill (100000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GArray) hits = unk_search_find (search, odd[i]);

      g_assert_nonnull (hits);
    }
  g_assert_false (is_among (long_one, "infraspinatus", 100));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = unk_atlas_open_installed (NULL);
  search = unk_search_new (atlas);
  g_test_add_func ("/search/names-come-first", names_come_first);
  g_test_add_func ("/search/symptoms-lead-to-muscles", symptoms_lead_to_muscles);
  g_test_add_func ("/search/every-word-counts", every_word_counts);
  g_test_add_func ("/search/pages-of-the-guide-are-found", pages_of_the_guide_are_found);
  g_test_add_func ("/search/words-that-it-hurts-are-not-missed",
                   words_that_it_hurts_are_not_missed);
  g_test_add_func ("/search/odd-input-finds-nothing-and-does-no-harm",
                   odd_input_finds_nothing_and_does_no_harm);
  status = g_test_run ();
  g_object_unref (search);
  unk_atlas_unref (atlas);
  return status;
}
