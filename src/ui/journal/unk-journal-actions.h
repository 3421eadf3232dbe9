/* unk-journal-actions.h: the commands of the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-journal.h"
#include "unk-keeper.h"
#include "unk-pages.h"
#include "unk-scene.h"
#include "unk-span.h"

G_BEGIN_DECLS

#define UNK_TYPE_JOURNAL_ACTIONS (unk_journal_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkJournalActions, unk_journal_actions, UNK, JOURNAL_ACTIONS, GObject)

UnkJournalActions *unk_journal_actions_new (GActionMap *map, UnkScene *scene, UnkKeeper *keeper,
                                            UnkPages *pages);
UnkJournal *unk_journal_actions_get_journal (UnkJournalActions *self);
void unk_journal_actions_load (UnkJournalActions *self);
gboolean unk_journal_actions_add_session (UnkJournalActions *self, UnkPastSession *session);

/* What is looked at. */
guint32 unk_journal_actions_get_day (UnkJournalActions *self);
guint32 unk_journal_actions_get_today (UnkJournalActions *self);
UnkSpotOfPain unk_journal_actions_get_place (UnkJournalActions *self);
UnkSpan unk_journal_actions_get_span (UnkJournalActions *self);
void unk_journal_actions_get_time (UnkJournalActions *self, gint64 *from, gint64 *to);
char *unk_journal_actions_dup_place_id (UnkSpotOfPain spot);

G_END_DECLS
