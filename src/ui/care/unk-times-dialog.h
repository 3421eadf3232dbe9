/* unk-times-dialog.h: on which days to do a routine, and when to be reminded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

GtkWindow *unk_times_dialog_new (GtkWindow *parent, UnkRoutineActions *routines);

G_END_DECLS
