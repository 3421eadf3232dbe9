/* unk-outline.c: what the compiler asks of outlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-outline.h"

#include <math.h>

#include "unk-atlas-format.h"

/* How many coordinates follow each UnkPathOp. */
static const int coordinates[] = { 2, 2, 6, 0 };

/**
 * unk_outline_path:
 * @outline: (element-type gint32): an outline
 *
 * Returns: a view of it
 */
UnkPath
unk_outline_path (const GArray *outline)
{
  return (UnkPath){ (const gint32 *) (const void *) outline->data, outline->len };
}

/**
 * unk_outline_take_subpath:
 * @rest: (inout): an outline that isn't empty; what is left of it afterwards
 *
 * Returns: its first subpath
 */
UnkPath
unk_outline_take_subpath (UnkPath *rest)
{
  UnkPath first = { rest->data, 0 };

  do
    first.length += 1 + (gsize) coordinates[rest->data[first.length]];
  while (first.length < rest->length && rest->data[first.length] != UNK_PATH_MOVE);
  rest->data += first.length;
  rest->length -= first.length;
  return first;
}

/**
 * unk_outline_is_closed:
 * @path: an outline
 *
 * Returns: whether every subpath ends in a close
 */
gboolean
unk_outline_is_closed (UnkPath path)
{
  gboolean open = FALSE;

  for (gsize i = 0; i < path.length; i += 1 + (gsize) coordinates[path.data[i]])
    {
      if (path.data[i] == UNK_PATH_MOVE && open)
        return FALSE;
      open = path.data[i] != UNK_PATH_CLOSE;
    }
  return !open;
}

static double
distance_to_piece (UnkDot a, UnkDot b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (x - a.x - t * dx, y - a.y - t * dy);
}

/**
 * unk_outline_distance:
 * @path: an outline
 * @x: in millimeters
 * @y: in millimeters
 *
 * Returns: how far outside the outline the place lies in millimeters, 0 inside
 */
double
unk_outline_distance (UnkPath path, double x, double y)
{
  g_autoptr (GArray) ends = NULL;
  g_autoptr (GArray) dots = unk_path_flatten (path, 0.05, &ends);
  double nearest = G_MAXDOUBLE;
  int winding = 0;
  guint start = 0;

  for (guint s = 0; s < ends->len; s++)
    {
      guint end = g_array_index (ends, guint, s);

      for (guint i = start; i < end; i++)
        {
          UnkDot a = g_array_index (dots, UnkDot, i);
          UnkDot b = g_array_index (dots, UnkDot, i + 1 < end ? i + 1 : start);

          nearest = MIN (nearest, distance_to_piece (a, b, x, y));
          if ((a.y <= y) != (b.y <= y) && a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) > x)
            winding += a.y < b.y ? 1 : -1;
        }
      start = end;
    }
  return winding ? 0 : nearest;
}

static void
put (GArray *outline, UnkPathOp op, const gint32 *xy, int n)
{
  gint32 value = op;

  g_array_append_val (outline, value);
  g_array_append_vals (outline, xy, (guint) n);
}

/* One subpath, from its last piece to its first. */
static void
append_reversed (GArray *outline, const GArray *pieces, UnkPath path, gint32 width, gboolean closed)
{
  for (guint i = pieces->len; i-- > 0;)
    {
      const gint32 *piece = path.data + g_array_index (pieces, guint, i);
      int n = coordinates[*piece];
      gint32 back[6];

      if (i + 1 == pieces->len)
        put (outline, UNK_PATH_MOVE, (gint32[]){ width - piece[n - 1], piece[n] }, 2);
      if (i == 0)
        break;
      if (n == 6)
        for (int k = 0; k < 2; k++)
          {
            back[2 * k] = width - piece[3 - 2 * k];
            back[2 * k + 1] = piece[4 - 2 * k];
          }
      const gint32 *before = path.data + g_array_index (pieces, guint, i - 1);
      int m = coordinates[*before];

      back[n - 2] = width - before[m - 1];
      back[n - 1] = before[m];
      put (outline, (UnkPathOp) *piece, back, n);
    }
  if (closed)
    put (outline, UNK_PATH_CLOSE, NULL, 0);
}

/**
 * unk_outline_append_mirrored:
 * @outline: (element-type gint32): where to append
 * @path: an outline
 * @width: of the view, in millimeters
 *
 * Appends @path mirrored about the middle of the view, each subpath running backwards, so that the
 * halves of a whole wind the same way and may overlap.
 */
void
unk_outline_append_mirrored (GArray *outline, UnkPath path, double width)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (guint));
  gint32 units = (gint32) lround (width * UNK_FORMAT_UNITS_PER_MM);

  for (gsize i = 0; i < path.length; i += 1 + (gsize) coordinates[path.data[i]])
    {
      guint at = (guint) i;

      if (path.data[i] == UNK_PATH_CLOSE || path.data[i] == UNK_PATH_MOVE)
        {
          append_reversed (outline, pieces, path, units, path.data[i] == UNK_PATH_CLOSE);
          g_array_set_size (pieces, 0);
        }
      if (path.data[i] != UNK_PATH_CLOSE)
        g_array_append_val (pieces, at);
    }
  append_reversed (outline, pieces, path, units, FALSE);
}

/**
 * unk_outline_to_svg:
 * @path: an outline
 *
 * Returns: (transfer full): it as the d attribute of an SVG path
 */
char *
unk_outline_to_svg (UnkPath path)
{
  GString *d = g_string_new (NULL);

  for (gsize i = 0; i < path.length; i += 1 + (gsize) coordinates[path.data[i]])
    {
      g_string_append_c (d, "MLCZ"[path.data[i]]);
      for (int k = 1; k <= coordinates[path.data[i]]; k++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (number, sizeof number, "%.6g",
                           path.data[i + (gsize) k] / (double) UNK_FORMAT_UNITS_PER_MM);
          g_string_append_printf (d, "%s%s", k > 1 ? " " : "", number);
        }
    }
  return g_string_free (d, FALSE);
}
