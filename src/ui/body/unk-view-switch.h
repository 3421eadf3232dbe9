/* unk-view-switch.h: chooses from where the body is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_VIEW_SWITCH (unk_view_switch_get_type ())
G_DECLARE_FINAL_TYPE (UnkViewSwitch, unk_view_switch, UNK, VIEW_SWITCH, GtkBox)

void unk_view_switch_set_scene (UnkViewSwitch *self, UnkScene *scene);
void unk_view_switch_set_narrow (UnkViewSwitch *self, gboolean narrow);

G_END_DECLS
