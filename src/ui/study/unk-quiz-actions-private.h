/* unk-quiz-actions-private.h: the commands of the quiz from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-quiz-actions.h"

G_BEGIN_DECLS

struct _UnkQuizActions
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  UnkAtlas *atlas;
  UnkKeeper *keeper;
  UnkPages *pages;
  UnkDecks *decks;
  UnkBoard *board;
  UnkQuiz *quiz;     /* (nullable): from here on made when first wanted */
  UnkStudy *study;   /* (nullable) */
  UnkLesson *lesson; /* (nullable) */
  UnkDeck *deleted;  /* (nullable): the deck that was deleted last */
  GPtrArray *missed; /* (element-type UnkMuscle): in this lesson */
  char *wanted;      /* (nullable): a deck, while the cards are being found */
  guint new_per_day;
};

GSimpleAction *unk_quiz_actions_find (UnkQuizActions *self, const char *name);
void unk_quiz_actions_complain (GError *error);
void unk_quiz_actions_tell (UnkQuizActions *self);

/* unk-quiz-actions-decks.c */
char **unk_quiz_actions_find_cards (UnkQuizActions *self, const char *deck);
void unk_quiz_actions_add_decks (UnkQuizActions *self);

G_END_DECLS
