/* unk-guide-trail.h: which page of the guide is open, and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-guide.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_GUIDE_TRAIL (unk_guide_trail_get_type ())
G_DECLARE_FINAL_TYPE (UnkGuideTrail, unk_guide_trail, UNK, GUIDE_TRAIL, GObject)

UnkGuideTrail *unk_guide_trail_new (UnkScene *scene);
gboolean unk_guide_trail_is_open (UnkGuideTrail *self);
const UnkGuidePage *unk_guide_trail_get_page (UnkGuideTrail *self);
void unk_guide_trail_show (UnkGuideTrail *self, const UnkGuidePage *page);
void unk_guide_trail_set_aside (UnkGuideTrail *self);
gboolean unk_guide_trail_back (UnkGuideTrail *self);
void unk_guide_trail_close (UnkGuideTrail *self);

G_END_DECLS
