/* unk-entry-row.c: an entry of the journal, to be read and changed
 *
 * Each change is one step of the journal; the slider waits until it rests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-entry-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"
#include "unk-rating-rows.h"
#define REST_MS 400
/* How a time is shown to be changed, and read back. */
#define TIME_FORMAT "%Y-%m-%d %H:%M"

struct _UnkEntryRow
{
  AdwExpanderRow parent_instance;

  UnkJournal *journal;
  gint64 id, at;
  GtkRange *intensity;
  AdwComboRow *kind;
  GtkEditable *note, *time;
  GtkWidget *show;
  AdwBin *trash;
  gboolean showing; /* what is, not what was set */
  guint rest_id;
};

G_DEFINE_FINAL_TYPE (UnkEntryRow, unk_entry_row, ADW_TYPE_EXPANDER_ROW)

static char *
write_time (UnkEntryRow *self, gint64 at, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, unk_journal_get_zone (self->journal));

  return g_date_time_format (local, format);
}

static gboolean
read_time (UnkEntryRow *self, gint64 *at)
{
  const char *text = gtk_editable_get_text (self->time);
  int year, month, day, hour, minute, end = 0;
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (text, "%4d-%2d-%2d %2d:%2d%n", &year, &month, &day, &hour, &minute, &end) != 5 ||
      text[end])
    return FALSE;
  time = g_date_time_new (unk_journal_get_zone (self->journal), year, month, day, hour, minute, 0);
  *at = time ? g_date_time_to_unix (time) : -1;
  return time && *at >= 0;
}

static void
change (UnkEntryRow *self, gint64 at)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_activate_action (
    GTK_WIDGET (self), "app.journal-edit", "(xixss)", self->id,
    (int) lround (gtk_range_get_value (self->intensity)), at,
    unk_pain_kind_id ((UnkPainKind) adw_combo_row_get_selected (self->kind)),
    gtk_editable_get_text (self->note));
}

static gboolean
on_rested (gpointer data)
{
  UnkEntryRow *self = data;

  self->rest_id = 0;
  change (self, self->at);
  return G_SOURCE_REMOVE;
}

static void
on_rated (UnkEntryRow *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested, self);
}

static void
on_kind (UnkEntryRow *self)
{
  if (!self->showing)
    change (self, self->at);
}

static void
on_note_applied (UnkEntryRow *self)
{
  change (self, self->at);
}

/* What can't be a time is marked as wrong, and stays to be put right. */
static void
on_time_applied (UnkEntryRow *self)
{
  gint64 at;

  if (!read_time (self, &at))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->time), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return;
    }
  change (self, at);
}

static GtkWidget *
new_text_row (UnkEntryRow *self, const char *title, GCallback on_applied)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  unk_accessible_name_set (row, title);
  g_signal_connect_swapped (row, "apply", on_applied, self);
  return row;
}

static void
unk_entry_row_dispose (GObject *object)
{
  UnkEntryRow *self = UNK_ENTRY_ROW (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (unk_entry_row_parent_class)->dispose (object);
}

static void
unk_entry_row_class_init (UnkEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_entry_row_dispose;
}

static void
unk_entry_row_init (UnkEntryRow *self)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);
  GtkWidget *time = new_text_row (self, _ ("Time"), G_CALLBACK (on_time_applied));
  GtkWidget *note = new_text_row (self, _ ("Note"), G_CALLBACK (on_note_applied));

  self->showing = TRUE;
  self->time = GTK_EDITABLE (time);
  self->note = GTK_EDITABLE (note);
  self->show = unk_page_new_button (_ ("_Show on the Body"));
  self->trash = ADW_BIN (adw_bin_new ());
  gtk_widget_add_css_class (self->show, "flat");
  gtk_widget_set_margin_top (self->show, 6);
  gtk_widget_set_margin_bottom (self->show, 6);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_action (row, GTK_WIDGET (self->trash));
  adw_expander_row_add_row (
    row, unk_rating_rows_new_intensity (&self->intensity, G_CALLBACK (on_rated), self));
  adw_expander_row_add_row (row,
                            unk_rating_rows_new_kind (&self->kind, G_CALLBACK (on_kind), self));
  adw_expander_row_add_row (row, note);
  adw_expander_row_add_row (row, time);
  adw_expander_row_add_row (row, self->show);
}

/**
 * unk_entry_row_update:
 * @self: a row
 * @entry: its entry, as it is now
 */
void
unk_entry_row_update (UnkEntryRow *self, const UnkEntry *entry)
{
  g_autofree char *place = unk_journal_describe_entry (self->journal, entry);
  /* Translators: a time of day, as g_date_time_format() takes it */
  g_autofree char *clock = write_time (self, entry->at, _ ("%H:%M"));
  g_autofree char *time = write_time (self, entry->at, TIME_FORMAT);
  g_autofree char *what = g_strdup_printf ("entry:%" G_GINT64_FORMAT, entry->id);
  g_autofree char *remove = g_strdup_printf (_ ("Delete %s, %s"), place, clock);
  /* Translators: a time of day, how a pain feels, and how strong it is from 0 to 10 */
  g_autofree char *how = g_strdup_printf (_ ("%s · %s · %d of 10"), clock,
                                          unk_pain_kind_name (entry->kind), entry->intensity);
  g_autofree char *plain = *entry->note ? g_strdup_printf ("%s\n%s", how, entry->note) : NULL;

  self->showing = TRUE;
  self->at = entry->at;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), place);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), plain ? plain : how);
  unk_accessible_name_set (self, place);
  adw_bin_set_child (self->trash, unk_entry_row_new_delete_button (what, remove));
  gtk_range_set_value (self->intensity, entry->intensity);
  adw_combo_row_set_selected (self->kind, entry->kind);
  gtk_editable_set_text (self->note, entry->note);
  gtk_editable_set_text (self->time, time);
  gtk_widget_remove_css_class (GTK_WIDGET (self->time), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show), "app.journal-show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "x", entry->id);
  gtk_widget_set_visible (self->show, entry->marks->len > 0);
  self->showing = FALSE;
}

/**
 * unk_entry_row_new:
 * @journal: the journal
 * @entry: one of its entries
 *
 * Returns: a row
 */
GtkWidget *
unk_entry_row_new (UnkJournal *journal, const UnkEntry *entry)
{
  UnkEntryRow *self = g_object_new (UNK_TYPE_ENTRY_ROW, NULL);

  self->journal = g_object_ref (journal);
  self->id = entry->id;
  unk_entry_row_update (self, entry);
  return GTK_WIDGET (self);
}

/**
 * unk_entry_row_get_id:
 * @self: a row
 *
 * Returns: the id of its entry
 */
gint64
unk_entry_row_get_id (UnkEntryRow *self)
{
  return self->id;
}

/**
 * unk_entry_row_new_delete_button:
 * @what: "entry:12" or "session:3"
 * @label: what the button is called
 *
 * Returns: a button that deletes it
 */
GtkWidget *
unk_entry_row_new_delete_button (const char *what, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  unk_accessible_name_set (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.journal-delete");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", what);
  return button;
}
