/* unk-panel.h: what is known, beside the body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-actions.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_PANEL (unk_panel_get_type ())
G_DECLARE_FINAL_TYPE (UnkPanel, unk_panel, UNK, PANEL, AdwBin)

void unk_panel_set_scene (UnkPanel *self, UnkScene *scene, UnkActions *actions);
void unk_panel_set_folded (UnkPanel *self, gboolean folded);
void unk_panel_search (UnkPanel *self, const char *words);
gboolean unk_panel_step_back (UnkPanel *self);

G_END_DECLS
