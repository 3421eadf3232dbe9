/* unk-match-row.h: a muscle that may be behind the pain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-finder.h"
#include "unk-routine-actions.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_MATCH_ROW (unk_match_row_get_type ())
G_DECLARE_FINAL_TYPE (UnkMatchRow, unk_match_row, UNK, MATCH_ROW, GtkListBoxRow)

GtkWidget *unk_match_row_new (UnkScene *scene, UnkRoutineActions *routines, const UnkMatch *match,
                              const UnkMatch *above);
const UnkMuscle *unk_match_row_get_muscle (UnkMatchRow *self);
UnkSide unk_match_row_get_side (UnkMatchRow *self);

G_END_DECLS
