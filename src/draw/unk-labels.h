/* unk-labels.h: names beside the body, each with a line to what it names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "unk-pick.h"

G_BEGIN_DECLS

/* What is seen of a view, in pixels, and what of it is free for names. */
typedef struct
{
  double scale, x, y; /* pixels a millimeter, and where millimeter 0,0 lies */
  double width, height;
  double top, bottom_left, bottom_right; /* what is covered by something else */
} UnkLabelFrame;

typedef struct
{
  const char *text;
  double anchor_x, anchor_y;  /* in pixels: on what it names */
  double x, y, width, height; /* the box of the text */
  gboolean right;             /* it stands at the right edge */
} UnkLabel;

/**
 * UnkLabelMap:
 * Where in a view, at a depth, each muscle can be seen; on the skin, each area.
 */
typedef struct _UnkLabelMap UnkLabelMap;

UnkLabelMap *unk_label_map_new (const UnkView *view, UnkDepth depth);
void unk_label_map_free (UnkLabelMap *self);
GArray *unk_label_map_place (UnkLabelMap *self, PangoLayout *layout, const UnkLabelFrame *frame);

void unk_labels_paint (cairo_t *cr, GArray *labels, PangoLayout *layout, guint32 ink,
                       guint32 ground);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkLabelMap, unk_label_map_free)

G_END_DECLS
