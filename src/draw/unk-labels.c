/* unk-labels.c: names beside the body, each with a line to what it names
 *
 * As in an atlas on paper, names stand in two columns, left and right of what they name, in the
 * order of its height, so that no two lines cross for long and no two names touch. What shows most
 * is named first; what shows too little waits until one comes nearer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-labels.h"

#include <math.h>

#include "unk-overlay.h"

/* Looked at every so many millimeters: this many times across a view. */
#define ACROSS 240
/* What shows less than this many square pixels isn't named. */
#define LEAST_AREA 60.0
#define EDGE 10.0
#define PADDING 4.0
#define ROW_GAP 3.0
/* A column is at most this wide, of the whole. */
#define COLUMN 0.32
/* More names than this in a column are no help. */
#define MOST_ROWS 24

typedef struct
{
  const char *name; /* in English */
  GArray *dots;     /* UnkDot: where it is seen; of a mirrored view, in one half */
} Item;

struct _UnkLabelMap
{
  const UnkView *view;
  double step;
  GArray *items;
};

/* Something that may be named, and from which column. */
typedef struct
{
  const Item *item;
  double area;       /* in square pixels */
  UnkDot anchors[2]; /* as drawn, and mirrored */
  double areas[2];
} Candidate;

static void
clear_item (gpointer data)
{
  g_array_unref (((Item *) data)->dots);
}

static Item *
find_item (UnkLabelMap *self, GHashTable *known, gpointer key, const char *name)
{
  Item item = { name, NULL };
  gpointer index;

  if (!g_hash_table_lookup_extended (known, key, NULL, &index))
    {
      index = GUINT_TO_POINTER (self->items->len);
      item.dots = g_array_new (FALSE, FALSE, sizeof (UnkDot));
      g_array_append_val (self->items, item);
      g_hash_table_insert (known, key, index);
    }
  return &g_array_index (self->items, Item, GPOINTER_TO_UINT (index));
}

static void
look_at (UnkLabelMap *self, GHashTable *known, UnkDepth depth, double x, double y)
{
  UnkDot dot = { (float) x, (float) y };
  const UnkShape *shape = NULL;
  const UnkArea *area;
  Item *item = NULL;

  if (depth == UNK_DEPTH_SKIN)
    {
      area = unk_pick_area (self->view, x, y);
      item = area ? find_item (self, known, (gpointer) area, area->name) : NULL;
    }
  else if (unk_pick_shapes (self->view, depth, x, y, &shape, 1))
    item = find_item (self, known, (gpointer) shape, shape->name);
  if (item)
    g_array_append_val (item->dots, dot);
}

/**
 * unk_label_map_new:
 * @view: a view
 * @depth: how far it is peeled
 *
 * Returns: (transfer full): where everything is seen
 */
UnkLabelMap *
unk_label_map_new (const UnkView *view, UnkDepth depth)
{
  UnkLabelMap *self = g_new0 (UnkLabelMap, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  self->view = view;
  self->step = view->width / ACROSS;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  for (double y = self->step / 2; y < view->height; y += self->step)
    for (double x = self->step / 2; x < view->width; x += self->step)
      if (!view->mirrored || unk_pick_side (view, x) == UNK_SIDE_RIGHT)
        look_at (self, known, depth, x, y);
  return self;
}

/**
 * unk_label_map_free:
 * @self: a map
 */
void
unk_label_map_free (UnkLabelMap *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/* The place within what is seen that lies nearest to its middle; none where nothing is seen. */
static guint
find_anchor (UnkLabelMap *self, const Item *item, gboolean mirrored, const UnkLabelFrame *f,
             UnkDot *anchor)
{
  double sum_x = 0, sum_y = 0, least = G_MAXDOUBLE;
  guint n = 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < item->dots->len; i++)
      {
        UnkDot dot = g_array_index (item->dots, UnkDot, i);
        double x = f->x + (mirrored ? self->view->width - dot.x : dot.x) * f->scale;
        double y = f->y + dot.y * f->scale, away;

        if (x < EDGE || x > f->width - EDGE || y < f->top || y > f->height - EDGE)
          continue;
        if (pass == 0)
          {
            sum_x += x;
            sum_y += y;
            n++;
            continue;
          }
        away = hypot (x - sum_x / n, y - sum_y / n);
        if (away < least)
          {
            least = away;
            *anchor = (UnkDot){ (float) x, (float) y };
          }
      }
  return n;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *p = a, *q = b;

  return (p->area < q->area) - (p->area > q->area);
}

static GArray *
find_candidates (UnkLabelMap *self, const UnkLabelFrame *f)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Candidate));
  double cell = self->step * self->step * f->scale * f->scale;

  for (guint i = 0; i < self->items->len; i++)
    {
      Candidate c = { .item = &g_array_index (self->items, Item, i) };

      for (int half = 0; half <= self->view->mirrored; half++)
        c.areas[half] = find_anchor (self, c.item, half, f, &c.anchors[half]) * cell;
      c.area = MAX (c.areas[0], c.areas[1]);
      if (c.area >= LEAST_AREA)
        g_array_append_val (list, c);
    }
  g_array_sort (list, compare_candidates);
  return list;
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const UnkLabel *p = a, *q = b;

  return (p->anchor_y > q->anchor_y) - (p->anchor_y < q->anchor_y);
}

/* Each as high as what it names, pushed down by the one above, and all of them up from the end. */
static void
spread (GArray *column, double top, double bottom)
{
  double limit = top;

  g_array_sort (column, compare_heights);
  for (guint i = 0; i < column->len; i++)
    {
      UnkLabel *label = &g_array_index (column, UnkLabel, i);

      label->y = MAX (limit, label->anchor_y - label->height / 2);
      limit = label->y + label->height + ROW_GAP;
    }
  limit = bottom;
  for (guint i = column->len; i > 0; i--)
    {
      UnkLabel *label = &g_array_index (column, UnkLabel, i - 1);

      label->y = MIN (label->y, limit - label->height);
      limit = label->y - ROW_GAP;
    }
}

static UnkDot
line_start (const UnkLabel *label)
{
  return (UnkDot){ (float) (label->right ? label->x : label->x + label->width),
                   (float) (label->y + label->height / 2) };
}

static double
turn (UnkDot a, UnkDot b, UnkDot c)
{
  return ((double) b.x - a.x) * ((double) c.y - a.y) - ((double) b.y - a.y) * ((double) c.x - a.x);
}

static gboolean
lines_cross (const UnkLabel *p, const UnkLabel *q)
{
  UnkDot a = line_start (p), c = line_start (q);
  UnkDot b = { (float) p->anchor_x, (float) p->anchor_y };
  UnkDot d = { (float) q->anchor_x, (float) q->anchor_y };

  return turn (a, b, c) * turn (a, b, d) < 0 && turn (c, d, a) * turn (c, d, b) < 0;
}

/* Two names whose lines cross change places, which makes both lines shorter. */
static void
untangle (GArray *column)
{
  gboolean crossed = TRUE;

  for (int pass = 0; pass < MOST_ROWS && crossed; pass++)
    {
      crossed = FALSE;
      for (guint i = 0; i < column->len; i++)
        for (guint k = i + 1; k < column->len; k++)
          {
            UnkLabel *p = &g_array_index (column, UnkLabel, i);
            UnkLabel *q = &g_array_index (column, UnkLabel, k);
            double y = p->y;

            if (!lines_cross (p, q))
              continue;
            p->y = q->y;
            q->y = y;
            crossed = TRUE;
          }
    }
}

static void
set_text (PangoLayout *layout, const char *text, double most)
{
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (most * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static void
add_label (GArray *column, const Candidate *c, int half, gboolean right, PangoLayout *layout,
           const UnkLabelFrame *f)
{
  UnkLabel label = { .text = unk_text (c->item->name),
                     .anchor_x = c->anchors[half].x,
                     .anchor_y = c->anchors[half].y,
                     .right = right };
  int width, height;

  set_text (layout, label.text, f->width * COLUMN);
  pango_layout_get_pixel_size (layout, &width, &height);
  label.width = width + 2 * PADDING;
  label.height = height;
  label.x = right ? f->width - EDGE - label.width : EDGE;
  g_array_append_val (column, label);
}

/* Which half to name for a column, or -1: that which lies at its side of the picture. */
static int
find_half (const Candidate *c, gboolean right, double middle)
{
  for (int half = 0; half < 2; half++)
    if (c->areas[half] >= LEAST_AREA && (c->anchors[half].x > middle) == right)
      return half;
  return -1;
}

/**
 * unk_label_map_place:
 * @self: a map
 * @layout: with the font of the names
 * @frame: what is seen
 *
 * Returns: (transfer full) (element-type UnkLabel): the names that have room
 */
GArray *
unk_label_map_place (UnkLabelMap *self, PangoLayout *layout, const UnkLabelFrame *frame)
{
  g_autoptr (GArray) candidates = find_candidates (self, frame);
  GArray *columns[2];
  double ends[2] = { frame->height - frame->bottom_left, frame->height - frame->bottom_right };
  int row;
  guint most[2];

  set_text (layout, "Ag", -1);
  pango_layout_get_pixel_size (layout, NULL, &row);
  for (int side = 0; side < 2; side++)
    {
      columns[side] = g_array_new (FALSE, FALSE, sizeof (UnkLabel));
      most[side] = (guint) CLAMP ((ends[side] - frame->top) / (row + ROW_GAP), 0, MOST_ROWS);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *c = &g_array_index (candidates, Candidate, i);
      /* The column with more room first. */
      gboolean right = most[1] - columns[1]->len > most[0] - columns[0]->len;

      for (int attempt = 0; attempt < 2; attempt++, right = !right)
        {
          int half = find_half (c, right, frame->width / 2);

          if (half < 0 || columns[right]->len >= most[right])
            continue;
          add_label (columns[right], c, half, right, layout, frame);
          break;
        }
    }
  for (int side = 0; side < 2; side++)
    {
      spread (columns[side], frame->top, ends[side]);
      untangle (columns[side]);
    }
  g_array_append_vals (columns[0], columns[1]->data, columns[1]->len);
  g_array_unref (columns[1]);
  return columns[0];
}

static void
paint_line (cairo_t *cr, const UnkLabel *label, guint32 ink, guint32 ground)
{
  double x = label->right ? label->x : label->x + label->width;
  double y = label->y + label->height / 2;

  for (int pass = 0; pass < 2; pass++)
    {
      unk_overlay_set_color (cr, pass ? ink : ground);
      cairo_set_line_width (cr, pass ? 1 : 3);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, label->anchor_x, label->anchor_y);
      cairo_stroke (cr);
      cairo_arc (cr, label->anchor_x, label->anchor_y, pass ? 2.2 : 3.4, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * unk_labels_paint:
 * @cr: a cairo context in pixels
 * @labels: (element-type UnkLabel): names, placed
 * @layout: with the font they were placed with
 * @ink: the color of names and lines
 * @ground: what lies behind them, so that they can be read over anything
 */
void
unk_labels_paint (cairo_t *cr, GArray *labels, PangoLayout *layout, guint32 ink, guint32 ground)
{
  for (guint i = 0; i < labels->len; i++)
    paint_line (cr, &g_array_index (labels, UnkLabel, i), ink, (ground & 0xffffff00) | 0xc0);
  for (guint i = 0; i < labels->len; i++)
    {
      const UnkLabel *label = &g_array_index (labels, UnkLabel, i);

      unk_overlay_set_color (cr, (ground & 0xffffff00) | 0xe0);
      cairo_rectangle (cr, label->x, label->y, label->width, label->height);
      cairo_fill (cr);
      set_text (layout, label->text, label->width - 2 * PADDING + 1);
      unk_overlay_set_color (cr, ink);
      cairo_move_to (cr, label->x + PADDING, label->y);
      pango_cairo_show_layout (cr, layout);
    }
}
