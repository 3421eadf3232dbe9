/* unk-depth-switch.c: how far the body is peeled
 *
 * A button for each depth; all go through the action "depth". Turn it by its orientation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-depth-switch.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-scene.h"

struct _UnkDepthSwitch
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (UnkDepthSwitch, unk_depth_switch, GTK_TYPE_BOX)

static const struct
{
  UnkDepth depth;
  const char *label, *tooltip;
} depths[] = {
  /* Translators: how far the drawn body is peeled */
  { UNK_DEPTH_SKIN, N_ ("Skin"), N_ ("Skin") }, { UNK_DEPTH_1, "1", N_ ("Superficial muscles") },
  { UNK_DEPTH_2, "2", N_ ("Second layer") },    { UNK_DEPTH_3, "3", N_ ("Third layer") },
  { UNK_DEPTH_4, "4", N_ ("Deepest muscles") }, { UNK_DEPTH_BONES, N_ ("Bones"), N_ ("Bones") },
};

static GtkWidget *
new_choice (guint i)
{
  const char *tooltip = _ (depths[i].tooltip);
  GtkWidget *button = gtk_toggle_button_new_with_label (_ (depths[i].label));

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_hexpand (button, TRUE);
  unk_accessible_name_set (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.depth");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", unk_depth_id (depths[i].depth));
  return button;
}

static void
unk_depth_switch_class_init (UnkDepthSwitchClass *klass G_GNUC_UNUSED)
{
}

static void
unk_depth_switch_init (UnkDepthSwitch *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "floating");
  unk_accessible_name_set (self, _ ("Depth"));
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    gtk_box_append (GTK_BOX (self), new_choice (i));
}
