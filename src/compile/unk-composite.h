/* unk-composite.h: a view's SVG as the program draws it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-data-dir.h"
#include "unk-figure-view.h"

G_BEGIN_DECLS

char *unk_composite_new_defs (UnkFaults *faults, const UnkDocument *defs);
char *unk_composite_new_svg (const UnkFigureView *view, const char *defs);

G_END_DECLS
