/* unk-today-page.c: what to learn today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-today-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-ask-file.h"
#include "unk-page-parts.h"

struct _UnkTodayPage
{
  AdwBin parent_instance;

  UnkQuizActions *quiz;
  UnkNotes *notes;
  GtkBox *box;
  GtkWidget *pace; /* (nullable) */
  guint build_id;
};

G_DEFINE_FINAL_TYPE (UnkTodayPage, unk_today_page, ADW_TYPE_BIN)

static GtkWidget *
add_list (UnkTodayPage *self, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  unk_page_add_text (self->box, title, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  unk_accessible_name_set (list, title);
  gtk_box_append (self->box, list);
  return list;
}

static char *
describe_deck (const UnkDeckEntry *deck)
{
  g_autofree char *met = g_strdup_printf (
    /* Translators: of how many cards of a deck how many were met */
    _ ("%u of %u cards met"), deck->today.met, deck->today.cards);
  g_autofree char *due =
    g_strdup_printf (ngettext ("%u to repeat", "%u to repeat", deck->today.due), deck->today.due);
  g_autofree char *fresh =
    g_strdup_printf (ngettext ("%u new", "%u new", deck->today.fresh), deck->today.fresh);

  if (!deck->today.due && !deck->today.fresh)
    /* Translators: how many cards of a deck were met, and that none is left for today */
    return g_strdup_printf (_ ("%s · done for today"), met);
  /* Translators: how many cards of a deck were met, are to be repeated, and are new today */
  return g_strdup_printf (_ ("%s · %s · %s"), met, due, fresh);
}

static void
add_delete (AdwActionRow *row, const UnkDeckEntry *deck)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Delete the Deck “%s”"), deck->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  unk_accessible_name_set (button, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x",
                                    g_ascii_strtoll (deck->id + strlen ("deck:"), NULL, 10));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.delete-deck");
  adw_action_row_add_suffix (row, button);
}

static void
add_deck (GtkListBox *list, const UnkDeckEntry *deck)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_ ("Start"));
  g_autofree char *subtitle = describe_deck (deck);
  g_autofree char *spoken = g_strdup_printf (_ ("Start: %s, %s"), deck->name, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), deck->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (deck->own)
    add_delete (ADW_ACTION_ROW (row), deck);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, deck->today.due || deck->today.fresh);
  unk_accessible_name_set (button, spoken);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", deck->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.start-quiz");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (list, row);
}

/* Days in a row are told where there are some; nothing is said of days that were missed. */
static void
add_summary (UnkTodayPage *self, const UnkStudySummary *today)
{
  g_autofree char *streak = NULL, *done = NULL;

  if (today->answers_today)
    done = g_strdup_printf (_ ("Today: %u of %u answers known."), today->right_today,
                            today->answers_today);
  if (today->streak > 1)
    streak = g_strdup_printf (ngettext ("%u day in a row.", "%u days in a row.", today->streak),
                              today->streak);
  if (done)
    unk_page_add_text (self->box, done, NULL);
  if (streak)
    unk_page_add_text (self->box, streak, "dim-label");
  if (!done && !streak)
    unk_page_add_text (
      self->box,
      _ ("A few cards a day are enough. What you know comes back after weeks, what you don’t "
         "after minutes."),
      "dim-label");
}

static void
on_new_changed (UnkTodayPage *self G_GNUC_UNUSED, GtkSpinButton *spin)
{
  gtk_widget_activate_action (GTK_WIDGET (spin), "app.new-per-day", "i",
                              gtk_spin_button_get_value_as_int (spin));
}

static void
add_limit (UnkTodayPage *self)
{
  GtkWidget *list = add_list (self, _ ("Pace")), *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, UNK_QUIZ_MOST_NEW, 1);

  self->pace = spin;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("New Cards a Day"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), unk_quiz_actions_get_new_per_day (self->quiz));
  unk_accessible_name_set (spin, _ ("New Cards a Day"));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_new_changed), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_decks (UnkTodayPage *self, GPtrArray *decks)
{
  GtkWidget *list = NULL;
  gboolean own = FALSE;

  for (guint i = 0; i < decks->len; i++)
    {
      const UnkDeckEntry *deck = g_ptr_array_index (decks, i);

      if (!list || deck->own != own)
        list = add_list (self, deck->own ? _ ("Your Decks") : _ ("Decks"));
      own = deck->own;
      add_deck (GTK_LIST_BOX (list), deck);
    }
}

static void
add_favorite (const char *muscle, gboolean favorite, const char *note G_GNUC_UNUSED, gpointer data)
{
  if (favorite)
    g_variant_builder_add (data, "s", muscle);
}

/* A deck is picked by hand with the stars, and then named. */
static void
on_deck_named (UnkTodayPage *self, AdwEntryRow *row)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row));
  GVariantBuilder muscles;

  if (!*name)
    return;
  g_variant_builder_init (&muscles, G_VARIANT_TYPE_STRING_ARRAY);
  unk_notes_foreach (self->notes, add_favorite, &muscles);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.make-deck", "(sas)", name, &muscles);
}

static void
count_favorite (const char *muscle G_GNUC_UNUSED, gboolean favorite, const char *note G_GNUC_UNUSED,
                gpointer n)
{
  *(guint *) n += favorite != FALSE;
}

static void
add_own (UnkTodayPage *self)
{
  GtkWidget *row;
  guint n = 0;
  g_autofree char *title = NULL;

  unk_notes_foreach (self->notes, count_favorite, &n);
  if (!n)
    {
      unk_page_add_text (self->box,
                         _ ("For a deck of your own, give muscles a star on their pages; then it "
                            "can be made here."),
                         "dim-label");
      return;
    }
  /* Translators: the name of a deck made of so many muscles is asked for */
  title = g_strdup_printf (
    ngettext ("Name a Deck of the %u Starred Muscle", "Name a Deck of the %u Starred Muscles", n),
    n);
  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  unk_accessible_name_set (row, title);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_deck_named), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (add_list (self, _ ("New Deck"))), row);
}

static void
add_undo (UnkTodayPage *self)
{
  const char *name = unk_quiz_actions_get_deleted (self->quiz);
  GtkWidget *row, *label, *button;
  g_autofree char *text = NULL;

  if (!name)
    return;
  /* Translators: the name of a deck */
  text = g_strdup_printf (_ ("“%s” was deleted."), name);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = unk_page_add_text (GTK_BOX (row), text, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  button = gtk_button_new_with_label (_ ("Undo"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.keep-deck");
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (unk_page_add_card (self->box, NULL), row);
}

static void
on_export (GtkWidget *self)
{
  unk_ask_file (self, &(UnkAskFile){ .title = _ ("Export the Answers"),
                                     .accept = _ ("_Export"),
                                     /* Translators: a file name */
                                     .name = _ ("quiz-answers.csv"),
                                     .action = "app.export-answers" });
}

static void
add_more (UnkTodayPage *self)
{
  GtkWidget *poster = gtk_button_new_with_label (_ ("Poster or Handout"));
  GtkWidget *export = gtk_button_new_with_label (_ ("Export the Answers…"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (poster), "s", "poster");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (poster), "app.page");
  g_signal_connect_object (export, "clicked", G_CALLBACK (on_export), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (poster, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (export, GTK_ALIGN_CENTER);
  gtk_box_append (self->box, poster);
  gtk_box_append (self->box, export);
}

static void
build (UnkTodayPage *self)
{
  g_autoptr (GPtrArray) decks = NULL;

  self->pace = NULL;
  unk_page_clear (self->box);
  unk_page_add_title (self->box, _ ("Study Today"));
  if (!unk_quiz_actions_is_ready (self->quiz))
    {
      GtkWidget *spinner = gtk_spinner_new ();

      gtk_spinner_start (GTK_SPINNER (spinner));
      gtk_box_append (self->box, spinner);
      unk_page_add_text (self->box, _ ("The cards are being made …"), "dim-label");
      return;
    }
  if (unk_quiz_actions_is_running (self->quiz))
    return;
  decks = unk_quiz_actions_list_decks (self->quiz);
  if (decks->len)
    {
      const UnkDeckEntry *all = g_ptr_array_index (decks, decks->len - 1);

      add_summary (self, &all->today);
    }
  add_undo (self);
  add_decks (self, decks);
  add_own (self);
  add_limit (self);
  add_more (self);
}

static gboolean
on_build (gpointer data)
{
  UNK_TODAY_PAGE (data)->build_id = 0;
  build (data);
  return G_SOURCE_REMOVE;
}

static void
on_quiz_changed (UnkTodayPage *self)
{
  GtkWidget *focus;

  if (self->build_id || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  focus = unk_page_find_focus (GTK_WIDGET (self));
  /* Whoever is setting the pace goes on doing so. */
  if (focus && self->pace && gtk_widget_is_ancestor (focus, self->pace))
    return;
  self->build_id = g_idle_add (on_build, self);
}

static void
unk_today_page_dispose (GObject *object)
{
  UnkTodayPage *self = UNK_TODAY_PAGE (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  g_clear_object (&self->quiz);
  g_clear_object (&self->notes);
  G_OBJECT_CLASS (unk_today_page_parent_class)->dispose (object);
}

static void
unk_today_page_class_init (UnkTodayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_today_page_dispose;
}

static void
unk_today_page_init (UnkTodayPage *self)
{
  self->box = unk_page_new_column (ADW_BIN (self));
}

/**
 * unk_today_page_set_quiz:
 * @self: the page
 * @quiz: the commands of the quiz; set once
 * @notes: whose stars make a deck
 */
void
unk_today_page_set_quiz (UnkTodayPage *self, UnkQuizActions *quiz, UnkNotes *notes)
{
  self->quiz = g_object_ref (quiz);
  self->notes = g_object_ref (notes);
  g_signal_connect_object (quiz, "changed", G_CALLBACK (on_quiz_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (build), NULL);
}
