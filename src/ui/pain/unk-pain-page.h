/* unk-pain-page.h: the muscles behind what is marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-pain-actions.h"
#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_PAIN_PAGE (unk_pain_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkPainPage, unk_pain_page, UNK, PAIN_PAGE, AdwBin)

void unk_pain_page_set_scene (UnkPainPage *self, UnkScene *scene, UnkPainActions *pain,
                              UnkRoutineActions *routines);

G_END_DECLS
