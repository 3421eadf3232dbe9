/* unk-lesson.h: asking, answering, and what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-quiz.h"
#include "unk-study.h"

G_BEGIN_DECLS

typedef enum
{
  UNK_LESSON_IDLE,     /* no deck was chosen */
  UNK_LESSON_ASKING,   /* a question waits for its answer */
  UNK_LESSON_ANSWERED, /* the right answer is shown beside the one given */
  UNK_LESSON_DONE,     /* nothing is left for today */
} UnkLessonState;

/* The answer "I don't know". */
#define UNK_LESSON_NO_OPTION UNK_QUIZ_OPTIONS

/**
 * UnkLesson:
 * One way through a deck: brings questions and memory together. Time and chance are passed in.
 */
#define UNK_TYPE_LESSON (unk_lesson_get_type ())
G_DECLARE_FINAL_TYPE (UnkLesson, unk_lesson, UNK, LESSON, GObject)

UnkLesson *unk_lesson_new (UnkQuiz *quiz, UnkStudy *study, GRand *rand);
void unk_lesson_start (UnkLesson *self, const char *const *cards, GDateTime *now);
void unk_lesson_leave (UnkLesson *self);

UnkLessonState unk_lesson_get_state (UnkLesson *self);
const UnkQuizQuestion *unk_lesson_get_question (UnkLesson *self);

gboolean unk_lesson_answer_option (UnkLesson *self, guint option, GDateTime *now, GError **error);
gboolean unk_lesson_answer_marks (UnkLesson *self, const UnkMask *marked, GDateTime *now,
                                  GError **error);
gboolean unk_lesson_answer_place (UnkLesson *self, double x, double y, GDateTime *now,
                                  GError **error);
void unk_lesson_go_on (UnkLesson *self, GDateTime *now);
gboolean unk_lesson_undo (UnkLesson *self, GDateTime *now, GError **error);

double unk_lesson_get_score (UnkLesson *self);
guint unk_lesson_get_option (UnkLesson *self);
gboolean unk_lesson_was_right (UnkLesson *self);
char *unk_lesson_describe_result (UnkLesson *self);

G_END_DECLS
