/* unk-month-grid.h: a month of the journal, each day a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-journal.h"

G_BEGIN_DECLS

#define UNK_TYPE_MONTH_GRID (unk_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (UnkMonthGrid, unk_month_grid, UNK, MONTH_GRID, GtkWidget)

void unk_month_grid_show (UnkMonthGrid *self, UnkJournal *journal, guint32 day, guint32 today);

G_END_DECLS
