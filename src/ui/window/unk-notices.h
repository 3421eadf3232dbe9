/* unk-notices.h: what is said at the foot of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-actions.h"

G_BEGIN_DECLS

void unk_notices_connect (AdwToastOverlay *toasts, UnkActions *actions, UnkKeeper *keeper);

G_END_DECLS
