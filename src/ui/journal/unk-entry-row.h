/* unk-entry-row.h: an entry of the journal, to be read and changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-journal.h"

G_BEGIN_DECLS

#define UNK_TYPE_ENTRY_ROW (unk_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (UnkEntryRow, unk_entry_row, UNK, ENTRY_ROW, AdwExpanderRow)

GtkWidget *unk_entry_row_new (UnkJournal *journal, const UnkEntry *entry);
gint64 unk_entry_row_get_id (UnkEntryRow *self);
void unk_entry_row_update (UnkEntryRow *self, const UnkEntry *entry);

/* A button that deletes "entry:12" or "session:3". */
GtkWidget *unk_entry_row_new_delete_button (const char *what, const char *label);

G_END_DECLS
