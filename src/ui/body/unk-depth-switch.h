/* unk-depth-switch.h: how far the body is peeled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UNK_TYPE_DEPTH_SWITCH (unk_depth_switch_get_type ())
G_DECLARE_FINAL_TYPE (UnkDepthSwitch, unk_depth_switch, UNK, DEPTH_SWITCH, GtkBox)

G_END_DECLS
