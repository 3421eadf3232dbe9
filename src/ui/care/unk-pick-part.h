/* unk-pick-part.h: puts a muscle into a routine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

GtkWidget *unk_pick_part_new (UnkRoutineActions *routines, const UnkMuscle *muscle, UnkSide side);
GtkWidget *unk_pick_part_new_picked (UnkRoutineActions *routines);

G_END_DECLS
