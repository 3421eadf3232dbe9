/* test-quiz.c: every question of the full atlas, and that it has exactly one right answer
 *
 * What is right is worked out here once more, from the atlas itself and without the quiz's own
 * judgment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "unk-pick.h"
#include "unk-quiz.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkQuiz *quiz;
  GRand *rand;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  g_assert_nonnull (f->atlas);
  f->quiz = unk_quiz_new (f->atlas);
  f->rand = g_rand_new_with_seed (7);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->quiz);
  g_rand_free (f->rand);
  unk_atlas_unref (f->atlas);
}

/* Whether the words of any of its points name the area. */
static gboolean
states (const UnkMuscle *muscle, const UnkArea *area, gboolean spillover_too)
{
  for (guint i = 0; i < muscle->n_points; i++)
    if (unk_area_is_in (muscle->points[i].essential, area->id) ||
        (spillover_too && unk_area_is_in (muscle->points[i].spillover, area->id)))
      return TRUE;
  return FALSE;
}

/* Whether any of its drawn zones reaches into the drawn area, in any view. */
static gboolean
reaches (UnkAtlas *atlas, const UnkMuscle *muscle, const UnkArea *area)
{
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  for (guint v = 0; v < n; v++)
    for (guint r = 0; r < views[v].n_regions; r++)
      for (guint z = 0;
           views[v].regions[r].area == area && !views[v].flipped && z < views[v].n_zones; z++)
        if (views[v].zones[z].point->muscle == muscle &&
            unk_mask_count_common (&views[v].zones[z].mask, &views[v].regions[r].mask) > 0)
          return TRUE;
  return FALSE;
}

static void
check_refers (Fixture *f, const UnkQuizQuestion *q)
{
  for (guint i = 0; i < q->n_options; i++)
    if (i == q->right)
      g_assert_true (states (q->options[i], q->card.area, FALSE));
    else
      {
        g_assert_false (states (q->options[i], q->card.area, TRUE));
        g_assert_false (reaches (f->atlas, q->options[i], q->card.area));
      }
}

static void
check_apart (Fixture *f, const UnkQuizQuestion *q)
{
  for (guint i = 0; i < q->n_options; i++)
    {
      g_assert_true (states (q->options[i], q->card.area, TRUE));
      if (i == q->right)
        g_assert_true (states (q->options[i], q->card.also, TRUE));
      else
        {
          g_assert_false (states (q->options[i], q->card.also, TRUE));
          g_assert_false (reaches (f->atlas, q->options[i], q->card.also));
        }
    }
}

static gboolean
is_same_set (UnkTexts a, UnkTexts b)
{
  if (g_strv_length ((char **) a) != g_strv_length ((char **) b))
    return FALSE;
  for (guint i = 0; a[i]; i++)
    if (!unk_area_is_in (b, a[i]))
      return FALSE;
  return TRUE;
}

/* No other option has a point whose zones could be the ones that are shown. */
static void
check_pattern (Fixture *f, const UnkQuizQuestion *q)
{
  guint shown = 0;

  for (guint i = 0; i < q->card.view->n_zones; i++)
    shown += q->card.view->zones[i].point == q->card.point;
  g_assert_cmpuint (shown, >, 0);
  g_assert_true (q->options[q->right] == q->card.point->muscle);
  for (guint i = 0; i < q->n_options; i++)
    for (guint p = 0; i != q->right && p < q->options[i]->n_points; p++)
      g_assert_false (is_same_set (q->options[i]->points[p].essential, q->card.point->essential));
  (void) f;
}

/* Half of the smaller outline and more in common would be two names for what is lit. */
static void
check_lit (Fixture *f, const UnkQuizQuestion *q)
{
  const UnkShape *lit = unk_pick_find_shape (q->card.view, q->options[q->right]->id);

  g_assert_nonnull (lit);
  g_assert_true (q->options[q->right] == q->card.muscle);
  for (guint i = 0; i < q->n_options; i++)
    {
      const UnkShape *other = unk_pick_find_shape (q->card.view, q->options[i]->id);

      g_assert_nonnull (other);
      if (i != q->right)
        g_assert_false (
          other->path.length == lit->path.length &&
          memcmp (other->path.data, lit->path.data, lit->path.length * sizeof (gint32)) == 0);
    }
  (void) f;
}

/* The names of nerves, without roots in parentheses. */
static gboolean
shares_nerve (const char *a, const char *b)
{
  static const char *const names[] = {
    "accessory",     "axillary",      "facial",     "femoral",    "fibular",
    "gluteal",       "median",        "obturator",  "pectoral",   "musculocutaneous",
    "phrenic",       "plantar",       "pudendal",   "radial",     "sciatic",
    "subscapular",   "suprascapular", "tibial",     "trigeminal", "ulnar",
    "intercostal",   "thoracic",      "lumbar",     "sacral",     "dorsal scapular",
    "thoracodorsal", "occipital",     "piriformis", "quadratus",  "internus",
  };
  g_autofree char *one = g_ascii_strdown (a, -1), *two = g_ascii_strdown (b, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (one, names[i]) && strstr (two, names[i]))
      return TRUE;
  return FALSE;
}

static void
check_fact (Fixture *f, const UnkQuizQuestion *q)
{
  const UnkMuscle *m = q->card.muscle;

  g_assert_true (q->options[q->right] == m);
  for (guint i = 0; i < q->n_options; i++)
    if (i != q->right)
      {
        const UnkMuscle *other = q->options[i];

        if (q->card.kind == UNK_QUIZ_NERVE)
          g_assert_false (shares_nerve (m->nerve, other->nerve));
        else if (q->card.kind == UNK_QUIZ_ACTION)
          g_assert_cmpstr (m->action, !=, other->action);
        else
          g_assert_false (g_str_equal (m->origin, other->origin) &&
                          g_str_equal (m->insertion, other->insertion));
      }
  (void) f;
}

/* What is drawn is the whole answer; nothing, or the other half of the body, is none. */
static void
check_mark (Fixture *f, const UnkQuizQuestion *q)
{
  const UnkQuizCard *c = &q->card;
  g_autoptr (UnkMask) essential = unk_quiz_make_pattern (f->quiz, c, TRUE);
  g_autoptr (UnkMask) nothing = unk_mask_new (c->view->width, c->view->height);
  g_autoptr (UnkMask) all = unk_mask_new (c->view->width, c->view->height);
  g_autoptr (UnkMask) spillover = unk_quiz_make_pattern (f->quiz, c, FALSE);

  unk_mask_add (all, &c->view->skin_mask);
  g_assert_cmpfloat (unk_quiz_score_marks (f->quiz, c, essential), ==, 1);
  g_assert_cmpfloat (unk_quiz_score_marks (f->quiz, c, nothing), ==, 0);
  g_assert_cmpfloat (unk_quiz_score_marks (f->quiz, c, all), <, UNK_QUIZ_PASS);
  unk_mask_add (essential, spillover);
  g_assert_cmpfloat (unk_quiz_score_marks (f->quiz, c, essential), ==, 1);
}

/* Its own X is right; that of another point of the muscle is not. */
static void
check_cross (Fixture *f, const UnkQuizQuestion *q)
{
  guint own = 0;

  for (guint i = 0; i < q->card.view->n_crosses; i++)
    {
      const UnkCross *cross = &q->card.view->crosses[i];
      double score = unk_quiz_score_place (f->quiz, &q->card, cross->x, cross->y);

      if (cross->point == q->card.point)
        g_assert_cmpfloat (score, ==, 1);
      else if (cross->point->muscle == q->card.muscle)
        g_assert_cmpfloat (score, ==, 0);
      own += cross->point == q->card.point;
    }
  g_assert_cmpuint (own, >, 0);
  g_assert_cmpfloat (unk_quiz_score_place (f->quiz, &q->card, -500, -500), ==, 0);
}

static void
check_options (const UnkQuizQuestion *q)
{
  g_assert_cmpuint (q->n_options, ==, UNK_QUIZ_OPTIONS);
  g_assert_cmpuint (q->right, <, q->n_options);
  for (guint i = 0; i < q->n_options; i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_true (q->options[i] != q->options[j]);
        g_assert_cmpstr (q->options[i]->name, !=, q->options[j]->name);
      }
}

static void
check (Fixture *f, const UnkQuizQuestion *q)
{
  static void (*const checks[UNK_QUIZ_KINDS]) (Fixture *, const UnkQuizQuestion *) = {
    check_pattern, check_mark, check_cross, check_refers, check_lit,
    check_fact,    check_fact, check_fact,  check_apart,
  };

  g_assert_cmpuint (strlen (q->text), >, 10);
  if (q->card.kind == UNK_QUIZ_MARK || q->card.kind == UNK_QUIZ_CROSS)
    g_assert_cmpuint (q->n_options, ==, 0);
  else
    check_options (q);
  checks[q->card.kind](f, q);
}

static void
every_question_has_one_right_answer (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, NULL, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint of_kind[UNK_QUIZ_KINDS] = { 0 };

  for (guint i = 0; i < cards->len; i++)
    {
      const UnkQuizCard *card = g_ptr_array_index (cards, i);

      of_kind[card->kind]++;
      g_assert_true (g_hash_table_add (ids, unk_quiz_card_dup_id (card)));
      for (guint asked = 0; asked < 3; asked++)
        {
          g_autoptr (UnkQuizQuestion) q = unk_quiz_ask (f->quiz, card, f->rand);

          check (f, q);
          if (g_test_verbose () && asked == 0 && i % 37 == 0)
            {
              g_test_message ("%s", q->text);
              for (guint o = 0; o < q->n_options; o++)
                g_test_message ("  %u%s %s", o + 1, o == q->right ? "*" : ".", q->options[o]->name);
            }
        }
    }
  for (guint kind = 0; kind < UNK_QUIZ_KINDS; kind++)
    {
      g_test_message ("%s: %u", unk_quiz_kind_id (kind), of_kind[kind]);
      g_assert_cmpuint (of_kind[kind], >, 0);
    }
  g_test_message ("%u questions", g_hash_table_size (ids));
  g_assert_cmpuint (g_hash_table_size (ids), >=, 1000);
}

/* Wrong options come from the neighborhood, or share an area with the right one. */
static void
wrong_options_are_not_nonsense (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, NULL, NULL);
  guint n_areas, near = 0, all = 0;
  const UnkArea *areas = unk_atlas_get_areas (f->atlas, &n_areas);

  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (UnkQuizQuestion) q = unk_quiz_ask (f->quiz, g_ptr_array_index (cards, i), f->rand);

      for (guint o = 0; o < q->n_options; o++)
        {
          gboolean is_near = g_str_equal (q->options[o]->group, q->card.muscle->group);

          if (o == q->right)
            continue;
          for (guint a = 0; a < n_areas && !is_near; a++)
            is_near =
              states (q->options[o], &areas[a], TRUE) && states (q->card.muscle, &areas[a], TRUE);
          near += is_near;
          all++;
        }
    }
  g_test_message ("%u of %u wrong options are near", near, all);
  g_assert_cmpuint (near * 100, >=, all * 95);
}

static void
a_deck_is_a_region_or_what_was_picked (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const picked[] = { "infraspinatus", "soleus", NULL };
  guint n, sum = 0, filled = 0;
  const UnkGroup *groups = unk_atlas_get_groups (f->atlas, &n);
  g_autoptr (GPtrArray) all = unk_quiz_list_cards (f->quiz, NULL, NULL);
  g_autoptr (GPtrArray) two = unk_quiz_list_cards (f->quiz, NULL, picked);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) deck = unk_quiz_list_cards (f->quiz, groups[i].id, NULL);

      if (deck->len > 0)
        filled++;
      for (guint c = 0; c < deck->len; c++)
        g_assert_cmpstr (((UnkQuizCard *) g_ptr_array_index (deck, c))->muscle->group, ==,
                         groups[i].id);
      sum += deck->len;
    }
  g_assert_cmpuint (sum, ==, all->len);
  g_assert_cmpuint (filled, >=, 12);
  g_assert_cmpuint (two->len, >, 10);
  for (guint c = 0; c < two->len; c++)
    g_assert_true (
      unk_area_is_in (picked, ((UnkQuizCard *) g_ptr_array_index (two, c))->muscle->id));
}

static void
a_card_is_found_by_its_id (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const bad[] = {
    "",
    "/",
    "pattern",
    "pattern/",
    "pattern/infraspinatus",
    "pattern/infraspinatus.99",
    "lit/nobody",
    "refers/infraspinatus",
    "refers/infraspinatus/nowhere",
    "refers/infraspinatus/sole",
    "lit/infraspinatus/temple",
    "dance/infraspinatus",
  };
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, "shoulder", NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      const UnkQuizCard *card = g_ptr_array_index (cards, i);
      g_autofree char *id = unk_quiz_card_dup_id (card);
      g_autoptr (GError) error = NULL;
      UnkQuizCard again;

      g_assert_true (unk_quiz_find_card (f->quiz, id, &again, &error));
      g_assert_no_error (error);
      g_assert_true (again.kind == card->kind && again.muscle == card->muscle &&
                     again.point == card->point && again.area == card->area &&
                     again.also == card->also && again.view == card->view);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      UnkQuizCard card;

      g_assert_false (unk_quiz_find_card (f->quiz, bad[i], &card, &error));
      g_assert_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_UNKNOWN);
    }
}

static void
the_same_chance_asks_the_same (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, "shoulder", NULL);
  gboolean differs = FALSE;

  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (GRand) one = g_rand_new_with_seed (i), two = g_rand_new_with_seed (i);
      g_autoptr (UnkQuizQuestion) a = unk_quiz_ask (f->quiz, g_ptr_array_index (cards, i), one);
      g_autoptr (UnkQuizQuestion) b = unk_quiz_ask (f->quiz, g_ptr_array_index (cards, i), two);
      g_autoptr (UnkQuizQuestion) c = unk_quiz_ask (f->quiz, g_ptr_array_index (cards, i), two);

      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpuint (a->right, ==, b->right);
      g_assert_cmpmem (a->options, sizeof a->options, b->options, sizeof b->options);
      differs |= memcmp (a->options, c->options, sizeof a->options) != 0;
    }
  g_assert_true (differs);
}

static void
an_x_counts_by_its_distance (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  UnkQuizCard card;
  const UnkCross *cross = NULL;
  double near, half;

  g_assert_true (unk_quiz_find_card (f->quiz, "cross/supraspinatus.1", &card, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < card.view->n_crosses && !cross; i++)
    if (card.view->crosses[i].point == card.point)
      cross = &card.view->crosses[i];
  /* Upward, away from the muscle's other points. */
  near = unk_quiz_score_place (f->quiz, &card, cross->x, cross->y - UNK_QUIZ_NEAR + 1);
  half =
    unk_quiz_score_place (f->quiz, &card, cross->x, cross->y - (UNK_QUIZ_NEAR + UNK_QUIZ_FAR) / 2);
  g_assert_cmpfloat (near, ==, 1);
  g_assert_cmpfloat (ABS (half - 0.5), <, 0.2);
  g_assert_cmpfloat (unk_quiz_score_place (f->quiz, &card, cross->x, cross->y - UNK_QUIZ_FAR - 1),
                     ==, 0);
}

#define ADD(path, test) g_test_add ("/quiz/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-question-has-one-right-answer", every_question_has_one_right_answer);
  ADD ("wrong-options-are-not-nonsense", wrong_options_are_not_nonsense);
  ADD ("a-deck-is-a-region-or-what-was-picked", a_deck_is_a_region_or_what_was_picked);
  ADD ("a-card-is-found-by-its-id", a_card_is_found_by_its_id);
  ADD ("the-same-chance-asks-the-same", the_same_chance_asks_the_same);
  ADD ("an-x-counts-by-its-distance", an_x_counts_by_its_distance);
  return g_test_run ();
}
