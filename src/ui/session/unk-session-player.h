/* unk-session-player.h: leads through a session, in the whole window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-session-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_SESSION_PLAYER (unk_session_player_get_type ())
G_DECLARE_FINAL_TYPE (UnkSessionPlayer, unk_session_player, UNK, SESSION_PLAYER, AdwBin)

UnkSessionPlayer *unk_session_player_new (UnkSessionActions *session, UnkAtlas *atlas);

G_END_DECLS
