/* test-lesson.c: a deck played through
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "unk-lesson.h"

#define START 1669725000

typedef struct
{
  UnkAtlas *atlas;
  UnkQuiz *quiz;
  UnkStudy *study;
  UnkLesson *lesson;
  GDateTime *now;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  g_assert_nonnull (f->atlas);
  f->quiz = unk_quiz_new (f->atlas);
  f->study = unk_study_new (NULL);
  f->lesson = unk_lesson_new (f->quiz, f->study, g_rand_new_with_seed (5));
  f->now = g_date_time_new_from_unix_utc (START);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->lesson);
  g_assert_finalize_object (f->study);
  g_assert_finalize_object (f->quiz);
  g_date_time_unref (f->now);
  unk_atlas_unref (f->atlas);
}

static void
wait_seconds (Fixture *f, double seconds)
{
  GDateTime *later = g_date_time_add_seconds (f->now, seconds);

  g_date_time_unref (f->now);
  f->now = later;
}

static void
start (Fixture *f, const char *group, UnkTexts muscles)
{
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, group, muscles);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (ids, unk_quiz_card_dup_id (g_ptr_array_index (cards, i)));
  g_ptr_array_add (ids, NULL);
  unk_lesson_start (f->lesson, (const char *const *) ids->pdata, f->now);
}

/* As one answers who knows all, or nothing. */
static void
answer (Fixture *f, gboolean right)
{
  const UnkQuizQuestion *q = unk_lesson_get_question (f->lesson);
  const UnkQuizCard *c = &q->card;
  g_autoptr (GError) error = NULL;

  if (c->kind == UNK_QUIZ_MARK)
    {
      g_autoptr (UnkMask) mask = right ? unk_quiz_make_pattern (f->quiz, c, TRUE)
                                       : unk_mask_new (c->view->width, c->view->height);

      unk_lesson_answer_marks (f->lesson, mask, f->now, &error);
    }
  else if (c->kind == UNK_QUIZ_CROSS)
    {
      double x = -500, y = -500;

      for (guint i = 0; right && i < c->view->n_crosses; i++)
        if (c->view->crosses[i].point == c->point)
          {
            x = c->view->crosses[i].x;
            y = c->view->crosses[i].y;
          }
      unk_lesson_answer_place (f->lesson, x, y, f->now, &error);
    }
  else
    unk_lesson_answer_option (f->lesson, right ? q->right : (q->right + 1) % q->n_options, f->now,
                              &error);
  g_assert_no_error (error);
  g_assert_cmpint (unk_lesson_get_state (f->lesson), ==, UNK_LESSON_ANSWERED);
  g_assert_true (unk_lesson_was_right (f->lesson) == right);
}

static void
a_region_is_learned_in_weeks (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint kinds = 0, days = 0;
  UnkStudySummary sum;

  g_assert_cmpint (unk_lesson_get_state (f->lesson), ==, UNK_LESSON_IDLE);
  g_assert_null (unk_lesson_get_question (f->lesson));
  do
    {
      start (f, "hip", NULL);
      while (unk_lesson_get_state (f->lesson) == UNK_LESSON_ASKING)
        {
          g_autofree char *result = NULL;

          g_assert_null (unk_lesson_describe_result (f->lesson));
          kinds |= 1u << unk_lesson_get_question (f->lesson)->card.kind;
          answer (f, TRUE);
          result = unk_lesson_describe_result (f->lesson);
          g_assert_cmpuint (strlen (result), >, 5);
          wait_seconds (f, 15);
          unk_lesson_go_on (f->lesson, f->now);
        }
      g_assert_cmpint (unk_lesson_get_state (f->lesson), ==, UNK_LESSON_DONE);
      g_assert_null (unk_lesson_get_question (f->lesson));
      sum = unk_study_summarize (f->study, f->now);
      g_assert_cmpuint (sum.met_today, <=, UNK_STUDY_NEW_PER_DAY);
      g_assert_cmpuint (sum.done, <=, UNK_STUDY_CARDS_PER_DAY);
      g_assert_cmpuint (sum.streak, ==, ++days);
      g_assert_cmpuint (sum.right_today, ==, sum.answers_today);
      wait_seconds (f, 24 * 60 * 60);
    }
  while (sum.met < sum.cards);
  g_test_message ("%u cards in %u days", sum.cards, days);
  g_assert_cmpuint (kinds, ==, (1u << UNK_QUIZ_KINDS) - 1);
  g_assert_cmpuint (days, >=, sum.cards / UNK_STUDY_NEW_PER_DAY);
}

static void
what_was_wrong_is_named_and_comes_back (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const one[] = { "infraspinatus", NULL };
  g_autofree char *card = NULL;
  gboolean again = FALSE;

  unk_study_set_limits (f->study, 3, 10);
  start (f, NULL, one);
  while (unk_lesson_get_question (f->lesson)->n_options == 0)
    {
      answer (f, TRUE);
      unk_lesson_go_on (f->lesson, f->now);
      g_assert_nonnull (unk_lesson_get_question (f->lesson));
    }
  card = unk_quiz_card_dup_id (&unk_lesson_get_question (f->lesson)->card);
  answer (f, FALSE);
  {
    const UnkQuizQuestion *q = unk_lesson_get_question (f->lesson);
    g_autofree char *result = unk_lesson_describe_result (f->lesson);

    g_assert_nonnull (strstr (result, q->options[q->right]->name));
    g_assert_nonnull (strstr (result, q->options[unk_lesson_get_option (f->lesson)]->name));
  }
  for (guint i = 0; i < 20 && !again; i++)
    {
      g_autofree char *id = NULL;

      wait_seconds (f, 30);
      unk_lesson_go_on (f->lesson, f->now);
      id = unk_quiz_card_dup_id (&unk_lesson_get_question (f->lesson)->card);
      again = g_str_equal (id, card);
      if (!again)
        answer (f, TRUE);
    }
  g_assert_true (again);
  unk_lesson_answer_option (f->lesson, UNK_LESSON_NO_OPTION, f->now, NULL);
  g_assert_false (unk_lesson_was_right (f->lesson));
}

static void
an_answer_taken_back_is_asked_again (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkQuizQuestion before;

  g_assert_false (unk_lesson_undo (f->lesson, f->now, NULL));
  start (f, "neck", NULL);
  before = *unk_lesson_get_question (f->lesson);
  answer (f, FALSE);
  g_assert_cmpuint (unk_study_summarize (f->study, f->now).done, ==, 1);
  g_assert_true (unk_lesson_undo (f->lesson, f->now, NULL));
  g_assert_cmpint (unk_lesson_get_state (f->lesson), ==, UNK_LESSON_ASKING);
  g_assert_cmpmem (&before, sizeof before, unk_lesson_get_question (f->lesson), sizeof before);
  g_assert_cmpuint (unk_study_summarize (f->study, f->now).done, ==, 0);
  answer (f, TRUE);
  unk_lesson_go_on (f->lesson, f->now);
  g_assert_true (unk_lesson_undo (f->lesson, f->now, NULL));
  g_assert_cmpuint (unk_study_summarize (f->study, f->now).done, ==, 0);
  g_assert_cmpint (unk_lesson_get_state (f->lesson), ==, UNK_LESSON_ASKING);
}

#define ADD(path, test) g_test_add ("/lesson/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-region-is-learned-in-weeks", a_region_is_learned_in_weeks);
  ADD ("what-was-wrong-is-named-and-comes-back", what_was_wrong_is_named_and_comes_back);
  ADD ("an-answer-taken-back-is-asked-again", an_answer_taken_back_is_asked_again);
  return g_test_run ();
}
