/* unk-routine-print.h: a routine to the printer, or as its sheets into a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-routine-sheet.h"

G_BEGIN_DECLS

#define UNK_TYPE_ROUTINE_PRINT (unk_routine_print_get_type ())
G_DECLARE_FINAL_TYPE (UnkRoutinePrint, unk_routine_print, UNK, ROUTINE_PRINT, GObject)

UnkRoutinePrint *unk_routine_print_new (UnkAtlas *atlas, const UnkRoutine *routine);
const char *unk_routine_print_get_path (UnkRoutinePrint *self);
void unk_routine_print_save_async (UnkRoutinePrint *self, const UnkPaper *paper, const char *path,
                                   GAsyncReadyCallback callback, gpointer data);
gboolean unk_routine_print_save_finish (UnkRoutinePrint *self, GAsyncResult *result,
                                        GError **error);
gboolean unk_routine_print_run (UnkRoutinePrint *self, GtkWindow *window, const char *path,
                                GError **error);

G_END_DECLS
