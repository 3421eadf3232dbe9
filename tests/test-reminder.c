/* test-reminder.c: when a reminder comes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-past-session.h"
#include "unk-reminder.h"
#include "unk-routine-today.h"

#define MONDAY 1
#define WEDNESDAY 4
#define SUNDAY 64
#define HALF_PAST_SEVEN (7 * 60 + 30)

static gint64
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static GTimeZone *
zone_of (const char *id)
{
  GTimeZone *zone = g_time_zone_new_identifier (id);

  g_assert_nonnull (zone);
  return zone;
}

static guint32
day_of (const char *text, GTimeZone *zone)
{
  return unk_reminder_get_day (at (text), zone);
}

static void
assert_time (gint64 found, const char *wanted)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (found);
  g_autofree char *text = utc ? g_date_time_format_iso8601 (utc) : g_strdup ("never");

  g_assert_cmpstr (text, ==, wanted);
}

static void
nothing_asked_nothing_comes (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 now = at ("2026-11-28T10:00:00Z");

  g_assert_cmpint (unk_reminder_find_next (0, 450, 0, now, 0, utc), ==, UNK_REMINDER_NEVER);
  g_assert_cmpint (unk_reminder_find_next (127, -1, 0, now, 0, utc), ==, UNK_REMINDER_NEVER);
  g_assert_cmpint (unk_reminder_find_next (127, 1440, 0, now, 0, utc), ==, UNK_REMINDER_NEVER);
  g_assert_cmpint (unk_reminder_find_next (128, 450, 0, now, 0, utc), ==, UNK_REMINDER_NEVER);
}

static void
it_comes_on_its_days (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  /* 28 November 2026 is a Saturday. */
  assert_time (
    unk_reminder_find_next (MONDAY, HALF_PAST_SEVEN, 0, at ("2026-11-28T10:00:00Z"), 0, utc),
    "2026-11-30T07:30:00Z");
  assert_time (unk_reminder_find_next (MONDAY | WEDNESDAY, HALF_PAST_SEVEN, 0,
                                       at ("2026-11-30T09:00:00Z"), 0, utc),
               "2026-12-02T07:30:00Z");
  assert_time (
    unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN, 0, at ("2026-11-28T05:00:00Z"), 0, utc),
    "2026-11-28T07:30:00Z");
  for (guint day = 0; day < 7; day++)
    {
      gint64 next = unk_reminder_find_next (1u << day, 0, 0, at ("2026-11-28T12:00:00Z"), 0, utc);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (next);

      g_assert_cmpint (g_date_time_get_day_of_week (time), ==, (int) day + 1);
    }
}

static void
it_comes_once_a_day (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 now = at ("2026-11-30T07:30:00Z");
  guint32 today = unk_reminder_get_day (now, utc);

  /* Due now, and a little late; then it is left out. */
  g_assert_cmpint (unk_reminder_find_next (MONDAY, HALF_PAST_SEVEN, 0, now, 0, utc), ==, now);
  g_assert_cmpint (unk_reminder_find_next (MONDAY, HALF_PAST_SEVEN, 0, now + 1799, 0, utc), ==,
                   now);
  assert_time (unk_reminder_find_next (MONDAY, HALF_PAST_SEVEN, 0, now + 1800, 0, utc),
               "2026-12-07T07:30:00Z");
  /* It came, or it was done: not again on this day, even where the time is set later. */
  assert_time (unk_reminder_find_next (MONDAY, HALF_PAST_SEVEN, today, now, 0, utc),
               "2026-12-07T07:30:00Z");
  assert_time (unk_reminder_find_next (UNK_DAYS_ALL, 20 * 60, today, now, 0, utc),
               "2026-12-01T20:00:00Z");
}

/* Who sets half past seven at twenty to eight means tomorrow. */
static void
what_lies_before_it_was_asked_for_never_comes (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 now = at ("2026-11-28T07:40:00Z");

  assert_time (unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN, 0, now, now, utc),
               "2026-11-29T07:30:00Z");
  assert_time (unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN, 0, now + 600, now, utc),
               "2026-11-29T07:30:00Z");
  assert_time (unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN, 0, now, now - 600, utc),
               "2026-11-28T07:30:00Z");
}

static void
midnight_is_no_gap (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 before = at ("2026-11-29T23:59:59Z"), late = at ("2026-11-30T00:10:00Z");

  assert_time (unk_reminder_find_next (MONDAY, 0, 0, before, 0, utc), "2026-11-30T00:00:00Z");
  assert_time (unk_reminder_find_next (SUNDAY, 1439, 0, before, 0, utc), "2026-11-29T23:59:00Z");
  assert_time (unk_reminder_find_next (SUNDAY, 1439, 0, late, 0, utc), "2026-11-29T23:59:00Z");
  assert_time (
    unk_reminder_find_next (SUNDAY, 1439, day_of ("2026-11-29T12:00:00Z", utc), late, 0, utc),
    "2026-12-06T23:59:00Z");
}

/* Clocks go forward on 29 March and back on 25 October 2026, both on a Sunday. */
static void
clocks_that_change_are_followed (void)
{
  g_autoptr (GTimeZone) berlin = zone_of ("Europe/Berlin");
  gint64 spring, autumn;

  assert_time (unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN, 0,
                                       at ("2026-03-28T08:00:00Z"), 0, berlin),
               "2026-03-29T05:30:00Z");
  assert_time (unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN, 0,
                                       at ("2026-10-24T08:00:00Z"), 0, berlin),
               "2026-10-25T06:30:00Z");
  /* Half past two doesn't exist in spring: it comes all the same, on that day, and once. */
  spring = unk_reminder_find_next (SUNDAY, 150, 0, at ("2026-03-28T22:00:00Z"), 0, berlin);
  g_assert_cmpint (spring, >=, at ("2026-03-29T00:30:00Z"));
  g_assert_cmpint (spring, <=, at ("2026-03-29T01:30:00Z"));
  assert_time (unk_reminder_find_next (SUNDAY, 150, unk_reminder_get_day (spring, berlin),
                                       spring + 60, 0, berlin),
               "2026-04-05T00:30:00Z");
  /* It comes twice in autumn: one of both. */
  autumn = unk_reminder_find_next (SUNDAY, 150, 0, at ("2026-10-24T22:30:00Z"), 0, berlin);
  g_assert_true (autumn == at ("2026-10-25T00:30:00Z") || autumn == at ("2026-10-25T01:30:00Z"));
  assert_time (unk_reminder_find_next (SUNDAY, 150, unk_reminder_get_day (autumn, berlin),
                                       at ("2026-10-25T01:30:00Z"), 0, berlin),
               "2026-11-01T01:30:00Z");
}

static void
who_travels_is_reminded_by_the_wall (void)
{
  g_autoptr (GTimeZone) tokyo = zone_of ("Asia/Tokyo"), york = zone_of ("America/New_York");
  gint64 tuesday = at ("2026-11-30T22:30:00Z");
  guint32 reminded = unk_reminder_get_day (tuesday, tokyo);

  /* Reminded on Tuesday in Tokyo, then flown to New York, where it is Monday still. */
  g_assert_cmpint (unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN, 0, tuesday, 0, tokyo), ==,
                   tuesday);
  assert_time (
    unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN, reminded, tuesday + 3600, 0, york),
    "2026-12-02T12:30:00Z");
  /* A clock that was wrong for a while, years ahead, silences nothing. */
  assert_time (unk_reminder_find_next (UNK_DAYS_ALL, HALF_PAST_SEVEN,
                                       day_of ("2031-01-01T12:00:00Z", york), tuesday, 0, york),
               "2026-12-01T12:30:00Z");
}

static UnkRoutine *
plan (GPtrArray *routines, gint64 id, guint days, int reminder)
{
  UnkRoutine *routine = unk_routine_new ("Routine");

  routine->id = id;
  routine->days = days;
  routine->reminder = reminder;
  g_ptr_array_add (routines, routine);
  return routine;
}

static void
done (GPtrArray *past, gint64 routine, gint64 ended)
{
  UnkPastSession *session = unk_past_session_new ("Routine", ended - 600, ended);

  session->routine = routine;
  g_ptr_array_add (past, session);
}

static void
assert_chosen (GPtrArray *routines, GPtrArray *past, const char *now, gint64 expected)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const UnkRoutine *chosen = unk_routine_choose_today (routines, past, at (now), utc);

  g_assert_cmpint (chosen ? chosen->id : 0, ==, expected);
}

static void
the_routine_of_today_is_chosen (void)
{
  g_autoptr (GPtrArray) routines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) unk_routine_free);
  g_autoptr (GPtrArray) past =
    g_ptr_array_new_with_free_func ((GDestroyNotify) unk_past_session_free);

  /* A Saturday. */
  assert_chosen (routines, past, "2026-11-28T12:00:00Z", 0);
  plan (routines, 1, 0, -1);
  plan (routines, 2, 0, -1);
  assert_chosen (routines, past, "2026-11-28T12:00:00Z", 2);
  done (past, 1, at ("2026-11-20T12:00:00Z"));
  assert_chosen (routines, past, "2026-11-28T12:00:00Z", 1);
  plan (routines, 3, SUNDAY, HALF_PAST_SEVEN);
  assert_chosen (routines, past, "2026-11-28T12:00:00Z", 1);
  assert_chosen (routines, past, "2026-11-29T12:00:00Z", 3);
  /* Of two the earlier; one without a time comes last. */
  plan (routines, 4, SUNDAY, HALF_PAST_SEVEN - 30);
  plan (routines, 5, SUNDAY, -1);
  assert_chosen (routines, past, "2026-11-29T12:00:00Z", 4);
  done (past, 4, at ("2026-11-29T08:00:00Z"));
  assert_chosen (routines, past, "2026-11-29T12:00:00Z", 3);
  done (past, 3, at ("2026-11-29T09:00:00Z"));
  assert_chosen (routines, past, "2026-11-29T12:00:00Z", 5);
  done (past, 5, at ("2026-11-29T10:00:00Z"));
  /* All of today's are done: the last one again. */
  assert_chosen (routines, past, "2026-11-29T12:00:00Z", 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/nothing-asked-nothing-comes", nothing_asked_nothing_comes);
  g_test_add_func ("/reminder/it-comes-on-its-days", it_comes_on_its_days);
  g_test_add_func ("/reminder/it-comes-once-a-day", it_comes_once_a_day);
  g_test_add_func ("/reminder/what-lies-before-it-was-asked-for-never-comes",
                   what_lies_before_it_was_asked_for_never_comes);
  g_test_add_func ("/reminder/midnight-is-no-gap", midnight_is_no_gap);
  g_test_add_func ("/reminder/clocks-that-change-are-followed", clocks_that_change_are_followed);
  g_test_add_func ("/reminder/who-travels-is-reminded-by-the-wall",
                   who_travels_is_reminded_by_the_wall);
  g_test_add_func ("/reminder/the-routine-of-today-is-chosen", the_routine_of_today_is_chosen);
  return g_test_run ();
}
