/* unk-pick-part.c: puts a muscle into a routine
 *
 * Muscles are picked one by one, on the body or from the finder's list; what is picked becomes a
 * routine with one press.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-pick-part.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"

typedef struct
{
  UnkRoutineActions *routines;
  const UnkMuscle *muscle; /* (nullable): only what is picked is shown */
  UnkSide side;
  GtkToggleButton *pick; /* (nullable) */
  GtkImage *icon;        /* (nullable): tells without color whether it is picked */
  GtkButton *make;
} Part;

static void
free_part (gpointer data)
{
  Part *part = data;

  g_object_unref (part->routines);
  g_free (part);
}

static Part *
get_part (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), "part");
}

static void
show_picked (GtkWidget *box)
{
  Part *part = get_part (box);
  guint n = unk_routine_actions_get_n_picked (part->routines);
  g_autofree char *label = NULL;

  label = g_strdup_printf (
    ngettext ("Make a Routine of %u Muscle", "Make a Routine of %u Muscles", n), n);
  gtk_button_set_label (part->make, label);
  gtk_widget_set_visible (GTK_WIDGET (part->make), n > 0);
  if (part->pick)
    gtk_toggle_button_set_active (
      part->pick, unk_routine_actions_is_picked (part->routines, part->muscle, part->side));
}

static void
on_toggled (GtkWidget *box)
{
  Part *part = get_part (box);
  gboolean wanted = gtk_toggle_button_get_active (part->pick);
  g_autofree char *subject = g_strconcat (part->muscle->id, ":", unk_side_id (part->side), NULL);

  gtk_image_set_from_icon_name (part->icon,
                                wanted ? "object-select-symbolic" : "list-add-symbolic");
  if (wanted != unk_routine_actions_is_picked (part->routines, part->muscle, part->side))
    gtk_widget_activate_action (box, "app.pick", "s", subject);
}

static void
add_pick (GtkWidget *box, Part *part)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  part->icon = GTK_IMAGE (gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (part->icon));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_ ("Add to Routine")));
  part->pick = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_child (GTK_BUTTON (part->pick), content);
  unk_accessible_name_set (part->pick, _ ("Add to Routine"));
  gtk_widget_set_halign (GTK_WIDGET (part->pick), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (part->pick));
  g_signal_connect_swapped (part->pick, "toggled", G_CALLBACK (on_toggled), box);
}

static GtkWidget *
make_part (UnkRoutineActions *routines, const UnkMuscle *muscle, UnkSide side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Part *part = g_new0 (Part, 1);

  *part = (Part){ .routines = g_object_ref (routines), .muscle = muscle, .side = side };
  g_object_set_data_full (G_OBJECT (box), "part", part, free_part);
  if (muscle)
    add_pick (box, part);
  part->make = GTK_BUTTON (gtk_button_new ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (part->make), "app.make-routine");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (part->make), "s", "");
  gtk_widget_set_halign (GTK_WIDGET (part->make), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (part->make));
  g_signal_connect_object (routines, "changed", G_CALLBACK (show_picked), box, G_CONNECT_SWAPPED);
  show_picked (box);
  return box;
}

/**
 * unk_pick_part_new:
 * @routines: where muscles are picked
 * @muscle: a muscle
 * @side: its side
 *
 * Returns: a button that picks the muscle, and one that makes a routine of all that are picked
 */
GtkWidget *
unk_pick_part_new (UnkRoutineActions *routines, const UnkMuscle *muscle, UnkSide side)
{
  return make_part (routines, muscle, side);
}

/**
 * unk_pick_part_new_picked:
 * @routines: where muscles are picked
 *
 * Returns: a button that makes a routine of what is picked; hidden while nothing is
 */
GtkWidget *
unk_pick_part_new_picked (UnkRoutineActions *routines)
{
  return make_part (routines, NULL, UNK_SIDE_RIGHT);
}
