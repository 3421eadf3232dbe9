/* unk-session-remote.h: a session on the keys of a keyboard, a headset or the desktop's menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-session-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_SESSION_REMOTE (unk_session_remote_get_type ())
G_DECLARE_FINAL_TYPE (UnkSessionRemote, unk_session_remote, UNK, SESSION_REMOTE, GObject)

UnkSessionRemote *unk_session_remote_new (GApplication *application, UnkSessionActions *session);

G_END_DECLS
