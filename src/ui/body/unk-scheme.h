/* unk-scheme.h: which of the figure's stylesheets the desktop asks for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

const char *unk_scheme_get (void);
GdkRGBA unk_scheme_to_rgba (guint32 color);

G_END_DECLS
