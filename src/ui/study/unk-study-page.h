/* unk-study-page.h: shelves of muscles, beside the body in study mode
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-pages.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_STUDY_PAGE (unk_study_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkStudyPage, unk_study_page, UNK, STUDY_PAGE, AdwBin)

void unk_study_page_set_scene (UnkStudyPage *self, UnkScene *scene);

G_END_DECLS
