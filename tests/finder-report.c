/* finder-report.c: how well the finder finds what the atlas itself says, and what books say
 *
 * Each muscle's essential zones are marked as a person would mark them, whole and badly; its place
 * in the answer is noted. Then each region of tests/data/referral-lists.txt is named, and the
 * books' muscles are looked for among the first answers.
 *
 * usage: finder-report LISTS [--all]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "unk-atlas-format.h"
#include "unk-finder.h"

#define SHIFT 15.0

typedef struct
{
  int row, first, last; /* cells of one component in one row */
} Row;

typedef struct
{
  const UnkView *view;
  GArray *rows; /* Row, from the top */
} Blob;

typedef enum
{
  HALF_NONE,
  HALF_UPPER,
  HALF_LEFT,
} Half;

typedef struct
{
  const char *name;
  double radius, dx, dy;
  Half half;
  int among; /* the place to reach */
} Way;

/* The last of the shifted ones closes their group: a muscle is found when most directions find it.
 */
static const Way ways[] = {
  { "whole", 5, 0, 0, HALF_NONE, 3 },
  { "half, upper", 5, 0, 0, HALF_UPPER, 5 },
  { "half, side", 5, 0, 0, HALF_LEFT, 5 },
  { "15 mm up", 5, 0, -SHIFT, HALF_NONE, 5 },
  { "15 mm down", 5, 0, SHIFT, HALF_NONE, 5 },
  { "15 mm right", 5, SHIFT, 0, HALF_NONE, 5 },
  { "15 mm left", 5, -SHIFT, 0, HALF_NONE, 5 },
  { "brush 30 wide", 15, 0, 0, HALF_NONE, 5 },
  { "brush 30 radius", 30, 0, 0, HALF_NONE, 5 },
};

static void
blob_free (gpointer data)
{
  Blob *blob = data;

  g_array_unref (blob->rows);
  g_free (blob);
}

static gboolean
has_cell (const UnkMask *mask, int column, int row)
{
  return unk_mask_has (mask, (column + 0.5) * UNK_GRID_MM, (row + 0.5) * UNK_GRID_MM);
}

/* Takes one connected piece out of the mask. */
static void
take_blob (UnkMask *mask, int column, int row, const UnkView *view, GPtrArray *blobs)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (int[2]));
  g_autoptr (GHashTable) rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Blob *blob = g_new0 (Blob, 1);
  int cell[2] = { column, row }, top = row, bottom = row;
  guint n = 0;

  g_array_append_val (todo, cell);
  while (todo->len)
    {
      guint64 *bits;
      Row *r;

      memcpy (cell, todo->data + (todo->len - 1) * sizeof cell, sizeof cell);
      g_array_set_size (todo, todo->len - 1);
      if (!has_cell (mask, cell[0], cell[1]))
        continue;
      bits = (guint64 *) mask->bits + (gsize) (cell[1] - mask->row) * mask->words;
      bits[cell[0] / 64 - mask->word] &= ~(G_GUINT64_CONSTANT (1) << (cell[0] % 64));
      r = g_hash_table_lookup (rows, GINT_TO_POINTER (cell[1] + 1));
      if (!r)
        {
          r = g_new (Row, 1);
          *r = (Row){ cell[1], cell[0], cell[0] };
          g_hash_table_insert (rows, GINT_TO_POINTER (cell[1] + 1), r);
        }
      r->first = MIN (r->first, cell[0]);
      r->last = MAX (r->last, cell[0]);
      top = MIN (top, cell[1]);
      bottom = MAX (bottom, cell[1]);
      n++;
      for (int d = 0; d < 4; d++)
        {
          int next[2] = { cell[0] + (d == 0) - (d == 1), cell[1] + (d == 2) - (d == 3) };

          if (next[0] >= 0 && next[1] >= 0)
            g_array_append_val (todo, next);
        }
    }
  blob->view = view;
  blob->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (int i = top; i <= bottom; i++)
    {
      Row *r = g_hash_table_lookup (rows, GINT_TO_POINTER (i + 1));

      if (r)
        g_array_append_val (blob->rows, *r);
    }
  if (n >= 4)
    g_ptr_array_add (blobs, blob);
  else
    blob_free (blob);
}

/* The connected pieces of a muscle's essential zones, in all views, of the right side. */
static GPtrArray *
find_blobs (UnkAtlas *atlas, const UnkMuscle *muscle)
{
  GPtrArray *blobs = g_ptr_array_new_with_free_func (blob_free);
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  for (guint v = 0; v < n; v++)
    {
      g_autoptr (UnkMask) mask = unk_mask_new (views[v].width, views[v].height);

      if (views[v].flipped)
        continue;
      for (guint i = 0; i < views[v].n_zones; i++)
        if (views[v].zones[i].essential && views[v].zones[i].point->muscle == muscle)
          unk_mask_add (mask, &views[v].zones[i].mask);
      unk_mask_clip (mask, &views[v].skin_mask);
      for (int row = 0; row < mask->rows; row++)
        for (int column = 0; column < mask->words * 64; column++)
          if (has_cell (mask, column, row))
            take_blob (mask, column, row, &views[v], blobs);
    }
  return blobs;
}

static void
go_to (UnkMarks *marks, const UnkView *view, gboolean *drawing, double x, double y, double radius)
{
  if (*drawing)
    unk_marks_extend_stroke (marks, x, y);
  else
    *drawing = unk_marks_begin_stroke (marks, view, x, y, radius);
}

/* To and fro over the piece, as far inside its edge as the brush is wide. */
static void
paint_blob (UnkMarks *marks, const Blob *blob, const Way *way)
{
  guint n = blob->rows->len, end = way->half == HALF_UPPER ? (n + 1) / 2 : n;
  guint step = (guint) MAX (1, way->radius / UNK_GRID_MM);
  guint inset = MIN ((guint) (way->radius / UNK_GRID_MM) - 1, (end - 1) / 2);
  gboolean drawing = FALSE, back = FALSE;

  for (guint i = inset; i < end; i += step)
    {
      Row row = g_array_index (blob->rows, Row, MIN (i, end - 1 - MIN (inset, end - 1)));
      double x0 = row.first * UNK_GRID_MM, x1 = (row.last + 1) * UNK_GRID_MM;
      double y = (row.row + 0.5) * UNK_GRID_MM + way->dy, middle;

      if (way->half == HALF_LEFT)
        x1 = (x0 + x1) / 2;
      middle = (x0 + x1) / 2;
      x0 = MIN (x0 + way->radius, middle) + way->dx;
      x1 = MAX (x1 - way->radius, middle) + way->dx;
      go_to (marks, blob->view, &drawing, back ? x1 : x0, y, way->radius);
      go_to (marks, blob->view, &drawing, back ? x0 : x1, y, way->radius);
      back = !back;
    }
}

/* Its place in the answer, 1 for the first; 999 where it isn't there. */
static int
find_place (GArray *matches, const UnkMuscle *muscle, UnkSide side)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const UnkMatch *match = &g_array_index (matches, UnkMatch, i);

      if (match->muscle == muscle && match->side == side)
        return (int) i + 1;
    }
  return 999;
}

static char *
say_why (GArray *matches, const UnkMuscle *muscle, int place)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (matches->len, 2); i++)
    {
      const UnkMatch *m = &g_array_index (matches, UnkMatch, i);

      g_string_append_printf (text, "%s%s %.2f (%.0f %% + %.0f %%, focus %.0f %%)", i ? ", " : "",
                              m->muscle->id, m->score, m->essential * 100, m->spillover * 100,
                              m->focus * 100);
    }
  if (place <= (int) matches->len)
    {
      const UnkMatch *m = &g_array_index (matches, UnkMatch, place - 1);

      g_string_append_printf (text, "; %s %.2f (%.0f %% + %.0f %%, focus %.0f %%)", muscle->id,
                              m->score, m->essential * 100, m->spillover * 100, m->focus * 100);
    }
  else
    g_string_append (text, "; it isn't among the answers");
  return g_string_free (text, FALSE);
}

typedef struct
{
  int found[G_N_ELEMENTS (ways)];
  int twins[G_N_ELEMENTS (ways)]; /* not found, but the same muscle of the left is */
  int muscles, hidden;
} Totals;

static void
report_muscle (UnkAtlas *atlas, UnkFinder *finder, const UnkMuscle *muscle, gboolean all,
               Totals *totals)
{
  g_autoptr (GPtrArray) blobs = find_blobs (atlas, muscle);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) why = g_string_new (NULL);

  if (!blobs->len)
    {
      totals->hidden++;
      printf ("%-32s shown in no view\n", muscle->id);
      return;
    }
  totals->muscles++;
  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    {
      g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
      g_autoptr (GArray) matches = NULL;
      int place;

      for (guint i = 0; i < blobs->len; i++)
        paint_blob (marks, g_ptr_array_index (blobs, i), &ways[w]);
      matches = unk_finder_find (finder, marks);
      place = find_place (matches, muscle, UNK_SIDE_RIGHT);
      totals->found[w] += place <= ways[w].among;
      totals->twins[w] +=
        place > ways[w].among && find_place (matches, muscle, UNK_SIDE_LEFT) <= ways[w].among;
      g_string_append_printf (line, " %3d%c", place, place <= ways[w].among ? ' ' : '!');
      if (place > ways[w].among)
        {
          g_autofree char *text = say_why (matches, muscle, place);

          g_string_append_printf (why, "    %s: %s\n", ways[w].name, text);
        }
    }
  if (all || why->len)
    printf ("%-32s%s\n%s", muscle->id, line->str, why->str);
}

static void
report_muscles (UnkAtlas *atlas, UnkFinder *finder, gboolean all)
{
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);
  Totals totals = { 0 };
  int shifted = 0, directions = 0;

  printf (
    "Each muscle's own essential zones, marked: its place in the answer.\n"
    "Asked for: the first three when marked whole, or else the first five. Below: %s.\n\n%-32s",
    all ? "all muscles" : "those that fail in any way, and why", "");
  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    printf (" %3u ", w + 1);
  printf ("\n");
  for (guint i = 0; i < n; i++)
    report_muscle (atlas, finder, &muscles[i], all, &totals);
  printf ("\n");
  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    {
      printf ("%3u  %-16s among the first %d: %3d of %3d, %5.1f %%", w + 1, ways[w].name,
              ways[w].among, totals.found[w], totals.muscles,
              100.0 * totals.found[w] / MAX (totals.muscles, 1));
      if (totals.twins[w])
        printf ("; of %d more the left one, the marks having crossed the midline", totals.twins[w]);
      printf ("\n");
      shifted += ways[w].dx != 0 || ways[w].dy != 0 ? totals.found[w] : 0;
      directions += ways[w].dx != 0 || ways[w].dy != 0;
    }
  printf ("     15 mm, any direction: %.1f %%\n",
          100.0 * shifted / MAX (totals.muscles * directions, 1));
  printf ("     shown in no view: %d\n", totals.hidden);
}

typedef struct
{
  int regions, listed, found;
} Books;

/* AREA[,AREA…] | muscle muscle … | source */
static void
report_list (UnkAtlas *atlas, UnkFinder *finder, const char *line, Books *books)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", 3);
  g_auto (GStrv) muscles = NULL;
  g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GString) missed = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  int n = 0, found = 0;

  if (!parts[0] || !parts[1] || !parts[2])
    g_error ("not AREAS | MUSCLES | SOURCE: %s", line);
  if (!unk_marks_add_text (marks, g_strstrip (parts[0]), "right", &error))
    g_error ("%s", error->message);
  matches = unk_finder_find (finder, marks);
  muscles = g_strsplit (g_strstrip (parts[1]), " ", -1);
  for (guint i = 0; muscles[i]; i++)
    n += *muscles[i] != '\0';
  for (guint i = 0; muscles[i]; i++)
    {
      const UnkMuscle *muscle;
      int place;

      if (!*muscles[i])
        continue;
      muscle = unk_atlas_find_muscle (atlas, muscles[i], &error);
      if (!muscle)
        g_error ("%s", error->message);
      place = find_place (matches, muscle, UNK_SIDE_RIGHT);
      if (place <= n + 3)
        found++;
      else
        g_string_append_printf (missed, " %s (%d)", muscle->id, place);
    }
  books->regions++;
  books->listed += n;
  books->found += found;
  printf ("%-46s %2d of %2d among the first %2d%s%s\n", parts[0], found, n, n + 3,
          missed->len ? "; not:" : "", missed->str);
}

static void
report_lists (UnkAtlas *atlas, UnkFinder *finder, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  Books books = { 0 };

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  printf ("\nWhat books list for a region, named: how many stand among the first N + 3.\n\n");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (*lines[i] && *lines[i] != '#')
      report_list (atlas, finder, lines[i], &books);
  printf ("\n%d regions, %d of %d listed muscles, %.1f %%\n", books.regions, books.found,
          books.listed, 100.0 * books.found / MAX (books.listed, 1));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkAtlas) atlas = NULL;
  g_autoptr (UnkFinder) finder = NULL;

  if (argc < 2)
    {
      fprintf (stderr, "usage: finder-report LISTS [--all]\n");
      return 2;
    }
  atlas = unk_atlas_open_installed (&error);
  if (!atlas)
    {
      fprintf (stderr, "finder-report: %s\n", error->message);
      return 2;
    }
  finder = unk_finder_new (atlas);
  report_muscles (atlas, finder, argc > 2 && strcmp (argv[2], "--all") == 0);
  report_lists (atlas, finder, argv[1]);
  return 0;
}
