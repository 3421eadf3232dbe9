/* unk-preview.h: the pictures that are there in the first frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-figure-view.h"

G_BEGIN_DECLS

GVariant *unk_preview_render (const UnkFigureView *view, const char *svg, GVariant *styles,
                              gpointer data);

G_END_DECLS
