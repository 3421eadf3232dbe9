/* unk-routine-menu.h: what can be done with a whole routine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

GtkWidget *unk_routine_menu_new (UnkRoutineActions *routines);

G_END_DECLS
