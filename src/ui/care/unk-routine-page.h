/* unk-routine-page.h: a routine, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_ROUTINE_PAGE (unk_routine_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkRoutinePage, unk_routine_page, UNK, ROUTINE_PAGE, AdwBin)

void unk_routine_page_set_scene (UnkRoutinePage *self, UnkScene *scene,
                                 UnkRoutineActions *routines);

G_END_DECLS
