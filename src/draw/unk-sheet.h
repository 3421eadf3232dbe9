/* unk-sheet.h: paper: text on it, and the file that it becomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

#define UNK_SHEET_FONT "Adwaita Sans, Cantarell, Sans"
#define UNK_SHEET_SCHEME "light"

/* In points, upright. */
typedef struct
{
  const char *id;
  double width, height;
} UnkPaper;

const UnkPaper *unk_paper_find (const char *id);

/**
 * UnkSheetPaint:
 * @cr: where one unit is a point
 * @data: what was handed over
 * @error: return location for a #GError
 *
 * Returns: whether the sheet could be painted
 */
typedef gboolean (*UnkSheetPaint) (cairo_t *cr, gpointer data, GError **error);

double unk_sheet_paint_text (cairo_t *cr, double x, double y, double width, const char *font,
                             guint32 color, const char *text, gboolean measure);
gboolean unk_sheet_write (const UnkPaper *paper, const char *path, UnkSheetPaint paint,
                          gpointer data, GError **error);

G_END_DECLS
