/* unk-session-page.h: leads through a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-session-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_SESSION_PAGE (unk_session_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkSessionPage, unk_session_page, UNK, SESSION_PAGE, AdwBin)

void unk_session_page_set_session (UnkSessionPage *self, UnkSessionActions *session,
                                   UnkAtlas *atlas);

void unk_session_page_set_narrow (UnkSessionPage *self, gboolean narrow);

G_END_DECLS
