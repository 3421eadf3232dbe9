/* stopwatch.h: watches the frames of a program's window from inside its process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*UnkReadyFunc) (GtkWindow *window);

void unk_stopwatch_start (char **argv);
void unk_stopwatch_watch_first_frame (GtkApplication *application);
void unk_stopwatch_watch_motion (GtkApplication *application, UnkReadyFunc ready);
void unk_stopwatch_say (const char *name, double number);

G_END_DECLS
