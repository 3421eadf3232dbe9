/* unk-reminders.h: notifications that remind of routines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-keeper.h"
#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_REMINDERS (unk_reminders_get_type ())
G_DECLARE_FINAL_TYPE (UnkReminders, unk_reminders, UNK, REMINDERS, GObject)

UnkReminders *unk_reminders_new (GApplication *application, UnkKeeper *keeper,
                                 UnkRoutineActions *routines);
void unk_reminders_start (UnkReminders *self);

G_END_DECLS
