/* unk-journal-read.c: reads a journal that was written as JSON
 *
 * A file is taken whole or refused whole, with the line and what is wrong there. Whatever can't be
 * a journal is refused: unknown keys, missing ones, times without their distance from UTC, ratings
 * beyond the scale, more than is sane. Ids of areas, views and muscles needn't be known: they may
 * come from another version.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "unk-journal-text.h"
#include "unk-json-reader.h"
#include "unk-marks.h"

#define ID_MAX 64
#define LONGEST_NAME 400
#define SECONDS_MAX 86400

/**
 * unk_journal_parts_free:
 * @parts: (transfer full): what was read
 */
void
unk_journal_parts_free (UnkJournalParts *parts)
{
  g_ptr_array_unref (parts->entries);
  g_ptr_array_unref (parts->sessions);
  g_free (parts);
}

/* Refuses an object that lacks one of its first @n keys. */
static void
want_keys (UnkJsonReader *r, const char *const *names, guint n, guint32 seen)
{
  for (guint i = 0; i < n; i++)
    if (!(seen & (1u << i)))
      unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” is missing"), names[i]);
}

static void
want_room (UnkJsonReader *r, guint n, guint most)
{
  if (n >= most)
    unk_json_reader_fail (r, UNK_JSON_ERROR_LIMIT, _ ("there are more than %u"), most);
}

/* A slug: letters, digits, hyphens and dots. */
static char *
read_id (UnkJsonReader *r, gboolean may_be_empty)
{
  char *id = unk_json_reader_text (r, ID_MAX);

  if (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-.") != strlen (id) ||
      (!*id && !may_be_empty))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” can’t be an id"), id);
  return id;
}

static gint64
read_time (UnkJsonReader *r)
{
  g_autofree char *text = unk_json_reader_text (r, ID_MAX);
  g_autoptr (GDateTime) time = r->error ? NULL : g_date_time_new_from_iso8601 (text, NULL);
  gint64 at = time ? g_date_time_to_unix (time) : 0;

  if (!time)
    unk_json_reader_fail (
      r, UNK_JSON_ERROR_VALUE,
      /* Translators: the date is an example of how to write it */
      _ ("“%s” is not a time with its distance from UTC, such as 2026-11-12T18:30:00+01:00"), text);
  else if (at < 0 || at > UNK_JOURNAL_LAST_TIME)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” is before 1970 or after 2199"), text);
  return at;
}

static UnkSide
read_side (UnkJsonReader *r)
{
  g_autofree char *id = read_id (r, FALSE);
  UnkSide side = UNK_SIDE_RIGHT;

  if (!unk_side_parse (id, &side))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” is not a side"), id);
  return side;
}

static GArray *
read_dots (UnkJsonReader *r)
{
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (UnkDot));

  unk_json_reader_enter (r, '[');
  while (unk_json_reader_next (r, ']'))
    {
      UnkDot dot;

      want_room (r, dots->len, UNK_JOURNAL_DOTS_MAX);
      dot.x = (float) unk_json_reader_number (r, -UNK_KEPT_FAR, UNK_KEPT_FAR);
      if (!unk_json_reader_next (r, ']'))
        {
          unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s", _ ("a dot lacks its second number"));
          break;
        }
      dot.y = (float) unk_json_reader_number (r, -UNK_KEPT_FAR, UNK_KEPT_FAR);
      g_array_append_val (dots, dot);
    }
  if (!dots->len)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s", _ ("a stroke has no dots"));
  return dots;
}

static UnkKeptKind
read_mark_kind (UnkJsonReader *r)
{
  g_autofree char *id = read_id (r, FALSE);
  UnkKeptKind kind = UNK_KEPT_AREA;

  if (!unk_kept_kind_parse (id, &kind))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” is not a kind of mark"), id);
  return kind;
}

static UnkKeptMark *
read_mark (UnkJsonReader *r)
{
  enum
  {
    KIND,
    SIDE,
    AREA,
    VIEW,
    RADIUS,
    DOTS
  };
  static const char *const names[] = { "kind", "side", "area", "view", "radius", "dots", NULL };
  guint32 seen = 0, wanted;
  UnkKeptKind kind = UNK_KEPT_AREA;
  UnkSide side = UNK_SIDE_RIGHT;
  g_autofree char *name = NULL;
  g_autoptr (GArray) dots = NULL;
  double radius = 0;
  int key;

  unk_json_reader_enter (r, '{');
  while ((key = unk_json_reader_next_key (r, names, &seen)) >= 0)
    if (key == KIND)
      kind = read_mark_kind (r);
    else if (key == SIDE)
      side = read_side (r);
    else if (key == RADIUS)
      radius = unk_json_reader_number (r, UNK_MARK_RADIUS_MIN, UNK_MARK_RADIUS_MAX);
    else if (key == DOTS)
      dots = read_dots (r);
    else
      {
        g_free (name);
        name = read_id (r, FALSE);
      }
  wanted = 1u << KIND | 1u << SIDE |
           (kind == UNK_KEPT_AREA ? 1u << AREA : 1u << VIEW | 1u << RADIUS | 1u << DOTS);
  for (int i = 0; names[i]; i++)
    if (wanted & ~seen & (1u << i))
      unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” is missing"), names[i]);
    else if (seen & ~wanted & (1u << i))
      unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("a mark of this kind has no “%s”"),
                            names[i]);
  return r->error ? NULL : unk_kept_mark_new (kind, name, side, radius, g_steal_pointer (&dots));
}

static void
read_marks (UnkJsonReader *r, GPtrArray *marks)
{
  unk_json_reader_enter (r, '[');
  while (unk_json_reader_next (r, ']'))
    {
      UnkKeptMark *mark;

      want_room (r, marks->len, UNK_JOURNAL_MARKS_MAX);
      mark = read_mark (r);
      if (mark)
        g_ptr_array_add (marks, mark);
    }
  if (marks->len && ((UnkKeptMark *) g_ptr_array_index (marks, 0))->kind == UNK_KEPT_ERASER)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s",
                          _ ("the first mark takes away what isn’t there"));
}

static UnkPainKind
read_kind (UnkJsonReader *r)
{
  g_autofree char *id = read_id (r, FALSE);
  UnkPainKind kind = UNK_PAIN_ACHE;

  if (!unk_pain_kind_parse (id, &kind))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” is not a kind of pain"), id);
  return kind;
}

static void
set_text (char **where, char *text)
{
  g_free (*where);
  *where = text;
}

static UnkEntry *
read_entry (UnkJsonReader *r)
{
  static const char *const names[] = { "at", "intensity", "kind", "note", "marks", NULL };
  UnkEntry *entry = unk_entry_new (0, 0, UNK_PAIN_ACHE, "");
  guint32 seen = 0;
  int key;

  unk_json_reader_enter (r, '{');
  while ((key = unk_json_reader_next_key (r, names, &seen)) >= 0)
    switch (key)
      {
      case 0:
        entry->at = read_time (r);
        break;
      case 1:
        entry->intensity = unk_json_reader_integer (r, 0, UNK_PAIN_INTENSITY_MAX);
        break;
      case 2:
        entry->kind = read_kind (r);
        break;
      case 3:
        set_text (&entry->note, unk_json_reader_text (r, UNK_ENTRY_NOTE_MAX));
        break;
      default:
        read_marks (r, entry->marks);
      }
  want_keys (r, names, 5, seen);
  return entry;
}

static void
read_step (UnkJsonReader *r, UnkPastSession *session)
{
  static const char *const names[] = { "muscle", "side",    "kind",        "technique", "variant",
                                       "tool",   "seconds", "repetitions", "done",      NULL };
  g_autofree char *muscle = NULL, *kind = NULL, *technique = NULL, *tool = NULL;
  int variant = 0, seconds = 0, repetitions = 0, key;
  UnkSide side = UNK_SIDE_RIGHT;
  gboolean done = FALSE;
  guint32 seen = 0;

  unk_json_reader_enter (r, '{');
  while ((key = unk_json_reader_next_key (r, names, &seen)) >= 0)
    if (key == 0)
      set_text (&muscle, read_id (r, FALSE));
    else if (key == 1)
      side = read_side (r);
    else if (key == 2)
      set_text (&kind, read_id (r, FALSE));
    else if (key == 3)
      set_text (&technique, read_id (r, FALSE));
    else if (key == 4)
      variant = unk_json_reader_integer (r, 0, 1000);
    else if (key == 5)
      set_text (&tool, read_id (r, TRUE));
    else if (key == 6)
      seconds = unk_json_reader_integer (r, 0, SECONDS_MAX);
    else if (key == 7)
      repetitions = unk_json_reader_integer (r, 0, 1000);
    else
      done = unk_json_reader_boolean (r);
  want_keys (r, names, 9, seen);
  if (!r->error)
    unk_past_session_add (
      session,
      unk_routine_step_new (muscle, side, kind, technique, variant, tool, seconds, repetitions),
      done);
}

static void
read_steps (UnkJsonReader *r, UnkPastSession *session)
{
  unk_json_reader_enter (r, '[');
  while (unk_json_reader_next (r, ']'))
    {
      want_room (r, session->steps->len, UNK_JOURNAL_STEPS_MAX);
      read_step (r, session);
    }
}

static UnkPastSession *
read_session (UnkJsonReader *r)
{
  static const char *const names[] = { "name",  "began",  "ended", "note",
                                       "steps", "before", "after", NULL };
  UnkPastSession *session = unk_past_session_new ("", 0, 0);
  guint32 seen = 0;
  int key;

  unk_json_reader_enter (r, '{');
  while ((key = unk_json_reader_next_key (r, names, &seen)) >= 0)
    if (key == 0)
      set_text (&session->name, unk_json_reader_text (r, LONGEST_NAME));
    else if (key == 1)
      session->began = read_time (r);
    else if (key == 2)
      session->ended = read_time (r);
    else if (key == 3)
      set_text (&session->note, unk_json_reader_text (r, UNK_ENTRY_NOTE_MAX));
    else if (key == 4)
      read_steps (r, session);
    else if (key == 5)
      session->before = unk_json_reader_integer (r, 0, UNK_PAIN_INTENSITY_MAX);
    else
      session->after = unk_json_reader_integer (r, 0, UNK_PAIN_INTENSITY_MAX);
  want_keys (r, names, 5, seen);
  if (session->ended < session->began)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s", _ ("a session ends before it begins"));
  return session;
}

static void
read_list (UnkJsonReader *r, GPtrArray *list, gpointer (*read_one) (UnkJsonReader *r), guint most)
{
  unk_json_reader_enter (r, '[');
  while (unk_json_reader_next (r, ']'))
    {
      want_room (r, list->len, most);
      g_ptr_array_add (list, read_one (r));
    }
}

static gpointer
read_one_entry (UnkJsonReader *r)
{
  return read_entry (r);
}

static gpointer
read_one_session (UnkJsonReader *r)
{
  return read_session (r);
}

static void
read_format (UnkJsonReader *r)
{
  g_autofree char *format = unk_json_reader_text (r, ID_MAX);

  if (!g_str_equal (format, "unknot-journal"))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s", _ ("this is not a journal of Unknot"));
}

/**
 * unk_journal_read:
 * @text: a journal as unk_journal_to_json() writes it; it needs no end mark
 * @length: how many bytes it has
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): its entries and sessions, or %NULL with an #UnkJsonError
 * that names the line
 */
UnkJournalParts *
unk_journal_read (const char *text, gsize length, GError **error)
{
  static const char *const names[] = { "format", "version", "entries", "sessions", NULL };
  g_autoptr (UnkJournalParts) parts = g_new0 (UnkJournalParts, 1);
  UnkJsonReader r;
  guint32 seen = 0;
  int key;

  parts->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_entry_free);
  parts->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_past_session_free);
  unk_json_reader_init (&r, text, MIN (length, UNK_JOURNAL_FILE_MAX));
  if (length > UNK_JOURNAL_FILE_MAX)
    unk_json_reader_fail (&r, UNK_JSON_ERROR_LIMIT, "%s", _ ("the file is too large"));
  unk_json_reader_enter (&r, '{');
  while ((key = unk_json_reader_next_key (&r, names, &seen)) >= 0)
    if (key == 0)
      read_format (&r);
    else if (key == 1)
      unk_json_reader_integer (&r, 1, 1);
    else if (key == 2)
      read_list (&r, parts->entries, read_one_entry, UNK_JOURNAL_ENTRIES_MAX);
    else
      read_list (&r, parts->sessions, read_one_session, UNK_JOURNAL_SESSIONS_MAX);
  want_keys (&r, names, 4, seen);
  return unk_json_reader_finish (&r, error) ? g_steal_pointer (&parts) : NULL;
}
