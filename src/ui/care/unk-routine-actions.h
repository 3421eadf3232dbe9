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

G_END_DECLS
