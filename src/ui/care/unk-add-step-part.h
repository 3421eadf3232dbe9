/* unk-add-step-part.h: looks for a muscle and a treatment, and adds a step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_ADD_STEP_PART (unk_add_step_part_get_type ())
G_DECLARE_FINAL_TYPE (UnkAddStepPart, unk_add_step_part, UNK, ADD_STEP_PART, AdwBin)

GtkWidget *unk_add_step_part_new (UnkScene *scene);
void unk_add_step_part_begin (UnkAddStepPart *self);

G_END_DECLS
