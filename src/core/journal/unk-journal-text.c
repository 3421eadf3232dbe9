/* unk-journal-text.c: the journal as text: CSV for a table, JSON for keeping
 *
 * CSV is that of RFC 4180, in UTF-8, one row an entry or a session; its first row names the
 * columns. JSON holds all that is kept, and unk-journal-read.c reads it back. Times are local, with
 * their distance from UTC, as ISO 8601 writes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-text.h"

#include <string.h>

#include "unk-json.h"

static char *
write_time (UnkJournal *journal, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, unk_journal_get_zone (journal));

  return g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z");
}

static void
put_field (GString *csv, const char *value)
{
  gboolean quoted = strpbrk (value, ",\"\r\n") != NULL;

  if (csv->len && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
  if (quoted)
    g_string_append_c (csv, '"');
  for (const char *p = value; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
}

static void
put_row (GString *csv, const char *const *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!i)
      /* An empty first field would be taken for none. */
      g_string_append (csv, fields[0]);
    else
      put_field (csv, fields[i]);
  g_string_append (csv, "\r\n");
}

static char *
write_rating (int rating)
{
  return rating < 0 ? g_strdup ("") : g_strdup_printf ("%d", rating);
}

static void
put_entry (UnkJournal *journal, GString *csv, guint i)
{
  const UnkEntry *entry = g_ptr_array_index (unk_journal_get_entries (journal), i);
  GArray *spots = unk_journal_get_spots (journal, i);
  const UnkSpotOfPain *spot = spots->len ? &g_array_index (spots, UnkSpotOfPain, 0) : NULL;
  g_autofree char *at = write_time (journal, entry->at),
                  *intensity = write_rating (entry->intensity);
  const char *row[] = { "pain",
                        at,
                        "",
                        spot ? unk_text (spot->area->name) : "",
                        spot && spot->area->paired ? unk_side_id (spot->side) : "",
                        unk_pain_kind_id (entry->kind),
                        intensity,
                        "",
                        "",
                        "",
                        "",
                        entry->note };

  put_row (csv, row, G_N_ELEMENTS (row));
}

static void
put_session (UnkJournal *journal, GString *csv, const UnkPastSession *session)
{
  g_autofree char *began = write_time (journal, session->began),
                  *ended = write_time (journal, session->ended),
                  *before = write_rating (session->before), *after = write_rating (session->after);
  g_autofree char *muscles =
    unk_past_session_list_muscles (session, unk_journal_get_atlas (journal));
  const char *row[] = { "session", began, ended,         "",      "",           "", "",
                        before,    after, session->name, muscles, session->note };

  put_row (csv, row, G_N_ELEMENTS (row));
}

/**
 * unk_journal_to_csv:
 * @journal: a journal
 *
 * Returns: (transfer full): a table of it, by time
 */
char *
unk_journal_to_csv (UnkJournal *journal)
{
  static const char *const head[] = { "what",      "time",   "end",   "place", "side",    "kind",
                                      "intensity", "before", "after", "name",  "muscles", "note" };
  GString *csv = g_string_new (NULL);
  GPtrArray *entries = unk_journal_get_entries (journal);
  GPtrArray *sessions = unk_journal_get_sessions (journal);
  guint s = 0;

  put_row (csv, head, G_N_ELEMENTS (head));
  for (guint i = 0; i < entries->len; i++)
    {
      const UnkEntry *entry = g_ptr_array_index (entries, i);

      for (; s < sessions->len &&
             ((UnkPastSession *) g_ptr_array_index (sessions, s))->began < entry->at;
           s++)
        put_session (journal, csv, g_ptr_array_index (sessions, s));
      put_entry (journal, csv, i);
    }
  for (; s < sessions->len; s++)
    put_session (journal, csv, g_ptr_array_index (sessions, s));
  return g_string_free (csv, FALSE);
}

static void
write_mark (UnkJson *json, const UnkKeptMark *mark)
{
  unk_json_open (json, NULL, '{');
  unk_json_text (json, "kind", unk_kept_kind_id (mark->kind));
  unk_json_text (json, mark->dots ? "view" : "area", mark->name);
  unk_json_text (json, "side", unk_side_id (mark->side));
  if (mark->dots)
    {
      unk_json_exact (json, "radius", mark->radius);
      unk_json_exact_row (json, "dots", (const float *) (gpointer) mark->dots->data,
                          mark->dots->len * 2);
    }
  unk_json_close (json, '}');
}

static void
write_entry (UnkJournal *journal, UnkJson *json, const UnkEntry *entry)
{
  g_autofree char *at = write_time (journal, entry->at);

  unk_json_open (json, NULL, '{');
  unk_json_text (json, "at", at);
  unk_json_number (json, "intensity", entry->intensity);
  unk_json_text (json, "kind", unk_pain_kind_id (entry->kind));
  unk_json_text (json, "note", entry->note);
  unk_json_open (json, "marks", '[');
  for (guint i = 0; i < entry->marks->len; i++)
    write_mark (json, g_ptr_array_index (entry->marks, i));
  unk_json_close (json, ']');
  unk_json_close (json, '}');
}

static void
write_step (UnkJson *json, const UnkPastStep *past)
{
  unk_json_open (json, NULL, '{');
  unk_json_text (json, "muscle", past->step->muscle);
  unk_json_text (json, "side", unk_side_id (past->step->side));
  unk_json_text (json, "kind", past->step->kind);
  unk_json_text (json, "technique", past->step->technique);
  unk_json_exact (json, "variant", past->step->variant);
  unk_json_text (json, "tool", past->step->tool);
  unk_json_exact (json, "seconds", past->step->seconds);
  unk_json_exact (json, "repetitions", past->step->repetitions);
  unk_json_boolean (json, "done", past->done);
  unk_json_close (json, '}');
}

static void
write_session (UnkJournal *journal, UnkJson *json, const UnkPastSession *session)
{
  g_autofree char *began = write_time (journal, session->began),
                  *ended = write_time (journal, session->ended);

  unk_json_open (json, NULL, '{');
  unk_json_text (json, "name", session->name);
  unk_json_text (json, "began", began);
  unk_json_text (json, "ended", ended);
  if (session->before >= 0)
    unk_json_number (json, "before", session->before);
  if (session->after >= 0)
    unk_json_number (json, "after", session->after);
  unk_json_text (json, "note", session->note);
  unk_json_open (json, "steps", '[');
  for (guint i = 0; i < session->steps->len; i++)
    write_step (json, g_ptr_array_index (session->steps, i));
  unk_json_close (json, ']');
  unk_json_close (json, '}');
}

/**
 * unk_journal_to_json:
 * @journal: a journal
 *
 * Returns: (transfer full): all of it, to be read by unk_journal_read()
 */
char *
unk_journal_to_json (UnkJournal *journal)
{
  GPtrArray *entries = unk_journal_get_entries (journal);
  GPtrArray *sessions = unk_journal_get_sessions (journal);
  UnkJson json;

  unk_json_init (&json);
  unk_json_open (&json, NULL, '{');
  unk_json_text (&json, "format", "unknot-journal");
  unk_json_number (&json, "version", 1);
  unk_json_open (&json, "entries", '[');
  for (guint i = 0; i < entries->len; i++)
    write_entry (journal, &json, g_ptr_array_index (entries, i));
  unk_json_close (&json, ']');
  unk_json_open (&json, "sessions", '[');
  for (guint i = 0; i < sessions->len; i++)
    write_session (journal, &json, g_ptr_array_index (sessions, i));
  unk_json_close (&json, ']');
  unk_json_close (&json, '}');
  return unk_json_finish (&json);
}
