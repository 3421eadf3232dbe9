/* unk-routine-actions.h: the commands of routines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-keeper.h"
#include "unk-pages.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_ROUTINE_ACTIONS (unk_routine_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkRoutineActions, unk_routine_actions, UNK, ROUTINE_ACTIONS, GObject)

UnkRoutineActions *unk_routine_actions_new (GActionMap *map, UnkScene *scene, UnkKeeper *keeper,
                                            UnkPages *pages);

/* Which muscles go into a routine, and the routine that is open. */
gboolean unk_routine_actions_is_picked (UnkRoutineActions *self, const UnkMuscle *muscle,
                                        UnkSide side);
guint unk_routine_actions_get_n_picked (UnkRoutineActions *self);
const UnkRoutine *unk_routine_actions_get_routine (UnkRoutineActions *self);
GArray *unk_routine_actions_get_left_out (UnkRoutineActions *self);
GPtrArray *unk_routine_actions_load_routines (UnkRoutineActions *self);

gboolean unk_routine_actions_bring_in (UnkRoutineActions *self, GPtrArray *routines);
gboolean unk_routine_actions_set_times (UnkRoutineActions *self, guint days, int reminder);

/* What was done to routines, taken back and made again. */
gboolean unk_routine_actions_can_undo (UnkRoutineActions *self);
gboolean unk_routine_actions_can_redo (UnkRoutineActions *self);
void unk_routine_actions_undo (UnkRoutineActions *self);
void unk_routine_actions_redo (UnkRoutineActions *self);

/* The minutes and tools that one has, and the step whose details are open. */
guint unk_routine_actions_get_minutes (UnkRoutineActions *self);
gboolean unk_routine_actions_owns_tool (UnkRoutineActions *self, const char *tool);
void unk_routine_actions_list_kept (UnkRoutineActions *self);
int unk_routine_actions_get_step (UnkRoutineActions *self);

G_END_DECLS
