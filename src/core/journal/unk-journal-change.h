/* unk-journal-change.h: one step of the journal, and the step back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-entry.h"
#include "unk-past-session.h"

G_BEGIN_DECLS

/* The first second of 2200: no time of a journal is later. */
#define UNK_JOURNAL_LAST_TIME G_GINT64_CONSTANT (7258118400)

/**
 * UnkJournalChange:
 * What goes out of the journal and what comes in, in one go. What comes in under an id that is
 * there takes its place; without an id it gets one.
 */
typedef struct
{
  GArray *entries_out, *sessions_out; /* gint64 */
  GPtrArray *entries_in;              /* UnkEntry */
  GPtrArray *sessions_in;             /* UnkPastSession */
} UnkJournalChange;

UnkJournalChange *unk_journal_change_new (void);
void unk_journal_change_free (UnkJournalChange *change);
gboolean unk_journal_change_is_empty (const UnkJournalChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkJournalChange, unk_journal_change_free)

G_END_DECLS
