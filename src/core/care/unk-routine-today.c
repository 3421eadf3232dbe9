/* unk-routine-today.c: which routine one most likely wants to do now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-today.h"

#include "unk-past-session.h"
#include "unk-reminder.h"

/* When a routine was done last; G_MININT64 where it never was. */
static gint64
find_last (const UnkRoutine *routine, GPtrArray *past)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < past->len; i++)
    {
      const UnkPastSession *session = g_ptr_array_index (past, i);

      if (session->routine == routine->id)
        last = MAX (last, session->ended);
    }
  return last;
}

static gboolean
is_planned (const UnkRoutine *routine, gint64 last, gint64 now, GTimeZone *zone)
{
  guint32 today = unk_reminder_get_day (now, zone);

  /* Julian day 1 was a Monday. */
  return routine->days & (1u << ((today - 1) % 7)) &&
         (last == G_MININT64 || unk_reminder_get_day (last, zone) != today);
}

/**
 * unk_routine_choose_today:
 * @routines: (element-type UnkRoutine): what there is
 * @past: (element-type UnkPastSession): what was done
 * @now: in seconds since 1970
 * @zone: where
 *
 * Returns: (nullable) (transfer none): one that is planned for today and wasn't done yet, that of
 * the earliest reminder first; else the one that was done last; else the newest; %NULL where there
 * is none
 */
const UnkRoutine *
unk_routine_choose_today (GPtrArray *routines, GPtrArray *past, gint64 now, GTimeZone *zone)
{
  const UnkRoutine *planned = NULL, *best = NULL;
  gint64 best_last = G_MININT64;

  for (guint i = 0; i < routines->len; i++)
    {
      const UnkRoutine *routine = g_ptr_array_index (routines, i);
      gint64 last = find_last (routine, past);

      if (is_planned (routine, last, now, zone) &&
          (!planned || (guint) routine->reminder < (guint) planned->reminder))
        planned = routine;
      if (!best || last > best_last || (last == best_last && routine->id > best->id))
        {
          best = routine;
          best_last = last;
        }
    }
  return planned ? planned : best;
}
