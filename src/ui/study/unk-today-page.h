/* unk-today-page.h: what to learn today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-notes.h"
#include "unk-quiz-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_TODAY_PAGE (unk_today_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkTodayPage, unk_today_page, UNK, TODAY_PAGE, AdwBin)

void unk_today_page_set_quiz (UnkTodayPage *self, UnkQuizActions *quiz, UnkNotes *notes);

G_END_DECLS
