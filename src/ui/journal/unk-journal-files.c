/* unk-journal-files.c: the journal written to files, and read from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-files.h"

#include <glib/gi18n.h>

#include "unk-ask-file.h"

static const struct
{
  const char *id, *ending;
} formats[] = {
  { "csv", ".csv" }, { "json", ".json" }, { "pdf", ".pdf" }, { "pdf-letter", ".pdf" }
};

/**
 * unk_journal_files_is_format:
 * @format: what somebody asked for
 *
 * Returns: whether it is "csv", "json", "pdf" (on A4) or "pdf-letter"
 */
gboolean
unk_journal_files_is_format (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, format))
      return TRUE;
  return FALSE;
}

/**
 * unk_journal_files_write:
 * @sheet: the journal, and what of it goes on paper
 * @format: one that unk_journal_files_is_format() knows
 * @path: where to
 * @error: return location for a #GError
 *
 * Returns: whether the file was written
 */
gboolean
unk_journal_files_write (UnkJournalSheet *sheet, const char *format, const char *path,
                         GError **error)
{
  g_autofree char *text = NULL;

  if (g_str_has_prefix (format, "pdf"))
    {
      sheet->mirror = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
      return unk_journal_sheet_write (
        sheet, unk_paper_find (g_str_equal (format, "pdf") ? "a4" : "letter"), path, error);
    }
  text = g_str_equal (format, "csv") ? unk_journal_to_csv (sheet->journal)
                                     : unk_journal_to_json (sheet->journal);
  return g_file_set_contents (path, text, -1, error);
}

/**
 * unk_journal_files_read:
 * @path: a file that was written as "json"
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what it holds
 */
UnkJournalParts *
unk_journal_files_read (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  const char *text = file ? g_mapped_file_get_contents (file) : NULL;

  return file ? unk_journal_read (text ? text : "", g_mapped_file_get_length (file), error) : NULL;
}

/**
 * unk_journal_files_ask_export:
 * @widget: a widget of the window that asks
 * @format: one that unk_journal_files_is_format() knows
 */
void
unk_journal_files_ask_export (GtkWidget *widget, const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, format))
      {
        /* Translators: a file name without its ending */
        g_autofree char *name = g_strconcat (_ ("pain-journal"), formats[i].ending, NULL);

        unk_ask_file (widget, &(UnkAskFile){ .title = _ ("Export the Journal"),
                                             .accept = _ ("_Export"),
                                             .name = name,
                                             .action = "app.journal-export",
                                             .before = { format } });
      }
}

/**
 * unk_journal_files_ask_import:
 * @widget: a widget of the window that asks
 */
void
unk_journal_files_ask_import (GtkWidget *widget)
{
  unk_ask_file (widget, &(UnkAskFile){ .title = _ ("Import a Journal"),
                                       .accept = _ ("_Import"),
                                       .kind = _ ("Journals (JSON)"),
                                       .ending = "json",
                                       .action = "app.journal-import" });
}
