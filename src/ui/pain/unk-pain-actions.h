/* unk-pain-actions.h: the commands of what hurts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-finder.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_PAIN_ACTIONS (unk_pain_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkPainActions, unk_pain_actions, UNK, PAIN_ACTIONS, GObject)

UnkPainActions *unk_pain_actions_new (GActionMap *map, UnkScene *scene);

/* The finder's answer to the marks and the clues as they are. */
GArray *unk_pain_actions_get_matches (UnkPainActions *self);
UnkTogether unk_pain_actions_find_together (UnkPainActions *self);

G_END_DECLS
