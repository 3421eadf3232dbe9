/* unk-undo-actions.h: undo and redo, of whatever is worked on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-guide-trail.h"
#include "unk-pages.h"
#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_UNDO_ACTIONS (unk_undo_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkUndoActions, unk_undo_actions, UNK, UNDO_ACTIONS, GObject)

UnkUndoActions *unk_undo_actions_new (GActionMap *map, UnkScene *scene, UnkPages *pages,
                                      UnkGuideTrail *guide, UnkRoutineActions *routines);

G_END_DECLS
