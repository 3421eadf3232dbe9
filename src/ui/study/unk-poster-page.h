/* unk-poster-page.h: a region's patterns on one sheet, to be printed or saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

#define UNK_TYPE_POSTER_PAGE (unk_poster_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkPosterPage, unk_poster_page, UNK, POSTER_PAGE, AdwBin)

void unk_poster_page_set_atlas (UnkPosterPage *self, UnkAtlas *atlas);

G_END_DECLS
