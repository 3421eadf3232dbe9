/* unk-journal-chart.h: how strong pain was over time, and when something was done for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-journal.h"

G_BEGIN_DECLS

/* As 0xrrggbbaa. */
typedef struct
{
  guint32 ground, text, grid, line, session;
} UnkChartColors;

extern const UnkChartColors unk_chart_colors_light, unk_chart_colors_dark, unk_chart_colors_print;

/**
 * UnkJournalChart:
 * What is drawn: ratings from 0 to 10 as dots on a line, from @from until @to, sessions as
 * triangles below, with a bar from how it was before to how it was after.
 */
typedef struct
{
  const UnkReading *readings; /* by time */
  guint n_readings;
  UnkPastSession **sessions; /* by time; those outside aren't drawn */
  guint n_sessions;
  gint64 from, to;
  GTimeZone *zone;
  int selected;    /* the number of a reading; -1 where none is */
  gboolean mirror; /* time runs from right to left */
  double font;     /* in units of the context */
} UnkJournalChart;

void unk_journal_chart_paint (cairo_t *cr, const UnkJournalChart *chart, double width,
                              double height, const UnkChartColors *colors);
void unk_journal_chart_place (const UnkJournalChart *chart, double width, double height, gint64 at,
                              double intensity, double *x, double *y);
int unk_journal_chart_find (const UnkJournalChart *chart, double width, double height, double x,
                            double y);

G_END_DECLS
