/* unk-times-dialog.c: on which days to do a routine, and when to be reminded
 *
 * What is changed holds at once, as everywhere; it is taken back with the routine's undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-times-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-background.h"
#include "unk-page-parts.h"

#define DAYS 7
/* Half past seven, until something else is chosen. */
#define FIRST_TIME (7 * 60 + 30)

#define UNK_TYPE_TIMES_DIALOG (unk_times_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UnkTimesDialog, unk_times_dialog, UNK, TIMES_DIALOG, AdwWindow)

struct _UnkTimesDialog
{
  AdwWindow parent_instance;

  UnkRoutineActions *routines;
  GtkToggleButton *days[DAYS];
  GtkSwitch *reminds;
  GtkSpinButton *hour, *minute;
  GtkWidget *time;
  GtkLabel *note;
  gboolean updating; /* the program changes the controls, not the user */
};

G_DEFINE_FINAL_TYPE (UnkTimesDialog, unk_times_dialog, ADW_TYPE_WINDOW)

/* Says plainly when a reminder comes and when not. */
static const char *
describe (UnkTimesDialog *self, guint days)
{
  if (!days)
    return _ ("Choose days, then a reminder can be switched on.");
  if (!gtk_switch_get_active (self->reminds))
    return _ ("There is no reminder. At most one comes a day, and none where the routine was done "
              "already.");
  if (!unk_background_is_possible ())
    return _ ("The reminder comes only while Unknot is open: nothing of it runs in the background "
              "here. One that was missed by more than half an hour is left out.");
  return _ ("Your system asks or tells you that Unknot runs in the background. Where that isn’t "
            "allowed, the reminder comes only while Unknot is open.");
}

static guint
get_days (UnkTimesDialog *self)
{
  guint days = 0;

  for (guint i = 0; i < DAYS; i++)
    if (gtk_toggle_button_get_active (self->days[i]))
      days |= 1u << i;
  return days;
}

static void
on_changed (UnkTimesDialog *self)
{
  guint days = get_days (self);
  int minutes = gtk_spin_button_get_value_as_int (self->hour) * 60 +
                gtk_spin_button_get_value_as_int (self->minute);

  if (self->updating)
    return;
  /* A window of its own has no way to the application's commands; the one below it has. */
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "app.routine-times", "(ui)", days,
                              days && gtk_switch_get_active (self->reminds) ? minutes : -1);
}

static void
show_times (UnkTimesDialog *self)
{
  const UnkRoutine *routine = unk_routine_actions_get_routine (self->routines);
  int time;

  if (!routine)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->updating = TRUE;
  for (guint i = 0; i < DAYS; i++)
    gtk_toggle_button_set_active (self->days[i], routine->days & (1u << i));
  gtk_switch_set_active (self->reminds, routine->reminder >= 0);
  time = routine->reminder >= 0 ? routine->reminder
                                : gtk_spin_button_get_value_as_int (self->hour) * 60 +
                                    gtk_spin_button_get_value_as_int (self->minute);
  gtk_spin_button_set_value (self->hour, time / 60);
  gtk_spin_button_set_value (self->minute, time % 60);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reminds), routine->days != 0);
  gtk_widget_set_sensitive (self->time, routine->reminder >= 0);
  gtk_label_set_label (self->note, describe (self, routine->days));
  self->updating = FALSE;
}

static void
add_days (UnkTimesDialog *self, GtkBox *box)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), DAYS);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 2);
  for (int i = 0; i < DAYS; i++)
    {
      /* 5 January 1970 was a Monday. */
      g_autoptr (GDateTime) date = g_date_time_new_utc (1970, 1, 5 + i, 0, 0, 0);
      g_autofree char *abbreviation = g_date_time_format (date, "%a");
      g_autofree char *name = g_date_time_format (date, "%A");
      GtkWidget *day = gtk_toggle_button_new_with_label (abbreviation), *child;

      self->days[i] = GTK_TOGGLE_BUTTON (day);
      gtk_widget_set_tooltip_text (day, name);
      unk_accessible_name_set (day, name);
      g_signal_connect_swapped (day, "toggled", G_CALLBACK (on_changed), self);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), day);
      /* The button takes the focus, not what holds it. */
      child = gtk_widget_get_parent (day);
      gtk_widget_set_focusable (child, FALSE);
    }
  gtk_box_append (box, flow);
}

static GtkBox *
add_line (GtkBox *box, const char *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (box, line);
  return GTK_BOX (line);
}

static void
add_control (GtkBox *line, GtkWidget *control, const char *name)
{
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  unk_accessible_name_set (control, name);
  gtk_box_append (line, control);
}

/* As on a clock: 07 and 05. */
static gboolean
on_output (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static GtkSpinButton *
add_number (UnkTimesDialog *self, GtkBox *line, double most, double step, const char *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, step);

  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (spin), GTK_ORIENTATION_VERTICAL);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  g_signal_connect (spin, "output", G_CALLBACK (on_output), NULL);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_changed), self);
  add_control (line, spin, name);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_reminder (UnkTimesDialog *self, GtkBox *box)
{
  GtkBox *line = add_line (box, _ ("Remind me"));

  self->reminds = GTK_SWITCH (gtk_switch_new ());
  add_control (line, GTK_WIDGET (self->reminds), _ ("Remind me"));
  g_signal_connect_swapped (self->reminds, "notify::active", G_CALLBACK (on_changed), self);
  line = add_line (box, _ ("At"));
  self->time = GTK_WIDGET (line);
  self->hour = add_number (self, line, 23, 1, _ ("Hour"));
  /* Translators: between hours and minutes */
  gtk_box_append (line, gtk_label_new (_ (":")));
  self->minute = add_number (self, line, 59, 5, _ ("Minute"));
}

static void
unk_times_dialog_dispose (GObject *object)
{
  g_clear_object (&UNK_TIMES_DIALOG (object)->routines);
  G_OBJECT_CLASS (unk_times_dialog_parent_class)->dispose (object);
}

static void
unk_times_dialog_class_init (UnkTimesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_times_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
unk_times_dialog_init (UnkTimesDialog *self)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->updating = TRUE;
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  add_days (self, GTK_BOX (box));
  add_reminder (self, GTK_BOX (box));
  self->note = GTK_LABEL (unk_page_add_text (GTK_BOX (box), "—", "dim-label"));
  gtk_spin_button_set_value (self->hour, FIRST_TIME / 60);
  gtk_spin_button_set_value (self->minute, FIRST_TIME % 60);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_box_append (GTK_BOX (whole), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (whole), scrolled);
  adw_window_set_content (ADW_WINDOW (self), whole);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Days and Reminder"));
  gtk_window_set_default_size (GTK_WINDOW (self), 340, -1);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * unk_times_dialog_new:
 * @parent: over which it is shown
 * @routines: where the open routine is
 *
 * Returns: (transfer full): the dialog
 */
GtkWindow *
unk_times_dialog_new (GtkWindow *parent, UnkRoutineActions *routines)
{
  UnkTimesDialog *self = g_object_new (UNK_TYPE_TIMES_DIALOG, "transient-for", parent, NULL);

  self->routines = g_object_ref (routines);
  g_signal_connect_object (routines, "changed", G_CALLBACK (show_times), self, G_CONNECT_SWAPPED);
  show_times (self);
  return GTK_WINDOW (self);
}
