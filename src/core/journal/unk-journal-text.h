/* unk-journal-text.h: the journal as text: for a table, for keeping, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-journal.h"

G_BEGIN_DECLS

/* More than this is not read. */
#define UNK_JOURNAL_FILE_MAX (32 * 1024 * 1024)
#define UNK_JOURNAL_ENTRIES_MAX 100000
#define UNK_JOURNAL_SESSIONS_MAX 50000
#define UNK_JOURNAL_MARKS_MAX 500
#define UNK_JOURNAL_DOTS_MAX 20000
#define UNK_JOURNAL_STEPS_MAX 500

/**
 * UnkJournalParts:
 * What was read of a file.
 */
typedef struct
{
  GPtrArray *entries;  /* UnkEntry, without ids */
  GPtrArray *sessions; /* UnkPastSession, without ids */
} UnkJournalParts;

void unk_journal_parts_free (UnkJournalParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkJournalParts, unk_journal_parts_free)

char *unk_journal_to_csv (UnkJournal *journal);
char *unk_journal_to_json (UnkJournal *journal);
UnkJournalParts *unk_journal_read (const char *text, gsize length, GError **error);

G_END_DECLS
