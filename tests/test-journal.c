/* test-journal.c: the journal: kept, counted by day and place, written and read, damaged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "unk-journal-chart.h"
#include "unk-journal-sheet.h"
#include "unk-journal-text.h"
#include "unk-pick.h"
#include "unk-store-private.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkStore *store;
  UnkJournal *journal;
  char *folder, *path;
} Fixture;

static UnkJournal *
new_journal (UnkAtlas *atlas, const char *zone)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);

  g_assert_nonnull (there);
  return unk_journal_new (atlas, there);
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->folder = g_dir_make_tmp ("unknot-journal-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "unknot.db", NULL);
  f->store = unk_store_open (f->path, NULL);
  g_assert_nonnull (f->store);
  f->journal = new_journal (f->atlas, "Europe/Berlin");
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  unk_store_close (f->store);
  g_assert_finalize_object (f->store);
  g_assert_finalize_object (f->journal);
  unk_atlas_unref (f->atlas);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *full = g_build_filename (f->folder, name, NULL);

      g_remove (full);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static gint64
at (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static guint32
day (int year, int month, int number)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static UnkEntry *
new_entry (gint64 time, int intensity, const char *area, UnkSide side)
{
  UnkEntry *entry = unk_entry_new (time, intensity, UNK_PAIN_BURNING, "said “so”, twice\n");

  g_ptr_array_add (entry->marks, unk_kept_mark_new (UNK_KEPT_AREA, area, side, 0, NULL));
  return entry;
}

static UnkKeptMark *
new_stroke (const char *view, float x, float y, UnkKeptKind kind)
{
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (UnkDot));

  g_array_append_val (dots, ((UnkDot){ x, y }));
  g_array_append_val (dots, ((UnkDot){ x + 1.25f, y + 3.1f }));
  return unk_kept_mark_new (kind, view, UNK_SIDE_RIGHT, 12, dots);
}

static UnkPastSession *
new_session (gint64 ended, const char *muscle)
{
  UnkPastSession *session = unk_past_session_new ("Five minutes, \"quiet\"", ended - 300, ended);

  session->before = 7;
  session->after = 0;
  unk_past_session_add (
    session,
    unk_routine_step_new (muscle, UNK_SIDE_LEFT, "compression", "still-pressure", 0, "", 30, 3),
    TRUE);
  unk_past_session_add (
    session, unk_routine_step_new ("soleus", UNK_SIDE_LEFT, "stretch", "hold", 1, "strap", 20, 2),
    FALSE);
  return session;
}

static void
keep (Fixture *f, UnkEntry *entry, UnkPastSession *session)
{
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();
  g_autoptr (GError) error = NULL;

  if (entry)
    g_ptr_array_add (change->entries_in, entry);
  if (session)
    g_ptr_array_add (change->sessions_in, session);
  g_assert_true (unk_store_change_journal (f->store, change, &error));
  g_assert_no_error (error);
}

static void
load (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = unk_store_load_entries (f->store, &error);
  GPtrArray *sessions = unk_store_load_past_sessions (f->store, &error);

  g_assert_no_error (error);
  unk_journal_set (f->journal, entries, sessions);
}

static const UnkEntry *
get_entry (Fixture *f, guint i)
{
  return g_ptr_array_index (unk_journal_get_entries (f->journal), i);
}

static void
test_comes_back (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkEntry *entry = new_entry (1000000, 7, "front-of-shoulder", UNK_SIDE_LEFT);
  g_autoptr (UnkEntry) copy = NULL;
  const UnkPastSession *session;

  g_ptr_array_add (entry->marks, new_stroke ("front", 250.5f, 330.25f, UNK_KEPT_STROKE));
  g_ptr_array_add (entry->marks, new_stroke ("front", 255, 330, UNK_KEPT_ERASER));
  copy = unk_entry_copy (entry);
  keep (f, entry, new_session (2000000, "infraspinatus"));
  load (f);
  g_assert_cmpuint (unk_journal_get_entries (f->journal)->len, ==, 1);
  g_assert_true (unk_entry_equal (get_entry (f, 0), copy));
  g_assert_cmpint (get_entry (f, 0)->id, !=, 0);
  g_assert_cmpuint (unk_journal_get_sessions (f->journal)->len, ==, 1);
  session = g_ptr_array_index (unk_journal_get_sessions (f->journal), 0);
  g_assert_cmpint (session->began, ==, 1999700);
  g_assert_cmpint (session->before, ==, 7);
  g_assert_cmpint (session->after, ==, 0);
  g_assert_cmpuint (session->steps->len, ==, 2);
  g_assert_true (((UnkPastStep *) g_ptr_array_index (session->steps, 0))->done);
  g_assert_false (((UnkPastStep *) g_ptr_array_index (session->steps, 1))->done);
}

static void
test_takes_steps_back (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();
  g_autoptr (UnkJournalChange) back = NULL;
  g_autoptr (UnkEntry) before = NULL;
  gint64 id, session;
  UnkEntry *edited;

  keep (f, new_entry (1000000, 7, "front-of-shoulder", UNK_SIDE_LEFT),
        new_session (2000000, "infraspinatus"));
  keep (f, new_entry (1000500, 2, "front-of-shoulder", UNK_SIDE_LEFT), NULL);
  load (f);
  before = unk_entry_copy (get_entry (f, 0));
  id = get_entry (f, 1)->id;
  session = ((UnkPastSession *) g_ptr_array_index (unk_journal_get_sessions (f->journal), 0))->id;
  /* One is deleted, one is changed, one is new, and the session goes. */
  g_array_append_val (change->entries_out, id);
  g_array_append_val (change->sessions_out, session);
  edited = unk_entry_copy (before);
  edited->intensity = 1;
  g_ptr_array_add (change->entries_in, edited);
  g_ptr_array_add (change->entries_in, new_entry (5, 5, "nape", UNK_SIDE_RIGHT));
  g_assert_true (unk_store_change_journal (f->store, change, NULL));
  back = unk_journal_make_inverse (f->journal, change);
  load (f);
  g_assert_cmpuint (unk_journal_get_entries (f->journal)->len, ==, 2);
  g_assert_cmpint (get_entry (f, 1)->intensity, ==, 1);
  g_assert_cmpuint (get_entry (f, 1)->marks->len, ==, 1);
  g_assert_cmpuint (unk_journal_get_sessions (f->journal)->len, ==, 0);
  g_assert_true (unk_store_change_journal (f->store, back, NULL));
  load (f);
  g_assert_cmpuint (unk_journal_get_entries (f->journal)->len, ==, 2);
  g_assert_true (unk_entry_equal (get_entry (f, 0), before));
  g_assert_cmpint (get_entry (f, 0)->id, ==, before->id);
  g_assert_cmpint (get_entry (f, 1)->id, ==, id);
  g_assert_cmpuint (get_entry (f, 1)->marks->len, ==, 1);
  g_assert_nonnull (unk_journal_find_session (f->journal, session));
}

static void
test_a_step_is_whole_or_not_at_all (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();
  g_autoptr (GError) error = NULL;
  UnkEntry *bad = new_entry (20, 3, "nape", UNK_SIDE_RIGHT);

  bad->intensity = 11;
  g_ptr_array_add (change->entries_in, new_entry (10, 3, "nape", UNK_SIDE_RIGHT));
  g_ptr_array_add (change->entries_in, bad);
  g_assert_false (unk_store_change_journal (f->store, change, &error));
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
  load (f);
  g_assert_cmpuint (unk_journal_get_entries (f->journal)->len, ==, 0);
}

static void
run (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (unk_store_run (f->store, sql, &error));
  g_assert_no_error (error);
}

static void
test_damaged_rows_are_passed_over (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  keep (f, new_entry (1000000, 7, "front-of-shoulder", UNK_SIDE_LEFT), NULL);
  run (f, "INSERT INTO entry VALUES (50, -5, 3, 'ache', ''), (51, 9e15, 3, 'ache', ''),"
          " (52, 2000, 3, 'itch', 'odd kind')");
  run (f, "INSERT INTO entry_mark VALUES (52, 0, 'stroke', 'front', 'right', 12, x'010203'),"
          " (52, 1, 'stroke', 'front', 'right', -3, x'0000803f0000803f'),"
          " (52, 2, 'stroke', 'front', 'right', 12, x'0000c07f0000803f'),"
          " (52, 3, 'stroke', 'front', 'right', 12, NULL),"
          " (52, 4, 'area', 'a-place-of-tomorrow', 'right', NULL, NULL),"
          " (52, 5, 'stroke', 'front', 'right', 12, x'0000803f0000803f')");
  run (f, "INSERT INTO session VALUES (7, 0, 'backwards', 500, 400, 0, 0, NULL, NULL, ''),"
          " (8, 0, 'open', 500, NULL, 0, 0, NULL, NULL, ''),"
          " (9, 0, 'well', 500, 600, 0, 0, NULL, 4, '')");
  load (f);
  g_assert_cmpuint (unk_journal_get_entries (f->journal)->len, ==, 2);
  g_assert_cmpstr (get_entry (f, 0)->note, ==, "odd kind");
  g_assert_cmpint (get_entry (f, 0)->kind, ==, UNK_PAIN_ACHE);
  g_assert_cmpuint (get_entry (f, 0)->marks->len, ==, 2);
  g_assert_cmpuint (unk_journal_get_sessions (f->journal)->len, ==, 1);
  g_assert_cmpint (
    ((UnkPastSession *) g_ptr_array_index (unk_journal_get_sessions (f->journal), 0))->before, ==,
    -1);
}

static void
test_days_are_those_of_the_clock (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkJournal) far = new_journal (f->atlas, "Pacific/Auckland");
  g_autoptr (UnkJournal) gap = new_journal (f->atlas, "America/Sao_Paulo");

  /* On 29 March 2026 Berlin's clocks go from 2 to 3, on 25 October from 3 to 2. */
  g_assert_cmpuint (unk_journal_get_day (f->journal, at ("2026-03-28T22:59:59Z")), ==,
                    day (2026, 3, 28));
  g_assert_cmpuint (unk_journal_get_day (f->journal, at ("2026-03-28T23:00:00Z")), ==,
                    day (2026, 3, 29));
  g_assert_cmpuint (unk_journal_get_day (f->journal, at ("2026-03-29T21:59:59Z")), ==,
                    day (2026, 3, 29));
  g_assert_cmpuint (unk_journal_get_day (f->journal, at ("2026-03-29T22:00:00Z")), ==,
                    day (2026, 3, 30));
  g_assert_cmpint (unk_journal_get_day_start (f->journal, day (2026, 3, 30)) -
                     unk_journal_get_day_start (f->journal, day (2026, 3, 29)),
                   ==, 23 * 3600);
  g_assert_cmpint (unk_journal_get_day_start (f->journal, day (2026, 10, 26)) -
                     unk_journal_get_day_start (f->journal, day (2026, 10, 25)),
                   ==, 25 * 3600);
  /* The same moment is another day elsewhere. */
  g_assert_cmpuint (unk_journal_get_day (far, at ("2026-12-31T12:00:00Z")), ==, day (2027, 1, 1));
  g_assert_cmpuint (unk_journal_get_day (f->journal, at ("2026-12-31T12:00:00Z")), ==,
                    day (2026, 12, 31));
  /* On 4 November 2018 there was no midnight in São Paulo. */
  g_assert_cmpuint (unk_journal_get_day (gap, unk_journal_get_day_start (gap, day (2018, 11, 4))),
                    ==, day (2018, 11, 4));
}

static void
test_a_day_is_summed (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkJournalDay sum;

  keep (f, new_entry (at ("2026-11-12T08:00:00+01:00"), 3, "nape", UNK_SIDE_RIGHT), NULL);
  keep (f, new_entry (at ("2026-11-12T23:59:00+01:00"), 6, "nape", UNK_SIDE_RIGHT),
        new_session (at ("2026-11-12T20:00:00+01:00"), "infraspinatus"));
  keep (f, new_entry (at ("2026-11-13T00:00:00+01:00"), 9, "nape", UNK_SIDE_RIGHT), NULL);
  load (f);
  sum = unk_journal_sum_day (f->journal, day (2026, 11, 12));
  g_assert_cmpint (sum.highest, ==, 6);
  g_assert_cmpuint (sum.entries, ==, 2);
  g_assert_cmpuint (sum.sessions, ==, 1);
  sum = unk_journal_sum_day (f->journal, day (2026, 11, 14));
  g_assert_cmpint (sum.highest, ==, -1);
}

/* A spot in the middle of an area, in millimeters of the view. */
static UnkKeptMark *
stroke_in (Fixture *f, const char *area, UnkSide side)
{
  const UnkView *view = unk_atlas_find_view (f->atlas, "front", NULL);

  for (guint i = 0; i < view->n_regions; i++)
    if (g_str_equal (view->regions[i].area->id, area))
      {
        UnkBox box = unk_path_box (view->regions[i].path);
        double x = (box.x + box.width / 2.0) / 100, y = (box.y + box.height / 2.0) / 100;
        GArray *dots = g_array_new (FALSE, FALSE, sizeof (UnkDot));
        UnkDot dot;

        x = unk_pick_to_side (view, side, x);
        dot = (UnkDot){ (float) x, (float) y };
        g_array_append_val (dots, dot);
        return unk_kept_mark_new (UNK_KEPT_STROKE, "front", side, 4, dots);
      }
  g_assert_not_reached ();
}

static void
test_a_place_has_a_course (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const UnkArea *area = unk_atlas_find_area (f->atlas, "front-of-shoulder", NULL);
  UnkSpotOfPain left = { area, UNK_SIDE_LEFT }, right = { area, UNK_SIDE_RIGHT };
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) course = NULL;
  g_autoptr (GArray) other = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GArray) weeks = NULL;
  UnkEntry *painted = unk_entry_new (3000, 8, UNK_PAIN_ACHE, "");

  g_ptr_array_add (painted->marks, stroke_in (f, "front-of-shoulder", UNK_SIDE_LEFT));
  keep (f, painted, NULL);
  keep (f, new_entry (1000, 4, "front-of-shoulder", UNK_SIDE_LEFT), NULL);
  keep (f, new_entry (2000, 5, "front-of-shoulder", UNK_SIDE_RIGHT), NULL);
  keep (f, new_entry (100000, 6, "front-of-shoulder", UNK_SIDE_LEFT), NULL);
  load (f);
  course = unk_journal_list_readings (f->journal, left, 0, 50000);
  g_assert_cmpuint (course->len, ==, 2);
  g_assert_cmpint (g_array_index (course, UnkReading, 0).intensity, ==, 4);
  g_assert_cmpint (g_array_index (course, UnkReading, 1).intensity, ==, 8);
  other = unk_journal_list_readings (f->journal, right, 0, 50000);
  g_assert_cmpuint (other->len, ==, 1);
  days = unk_journal_list_days (f->journal, left, 0, 200000);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpint (g_array_index (days, UnkReading, 0).intensity, ==, 8);
  places = unk_journal_list_places (f->journal);
  g_assert_cmpuint (g_array_index (places, UnkJournalPlace, 0).entries, ==, 3);
  g_assert_true (unk_spot_of_pain_equal (g_array_index (places, UnkJournalPlace, 0).spot, left));
  weeks = unk_journal_sum_weeks (f->journal, left, day (1970, 1, 1), 2);
  g_assert_cmpuint (g_array_index (weeks, UnkJournalWeek, 0).entries, ==, 3);
  g_assert_cmpfloat_with_epsilon (g_array_index (weeks, UnkJournalWeek, 0).mean, 6, 1e-9);
  g_assert_cmpint (g_array_index (weeks, UnkJournalWeek, 1).highest, ==, -1);
}

static void
test_what_is_known_of_marks_is_taken_over (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkEntry *moved;
  GArray *before;

  keep (f, new_entry (1000, 4, "front-of-shoulder", UNK_SIDE_LEFT), NULL);
  load (f);
  before = unk_journal_get_spots (f->journal, 0);
  load (f);
  g_assert_true (unk_journal_get_spots (f->journal, 0) == before);
  moved = new_entry (1000, 4, "front-of-shoulder", UNK_SIDE_RIGHT);
  moved->id = get_entry (f, 0)->id;
  keep (f, moved, NULL);
  load (f);
  g_assert_cmpint (g_array_index (unk_journal_get_spots (f->journal, 0), UnkSpotOfPain, 0).side, ==,
                   UNK_SIDE_RIGHT);
}

static void
test_muscles_know_when_last (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) list = NULL;

  keep (f, NULL, new_session (2000, "infraspinatus"));
  keep (f, NULL, new_session (9000, "infraspinatus"));
  keep (f, NULL, new_session (5000, "trapezius-upper"));
  load (f);
  list = unk_journal_list_last_done (f->journal);
  /* What was left out doesn't count. */
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (g_array_index (list, UnkLastDone, 0).muscle, ==, "infraspinatus");
  g_assert_cmpint (g_array_index (list, UnkLastDone, 0).last, ==, 9000);
  g_assert_cmpuint (g_array_index (list, UnkLastDone, 0).times, ==, 2);
}

static void
test_json_goes_round (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkEntry *entry =
    new_entry (at ("2026-10-25T01:30:00Z"), 10, "a-place-of-tomorrow", UNK_SIDE_LEFT);
  g_autofree char *text = NULL;
  g_autoptr (UnkJournalParts) parts = NULL;
  g_autoptr (UnkJournalChange) none = NULL;
  g_autoptr (UnkJournalChange) all = NULL;
  g_autoptr (UnkJournal) empty = new_journal (f->atlas, "Asia/Kolkata");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (entry->marks, new_stroke ("front", 1.0f / 3, 1669.9999f, UNK_KEPT_STROKE));
  keep (f, entry, new_session (at ("2026-11-12T20:00:00+01:00"), "infraspinatus"));
  load (f);
  text = unk_journal_to_json (f->journal);
  /* In the hour that comes twice the distance from UTC tells which it is. */
  g_assert_nonnull (strstr (text, "\"2026-10-25T02:30:00+01:00\""));
  parts = unk_journal_read (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_true (unk_entry_equal (g_ptr_array_index (parts->entries, 0), get_entry (f, 0)));
  none = unk_journal_make_merge (f->journal, parts->entries, parts->sessions);
  g_assert_true (unk_journal_change_is_empty (none));
  all = unk_journal_make_merge (empty, parts->entries, parts->sessions);
  g_assert_cmpuint (all->entries_in->len, ==, 1);
  g_assert_cmpuint (all->sessions_in->len, ==, 1);
}

static void
test_csv_is_quoted (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  keep (f, new_entry (at ("2026-11-12T18:30:00+01:00"), 6, "front-of-shoulder", UNK_SIDE_LEFT),
        new_session (at ("2026-11-12T20:00:00+01:00"), "infraspinatus"));
  load (f);
  text = unk_journal_to_csv (f->journal);
  g_assert_cmpstr (text, ==,
                   "what,time,end,place,side,kind,intensity,before,after,name,muscles,note\r\n"
                   "pain,2026-11-12T18:30:00+01:00,,Front of the shoulder,left,burning,6,,,,,"
                   "\"said “so”, twice\n\"\r\n"
                   "session,2026-11-12T19:55:00+01:00,2026-11-12T20:00:00+01:00,,,,,7,0,"
                   "\"Five minutes, \"\"quiet\"\"\",\"Infraspinatus, left\",\r\n");
}

/* Ten thousand entries: read, found by place, summed and written within a few seconds, also under
 * the sanitizers. */
static void
test_many_entries_are_no_trouble (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();
  g_autoptr (GArray) places = NULL;
  g_autoptr (UnkJournalParts) parts = NULL;
  g_autofree char *text = NULL;
  gint64 begin = g_get_monotonic_time (), kept, loaded, placed, written;

  for (int i = 0; i < 10000; i++)
    {
      UnkEntry *entry = unk_entry_new (1500000000 + i * 20000, i % 11, UNK_PAIN_ACHE, "again");

      g_ptr_array_add (entry->marks, new_stroke ("back", 300.0f + (float) (i % 100),
                                                 330.0f + (float) (i % 77), UNK_KEPT_STROKE));
      g_ptr_array_add (change->entries_in, entry);
    }
  g_assert_true (unk_store_change_journal (f->store, change, NULL));
  kept = g_get_monotonic_time ();
  load (f);
  loaded = g_get_monotonic_time ();
  places = unk_journal_list_places (f->journal);
  g_assert_cmpuint (places->len, >, 1);
  placed = g_get_monotonic_time ();
  text = unk_journal_to_json (f->journal);
  parts = unk_journal_read (text, strlen (text), NULL);
  g_assert_nonnull (parts);
  g_assert_cmpuint (parts->entries->len, ==, 10000);
  written = g_get_monotonic_time ();
  g_test_message ("kept in %d ms, loaded in %d, places found in %d, written and read in %d",
                  (int) ((kept - begin) / 1000), (int) ((loaded - kept) / 1000),
                  (int) ((placed - loaded) / 1000), (int) ((written - placed) / 1000));
  g_assert_cmpint (written - begin, <, 20 * G_USEC_PER_SEC);
}

static void
test_the_chart_finds_its_dots (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const UnkReading readings[] = { { 1000, 2 }, { 50000, 8 }, { 90000, 10 } };
  UnkJournalChart chart = { readings, G_N_ELEMENTS (readings),           NULL, 0,     0,
                            100000,   unk_journal_get_zone (f->journal), -1,   FALSE, 14 };

  for (int mirror = 0; mirror < 2; mirror++)
    {
      double last = mirror ? 1e9 : -1;

      chart.mirror = mirror;
      for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
        {
          double x, y;

          unk_journal_chart_place (&chart, 400, 200, readings[i].at, readings[i].intensity, &x, &y);
          g_assert_cmpint (unk_journal_chart_find (&chart, 400, 200, x + 3, y - 3), ==, (int) i);
          g_assert_true (mirror ? x < last : x > last);
          last = x;
        }
      g_assert_cmpint (unk_journal_chart_find (&chart, 400, 200, 200, 199), ==, -1);
    }
}

static void
test_sheets_are_written (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkJournalSheet sheet = { .journal = f->journal, .from = 0, .to = 30 * 86400 };
  g_autofree char *pdf = g_build_filename (f->folder, "journal.pdf", NULL);
  g_autofree char *png = g_build_filename (f->folder, "journal.png", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  for (int i = 0; i < 60; i++)
    keep (f, new_entry (i * 40000, i % 11, "front-of-shoulder", UNK_SIDE_LEFT), NULL);
  keep (f, NULL, new_session (86400, "infraspinatus"));
  load (f);
  g_assert_true (unk_journal_sheet_write (&sheet, unk_paper_find ("letter"), pdf, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &text, &length, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  g_assert_false (unk_journal_sheet_write (&sheet, unk_paper_find ("a4"), png, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (png, G_FILE_TEST_EXISTS));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal/what-is-kept-comes-back", test_comes_back);
  ADD ("/journal/each-step-can-be-taken-back", test_takes_steps_back);
  ADD ("/journal/a-step-is-whole-or-not-at-all", test_a_step_is_whole_or_not_at_all);
  ADD ("/journal/damaged-rows-are-passed-over", test_damaged_rows_are_passed_over);
  ADD ("/journal/days-are-those-of-the-clock", test_days_are_those_of_the_clock);
  ADD ("/journal/a-day-is-summed", test_a_day_is_summed);
  ADD ("/journal/a-place-has-a-course", test_a_place_has_a_course);
  ADD ("/journal/what-is-known-of-marks-is-taken-over", test_what_is_known_of_marks_is_taken_over);
  ADD ("/journal/muscles-know-when-last", test_muscles_know_when_last);
  ADD ("/journal/json-goes-round", test_json_goes_round);
  ADD ("/journal/csv-is-quoted", test_csv_is_quoted);
  ADD ("/journal/many-entries-are-no-trouble", test_many_entries_are_no_trouble);
  ADD ("/journal/the-chart-finds-its-dots", test_the_chart_finds_its_dots);
  ADD ("/journal/sheets-are-written", test_sheets_are_written);
  return g_test_run ();
}
