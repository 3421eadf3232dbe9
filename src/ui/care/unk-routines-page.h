/* unk-routines-page.h: the routines that are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"
#include "unk-session-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_ROUTINES_PAGE (unk_routines_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkRoutinesPage, unk_routines_page, UNK, ROUTINES_PAGE, AdwBin)

void unk_routines_page_set_routines (UnkRoutinesPage *self, UnkRoutineActions *routines,
                                     UnkSessionActions *session, UnkAtlas *atlas);

G_END_DECLS
