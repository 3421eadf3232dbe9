/* unk-session-ring.h: a ring that counts a phase of a session down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UNK_TYPE_SESSION_RING (unk_session_ring_get_type ())
G_DECLARE_FINAL_TYPE (UnkSessionRing, unk_session_ring, UNK, SESSION_RING, AdwBin)

GtkWidget *unk_session_ring_new (void);
void unk_session_ring_set_small (UnkSessionRing *self, gboolean small);
void unk_session_ring_show (UnkSessionRing *self, double left, double length, gboolean working,
                            double breath);

G_END_DECLS
