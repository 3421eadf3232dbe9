/* unk-place-row.c: a place that hurts, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-place-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "unk-accessible-name.h"
#include "unk-rating-rows.h"
struct _UnkPlaceRow
{
  AdwExpanderRow parent_instance;

  UnkMarks *marks;
  guint place;
  GtkRange *intensity;
  AdwComboRow *kind;
  GtkWidget *remove;
  gboolean showing; /* what is, not what was set */
};

G_DEFINE_FINAL_TYPE (UnkPlaceRow, unk_place_row, ADW_TYPE_EXPANDER_ROW)

static void
on_rated (UnkPlaceRow *self)
{
  if (!self->showing)
    unk_marks_rate_place (self->marks, self->place,
                          (UnkPainKind) adw_combo_row_get_selected (self->kind),
                          (int) lround (gtk_range_get_value (self->intensity)));
}

static void
on_remove (UnkPlaceRow *self)
{
  unk_marks_remove_place (self->marks, self->place);
}

static void
unk_place_row_dispose (GObject *object)
{
  g_clear_object (&UNK_PLACE_ROW (object)->marks);
  G_OBJECT_CLASS (unk_place_row_parent_class)->dispose (object);
}

static void
unk_place_row_class_init (UnkPlaceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_place_row_dispose;
}

static void
unk_place_row_init (UnkPlaceRow *self)
{
  self->showing = TRUE;
  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove, "flat");
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (on_remove), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->remove);
  adw_expander_row_add_row (
    ADW_EXPANDER_ROW (self),
    unk_rating_rows_new_intensity (&self->intensity, G_CALLBACK (on_rated), self));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self),
                            unk_rating_rows_new_kind (&self->kind, G_CALLBACK (on_rated), self));
}

/**
 * unk_place_row_update:
 * @self: a row whose place is still there
 *
 * Shows the place as it is now.
 */
void
unk_place_row_update (UnkPlaceRow *self)
{
  const UnkPain *place = unk_marks_get_place (self->marks, self->place);
  g_autofree char *name = unk_pain_describe (place, unk_marks_get_atlas (self->marks));
  /* Translators: how a pain feels, and how strong it is from 0 to 10 */
  g_autofree char *how =
    g_strdup_printf (_ ("%s · %d of 10"), unk_pain_kind_name (place->kind), place->intensity);
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), name);

  self->showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), how);
  gtk_widget_set_tooltip_text (self->remove, remove);
  unk_accessible_name_set (self->remove, remove);
  gtk_range_set_value (self->intensity, place->intensity);
  adw_combo_row_set_selected (self->kind, place->kind);
  self->showing = FALSE;
}

/**
 * unk_place_row_new:
 * @marks: what hurts
 * @place: which place
 *
 * Returns: a row
 */
GtkWidget *
unk_place_row_new (UnkMarks *marks, guint place)
{
  UnkPlaceRow *self = g_object_new (UNK_TYPE_PLACE_ROW, NULL);

  self->marks = g_object_ref (marks);
  self->place = place;
  unk_place_row_update (self);
  return GTK_WIDGET (self);
}
