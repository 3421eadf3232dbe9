/* unk-journal-graph.c: the course of pain, to look at and to walk along
 *
 * The picture is drawn by unk-journal-chart.c. Each rating is a child of its own for keyboard and
 * screen readers; the Tab key comes to one of them, the arrows go from one to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-graph.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "unk-journal-chart.h"
#include "unk-spot.h"

#define NATURAL_HEIGHT 230
#define LEAST_HEIGHT 230
/* Of a child for the screen reader, in pixels. */
#define SPOT_SIZE 22

struct _UnkJournalGraph
{
  GtkWidget parent_instance;

  UnkJournal *journal; /* (nullable): nothing to show yet */
  GArray *readings;    /* UnkReading */
  gint64 from, to;
  int selected; /* -1 where none is */
  int pointed;
};

G_DEFINE_FINAL_TYPE (UnkJournalGraph, unk_journal_graph, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
font_size (UnkJournalGraph *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size;
}

static UnkJournalChart
make_chart (UnkJournalGraph *self)
{
  GPtrArray *sessions = unk_journal_get_sessions (self->journal);

  return (UnkJournalChart){ (const UnkReading *) (gpointer) self->readings->data,
                            self->readings->len,
                            (UnkPastSession **) sessions->pdata,
                            sessions->len,
                            self->from,
                            self->to,
                            unk_journal_get_zone (self->journal),
                            self->pointed >= 0 ? self->pointed : self->selected,
                            gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
                            font_size (self) };
}

static void
unk_journal_graph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UnkJournalGraph *self = UNK_JOURNAL_GRAPH (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  UnkJournalChart chart;
  cairo_t *cr;

  if (!self->journal)
    return;
  chart = make_chart (self);
  cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  unk_journal_chart_paint (cr, &chart, width, height,
                           dark ? &unk_chart_colors_dark : &unk_chart_colors_light);
  cairo_destroy (cr);
}

static void
unk_journal_graph_measure (GtkWidget *widget, GtkOrientation orientation,
                           int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  double grown = font_size (UNK_JOURNAL_GRAPH (widget)) / 14.7;
  gboolean high = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum = high ? (int) (LEAST_HEIGHT * MAX (1, grown)) : 200;
  *natural = high ? (int) (NATURAL_HEIGHT * MAX (1, grown)) : 400;
  *minimum_baseline = *natural_baseline = -1;
}

static void
unk_journal_graph_size_allocate (GtkWidget *widget, int width, int height,
                                 int baseline G_GNUC_UNUSED)
{
  UnkJournalGraph *self = UNK_JOURNAL_GRAPH (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  UnkJournalChart chart;

  if (!self->journal)
    return;
  chart = make_chart (self);
  for (guint i = 0; child; i++, child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, 0, SPOT_SIZE, SPOT_SIZE };
      double x, y;

      unk_journal_chart_place (&chart, width, height, chart.readings[i].at,
                               chart.readings[i].intensity, &x, &y);
      place.x = (int) x - SPOT_SIZE / 2;
      place.y = (int) y - SPOT_SIZE / 2;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static GtkWidget *
get_spot (UnkJournalGraph *self, int wanted)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (wanted-- > 0 && child)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
get_index (UnkJournalGraph *self, GtkWidget *spot)
{
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child), i++)
    if (child == spot)
      return i;
  return -1;
}

static void
select_reading (UnkJournalGraph *self, int i)
{
  if (i == self->selected)
    return;
  self->selected = i;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/* Tab enters and leaves; the arrows walk along time, whichever way it runs. */
static gboolean
unk_journal_graph_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UnkJournalGraph *self = UNK_JOURNAL_GRAPH (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget), *spot;
  gboolean mirror = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int step = direction == GTK_DIR_RIGHT ? 1 : direction == GTK_DIR_LEFT ? -1 : 0;
  int last = (int) self->readings->len - 1;

  if (last < 0 || (inside && !step))
    return FALSE;
  if (!inside)
    spot = get_spot (self, self->selected >= 0 ? self->selected : last);
  else
    spot = get_spot (self, CLAMP (self->selected + (mirror ? -step : step), 0, last));
  gtk_widget_grab_focus (spot);
  return TRUE;
}

static void
on_spot_focused (UnkJournalGraph *self, GParamSpec *spec G_GNUC_UNUSED, GtkWidget *spot)
{
  if (gtk_widget_has_focus (spot))
    select_reading (self, get_index (self, spot));
}

static void
on_spot_activated (UnkJournalGraph *self, GtkWidget *spot)
{
  select_reading (self, get_index (self, spot));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static int
find_reading (UnkJournalGraph *self, double x, double y)
{
  UnkJournalChart chart;

  if (!self->journal)
    return -1;
  chart = make_chart (self);
  return unk_journal_chart_find (&chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                 gtk_widget_get_height (GTK_WIDGET (self)), x, y);
}

static void
on_pressed (UnkJournalGraph *self, int n G_GNUC_UNUSED, double x, double y)
{
  int found = find_reading (self, x, y);

  if (found < 0)
    return;
  gtk_widget_grab_focus (get_spot (self, found));
  select_reading (self, found);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
on_pointed (UnkJournalGraph *self, double x, double y)
{
  int found = find_reading (self, x, y);

  if (found == self->pointed)
    return;
  self->pointed = found;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_left (UnkJournalGraph *self)
{
  on_pointed (self, -1000, -1000);
}

static gboolean
on_query_tooltip (UnkJournalGraph *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int found = keyboard ? -1 : find_reading (self, x, y);
  g_autofree char *text = NULL;

  if (found < 0)
    return FALSE;
  text = unk_journal_graph_describe (self, found);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
remove_spots (UnkJournalGraph *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
unk_journal_graph_dispose (GObject *object)
{
  UnkJournalGraph *self = UNK_JOURNAL_GRAPH (object);

  remove_spots (self);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (unk_journal_graph_parent_class)->dispose (object);
}

static void
unk_journal_graph_finalize (GObject *object)
{
  g_array_unref (UNK_JOURNAL_GRAPH (object)->readings);
  G_OBJECT_CLASS (unk_journal_graph_parent_class)->finalize (object);
}

static void
unk_journal_graph_class_init (UnkJournalGraphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_journal_graph_dispose;
  G_OBJECT_CLASS (klass)->finalize = unk_journal_graph_finalize;
  widget_class->snapshot = unk_journal_graph_snapshot;
  widget_class->measure = unk_journal_graph_measure;
  widget_class->size_allocate = unk_journal_graph_size_allocate;
  widget_class->focus = unk_journal_graph_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "journalgraph");

  /**
   * UnkJournalGraph::selected:
   * Another rating is selected, or none any more.
   */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", UNK_TYPE_JOURNAL_GRAPH, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnkJournalGraph::activated:
   * The selected rating was clicked, or Enter was pressed on it.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", UNK_TYPE_JOURNAL_GRAPH, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_journal_graph_init (UnkJournalGraph *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->readings = g_array_new (FALSE, FALSE, sizeof (UnkReading));
  self->selected = self->pointed = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_pointed), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_left), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
make_spots (UnkJournalGraph *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  int selected = self->selected;

  remove_spots (self);
  for (guint i = 0; i < self->readings->len; i++)
    {
      g_autofree char *label = unk_journal_graph_describe (self, (int) i);
      GtkWidget *spot = unk_spot_new ("", UNK_SIDE_RIGHT, (UnkBox){ 0 }, 0, 0, label);

      gtk_widget_set_parent (spot, GTK_WIDGET (self));
      g_signal_connect_swapped (spot, "notify::has-focus", G_CALLBACK (on_spot_focused), self);
      g_signal_connect_swapped (spot, "activated", G_CALLBACK (on_spot_activated), self);
    }
  self->selected = selected < (int) self->readings->len ? selected : -1;
  if (had_focus && self->selected >= 0)
    gtk_widget_grab_focus (get_spot (self, self->selected));
}

/**
 * unk_journal_graph_show:
 * @self: the graph
 * @journal: whose sessions are shown, and whose days are counted
 * @readings: (element-type UnkReading): the ratings between @from and @to
 * @from: where it begins
 * @to: where it ends
 */
void
unk_journal_graph_show (UnkJournalGraph *self, UnkJournal *journal, GArray *readings, gint64 from,
                        gint64 to)
{
  gboolean same = self->readings->len == readings->len && self->from == from && self->to == to;

  for (guint i = 0; same && i < readings->len; i++)
    same = g_array_index (readings, UnkReading, i).at ==
             g_array_index (self->readings, UnkReading, i).at &&
           g_array_index (readings, UnkReading, i).intensity ==
             g_array_index (self->readings, UnkReading, i).intensity;
  g_set_object (&self->journal, journal);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (same)
    return;
  g_array_set_size (self->readings, 0);
  g_array_append_vals (self->readings, readings->data, readings->len);
  self->from = from;
  self->to = to;
  self->pointed = -1;
  make_spots (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * unk_journal_graph_get_selected:
 * @self: the graph
 *
 * Returns: the number of the selected rating, or -1
 */
int
unk_journal_graph_get_selected (UnkJournalGraph *self)
{
  return self->selected;
}

/**
 * unk_journal_graph_get_reading:
 * @self: the graph
 * @i: the number of a rating
 *
 * Returns: the rating
 */
const UnkReading *
unk_journal_graph_get_reading (UnkJournalGraph *self, int i)
{
  return &g_array_index (self->readings, UnkReading, i);
}

/**
 * unk_journal_graph_describe:
 * @self: the graph
 * @i: the number of a rating
 *
 * Returns: (transfer full): when it was, and how strong
 */
char *
unk_journal_graph_describe (UnkJournalGraph *self, int i)
{
  const UnkReading *reading = &g_array_index (self->readings, UnkReading, i);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (reading->at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, unk_journal_get_zone (self->journal));
  /* Translators: a day and time as g_date_time_format() takes it: 12 November, 18:30 */
  g_autofree char *time = g_date_time_format (local, _ ("%-d %B, %H:%M"));

  /* Translators: a time, and how strong pain was then */
  return g_strdup_printf (_ ("%s: pain %d of 10"), time, reading->intensity);
}
