/* unk-session-cues.h: says without words that something changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-keeper.h"
#include "unk-session.h"

G_BEGIN_DECLS

#define UNK_TYPE_SESSION_CUES (unk_session_cues_get_type ())
G_DECLARE_FINAL_TYPE (UnkSessionCues, unk_session_cues, UNK, SESSION_CUES, GObject)

UnkSessionCues *unk_session_cues_new (GActionMap *map, UnkKeeper *keeper);
void unk_session_cues_load (UnkSessionCues *self);
void unk_session_cues_give (UnkSessionCues *self, UnkSessionPhase phase);

G_END_DECLS
