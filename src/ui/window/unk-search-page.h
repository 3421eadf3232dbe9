/* unk-search-page.h: what was searched for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_SEARCH_PAGE (unk_search_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkSearchPage, unk_search_page, UNK, SEARCH_PAGE, AdwBin)

void unk_search_page_set_scene (UnkSearchPage *self, UnkScene *scene);
void unk_search_page_search (UnkSearchPage *self, const char *words);
void unk_search_page_activate_first (UnkSearchPage *self);

G_END_DECLS
