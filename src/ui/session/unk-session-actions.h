/* unk-session-actions.h: the commands of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-journal-actions.h"
#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_SESSION_ACTIONS (unk_session_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkSessionActions, unk_session_actions, UNK, SESSION_ACTIONS, GObject)

UnkSessionActions *unk_session_actions_new (GtkApplication *application, UnkScene *scene,
                                            UnkKeeper *keeper, UnkPages *pages,
                                            UnkRoutineActions *routines,
                                            UnkJournalActions *journal);
const UnkSession *unk_session_actions_get_session (UnkSessionActions *self);
void unk_session_actions_look (UnkSessionActions *self);
GPtrArray *unk_session_actions_get_left_out (UnkSessionActions *self);
GPtrArray *unk_session_actions_get_careful (UnkSessionActions *self);
char *unk_session_actions_dup_step_name (UnkSessionActions *self);
GDateTime *unk_session_actions_find_next_day (UnkSessionActions *self);

G_END_DECLS
