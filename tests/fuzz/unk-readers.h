/* unk-readers.h: the readers of users' files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void unk_readers_try (const guint8 *data, gsize size);

G_END_DECLS
