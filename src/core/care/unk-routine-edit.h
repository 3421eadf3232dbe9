/* unk-routine-edit.h: a routine that is changed, and all that was done to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-routine.h"

G_BEGIN_DECLS

/**
 * UnkRoutineEdit:
 * The routine that is open, and the history of what was done to it and to those before it: each
 * change can be taken back, and made again, also a routine's making and its end. It knows nothing
 * of the user's file: whoever changes something keeps the routine that is open afterwards, or takes
 * out the one that has gone.
 */
#define UNK_TYPE_ROUTINE_EDIT (unk_routine_edit_get_type ())
G_DECLARE_FINAL_TYPE (UnkRoutineEdit, unk_routine_edit, UNK, ROUTINE_EDIT, GObject)

UnkRoutineEdit *unk_routine_edit_new (UnkAtlas *atlas);
const UnkRoutine *unk_routine_edit_get_routine (UnkRoutineEdit *self);
gint64 unk_routine_edit_get_gone (UnkRoutineEdit *self);
void unk_routine_edit_set_id (UnkRoutineEdit *self, gint64 id);

void unk_routine_edit_open (UnkRoutineEdit *self, UnkRoutine *routine);
void unk_routine_edit_make (UnkRoutineEdit *self, UnkRoutine *routine);
gboolean unk_routine_edit_delete (UnkRoutineEdit *self);
gboolean unk_routine_edit_replace (UnkRoutineEdit *self, UnkRoutine *routine);

gboolean unk_routine_edit_rename (UnkRoutineEdit *self, const char *name);
gboolean unk_routine_edit_set_times (UnkRoutineEdit *self, guint days, int reminder);
gboolean unk_routine_edit_add_step (UnkRoutineEdit *self, UnkRoutineStep *step, guint position);
gboolean unk_routine_edit_remove_step (UnkRoutineEdit *self, guint step);
gboolean unk_routine_edit_move_step (UnkRoutineEdit *self, guint from, guint to);
gboolean unk_routine_edit_copy_step (UnkRoutineEdit *self, guint step);
gboolean unk_routine_edit_turn_step (UnkRoutineEdit *self, guint step);
gboolean unk_routine_edit_set_treatment (UnkRoutineEdit *self, guint step, guint treatment);
gboolean unk_routine_edit_set_tool (UnkRoutineEdit *self, guint step, const char *tool);
gboolean unk_routine_edit_set_dose (UnkRoutineEdit *self, guint step, int seconds, int repetitions);

gboolean unk_routine_edit_can_undo (UnkRoutineEdit *self);
gboolean unk_routine_edit_can_redo (UnkRoutineEdit *self);
gboolean unk_routine_edit_undo (UnkRoutineEdit *self);
gboolean unk_routine_edit_redo (UnkRoutineEdit *self);

G_END_DECLS
