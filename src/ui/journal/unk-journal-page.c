/* unk-journal-page.c: the journal: course, calendar, days, muscles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-entry-row.h"
#include "unk-journal-files.h"
#include "unk-journal-graph.h"
#include "unk-month-grid.h"
#include "unk-page-parts.h"

#define MOST_MUSCLES 12
#define CROWDED_DAYS 60

struct _UnkJournalPage
{
  AdwBin parent_instance;

  UnkJournalActions *actions;
  GtkBox *box, *course, *calendar, *done;
  GtkWidget *empty, *full;
  GtkDropDown *place;
  GArray *places; /* UnkSpotOfPain, as the list has them */
  UnkJournalGraph *graph;
  GtkLabel *reading, *weeks;
  UnkMonthGrid *month;
  GtkLabel *day_title;
  GtkListBox *day_list;
  GtkWidget *day_empty;
  GtkListBox *done_list;
  gboolean showing; /* what is, not what was chosen */
};

G_DEFINE_FINAL_TYPE (UnkJournalPage, unk_journal_page, ADW_TYPE_BIN)

static UnkJournal *
get_journal (UnkJournalPage *self)
{
  return unk_journal_actions_get_journal (self->actions);
}

static char *
format_time (UnkJournalPage *self, gint64 at, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local =
    g_date_time_to_timezone (utc, unk_journal_get_zone (get_journal (self)));

  return g_date_time_format (local, format);
}

/* --- the course of a place --- */

static void
on_place_chosen (UnkJournalPage *self)
{
  guint i = gtk_drop_down_get_selected (self->place);
  g_autofree char *id = NULL;

  if (self->showing || i >= self->places->len)
    return;
  id = unk_journal_actions_dup_place_id (g_array_index (self->places, UnkSpotOfPain, i));
  gtk_widget_activate_action (GTK_WIDGET (self), "app.journal-place", "s", id);
}

static void
show_reading (UnkJournalPage *self)
{
  int i = unk_journal_graph_get_selected (self->graph);
  g_autofree char *text =
    i >= 0
      ? unk_journal_graph_describe (self->graph, i)
      : g_strdup (_ ("Dots: how strong, from 0 to 10; where there are many, the line is the mean "
                     "of a week. Triangles: sessions; an arrow goes from before to after."));

  gtk_label_set_text (self->reading, text);
}

/* The day of a rating opens below. */
static void
on_reading_activated (UnkJournalPage *self)
{
  int i = unk_journal_graph_get_selected (self->graph);
  g_autofree char *day = NULL;

  if (i < 0)
    return;
  day = format_time (self, unk_journal_graph_get_reading (self->graph, i)->at, "%Y-%m-%d");
  gtk_widget_activate_action (GTK_WIDGET (self), "app.journal-day", "s", day);
}

/* The list is made anew only where it is another, so that it keeps the focus. */
static void
show_places (UnkJournalPage *self)
{
  g_autoptr (GArray) places = unk_journal_list_places (get_journal (self));
  UnkSpotOfPain chosen = unk_journal_actions_get_place (self->actions);
  UnkSpotOfPain everywhere = { NULL, UNK_SIDE_RIGHT };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean same = self->places->len == places->len + 1;
  guint selected = 0;

  for (guint i = 0; i < places->len && same; i++)
    same = unk_spot_of_pain_equal (g_array_index (places, UnkJournalPlace, i).spot,
                                   g_array_index (self->places, UnkSpotOfPain, i + 1));
  if (!same)
    {
      g_array_set_size (self->places, 0);
      g_array_append_val (self->places, everywhere);
      for (guint i = 0; i < places->len; i++)
        g_array_append_val (self->places, g_array_index (places, UnkJournalPlace, i).spot);
      for (guint i = 0; i < self->places->len; i++)
        {
          g_autofree char *name =
            unk_spot_of_pain_describe (g_array_index (self->places, UnkSpotOfPain, i));

          gtk_string_list_append (names, name);
        }
      gtk_drop_down_set_model (self->place, G_LIST_MODEL (names));
    }
  for (guint i = 0; i < self->places->len; i++)
    if (unk_spot_of_pain_equal (chosen, g_array_index (self->places, UnkSpotOfPain, i)))
      selected = i;
  gtk_drop_down_set_selected (self->place, selected);
}

/* “This week: 3 entries, 4.3 on average, at most 7; 2 sessions. …” */
static char *
describe_week (const char *name, const UnkJournalWeek *week)
{
  g_autofree char *sessions =
    g_strdup_printf (ngettext ("%u session", "%u sessions", week->sessions), week->sessions);

  if (!week->entries)
    /* Translators: “This week”, and “2 sessions” */
    return g_strdup_printf (_ ("%s: no entry, %s"), name, sessions);
  /* Translators: “This week”, the mean of ratings, the highest, and “2 sessions” */
  return g_strdup_printf (_ ("%s: pain %.1f on average, %d at most, %s"), name, week->mean,
                          week->highest, sessions);
}

static void
show_weeks (UnkJournalPage *self)
{
  guint32 today = unk_journal_actions_get_today (self->actions);
  g_autoptr (GArray) weeks = unk_journal_sum_weeks (
    get_journal (self), unk_journal_actions_get_place (self->actions), today - 13, 2);
  g_autofree char *last =
    describe_week (_ ("The week before"), &g_array_index (weeks, UnkJournalWeek, 0));
  g_autofree char *now =
    describe_week (_ ("The last seven days"), &g_array_index (weeks, UnkJournalWeek, 1));
  g_autofree char *both = g_strdup_printf ("%s\n%s", now, last);

  gtk_label_set_text (self->weeks, both);
}

static void
show_course (UnkJournalPage *self)
{
  UnkSpotOfPain spot = unk_journal_actions_get_place (self->actions);
  UnkJournal *journal = get_journal (self);
  g_autoptr (GArray) readings = NULL;
  g_autofree char *name = unk_spot_of_pain_describe (spot), *label = NULL;
  gint64 from, to;

  unk_journal_actions_get_time (self->actions, &from, &to);
  readings = to - from > CROWDED_DAYS * 86400 ? unk_journal_list_days (journal, spot, from, to)
                                              : unk_journal_list_readings (journal, spot, from, to);
  unk_journal_graph_show (self->graph, journal, readings, from, to);
  /* Translators: a chart for the screen reader: how many ratings it has, of which place */
  label = g_strdup_printf (
    ngettext ("Chart with %u rating: %s", "Chart with %u ratings: %s", readings->len),
    readings->len, name);
  unk_accessible_name_set (self->graph, label);
  show_places (self);
  show_reading (self);
  show_weeks (self);
}

static GtkWidget *
new_span_button (UnkSpan span, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.journal-span");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", unk_span_id (span));
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static GtkWidget *
add_wrapped (GtkBox *box, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

static void
make_course (UnkJournalPage *self)
{
  GtkWidget *spans = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkBox *card;

  unk_page_add_heading (self->course, NULL, _ ("Course"));
  self->place = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  unk_accessible_name_set (self->place, _ ("Place whose course is shown"));
  g_signal_connect_swapped (self->place, "notify::selected", G_CALLBACK (on_place_chosen), self);
  gtk_box_append (self->course, GTK_WIDGET (self->place));
  gtk_widget_add_css_class (spans, "linked");
  gtk_box_append (GTK_BOX (spans), new_span_button (UNK_SPAN_FORTNIGHT, _ ("2 Weeks")));
  gtk_box_append (GTK_BOX (spans), new_span_button (UNK_SPAN_QUARTER, _ ("3 Months")));
  gtk_box_append (GTK_BOX (spans), new_span_button (UNK_SPAN_YEAR, _ ("Year")));
  gtk_box_append (self->course, spans);
  card = unk_page_add_card (self->course, NULL);
  self->graph = g_object_new (UNK_TYPE_JOURNAL_GRAPH, NULL);
  g_signal_connect_swapped (self->graph, "selected", G_CALLBACK (show_reading), self);
  g_signal_connect_swapped (self->graph, "activated", G_CALLBACK (on_reading_activated), self);
  gtk_box_append (card, GTK_WIDGET (self->graph));
  self->reading = GTK_LABEL (add_wrapped (card, "caption"));
  self->weeks = GTK_LABEL (add_wrapped (self->course, "dim-label"));
}

/* --- the calendar, and one day of it --- */

static GtkWidget *
new_session_row (UnkJournalPage *self, const UnkPastSession *session)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *clock = format_time (self, session->ended, _ ("%H:%M"));
  g_autofree char *muscles =
    unk_past_session_list_muscles (session, unk_journal_get_atlas (get_journal (self)));
  g_autofree char *what = g_strdup_printf ("session:%" G_GINT64_FORMAT, session->id);
  g_autofree char *remove = g_strdup_printf (_ ("Delete %s, %s"), session->name, clock);
  g_autoptr (GString) text = g_string_new (clock);

  if (session->before >= 0 && session->after >= 0)
    {
      g_string_append (text, " · ");
      /* Translators: how strong pain was before and after a session */
      g_string_append_printf (text, _ ("%d before, %d after"), session->before, session->after);
    }
  if (*muscles)
    g_string_append_printf (text, "\n%s", muscles);
  if (*session->note)
    g_string_append_printf (text, "\n%s", session->note);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), session->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  unk_accessible_name_set (row, session->name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_label_new ("▲"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), unk_entry_row_new_delete_button (what, remove));
  return row;
}

/* The entries that stand in the list already are changed where they stand, so that one that is open
 * stays open. */
static gboolean
update_rows (UnkJournalPage *self, GPtrArray *entries, GPtrArray *sessions)
{
  guint i = 0;

  if (sessions->len)
    return FALSE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->day_list)); row;
       row = gtk_widget_get_next_sibling (row), i++)
    if (i >= entries->len || !UNK_IS_ENTRY_ROW (row) ||
        unk_entry_row_get_id (UNK_ENTRY_ROW (row)) !=
          ((UnkEntry *) g_ptr_array_index (entries, i))->id)
      return FALSE;
  if (i != entries->len)
    return FALSE;
  i = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->day_list)); row;
       row = gtk_widget_get_next_sibling (row))
    unk_entry_row_update (UNK_ENTRY_ROW (row), g_ptr_array_index (entries, i++));
  return TRUE;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

static void
fill_day (UnkJournalPage *self, guint32 day)
{
  UnkJournal *journal = get_journal (self);
  GPtrArray *all = unk_journal_get_entries (journal), *past = unk_journal_get_sessions (journal);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (unk_journal_get_day (journal, ((UnkEntry *) g_ptr_array_index (all, i))->at) == day)
      g_ptr_array_add (entries, g_ptr_array_index (all, i));
  for (guint i = 0; i < past->len; i++)
    if (unk_journal_get_day (journal, ((UnkPastSession *) g_ptr_array_index (past, i))->ended) ==
        day)
      g_ptr_array_add (sessions, g_ptr_array_index (past, i));
  gtk_widget_set_visible (GTK_WIDGET (self->day_list), entries->len + sessions->len > 0);
  gtk_widget_set_visible (self->day_empty, entries->len + sessions->len == 0);
  if (update_rows (self, entries, sessions))
    return;
  clear_list (self->day_list);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->day_list,
                         unk_entry_row_new (journal, g_ptr_array_index (entries, i)));
  for (guint i = 0; i < sessions->len; i++)
    gtk_list_box_append (self->day_list, new_session_row (self, g_ptr_array_index (sessions, i)));
}

static void
show_day (UnkJournalPage *self)
{
  guint32 day = unk_journal_actions_get_day (self->actions);
  /* Translators: a day as g_date_time_format() takes it: Thursday, 12 November */
  g_autofree char *title =
    format_time (self, unk_journal_get_day_start (get_journal (self), day), _ ("%A, %-d %B"));

  unk_month_grid_show (self->month, get_journal (self), day,
                       unk_journal_actions_get_today (self->actions));
  gtk_label_set_text (self->day_title, title);
  fill_day (self, day);
}

static GtkListBox *
add_list (GtkBox *box, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  unk_accessible_name_set (list, label);
  gtk_box_append (box, list);
  return GTK_LIST_BOX (list);
}

static void
make_calendar (UnkJournalPage *self)
{
  unk_page_add_heading (self->calendar, NULL, _ ("Calendar"));
  self->month = g_object_new (UNK_TYPE_MONTH_GRID, NULL);
  unk_accessible_name_set (self->month, _ ("Calendar"));
  gtk_box_append (GTK_BOX (unk_page_add_card (self->calendar, NULL)), GTK_WIDGET (self->month));
  self->day_title = GTK_LABEL (unk_page_add_heading (self->calendar, NULL, ""));
  self->day_list = add_list (self->calendar, _ ("Entries and sessions of the day"));
  self->day_empty = add_wrapped (self->calendar, "dim-label");
  gtk_label_set_text (GTK_LABEL (self->day_empty), _ ("Nothing was kept on this day."));
}

/* --- muscles --- */

static char *
describe_ago (UnkJournalPage *self, gint64 at)
{
  guint32 today = unk_journal_actions_get_today (self->actions);
  guint32 day = unk_journal_get_day (get_journal (self), at);
  guint ago = today > day ? today - day : 0;

  if (!ago)
    return g_strdup (_ ("Today"));
  if (ago == 1)
    return g_strdup (_ ("Yesterday"));
  return g_strdup_printf (ngettext ("%u day ago", "%u days ago", ago), ago);
}

static void
add_done (UnkJournalPage *self, const UnkLastDone *last)
{
  GtkWidget *row = adw_action_row_new ();
  const UnkMuscle *muscle =
    unk_atlas_find_muscle (unk_journal_get_atlas (get_journal (self)), last->muscle, NULL);
  g_autofree char *ago = describe_ago (self, last->last);
  g_autofree char *times =
    g_strdup_printf (ngettext ("%u session", "%u sessions", last->times), last->times);
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), ago, times);
  g_autofree char *title = g_strdup_printf (
    _ ("%s, %s"), muscle ? unk_text (muscle->name) : last->muscle, unk_side_name (last->side));
  g_autofree char *subject = g_strconcat (last->muscle, ":", unk_side_id (last->side), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  unk_accessible_name_set (row, title);
  if (muscle)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.muscle");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", subject);
    }
  gtk_list_box_append (self->done_list, row);
}

static void
show_done (UnkJournalPage *self)
{
  g_autoptr (GArray) list = unk_journal_list_last_done (get_journal (self));

  clear_list (self->done_list);
  for (guint i = 0; i < MIN (list->len, MOST_MUSCLES); i++)
    add_done (self, &g_array_index (list, UnkLastDone, i));
  gtk_widget_set_visible (GTK_WIDGET (self->done), list->len > 0);
}

/* --- the whole page --- */

static void
on_export (GtkWidget *button, gpointer format)
{
  unk_journal_files_ask_export (button, format);
}

static void
add_file_button (GtkBox *box, const char *label, const char *format)
{
  GtkWidget *button = unk_page_new_button (label);

  if (format)
    g_signal_connect (button, "clicked", G_CALLBACK (on_export), (gpointer) format);
  else
    g_signal_connect (button, "clicked", G_CALLBACK (unk_journal_files_ask_import), NULL);
  gtk_box_append (box, button);
}

static void
make_files (GtkBox *box, gboolean full)
{
  static const struct
  {
    const char *label, *format;
  } buttons[] = {
    { N_ ("_PDF for a Therapist, A4"), "pdf" },
    { N_ ("PDF for a Therapist, _Letter"), "pdf-letter" },
    { N_ ("_Table (CSV)"), "csv" },
    { N_ ("Everything (_JSON)"), "json" },
  };

  for (guint i = 0; full && i < G_N_ELEMENTS (buttons); i++)
    add_file_button (box, _ (buttons[i].label), buttons[i].format);
  add_file_button (box, _ ("_Import (JSON)"), NULL);
}

static void
show (UnkJournalPage *self)
{
  UnkJournal *journal = get_journal (self);
  gboolean any = unk_journal_get_entries (journal)->len || unk_journal_get_sessions (journal)->len;

  self->showing = TRUE;
  gtk_widget_set_visible (self->empty, !any);
  gtk_widget_set_visible (self->full, any);
  if (any)
    {
      show_course (self);
      show_day (self);
      show_done (self);
    }
  self->showing = FALSE;
}

static void
on_mapped (UnkJournalPage *self)
{
  unk_journal_actions_load (self->actions);
  show (self);
}

static void
on_changed (UnkJournalPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
unk_journal_page_dispose (GObject *object)
{
  UnkJournalPage *self = UNK_JOURNAL_PAGE (object);

  g_clear_object (&self->actions);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (unk_journal_page_parent_class)->dispose (object);
}

static void
unk_journal_page_class_init (UnkJournalPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_journal_page_dispose;
}

static GtkBox *
new_part (GtkBox *box)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (box, part);
  return GTK_BOX (part);
}

static void
unk_journal_page_init (UnkJournalPage *self)
{
  GtkBox *empty, *full, *files;

  self->places = g_array_new (FALSE, FALSE, sizeof (UnkSpotOfPain));
  self->box = unk_page_new_column (ADW_BIN (self));
  unk_page_add_title (self->box, _ ("Journal"));
  empty = new_part (self->box);
  full = new_part (self->box);
  self->empty = GTK_WIDGET (empty);
  self->full = GTK_WIDGET (full);
  unk_page_add_text (empty,
                     _ ("Nothing is kept yet. Mark where it hurts, and keep it in the journal as "
                        "often as you like: you will see how it goes, and what helps."),
                     NULL);
  unk_page_add_text (empty, _ ("Everything stays on this machine."), "dim-label");
  make_files (empty, FALSE);
  self->course = new_part (full);
  self->calendar = new_part (full);
  self->done = new_part (full);
  files = new_part (full);
  make_course (self);
  make_calendar (self);
  unk_page_add_heading (self->done, NULL, _ ("Last Done"));
  self->done_list = add_list (self->done, _ ("Muscles, and when each was cared for last"));
  unk_page_add_heading (files, NULL, _ ("Take It with You"));
  unk_page_add_text (files, _ ("Everything stays on this machine until you write it to a file."),
                     "dim-label");
  make_files (files, TRUE);
}

/**
 * unk_journal_page_set_actions:
 * @self: the page
 * @actions: the commands of the journal; set once
 */
void
unk_journal_page_set_actions (UnkJournalPage *self, UnkJournalActions *actions)
{
  self->actions = g_object_ref (actions);
  g_signal_connect_object (actions, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
}
