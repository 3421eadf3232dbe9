/* unk-routine-page.c: a routine, made and changed step by step
 *
 * Its parts are made once and stay, so that the focus and what was typed do, while the routine
 * changes under them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-add-step-part.h"
#include "unk-fit-part.h"
#include "unk-page-parts.h"
#include "unk-routine-menu.h"
#include "unk-safety-part.h"
#include "unk-step-list.h"

struct _UnkRoutinePage
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkRoutineActions *routines;
  GtkBox *box;
  GtkEditable *name;
  GtkLabel *length;
  GtkToggleButton *fit_button, *add_button;
  GtkBox *fit_box, *add_box;
  GtkBox *questions; /* warning signs, asked about before the steps */
  UnkStepList *steps;
  GtkBox *left_out;
  GtkWidget *start;
  gboolean updating; /* the program writes the name, not the user */
  guint rebuild_id;
};

G_DEFINE_FINAL_TYPE (UnkRoutinePage, unk_routine_page, ADW_TYPE_BIN)

static void
on_name_changed (UnkRoutinePage *self)
{
  if (!self->updating && *gtk_editable_get_text (self->name))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.rename-routine", "s",
                                gtk_editable_get_text (self->name));
}

static void
add_name (UnkRoutinePage *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->name = GTK_EDITABLE (entry);
  /* What is undone here is the routine's. */
  gtk_editable_set_enable_undo (self->name, FALSE);
  gtk_editable_set_width_chars (self->name, 8);
  gtk_widget_add_css_class (entry, "routine-name");
  unk_accessible_name_set (entry, _ ("Name of the routine"));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_name_changed), self);
  gtk_box_append (self->box, entry);
}

/* Only one of the two is open at a time. */
static void
on_part_toggled (UnkRoutinePage *self, GtkToggleButton *button)
{
  gboolean open = gtk_toggle_button_get_active (button), fits = button == self->fit_button;

  gtk_widget_set_visible (GTK_WIDGET (fits ? self->fit_box : self->add_box), open);
  if (!open)
    return;
  gtk_toggle_button_set_active (fits ? self->add_button : self->fit_button, FALSE);
  if (fits && !gtk_widget_get_first_child (GTK_WIDGET (self->fit_box)))
    gtk_box_append (self->fit_box,
                    unk_fit_part_new (unk_scene_get_atlas (self->scene), self->routines));
  if (!fits && !gtk_widget_get_first_child (GTK_WIDGET (self->add_box)))
    gtk_box_append (self->add_box, unk_add_step_part_new (self->scene));
  if (!fits)
    unk_add_step_part_begin (
      UNK_ADD_STEP_PART (gtk_widget_get_first_child (GTK_WIDGET (self->add_box))));
}

static GtkToggleButton *
add_part_button (UnkRoutinePage *self, GtkBox *row, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_part_toggled), self);
  gtk_box_append (row, button);
  return GTK_TOGGLE_BUTTON (button);
}

static GtkBox *
add_part_box (UnkRoutinePage *self, gboolean visible)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_visible (box, visible);
  gtk_box_append (self->box, box);
  return GTK_BOX (box);
}

static void
add_icon_button (GtkBox *row, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  unk_accessible_name_set (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (row, button);
}

static void
add_tools (UnkRoutinePage *self)
{
  GtkBox *row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->add_button = add_part_button (self, row, _ ("Add Step"));
  self->fit_button = add_part_button (self, row, _ ("Fit to…"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (row, space);
  add_icon_button (row, "edit-undo-symbolic", _ ("Undo"), "app.undo");
  add_icon_button (row, "edit-redo-symbolic", _ ("Redo"), "app.redo");
  gtk_box_append (row, unk_routine_menu_new (self->routines));
  gtk_box_append (self->box, GTK_WIDGET (row));
  self->fit_box = add_part_box (self, FALSE);
  self->add_box = add_part_box (self, FALSE);
}

static void
on_start_clicked (UnkRoutinePage *self)
{
  const UnkRoutine *routine = unk_routine_actions_get_routine (self->routines);

  if (routine)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.start-session", "x", routine->id);
}

static void
add_start (UnkRoutinePage *self)
{
  self->start = gtk_button_new_with_label (_ ("Start Session"));
  gtk_widget_add_css_class (self->start, "pill");
  gtk_widget_add_css_class (self->start, "suggested-action");
  gtk_widget_set_halign (self->start, GTK_ALIGN_START);
  g_signal_connect_swapped (self->start, "clicked", G_CALLBACK (on_start_clicked), self);
  gtk_box_append (self->box, self->start);
}

static void
on_copy_clicked (UnkRoutinePage *self)
{
  const UnkRoutine *routine = unk_routine_actions_get_routine (self->routines);

  if (routine)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.copy-routine", "x", routine->id);
}

static GtkWidget *
add_button (GtkBox *row, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (row, button);
  return button;
}

static void
add_buttons (UnkRoutinePage *self)
{
  GtkBox *row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkWidget *done = add_button (row, _ ("Done"));
  GtkBox *more = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkWidget *copy = add_button (row, _ ("Duplicate"));
  GtkWidget *remove = add_button (more, _ ("Delete Routine"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "app.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (done), "s", "");
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (on_copy_clicked), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "app.delete-routine");
  gtk_box_append (self->box, GTK_WIDGET (row));
  gtk_box_append (self->box, GTK_WIDGET (more));
}

static void
show_left_out (UnkRoutinePage *self)
{
  GArray *left_out = unk_routine_actions_get_left_out (self->routines);
  GtkBox *card;

  unk_page_clear (self->left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), left_out && left_out->len);
  if (!left_out || !left_out->len)
    return;
  unk_page_add_heading (self->left_out, "unknot-caution-symbolic", _ ("Left Out"));
  card = unk_page_add_card (self->left_out, "caution");
  for (guint i = 0; i < left_out->len; i++)
    {
      g_autofree char *text = unk_left_out_describe (&g_array_index (left_out, UnkLeftOut, i));

      unk_page_add_text (card, text, NULL);
    }
}

static char *
describe_length (UnkRoutinePage *self, const UnkRoutine *routine)
{
  GArray *left_out = unk_routine_actions_get_left_out (self->routines);
  guint minutes = unk_routine_count_minutes (routine), n = routine->steps->len;
  g_autofree char *length = NULL, *steps = NULL;

  if (!n && left_out && left_out->len)
    return g_strdup (_ ("Nothing here is for yourself to do; the reasons are below."));
  if (!n)
    return g_strdup (_ ("No steps yet. Add one, or pick muscles on the body."));
  length = g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
  steps = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  /* Translators: how long a routine takes, and how many steps it has */
  return g_strdup_printf (_ ("%s · %s"), length, steps);
}

/* Warning signs are asked about before the steps. */
static void
show_questions (UnkRoutinePage *self)
{
  UnkMarks *marks = unk_scene_get_marks (self->scene);
  UnkAnswers *answers = unk_scene_get_answers (self->scene);
  gboolean answered = unk_safety_is_answered (marks, answers);

  unk_page_clear (self->questions);
  if (!answered)
    gtk_box_append (self->questions, unk_safety_part_new_questions (marks, answers, TRUE));
  gtk_widget_set_visible (GTK_WIDGET (self->questions), !answered);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), answered);
  gtk_widget_set_visible (self->start, answered);
}

static void
show_routine (UnkRoutinePage *self)
{
  const UnkRoutine *routine = unk_routine_actions_get_routine (self->routines);
  g_autofree char *length = NULL;

  if (!routine)
    return;
  length = describe_length (self, routine);
  gtk_label_set_label (self->length, length);
  if (!g_str_equal (gtk_editable_get_text (self->name), routine->name))
    {
      self->updating = TRUE;
      gtk_editable_set_text (self->name, routine->name);
      self->updating = FALSE;
    }
  unk_step_list_update (self->steps);
  gtk_widget_set_sensitive (self->start, routine->steps->len > 0);
  show_left_out (self);
}

static gboolean
on_rebuild (gpointer data)
{
  UnkRoutinePage *self = data;

  self->rebuild_id = 0;
  show_questions (self);
  show_routine (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: it may be a button of this page that was pressed. */
static void
on_scene_changed (UnkRoutinePage *self, guint what)
{
  if (what & (UNK_CHANGE_ANSWERS | UNK_CHANGE_MARKS) && !self->rebuild_id &&
      unk_routine_actions_get_routine (self->routines))
    self->rebuild_id = g_idle_add (on_rebuild, self);
}

static void
unk_routine_page_dispose (GObject *object)
{
  UnkRoutinePage *self = UNK_ROUTINE_PAGE (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_object (&self->scene);
  g_clear_object (&self->routines);
  G_OBJECT_CLASS (unk_routine_page_parent_class)->dispose (object);
}

static void
unk_routine_page_class_init (UnkRoutinePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_routine_page_dispose;
}

static void
unk_routine_page_init (UnkRoutinePage *self)
{
  self->box = unk_page_new_column (ADW_BIN (self));
}

static void
make_parts (UnkRoutinePage *self)
{
  add_name (self);
  self->length = GTK_LABEL (unk_page_add_text (self->box, "—", "dim-label"));
  add_tools (self);
  self->questions = add_part_box (self, FALSE);
  add_start (self);
  self->steps = UNK_STEP_LIST (unk_step_list_new (self->scene, self->routines));
  gtk_box_append (self->box, GTK_WIDGET (self->steps));
  self->left_out = add_part_box (self, FALSE);
  add_buttons (self);
}

/**
 * unk_routine_page_set_scene:
 * @self: the page
 * @scene: what is looked at; set once
 * @routines: where the routine is
 */
void
unk_routine_page_set_scene (UnkRoutinePage *self, UnkScene *scene, UnkRoutineActions *routines)
{
  self->scene = g_object_ref (scene);
  self->routines = g_object_ref (routines);
  make_parts (self);
  g_signal_connect_object (routines, "changed", G_CALLBACK (show_routine), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  show_questions (self);
  show_routine (self);
}
