/* unk-quiz.h: questions made from the atlas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

#define UNK_QUIZ_OPTIONS 4
/* A pattern that is marked so well, or an X put so near, counts as known: see the README. */
#define UNK_QUIZ_PASS 0.5
/* An X is right up to here, and worth nothing from there on; in millimeters. */
#define UNK_QUIZ_NEAR 12.0
#define UNK_QUIZ_FAR 36.0

typedef enum
{
  UNK_QUIZ_PATTERN,     /* name the muscle from a point's pattern */
  UNK_QUIZ_MARK,        /* mark the pattern of a muscle */
  UNK_QUIZ_CROSS,       /* put the X of a point */
  UNK_QUIZ_REFERS,      /* which of four refers to an area */
  UNK_QUIZ_LIT,         /* name the muscle that is lit */
  UNK_QUIZ_ATTACHMENTS, /* name the muscle from where it is attached */
  UNK_QUIZ_ACTION,      /* … from what it does */
  UNK_QUIZ_NERVE,       /* … from its nerve */
  UNK_QUIZ_APART,       /* which of four that share an area refers to another one as well */
} UnkQuizKind;

#define UNK_QUIZ_KINDS 9

/* What an answer would be. What is unclear is never offered. */
typedef enum
{
  UNK_TRUTH_RIGHT,
  UNK_TRUTH_WRONG,
  UNK_TRUTH_UNCLEAR, /* one could defend it, or it gives no sense */
} UnkTruth;

/**
 * UnkQuizCard:
 * What is to be known: the lasting part of a question, kept under its id. Borrows from the atlas.
 */
typedef struct
{
  UnkQuizKind kind;
  const UnkMuscle *muscle;
  const UnkPoint *point; /* (nullable): of patterns and crosses */
  const UnkArea *area;   /* (nullable): that it refers to */
  const UnkArea *also;   /* (nullable): that only it refers to as well */
  const UnkView *view;   /* (nullable): on which it is asked, for the right side */
} UnkQuizCard;

/**
 * UnkQuizQuestion:
 * A card as it is asked once. Of the options, exactly one is right.
 */
typedef struct
{
  UnkQuizCard card;
  char *text;      /* the question in words */
  guint n_options; /* 0 where one answers on the body */
  const UnkMuscle *options[UNK_QUIZ_OPTIONS];
  guint right; /* the number of the right one */
} UnkQuizQuestion;

void unk_quiz_question_free (UnkQuizQuestion *question);

const char *unk_quiz_kind_id (UnkQuizKind kind);
const char *unk_quiz_kind_name (UnkQuizKind kind);

#define UNK_TYPE_QUIZ (unk_quiz_get_type ())
G_DECLARE_FINAL_TYPE (UnkQuiz, unk_quiz, UNK, QUIZ, GObject)

UnkQuiz *unk_quiz_new (UnkAtlas *atlas);
GPtrArray *unk_quiz_list_cards (UnkQuiz *self, const char *group, UnkTexts muscles);
gboolean unk_quiz_find_card (UnkQuiz *self, const char *id, UnkQuizCard *card, GError **error);
char *unk_quiz_card_dup_id (const UnkQuizCard *card);
UnkQuizQuestion *unk_quiz_ask (UnkQuiz *self, const UnkQuizCard *card, GRand *rand);

UnkTruth unk_quiz_judge (UnkQuiz *self, const UnkQuizCard *card, const UnkMuscle *answer);
UnkMask *unk_quiz_make_pattern (UnkQuiz *self, const UnkQuizCard *card, gboolean essential);
double unk_quiz_score_marks (UnkQuiz *self, const UnkQuizCard *card, const UnkMask *marked);
double unk_quiz_score_place (UnkQuiz *self, const UnkQuizCard *card, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkQuizQuestion, unk_quiz_question_free)

G_END_DECLS
