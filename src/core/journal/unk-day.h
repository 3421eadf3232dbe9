/* unk-day.h: a day in writing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *unk_day_to_text (guint32 day);
gboolean unk_day_parse (const char *text, guint32 *day);

G_END_DECLS
