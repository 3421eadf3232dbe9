/* unk-muscle-page.h: the page of the chosen muscle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-routine-actions.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_MUSCLE_PAGE (unk_muscle_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkMusclePage, unk_muscle_page, UNK, MUSCLE_PAGE, AdwBin)

void unk_muscle_page_set_routines (UnkMusclePage *self, UnkRoutineActions *routines);
void unk_muscle_page_set_scene (UnkMusclePage *self, UnkScene *scene);

G_END_DECLS
