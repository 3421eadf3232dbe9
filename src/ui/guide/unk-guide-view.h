/* unk-guide-view.h: the guide: the list of its pages, and a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-guide-trail.h"

G_BEGIN_DECLS

#define UNK_TYPE_GUIDE_VIEW (unk_guide_view_get_type ())
G_DECLARE_FINAL_TYPE (UnkGuideView, unk_guide_view, UNK, GUIDE_VIEW, AdwBin)

void unk_guide_view_set_guide (UnkGuideView *self, UnkGuideTrail *trail, UnkAtlas *atlas);

G_END_DECLS
