/* unk-safety-part.c: warning signs to rule out, and what limits self-care
 *
 * Questions come before advice. A yes is answered at once and in front of everything.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-safety-part.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"

typedef struct
{
  UnkAnswers *answers;
  const UnkCaution *flag;
} Question;

static void
free_question (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Question *question = data;

  g_object_unref (question->answers);
  g_free (question);
}

/**
 * unk_safety_part_new_verdict:
 * @reasons: (element-type UnkSafetyReason): what limits self-care, the worst first
 *
 * Returns: (nullable): a card that says what to do about it; %NULL where nothing limits it
 */
GtkWidget *
unk_safety_part_new_verdict (GArray *reasons)
{
  UnkSafetyLevel level = unk_safety_get_worst (reasons);
  gboolean grave = unk_safety_blocks (level);
  GtkWidget *box, *heading;
  GtkBox *card;

  if (level == UNK_SAFETY_OPEN)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  card = unk_page_add_card (GTK_BOX (box), grave ? "alarm" : "caution");
  heading =
    unk_page_add_heading (card, "unknot-caution-symbolic", unk_safety_level_heading (level));
  gtk_widget_remove_css_class (gtk_widget_get_parent (heading), "section");
  unk_page_add_text (card, unk_safety_level_advice (level), NULL);
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *text =
        unk_safety_reason_describe (&g_array_index (reasons, UnkSafetyReason, i));

      unk_page_add_text (card, text, "caption");
    }
  return box;
}

static void
on_yes (GtkToggleButton *button, Question *question)
{
  unk_answers_set (question->answers, UNK_ASKED_RED_FLAG, question->flag->id,
                   gtk_toggle_button_get_active (button) ? UNK_ANSWER_YES : UNK_ANSWER_NONE);
}

static void
on_no (GtkToggleButton *button, Question *question)
{
  unk_answers_set (question->answers, UNK_ASKED_RED_FLAG, question->flag->id,
                   gtk_toggle_button_get_active (button) ? UNK_ANSWER_NO : UNK_ANSWER_NONE);
}

static void
on_cleared (GtkToggleButton *button, Question *question)
{
  unk_answers_set (question->answers, UNK_ASKED_RED_FLAG, question->flag->id,
                   gtk_toggle_button_get_active (button) ? UNK_ANSWER_CLEARED : UNK_ANSWER_YES);
}

static void
connect_question (GtkWidget *button, GCallback callback, UnkAnswers *answers,
                  const UnkCaution *flag)
{
  Question *question = g_new (Question, 1);

  *question = (Question){ g_object_ref (answers), flag };
  g_signal_connect_data (button, "toggled", callback, question, free_question, 0);
}

static GtkWidget *
add_choice (GtkBox *row, const char *label, const char *full, gboolean active)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  unk_accessible_name_set (button, full);
  gtk_box_append (row, button);
  return button;
}

static void
add_question (GtkBox *box, UnkAnswers *answers, const UnkCaution *flag)
{
  UnkAnswer answer = unk_answers_get (answers, UNK_ASKED_RED_FLAG, flag->id);
  gboolean yes = answer == UNK_ANSWER_YES || answer == UNK_ANSWER_CLEARED;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *button;
  const char *name = unk_text (flag->name);
  /* Translators: an answer, and the name of the warning sign that it is about */
  g_autofree char *full_yes = g_strdup_printf (_ ("Yes: %s"), name);
  g_autofree char *full_no = g_strdup_printf (_ ("No: %s"), name);
  g_autofree char *full_cleared =
    g_strdup_printf (_ ("A doctor has looked at it and allows self-care: %s"), name);

  if (gtk_widget_get_first_child (GTK_WIDGET (box)))
    gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  unk_page_add_bullets (box, flag->texts);
  gtk_widget_add_css_class (row, "linked");
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  connect_question (add_choice (GTK_BOX (row), _ ("No"), full_no, answer == UNK_ANSWER_NO),
                    G_CALLBACK (on_no), answers, flag);
  connect_question (
    add_choice (GTK_BOX (row), _ ("Yes, This Fits"), full_yes, answer == UNK_ANSWER_YES),
    G_CALLBACK (on_yes), answers, flag);
  gtk_box_append (box, row);
  if (!yes)
    return;
  button = add_choice (GTK_BOX (row), _ ("Cleared by a Doctor"), full_cleared,
                       answer == UNK_ANSWER_CLEARED);
  connect_question (button, G_CALLBACK (on_cleared), answers, flag);
}

static void
on_none_fits (GtkButton *button, UnkMarks *marks)
{
  UnkAnswers *answers = g_object_get_data (G_OBJECT (button), "answers");
  g_autoptr (GPtrArray) flags = unk_safety_find_red_flags (marks);

  for (guint i = 0; i < flags->len; i++)
    {
      const UnkCaution *flag = g_ptr_array_index (flags, i);

      if (unk_answers_get (answers, UNK_ASKED_RED_FLAG, flag->id) == UNK_ANSWER_NONE)
        unk_answers_set (answers, UNK_ASKED_RED_FLAG, flag->id, UNK_ANSWER_NO);
    }
}

static void
add_none_fits (GtkBox *box, UnkMarks *marks, UnkAnswers *answers)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("None of These Fits"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  g_object_set_data_full (G_OBJECT (button), "answers", g_object_ref (answers), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_none_fits), marks, 0);
  gtk_box_append (box, button);
}

static guint
count_open (GPtrArray *flags, UnkAnswers *answers)
{
  guint n = 0;

  for (guint i = 0; i < flags->len; i++)
    n +=
      unk_answers_get (answers, UNK_ASKED_RED_FLAG,
                       ((const UnkCaution *) g_ptr_array_index (flags, i))->id) == UNK_ANSWER_NONE;
  return n;
}

static GtkWidget *
new_row (GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  return row;
}

/**
 * unk_safety_part_new_questions:
 * @marks: what hurts
 * @answers: what was said
 * @expanded: whether to ask at once, as long as there is something to be asked
 *
 * Returns: (nullable): the warning signs that fit the marked places, to be ruled out; folded away
 *   once all are answered, %NULL where there is none
 */
GtkWidget *
unk_safety_part_new_questions (UnkMarks *marks, UnkAnswers *answers, gboolean expanded)
{
  g_autoptr (GPtrArray) flags = unk_safety_find_red_flags (marks);
  guint open = count_open (flags, answers);
  GtkWidget *list, *row, *box;
  g_autofree char *title = NULL;

  if (!flags->len)
    return NULL;
  list = gtk_list_box_new ();
  row = adw_expander_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  unk_accessible_name_set (list, _ ("Warning signs"));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (box, "padded");
  if (open)
    gtk_widget_add_css_class (list, "caution");
  title = open ? g_strdup_printf (ngettext ("First: Does This Warning Sign Fit?",
                                            "First: Does One of These %u Warning Signs Fit?", open),
                                  open)
               : g_strdup (_ ("Warning Signs: Answered"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_icon_name (ADW_EXPANDER_ROW (row),
                                  open ? "unknot-caution-symbolic" : "object-select-symbolic");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), expanded && open);
  if (open)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ ("To be answered before self-care"));
  for (guint i = 0; i < flags->len; i++)
    add_question (GTK_BOX (box), answers, g_ptr_array_index (flags, i));
  if (open)
    add_none_fits (GTK_BOX (box), marks, answers);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (box));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}
