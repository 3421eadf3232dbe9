/* unk-answers.h: what the user said: clues, red flags, contraindications
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

/* What was asked about. */
typedef enum
{
  UNK_ASKED_CLUE,
  UNK_ASKED_RED_FLAG,
  UNK_ASKED_CONTRAINDICATION,
} UnkAsked;

#define UNK_N_ASKED 3

typedef enum
{
  UNK_ANSWER_NONE, /* not answered */
  UNK_ANSWER_NO,
  UNK_ANSWER_YES,
  UNK_ANSWER_CLEARED, /* yes, but a doctor has been asked and allowed self-care */
} UnkAnswer;

#define UNK_ANSWERS_ERROR (unk_answers_error_quark ())
GQuark unk_answers_error_quark (void);

typedef enum
{
  UNK_ANSWERS_ERROR_UNKNOWN, /* no such clue */
} UnkAnswersError;

/**
 * UnkAnswers:
 * An answer to each id that was asked about, and where on the body it is meant: areas as
 * "AREA:SIDE,AREA:SIDE", or nothing for everywhere. Those to ids that the atlas doesn't know (any
 * more) are kept, so that nothing is lost when a file goes back and forth between versions.
 * "changed" is emitted after each change.
 */
#define UNK_TYPE_ANSWERS (unk_answers_get_type ())
G_DECLARE_FINAL_TYPE (UnkAnswers, unk_answers, UNK, ANSWERS, GObject)

typedef void (*UnkAnswerFunc) (UnkAsked asked, const char *id, UnkAnswer answer, const char *where,
                               gpointer data);

UnkAnswers *unk_answers_new (UnkAtlas *atlas);
UnkAtlas *unk_answers_get_atlas (UnkAnswers *self);
UnkAnswer unk_answers_get (UnkAnswers *self, UnkAsked asked, const char *id);
void unk_answers_set (UnkAnswers *self, UnkAsked asked, const char *id, UnkAnswer answer);
void unk_answers_set_at (UnkAnswers *self, UnkAsked asked, const char *id, UnkAnswer answer,
                         const char *where);
const char *unk_answers_get_where (UnkAnswers *self, UnkAsked asked, const char *id);
gboolean unk_answers_where_has (const char *where, const UnkArea *area, UnkSide side);
void unk_answers_clear (UnkAnswers *self, UnkAsked asked);
guint unk_answers_count_yes (UnkAnswers *self, UnkAsked asked);
void unk_answers_foreach (UnkAnswers *self, UnkAnswerFunc func, gpointer data);
gboolean unk_answers_add_clues_text (UnkAnswers *self, const char *text, GError **error);

const char *unk_answer_id (UnkAnswer answer);
gboolean unk_answer_parse (const char *id, UnkAnswer *answer);
const char *unk_asked_id (UnkAsked asked);
gboolean unk_asked_parse (const char *id, UnkAsked *asked);

G_END_DECLS
