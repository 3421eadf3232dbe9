/* unk-figure.h: one view of the drawn body, ready to be painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-atlas.h"
#include "unk-pick.h"

G_BEGIN_DECLS

#define UNK_TYPE_FIGURE (unk_figure_get_type ())
G_DECLARE_FINAL_TYPE (UnkFigure, unk_figure, UNK, FIGURE, GObject)

typedef enum
{
  UNK_FIGURE_BODY,  /* to be painted whole: what is covered is left out */
  UNK_FIGURE_PARTS, /* single muscles of it are asked for, too */
} UnkFigureUse;

UnkFigure *unk_figure_new (UnkAtlas *atlas, const UnkView *view, const char *scheme, UnkDepth depth,
                           UnkFigureUse use, GError **error);
UnkFigure *unk_figure_new_for_svg (const char *svg, const char *style, double width, double height,
                                   UnkDepth depth, UnkFigureUse use, GError **error);
gboolean unk_figure_render (UnkFigure *self, cairo_t *cr, GError **error);
gboolean unk_figure_render_subject (UnkFigure *self, cairo_t *cr, const char *id, UnkSide side,
                                    GError **error);

G_END_DECLS
