/* unk-step-row.c: a step of the open routine
 *
 * While it is pointed at or has the focus, its muscle is shown on the body. It is drawn by its
 * handle; its details are made when they are first opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-step-row.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-safety.h"
#include "unk-step-details.h"
#include "unk-treatment-text.h"

struct _UnkStepRow
{
  GtkListBoxRow parent_instance;

  UnkScene *scene;
  UnkRoutineActions *routines;
  const UnkMuscle *muscle; /* (nullable): the atlas doesn't know it */
  UnkSide side;
  guint index;

  GtkBox *box;
  GtkWidget *handle;
  GtkLabel *title, *kind, *dose;
  GtkToggleButton *open;
  GtkMenuButton *menu;
  GtkWidget *details; /* (nullable): not opened yet */
};

G_DEFINE_FINAL_TYPE (UnkStepRow, unk_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_pointed (UnkStepRow *self)
{
  if (self->muscle)
    unk_scene_preview (self->scene, self->muscle, self->side);
}

static void
on_left (UnkStepRow *self)
{
  UnkSubject shown = unk_scene_get_previewed (self->scene);

  if (self->muscle && shown.id == self->muscle->id && shown.side == self->side)
    unk_scene_preview (self->scene, NULL, UNK_SIDE_RIGHT);
}

static GdkContentProvider *
on_prepare_drag (UnkStepRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, self->index);
}

static void
on_drag_began (UnkStepRow *self, GdkDrag *drag)
{
  GtkWidget *label = gtk_label_new (gtk_label_get_label (self->title));

  /* Small and beside the pointer, so that the line where it would go is seen. */
  gtk_widget_add_css_class (label, "drag-label");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -16, -8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
on_drag_ended (UnkStepRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static void
make_draggable (UnkStepRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare_drag), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_began), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (on_drag_ended), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
watch (UnkStepRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_pointed), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_left), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_pointed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
unk_step_row_dispose (GObject *object)
{
  UnkStepRow *self = UNK_STEP_ROW (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->routines);
  G_OBJECT_CLASS (unk_step_row_parent_class)->dispose (object);
}

static void
unk_step_row_class_init (UnkStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_step_row_dispose;
}

static void
unk_step_row_init (UnkStepRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_set_tooltip_text (self->handle, _ ("Drag, or press Ctrl+Up and Ctrl+Down, to move"));
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  gtk_widget_add_css_class (self->handle, "drag-handle");
  gtk_widget_set_hexpand (texts, TRUE);
  self->title = add_label (GTK_BOX (texts), "heading");
  self->kind = add_label (GTK_BOX (texts), NULL);
  self->dose = add_label (GTK_BOX (texts), "dose");
  self->open = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->open), "pan-down-symbolic");
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_box_append (GTK_BOX (head), self->handle);
  gtk_box_append (GTK_BOX (head), texts);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->menu));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->open));
  for (GtkWidget *button = GTK_WIDGET (self->menu); button;
       button = gtk_widget_get_next_sibling (button))
    {
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
    }
  gtk_box_append (self->box, head);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  make_draggable (self);
  watch (self);
}

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
fill_menu (UnkStepRow *self, guint n)
{
  g_autoptr (GMenu) menu = g_menu_new (), more = g_menu_new ();
  guint i = self->index;

  if (i > 0)
    add_item (menu, _ ("Move _Up"), "app.move-step", g_variant_new ("(uu)", i, i - 1));
  if (i + 1 < n)
    add_item (menu, _ ("Move _Down"), "app.move-step", g_variant_new ("(uu)", i, i + 1));
  add_item (more, _ ("D_uplicate"), "app.copy-step", g_variant_new ("u", i));
  add_item (more, _ ("_Other Side"), "app.turn-step", g_variant_new ("u", i));
  add_item (more, _ ("_Remove"), "app.remove-step", g_variant_new ("u", i));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
}

/* "Compression · Tennis ball" */
static char *
describe_kind (UnkStepRow *self, const UnkRoutineStep *step)
{
  const UnkTool *tool = unk_atlas_find_tool (unk_scene_get_atlas (self->scene), step->tool);
  const char *kind = unk_treatment_kind_name (step->kind);

  if (!tool)
    return g_strdup (kind);
  /* Translators: a technique, and the tool for it */
  return g_strdup_printf (_ ("%s · %s"), kind, unk_text (tool->name));
}

static char *
describe_dose (const UnkRoutineStep *step)
{
  g_autofree char *each =
    g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) step->seconds), step->seconds);

  if (step->repetitions < 2)
    return g_steal_pointer (&each);
  /* Translators: how long, and how often */
  return g_strdup_printf (ngettext ("%s, %d time", "%s, %d times", (gulong) step->repetitions),
                          each, step->repetitions);
}

/* What was said after the routine was made counts, too. */
static char *
find_block (UnkStepRow *self)
{
  g_autoptr (GArray) reasons =
    self->muscle
      ? unk_safety_judge_muscle (unk_scene_get_marks (self->scene),
                                 unk_scene_get_answers (self->scene), self->muscle, self->side)
      : NULL;

  if (!reasons || !unk_safety_blocks (unk_safety_get_worst (reasons)))
    return NULL;
  return unk_safety_reason_describe (&g_array_index (reasons, UnkSafetyReason, 0));
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_details (UnkStepRow *self, const UnkRoutineStep *step, gboolean open)
{
  if (open && !self->details)
    {
      self->details = unk_step_details_new (unk_scene_get_atlas (self->scene), self->routines);
      gtk_box_append (self->box, self->details);
    }
  if (open)
    unk_step_details_set_step (UNK_STEP_DETAILS (self->details), self->index, step);
  if (self->details)
    gtk_widget_set_visible (self->details, open);
  gtk_button_set_icon_name (GTK_BUTTON (self->open),
                            open ? "pan-up-symbolic" : "pan-down-symbolic");
}

static void
name_controls (UnkStepRow *self, const char *title, const char *kind, const char *dose)
{
  g_autofree char *label = g_strdup_printf ("%s. %s. %s", title, kind, dose);
  /* Translators: %s is a step: its number, a muscle, its side */
  g_autofree char *open = g_strdup_printf (_ ("Details of %s"), title);
  /* Translators: %s is a step: its number, a muscle, its side */
  g_autofree char *menu = g_strdup_printf (_ ("Menu of %s"), title);

  unk_accessible_name_set (self, label);
  unk_accessible_name_set (self->open, open);
  unk_accessible_name_set (self->menu, menu);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open), _ ("Details"));
}

/**
 * unk_step_row_set_step:
 * @self: a row
 * @index: the number of the step, from 0
 * @n: how many steps there are
 * @step: the step; not kept
 */
void
unk_step_row_set_step (UnkStepRow *self, guint index, guint n, const UnkRoutineStep *step)
{
  g_autofree char *kind = describe_kind (self, step), *title = NULL, *dose = NULL, *block = NULL;

  self->index = index;
  self->muscle = unk_atlas_find_muscle (unk_scene_get_atlas (self->scene), step->muscle, NULL);
  self->side = step->side;
  /* Translators: the number of a step, a muscle and its side */
  title = g_strdup_printf (_ ("%u. %s, %s"), index + 1,
                           self->muscle ? unk_text (self->muscle->name) : step->muscle,
                           unk_side_name (step->side));
  block = find_block (self);
  dose = describe_dose (step);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->kind, kind);
  gtk_label_set_label (self->dose, block ? block : dose);
  set_class (GTK_WIDGET (self->dose), "dose", !block);
  set_class (GTK_WIDGET (self), "alarm", block != NULL);
  name_controls (self, title, kind, block ? block : dose);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "i", (int) index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "app.step");
  fill_menu (self, n);
  show_details (self, step, unk_routine_actions_get_step (self->routines) == (int) index && !block);
}

/**
 * unk_step_row_set_drop:
 * @self: a row
 * @place: where a line shows that a step would be dropped
 */
void
unk_step_row_set_drop (UnkStepRow *self, UnkDropPlace place)
{
  set_class (GTK_WIDGET (self), "drop-before", place == UNK_DROP_BEFORE);
  set_class (GTK_WIDGET (self), "drop-after", place == UNK_DROP_AFTER);
}

/**
 * unk_step_row_new:
 * @scene: where the muscle is shown
 * @routines: the commands of routines
 *
 * Returns: a row of no step yet
 */
GtkWidget *
unk_step_row_new (UnkScene *scene, UnkRoutineActions *routines)
{
  UnkStepRow *self = g_object_new (UNK_TYPE_STEP_ROW, NULL);

  self->scene = g_object_ref (scene);
  self->routines = g_object_ref (routines);
  return GTK_WIDGET (self);
}
