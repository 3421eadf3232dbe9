/* unk-quiz-actions.h: the commands of the quiz
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-board.h"
#include "unk-decks.h"
#include "unk-keeper.h"
#include "unk-lesson.h"
#include "unk-pages.h"

G_BEGIN_DECLS

/* New cards a day, at most: the week before an examination. */
#define UNK_QUIZ_MOST_NEW 500

#define UNK_TYPE_QUIZ_ACTIONS (unk_quiz_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkQuizActions, unk_quiz_actions, UNK, QUIZ_ACTIONS, GObject)

/* A deck to choose: all, a region, or one of the user's own. */
typedef struct
{
  char *id; /* "", a region's id, or "deck:NUMBER" */
  char *name;
  gboolean own;
  UnkStudySummary today;
} UnkDeckEntry;

UnkQuizActions *unk_quiz_actions_new (GActionMap *map, UnkAtlas *atlas, UnkKeeper *keeper,
                                      UnkPages *pages);

UnkBoard *unk_quiz_actions_get_board (UnkQuizActions *self);
UnkLesson *unk_quiz_actions_get_lesson (UnkQuizActions *self);
UnkStudySummary unk_quiz_actions_summarize (UnkQuizActions *self);
gboolean unk_quiz_actions_is_ready (UnkQuizActions *self);
gboolean unk_quiz_actions_is_running (UnkQuizActions *self);
GPtrArray *unk_quiz_actions_list_decks (UnkQuizActions *self);
GPtrArray *unk_quiz_actions_get_missed (UnkQuizActions *self);
const char *unk_quiz_actions_get_deleted (UnkQuizActions *self);
guint unk_quiz_actions_get_new_per_day (UnkQuizActions *self);

void unk_deck_entry_free (UnkDeckEntry *entry);

G_END_DECLS
