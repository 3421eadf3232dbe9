/* unk-step-list.c: the steps of the open routine, to be put in order
 *
 * By drag, with a line where the step would go, or by Ctrl or Alt with Up and Down; Delete removes
 * a step, Return opens its details.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-step-list.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"
#include "unk-step-row.h"

struct _UnkStepList
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkRoutineActions *routines;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (UnkStepList, unk_step_list, ADW_TYPE_BIN)

static void
on_row_activated (UnkStepList *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.step", "i", gtk_list_box_row_get_index (row));
}

/* The row that has the focus, itself or within. */
static GtkListBoxRow *
find_focused (UnkStepList *self, gboolean itself)
{
  GtkWidget *focus = unk_page_find_focus (GTK_WIDGET (self));
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, UNK_TYPE_STEP_ROW) : NULL;

  return row && (!itself || row == focus) ? GTK_LIST_BOX_ROW (row) : NULL;
}

static void
move (UnkStepList *self, guint from, guint to)
{
  if (from != to && gtk_list_box_get_row_at_index (self->list, (int) to))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.move-step", "(uu)", from, to);
}

static gboolean
on_key (UnkStepList *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  gboolean moves = modifiers == GDK_CONTROL_MASK || modifiers == GDK_ALT_MASK;
  GtkListBoxRow *row = find_focused (self, !moves);
  int index;

  if (!row)
    return FALSE;
  index = gtk_list_box_row_get_index (row);
  if (moves && (up || down))
    {
      if (down || index > 0)
        move (self, (guint) index, (guint) (down ? index + 1 : index - 1));
      return TRUE;
    }
  if (!modifiers && key == GDK_KEY_Delete)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "app.remove-step", "u", (guint) index);
      return TRUE;
    }
  return FALSE;
}

static void
clear_drop (UnkStepList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row;
       row = gtk_widget_get_next_sibling (row))
    unk_step_row_set_drop (UNK_STEP_ROW (row), UNK_DROP_NOWHERE);
}

/* The row at a height of the list, and on which side of it a step would go. */
static GtkListBoxRow *
find_place (UnkStepList *self, double y, UnkDropPlace *place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  graphene_rect_t bounds;

  if (!row || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return NULL;
  *place = y < bounds.origin.y + bounds.size.height / 2 ? UNK_DROP_BEFORE : UNK_DROP_AFTER;
  return row;
}

static GdkDragAction
on_drag_over (UnkStepList *self, double x G_GNUC_UNUSED, double y)
{
  UnkDropPlace place;
  GtkListBoxRow *row = find_place (self, y, &place);

  clear_drop (self);
  if (!row)
    return 0;
  unk_step_row_set_drop (UNK_STEP_ROW (row), place);
  return GDK_ACTION_MOVE;
}

static gboolean
on_dropped (UnkStepList *self, const GValue *value, double x G_GNUC_UNUSED, double y)
{
  UnkDropPlace place;
  GtkListBoxRow *row = find_place (self, y, &place);
  guint from = g_value_get_uint (value), to;

  clear_drop (self);
  if (!row)
    return FALSE;
  to = (guint) gtk_list_box_row_get_index (row) + (place == UNK_DROP_AFTER);
  move (self, from, to > from ? to - 1 : to);
  return TRUE;
}

static void
on_step_moved (UnkStepList *self, guint to)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) to);

  if (row && gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
unk_step_list_dispose (GObject *object)
{
  UnkStepList *self = UNK_STEP_LIST (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->routines);
  G_OBJECT_CLASS (unk_step_list_parent_class)->dispose (object);
}

static void
unk_step_list_class_init (UnkStepListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_step_list_dispose;
}

static void
unk_step_list_init (UnkStepList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  unk_accessible_name_set (self->list, _ ("Steps"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drag_over), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (clear_drop), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * unk_step_list_update:
 * @self: the list
 *
 * Shows the steps as they are now. Rows stay where they are, and the focus with them.
 */
void
unk_step_list_update (UnkStepList *self)
{
  const UnkRoutine *routine = unk_routine_actions_get_routine (self->routines);
  guint n = routine ? routine->steps->len : 0;
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (!row)
        {
          row = GTK_LIST_BOX_ROW (unk_step_row_new (self->scene, self->routines));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      unk_step_row_set_step (UNK_STEP_ROW (row), i, n, g_ptr_array_index (routine->steps, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

/**
 * unk_step_list_new:
 * @scene: where the muscle of a step is shown
 * @routines: where the routine is
 *
 * Returns: a list, still empty
 */
GtkWidget *
unk_step_list_new (UnkScene *scene, UnkRoutineActions *routines)
{
  UnkStepList *self = g_object_new (UNK_TYPE_STEP_LIST, NULL);

  self->scene = g_object_ref (scene);
  self->routines = g_object_ref (routines);
  g_signal_connect_object (routines, "step-moved", G_CALLBACK (on_step_moved), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
