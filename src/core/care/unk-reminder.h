/* unk-reminder.h: when to remind of a routine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UNK_DAYS_ALL 0x7f /* bits, Monday is 1 */
#define UNK_DAY_MINUTES 1440
/* So long after its time a reminder still comes, as where the machine slept; later it is left out.
 */
#define UNK_REMINDER_LATE (30 * 60)
/* There is no next time. */
#define UNK_REMINDER_NEVER G_MAXINT64

const char *unk_weekday_id (guint day);
guint32 unk_reminder_get_day (gint64 at, GTimeZone *zone);
gint64 unk_reminder_find_next (guint days, int minutes, guint32 last_day, gint64 now, gint64 since,
                               GTimeZone *zone);

G_END_DECLS
