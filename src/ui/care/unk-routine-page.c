/* unk-routine-page.c: a routine, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-page.h"

#include <glib/gi18n.h>

#include "unk-page-parts.h"
#include "unk-safety-part.h"
#include "unk-treatment-text.h"

struct _UnkRoutinePage
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkRoutineActions *routines;
  GtkBox *box;
  guint rebuild_id;
};

G_DEFINE_FINAL_TYPE (UnkRoutinePage, unk_routine_page, ADW_TYPE_BIN)

static UnkAtlas *
get_atlas (UnkRoutinePage *self)
{
  return unk_scene_get_atlas (self->scene);
}

/* "Compression · Tennis ball" */
static char *
describe_step (UnkRoutinePage *self, const UnkRoutineStep *step)
{
  const UnkTool *tool = unk_atlas_find_tool (get_atlas (self), step->tool);
  const char *kind = unk_treatment_kind_name (step->kind);

  if (!tool)
    return g_strdup (kind);
  /* Translators: a technique, and the tool for it */
  return g_strdup_printf (_ ("%s · %s"), kind, unk_text (tool->name));
}

static char *
describe_time (const UnkRoutineStep *step)
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
static gboolean
is_blocked (UnkRoutinePage *self, GtkBox *card, const UnkMuscle *muscle, UnkSide side)
{
  g_autoptr (GArray) reasons = unk_safety_judge_muscle (
    unk_scene_get_marks (self->scene), unk_scene_get_answers (self->scene), muscle, side);
  g_autofree char *why = NULL;

  if (!unk_safety_blocks (unk_safety_get_worst (reasons)))
    return FALSE;
  why = unk_safety_reason_describe (&g_array_index (reasons, UnkSafetyReason, 0));
  gtk_widget_add_css_class (GTK_WIDGET (card), "alarm");
  unk_page_add_text (card, why, NULL);
  return TRUE;
}

/* Warning signs are asked about before the steps. */
static gboolean
add_questions (UnkRoutinePage *self)
{
  UnkMarks *marks = unk_scene_get_marks (self->scene);
  UnkAnswers *answers = unk_scene_get_answers (self->scene);

  if (unk_safety_is_answered (marks, answers))
    return FALSE;
  gtk_box_append (self->box, unk_safety_part_new_questions (marks, answers, TRUE));
  return TRUE;
}

static void
add_step (UnkRoutinePage *self, guint number, const UnkRoutineStep *step)
{
  const UnkTreatment *treatment = unk_routine_step_find_treatment (step, get_atlas (self));
  const UnkMuscle *muscle = unk_atlas_find_muscle (get_atlas (self), step->muscle, NULL);
  g_autofree char *kind = describe_step (self, step), *time = describe_time (step);
  g_autofree char *title =
    /* Translators: the number of a step, a muscle and its side */
    g_strdup_printf (_ ("%u. %s, %s"), number, muscle ? unk_text (muscle->name) : step->muscle,
                     unk_side_name (step->side));
  GtkBox *card = unk_page_add_card (self->box, NULL);

  unk_page_add_text (card, title, "heading");
  unk_page_add_text (card, kind, NULL);
  if (muscle && is_blocked (self, card, muscle, step->side))
    return;
  unk_page_add_text (card, time, "dose");
  if (!treatment)
    return;
  unk_page_add_field (card, _ ("Position"), treatment->position);
  unk_page_add_steps (card, treatment->steps);
  unk_page_add_field (card, _ ("When to stop"), treatment->stop);
}

static void
add_left_out (UnkRoutinePage *self)
{
  GArray *left_out = unk_routine_actions_get_left_out (self->routines);
  GtkBox *card;

  if (!left_out || !left_out->len)
    return;
  unk_page_add_heading (self->box, "unknot-caution-symbolic", _ ("Left Out"));
  card = unk_page_add_card (self->box, "caution");
  for (guint i = 0; i < left_out->len; i++)
    {
      g_autofree char *text = unk_left_out_describe (&g_array_index (left_out, UnkLeftOut, i));

      unk_page_add_text (card, text, NULL);
    }
}

static void
add_buttons (UnkRoutinePage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("_Done"));
  GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("_Delete Routine"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "app.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (done), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "app.delete-routine");
  gtk_widget_add_css_class (done, "pill");
  gtk_widget_add_css_class (remove, "pill");
  gtk_box_append (GTK_BOX (row), done);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (self->box, row);
}

static void
build (UnkRoutinePage *self)
{
  const UnkRoutine *routine = unk_routine_actions_get_routine (self->routines);
  guint minutes;
  g_autofree char *length = NULL;

  unk_page_clear (self->box);
  if (!routine)
    return;
  minutes = (unk_routine_count_seconds (routine) + 59) / 60;
  unk_page_add_title (self->box, routine->name);
  length = routine->steps->len
             ? g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes)
             : g_strdup (_ ("Nothing here is for yourself to do; the reasons are below."));
  unk_page_add_text (self->box, length, "dim-label");
  if (!add_questions (self))
    for (guint i = 0; i < routine->steps->len; i++)
      add_step (self, i + 1, g_ptr_array_index (routine->steps, i));
  add_left_out (self);
  add_buttons (self);
}

static gboolean
on_rebuild (gpointer data)
{
  UNK_ROUTINE_PAGE (data)->rebuild_id = 0;
  build (data);
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
  g_signal_connect_object (routines, "changed", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  build (self);
}
