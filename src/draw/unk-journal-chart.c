/* unk-journal-chart.c: how strong pain was over time, and when something was done for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "unk-overlay.h"
#include "unk-sheet.h"

#define DAY 86400.0
#define WORST UNK_PAIN_INTENSITY_MAX
/* What is left free around the curve, in heights of the font. */
#define LEFT 2.2
#define RIGHT 1.2
#define TOP 0.9
#define LABELS 1.9
#define STRIP 1.5
/* A gap without ratings that is longer is not bridged by a full line: this share of the range. */
#define GAP_SHARE 0.08
#define GAP_LEAST (4 * DAY)
/* Where there are more ratings than a crowd, and less room for one, in heights of the font, the
 * mean of a week is the line, and the ratings are faint dots. */
#define CROWDED 0.8
#define CROWD 30
#define WEEK (7 * DAY)
/* So near, in heights of the font, is a dot meant. */
#define REACH 1.6

const UnkChartColors unk_chart_colors_light = { 0xffffffff, 0x000000b8, 0x00000022, 0xb5304aff,
                                                0x1a6fb0ff };
const UnkChartColors unk_chart_colors_dark = { 0x303030ff, 0xffffffc8, 0xffffff26, 0xff8a9cff,
                                               0x78c0f5ff };
const UnkChartColors unk_chart_colors_print = { 0xffffffff, 0x222222ff, 0x00000030, 0xa3203aff,
                                                0x1a5c96ff };

typedef struct
{
  double x, y, width, height;
} Plot;

static Plot
find_plot (const UnkJournalChart *c, double width, double height)
{
  double em = c->font;

  return (Plot){ em * (c->mirror ? RIGHT : LEFT), em * TOP, MAX (1, width - em * (LEFT + RIGHT)),
                 MAX (1, height - em * (TOP + LABELS + STRIP)) };
}

/**
 * unk_journal_chart_place:
 * @chart: what is drawn
 * @width: of the drawing
 * @height: of the drawing
 * @at: a time
 * @intensity: from 0 to 10
 * @x: (out): where that is drawn
 * @y: (out): where that is drawn
 */
void
unk_journal_chart_place (const UnkJournalChart *chart, double width, double height, gint64 at,
                         double intensity, double *x, double *y)
{
  Plot p = find_plot (chart, width, height);
  double share = (double) (at - chart->from) / (double) MAX (1, chart->to - chart->from);

  *x = p.x + p.width * (chart->mirror ? 1 - share : share);
  *y = p.y + p.height * (1 - intensity / WORST);
}

/**
 * unk_journal_chart_find:
 * @chart: what is drawn
 * @width: of the drawing
 * @height: of the drawing
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: the number of the reading whose dot is meant there, or -1
 */
int
unk_journal_chart_find (const UnkJournalChart *chart, double width, double height, double x,
                        double y)
{
  double best = chart->font * REACH;
  int found = -1;

  for (guint i = 0; i < chart->n_readings; i++)
    {
      double px, py, distance;

      unk_journal_chart_place (chart, width, height, chart->readings[i].at,
                               chart->readings[i].intensity, &px, &py);
      distance = hypot (px - x, py - y);
      if (distance < best)
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}

typedef enum
{
  AT_START,
  CENTERED,
  AT_END
} Align;

/* Returns how wide the text is. */
static double
paint_label (cairo_t *cr, const UnkJournalChart *c, double x, double y, Align align, guint32 color,
             const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (UNK_SHEET_FONT);
  int width, height;

  pango_font_description_set_absolute_size (font, c->font * 0.86 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (!color)
    return width;
  unk_overlay_set_color (cr, color);
  cairo_move_to (cr,
                 align == CENTERED ? x - width / 2.0
                 : align == AT_END ? x - width
                                   : x,
                 y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
  return width;
}

static void
paint_scale (cairo_t *cr, const UnkJournalChart *c, Plot p, const UnkChartColors *colors)
{
  int step = p.height > 11 * c->font ? 2 : 5;
  double side = c->mirror ? p.x + p.width + c->font * 0.5 : p.x - c->font * 0.5;

  cairo_set_line_width (cr, MAX (1, c->font / 14));
  for (int value = 0; value <= WORST; value += step)
    {
      double y = round (p.y + p.height * (1 - (double) value / WORST)) + 0.5;
      g_autofree char *text = g_strdup_printf ("%'d", value);

      unk_overlay_set_color (cr, colors->grid);
      cairo_move_to (cr, p.x, y);
      cairo_line_to (cr, p.x + p.width, y);
      cairo_stroke (cr);
      paint_label (cr, c, side, y, c->mirror ? AT_START : AT_END, colors->text, text);
    }
}

/* The first tick at or after a time: a day, a Monday or the first of a month. */
static GDateTime *
first_tick (const UnkJournalChart *c, gboolean months)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (c->from);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, c->zone);
  int year, month, day;
  g_autoptr (GDateTime) begin = NULL;

  g_date_time_get_ymd (local, &year, &month, &day);
  begin = g_date_time_new (c->zone, year, month, months ? 1 : day, 0, 0, 0);
  while (g_date_time_to_unix (begin) < c->from)
    {
      GDateTime *next =
        months ? g_date_time_add_months (begin, 1) : g_date_time_add_days (begin, 1);

      g_date_time_unref (begin);
      begin = next;
    }
  return g_steal_pointer (&begin);
}

static void
paint_dates (cairo_t *cr, const UnkJournalChart *c, Plot p, double height,
             const UnkChartColors *colors)
{
  gboolean months = (double) (c->to - c->from) > 200 * DAY;
  /* Translators: a day of the year below a chart, as g_date_time_format() takes it: 12 Nov */
  const char *format = months ? "%b" : _ ("%-d %b");
  g_autoptr (GDateTime) tick = first_tick (c, months);
  g_autofree char *sample = g_date_time_format (tick, format);
  double room = paint_label (cr, c, 0, 0, AT_START, 0, sample) * 1.35 + c->font;
  double each = p.width * (months ? 30.4 : 1) * DAY / (double) MAX (1, c->to - c->from);
  int step = MAX (1, (int) ceil (room / each));

  if (!months && step > 2)
    step = (step + 6) / 7 * 7;
  while (g_date_time_to_unix (tick) < c->to)
    {
      g_autofree char *text = g_date_time_format (tick, format);
      GDateTime *next =
        months ? g_date_time_add_months (tick, step) : g_date_time_add_days (tick, step);
      double share = (double) (g_date_time_to_unix (tick) - c->from) / (double) (c->to - c->from);
      double x = p.x + p.width * (c->mirror ? 1 - share : share);

      unk_overlay_set_color (cr, colors->grid);
      cairo_move_to (cr, round (x) + 0.5, p.y);
      cairo_line_to (cr, round (x) + 0.5, p.y + p.height + c->font * 0.4);
      cairo_stroke (cr);
      /* A label that would be cut off is left out. */
      if (x + room / 2 < p.x + p.width + c->font * RIGHT + room / 4)
        paint_label (cr, c, MAX (x, room / 2 - c->font * 0.5), height - c->font * LABELS / 2,
                     CENTERED, colors->text, text);
      g_date_time_unref (tick);
      tick = next;
    }
}

static void
place (const UnkJournalChart *c, Plot p, gint64 at, double intensity, double *x, double *y)
{
  double share = (double) (at - c->from) / (double) MAX (1, c->to - c->from);

  *x = p.x + p.width * (c->mirror ? 1 - share : share);
  *y = p.y + p.height * (1 - intensity / WORST);
}

static gboolean
is_gap (const UnkJournalChart *c, guint i)
{
  double seconds = (double) (c->readings[i].at - c->readings[i - 1].at);

  return seconds > MAX (GAP_LEAST, GAP_SHARE * (double) (c->to - c->from));
}

static gboolean
is_crowded (const UnkJournalChart *c, Plot p)
{
  return c->n_readings > CROWD && p.width / c->n_readings < CROWDED * c->font;
}

/* What the line shows at a reading: itself, or the mean of the week around it. */
static double
find_height (const UnkJournalChart *c, gboolean crowded, guint i)
{
  gint64 at = c->readings[i].at;
  double sum = c->readings[i].intensity;
  guint n = 1;

  for (guint k = i; crowded && k-- > 0 && (double) (at - c->readings[k].at) < WEEK / 2; n++)
    sum += c->readings[k].intensity;
  for (guint k = i + 1;
       crowded && k < c->n_readings && (double) (c->readings[k].at - at) < WEEK / 2; k++, n++)
    sum += c->readings[k].intensity;
  return sum / n;
}

/* From one gap to the next: a ground below the line, and the line. */
static void
paint_run (cairo_t *cr, const UnkJournalChart *c, Plot p, guint from, guint to,
           const UnkChartColors *colors)
{
  cairo_pattern_t *shade = cairo_pattern_create_linear (0, p.y, 0, p.y + p.height);
  double r = (colors->line >> 24) / 255.0, g = (colors->line >> 16 & 255) / 255.0,
         b = (colors->line >> 8 & 255) / 255.0, x = 0, y, first = 0;
  gboolean crowded = is_crowded (c, p);

  cairo_pattern_add_color_stop_rgba (shade, 0, r, g, b, 0.30);
  cairo_pattern_add_color_stop_rgba (shade, 1, r, g, b, 0.03);
  cairo_new_path (cr);
  for (guint i = from; i < to; i++)
    {
      place (c, p, c->readings[i].at, find_height (c, crowded, i), &x, &y);
      cairo_line_to (cr, x, y);
      if (i == from)
        first = x;
    }
  unk_overlay_set_color (cr, colors->line);
  cairo_stroke_preserve (cr);
  cairo_line_to (cr, x, p.y + p.height);
  cairo_line_to (cr, first, p.y + p.height);
  cairo_close_path (cr);
  cairo_set_source (cr, shade);
  cairo_fill (cr);
  cairo_pattern_destroy (shade);
}

static void
paint_bridge (cairo_t *cr, const UnkJournalChart *c, Plot p, guint i, const UnkChartColors *colors)
{
  double dashes[] = { c->font * 0.15, c->font * 0.4 }, x, y;
  gboolean crowded = is_crowded (c, p);

  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  unk_overlay_set_color (cr, colors->line);
  place (c, p, c->readings[i - 1].at, find_height (c, crowded, i - 1), &x, &y);
  cairo_move_to (cr, x, y);
  place (c, p, c->readings[i].at, find_height (c, crowded, i), &x, &y);
  cairo_line_to (cr, x, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_line (cairo_t *cr, const UnkJournalChart *c, Plot p, const UnkChartColors *colors)
{
  guint from = 0;

  cairo_set_line_width (cr, c->font / 7);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 1; i <= c->n_readings; i++)
    if (i == c->n_readings || is_gap (c, i))
      {
        paint_run (cr, c, p, from, i, colors);
        if (i < c->n_readings)
          paint_bridge (cr, c, p, i, colors);
        from = i;
      }
}

static void
paint_dots (cairo_t *cr, const UnkJournalChart *c, Plot p, const UnkChartColors *colors)
{
  gboolean crowded = is_crowded (c, p);
  double room = c->n_readings ? p.width / c->n_readings : 0;
  double radius = CLAMP (room / 3.2, c->font * 0.14, c->font * 0.34), x, y;

  for (guint i = 0; i < c->n_readings; i++)
    {
      place (c, p, c->readings[i].at, c->readings[i].intensity, &x, &y);
      if (!crowded)
        {
          cairo_arc (cr, x, y, radius + c->font * 0.1, 0, 2 * G_PI);
          unk_overlay_set_color (cr, colors->ground);
          cairo_fill (cr);
        }
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      unk_overlay_set_color (cr, crowded ? (colors->line & 0xffffff00u) | 0x70 : colors->line);
      cairo_fill (cr);
    }
  if (c->selected < 0 || c->selected >= (int) c->n_readings)
    return;
  place (c, p, c->readings[c->selected].at, c->readings[c->selected].intensity, &x, &y);
  cairo_arc (cr, x, y, c->font * 0.62, 0, 2 * G_PI);
  unk_overlay_set_color (cr, colors->ground);
  cairo_fill_preserve (cr);
  unk_overlay_set_color (cr, colors->line);
  cairo_set_line_width (cr, c->font / 6);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, c->font * 0.3, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
add_triangle (cairo_t *cr, double x, double y, double half, double up)
{
  cairo_move_to (cr, x - half, y);
  cairo_line_to (cr, x + half, y);
  cairo_line_to (cr, x, y - up);
  cairo_close_path (cr);
}

/* From a ring, how it was before, to an arrow's head, how it was after. */
static void
paint_effect (cairo_t *cr, const UnkJournalChart *c, Plot p, const UnkPastSession *s)
{
  double x, before, after, head;

  if (s->before < 0 || s->after < 0)
    return;
  place (c, p, s->ended, s->before, &x, &before);
  place (c, p, s->ended, s->after, &x, &after);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, before, c->font * 0.22, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (s->before == s->after)
    return;
  head = s->after < s->before ? -c->font * 0.42 : c->font * 0.42;
  cairo_move_to (cr, x, before + (head < 0 ? 0.22 : -0.22) * c->font);
  cairo_line_to (cr, x, after + head);
  cairo_stroke (cr);
  add_triangle (cr, x, after + head, c->font * 0.28, head);
  cairo_fill (cr);
}

static void
paint_sessions (cairo_t *cr, const UnkJournalChart *c, Plot p, const UnkChartColors *colors)
{
  double base = p.y + p.height + c->font * STRIP * 0.95, x, y, room, half;
  guint n = 0;

  for (guint i = 0; i < c->n_sessions; i++)
    n += c->sessions[i]->ended >= c->from && c->sessions[i]->ended < c->to;
  room = p.width / MAX (1, n);
  half = CLAMP (room * 0.4, c->font * 0.12, c->font * 0.36);
  cairo_set_line_width (cr, c->font / 9);
  for (guint i = 0; i < c->n_sessions; i++)
    {
      const UnkPastSession *s = c->sessions[i];

      if (s->ended < c->from || s->ended >= c->to)
        continue;
      place (c, p, s->ended, 0, &x, &y);
      unk_overlay_set_color (cr, colors->session);
      add_triangle (cr, x, base, half, c->font * 0.68);
      cairo_fill (cr);
      /* Where sessions crowd, their arrows would hide the course. */
      if (room > 1.5 * c->font)
        paint_effect (cr, c, p, s);
    }
}

/**
 * unk_journal_chart_paint:
 * @cr: a cairo context, with its origin at the chart's left upper corner
 * @chart: what to draw
 * @width: how wide
 * @height: how high
 * @colors: its colors
 */
void
unk_journal_chart_paint (cairo_t *cr, const UnkJournalChart *chart, double width, double height,
                         const UnkChartColors *colors)
{
  Plot p = find_plot (chart, width, height);

  cairo_save (cr);
  paint_scale (cr, chart, p, colors);
  paint_dates (cr, chart, p, height, colors);
  if (chart->n_readings)
    paint_line (cr, chart, p, colors);
  paint_sessions (cr, chart, p, colors);
  paint_dots (cr, chart, p, colors);
  cairo_restore (cr);
}
