/* unk-journal.c: how pain went over time, and what was done for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _UnkJournal
{
  GObject parent_instance;

  UnkAtlas *atlas;
  GTimeZone *zone;
  GPtrArray *entries;  /* UnkEntry, by time */
  GPtrArray *sessions; /* UnkPastSession, by their end */
  GArray *days;        /* guint32, one for each entry */
  GArray *done_on;     /* guint32, one for each session */
  GPtrArray *spots; /* GArray of UnkSpotOfPain, one for each entry; %NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (UnkJournal, unk_journal, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_spots (gpointer data)
{
  if (data)
    g_array_unref (data);
}

static void
unk_journal_finalize (GObject *object)
{
  UnkJournal *self = UNK_JOURNAL (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->spots);
  g_array_unref (self->days);
  g_array_unref (self->done_on);
  g_time_zone_unref (self->zone);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_journal_parent_class)->finalize (object);
}

static void
unk_journal_class_init (UnkJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_journal_finalize;

  /**
   * UnkJournal::changed:
   * Anything of the journal is another now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_journal_init (UnkJournal *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_entry_free);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_past_session_free);
  self->spots = g_ptr_array_new_with_free_func (clear_spots);
  self->days = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->done_on = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * unk_journal_new:
 * @atlas: the atlas
 * @zone: whose days are counted
 *
 * Returns: (transfer full): an empty journal
 */
UnkJournal *
unk_journal_new (UnkAtlas *atlas, GTimeZone *zone)
{
  UnkJournal *self = g_object_new (UNK_TYPE_JOURNAL, NULL);

  self->atlas = unk_atlas_ref (atlas);
  self->zone = g_time_zone_ref (zone);
  return self;
}

/**
 * unk_journal_get_atlas:
 * @self: a journal
 *
 * Returns: the atlas
 */
UnkAtlas *
unk_journal_get_atlas (UnkJournal *self)
{
  return self->atlas;
}

/**
 * unk_journal_get_zone:
 * @self: a journal
 *
 * Returns: whose days are counted
 */
GTimeZone *
unk_journal_get_zone (UnkJournal *self)
{
  return self->zone;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const UnkEntry *p = *(const UnkEntry *const *) a, *q = *(const UnkEntry *const *) b;

  return p->at != q->at ? (p->at < q->at ? -1 : 1) : (p->id > q->id) - (p->id < q->id);
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const UnkPastSession *p = *(const UnkPastSession *const *) a;
  const UnkPastSession *q = *(const UnkPastSession *const *) b;

  return p->ended != q->ended ? (p->ended < q->ended ? -1 : 1) : (p->id > q->id) - (p->id < q->id);
}

/* Finding the places is what takes long: what is known of an entry that stays is taken over. */
static GPtrArray *
take_over_spots (UnkJournal *self, GPtrArray *entries)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *spots = g_ptr_array_new_with_free_func (clear_spots);

  for (guint i = 0; i < self->entries->len; i++)
    if (self->spots->pdata[i])
      g_hash_table_insert (known, &((UnkEntry *) g_ptr_array_index (self->entries, i))->id,
                           GUINT_TO_POINTER (i + 1));
  g_ptr_array_set_size (spots, (int) entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const UnkEntry *entry = g_ptr_array_index (entries, i);
      guint old = GPOINTER_TO_UINT (g_hash_table_lookup (known, &entry->id));

      if (old && unk_entry_has_same_marks (g_ptr_array_index (self->entries, old - 1), entry))
        spots->pdata[i] = g_array_ref (self->spots->pdata[old - 1]);
    }
  return spots;
}

/**
 * unk_journal_set:
 * @self: a journal
 * @entries: (transfer full) (element-type UnkEntry): its entries, in any order
 * @sessions: (transfer full) (element-type UnkPastSession): its sessions, in any order
 */
void
unk_journal_set (UnkJournal *self, GPtrArray *entries, GPtrArray *sessions)
{
  GPtrArray *spots;

  g_ptr_array_sort (entries, compare_entries);
  g_ptr_array_sort (sessions, compare_sessions);
  spots = take_over_spots (self, entries);
  g_ptr_array_unref (self->spots);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->sessions);
  self->spots = spots;
  self->entries = entries;
  self->sessions = sessions;
  g_array_set_size (self->days, 0);
  g_array_set_size (self->done_on, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      guint32 day = unk_journal_get_day (self, ((UnkEntry *) g_ptr_array_index (entries, i))->at);

      g_array_append_val (self->days, day);
    }
  for (guint i = 0; i < sessions->len; i++)
    {
      guint32 day =
        unk_journal_get_day (self, ((UnkPastSession *) g_ptr_array_index (sessions, i))->ended);

      g_array_append_val (self->done_on, day);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * unk_journal_get_entries:
 * @self: a journal
 *
 * Returns: (element-type UnkEntry): all entries, the oldest first
 */
GPtrArray *
unk_journal_get_entries (UnkJournal *self)
{
  return self->entries;
}

/**
 * unk_journal_get_sessions:
 * @self: a journal
 *
 * Returns: (element-type UnkPastSession): all sessions that are over, the oldest first
 */
GPtrArray *
unk_journal_get_sessions (UnkJournal *self)
{
  return self->sessions;
}

/**
 * unk_journal_find_entry:
 * @self: a journal
 * @id: an entry's
 *
 * Returns: (nullable): the entry
 */
const UnkEntry *
unk_journal_find_entry (UnkJournal *self, gint64 id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((UnkEntry *) g_ptr_array_index (self->entries, i))->id == id)
      return g_ptr_array_index (self->entries, i);
  return NULL;
}

/**
 * unk_journal_find_session:
 * @self: a journal
 * @id: a session's
 *
 * Returns: (nullable): the session
 */
const UnkPastSession *
unk_journal_find_session (UnkJournal *self, gint64 id)
{
  for (guint i = 0; i < self->sessions->len; i++)
    if (((UnkPastSession *) g_ptr_array_index (self->sessions, i))->id == id)
      return g_ptr_array_index (self->sessions, i);
  return NULL;
}

/**
 * unk_journal_get_spots:
 * @self: a journal
 * @entry: the number of an entry in unk_journal_get_entries()
 *
 * Returns: (element-type UnkSpotOfPain): the places that it belongs to
 */
GArray *
unk_journal_get_spots (UnkJournal *self, guint entry)
{
  if (!self->spots->pdata[entry])
    self->spots->pdata[entry] =
      unk_entry_find_spots (g_ptr_array_index (self->entries, entry), self->atlas);
  return self->spots->pdata[entry];
}

/**
 * unk_journal_describe_entry:
 * @self: a journal
 * @entry: one of its entries
 *
 * Returns: (transfer full): where it hurt, in the user's language
 */
char *
unk_journal_describe_entry (UnkJournal *self, const UnkEntry *entry)
{
  g_autoptr (GArray) spots = unk_entry_find_spots (entry, self->atlas);

  if (spots->len)
    return unk_spot_of_pain_describe (g_array_index (spots, UnkSpotOfPain, 0));
  return entry->marks->len ? g_strdup (_ ("A place that this version doesn’t know"))
                           : g_strdup (_ ("No place marked"));
}

/**
 * unk_journal_get_day:
 * @self: a journal
 * @at: a time, in seconds since 1970
 *
 * Returns: its day in the journal's time zone, as #GDate counts
 */
guint32
unk_journal_get_day (UnkJournal *self, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, self->zone) : NULL;
  GDate date;
  int year, month, day;

  g_return_val_if_fail (local != NULL, 1);
  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * unk_journal_get_day_start:
 * @self: a journal
 * @day: a day
 *
 * Returns: when it begins; where a clock is set forward at midnight, that is later than midnight
 */
gint64
unk_journal_get_day_start (UnkJournal *self, guint32 day)
{
  GDate date;
  g_autoptr (GDateTime) begin = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  begin = g_date_time_new (self->zone, g_date_get_year (&date), (int) g_date_get_month (&date),
                           g_date_get_day (&date), 0, 0, 0);
  return begin ? g_date_time_to_unix (begin) : 0;
}

/**
 * unk_journal_sum_day:
 * @self: a journal
 * @day: a day
 *
 * Returns: how it was, and what was done
 */
UnkJournalDay
unk_journal_sum_day (UnkJournal *self, guint32 day)
{
  UnkJournalDay sum = { -1, 0, 0 };

  for (guint i = 0; i < self->days->len; i++)
    if (g_array_index (self->days, guint32, i) == day)
      {
        const UnkEntry *entry = g_ptr_array_index (self->entries, i);

        sum.highest = MAX (sum.highest, entry->intensity);
        sum.entries++;
      }
  for (guint i = 0; i < self->done_on->len; i++)
    sum.sessions += g_array_index (self->done_on, guint32, i) == day;
  return sum;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const UnkJournalPlace *p = a, *q = b;

  if (p->entries != q->entries)
    return p->entries < q->entries ? 1 : -1;
  return p->spot.area != q->spot.area ? strcmp (p->spot.area->id, q->spot.area->id)
                                      : (int) p->spot.side - (int) q->spot.side;
}

static void
count_place (GArray *places, UnkSpotOfPain spot, gint64 at)
{
  UnkJournalPlace place = { spot, 1, at };

  for (guint i = 0; i < places->len; i++)
    {
      UnkJournalPlace *there = &g_array_index (places, UnkJournalPlace, i);

      if (unk_spot_of_pain_equal (there->spot, spot))
        {
          there->entries++;
          there->last = MAX (there->last, at);
          return;
        }
    }
  g_array_append_val (places, place);
}

/**
 * unk_journal_list_places:
 * @self: a journal
 *
 * Returns: (transfer full) (element-type UnkJournalPlace): the places that hurt, the most frequent
 *   first
 */
GArray *
unk_journal_list_places (UnkJournal *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (UnkJournalPlace));

  for (guint i = 0; i < self->entries->len; i++)
    {
      GArray *spots = unk_journal_get_spots (self, i);

      for (guint k = 0; k < spots->len; k++)
        count_place (places, g_array_index (spots, UnkSpotOfPain, k),
                     ((UnkEntry *) g_ptr_array_index (self->entries, i))->at);
    }
  g_array_sort (places, compare_places);
  return places;
}

static gboolean
belongs (UnkJournal *self, guint entry, UnkSpotOfPain spot)
{
  GArray *spots;

  if (!spot.area)
    return TRUE;
  spots = unk_journal_get_spots (self, entry);
  for (guint i = 0; i < spots->len; i++)
    if (unk_spot_of_pain_equal (g_array_index (spots, UnkSpotOfPain, i), spot))
      return TRUE;
  return FALSE;
}

/**
 * unk_journal_list_readings:
 * @self: a journal
 * @spot: a place
 * @from: a time
 * @to: a later time
 *
 * Returns: (transfer full) (element-type UnkReading): its ratings from @from until before @to
 */
GArray *
unk_journal_list_readings (UnkJournal *self, UnkSpotOfPain spot, gint64 from, gint64 to)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (UnkReading));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const UnkEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->at >= from && entry->at < to && belongs (self, i, spot))
        g_array_append_val (readings, ((UnkReading){ entry->at, entry->intensity }));
    }
  return readings;
}

/**
 * unk_journal_list_days:
 * @self: a journal
 * @spot: a place
 * @from: a time
 * @to: a later time
 *
 * Returns: (transfer full) (element-type UnkReading): the highest rating of each day that has any
 */
GArray *
unk_journal_list_days (UnkJournal *self, UnkSpotOfPain spot, gint64 from, gint64 to)
{
  g_autoptr (GArray) all = unk_journal_list_readings (self, spot, from, to);
  GArray *highest = g_array_new (FALSE, FALSE, sizeof (UnkReading));
  guint32 last = 0;

  for (guint i = 0; i < all->len; i++)
    {
      UnkReading reading = g_array_index (all, UnkReading, i);
      guint32 day = unk_journal_get_day (self, reading.at);

      if (!highest->len || day != last)
        g_array_append_val (highest, reading);
      else if (reading.intensity > g_array_index (highest, UnkReading, highest->len - 1).intensity)
        g_array_index (highest, UnkReading, highest->len - 1) = reading;
      last = day;
    }
  return highest;
}

/**
 * unk_journal_sum_weeks:
 * @self: a journal
 * @spot: a place
 * @day: the first day of the first week
 * @n: how many weeks
 *
 * Returns: (transfer full) (element-type UnkJournalWeek): @n weeks; sessions are those of any place
 */
GArray *
unk_journal_sum_weeks (UnkJournal *self, UnkSpotOfPain spot, guint32 day, guint n)
{
  GArray *weeks = g_array_new (FALSE, TRUE, sizeof (UnkJournalWeek));

  for (guint w = 0; w < n; w++)
    {
      UnkJournalWeek week = { day + 7 * w, 0, 0, -1, 0 };

      for (guint i = 0; i < self->days->len; i++)
        if (g_array_index (self->days, guint32, i) - week.day < 7 && belongs (self, i, spot))
          {
            const UnkEntry *entry = g_ptr_array_index (self->entries, i);

            week.entries++;
            week.highest = MAX (week.highest, entry->intensity);
            week.mean += entry->intensity;
          }
      for (guint i = 0; i < self->done_on->len; i++)
        week.sessions += g_array_index (self->done_on, guint32, i) - week.day < 7;
      if (week.entries)
        week.mean /= week.entries;
      g_array_append_val (weeks, week);
    }
  return weeks;
}

static int
compare_last (gconstpointer a, gconstpointer b)
{
  const UnkLastDone *p = a, *q = b;

  if (p->last != q->last)
    return p->last < q->last ? 1 : -1;
  return g_strcmp0 (p->muscle, q->muscle) ? g_strcmp0 (p->muscle, q->muscle)
                                          : (int) p->side - (int) q->side;
}

static void
count_done (GArray *list, const UnkRoutineStep *step, gint64 at)
{
  for (guint i = 0; i < list->len; i++)
    {
      UnkLastDone *there = &g_array_index (list, UnkLastDone, i);

      if (there->side != step->side || !g_str_equal (there->muscle, step->muscle))
        continue;
      /* Several steps of one session are one time. */
      there->times += there->last != at;
      there->last = at;
      return;
    }
  g_array_append_val (list, ((UnkLastDone){ step->muscle, step->side, at, 1 }));
}

/**
 * unk_journal_list_last_done:
 * @self: a journal
 *
 * Returns: (transfer full) (element-type UnkLastDone): each muscle that was ever cared for, the one
 *   of the latest session first; the ids belong to the journal
 */
GArray *
unk_journal_list_last_done (UnkJournal *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (UnkLastDone));

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const UnkPastSession *session = g_ptr_array_index (self->sessions, i);

      for (guint k = 0; k < session->steps->len; k++)
        {
          const UnkPastStep *step = g_ptr_array_index (session->steps, k);

          if (step->done)
            count_done (list, step->step, session->ended);
        }
    }
  g_array_sort (list, compare_last);
  return list;
}
