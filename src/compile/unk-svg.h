/* unk-svg.h: the rules that all drawings keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "unk-data-dir.h"

G_BEGIN_DECLS

gboolean unk_svg_read_view_box (UnkFaults *faults, const UnkDocument *document, double *width,
                                double *height);
void unk_svg_check_looks (UnkFaults *faults, const UnkDocument *document);
GArray *unk_svg_read_path (UnkFaults *faults, const char *file, const xmlNode *path,
                           gboolean closed);
xmlNode *unk_svg_find_layer (const UnkDocument *document, const char *id);

G_END_DECLS
