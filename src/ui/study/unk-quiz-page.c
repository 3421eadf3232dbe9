/* unk-quiz-page.c: a question, its answers, and what was right
 *
 * Keys 1 to 4 answer, Enter goes on; they are heard before the search entry, which takes what is
 * typed elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-quiz-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"

struct _UnkQuizPage
{
  AdwBin parent_instance;

  UnkQuizActions *quiz;
  GtkBox *box;
  guint build_id;
  GtkEventController *keys; /* (nullable): on the window, while the page is seen */
};

G_DEFINE_FINAL_TYPE (UnkQuizPage, unk_quiz_page, ADW_TYPE_BIN)

static void
act (UnkQuizPage *self, const char *action, int option)
{
  if (option < -1)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), action, "i", option);
}

static GtkWidget *
add_button (GtkBox *box, const char *text, const char *action, const char *style)
{
  GtkWidget *button = unk_page_new_button (text);

  if (style)
    gtk_widget_add_css_class (button, style);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
  return button;
}

static void
add_head (UnkQuizPage *self, const UnkQuizQuestion *q)
{
  UnkStudySummary today = unk_quiz_actions_summarize (self->quiz);
  g_autofree char *due =
    g_strdup_printf (ngettext ("%u to repeat", "%u to repeat", today.due), today.due);
  g_autofree char *fresh =
    g_strdup_printf (ngettext ("%u new", "%u new", today.fresh), today.fresh);
  /* Translators: how many cards are still to be repeated today, and how many new ones to be met */
  g_autofree char *progress = g_strdup_printf (_ ("%s · %s"), due, fresh);
  GtkWidget *label, *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *undo, *leave;

  label = unk_page_add_text (GTK_BOX (row), progress, "dim-label");
  gtk_widget_set_hexpand (label, TRUE);
  undo = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (undo, _ ("Undo (Ctrl+Z)"));
  unk_accessible_name_set (undo, _ ("Undo"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (undo), "app.quiz-undo");
  gtk_widget_add_css_class (undo, "flat");
  gtk_box_append (GTK_BOX (row), undo);
  leave = add_button (GTK_BOX (row), _ ("_Leave"), "app.quiz-leave", "flat");
  gtk_widget_set_tooltip_text (leave, _ ("Leave the quiz; what you answered is kept"));
  gtk_box_append (self->box, row);
  unk_page_add_text (self->box, _ (unk_quiz_kind_name (q->card.kind)), "heading");
  unk_page_add_text (self->box, q->text, "title-3");
}

/* What is right and what was chosen is said by a mark and in words, not by color alone. */
static const char *
judge_option (UnkQuizPage *self, const UnkQuizQuestion *q, guint i)
{
  UnkLesson *lesson = unk_quiz_actions_get_lesson (self->quiz);

  if (unk_lesson_get_state (lesson) != UNK_LESSON_ANSWERED)
    return NULL;
  if (i == q->right)
    return _ ("correct");
  return i == unk_lesson_get_option (lesson) ? _ ("your answer") : NULL;
}

static GtkWidget *
add_option (UnkQuizPage *self, const UnkQuizQuestion *q, guint i)
{
  const char *name = unk_text (q->options[i]->name), *verdict = judge_option (self, q, i);
  /* Translators: the number of an answer, then the answer */
  g_autofree char *text = g_strdup_printf (_ ("%u  %s"), i + 1, name);
  g_autofree char *spoken = verdict ? g_strdup_printf (_ ("%s, %s"), text, verdict) : NULL;
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (verdict)
    {
      GtkWidget *mark = gtk_label_new (verdict);

      gtk_widget_add_css_class (mark, "caption-heading");
      gtk_box_append (GTK_BOX (row),
                      gtk_image_new_from_icon_name (i == q->right ? "object-select-symbolic"
                                                                  : "window-close-symbolic"));
      gtk_box_append (GTK_BOX (row), mark);
      gtk_widget_add_css_class (button, i == q->right ? "right-answer" : "wrong-answer");
    }
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "quiz-option");
  unk_accessible_name_set (button, spoken ? spoken : text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) i);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.quiz-answer");
  gtk_box_append (self->box, button);
  return button;
}

static void
add_task (UnkQuizPage *self, gboolean answered)
{
  UnkBoard *board = unk_quiz_actions_get_board (self->quiz);
  gboolean marks = unk_board_get_task (board) == UNK_BOARD_MARK;
  GtkWidget *row;

  if (answered)
    return;
  unk_page_add_text (
    self->box,
    marks ? _ ("Paint on the body. With keys: go to the body, move with the arrows, paint with "
               "Space.")
          : _ ("Click on the body. With keys: go to the body, move with the arrows, put the X with "
               "Space."),
    "dim-label");
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  add_button (GTK_BOX (row), _ ("_Check"), "app.quiz-check", "suggested-action");
  gtk_box_append (self->box, row);
}

static void
add_unknown (UnkQuizPage *self)
{
  GtkWidget *button = unk_page_new_button (_ ("I _Don’t Know"));

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.quiz-answer");
  gtk_box_append (self->box, button);
}

static void
on_open_page (GtkButton *button G_GNUC_UNUSED, const UnkMuscle *muscle)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *target = g_strconcat (muscle->id, ":right", NULL);

  g_action_group_activate_action (G_ACTION_GROUP (application), "quiz-leave", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (application), "page", g_variant_new_string (""));
  g_action_group_activate_action (G_ACTION_GROUP (application), "muscle",
                                  g_variant_new_string (target));
}

static GtkWidget *
add_link (GtkBox *box, const UnkMuscle *muscle, const char *text)
{
  GtkWidget *button = unk_page_new_button (text);

  g_signal_connect (button, "clicked", G_CALLBACK (on_open_page), (gpointer) muscle);
  gtk_box_append (box, button);
  return button;
}

static void
add_result (UnkQuizPage *self, const UnkQuizQuestion *q)
{
  UnkLesson *lesson = unk_quiz_actions_get_lesson (self->quiz);
  g_autofree char *text = unk_lesson_describe_result (lesson);
  gboolean right = unk_lesson_was_right (lesson);
  GtkBox *card = unk_page_add_card (self->box, right ? NULL : "caution");
  GtkWidget *next, *label;

  unk_page_add_heading (card, right ? "object-select-symbolic" : "dialog-information-symbolic",
                        right ? _ ("Correct") : _ ("Not Yet"));
  label = unk_page_add_text (card, text, NULL);
  unk_accessible_name_set (label, text);
  if (!right)
    unk_page_add_text (card, unk_text (q->card.muscle->summary), "dim-label");
  next = add_button (self->box, _ ("_Next"), "app.quiz-next", "suggested-action");
  gtk_widget_add_css_class (next, "pill");
  gtk_widget_set_halign (next, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (add_link (self->box, q->card.muscle, _ ("_Open Its Page")),
                         GTK_ALIGN_CENTER);
  gtk_widget_grab_focus (next);
}

static void
add_end (UnkQuizPage *self)
{
  UnkStudySummary today = unk_quiz_actions_summarize (self->quiz);
  GPtrArray *missed = unk_quiz_actions_get_missed (self->quiz);
  g_autofree char *done = g_strdup_printf (
    ngettext ("%u card asked today.", "%u cards asked today.", today.done), today.done);
  g_autofree char *known = g_strdup_printf (
    /* Translators: of all answers given today, how many were known */
    _ ("%u of %u answers were known."), today.right_today, today.answers_today);
  GtkWidget *button;

  unk_page_add_title (self->box, _ ("Done for Today"));
  unk_page_add_text (self->box, done, NULL);
  if (today.answers_today)
    unk_page_add_text (self->box, known, NULL);
  if (missed->len)
    unk_page_add_heading (self->box, "unknot-muscles-symbolic", _ ("Worth Another Look"));
  for (guint i = 0; i < missed->len; i++)
    {
      const UnkMuscle *muscle = g_ptr_array_index (missed, i);

      gtk_widget_set_halign (add_link (self->box, muscle, unk_text (muscle->name)),
                             GTK_ALIGN_START);
    }
  button = add_button (self->box, _ ("_Back to the Decks"), "app.quiz-leave", "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_grab_focus (button);
}

static void
build (UnkQuizPage *self)
{
  UnkLesson *lesson = unk_quiz_actions_get_lesson (self->quiz);
  const UnkQuizQuestion *q = lesson ? unk_lesson_get_question (lesson) : NULL;
  UnkLessonState state = lesson ? unk_lesson_get_state (lesson) : UNK_LESSON_IDLE;

  unk_page_clear (self->box);
  if (state == UNK_LESSON_DONE)
    add_end (self);
  else if (!q)
    {
      GtkWidget *spinner = gtk_spinner_new ();

      gtk_spinner_start (GTK_SPINNER (spinner));
      gtk_box_append (self->box, spinner);
      unk_page_add_text (self->box, _ ("The cards are being made …"), "dim-label");
    }
  else
    {
      add_head (self, q);
      for (guint i = 0; i < q->n_options; i++)
        {
          GtkWidget *button = add_option (self, q, i);

          if (i == 0 && state == UNK_LESSON_ASKING)
            gtk_widget_grab_focus (button);
        }
      if (!q->n_options)
        add_task (self, state == UNK_LESSON_ANSWERED);
      if (state == UNK_LESSON_ANSWERED)
        add_result (self, q);
      else
        add_unknown (self);
    }
}

static gboolean
on_build (gpointer data)
{
  UNK_QUIZ_PAGE (data)->build_id = 0;
  build (data);
  return G_SOURCE_REMOVE;
}

/* Not at once: it may be a button of this page that was pressed. */
static void
queue_build (UnkQuizPage *self)
{
  if (!self->build_id && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->build_id = g_idle_add (on_build, self);
}

/* A stroke changes nothing here. */
static void
on_quiz_changed (UnkQuizPage *self)
{
  UnkBoard *board = unk_quiz_actions_get_board (self->quiz);

  if (!unk_board_is_open (board) || !unk_marks_get_n (unk_board_get_marks (board)))
    queue_build (self);
}

static gboolean
on_key (UnkQuizPage *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  UnkLesson *lesson = unk_quiz_actions_get_lesson (self->quiz);
  const UnkQuizQuestion *q = lesson ? unk_lesson_get_question (lesson) : NULL;
  guint option = key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_4 ? key - GDK_KEY_KP_1 : key - GDK_KEY_1;

  if (key == GDK_KEY_z && state & GDK_CONTROL_MASK)
    {
      act (self, "app.quiz-undo", -2);
      return GDK_EVENT_STOP;
    }
  if (!q || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (option < q->n_options && unk_lesson_get_state (lesson) == UNK_LESSON_ASKING)
    {
      act (self, "app.quiz-answer", (int) option);
      return GDK_EVENT_STOP;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
      unk_board_is_open (unk_quiz_actions_get_board (self->quiz)))
    {
      GtkWidget *focus = unk_page_find_focus (GTK_WIDGET (self));

      if (GTK_IS_BUTTON (focus))
        return GDK_EVENT_PROPAGATE;
      act (self, "app.quiz-check", -2);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
on_map (UnkQuizPage *self)
{
  build (self);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->keys);
}

static void
on_unmap (UnkQuizPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root && self->keys)
    gtk_widget_remove_controller (GTK_WIDGET (root), self->keys);
  self->keys = NULL;
}

static void
unk_quiz_page_dispose (GObject *object)
{
  UnkQuizPage *self = UNK_QUIZ_PAGE (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  g_clear_object (&self->quiz);
  G_OBJECT_CLASS (unk_quiz_page_parent_class)->dispose (object);
}

static void
unk_quiz_page_class_init (UnkQuizPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_quiz_page_dispose;
}

static void
unk_quiz_page_init (UnkQuizPage *self)
{
  self->box = unk_page_new_column (ADW_BIN (self));
}

/**
 * unk_quiz_page_set_quiz:
 * @self: the page
 * @quiz: the commands of the quiz; set once
 */
void
unk_quiz_page_set_quiz (UnkQuizPage *self, UnkQuizActions *quiz)
{
  self->quiz = g_object_ref (quiz);
  g_signal_connect_object (quiz, "changed", G_CALLBACK (on_quiz_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_after (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
}
