/* unk-routine-sheet.c: a routine on paper, to do it without a screen
 *
 * Steps that follow each other on the same muscle and side share a picture. A block is never torn:
 * what doesn't fit on a sheet goes whole onto the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-sheet.h"

#include <glib/gi18n-lib.h>

#include "unk-chart.h"
#include "unk-overlay.h"
#include "unk-routine-figure.h"
#include "unk-treatment-text.h"

#define MARGIN 36.0
#define GAP 10.0
#define FOOT 34.0
#define PICTURE_WIDTH 118.0
#define PICTURE_HEIGHT 132.0
#define NUMBER_WIDTH 54.0
#define BOX 9.0
#define INK 0x111111ff
#define FAINT 0x444444ff
#define FONT UNK_SHEET_FONT
#define TITLE_FONT FONT " Bold 18"
#define HEAD_FONT FONT " Bold 11"
#define STEP_FONT FONT " Bold 9"
#define TEXT_FONT FONT " 9"
#define STOP_FONT FONT " Italic 9"
#define SMALL_FONT FONT " 6.5"

typedef struct
{
  const UnkRoutineSheet *sheet;
  const UnkPaper *paper;
  UnkRoutineFigures *figures;
  GPtrArray *pages; /* cairo_surface_t */
  cairo_t *cr;      /* of the last page */
  double y;
} Press;

/* Steps on one muscle and side. */
typedef struct
{
  guint first, end;
  const UnkMuscle *muscle; /* (nullable): the atlas doesn't hold it any more */
} Block;

static const UnkRoutineStep *
get_step (const Press *s, guint i)
{
  return g_ptr_array_index (s->sheet->routine->steps, i);
}

/* In a language from right to left, columns are counted from there. */
static double
place (const Press *s, double x, double width)
{
  return s->sheet->mirror ? s->paper->width - x - width : x;
}

/* A paragraph in a column that begins at @x; without a color it is only measured. */
static double
write_text (Press *s, double x, double width, const char *font, guint32 color, const char *text)
{
  return unk_sheet_paint_text (s->cr, place (s, x, width), s->y, width, font, color ? color : INK,
                               text, !color);
}

static double
full_width (const Press *s)
{
  return s->paper->width - 2 * MARGIN;
}

static void
begin_page (Press *s)
{
  cairo_rectangle_t extents = { 0, 0, s->paper->width, s->paper->height };
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  g_ptr_array_add (s->pages, page);
  g_clear_pointer (&s->cr, cairo_destroy);
  s->cr = cairo_create (page);
  s->y = MARGIN;
}

/* The medical note stands on each sheet: they are torn apart. */
static void
write_foot (Press *s, guint page)
{
  const char *note =
    _ ("Unknot informs; it does not diagnose. Pain that is new, strong or comes with "
       "other signs belongs to a doctor. Stop where it hurts sharply, tingles or goes numb.");
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, s->pages->len);

  g_clear_pointer (&s->cr, cairo_destroy);
  s->cr = cairo_create (g_ptr_array_index (s->pages, page));
  s->y = s->paper->height - FOOT;
  write_text (s, MARGIN, full_width (s) - NUMBER_WIDTH - GAP, SMALL_FONT, FAINT, note);
  write_text (s, s->paper->width - MARGIN - NUMBER_WIDTH, NUMBER_WIDTH, SMALL_FONT, FAINT, number);
}

static void
want_room (Press *s, double height)
{
  if (s->y > MARGIN && s->y + height > s->paper->height - FOOT - GAP)
    begin_page (s);
}

static char *
list_days (const UnkRoutine *routine)
{
  GString *list = g_string_new (NULL);

  for (int day = 0; day < 7; day++)
    if (routine->days & (1u << day))
      {
        /* 5 January 1970 was a Monday. */
        g_autoptr (GDateTime) date = g_date_time_new_utc (1970, 1, 5 + day, 0, 0, 0);
        g_autofree char *name = g_date_time_format (date, "%A");

        /* Translators: between days of the week in a list */
        g_string_append_printf (list, "%s%s", list->len ? _ (", ") : "", name);
      }
  return g_string_free (list, FALSE);
}

static void
write_head (Press *s)
{
  const UnkRoutine *routine = s->sheet->routine;
  guint minutes = unk_routine_count_minutes (routine), n = routine->steps->len;
  g_autofree char *length =
    g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  /* Translators: how long a routine takes, and how many steps it has */
  g_autofree char *line = g_strdup_printf (_ ("%s · %s"), length, steps);
  g_autofree char *days = list_days (routine);

  s->y += write_text (s, MARGIN, full_width (s), TITLE_FONT, INK, routine->name) + 2;
  s->y += write_text (s, MARGIN, full_width (s), TEXT_FONT, FAINT, line);
  if (*days)
    s->y += write_text (s, MARGIN, full_width (s), TEXT_FONT, FAINT, days);
  s->y += GAP;
}

static char *
describe_dose (const UnkRoutineStep *step)
{
  g_autofree char *each =
    g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) step->seconds), step->seconds);

  if (step->repetitions < 2)
    return g_steal_pointer (&each);
  /* Translators: how long, and how often */
  return g_strdup_printf (ngettext ("%s, %d time", "%s, %d times", (gulong) step->repetitions),
                          each, step->repetitions);
}

static char *
describe_step (const Press *s, guint i)
{
  const UnkRoutineStep *step = get_step (s, i);
  const UnkTool *tool = *step->tool ? unk_atlas_find_tool (s->sheet->atlas, step->tool) : NULL;
  g_autofree char *dose = describe_dose (step);
  const char *kind = unk_treatment_kind_name (step->kind);

  if (tool)
    /* Translators: the number of a step, a kind of treatment, how long and how often, a tool */
    return g_strdup_printf (_ ("%u. %s: %s · %s"), i + 1, kind, dose, unk_text (tool->name));
  /* Translators: the number of a step, a kind of treatment, how long and how often */
  return g_strdup_printf (_ ("%u. %s: %s"), i + 1, kind, dose);
}

/* A box to tick. */
static void
paint_box (Press *s, double x)
{
  cairo_set_line_width (s->cr, 0.7);
  unk_overlay_set_color (s->cr, INK);
  cairo_rectangle (s->cr, place (s, x, BOX), s->y + 2, BOX, BOX);
  cairo_stroke (s->cr);
}

/* A paragraph below the last, which may be none. */
static double
add_text (Press *s, double x, double width, guint32 color, const char *font, const char *text)
{
  double height = *text ? write_text (s, x, width, font, color, text) + 1 : 0;

  s->y += height;
  return height;
}

/* One step in its column; without a color it is only measured. */
static void
write_step (Press *s, guint i, double x, double width, guint32 color)
{
  const UnkTreatment *t = unk_routine_step_find_treatment (get_step (s, i), s->sheet->atlas);
  g_autofree char *title = describe_step (s, i);

  if (color)
    paint_box (s, x);
  x += BOX + 6;
  width -= BOX + 6;
  add_text (s, x, width, color, STEP_FONT, title);
  if (t)
    {
      /* Translators: two sentences after each other: how to sit or stand, then what to do */
      g_autofree char *how =
        t->steps[0] ? g_strdup_printf (_ ("%s %s"), *t->position ? unk_text (t->position) : "",
                                       unk_text (t->steps[0]))
                    : g_strdup ("");

      add_text (s, x, width, color, TEXT_FONT, g_strchug (how));
      if (*t->stop)
        add_text (s, x, width, color, STOP_FONT, unk_text (t->stop));
    }
  s->y += 4;
}

static void
write_cautions (Press *s, const Block *block, double x, double width, guint32 color)
{
  for (const UnkPair *c = block->muscle ? block->muscle->cautions : NULL; c && c->key; c++)
    {
      /* Translators: what to be careful with at a muscle, a sentence or more */
      g_autofree char *text = g_strdup_printf (_ ("Careful: %s"), unk_text (c->text));

      add_text (s, x, width, color, TEXT_FONT, text);
    }
}

static void
write_column (Press *s, const Block *block, guint32 color)
{
  const UnkRoutineStep *first = get_step (s, block->first);
  const char *name = block->muscle ? unk_text (block->muscle->name) : first->muscle;
  /* Translators: a muscle and its side */
  g_autofree char *title = g_strdup_printf (_ ("%s, %s"), name, unk_side_name (first->side));
  double x = MARGIN + PICTURE_WIDTH + GAP + 2, width = s->paper->width - MARGIN - x;

  add_text (s, x, width, color, HEAD_FONT, title);
  s->y += 2;
  for (guint i = block->first; i < block->end; i++)
    write_step (s, i, x, width, color);
  write_cautions (s, block, x, width, color);
}

static gboolean
write_block (Press *s, const Block *block, GError **error)
{
  double top = s->y, height;
  gboolean done = TRUE;

  write_column (s, block, 0);
  height = MAX (s->y - top, PICTURE_HEIGHT);
  s->y = top;
  want_room (s, height);
  top = s->y;
  write_column (s, block, INK);
  if (block->muscle)
    {
      cairo_save (s->cr);
      cairo_translate (s->cr, place (s, MARGIN, PICTURE_WIDTH), top);
      done = unk_routine_figures_paint (s->figures, s->cr, block->muscle,
                                        get_step (s, block->first)->side, PICTURE_WIDTH,
                                        PICTURE_HEIGHT, error);
      cairo_restore (s->cr);
    }
  s->y = top + height + GAP;
  return done;
}

/* The next steps on one muscle and side, as many as fit on a sheet. */
static Block
find_block (Press *s, guint first)
{
  const UnkRoutineStep *step = get_step (s, first);
  Block block = { first, first + 1, unk_atlas_find_muscle (s->sheet->atlas, step->muscle, NULL) };
  double top = s->y, room = s->paper->height - FOOT - GAP - MARGIN;

  for (; block.end < s->sheet->routine->steps->len; block.end++)
    {
      const UnkRoutineStep *next = get_step (s, block.end);
      Block longer = block;
      gboolean fits;

      if (!g_str_equal (next->muscle, step->muscle) || next->side != step->side)
        break;
      longer.end++;
      write_column (s, &longer, 0);
      fits = s->y - top <= room;
      s->y = top;
      if (!fits)
        break;
    }
  return block;
}

/**
 * unk_routine_sheet_make_pages:
 * @sheet: what goes on the sheets
 * @paper: the paper
 * @error: return location for a #GError
 *
 * Paints all sheets, to be put on paper or into a file. May be called on any thread.
 *
 * Returns: (transfer full) (nullable) (element-type cairo_surface_t): the sheets, of which each
 * keeps what was painted on it and not its pixels
 */
GPtrArray *
unk_routine_sheet_make_pages (const UnkRoutineSheet *sheet, const UnkPaper *paper, GError **error)
{
  g_autoptr (UnkRoutineFigures) figures = unk_routine_figures_new (sheet->atlas);
  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  Press press = { .sheet = sheet, .paper = paper, .figures = figures, .pages = pages };
  gboolean done = TRUE;

  begin_page (&press);
  write_head (&press);
  for (guint i = 0; i < sheet->routine->steps->len && done;)
    {
      Block block = find_block (&press, i);

      done = write_block (&press, &block, error);
      i = block.end;
    }
  for (guint page = 0; page < pages->len && done; page++)
    write_foot (&press, page);
  cairo_destroy (press.cr);
  return done ? g_steal_pointer (&pages) : NULL;
}

static gboolean
paint_pages (cairo_t *cr, gpointer data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *pages = data;

  for (guint i = 0; i < pages->len; i++)
    {
      if (i)
        cairo_show_page (cr);
      cairo_set_source_surface (cr, g_ptr_array_index (pages, i), 0, 0);
      cairo_paint (cr);
    }
  return TRUE;
}

/**
 * unk_routine_sheet_write:
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
unk_routine_sheet_write (const UnkRoutineSheet *sheet, const UnkPaper *paper, const char *path,
                         GError **error)
{
  g_autoptr (GPtrArray) pages = NULL;

  if (!g_str_has_suffix (path, ".pdf"))
    {
      g_set_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_FORMAT,
                   _ ("“%s” should end in .pdf: a routine may take several sheets"), path);
      return FALSE;
    }
  pages = unk_routine_sheet_make_pages (sheet, paper, error);
  return pages && unk_sheet_write (paper, path, paint_pages, pages, error);
}
