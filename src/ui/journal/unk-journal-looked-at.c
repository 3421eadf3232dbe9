/* unk-journal-looked-at.c: which day, place and span of the journal are looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-actions-private.h"

/**
 * unk_journal_actions_get_today:
 * @self: the actions
 *
 * Returns: today
 */
guint32
unk_journal_actions_get_today (UnkJournalActions *self)
{
  return unk_journal_get_day (self->journal, g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * unk_journal_actions_get_day:
 * @self: the actions
 *
 * Returns: the day that is looked at
 */
guint32
unk_journal_actions_get_day (UnkJournalActions *self)
{
  return self->day ? self->day : unk_journal_actions_get_today (self);
}

/**
 * unk_journal_actions_get_place:
 * @self: the actions
 *
 * Returns: the place whose course is shown
 */
UnkSpotOfPain
unk_journal_actions_get_place (UnkJournalActions *self)
{
  return self->place;
}

/**
 * unk_journal_actions_get_span:
 * @self: the actions
 *
 * Returns: how far back the chart goes
 */
UnkSpan
unk_journal_actions_get_span (UnkJournalActions *self)
{
  return self->span;
}

/**
 * unk_journal_actions_get_time:
 * @self: the actions
 * @from: (out): where the chart begins
 * @to: (out): the end of today
 */
void
unk_journal_actions_get_time (UnkJournalActions *self, gint64 *from, gint64 *to)
{
  guint32 today = unk_journal_actions_get_today (self);

  *to = unk_journal_get_day_start (self->journal, today + 1);
  *from = unk_journal_get_day_start (self->journal, today + 1 - unk_span_days (self->span));
}

/**
 * unk_journal_actions_dup_place_id:
 * @spot: a place
 *
 * Returns: (transfer full): the place as the action "journal-place" takes it
 */
char *
unk_journal_actions_dup_place_id (UnkSpotOfPain spot)
{
  if (!spot.area)
    return g_strdup ("");
  return g_strconcat (spot.area->id, ":", unk_side_id (spot.side), NULL);
}
