/* unk-fit-part.c: the minutes and the tools that one has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-fit-part.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"
#include "unk-routine-fit.h"

/* What the controls hold on to, as long as they live. */
typedef struct
{
  UnkRoutineActions *routines;
  GtkSpinButton *minutes;
} Part;

static void
free_part (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Part *part = data;

  g_object_unref (part->routines);
  g_free (part);
}

static void
on_fit (GtkWidget *button, Part *part)
{
  gtk_spin_button_update (part->minutes);
  gtk_widget_activate_action (button, "app.fit-routine", "u",
                              (guint) gtk_spin_button_get_value_as_int (part->minutes));
}

/* Whether it is owned is told by a sign as well as by color. */
static void
show_owned (GtkWidget *button, gboolean owned)
{
  GtkWidget *icon = g_object_get_data (G_OBJECT (button), "icon");

  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                owned ? "object-select-symbolic" : "list-add-symbolic");
}

static void
on_tool_toggled (GtkToggleButton *button, UnkRoutineActions *routines)
{
  const char *tool = g_object_get_data (G_OBJECT (button), "tool");
  gboolean owned = gtk_toggle_button_get_active (button);

  show_owned (GTK_WIDGET (button), owned);
  if (owned != unk_routine_actions_owns_tool (routines, tool))
    gtk_widget_activate_action (GTK_WIDGET (button), "app.own-tool", "s", tool);
}

/* It may be said elsewhere: on the bus, on another page. */
static void
on_changed (GtkToggleButton *button, UnkRoutineActions *routines)
{
  gtk_toggle_button_set_active (button, unk_routine_actions_owns_tool (
                                          routines, g_object_get_data (G_OBJECT (button), "tool")));
}

static GtkWidget *
make_tool (UnkRoutineActions *routines, const UnkTool *tool)
{
  const char *name = unk_text (tool->name);
  GtkWidget *button = gtk_toggle_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new (), *label = gtk_label_new (name);
  gboolean owned = unk_routine_actions_owns_tool (routines, tool->id);
  /* Translators: %s is a tool */
  g_autofree char *says = g_strdup_printf (_ ("I have: %s"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_button_set_child (GTK_BUTTON (button), row);
  unk_accessible_name_set (button, says);
  g_object_set_data (G_OBJECT (button), "tool", (gpointer) tool->id);
  g_object_set_data (G_OBJECT (button), "icon", icon);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), owned);
  show_owned (button, owned);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_tool_toggled), routines, 0);
  g_signal_connect_object (routines, "changed", G_CALLBACK (on_changed), button, G_CONNECT_SWAPPED);
  return button;
}

static void
add_tools (GtkBox *card, UnkAtlas *atlas, UnkRoutineActions *routines)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n, placed = 0;
  const UnkTool *tools = unk_atlas_get_tools (atlas, &n);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < n; i++)
    if (unk_tool_is_owned (&tools[i]))
      {
        gtk_grid_attach (GTK_GRID (grid), make_tool (routines, &tools[i]), (int) placed % 2,
                         (int) placed / 2, 1, 1);
        placed++;
      }
  gtk_box_append (card, grid);
}

static void
add_minutes (GtkBox *card, UnkRoutineActions *routines)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *button;
  GtkWidget *label = gtk_label_new (_ ("Minutes I have"));
  GtkWidget *minutes = gtk_spin_button_new_with_range (1, UNK_ROUTINE_MOST_MINUTES, 1);
  Part *part = g_new0 (Part, 1);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (minutes), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (minutes), unk_routine_actions_get_minutes (routines));
  unk_accessible_name_set (minutes, _ ("Minutes I have"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), minutes);
  gtk_box_append (card, row);
  *part = (Part){ g_object_ref (routines), GTK_SPIN_BUTTON (minutes) };
  button = gtk_button_new_with_label (_ ("Fit the Routine"));
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_fit), part, free_part, 0);
  gtk_box_append (card, button);
}

/**
 * unk_fit_part_new:
 * @atlas: the atlas
 * @routines: where minutes and tools are kept, and the routine is fitted
 *
 * Returns: a card that asks for tools and minutes
 */
GtkWidget *
unk_fit_part_new (UnkAtlas *atlas, UnkRoutineActions *routines)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkBox *card = unk_page_add_card (GTK_BOX (box), NULL);

  unk_page_add_text (card, _ ("Tools I have, besides my hands"), "heading");
  add_tools (card, atlas, routines);
  add_minutes (card, routines);
  unk_page_add_text (card,
                     _ ("The steps are chosen anew for the muscles of this routine: large muscles "
                        "first, pressure before stretches, both sides together."),
                     "caption");
  return box;
}
