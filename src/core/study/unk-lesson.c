/* unk-lesson.c: asking, answering, and what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-lesson.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is marked or put no better than this was hard. */
#define HARD_BELOW 0.65

struct _UnkLesson
{
  GObject parent_instance;

  UnkQuiz *quiz;
  UnkStudy *study;
  GRand *rand;
  UnkLessonState state;
  UnkQuizQuestion *question; /* (nullable) */
  double score;              /* of the last answer, 0 to 1 */
  guint option;              /* that was chosen */
};

G_DEFINE_FINAL_TYPE (UnkLesson, unk_lesson, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
unk_lesson_finalize (GObject *object)
{
  UnkLesson *self = UNK_LESSON (object);

  unk_quiz_question_free (self->question);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_object (&self->quiz);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (unk_lesson_parent_class)->finalize (object);
}

static void
unk_lesson_class_init (UnkLessonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_lesson_finalize;

  /**
   * UnkLesson::changed:
   * There is another question, or an answer to it.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_LESSON, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_lesson_init (UnkLesson *self)
{
  self->option = UNK_LESSON_NO_OPTION;
}

/**
 * unk_lesson_new:
 * @quiz: makes the questions
 * @study: remembers the answers
 * @rand: (transfer full): orders new cards and options
 *
 * Returns: (transfer full): a lesson without a deck
 */
UnkLesson *
unk_lesson_new (UnkQuiz *quiz, UnkStudy *study, GRand *rand)
{
  UnkLesson *self = g_object_new (UNK_TYPE_LESSON, NULL);

  self->quiz = g_object_ref (quiz);
  self->study = g_object_ref (study);
  self->rand = rand;
  return self;
}

static void
ask (UnkLesson *self, const UnkQuizCard *card)
{
  unk_quiz_question_free (self->question);
  self->question = card ? unk_quiz_ask (self->quiz, card, self->rand) : NULL;
  self->state = card ? UNK_LESSON_ASKING : UNK_LESSON_DONE;
  self->score = 0;
  self->option = UNK_LESSON_NO_OPTION;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Muscles and kinds come mixed: what is asked in a row helps itself along. */
static GStrv
mix (UnkLesson *self, const char *const *cards)
{
  GStrv ids = g_strdupv ((char **) cards);

  for (guint i = g_strv_length (ids); i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (self->rand, 0, (gint32) i);
      char *kept = ids[i - 1];

      ids[i - 1] = ids[j];
      ids[j] = kept;
    }
  return ids;
}

/**
 * unk_lesson_start:
 * @self: a lesson
 * @cards: the ids of a deck's cards
 * @now: the time
 *
 * Chooses a deck and asks its first question.
 */
void
unk_lesson_start (UnkLesson *self, const char *const *cards, GDateTime *now)
{
  g_auto (GStrv) ids = mix (self, cards);

  unk_study_set_deck (self->study, (const char *const *) ids);
  unk_lesson_go_on (self, now);
}

/**
 * unk_lesson_leave:
 * @self: a lesson
 *
 * Leaves the deck; what was answered stays.
 */
void
unk_lesson_leave (UnkLesson *self)
{
  g_clear_pointer (&self->question, unk_quiz_question_free);
  self->state = UNK_LESSON_IDLE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * unk_lesson_go_on:
 * @self: a lesson
 * @now: the time
 *
 * Asks the next question. One that isn't answered yet is left, and comes again.
 */
void
unk_lesson_go_on (UnkLesson *self, GDateTime *now)
{
  const char *id = unk_study_get_next (self->study, now);
  UnkQuizCard card;

  ask (self, id && unk_quiz_find_card (self->quiz, id, &card, NULL) ? &card : NULL);
}

/**
 * unk_lesson_get_state:
 * @self: a lesson
 *
 * Returns: where it stands
 */
UnkLessonState
unk_lesson_get_state (UnkLesson *self)
{
  return self->state;
}

/**
 * unk_lesson_get_question:
 * @self: a lesson
 *
 * Returns: (nullable): the question that is asked, or was just answered
 */
const UnkQuizQuestion *
unk_lesson_get_question (UnkLesson *self)
{
  return self->question;
}

static gboolean
keep (UnkLesson *self, double score, guint option, GDateTime *now, GError **error)
{
  g_autofree char *id = unk_quiz_card_dup_id (&self->question->card);
  UnkGrade grade = score < UNK_QUIZ_PASS ? UNK_GRADE_AGAIN
                   : score < HARD_BELOW  ? UNK_GRADE_HARD
                                         : UNK_GRADE_GOOD;

  if (!unk_study_answer (self->study, id, grade, now, error))
    return FALSE;
  self->state = UNK_LESSON_ANSWERED;
  self->score = score;
  self->option = option;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/**
 * unk_lesson_answer_option:
 * @self: a lesson that asks
 * @option: the number of an option, or %UNK_LESSON_NO_OPTION for “I don't know”
 * @now: the time
 * @error: return location for a #GError
 *
 * Returns: whether the answer was kept; where not, the question still waits
 */
gboolean
unk_lesson_answer_option (UnkLesson *self, guint option, GDateTime *now, GError **error)
{
  gboolean right;

  g_return_val_if_fail (self->state == UNK_LESSON_ASKING, FALSE);
  g_return_val_if_fail (option < self->question->n_options || option == UNK_LESSON_NO_OPTION,
                        FALSE);
  right = self->question->n_options > 0 && option == self->question->right;
  return keep (self, right ? 1 : 0, option, now, error);
}

/**
 * unk_lesson_answer_marks:
 * @self: a lesson that asks for a pattern
 * @marked: what was marked on the card's view
 * @now: the time
 * @error: return location for a #GError
 *
 * Returns: whether the answer was kept
 */
gboolean
unk_lesson_answer_marks (UnkLesson *self, const UnkMask *marked, GDateTime *now, GError **error)
{
  g_return_val_if_fail (self->state == UNK_LESSON_ASKING, FALSE);
  g_return_val_if_fail (self->question->card.kind == UNK_QUIZ_MARK, FALSE);
  return keep (self, unk_quiz_score_marks (self->quiz, &self->question->card, marked),
               UNK_LESSON_NO_OPTION, now, error);
}

/**
 * unk_lesson_answer_place:
 * @self: a lesson that asks for an X
 * @x: where it was put on the card's view, in millimeters
 * @y: where it was put on the card's view, in millimeters
 * @now: the time
 * @error: return location for a #GError
 *
 * Returns: whether the answer was kept
 */
gboolean
unk_lesson_answer_place (UnkLesson *self, double x, double y, GDateTime *now, GError **error)
{
  g_return_val_if_fail (self->state == UNK_LESSON_ASKING, FALSE);
  g_return_val_if_fail (self->question->card.kind == UNK_QUIZ_CROSS, FALSE);
  return keep (self, unk_quiz_score_place (self->quiz, &self->question->card, x, y),
               UNK_LESSON_NO_OPTION, now, error);
}

/**
 * unk_lesson_undo:
 * @self: a lesson
 * @now: the time
 * @error: return location for a #GError
 *
 * Takes the last answer back. The question that was just answered waits again, with the same
 * options; after an earlier one, the lesson goes on.
 *
 * Returns: whether there was an answer, and it was taken back
 */
gboolean
unk_lesson_undo (UnkLesson *self, GDateTime *now, GError **error)
{
  if (!unk_study_undo (self->study, error))
    return FALSE;
  if (self->state == UNK_LESSON_ANSWERED)
    {
      self->state = UNK_LESSON_ASKING;
      self->score = 0;
      self->option = UNK_LESSON_NO_OPTION;
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  else if (self->state != UNK_LESSON_IDLE)
    unk_lesson_go_on (self, now);
  return TRUE;
}

/**
 * unk_lesson_get_score:
 * @self: a lesson
 *
 * Returns: how good the last answer was, 0 to 1
 */
double
unk_lesson_get_score (UnkLesson *self)
{
  return self->score;
}

/**
 * unk_lesson_get_option:
 * @self: a lesson
 *
 * Returns: the option that was chosen, or %UNK_LESSON_NO_OPTION
 */
guint
unk_lesson_get_option (UnkLesson *self)
{
  return self->option;
}

/**
 * unk_lesson_was_right:
 * @self: a lesson
 *
 * Returns: whether the last answer counts as known
 */
gboolean
unk_lesson_was_right (UnkLesson *self)
{
  return self->state == UNK_LESSON_ANSWERED && self->score >= UNK_QUIZ_PASS;
}

static char *
describe_body (UnkLesson *self)
{
  const char *name = unk_text (self->question->card.muscle->name);
  int percent = (int) rint (100 * self->score);

  if (self->question->card.kind == UNK_QUIZ_MARK)
    /* Translators: how much of a pattern was marked, and a muscle */
    return g_strdup_printf (_ ("You marked %d %% of the pattern of %s."), percent, name);
  if (self->score >= UNK_QUIZ_PASS)
    /* Translators: the X of a trigger point was put, and a muscle */
    return g_strdup_printf (_ ("Right: that is where the point of %s lies."), name);
  return g_strdup_printf (_ ("Not there: the point of %s is shown now."), name);
}

/**
 * unk_lesson_describe_result:
 * @self: a lesson
 *
 * Returns: (transfer full) (nullable): the answer in words, to be shown and read out; %NULL before
 * there is one
 */
char *
unk_lesson_describe_result (UnkLesson *self)
{
  const UnkQuizQuestion *q = self->question;
  const char *name;

  if (self->state != UNK_LESSON_ANSWERED)
    return NULL;
  if (q->n_options == 0)
    return describe_body (self);
  name = unk_text (q->options[q->right]->name);
  if (self->option == q->right)
    /* Translators: %s is a muscle */
    return g_strdup_printf (_ ("Right: %s."), name);
  if (self->option == UNK_LESSON_NO_OPTION)
    return g_strdup_printf (_ ("It is %s."), name);
  /* Translators: two muscles: the right one, and the one that was chosen */
  return g_strdup_printf (_ ("It is %s, not %s."), name, unk_text (q->options[self->option]->name));
}
