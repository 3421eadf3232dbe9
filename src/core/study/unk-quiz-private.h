/* unk-quiz-private.h: the quiz from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-quiz.h"

G_BEGIN_DECLS

/* How a muscle stands to an area. */
typedef enum
{
  UNK_TIE_ESSENTIAL = 1 << 0, /* the words say so */
  UNK_TIE_SPILLOVER = 1 << 1,
  UNK_TIE_DRAWN = 1 << 2, /* one of its zones reaches into it as drawn */
} UnkTie;

struct _UnkQuiz
{
  GObject parent_instance;

  UnkAtlas *atlas;
  const UnkMuscle *muscles;
  guint n_muscles;
  const UnkArea *areas;
  guint n_areas;
  const UnkView *views;
  guint n_views;
  guint8 *ties;         /* n_muscles × n_areas, of UnkTie */
  guint8 *closeness;    /* n_muscles × n_muscles: how good a distractor one is for the other */
  GHashTable *shapes;   /* UnkShape to its UnkMask */
  GHashTable *patterns; /* UnkPoint or UnkMuscle to the UnkMasks of its zones, a view each */
  GHashTable *words;    /* a text to its GHashTable of words that matter */
};

void unk_quiz_make_ties (UnkQuiz *self);
UnkTie unk_quiz_get_ties (UnkQuiz *self, const UnkMuscle *muscle, const UnkArea *area);
guint unk_quiz_get_closeness (UnkQuiz *self, const UnkMuscle *a, const UnkMuscle *b);

/* unk-quiz-words.c */
guint unk_quiz_count_shared_words (UnkQuiz *self, const char *a, const char *b, guint *fewer);
gboolean unk_quiz_names_a_nerve (UnkQuiz *self, const char *text);

G_END_DECLS
