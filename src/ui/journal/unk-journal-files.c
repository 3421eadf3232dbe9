/* unk-journal-files.c: the journal written to files, and read from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-files.h"

#include <glib/gi18n.h>

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

/* The dialog lives until it is answered. */
static GtkFileChooserNative *
make_dialog (GtkWidget *widget, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, window, action, accept, _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}

static void
on_export_answered (GtkNativeDialog *dialog, int response, gpointer data)
{
  GtkWidget *widget = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *format = g_object_get_data (G_OBJECT (dialog), "format");
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    gtk_widget_activate_action (widget, "app.journal-export", "(ss)", format, path);
  g_object_unref (dialog);
}

/**
 * unk_journal_files_ask_export:
 * @widget: a widget of the window that asks
 * @format: one that unk_journal_files_is_format() knows
 */
void
unk_journal_files_ask_export (GtkWidget *widget, const char *format)
{
  GtkFileChooserNative *dialog =
    make_dialog (widget, _ ("Export the Journal"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"));
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, format))
      {
        /* Translators: a file name without its ending */
        name = g_strconcat (_ ("pain-journal"), formats[i].ending, NULL);
        g_object_set_data (G_OBJECT (dialog), "format", (gpointer) formats[i].id);
      }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_export_answered), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_import_answered (GtkNativeDialog *dialog, int response, gpointer data)
{
  GtkWidget *widget = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    gtk_widget_activate_action (widget, "app.journal-import", "s", path);
  g_object_unref (dialog);
}

/**
 * unk_journal_files_ask_import:
 * @widget: a widget of the window that asks
 */
void
unk_journal_files_ask_import (GtkWidget *widget)
{
  GtkFileChooserNative *dialog =
    make_dialog (widget, _ ("Import a Journal"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Journals (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_import_answered), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
