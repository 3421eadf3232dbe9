/* unk-actions.h: every command, by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-browse-actions.h"
#include "unk-guide-trail.h"
#include "unk-journal-actions.h"
#include "unk-pages.h"
#include "unk-pain-actions.h"
#include "unk-poster-actions.h"
#include "unk-quiz-actions.h"
#include "unk-reminders.h"
#include "unk-routine-actions.h"
#include "unk-routine-files.h"
#include "unk-session-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_ACTIONS (unk_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkActions, unk_actions, UNK, ACTIONS, GObject)

UnkActions *unk_actions_new (GtkApplication *application, UnkScene *scene, UnkKeeper *keeper);
void unk_actions_set_viewport (UnkActions *self, double scale, double x, double y);
UnkPages *unk_actions_get_pages (UnkActions *self);
UnkPosterActions *unk_actions_get_posters (UnkActions *self);
UnkQuizActions *unk_actions_get_quiz (UnkActions *self);
UnkPainActions *unk_actions_get_pain (UnkActions *self);
UnkRoutineActions *unk_actions_get_routines (UnkActions *self);
UnkRoutineFiles *unk_actions_get_routine_files (UnkActions *self);
UnkReminders *unk_actions_get_reminders (UnkActions *self);
UnkJournalActions *unk_actions_get_journal (UnkActions *self);
UnkSessionActions *unk_actions_get_session (UnkActions *self);
UnkGuideTrail *unk_actions_get_guide (UnkActions *self);

G_END_DECLS
