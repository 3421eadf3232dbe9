/* unk-routine-ask.c: asks into which file a routine goes, or from which it comes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "unk-routine-files.h"
#include "unk-sheet.h"

/* The commands that a dialog ends with. */
#define EXPORT "app.export-routine"
#define IMPORT "app.import-routines"
#define SHEET "app.save-routine-sheet"

/* What the printer's paper is here: letter in North America, else A4. */
static const char *
guess_paper (void)
{
  const char *name = gtk_paper_size_get_default ();

  return g_str_equal (name, GTK_PAPER_NAME_LETTER) ? "letter" : "a4";
}

static void
on_answered (GtkNativeDialog *dialog, int response, gpointer data)
{
  GtkWidget *widget = data;
  const char *action = g_object_get_data (G_OBJECT (dialog), "action");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    {
      if (g_str_equal (action, SHEET))
        gtk_widget_activate_action (widget, action, "(ss)", guess_paper (), path);
      else
        gtk_widget_activate_action (widget, action, "s", path);
    }
  g_object_unref (dialog);
}

/* The dialog lives until it is answered. */
static GtkFileChooser *
make_dialog (GtkWidget *widget, const char *title, gboolean save, const char *accept,
             const char *action)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    title, window, save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, accept,
    _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data (G_OBJECT (dialog), "action", (gpointer) action);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), widget, 0);
  return GTK_FILE_CHOOSER (dialog);
}

static void
propose_name (GtkFileChooser *chooser, const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);

  /* A name may hold what a folder's separator is. */
  gtk_file_chooser_set_current_name (chooser, g_strdelimit (file, "/\\\n", '-'));
}

/**
 * unk_routine_files_ask_export:
 * @widget: a widget of the window that asks
 * @name: what the routine is called
 */
void
unk_routine_files_ask_export (GtkWidget *widget, const char *name)
{
  GtkFileChooser *chooser =
    make_dialog (widget, _ ("Export the Routine"), TRUE, _ ("_Export"), EXPORT);

  propose_name (chooser, name, ".json");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * unk_routine_files_ask_sheet:
 * @widget: a widget of the window that asks
 * @name: what the routine is called
 */
void
unk_routine_files_ask_sheet (GtkWidget *widget, const char *name)
{
  GtkFileChooser *chooser =
    make_dialog (widget, _ ("Save the Routine as PDF"), TRUE, _ ("_Save"), SHEET);

  propose_name (chooser, name, ".pdf");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * unk_routine_files_ask_import:
 * @widget: a widget of the window that asks
 */
void
unk_routine_files_ask_import (GtkWidget *widget)
{
  GtkFileChooser *chooser =
    make_dialog (widget, _ ("Import Routines"), FALSE, _ ("_Import"), IMPORT);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Routines (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
