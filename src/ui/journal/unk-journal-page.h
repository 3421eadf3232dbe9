/* unk-journal-page.h: the journal: course, calendar, days, muscles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-journal-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_JOURNAL_PAGE (unk_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (UnkJournalPage, unk_journal_page, UNK, JOURNAL_PAGE, AdwBin)

void unk_journal_page_set_actions (UnkJournalPage *self, UnkJournalActions *actions);

G_END_DECLS
