/* unk-covered.h: which parts of a view can't be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-figure-view.h"

G_BEGIN_DECLS

GHashTable *unk_covered_find (const UnkFigureView *view);
char *unk_covered_dup_classes (guint depths);

G_END_DECLS
