/* unk-mask.c: places on the body as bits on a fixed grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-mask.h"

#include <math.h>
#include <string.h>

#include "unk-atlas-format.h"

/* A mask that owns its bits is allocated in one piece with them. */
static UnkMask *
allocate (int word, int row, int words, int rows)
{
  gsize n = (gsize) MAX (words, 0) * MAX (rows, 0);
  UnkMask *mask = g_malloc0 (sizeof (UnkMask) + n * sizeof (guint64));

  *mask = (UnkMask){ word, row, MAX (words, 0), MAX (rows, 0), (const guint64 *) (mask + 1) };
  return mask;
}

static guint64 *
writable (UnkMask *mask, int row)
{
  return (guint64 *) mask->bits + (gsize) (row - mask->row) * mask->words;
}

/**
 * unk_mask_new:
 * @width: of the view, in millimeters
 * @height: of the view, in millimeters
 *
 * Returns: (transfer full): an empty mask that can hold any place of the view
 */
UnkMask *
unk_mask_new (double width, double height)
{
  int columns = (int) ceil (width / UNK_GRID_MM), rows = (int) ceil (height / UNK_GRID_MM);

  return allocate (0, 0, (columns + 63) / 64, rows);
}

/**
 * unk_mask_copy:
 * @mask: a mask
 *
 * Returns: (transfer full): the same bits, owned
 */
UnkMask *
unk_mask_copy (const UnkMask *mask)
{
  UnkMask *copy = allocate (mask->word, mask->row, mask->words, mask->rows);

  memcpy ((guint64 *) copy->bits, mask->bits, (gsize) copy->words * copy->rows * sizeof (guint64));
  return copy;
}

/**
 * unk_mask_free:
 * @mask: (nullable): a mask made by one of the functions here
 */
void
unk_mask_free (UnkMask *mask)
{
  g_free (mask);
}

/* A span of cells, from first to last inclusive, both inside the mask. */
static void
fill_cells (UnkMask *mask, int row, int first, int last)
{
  guint64 *bits;

  first = MAX (first, mask->word * 64);
  last = MIN (last, (mask->word + mask->words) * 64 - 1);
  if (row < mask->row || row >= mask->row + mask->rows || first > last)
    return;
  bits = writable (mask, row);
  for (int c = first; c <= last; c++)
    bits[c / 64 - mask->word] |= G_GUINT64_CONSTANT (1) << (c % 64);
}

typedef struct
{
  float x;
  int direction;
} Crossing;

static int
compare_crossings (gconstpointer a, gconstpointer b)
{
  float x = ((const Crossing *) a)->x, y = ((const Crossing *) b)->x;

  return (x > y) - (x < y);
}

/* Where the scan line at y meets the outline, left to right. */
static void
collect_crossings (GArray *dots, GArray *ends, float y, GArray *into)
{
  guint start = 0;

  g_array_set_size (into, 0);
  for (guint s = 0; s < ends->len; s++)
    {
      guint end = g_array_index (ends, guint, s);

      for (guint i = start; i < end; i++)
        {
          UnkDot a = g_array_index (dots, UnkDot, i);
          UnkDot b = g_array_index (dots, UnkDot, i + 1 < end ? i + 1 : start);

          if ((a.y <= y) != (b.y <= y))
            {
              Crossing c = { a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x), a.y < b.y ? 1 : -1 };

              g_array_append_val (into, c);
            }
        }
      start = end;
    }
  g_array_sort (into, compare_crossings);
}

typedef void (*SpanFunc) (int row, float x0, float x1, gpointer data);

/* The inside of the outline (nonzero winding), row by row. */
static void
scan (UnkPath path, double row_height, double height, SpanFunc span, gpointer data)
{
  g_autoptr (GArray) ends = NULL;
  g_autoptr (GArray) dots = unk_path_flatten (path, 0.05, &ends);
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  UnkBox box = unk_path_box (path);
  int first, last;

  if (box.width < 0)
    return;
  first = MAX (0, (int) floor (box.y / (double) UNK_FORMAT_UNITS_PER_MM / row_height) - 1);
  last = (int) ceil ((box.y + box.height) / (double) UNK_FORMAT_UNITS_PER_MM / row_height) + 1;
  last = MIN (last, (int) ceil (height / row_height) - 1);
  for (int row = first; row <= last; row++)
    {
      int winding = 0;
      float from = 0;

      collect_crossings (dots, ends, (float) ((row + 0.5) * row_height), crossings);
      for (guint i = 0; i < crossings->len; i++)
        {
          Crossing c = g_array_index (crossings, Crossing, i);

          if (winding == 0)
            from = c.x;
          winding += c.direction;
          if (winding == 0 && c.x > from)
            span (row, from, c.x, data);
        }
    }
}

static void
span_to_mask (int row, float x0, float x1, gpointer data)
{
  /* A cell belongs to the mask when its middle does. */
  int first = (int) ceil (x0 / UNK_GRID_MM - 0.5), last = (int) ceil (x1 / UNK_GRID_MM - 0.5) - 1;

  fill_cells (data, row, MAX (first, 0), last);
}

/**
 * unk_mask_new_from_path:
 * @path: an outline
 * @width: of the view, in millimeters
 * @height: of the view, in millimeters
 *
 * Returns: (transfer full): the cells whose middle lies inside, cropped; what lies outside the view
 * is dropped
 */
UnkMask *
unk_mask_new_from_path (UnkPath path, double width, double height)
{
  g_autoptr (UnkMask) whole = unk_mask_new (width, height);

  scan (path, UNK_GRID_MM, height, span_to_mask, whole);
  return unk_mask_crop (whole);
}

/**
 * unk_mask_crop:
 * @mask: a mask
 *
 * Returns: (transfer full): the same bits in the smallest box
 */
UnkMask *
unk_mask_crop (const UnkMask *mask)
{
  int w0 = mask->words, w1 = -1, r0 = mask->rows, r1 = -1;
  UnkMask *crop;

  for (int r = 0; r < mask->rows; r++)
    for (int w = 0; w < mask->words; w++)
      if (mask->bits[(gsize) r * mask->words + w])
        {
          w0 = MIN (w0, w);
          w1 = MAX (w1, w);
          r0 = MIN (r0, r);
          r1 = MAX (r1, r);
        }
  if (w1 < 0)
    return allocate (0, 0, 0, 0);
  crop = allocate (mask->word + w0, mask->row + r0, w1 - w0 + 1, r1 - r0 + 1);
  for (int r = 0; r < crop->rows; r++)
    memcpy (writable (crop, crop->row + r), mask->bits + (gsize) (r0 + r) * mask->words + w0,
            (gsize) crop->words * sizeof (guint64));
  return crop;
}

/**
 * unk_mask_mirror:
 * @mask: a mask
 * @width: of the view, in millimeters
 *
 * Returns: (transfer full): the mask of the other side of the body
 */
UnkMask *
unk_mask_mirror (const UnkMask *mask, double width)
{
  int columns = (int) ceil (width / UNK_GRID_MM), words = (columns + 63) / 64;
  g_autoptr (UnkMask) mirror = allocate (0, mask->row, words, mask->rows);

  for (int r = 0; r < mask->rows; r++)
    for (int w = 0; w < mask->words; w++)
      for (guint64 bits = mask->bits[(gsize) r * mask->words + w]; bits; bits &= bits - 1)
        {
          int column = columns - 1 - ((mask->word + w) * 64 + __builtin_ctzll (bits));

          if (column >= 0)
            fill_cells (mirror, mask->row + r, column, column);
        }
  return unk_mask_crop (mirror);
}

typedef struct
{
  int word, row, words, rows;
} Common;

static Common
common_box (const UnkMask *a, const UnkMask *b)
{
  int w0 = MAX (a->word, b->word), w1 = MIN (a->word + a->words, b->word + b->words);
  int r0 = MAX (a->row, b->row), r1 = MIN (a->row + a->rows, b->row + b->rows);

  return (Common){ w0, r0, MAX (w1 - w0, 0), MAX (r1 - r0, 0) };
}

static inline const guint64 *
words_at (const UnkMask *mask, int word, int row)
{
  return mask->bits + (gsize) (row - mask->row) * mask->words + (word - mask->word);
}

/**
 * unk_mask_add:
 * @mask: an owned mask; only what lies in its box can be added
 * @other: the bits to add
 */
void
unk_mask_add (UnkMask *mask, const UnkMask *other)
{
  Common c = common_box (mask, other);

  for (int r = 0; r < c.rows; r++)
    {
      guint64 *to = writable (mask, c.row + r) + (c.word - mask->word);
      const guint64 *from = words_at (other, c.word, c.row + r);

      for (int w = 0; w < c.words; w++)
        to[w] |= from[w];
    }
}

/**
 * unk_mask_clip:
 * @mask: an owned mask
 * @other: what may stay
 */
void
unk_mask_clip (UnkMask *mask, const UnkMask *other)
{
  for (int r = 0; r < mask->rows; r++)
    for (int w = 0; w < mask->words; w++)
      {
        int word = mask->word + w, row = mask->row + r;
        gboolean inside = word >= other->word && word < other->word + other->words &&
                          row >= other->row && row < other->row + other->rows;

        writable (mask, row)[w] &= inside ? *words_at (other, word, row) : 0;
      }
}

/**
 * unk_mask_remove:
 * @mask: an owned mask
 * @other: what shall go
 */
void
unk_mask_remove (UnkMask *mask, const UnkMask *other)
{
  Common c = common_box (mask, other);

  for (int r = 0; r < c.rows; r++)
    {
      guint64 *to = writable (mask, c.row + r) + (c.word - mask->word);
      const guint64 *from = words_at (other, c.word, c.row + r);

      for (int w = 0; w < c.words; w++)
        to[w] &= ~from[w];
    }
}

/* Adds the row to itself, moved by one cell to either side, @times times. */
static void
widen_row (guint64 *row, guint64 *before, int words, int times)
{
  for (int t = 0; t < times; t++)
    {
      memcpy (before, row, (gsize) words * sizeof (guint64));
      for (int w = 0; w < words; w++)
        row[w] |= before[w] << 1 | before[w] >> 1 | (w ? before[w - 1] >> 63 : 0) |
                  (w + 1 < words ? before[w + 1] << 63 : 0);
    }
}

/**
 * unk_mask_dilate:
 * @mask: a mask
 * @width: of the view, in millimeters
 * @height: of the view, in millimeters
 * @radius: in millimeters
 *
 * Returns: (transfer full): all cells within about @radius of one of @mask, within the view,
 * cropped
 */
UnkMask *
unk_mask_dilate (const UnkMask *mask, double width, double height, double radius)
{
  g_autoptr (UnkMask) whole = unk_mask_new (width, height);
  int reach = (int) lround (radius / UNK_GRID_MM), words = whole->words;
  g_autofree guint64 *row = g_new (guint64, MAX (words, 1));
  g_autofree guint64 *before = g_new (guint64, MAX (words, 1));

  for (int r = 0; r < mask->rows; r++)
    {
      int done = 0;

      memset (row, 0, (gsize) words * sizeof (guint64));
      for (int w = 0; w < mask->words; w++)
        if (mask->word + w >= 0 && mask->word + w < words)
          row[mask->word + w] = mask->bits[(gsize) r * mask->words + w];
      /* From the rim of the disc, where it is narrow, to its middle. */
      for (int dy = reach; dy >= 0; dy--)
        {
          int half = (int) sqrt ((double) reach * reach - (double) dy * dy);

          widen_row (row, before, words, half - done);
          done = half;
          for (int sign = dy ? -1 : 1; sign <= 1; sign += 2)
            {
              int to = mask->row + r + sign * dy;

              if (to >= 0 && to < whole->rows)
                for (int w = 0; w < words; w++)
                  writable (whole, to)[w] |= row[w];
            }
        }
    }
  return unk_mask_crop (whole);
}

/**
 * unk_mask_add_disc:
 * @mask: an owned mask
 * @x: the middle, in millimeters
 * @y: the middle, in millimeters
 * @radius: in millimeters; the cell under the middle is always added
 */
void
unk_mask_add_disc (UnkMask *mask, double x, double y, double radius)
{
  int first = (int) floor ((y - radius) / UNK_GRID_MM),
      last = (int) floor ((y + radius) / UNK_GRID_MM);

  if (x >= 0)
    fill_cells (mask, (int) floor (y / UNK_GRID_MM), (int) (x / UNK_GRID_MM),
                (int) (x / UNK_GRID_MM));
  for (int row = MAX (first, 0); row <= last; row++)
    {
      double dy = (row + 0.5) * UNK_GRID_MM - y, half = radius * radius - dy * dy;

      if (half > 0)
        span_to_mask (row, (float) (x - sqrt (half)), (float) (x + sqrt (half)), mask);
    }
}

/**
 * unk_mask_count:
 * @mask: a mask
 *
 * Returns: how many cells it holds
 */
guint
unk_mask_count (const UnkMask *mask)
{
  guint n = 0;

  for (gsize i = 0, end = (gsize) mask->words * mask->rows; i < end; i++)
    n += (guint) __builtin_popcountll (mask->bits[i]);
  return n;
}

/**
 * unk_mask_meets:
 * @a: a mask
 * @b: another
 *
 * Returns: whether any cell is in both
 */
gboolean
unk_mask_meets (const UnkMask *a, const UnkMask *b)
{
  Common c = common_box (a, b);

  for (int r = 0; r < c.rows; r++)
    {
      const guint64 *p = words_at (a, c.word, c.row + r), *q = words_at (b, c.word, c.row + r);

      for (int w = 0; w < c.words; w++)
        if (p[w] & q[w])
          return TRUE;
    }
  return FALSE;
}

/**
 * unk_mask_count_common:
 * @a: a mask
 * @b: another
 *
 * Returns: how many cells are in both
 */
guint
unk_mask_count_common (const UnkMask *a, const UnkMask *b)
{
  Common c = common_box (a, b);
  guint n = 0;

  for (int r = 0; r < c.rows; r++)
    {
      const guint64 *p = words_at (a, c.word, c.row + r), *q = words_at (b, c.word, c.row + r);

      for (int w = 0; w < c.words; w++)
        n += (guint) __builtin_popcountll (p[w] & q[w]);
    }
  return n;
}

/**
 * unk_mask_count_common_without:
 * @a: a mask
 * @b: another
 * @without: a third
 *
 * Returns: how many cells are in both @a and @b, but not in @without
 */
guint
unk_mask_count_common_without (const UnkMask *a, const UnkMask *b, const UnkMask *without)
{
  Common c = common_box (a, b);
  guint n = 0;

  for (int r = 0; r < c.rows; r++)
    {
      const guint64 *p = words_at (a, c.word, c.row + r), *q = words_at (b, c.word, c.row + r);
      int row = c.row + r;
      gboolean cut = row >= without->row && row < without->row + without->rows;

      for (int w = 0; w < c.words; w++)
        {
          int word = c.word + w;
          guint64 out = cut && word >= without->word && word < without->word + without->words
                          ? *words_at (without, word, row)
                          : 0;

          n += (guint) __builtin_popcountll (p[w] & q[w] & ~out);
        }
    }
  return n;
}

/**
 * unk_mask_has:
 * @mask: a mask
 * @x: in millimeters
 * @y: in millimeters
 *
 * Returns: whether the cell there belongs to @mask
 */
gboolean
unk_mask_has (const UnkMask *mask, double x, double y)
{
  int column = (int) floor (x / UNK_GRID_MM), row = (int) floor (y / UNK_GRID_MM);

  if (column < mask->word * 64 || column >= (mask->word + mask->words) * 64 || row < mask->row ||
      row >= mask->row + mask->rows)
    return FALSE;
  return (*words_at (mask, column / 64, row) >> (column % 64)) & 1;
}

typedef struct
{
  GArray *spans, *starts;
  int first, row;
} Spans;

static void
span_to_list (int row, float x0, float x1, gpointer data)
{
  Spans *s = data;
  gint32 pair[2] = { (gint32) lroundf (x0 * UNK_FORMAT_UNITS_PER_MM),
                     (gint32) lroundf (x1 * UNK_FORMAT_UNITS_PER_MM) };

  if (s->row < 0)
    s->first = s->row = row;
  for (; s->row <= row; s->row++)
    g_array_append_val (s->starts, s->spans->len);
  g_array_append_vals (s->spans, pair, 2);
}

/**
 * unk_path_spans:
 * @path: an outline
 * @row_height: in millimeters; a row is sampled at its middle
 * @first_row: (out): the number of the first row
 * @starts: (out) (transfer full) (element-type guint): for each row the index of its first number
 * in the spans, and one more
 *
 * Returns: (transfer full) (element-type gint32): pairs of x in a hundredth of a millimeter, left
 * to right
 */
GArray *
unk_path_spans (UnkPath path, double row_height, int *first_row, GArray **starts)
{
  Spans s = { g_array_new (FALSE, FALSE, sizeof (gint32)),
              g_array_new (FALSE, FALSE, sizeof (guint)), 0, -1 };

  scan (path, row_height, G_MAXINT / 4, span_to_list, &s);
  g_array_append_val (s.starts, s.spans->len);
  *first_row = s.first;
  *starts = s.starts;
  return s.spans;
}
