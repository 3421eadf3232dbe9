/* unk-reminder.c: when to remind of a routine
 *
 * Times are those of a clock on the wall: half past seven stays half past seven when clocks change
 * and when one travels. A day counts by its date, so that nobody is reminded twice on what is the
 * same day to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-reminder.h"

/* Days to look at: the rest of today, a week, and once more the same weekday where today is over.
 */
#define LOOK_AHEAD 15

/**
 * unk_weekday_id:
 * @day: a day of the week, from 0 for Monday
 *
 * Returns: what it is called in files
 */
const char *
unk_weekday_id (guint day)
{
  static const char *const ids[] = { "monday", "tuesday",  "wednesday", "thursday",
                                     "friday", "saturday", "sunday" };

  g_return_val_if_fail (day < G_N_ELEMENTS (ids), NULL);
  return ids[day];
}

/**
 * unk_reminder_get_day:
 * @at: seconds since 1970
 * @zone: where
 *
 * Returns: its date there, as a Julian day
 */
guint32
unk_reminder_get_day (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  GDate date;

  if (!local)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

/* A time that clocks leave out becomes the next that there is; one that comes twice, one of both.
 */
static gint64
find_time (guint32 day, int minutes, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  time = g_date_time_new (zone, g_date_get_year (&date), (int) g_date_get_month (&date),
                          g_date_get_day (&date), minutes / 60, minutes % 60, 0);
  return time ? g_date_time_to_unix (time) : UNK_REMINDER_NEVER;
}

/**
 * unk_reminder_find_next:
 * @days: bits, Monday is 1
 * @minutes: after midnight, or -1 for no reminder
 * @last_day: the date that needs none any more: on which one came, or it is done; or 0
 * @now: seconds since 1970
 * @since: when it was asked for: what lay before that never comes
 * @zone: where
 *
 * Returns: when to remind next, or %UNK_REMINDER_NEVER; what isn't after @now is due, as it lies at
 * most %UNK_REMINDER_LATE back
 */
gint64
unk_reminder_find_next (guint days, int minutes, guint32 last_day, gint64 now, gint64 since,
                        GTimeZone *zone)
{
  guint32 today = unk_reminder_get_day (now, zone);

  if (!(days & UNK_DAYS_ALL) || minutes < 0 || minutes >= UNK_DAY_MINUTES || !today)
    return UNK_REMINDER_NEVER;
  /* From yesterday on: what was due before midnight may still come after it. */
  for (guint32 day = today - 1; day < today + LOOK_AHEAD; day++)
    {
      /* Julian day 1 was a Monday. */
      guint weekday = (day - 1) % 7;
      gint64 time;

      if (day == last_day || !(days & (1u << weekday)))
        continue;
      time = find_time (day, minutes, zone);
      if (time > now - UNK_REMINDER_LATE && time >= since)
        return time;
    }
  return UNK_REMINDER_NEVER;
}
