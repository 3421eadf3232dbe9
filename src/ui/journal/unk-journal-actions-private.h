/* unk-journal-actions-private.h: the commands of the journal from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-journal-actions.h"

G_BEGIN_DECLS

struct _UnkJournalActions
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  UnkScene *scene;
  UnkKeeper *keeper;
  UnkPages *pages;
  UnkJournal *journal;
  gint64 seen;        /* the store's count of changes when it was read; -1 before */
  GPtrArray *history; /* UnkJournalChange: the steps back, the latest last */
  guint32 day;        /* 0: today */
  UnkSpotOfPain place;
  UnkSpan span;
};

G_END_DECLS
