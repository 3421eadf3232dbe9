/* unk-clues-page.h: what one may say besides where it hurts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_CLUES_PAGE (unk_clues_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkCluesPage, unk_clues_page, UNK, CLUES_PAGE, AdwBin)

void unk_clues_page_set_scene (UnkCluesPage *self, UnkScene *scene);

G_END_DECLS
