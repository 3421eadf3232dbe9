/* unk-fit-part.h: the minutes and the tools that one has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

GtkWidget *unk_fit_part_new (UnkAtlas *atlas, UnkRoutineActions *routines);

G_END_DECLS
