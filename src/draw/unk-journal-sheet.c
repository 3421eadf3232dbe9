/* unk-journal-sheet.c: the journal on paper, for a therapist
 *
 * What stands on the first sheet: the time that it covers, the body with what hurt, the course of
 * one place; then all entries and sessions by day, on as many sheets as they need.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "unk-chart.h"
#include "unk-figure.h"
#include "unk-journal-chart.h"
#include "unk-overlay.h"

#define MARGIN 36.0
#define GAP 10.0
#define FOOT 34.0
#define FIGURES 270.0
#define CHART 150.0
#define MOST_FIGURES 4
/* So many different places are painted, the latest: more can't be told apart. */
#define MOST_PLACES 80
/* The skin, with which weak pain is mixed. */
#define SKIN 0xf1dccdffu
#define INK 0x222222ff
#define FAINT 0x555555ff
#define FONT UNK_SHEET_FONT
#define TITLE_FONT FONT " Bold 18"
#define HEAD_FONT FONT " Bold 10"
#define TEXT_FONT FONT " 8.5"
#define SMALL_FONT FONT " 6.5"
#define TIME_WIDTH 104.0
#define RATING_WIDTH 54.0

typedef struct
{
  const UnkJournalSheet *sheet;
  const UnkPaper *paper;
  cairo_t *cr;
  UnkColors colors;
  UnkMarks *levels[UNK_PAIN_INTENSITY_MAX + 1]; /* what hurt so much at most */
  double y;
  guint page;
} Press;

static char *
format_time (Press *s, gint64 at, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local =
    g_date_time_to_timezone (utc, unk_journal_get_zone (s->sheet->journal));

  return g_date_time_format (local, format);
}

/* A paragraph in a column that begins at @x; in a language from right to left, counted from there.
 */
static double
paint (Press *s, double x, double width, const char *font, guint32 color, const char *text)
{
  double left = s->sheet->mirror ? s->paper->width - x - width : x;

  return unk_sheet_paint_text (s->cr, left, s->y, width, font, color ? color : INK, text, !color);
}

static double
full_width (Press *s)
{
  return s->paper->width - 2 * MARGIN;
}

static void
paint_foot (Press *s)
{
  const char *note =
    _ ("Unknot informs; it does not diagnose. Pain that is new, strong or comes with "
       "other signs belongs to a doctor.");
  g_autofree char *number = g_strdup_printf (_ ("Page %u"), ++s->page);
  double y = s->y;

  s->y = s->paper->height - FOOT;
  paint (s, MARGIN, full_width (s) - RATING_WIDTH, SMALL_FONT, FAINT, note);
  paint (s, s->paper->width - MARGIN - RATING_WIDTH, RATING_WIDTH, SMALL_FONT, FAINT, number);
  s->y = y;
}

static void
want_room (Press *s, double height)
{
  if (s->y + height <= s->paper->height - FOOT - GAP)
    return;
  paint_foot (s);
  cairo_show_page (s->cr);
  s->y = MARGIN;
}

static void
paint_head (Press *s)
{
  /* Translators: a date as g_date_time_format() takes it: 12 November 2026 */
  const char *format = _ ("%-d %B %Y");
  g_autofree char *from = format_time (s, s->sheet->from, format);
  g_autofree char *to = format_time (s, s->sheet->to - 1, format);
  /* Translators: from one date to another */
  g_autofree char *range = g_strdup_printf (_ ("%s – %s"), from, to);

  s->y += paint (s, MARGIN, full_width (s), TITLE_FONT, INK, _ ("Pain Journal")) + 2;
  s->y += paint (s, MARGIN, full_width (s), TEXT_FONT, FAINT, range) + GAP;
}

/* The pain of an entry, where its marks aren't among those that were taken already. */
static UnkPain *
make_new_pain (Press *s, GPtrArray *taken, const UnkEntry *entry)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const UnkEntry *other = g_ptr_array_index (taken, i);

      if (other->intensity >= entry->intensity && unk_entry_has_same_marks (other, entry))
        return NULL;
    }
  return unk_entry_make_pain (entry, unk_journal_get_atlas (s->sheet->journal));
}

static void
collect_places (Press *s)
{
  GPtrArray *entries = unk_journal_get_entries (s->sheet->journal);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  GPtrArray *places[UNK_PAIN_INTENSITY_MAX + 1];

  for (int i = 0; i <= UNK_PAIN_INTENSITY_MAX; i++)
    places[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_pain_unref);
  for (guint i = entries->len; i-- > 0 && taken->len < MOST_PLACES;)
    {
      UnkEntry *entry = g_ptr_array_index (entries, i);
      UnkPain *pain;

      if (entry->at < s->sheet->from || entry->at >= s->sheet->to)
        continue;
      pain = make_new_pain (s, taken, entry);
      if (!pain)
        continue;
      g_ptr_array_add (taken, entry);
      g_ptr_array_add (places[entry->intensity], pain);
    }
  for (int i = 0; i <= UNK_PAIN_INTENSITY_MAX; i++)
    {
      s->levels[i] = unk_marks_new (unk_journal_get_atlas (s->sheet->journal));
      unk_marks_restore (s->levels[i], places[i]);
      g_ptr_array_unref (places[i]);
    }
}

static gboolean
is_marked (Press *s, guint view)
{
  for (int i = 0; i <= UNK_PAIN_INTENSITY_MAX; i++)
    for (guint k = 0; k < unk_marks_get_n_places (s->levels[i]); k++)
      if (unk_marks_get_place (s->levels[i], k)->painted[view])
        return TRUE;
  return FALSE;
}

/* Opaque, so that of what hurt often the strongest is seen and not the sum. */
static guint32
level_color (Press *s, int intensity)
{
  guint32 color = 0xff;

  for (int shift = 8; shift < 32; shift += 8)
    {
      guint32 skin = SKIN >> shift & 0xff, mark = s->colors.mark >> shift & 0xff;

      color |= (skin * (guint32) (UNK_PAIN_INTENSITY_MAX + 1 - intensity) +
                mark * (guint32) (intensity + 1)) /
                 (UNK_PAIN_INTENSITY_MAX + 2)
               << shift;
    }
  return color;
}

static gboolean
paint_figure (Press *s, const UnkView *view, double x, double width, double height, GError **error)
{
  UnkAtlas *atlas = unk_journal_get_atlas (s->sheet->journal);
  g_autoptr (UnkFigure) figure =
    unk_figure_new (atlas, view, UNK_SHEET_SCHEME, UNK_DEPTH_SKIN, UNK_FIGURE_BODY, error);
  double scale = MIN (width / view->width, height / view->height);
  gboolean done;

  if (!figure)
    return FALSE;
  cairo_save (s->cr);
  cairo_translate (s->cr, x + (width - scale * view->width) / 2, s->y);
  cairo_scale (s->cr, scale, scale);
  done = unk_figure_render (figure, s->cr, error);
  for (int i = 0; i <= UNK_PAIN_INTENSITY_MAX && done; i++)
    {
      UnkColors colors = s->colors;

      colors.mark = level_color (s, i);
      unk_overlay_paint_marks (s->cr, s->levels[i], view, &colors);
    }
  cairo_restore (s->cr);
  return done;
}

static void
paint_legend (Press *s)
{
  double x = s->sheet->mirror ? s->paper->width - MARGIN - 130 : MARGIN;

  s->y += 4;
  for (int i = 1; i <= UNK_PAIN_INTENSITY_MAX; i++)
    {
      unk_overlay_set_color (s->cr, level_color (s, i));
      cairo_rectangle (s->cr, x + (s->sheet->mirror ? UNK_PAIN_INTENSITY_MAX - i : i - 1) * 13,
                       s->y + 1, 13, 9);
      cairo_fill (s->cr);
    }
  s->y += paint (s, MARGIN + 138, full_width (s) - 138, TEXT_FONT, FAINT,
                 _ ("The darker, the stronger: from 1 to 10")) +
          GAP;
}

/* Front and back are always there, others where something is marked in them. */
static gboolean
paint_figures (Press *s, GError **error)
{
  guint n, wanted = 0, chosen[MOST_FIGURES];
  const UnkView *views = unk_atlas_get_views (unk_journal_get_atlas (s->sheet->journal), &n);
  double each;

  collect_places (s);
  for (guint i = 0; i < n && wanted < MOST_FIGURES; i++)
    if (i < 2 || is_marked (s, i))
      chosen[wanted++] = i;
  each = (full_width (s) - GAP * (wanted - 1)) / wanted;
  for (guint i = 0; i < wanted; i++)
    if (!paint_figure (s, &views[chosen[i]], MARGIN + i * (each + GAP), each, FIGURES, error))
      return FALSE;
  s->y += FIGURES;
  paint_legend (s);
  return TRUE;
}

static void
paint_course (Press *s)
{
  const UnkJournalSheet *sheet = s->sheet;
  gboolean by_day = sheet->to - sheet->from > 100 * 86400;
  g_autoptr (GArray) readings = (by_day ? unk_journal_list_days : unk_journal_list_readings) (
    sheet->journal, sheet->spot, sheet->from, sheet->to);
  GPtrArray *sessions = unk_journal_get_sessions (sheet->journal);
  UnkJournalChart chart = { (const UnkReading *) (gpointer) readings->data,
                            readings->len,
                            (UnkPastSession **) sessions->pdata,
                            sessions->len,
                            sheet->from,
                            sheet->to,
                            unk_journal_get_zone (sheet->journal),
                            -1,
                            sheet->mirror,
                            8.5 };
  g_autofree char *title = unk_spot_of_pain_describe (sheet->spot);

  s->y += paint (s, MARGIN, full_width (s), HEAD_FONT, INK, title) + 2;
  cairo_save (s->cr);
  cairo_translate (s->cr, MARGIN, s->y);
  unk_journal_chart_paint (s->cr, &chart, full_width (s), CHART, &unk_chart_colors_print);
  cairo_restore (s->cr);
  s->y += CHART + 2;
  s->y += paint (s, MARGIN, full_width (s), SMALL_FONT, FAINT,
                 _ ("Dots: how strong, from 0 to 10; where there are many, the line is the mean of "
                    "a week. Triangles: sessions; an arrow goes from before to after.")) +
          GAP;
}

/* One row of the table. */
static void
paint_row (Press *s, gint64 at, const char *what, const char *note, const char *rating)
{
  /* Translators: a date and time of day in a table, as g_date_time_format() takes it */
  g_autofree char *time = format_time (s, at, _ ("%-d %b %Y, %H:%M"));
  g_autofree char *text = *note ? g_strdup_printf ("%s\n%s", what, note) : g_strdup (what);
  double width = full_width (s) - TIME_WIDTH - RATING_WIDTH - 2 * GAP, height;

  height = paint (s, 0, width, TEXT_FONT, 0, text);
  want_room (s, height);
  unk_overlay_set_color (s->cr, 0x00000022);
  cairo_rectangle (s->cr, MARGIN, s->y - 2.5, full_width (s), 0.5);
  cairo_fill (s->cr);
  paint (s, MARGIN, TIME_WIDTH, TEXT_FONT, INK, time);
  paint (s, MARGIN + TIME_WIDTH + GAP, width, TEXT_FONT, INK, text);
  paint (s, s->paper->width - MARGIN - RATING_WIDTH, RATING_WIDTH, TEXT_FONT, INK, rating);
  s->y += height + 5;
}

static void
paint_entry (Press *s, const UnkEntry *entry)
{
  g_autofree char *place = unk_journal_describe_entry (s->sheet->journal, entry);
  /* Translators: a place on the body, and how the pain there feels */
  g_autofree char *what = g_strdup_printf (_ ("%s: %s"), place, unk_pain_kind_name (entry->kind));
  g_autofree char *rating = g_strdup_printf (_ ("%d of 10"), entry->intensity);

  paint_row (s, entry->at, what, entry->note, rating);
}

static void
paint_session (Press *s, const UnkPastSession *session)
{
  g_autofree char *muscles =
    unk_past_session_list_muscles (session, unk_journal_get_atlas (s->sheet->journal));
  /* Translators: the name of a routine, and its muscles */
  g_autofree char *what = g_strdup_printf (_ ("Session “%s”: %s"), session->name, muscles);
  g_autofree char *rating = session->before >= 0 && session->after >= 0
                              /* Translators: how strong pain was before and after */
                              ? g_strdup_printf (_ ("%d, then %d"), session->before, session->after)
                              : g_strdup ("");

  paint_row (s, session->ended, what, session->note, rating);
}

static void
paint_table (Press *s)
{
  GPtrArray *entries = unk_journal_get_entries (s->sheet->journal);
  GPtrArray *sessions = unk_journal_get_sessions (s->sheet->journal);
  guint k = 0;

  want_room (s, 40);
  s->y += paint (s, MARGIN, full_width (s), HEAD_FONT, INK, _ ("Entries and Sessions")) + 6;
  for (guint i = 0; i <= entries->len; i++)
    {
      const UnkEntry *entry = i < entries->len ? g_ptr_array_index (entries, i) : NULL;

      for (; k < sessions->len; k++)
        {
          const UnkPastSession *session = g_ptr_array_index (sessions, k);

          if (entry && session->ended >= entry->at)
            break;
          if (session->ended >= s->sheet->from && session->ended < s->sheet->to)
            paint_session (s, session);
        }
      if (entry && entry->at >= s->sheet->from && entry->at < s->sheet->to)
        paint_entry (s, entry);
    }
}

static gboolean
paint_sheets (cairo_t *cr, gpointer data, GError **error)
{
  Press *s = data;
  gboolean done;

  s->cr = cr;
  s->y = MARGIN;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  paint_head (s);
  done = paint_figures (s, error);
  if (done)
    {
      paint_course (s);
      paint_table (s);
      paint_foot (s);
    }
  for (int i = 0; i <= UNK_PAIN_INTENSITY_MAX; i++)
    g_clear_object (&s->levels[i]);
  return done;
}

/**
 * unk_journal_sheet_write:
 * @sheet: what goes on the sheets
 * @paper: the paper
 * @path: a file name that ends in .pdf; a picture would hold the last sheet alone
 * @error: return location for a #GError
 *
 * Writes the sheets; as with unk_sheet_write(), the file is there whole or not at all.
 *
 * Returns: %FALSE with an #UnkChartError
 */
gboolean
unk_journal_sheet_write (const UnkJournalSheet *sheet, const UnkPaper *paper, const char *path,
                         GError **error)
{
  Press press = { .sheet = sheet, .paper = paper };

  if (!g_str_has_suffix (path, ".pdf"))
    {
      g_set_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_FORMAT,
                   _ ("“%s” should end in .pdf: the journal takes several sheets"), path);
      return FALSE;
    }
  press.colors = unk_colors_for_scheme (unk_journal_get_atlas (sheet->journal), UNK_SHEET_SCHEME);
  return unk_sheet_write (paper, path, paint_sheets, &press, error);
}
