/* test-finder.c: marks, and the muscles behind them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "unk-finder.h"
#include "unk-safety.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkMarks *marks;
  UnkFinder *finder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->marks = unk_marks_new (f->atlas);
  f->finder = unk_finder_new (f->atlas);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->finder);
  g_assert_finalize_object (f->marks);
  unk_atlas_unref (f->atlas);
}

static void
mark (Fixture *f, const char *text, const char *side)
{
  g_autoptr (GError) error = NULL;

  unk_marks_add_text (f->marks, text, side, &error);
  g_assert_no_error (error);
}

static int
rank_of (GArray *matches, const char *id, UnkSide side)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_str_equal (g_array_index (matches, UnkMatch, i).muscle->id, id) &&
        g_array_index (matches, UnkMatch, i).side == side)
      return (int) i + 1;
  return 1000;
}

static void
expect_rank (Fixture *f, const char *area, const char *side, const char *muscle,
             UnkSide muscle_side, int at_most)
{
  g_autoptr (GArray) matches = NULL;

  unk_marks_clear (f->marks);
  mark (f, area, side);
  matches = unk_finder_find (f->finder, f->marks);
  g_assert_cmpint (rank_of (matches, muscle, muscle_side), <=, at_most);
}

static void
the_classics_stand_first (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  expect_rank (f, "front-of-shoulder", "right", "infraspinatus", UNK_SIDE_RIGHT, 3);
  expect_rank (f, "front-of-shoulder", "left", "infraspinatus", UNK_SIDE_LEFT, 3);
  expect_rank (f, "temple", "right", "trapezius-upper", UNK_SIDE_RIGHT, 4);
  expect_rank (f, "temple", "right", "temporalis", UNK_SIDE_RIGHT, 3);
  expect_rank (f, "angle-of-neck", "right", "levator-scapulae", UNK_SIDE_RIGHT, 2);
  expect_rank (f, "side-of-shoulder", "right", "supraspinatus", UNK_SIDE_RIGHT, 3);
  expect_rank (f, "forehead", "right", "scm-clavicular", UNK_SIDE_RIGHT, 3);
  expect_rank (f, "scapula-medial-border", "right", "rhomboid-major", UNK_SIDE_RIGHT, 4);
  expect_rank (f, "upper-teeth-back", "right", "masseter-superficial", UNK_SIDE_RIGHT, 4);
}

static void
scores_are_shares (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) matches = NULL;
  double last = 1;

  mark (f, "front:208,345:20", NULL);
  matches = unk_finder_find (f->finder, f->marks);
  g_assert_cmpuint (matches->len, >, 0);
  for (guint i = 0; i < matches->len; i++)
    {
      const UnkMatch *m = &g_array_index (matches, UnkMatch, i);
      g_autofree char *reason = unk_match_describe (m);

      g_assert_cmpfloat (m->score, <=, last);
      g_assert_cmpfloat (m->score, >, 0);
      g_assert_cmpfloat (m->essential + m->spillover, <=, 1.0001);
      g_assert_cmpuint (m->n_points, >, 0);
      g_assert_nonnull (strchr (reason, '%'));
      last = m->score;
    }
}

static void
left_is_the_mirror_of_right (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) right = NULL;
  g_autoptr (GArray) left = NULL;

  mark (f, "back:480,330:18", NULL);
  right = unk_finder_find (f->finder, f->marks);
  unk_marks_clear (f->marks);
  mark (f, "back:240,330:18", NULL);
  left = unk_finder_find (f->finder, f->marks);
  g_assert_cmpuint (right->len, ==, left->len);
  for (guint i = 0; i < right->len; i++)
    {
      const UnkMatch *a = &g_array_index (right, UnkMatch, i),
                     *b = &g_array_index (left, UnkMatch, i);

      g_assert_true (a->muscle == b->muscle);
      g_assert_cmpint (a->side, !=, b->side);
      g_assert_cmpfloat (ABS (a->score - b->score), <, 1e-9);
    }
}

static void
nothing_marked_finds_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) matches = unk_finder_find (f->finder, f->marks);
  g_autoptr (GPtrArray) flags = unk_safety_find_red_flags (f->marks);

  g_assert_cmpuint (matches->len, ==, 0);
  g_assert_cmpuint (flags->len, ==, 0);
}

static void
red_flags_fit_the_place (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) chest = NULL;
  g_autoptr (GPtrArray) hand = NULL;
  gboolean heart = FALSE;

  mark (f, "upper-chest", "left");
  chest = unk_safety_find_red_flags (f->marks);
  for (guint i = 0; i < chest->len; i++)
    heart |= g_str_equal (((const UnkCaution *) g_ptr_array_index (chest, i))->id, "heart");
  g_assert_true (heart);
  unk_marks_clear (f->marks);
  mark (f, "palm", "left");
  hand = unk_safety_find_red_flags (f->marks);
  for (guint i = 0; i < hand->len; i++)
    g_assert_cmpstr (((const UnkCaution *) g_ptr_array_index (hand, i))->id, !=, "heart");
}

/* Two areas that the records of at least one muscle join, and of which others explain one alone. */
static void
what_explains_both_places_stands_first (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *places, *muscle;
    int at_most;
  } cases[] = {
    { "front-of-shoulder,radial-forearm", "infraspinatus", 2 },
    { "upper-chest,scapula-medial-border", "scalenus-medius", 3 },
    { "temple,back-of-neck", "trapezius-upper", 2 },
    { "lateral-epicondyle,web-of-thumb", "supinator", 3 },
    { "lumbar-paraspinal,mid-buttock", "iliocostalis-lumborum", 4 },
    { "heel,sacroiliac", "soleus", 2 },
    { "upper-chest,scapula-medial-border,radial-forearm", "scalenus-medius", 2 },
    { "mid-buttock,upper-back-thigh,outer-calf", "gluteus-minimus", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) matches = NULL;
      const UnkMatch *best;

      unk_marks_clear (f->marks);
      mark (f, cases[i].places, "right");
      matches = unk_finder_find (f->finder, f->marks);
      best = &g_array_index (matches, UnkMatch, 0);
      g_assert_cmpuint (best->n_explained, ==, best->n_places);
      if (rank_of (matches, cases[i].muscle, UNK_SIDE_RIGHT) > cases[i].at_most)
        g_error ("%s: %s is number %d, first is %s", cases[i].places, cases[i].muscle,
                 rank_of (matches, cases[i].muscle, UNK_SIDE_RIGHT), best->muscle->id);
    }
}

/* Every muscle: two of its zones' areas, marked by name; nothing that explains one alone may stand
 * before what explains both as well as that. */
static void
more_places_explained_beat_fewer (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint n, tried = 0;
  const UnkMuscle *muscles = unk_atlas_get_muscles (f->atlas, &n);

  for (guint m = 0; m < n; m++)
    {
      UnkTexts areas = muscles[m].points[0].essential;
      g_autoptr (GArray) matches = NULL;

      if (!areas[0] || !areas[1])
        continue;
      unk_marks_clear (f->marks);
      mark (f, areas[0], "right");
      mark (f, areas[1], "right");
      matches = unk_finder_find (f->finder, f->marks);
      g_assert_cmpuint (g_array_index (matches, UnkMatch, 0).n_explained, ==, 2);
      tried++;
    }
  g_assert_cmpuint (tried, >, 60);
}

static void
a_few_muscles_explain_together_what_one_does_not (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) one = NULL, many = NULL;
  UnkTogether together;
  g_autofree char *text = NULL;

  mark (f, "temple,outer-ankle,lumbar-paraspinal:left", "right");
  many = unk_finder_find (f->finder, f->marks);
  together = unk_finder_find_together (f->finder, f->marks, many);
  text = unk_together_describe (&together);
  g_assert_cmpuint (together.n, >=, 3);
  g_assert_cmpfloat (together.covers, >, 0.6);
  g_assert_cmpfloat (together.covers, <=, 1);
  g_assert_nonnull (strstr (text, "Together"));
  g_assert_true (together.matches[0] == &g_array_index (many, UnkMatch, 0));
  /* What one muscle covers whole wants no set. */
  unk_marks_clear (f->marks);
  mark (f, "back:500,470:6", NULL);
  one = unk_finder_find (f->finder, f->marks);
  together = unk_finder_find_together (f->finder, f->marks, one);
  g_assert_true (together.n == 0 || together.covers < 1.0001);
}

static void
a_worse_pain_counts_more (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) before = NULL, after = NULL;

  mark (f, "temple,outer-ankle", "right");
  before = unk_finder_find (f->finder, f->marks);
  unk_marks_rate_place (f->marks, 0, UNK_PAIN_SHARP, 10);
  unk_marks_rate_place (f->marks, 1, UNK_PAIN_ACHE, 1);
  after = unk_finder_find (f->finder, f->marks);
  /* The best explains the place that hurts most. */
  g_assert_true (g_array_index (after, UnkMatch, 0).explained & 1);
  g_assert_cmpint (rank_of (after, "temporalis", UNK_SIDE_RIGHT), <=,
                   rank_of (before, "temporalis", UNK_SIDE_RIGHT));
  g_assert_cmpint (rank_of (after, "fibularis-longus", UNK_SIDE_RIGHT), >=,
                   rank_of (before, "fibularis-longus", UNK_SIDE_RIGHT));
}

static void
clues_move_a_little_and_add_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkAnswers) answers = unk_answers_new (f->atlas);
  g_autoptr (GArray) plain = NULL, said = NULL;
  guint n, moved = 0;
  const UnkClue *clues = unk_atlas_get_clues (f->atlas, &n);

  for (guint i = 0; i < n; i++)
    unk_answers_set (answers, UNK_ASKED_CLUE, clues[i].id, UNK_ANSWER_YES);
  mark (f, "back:480,330:20", NULL);
  plain = unk_finder_find (f->finder, f->marks);
  said = unk_finder_find_with_clues (f->finder, f->marks, answers);
  g_assert_cmpuint (plain->len, ==, said->len);
  for (guint i = 0; i < said->len; i++)
    {
      const UnkMatch *match = &g_array_index (said, UnkMatch, i);
      int at = rank_of (plain, match->muscle->id, match->side);
      double before = g_array_index (plain, UnkMatch, at - 1).score;
      double odds = match->score / (1 - match->score) / (before / (1 - before));

      g_assert_cmpfloat (ABS (match->before_clues - before), <, 1e-9);
      g_assert_cmpfloat (odds, <=, 1.8001);
      g_assert_cmpfloat (odds, >=, 0.9999);
      moved += odds > 1.01;
    }
  g_assert_cmpuint (moved, >, 3);
}

static void
ties_are_said (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) matches = NULL;

  mark (f, "sternum", "right");
  matches = unk_finder_find (f->finder, f->marks);
  g_assert_cmpuint (matches->len, >, 2);
  for (guint i = 0; i < matches->len; i++)
    {
      const UnkMatch *match = &g_array_index (matches, UnkMatch, i);
      g_autofree char *reason = unk_match_describe (match);

      g_assert_cmpint (match->tied, ==, strstr (reason, "Others fit just as well") != NULL);
      /* What lies in the middle fits both sides alike. */
      g_assert_cmpuint (match->rank, >=, 1);
    }
}

static void
every_match_says_why_it_stands_no_higher (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) matches = NULL;

  mark (f, "front-of-shoulder,outer-arm,lateral-epicondyle", "right");
  matches = unk_finder_find (f->finder, f->marks);
  for (guint i = 1; i < matches->len; i++)
    {
      g_autofree char *why = unk_match_why_not_higher (&g_array_index (matches, UnkMatch, i),
                                                       &g_array_index (matches, UnkMatch, i - 1));

      g_assert_cmpstr (why, !=, "");
      g_assert_cmpint (why[strlen (why) - 1], ==, '.');
    }
}

static void
finding_ten_thousand_times_keeps_memory_flat (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  long before = 0, after = 0;

  mark (f, "front:208,345:20,back:480,330:20", NULL);
  for (int i = 0; i < 10000; i++)
    {
      g_autoptr (GArray) matches = unk_finder_find (f->finder, f->marks);
      g_autofree char *statm = NULL;

      if (i != 5000 && i != 9999)
        continue;
      if (!g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
        break;
      *(i == 5000 ? &before : &after) = strtol (strchr (statm, ' '), NULL, 10);
    }
  /* Pages; room for what an allocator sets aside. */
  g_assert_cmpint (after, <=, before + 256);
}

static void
bad_places_mark_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const bad[] = {
    "nowhere",
    "front:0,0",
    "front:250",
    "front:a,b",
    "above:250,330",
    "front:250,330:",
    "front:250,330:900",
    "front:nan,330",
    "front:250,330:12:5x",
    "",
    "front:,",
    "temple,nowhere",
    "front:99999,99999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (unk_marks_add_text (f->marks, bad[i], NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 0);
    }
  g_assert_false (unk_marks_add_text (f->marks, "temple", "upside", NULL));
}

static void
undo_takes_back_and_redo_brings_again (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const UnkView *front = unk_atlas_find_view (f->atlas, "front", NULL);
  g_autoptr (UnkMask) before = NULL;
  g_autoptr (UnkMask) after = NULL;

  mark (f, "front:208,345:12", NULL);
  unk_marks_extend_stroke (f->marks, 208, 400);
  before = unk_marks_make_mask (f->marks, front);
  mark (f, "temple", "both");
  g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 3);
  unk_marks_undo (f->marks);
  unk_marks_undo (f->marks);
  after = unk_marks_make_mask (f->marks, front);
  g_assert_cmpuint (unk_mask_count_common (before, after), ==, unk_mask_count (before));
  unk_marks_redo (f->marks);
  g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 2);
  unk_marks_clear (f->marks);
  g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 0);
  g_assert_true (unk_marks_can_undo (f->marks));
  unk_marks_undo (f->marks);
  g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 2);
}

static void
naming_an_area_twice_marks_it_once (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  mark (f, "temple,temple", "right");
  mark (f, "sternum", "left");
  mark (f, "sternum", "right");
  g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 2);
}

static void
every_area_is_answered (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint n;
  const UnkArea *areas = unk_atlas_get_areas (f->atlas, &n);

  g_assert_cmpuint (n, >=, 144);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) matches = NULL;

      unk_marks_clear (f->marks);
      mark (f, areas[i].id, NULL);
      matches = unk_finder_find (f->finder, f->marks);
      if (matches->len == 0)
        g_test_fail_printf ("no muscle sends pain to %s", areas[i].id);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/finder/the-classics-stand-first", the_classics_stand_first },
    { "/finder/every-area-is-answered", every_area_is_answered },
    { "/finder/scores-are-shares", scores_are_shares },
    { "/finder/what-explains-both-places-stands-first", what_explains_both_places_stands_first },
    { "/finder/more-places-explained-beat-fewer", more_places_explained_beat_fewer },
    { "/finder/a-few-muscles-explain-together-what-one-does-not",
      a_few_muscles_explain_together_what_one_does_not },
    { "/finder/a-worse-pain-counts-more", a_worse_pain_counts_more },
    { "/finder/clues-move-a-little-and-add-nothing", clues_move_a_little_and_add_nothing },
    { "/finder/ties-are-said", ties_are_said },
    { "/finder/every-match-says-why-it-stands-no-higher",
      every_match_says_why_it_stands_no_higher },
    { "/finder/finding-ten-thousand-times-keeps-memory-flat",
      finding_ten_thousand_times_keeps_memory_flat },
    { "/finder/left-is-the-mirror-of-right", left_is_the_mirror_of_right },
    { "/finder/nothing-marked-finds-nothing", nothing_marked_finds_nothing },
    { "/finder/red-flags-fit-the-place", red_flags_fit_the_place },
    { "/marks/bad-places-mark-nothing", bad_places_mark_nothing },
    { "/marks/undo-takes-back-and-redo-brings-again", undo_takes_back_and_redo_brings_again },
    { "/marks/naming-an-area-twice-marks-it-once", naming_an_area_twice_marks_it_once },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
