/* unk-action-map.c: what every file of commands does with its actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-action-map.h"

/**
 * unk_action_map_set_state:
 * @map: where the action is
 * @name: a simple action's
 * @state: its state from now on; a floating one is taken
 */
void
unk_action_map_set_state (GActionMap *map, const char *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), state);
}

/**
 * unk_action_map_set_enabled:
 * @map: where the action is
 * @name: a simple action's
 * @enabled: whether it can be done now
 */
void
unk_action_map_set_enabled (GActionMap *map, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), enabled);
}

/**
 * unk_action_refuse:
 * @action: an action
 * @value: (nullable): what it was given
 *
 * What comes over the bus may be wrong: it is said, and nothing changes.
 */
void
unk_action_refuse (GSimpleAction *action, GVariant *value)
{
  g_autofree char *text = value ? g_variant_print (value, FALSE) : g_strdup ("this now");

  g_message ("The action “%s” doesn’t understand %s", g_action_get_name (G_ACTION (action)), text);
}

/**
 * unk_action_told:
 * @action: an action
 * @value: what somebody wants its state to be
 * @data: ignored
 *
 * For a state that is only told: without a handler, the bus could set it.
 */
void
unk_action_told (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED,
                 gpointer data G_GNUC_UNUSED)
{
}
