/* unk-about.h: the windows About and Keyboard Shortcuts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void unk_about_present (GtkWindow *parent);
void unk_about_present_shortcuts (GtkWindow *parent);

G_END_DECLS
