/* unk-place-row.h: a place that hurts, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-marks.h"

G_BEGIN_DECLS

#define UNK_TYPE_PLACE_ROW (unk_place_row_get_type ())
G_DECLARE_FINAL_TYPE (UnkPlaceRow, unk_place_row, UNK, PLACE_ROW, AdwExpanderRow)

GtkWidget *unk_place_row_new (UnkMarks *marks, guint place);
void unk_place_row_update (UnkPlaceRow *self);

G_END_DECLS
