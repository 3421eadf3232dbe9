/* unk-step-row.h: a step of the open routine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_STEP_ROW (unk_step_row_get_type ())
G_DECLARE_FINAL_TYPE (UnkStepRow, unk_step_row, UNK, STEP_ROW, GtkListBoxRow)

typedef enum
{
  UNK_DROP_NOWHERE,
  UNK_DROP_BEFORE,
  UNK_DROP_AFTER,
} UnkDropPlace;

GtkWidget *unk_step_row_new (UnkScene *scene, UnkRoutineActions *routines);
void unk_step_row_set_step (UnkStepRow *self, guint index, guint n, const UnkRoutineStep *step);
void unk_step_row_set_drop (UnkStepRow *self, UnkDropPlace place);

G_END_DECLS
