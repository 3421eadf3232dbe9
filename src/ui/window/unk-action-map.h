/* unk-action-map.h: what every file of commands does with its actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void unk_action_map_set_state (GActionMap *map, const char *name, GVariant *state);
void unk_action_map_set_enabled (GActionMap *map, const char *name, gboolean enabled);
void unk_action_told (GSimpleAction *action, GVariant *value, gpointer data);
void unk_action_refuse (GSimpleAction *action, GVariant *value);

G_END_DECLS
