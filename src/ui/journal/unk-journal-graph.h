/* unk-journal-graph.h: the course of pain, to look at and to walk along
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-journal.h"

G_BEGIN_DECLS

#define UNK_TYPE_JOURNAL_GRAPH (unk_journal_graph_get_type ())
G_DECLARE_FINAL_TYPE (UnkJournalGraph, unk_journal_graph, UNK, JOURNAL_GRAPH, GtkWidget)

void unk_journal_graph_show (UnkJournalGraph *self, UnkJournal *journal, GArray *readings,
                             gint64 from, gint64 to);
int unk_journal_graph_get_selected (UnkJournalGraph *self);
const UnkReading *unk_journal_graph_get_reading (UnkJournalGraph *self, int i);
char *unk_journal_graph_describe (UnkJournalGraph *self, int i);

G_END_DECLS
