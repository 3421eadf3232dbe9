/* unk-window.h: the body at the left, what is known at the right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-actions.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_WINDOW (unk_window_get_type ())
G_DECLARE_FINAL_TYPE (UnkWindow, unk_window, UNK, WINDOW, AdwApplicationWindow)

UnkWindow *unk_window_new (AdwApplication *application, UnkScene *scene, UnkActions *actions,
                           UnkKeeper *keeper);

G_END_DECLS
