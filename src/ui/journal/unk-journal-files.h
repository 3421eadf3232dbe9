/* unk-journal-files.h: the journal written to files, and read from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-journal-sheet.h"
#include "unk-journal-text.h"

G_BEGIN_DECLS

gboolean unk_journal_files_is_format (const char *format);
gboolean unk_journal_files_write (UnkJournalSheet *sheet, const char *format, const char *path,
                                  GError **error);
UnkJournalParts *unk_journal_files_read (const char *path, GError **error);

/* Ask for a file, then do it by the commands "journal-export" and "journal-import". */
void unk_journal_files_ask_export (GtkWidget *widget, const char *format);
void unk_journal_files_ask_import (GtkWidget *widget);

G_END_DECLS
