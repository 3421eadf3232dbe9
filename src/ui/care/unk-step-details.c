/* unk-step-details.c: what can be changed on a step, and how it is done
 *
 * Every control stays where it is while its step changes, so that the focus does, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-step-details.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"
#include "unk-treatment-text.h"

struct _UnkStepDetails
{
  AdwBin parent_instance;

  UnkAtlas *atlas;
  UnkRoutineActions *routines;
  guint index;
  const UnkMuscle *muscle;       /* (nullable): what the choices are for */
  const UnkTreatment *treatment; /* (nullable): what the directions are for */
  gboolean updating;             /* the program changes the controls, not the user */

  GtkDropDown *treatments, *tools;
  GArray *treatment_numbers; /* guint: which treatment each choice is */
  GPtrArray *tool_ids;       /* ids, "" for the hands */
  GtkWidget *tool_line;
  GtkToggleButton *sides[UNK_SIDES];
  GtkSpinButton *seconds, *repetitions;
  GtkBox *directions;
};

G_DEFINE_FINAL_TYPE (UnkStepDetails, unk_step_details, ADW_TYPE_BIN)

static void
act (UnkStepDetails *self, const char *action, GVariant *target)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (target);

  if (!self->updating)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, held);
}

static void
on_treatment_chosen (UnkStepDetails *self)
{
  guint i = gtk_drop_down_get_selected (self->treatments);

  if (i < self->treatment_numbers->len)
    act (self, "app.step-treatment",
         g_variant_new ("(uu)", self->index, g_array_index (self->treatment_numbers, guint, i)));
}

static void
on_tool_chosen (UnkStepDetails *self)
{
  guint i = gtk_drop_down_get_selected (self->tools);

  if (i < self->tool_ids->len)
    act (self, "app.step-tool",
         g_variant_new ("(us)", self->index, g_ptr_array_index (self->tool_ids, i)));
}

static void
on_dose_changed (UnkStepDetails *self)
{
  act (self, "app.step-dose",
       g_variant_new ("(uii)", self->index, gtk_spin_button_get_value_as_int (self->seconds),
                      gtk_spin_button_get_value_as_int (self->repetitions)));
}

/* Both are told of each press; the one that is let go says nothing. */
static void
on_side_toggled (UnkStepDetails *self, GtkToggleButton *side)
{
  if (gtk_toggle_button_get_active (side))
    act (self, "app.turn-step", g_variant_new ("u", self->index));
}

static GtkWidget *
add_line (GtkBox *box, const char *name, GtkWidget *control)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  unk_accessible_name_set (control, name);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), control);
  gtk_box_append (box, line);
  return line;
}

/* Long names are cut in the button and whole in the list. */
static void
show_choice (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
             gpointer data G_GNUC_UNUSED)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (text));
}

static void
make_choice (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
             gpointer data G_GNUC_UNUSED)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_list_item_set_child (item, label);
}

static GtkDropDown *
make_drop_down (UnkStepDetails *self, GCallback chosen)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (make_choice), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (show_choice), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  g_signal_connect_swapped (drop_down, "notify::selected", chosen, self);
  return GTK_DROP_DOWN (drop_down);
}

static GtkWidget *
make_sides (UnkStepDetails *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  for (UnkSide side = 0; side < UNK_SIDES; side++)
    {
      GtkWidget *button =
        gtk_toggle_button_new_with_label (side == UNK_SIDE_LEFT ? _ ("Left") : _ ("Right"));

      self->sides[side] = GTK_TOGGLE_BUTTON (button);
      if (side)
        gtk_toggle_button_set_group (self->sides[side], self->sides[0]);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_side_toggled), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static GtkSpinButton *
make_spin (UnkStepDetails *self)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 1, 1);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_dose_changed), self);
  return GTK_SPIN_BUTTON (spin);
}

static void
unk_step_details_finalize (GObject *object)
{
  UnkStepDetails *self = UNK_STEP_DETAILS (object);

  g_array_unref (self->treatment_numbers);
  g_ptr_array_unref (self->tool_ids);
  unk_atlas_unref (self->atlas);
  g_object_unref (self->routines);
  G_OBJECT_CLASS (unk_step_details_parent_class)->finalize (object);
}

static void
unk_step_details_class_init (UnkStepDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_step_details_finalize;
}

static void
unk_step_details_init (UnkStepDetails *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));

  self->treatment_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tool_ids = g_ptr_array_new ();
  self->updating = TRUE;
  self->treatments = make_drop_down (self, G_CALLBACK (on_treatment_chosen));
  self->tools = make_drop_down (self, G_CALLBACK (on_tool_chosen));
  self->seconds = make_spin (self);
  self->repetitions = make_spin (self);
  self->directions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  add_line (box, _ ("Treatment"), GTK_WIDGET (self->treatments));
  self->tool_line = add_line (box, _ ("Tool"), GTK_WIDGET (self->tools));
  add_line (box, _ ("Side"), make_sides (self));
  add_line (box, _ ("Seconds each time"), GTK_WIDGET (self->seconds));
  add_line (box, _ ("How many times"), GTK_WIDGET (self->repetitions));
  gtk_box_append (box, GTK_WIDGET (self->directions));
  self->updating = FALSE;
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

/* Of several treatments of a kind the title tells which; "Stretch: Arm across the chest". */
static char *
name_treatment (const UnkTreatment *t)
{
  if (!*t->title)
    return g_strdup (unk_treatment_kind_name (t->kind));
  /* Translators: a kind of treatment, and which one */
  return g_strdup_printf (_ ("%s: %s"), unk_treatment_kind_name (t->kind), unk_text (t->title));
}

static void
list_treatments (UnkStepDetails *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->treatment_numbers, 0);
  for (guint i = 0; self->muscle && i < self->muscle->n_treatments; i++)
    {
      g_autofree char *name = name_treatment (&self->muscle->treatments[i]);

      if (g_str_equal (self->muscle->treatments[i].self, "no"))
        continue;
      gtk_string_list_append (names, name);
      g_array_append_val (self->treatment_numbers, i);
    }
  gtk_drop_down_set_model (self->treatments, G_LIST_MODEL (names));
}

static void
list_tools (UnkStepDetails *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->tool_ids, 0);
  g_ptr_array_add (self->tool_ids, (gpointer) "");
  gtk_string_list_append (names, _ ("Bare hands"));
  for (const UnkToolFit *fit = self->muscle ? self->muscle->tools : NULL; fit && fit->id; fit++)
    {
      const UnkTool *tool = unk_atlas_find_tool (self->atlas, fit->id);
      g_autofree char *name = NULL;

      if (!tool || g_str_equal (fit->fit, "no") || g_str_equal (fit->id, "fingers-knuckles") ||
          g_str_equal (fit->id, "heat-pack"))
        continue;
      /* Translators: a tool, and how well it fits */
      name = g_strdup_printf (_ ("%s · %s"), unk_text (tool->name), unk_tool_fit_name (fit->fit));
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->tool_ids, (gpointer) fit->id);
    }
  gtk_drop_down_set_model (self->tools, G_LIST_MODEL (names));
}

static void
select_choices (UnkStepDetails *self, const UnkRoutineStep *step)
{
  for (guint i = 0; i < self->treatment_numbers->len; i++)
    if (&self->muscle->treatments[g_array_index (self->treatment_numbers, guint, i)] ==
        self->treatment)
      gtk_drop_down_set_selected (self->treatments, i);
  for (guint i = 0; i < self->tool_ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->tool_ids, i), step->tool))
      gtk_drop_down_set_selected (self->tools, i);
  gtk_widget_set_visible (self->tool_line, g_str_equal (step->kind, "compression"));
  gtk_toggle_button_set_active (self->sides[step->side], TRUE);
}

static void
show_dose (UnkStepDetails *self, const UnkRoutineStep *step)
{
  const UnkTreatment *t = self->treatment;
  UnkRange seconds = t ? t->seconds : (UnkRange){ step->seconds, step->seconds };
  UnkRange repetitions = t ? t->repetitions : (UnkRange){ step->repetitions, step->repetitions };

  gtk_spin_button_set_range (self->seconds, seconds.low, seconds.high);
  gtk_spin_button_set_increments (self->seconds, seconds.high > 10 ? 5 : 1, 10);
  gtk_spin_button_set_range (self->repetitions, repetitions.low, repetitions.high);
  gtk_spin_button_set_value (self->seconds, step->seconds);
  gtk_spin_button_set_value (self->repetitions, step->repetitions);
}

static void
show_directions (UnkStepDetails *self)
{
  const UnkTreatment *t = self->treatment;

  unk_page_clear (self->directions);
  if (!t)
    return;
  unk_page_add_field (self->directions, _ ("Position"), t->position);
  unk_page_add_steps (self->directions, t->steps);
  unk_page_add_field (self->directions, _ ("When to stop"), t->stop);
}

/**
 * unk_step_details_set_step:
 * @self: the details
 * @index: the number of the step, from 0
 * @step: the step; not kept
 */
void
unk_step_details_set_step (UnkStepDetails *self, guint index, const UnkRoutineStep *step)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (self->atlas, step->muscle, NULL);
  const UnkTreatment *treatment = unk_routine_step_find_treatment (step, self->atlas);
  gboolean other = muscle != self->muscle;

  self->updating = TRUE;
  self->index = index;
  self->muscle = muscle;
  if (other)
    {
      list_treatments (self);
      list_tools (self);
    }
  if (other || treatment != self->treatment)
    {
      self->treatment = treatment;
      show_directions (self);
    }
  select_choices (self, step);
  show_dose (self, step);
  self->updating = FALSE;
}

/**
 * unk_step_details_new:
 * @atlas: the atlas
 * @routines: the commands of routines
 *
 * Returns: details of no step yet
 */
GtkWidget *
unk_step_details_new (UnkAtlas *atlas, UnkRoutineActions *routines)
{
  UnkStepDetails *self = g_object_new (UNK_TYPE_STEP_DETAILS, NULL);

  self->atlas = unk_atlas_ref (atlas);
  self->routines = g_object_ref (routines);
  return GTK_WIDGET (self);
}
