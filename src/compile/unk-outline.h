/* unk-outline.h: what the compiler asks of outlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-path.h"

G_BEGIN_DECLS

UnkPath unk_outline_path (const GArray *outline);
UnkPath unk_outline_take_subpath (UnkPath *rest);
gboolean unk_outline_is_closed (UnkPath path);
double unk_outline_distance (UnkPath path, double x, double y);
void unk_outline_append_mirrored (GArray *outline, UnkPath path, double width);
char *unk_outline_to_svg (UnkPath path);

G_END_DECLS
