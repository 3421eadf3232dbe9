/* unk-routine-ask.c: asks into which file a routine goes, or from which it comes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "unk-ask-file.h"
#include "unk-routine-files.h"

/* What the printer's paper is here: letter in North America, else A4. */
static const char *
guess_paper (void)
{
  const char *name = gtk_paper_size_get_default ();

  return g_str_equal (name, GTK_PAPER_NAME_LETTER) ? "letter" : "a4";
}

static void
ask_where (GtkWidget *widget, const char *title, const char *accept, const char *name,
           const char *ending, const char *action, const char *paper)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);

  unk_ask_file (
    widget,
    &(UnkAskFile){
      .title = title, .accept = accept, .name = file, .action = action, .before = { paper } });
}

/**
 * unk_routine_files_ask_export:
 * @widget: a widget of the window that asks
 * @name: what the routine is called
 */
void
unk_routine_files_ask_export (GtkWidget *widget, const char *name)
{
  ask_where (widget, _ ("Export the Routine"), _ ("_Export"), name, ".json", "app.export-routine",
             NULL);
}

/**
 * unk_routine_files_ask_sheet:
 * @widget: a widget of the window that asks
 * @name: what the routine is called
 */
void
unk_routine_files_ask_sheet (GtkWidget *widget, const char *name)
{
  ask_where (widget, _ ("Save the Routine as PDF"), _ ("_Save"), name, ".pdf",
             "app.save-routine-sheet", guess_paper ());
}

/**
 * unk_routine_files_ask_import:
 * @widget: a widget of the window that asks
 */
void
unk_routine_files_ask_import (GtkWidget *widget)
{
  unk_ask_file (widget, &(UnkAskFile){ .title = _ ("Import Routines"),
                                       .accept = _ ("_Import"),
                                       .kind = _ ("Routines (JSON)"),
                                       .ending = "json",
                                       .action = "app.import-routines" });
}
