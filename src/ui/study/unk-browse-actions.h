/* unk-browse-actions.h: the commands of study mode, and of notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-pages.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_BROWSE_ACTIONS (unk_browse_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkBrowseActions, unk_browse_actions, UNK, BROWSE_ACTIONS, GObject)

UnkBrowseActions *unk_browse_actions_new (GActionMap *map, UnkScene *scene, UnkPages *pages);

G_END_DECLS
