/* unk-journal-sheet.h: the journal on paper, for a therapist
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-journal.h"
#include "unk-sheet.h"

G_BEGIN_DECLS

/* What goes on the sheets. */
typedef struct
{
  UnkJournal *journal;
  UnkSpotOfPain spot; /* whose course is drawn; everywhere where it has no area */
  gint64 from, to;
  gboolean mirror; /* the language runs from right to left */
} UnkJournalSheet;

gboolean unk_journal_sheet_write (const UnkJournalSheet *sheet, const UnkPaper *paper,
                                  const char *path, GError **error);

G_END_DECLS
