/* unk-rating-rows.h: how strong a pain is and how it feels, asked alike everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *unk_rating_rows_new_intensity (GtkRange **intensity, GCallback changed, gpointer data);
GtkWidget *unk_rating_rows_new_kind (AdwComboRow **kind, GCallback changed, gpointer data);

G_END_DECLS
