/* unk-rating-rows.c: how strong a pain is and how it feels, asked alike everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-rating-rows.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-pain.h"

/**
 * unk_rating_rows_new_intensity:
 * @intensity: (out) (transfer none): what holds the number, from 0 to 10
 * @changed: called with @data alone when it is changed
 * @data: for @changed
 *
 * Returns: a row that asks how strong a pain is
 */
GtkWidget *
unk_rating_rows_new_intensity (GtkRange **intensity, GCallback changed, gpointer data)
{
  GtkWidget *scale =
    gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, UNK_PAIN_INTENSITY_MAX, 1);
  GtkWidget *row = adw_action_row_new ();

  *intensity = GTK_RANGE (scale);
  gtk_widget_set_size_request (scale, 150, -1);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_LEFT);
  gtk_range_set_round_digits (*intensity, 0);
  unk_accessible_name_set (scale, _ ("How strong, from 0 to 10"));
  g_signal_connect_swapped (scale, "value-changed", changed, data);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("How Strong"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
  return row;
}

/**
 * unk_rating_rows_new_kind:
 * @kind: (out) (transfer none): what holds the kind, an #UnkPainKind
 * @changed: called with @data alone when it is changed
 * @data: for @changed
 *
 * Returns: a row that asks how a pain feels
 */
GtkWidget *
unk_rating_rows_new_kind (AdwComboRow **kind, GCallback changed, gpointer data)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (int i = 0; i < UNK_N_PAIN_KINDS; i++)
    gtk_string_list_append (kinds, unk_pain_kind_name ((UnkPainKind) i));
  *kind = ADW_COMBO_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("How It Feels"));
  adw_combo_row_set_model (*kind, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (row, "notify::selected", changed, data);
  return row;
}
