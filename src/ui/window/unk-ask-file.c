/* unk-ask-file.c: asks for a file, and does a command with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-ask-file.h"

#include <glib/gi18n.h>

#define COMMAND "unk-command"

/* A command and the strings that it takes before the path. */
static char **
dup_command (const UnkAskFile *ask)
{
  GStrvBuilder *strings = g_strv_builder_new ();
  char **command;

  g_strv_builder_add (strings, ask->action);
  for (guint i = 0; i < G_N_ELEMENTS (ask->before) && ask->before[i]; i++)
    g_strv_builder_add (strings, ask->before[i]);
  command = g_strv_builder_end (strings);
  g_strv_builder_unref (strings);
  return command;
}

static GVariant *
make_target (char **before, const char *path)
{
  GVariantBuilder tuple;

  if (!before[0])
    return g_variant_new_string (path);
  g_variant_builder_init (&tuple, G_VARIANT_TYPE_TUPLE);
  for (; *before; before++)
    g_variant_builder_add (&tuple, "s", *before);
  g_variant_builder_add (&tuple, "s", path);
  return g_variant_builder_end (&tuple);
}

static void
on_answered (GtkNativeDialog *dialog, int response, gpointer widget)
{
  char **command = g_object_get_data (G_OBJECT (dialog), COMMAND);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    gtk_widget_activate_action_variant (widget, command[0], make_target (command + 1, path));
  g_object_unref (dialog);
}

/* A name may hold what a folder's separator is. */
static void
propose (GtkFileChooser *chooser, const char *name)
{
  g_autofree char *file = g_strdelimit (g_strdup (name), "/\\\n", '-');

  gtk_file_chooser_set_current_name (chooser, file);
}

static void
show_only (GtkFileChooser *chooser, const char *kind, const char *ending)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, ending);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * unk_ask_file:
 * @widget: a widget of the window that asks
 * @ask: what to ask, copied
 *
 * Shows a dialog, in a sandbox by the portal, and does the command with the path that was chosen.
 * The dialog lives until it is answered; nothing is done where it is closed, or @widget is gone.
 */
void
unk_ask_file (GtkWidget *widget, const UnkAskFile *ask)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    ask->title, GTK_WINDOW (gtk_widget_get_root (widget)),
    ask->name ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, ask->accept,
    _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (ask->name)
    propose (GTK_FILE_CHOOSER (dialog), ask->name);
  if (ask->kind)
    show_only (GTK_FILE_CHOOSER (dialog), ask->kind, ask->ending);
  g_object_set_data_full (G_OBJECT (dialog), COMMAND, dup_command (ask),
                          (GDestroyNotify) g_strfreev);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
