/* unk-journal-steps.c: what a step of the journal changes, and the step back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal.h"

/* What is there already stays out. */
static gboolean
has_entry (GHashTable *by_time, const UnkEntry *entry)
{
  GPtrArray *same = g_hash_table_lookup (by_time, &entry->at);

  for (guint i = 0; same && i < same->len; i++)
    if (unk_entry_equal (g_ptr_array_index (same, i), entry))
      return TRUE;
  return FALSE;
}

static void
remember (GHashTable *by_time, UnkEntry *entry)
{
  GPtrArray *same = g_hash_table_lookup (by_time, &entry->at);

  if (!same)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (by_time, &entry->at, same);
    }
  g_ptr_array_add (same, entry);
}

static gboolean
has_session (GPtrArray *sessions, const UnkPastSession *session)
{
  for (guint i = 0; i < sessions->len; i++)
    if (unk_past_session_equal (g_ptr_array_index (sessions, i), session))
      return TRUE;
  return FALSE;
}

/**
 * unk_journal_make_merge:
 * @self: a journal
 * @entries: (element-type UnkEntry): entries from elsewhere
 * @sessions: (element-type UnkPastSession): sessions from elsewhere
 *
 * Returns: (transfer full): the step that brings in those that aren't there yet
 */
UnkJournalChange *
unk_journal_make_merge (UnkJournal *self, GPtrArray *entries, GPtrArray *sessions)
{
  UnkJournalChange *change = unk_journal_change_new ();
  g_autoptr (GHashTable) by_time =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < unk_journal_get_entries (self)->len; i++)
    remember (by_time, g_ptr_array_index (unk_journal_get_entries (self), i));
  for (guint i = 0; i < entries->len; i++)
    if (!has_entry (by_time, g_ptr_array_index (entries, i)))
      {
        UnkEntry *entry = unk_entry_copy (g_ptr_array_index (entries, i));

        entry->id = 0;
        g_ptr_array_add (change->entries_in, entry);
        remember (by_time, entry);
      }
  for (guint i = 0; i < sessions->len; i++)
    if (!has_session (unk_journal_get_sessions (self), g_ptr_array_index (sessions, i)) &&
        !has_session (change->sessions_in, g_ptr_array_index (sessions, i)))
      {
        UnkPastSession *session = unk_past_session_copy (g_ptr_array_index (sessions, i));

        session->id = session->routine = 0;
        g_ptr_array_add (change->sessions_in, session);
      }
  return change;
}

/**
 * unk_journal_make_inverse:
 * @self: a journal, before the step
 * @change: a step; what comes in has its ids already
 *
 * Returns: (transfer full): the step back
 */
UnkJournalChange *
unk_journal_make_inverse (UnkJournal *self, const UnkJournalChange *change)
{
  UnkJournalChange *back = unk_journal_change_new ();

  for (guint i = 0; i < change->entries_out->len; i++)
    {
      const UnkEntry *old =
        unk_journal_find_entry (self, g_array_index (change->entries_out, gint64, i));

      if (old)
        g_ptr_array_add (back->entries_in, unk_entry_copy (old));
    }
  for (guint i = 0; i < change->sessions_out->len; i++)
    {
      const UnkPastSession *old =
        unk_journal_find_session (self, g_array_index (change->sessions_out, gint64, i));

      if (old)
        g_ptr_array_add (back->sessions_in, unk_past_session_copy (old));
    }
  for (guint i = 0; i < change->entries_in->len; i++)
    {
      gint64 id = ((UnkEntry *) g_ptr_array_index (change->entries_in, i))->id;
      const UnkEntry *old = unk_journal_find_entry (self, id);

      if (old)
        g_ptr_array_add (back->entries_in, unk_entry_copy (old));
      else
        g_array_append_val (back->entries_out, id);
    }
  for (guint i = 0; i < change->sessions_in->len; i++)
    {
      gint64 id = ((UnkPastSession *) g_ptr_array_index (change->sessions_in, i))->id;

      g_array_append_val (back->sessions_out, id);
    }
  return back;
}
