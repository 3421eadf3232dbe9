/* unk-poster.h: the patterns of a whole region on one sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-sheet.h"

G_BEGIN_DECLS

gboolean unk_poster_paint (cairo_t *cr, UnkAtlas *atlas, const UnkGroup *group,
                           const UnkPaper *paper, GError **error);
gboolean unk_poster_write (UnkAtlas *atlas, const UnkGroup *group, const UnkPaper *paper,
                           const char *path, GError **error);

G_END_DECLS
