/* unk-day.c: a day in writing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-day.h"

#include <stdio.h>

/**
 * unk_day_to_text:
 * @day: a Julian day, as GDate counts them
 *
 * Returns: (transfer full): such as "2026-11-28"
 */
char *
unk_day_to_text (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * unk_day_parse:
 * @text: such as "2026-11-28"
 * @day: (out): the Julian day
 *
 * Returns: whether @text is a day from 1970 to 2199
 */
gboolean
unk_day_parse (const char *text, guint32 *day)
{
  int year, month, number, end = 0;
  GDate date;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &number, &end) != 3 || end != 10 || text[end] ||
      year < 1970 || year >= 2200 ||
      !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  *day = g_date_get_julian (&date);
  return TRUE;
}
