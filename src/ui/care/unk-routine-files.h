/* unk-routine-files.h: the commands that bring routines into files, onto paper and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-routine-actions.h"

G_BEGIN_DECLS

#define UNK_TYPE_ROUTINE_FILES (unk_routine_files_get_type ())
G_DECLARE_FINAL_TYPE (UnkRoutineFiles, unk_routine_files, UNK, ROUTINE_FILES, GObject)

UnkRoutineFiles *unk_routine_files_new (GtkApplication *application, UnkScene *scene,
                                        UnkRoutineActions *routines);

/* Ask for a file, then do it by the commands. */
void unk_routine_files_ask_export (GtkWidget *widget, const char *name);
void unk_routine_files_ask_import (GtkWidget *widget);
void unk_routine_files_ask_sheet (GtkWidget *widget, const char *name);

G_END_DECLS
