/* unk-quiz-page.h: a question, its answers, and what was right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-quiz-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_QUIZ_PAGE (unk_quiz_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkQuizPage, unk_quiz_page, UNK, QUIZ_PAGE, AdwBin)

void unk_quiz_page_set_quiz (UnkQuizPage *self, UnkQuizActions *quiz);

G_END_DECLS
