/* unk-chart.h: the referral chart of a muscle, on a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

#define UNK_CHART_ERROR (unk_chart_error_quark ())
GQuark unk_chart_error_quark (void);

typedef enum
{
  UNK_CHART_ERROR_FORMAT, /* not a name that ends in .png, .pdf or .svg */
  UNK_CHART_ERROR_WRITE,
  UNK_CHART_ERROR_EMPTY, /* a region without muscles */
} UnkChartError;

/* A4 in points. */
#define UNK_CHART_WIDTH 595.0
#define UNK_CHART_HEIGHT 842.0

gboolean unk_chart_paint (cairo_t *cr, UnkAtlas *atlas, const UnkMuscle *muscle,
                          const UnkPoint *point, UnkSide side, GError **error);
gboolean unk_chart_write (UnkAtlas *atlas, const UnkMuscle *muscle, const UnkPoint *point,
                          UnkSide side, const char *path, GError **error);

G_END_DECLS
