/* unk-quiz-view.h: the body of a question
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-board.h"

G_BEGIN_DECLS

#define UNK_TYPE_QUIZ_VIEW (unk_quiz_view_get_type ())
G_DECLARE_FINAL_TYPE (UnkQuizView, unk_quiz_view, UNK, QUIZ_VIEW, GtkWidget)

UnkQuizView *unk_quiz_view_new (UnkAtlas *atlas, UnkBoard *board);

G_END_DECLS
