/* unk-journal-change.c: one step of the journal, and the step back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-change.h"

/**
 * unk_journal_change_new:
 *
 * Returns: (transfer full): a step that changes nothing yet
 */
UnkJournalChange *
unk_journal_change_new (void)
{
  UnkJournalChange *change = g_new0 (UnkJournalChange, 1);

  change->entries_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  change->sessions_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  change->entries_in = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_entry_free);
  change->sessions_in = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_past_session_free);
  return change;
}

/**
 * unk_journal_change_free:
 * @change: (transfer full): a step
 */
void
unk_journal_change_free (UnkJournalChange *change)
{
  g_array_unref (change->entries_out);
  g_array_unref (change->sessions_out);
  g_ptr_array_unref (change->entries_in);
  g_ptr_array_unref (change->sessions_in);
  g_free (change);
}

/**
 * unk_journal_change_is_empty:
 * @change: a step
 *
 * Returns: whether it changes nothing
 */
gboolean
unk_journal_change_is_empty (const UnkJournalChange *change)
{
  return !change->entries_out->len && !change->sessions_out->len && !change->entries_in->len &&
         !change->sessions_in->len;
}
