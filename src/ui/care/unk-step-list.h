/* unk-step-list.h: the steps of the open routine, to be put in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_STEP_LIST (unk_step_list_get_type ())
G_DECLARE_FINAL_TYPE (UnkStepList, unk_step_list, UNK, STEP_LIST, AdwBin)

GtkWidget *unk_step_list_new (UnkScene *scene, UnkRoutineActions *routines);
void unk_step_list_update (UnkStepList *self);

G_END_DECLS
