/* unk-view-tuple.h: a view as it lies in the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-figure-view.h"

G_BEGIN_DECLS

GVariant *unk_view_tuple_new (const UnkFigureView *view, const GPtrArray *drawings, const char *svg,
                              GVariant *previews);

G_END_DECLS
