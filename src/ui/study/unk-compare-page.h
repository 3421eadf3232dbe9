/* unk-compare-page.h: two muscles, and what both refer to or only one does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_COMPARE_PAGE (unk_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkComparePage, unk_compare_page, UNK, COMPARE_PAGE, AdwBin)

void unk_compare_page_set_scene (UnkComparePage *self, UnkScene *scene);

G_END_DECLS
