/* unk-journal.h: how pain went over time, and what was done for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-journal-change.h"

G_BEGIN_DECLS

/**
 * UnkJournal:
 * All entries and all sessions that are over, in the order of their times; days are those of one
 * time zone, and are counted as #GDate counts them (Julian days). "changed" is emitted when
 * anything of it is another.
 *
 * An entry belongs to the places that unk_entry_find_spots() finds.
 */
#define UNK_TYPE_JOURNAL (unk_journal_get_type ())
G_DECLARE_FINAL_TYPE (UnkJournal, unk_journal, UNK, JOURNAL, GObject)

typedef struct
{
  int highest; /* of the entries; -1 where there is none */
  guint entries, sessions;
} UnkJournalDay;

/* A place of which there are entries. */
typedef struct
{
  UnkSpotOfPain spot;
  guint entries;
  gint64 last;
} UnkJournalPlace;

/* One rating of a place. */
typedef struct
{
  gint64 at;
  int intensity;
} UnkReading;

/* When a muscle was cared for last, and how often in all. */
typedef struct
{
  const char *muscle; /* id */
  UnkSide side;
  gint64 last;
  guint times;
} UnkLastDone;

/* A week, from its first day on. */
typedef struct
{
  guint32 day;
  guint entries, sessions;
  int highest; /* -1 where there is no entry */
  double mean;
} UnkJournalWeek;

UnkJournal *unk_journal_new (UnkAtlas *atlas, GTimeZone *zone);
UnkAtlas *unk_journal_get_atlas (UnkJournal *self);
GTimeZone *unk_journal_get_zone (UnkJournal *self);
void unk_journal_set (UnkJournal *self, GPtrArray *entries, GPtrArray *sessions);

GPtrArray *unk_journal_get_entries (UnkJournal *self);
GPtrArray *unk_journal_get_sessions (UnkJournal *self);
const UnkEntry *unk_journal_find_entry (UnkJournal *self, gint64 id);
const UnkPastSession *unk_journal_find_session (UnkJournal *self, gint64 id);
GArray *unk_journal_get_spots (UnkJournal *self, guint entry);
char *unk_journal_describe_entry (UnkJournal *self, const UnkEntry *entry);
UnkJournalChange *unk_journal_make_merge (UnkJournal *self, GPtrArray *entries,
                                          GPtrArray *sessions);
UnkJournalChange *unk_journal_make_inverse (UnkJournal *self, const UnkJournalChange *change);

/* Days. */
guint32 unk_journal_get_day (UnkJournal *self, gint64 at);
gint64 unk_journal_get_day_start (UnkJournal *self, guint32 day);
UnkJournalDay unk_journal_sum_day (UnkJournal *self, guint32 day);

/* Places. */
GArray *unk_journal_list_places (UnkJournal *self);
GArray *unk_journal_list_readings (UnkJournal *self, UnkSpotOfPain spot, gint64 from, gint64 to);
GArray *unk_journal_list_days (UnkJournal *self, UnkSpotOfPain spot, gint64 from, gint64 to);
GArray *unk_journal_sum_weeks (UnkJournal *self, UnkSpotOfPain spot, guint32 day, guint n);

/* Muscles. */
GArray *unk_journal_list_last_done (UnkJournal *self);

G_END_DECLS
