/* unk-step-details.h: what can be changed on a step, and how it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_STEP_DETAILS (unk_step_details_get_type ())
G_DECLARE_FINAL_TYPE (UnkStepDetails, unk_step_details, UNK, STEP_DETAILS, AdwBin)

GtkWidget *unk_step_details_new (UnkAtlas *atlas, UnkRoutineActions *routines);
void unk_step_details_set_step (UnkStepDetails *self, guint index, const UnkRoutineStep *step);

G_END_DECLS
