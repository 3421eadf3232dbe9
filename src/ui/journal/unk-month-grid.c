/* unk-month-grid.c: a month of the journal, each day a button
 *
 * A day shows its highest rating as a number and as a bar, and a dot for each session up to three.
 * Only the day that is looked at takes part in the Tab order; the arrows go from day to day, and
 * over the end of a month into the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-month-grid.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#include "unk-accessible-name.h"

#define WEEKS 6
#define DAYS (7 * WEEKS)

typedef struct
{
  GtkWidget *button, *number, *rating, *bar, *dots;
} Cell;

struct _UnkMonthGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkLabel *title;
  UnkJournal *journal; /* (nullable): nothing to show yet */
  guint32 day, today, first;
  Cell cells[DAYS];
};

G_DEFINE_FINAL_TYPE (UnkMonthGrid, unk_month_grid, GTK_TYPE_WIDGET)

/* 0 for Sunday, as the user's country counts weeks. */
static int
first_weekday (void)
{
#ifdef _NL_TIME_FIRST_WEEKDAY
  /* What week_1stday counts from is a Sunday in some countries, a Monday in others. */
  int first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  guint32 origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));

  return (first - 1 + (origin == 19971201 ? 1 : 0) + 7) % 7;
#else
  return 1;
#endif
}

static GDate
to_date (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return date;
}

static char *
format_day (guint32 day, const char *format)
{
  GDate date = to_date (day);
  g_autoptr (GDateTime) time = g_date_time_new_utc (
    g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);

  return g_date_time_format (time, format);
}

static void
ask_for (UnkMonthGrid *self, guint32 day)
{
  GDate date = to_date (day);
  g_autofree char *id = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date),
                                         (int) g_date_get_month (&date), g_date_get_day (&date));

  gtk_widget_activate_action (GTK_WIDGET (self), "app.journal-day", "s", id);
}

static void
focus_day (UnkMonthGrid *self)
{
  gtk_widget_grab_focus (self->cells[self->day - self->first].button);
}

static void
move (UnkMonthGrid *self, int days)
{
  ask_for (self, (guint32) ((int) self->day + days));
  focus_day (self);
}

static void
move_month (UnkMonthGrid *self, int months)
{
  GDate date = to_date (self->day);

  if (months < 0)
    g_date_subtract_months (&date, 1);
  else
    g_date_add_months (&date, 1);
  ask_for (self, g_date_get_julian (&date));
}

static gboolean
on_key (UnkMonthGrid *self, guint key)
{
  gboolean mirror = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int forward = mirror ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
      move (self, -forward);
      return TRUE;
    case GDK_KEY_Right:
      move (self, forward);
      return TRUE;
    case GDK_KEY_Up:
      move (self, -7);
      return TRUE;
    case GDK_KEY_Down:
      move (self, 7);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      move_month (self, key == GDK_KEY_Page_Up ? -1 : 1);
      focus_day (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_clicked (UnkMonthGrid *self, GtkWidget *button)
{
  for (guint i = 0; i < DAYS; i++)
    if (self->cells[i].button == button)
      {
        ask_for (self, self->first + i);
        focus_day (self);
        return;
      }
}

static void
on_previous (UnkMonthGrid *self)
{
  move_month (self, -1);
}

static void
on_next (UnkMonthGrid *self)
{
  move_month (self, 1);
}

static GtkWidget *
new_turn_button (const char *icon, const char *label, GCallback turn, UnkMonthGrid *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  unk_accessible_name_set (button, label);
  g_signal_connect_swapped (button, "clicked", turn, self);
  return button;
}

static GtkWidget *
new_header (UnkMonthGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (gtk_label_new (""));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (box), new_turn_button ("go-previous-symbolic", _ ("Month Before"),
                                                  G_CALLBACK (on_previous), self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), new_turn_button ("go-next-symbolic", _ ("Month After"),
                                                  G_CALLBACK (on_next), self));
  return box;
}

static void
make_cell (UnkMonthGrid *self, guint i)
{
  Cell *cell = &self->cells[i];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  cell->button = gtk_toggle_button_new ();
  cell->number = gtk_label_new ("");
  cell->rating = gtk_label_new ("");
  cell->dots = gtk_label_new ("");
  cell->bar = gtk_level_bar_new_for_interval (0, UNK_PAIN_INTENSITY_MAX);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (cell->bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (cell->bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (cell->bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_widget_add_css_class (cell->button, "flat");
  gtk_widget_add_css_class (cell->button, "journal-day");
  gtk_widget_add_css_class (cell->number, "caption");
  gtk_widget_add_css_class (cell->number, "dim-label");
  gtk_widget_add_css_class (cell->rating, "numeric");
  gtk_widget_add_css_class (cell->rating, "heading");
  gtk_widget_add_css_class (cell->dots, "journal-dots");
  gtk_widget_set_hexpand (cell->button, TRUE);
  gtk_box_append (GTK_BOX (box), cell->number);
  gtk_box_append (GTK_BOX (box), cell->rating);
  gtk_box_append (GTK_BOX (box), cell->bar);
  gtk_box_append (GTK_BOX (box), cell->dots);
  gtk_button_set_child (GTK_BUTTON (cell->button), box);
  g_signal_connect_swapped (cell->button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_grid_attach (self->grid, cell->button, (int) i % 7, 1 + (int) i / 7, 1, 1);
}

/* 4 January 1970 was a Sunday. */
static void
make_weekdays (UnkMonthGrid *self)
{
  for (int i = 0; i < 7; i++)
    {
      g_autoptr (GDateTime) time =
        g_date_time_new_utc (1970, 1, 4 + (first_weekday () + i) % 7, 0, 0, 0);
      g_autofree char *name = g_date_time_format (time, "%a");
      GtkWidget *label = gtk_label_new (name);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (self->grid, label, i, 0, 1, 1);
    }
}

static void
unk_month_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&UNK_MONTH_GRID (object)->journal);
  G_OBJECT_CLASS (unk_month_grid_parent_class)->dispose (object);
}

static void
unk_month_grid_class_init (UnkMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_month_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
unk_month_grid_init (UnkMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (new_header (self), GTK_WIDGET (self));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  make_weekdays (self);
  for (guint i = 0; i < DAYS; i++)
    make_cell (self, i);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
}

/* "12 November: pain 6, one session" */
static char *
describe (guint32 day, UnkJournalDay sum)
{
  g_autofree char *date = format_day (day, _ ("%-d %B"));
  g_autofree char *sessions =
    g_strdup_printf (ngettext ("%u session", "%u sessions", sum.sessions), sum.sessions);

  if (sum.highest >= 0 && sum.sessions)
    /* Translators: a date, how strong pain was, and “2 sessions” */
    return g_strdup_printf (_ ("%s: pain %d, %s"), date, sum.highest, sessions);
  if (sum.highest >= 0)
    /* Translators: a date, and how strong pain was */
    return g_strdup_printf (_ ("%s: pain %d"), date, sum.highest);
  if (sum.sessions)
    /* Translators: a date, and “2 sessions” */
    return g_strdup_printf (_ ("%s: %s"), date, sessions);
  return g_steal_pointer (&date);
}

static void
show_cell (UnkMonthGrid *self, guint i)
{
  Cell *cell = &self->cells[i];
  guint32 day = self->first + i;
  GDate date = to_date (day), shown = to_date (self->day);
  UnkJournalDay sum = unk_journal_sum_day (self->journal, day);
  g_autofree char *number = g_strdup_printf ("%d", g_date_get_day (&date));
  g_autofree char *rating = sum.highest >= 0 ? g_strdup_printf ("%d", sum.highest) : g_strdup ("");
  g_autofree char *label = describe (day, sum);
  static const char *const dots[] = { "", "▲", "▲▲", "▲▲▲" };

  gtk_label_set_text (GTK_LABEL (cell->number), number);
  gtk_label_set_text (GTK_LABEL (cell->rating), rating);
  gtk_label_set_text (GTK_LABEL (cell->dots), dots[MIN (sum.sessions, 3)]);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (cell->bar), MAX (0, sum.highest));
  gtk_widget_set_opacity (cell->bar, sum.highest >= 0 ? 1 : 0);
  gtk_widget_set_opacity (cell->button,
                          g_date_get_month (&date) == g_date_get_month (&shown) ? 1 : 0.45);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (cell->button), day == self->day);
  gtk_widget_set_focusable (cell->button, day == self->day);
  if (day == self->today)
    gtk_widget_add_css_class (cell->button, "today");
  else
    gtk_widget_remove_css_class (cell->button, "today");
  unk_accessible_name_set (cell->button, label);
}

/**
 * unk_month_grid_show:
 * @self: the month
 * @journal: the journal
 * @day: the day that is looked at; its month is shown
 * @today: today
 */
void
unk_month_grid_show (UnkMonthGrid *self, UnkJournal *journal, guint32 day, guint32 today)
{
  GDate date = to_date (day);
  g_autofree char *title = NULL;
  int weekday;

  g_set_object (&self->journal, journal);
  self->day = day;
  self->today = today;
  g_date_set_day (&date, 1);
  weekday = (int) g_date_get_weekday (&date) % 7;
  self->first = g_date_get_julian (&date) - (guint32) ((weekday - first_weekday () + 7) % 7);
  /* Translators: a month and its year, as g_date_time_format() takes it */
  title = format_day (day, _ ("%OB %Y"));
  gtk_label_set_text (self->title, title);
  for (guint i = 0; i < DAYS; i++)
    show_cell (self, i);
  /* The last row is left out where the month doesn't reach it. */
  date = to_date (self->first + DAYS - 7);
  for (guint i = DAYS - 7; i < DAYS; i++)
    gtk_widget_set_visible (self->cells[i].button, g_date_get_day (&date) > 7);
}
