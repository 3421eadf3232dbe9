/* unk-background.h: whether the program may run without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean unk_background_is_possible (void);
void unk_background_request_async (GDBusConnection *bus, gboolean wanted,
                                   GAsyncReadyCallback callback, gpointer data);
gboolean unk_background_request_finish (GAsyncResult *result, GError **error);

G_END_DECLS
