/* unk-guide-actions.h: the guide's commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-guide-trail.h"

G_BEGIN_DECLS

UnkGuideTrail *unk_guide_actions_add (GtkApplication *application, UnkScene *scene);

G_END_DECLS
