/* unk-probe.c: tells the tests of the window where to point
 *
 * Prints as JSON, for each view and depth, the place of each muscle that is farthest from any other
 * and from the edge, the muscles that lie there one under the other, the middle of each area, the X
 * of each trigger point, and places in each essential zone. All places are of the right side.
 *
 * usage: unk-probe ATLAS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-atlas.h"
#include "unk-json.h"
#include "unk-pick.h"

#define MAX_STACK 16
/* Millimeters between the places of a zone. */
#define ZONE_STEP 10

/* What lies uppermost in each square millimeter of a view, and how far from there anything else is.
 */
typedef struct
{
  int width, height;
  gconstpointer *top;
  guint16 *inside;
} Grid;

static void
grid_init (Grid *grid, const UnkView *view)
{
  grid->width = (int) view->width;
  grid->height = (int) view->height;
  grid->top = g_new0 (gconstpointer, (gsize) grid->width * grid->height);
  grid->inside = g_new0 (guint16, (gsize) grid->width * grid->height);
}

static void
grid_clear (Grid *grid)
{
  g_free (grid->top);
  g_free (grid->inside);
}

static gboolean
is_of_right_side (const UnkView *view, double x)
{
  return !view->mirrored || unk_pick_side (view, x) == UNK_SIDE_RIGHT;
}

static void
find_shapes (Grid *grid, const UnkView *view, UnkDepth depth)
{
  for (int y = 0; y < grid->height; y++)
    for (int x = 0; x < grid->width; x++)
      {
        const UnkShape *shape = NULL;

        if (is_of_right_side (view, x + 0.5))
          unk_pick_shapes (view, depth, x + 0.5, y + 0.5, &shape, 1);
        grid->top[y * grid->width + x] = shape;
      }
}

static void
find_areas (Grid *grid, const UnkView *view)
{
  for (int y = 0; y < grid->height; y++)
    for (int x = 0; x < grid->width; x++)
      grid->top[y * grid->width + x] =
        is_of_right_side (view, x + 0.5) && unk_pick_is_on_body (view, x + 0.5, y + 0.5)
          ? unk_pick_area (view, x + 0.5, y + 0.5)
          : NULL;
}

/* Cells to the nearest one that holds something else, counted as a king walks: once down, once up.
 */
static guint16
step_to (const Grid *grid, int x, int y, int dx, int dy)
{
  gsize here = (gsize) y * grid->width + x, there;

  if (x + dx < 0 || x + dx >= grid->width || y + dy < 0 || y + dy >= grid->height)
    return 1;
  there = (gsize) (y + dy) * grid->width + x + dx;
  return grid->top[there] == grid->top[here] ? grid->inside[there] + 1 : 1;
}

static void
measure (Grid *grid)
{
  static const int around[4][2] = { { -1, 0 }, { -1, -1 }, { 0, -1 }, { 1, -1 } };
  gsize cells = (gsize) grid->width * grid->height;

  for (gsize i = 0; i < cells; i++)
    grid->inside[i] = G_MAXUINT16 - 1;
  for (int pass = 1; pass >= -1; pass -= 2)
    for (gsize i = 0; i < cells; i++)
      {
        gsize at = pass > 0 ? i : cells - 1 - i;

        for (int k = 0; k < 4; k++)
          grid->inside[at] =
            MIN (grid->inside[at], step_to (grid, at % grid->width, at / grid->width,
                                            pass * around[k][0], pass * around[k][1]));
      }
}

/* The farthest cell of each thing: thing to index + 1. */
static GHashTable *
find_best (const Grid *grid)
{
  GHashTable *best = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < (gsize) grid->width * grid->height; i++)
    if (grid->top[i])
      {
        gsize there = GPOINTER_TO_SIZE (g_hash_table_lookup (best, grid->top[i]));

        if (!there || grid->inside[i] > grid->inside[there - 1])
          g_hash_table_insert (best, (gpointer) grid->top[i], GSIZE_TO_POINTER (i + 1));
      }
  return best;
}

static void
put_place (UnkJson *json, const Grid *grid, gsize index)
{
  unk_json_number (json, "x", index % grid->width + 0.5);
  unk_json_number (json, "y", index / grid->width + 0.5);
  unk_json_number (json, "inside", grid->inside[index]);
}

static void
put_stack (UnkJson *json, const UnkView *view, UnkDepth depth, double x, double y)
{
  const UnkShape *stack[MAX_STACK];
  guint n = unk_pick_shapes (view, depth, x, y, stack, MAX_STACK);

  unk_json_open (json, "stack", '[');
  for (guint i = 0; i < n; i++)
    unk_json_text (json, NULL, stack[i]->id);
  unk_json_close (json, ']');
}

static void
put_shape (UnkJson *json, const UnkView *view, const UnkShape *shape, Grid *grids,
           GHashTable **best)
{
  unk_json_open (json, NULL, '{');
  unk_json_text (json, "id", shape->id);
  unk_json_text (json, "name", shape->name);
  unk_json_number (json, "layer", shape->layer);
  unk_json_boolean (json, "known", shape->muscle != NULL);
  unk_json_open (json, "places", '[');
  for (int depth = UNK_DEPTH_1; depth <= UNK_DEPTH_4; depth++)
    {
      gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (best[depth], shape));

      if (!found)
        continue;
      unk_json_open (json, NULL, '{');
      unk_json_text (json, "depth", unk_depth_id (depth));
      put_place (json, &grids[depth], found - 1);
      put_stack (json, view, depth, (found - 1) % grids[depth].width + 0.5,
                 (found - 1) / grids[depth].width + 0.5);
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
  unk_json_close (json, '}');
}

static void
put_areas (UnkJson *json, const UnkView *view, Grid *grid)
{
  g_autoptr (GHashTable) best = NULL;

  find_areas (grid, view);
  measure (grid);
  best = find_best (grid);
  unk_json_open (json, "areas", '[');
  for (guint i = 0; i < view->n_regions; i++)
    {
      gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (best, view->regions[i].area));

      if (!found)
        continue;
      unk_json_open (json, NULL, '{');
      unk_json_text (json, "id", view->regions[i].area->id);
      put_place (json, grid, found - 1);
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
}

static void
put_crosses (UnkJson *json, const UnkView *view)
{
  unk_json_open (json, "crosses", '[');
  for (guint i = 0; i < view->n_crosses; i++)
    {
      unk_json_open (json, NULL, '{');
      unk_json_text (json, "point", view->crosses[i].point->id);
      unk_json_number (json, "x", view->crosses[i].x);
      unk_json_number (json, "y", view->crosses[i].y);
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
}

/* Some places within each essential zone, as a brush would go over it. */
static void
put_zones (UnkJson *json, const UnkView *view)
{
  unk_json_open (json, "zones", '[');
  for (guint i = 0; i < view->n_zones; i++)
    {
      const UnkZone *zone = &view->zones[i];

      if (!zone->essential)
        continue;
      unk_json_open (json, NULL, '{');
      unk_json_text (json, "muscle", zone->point->muscle->id);
      unk_json_open (json, "places", '[');
      for (double y = 0; y < view->height; y += ZONE_STEP)
        for (double x = 0; x < view->width; x += ZONE_STEP)
          if (unk_mask_has (&zone->mask, x, y))
            {
              unk_json_number (json, NULL, x);
              unk_json_number (json, NULL, y);
            }
      unk_json_close (json, ']');
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
}

static void
put_view (UnkJson *json, const UnkView *view)
{
  Grid grids[UNK_N_DEPTHS] = { 0 };
  GHashTable *best[UNK_N_DEPTHS] = { NULL };

  unk_json_open (json, NULL, '{');
  unk_json_text (json, "id", view->id);
  unk_json_number (json, "width", view->width);
  unk_json_number (json, "height", view->height);
  unk_json_boolean (json, "mirrored", view->mirrored);
  for (int depth = UNK_DEPTH_1; depth <= UNK_DEPTH_4; depth++)
    {
      grid_init (&grids[depth], view);
      find_shapes (&grids[depth], view, depth);
      measure (&grids[depth]);
      best[depth] = find_best (&grids[depth]);
    }
  unk_json_open (json, "shapes", '[');
  for (guint i = 0; i < view->n_shapes; i++)
    put_shape (json, view, &view->shapes[i], grids, best);
  unk_json_close (json, ']');
  put_areas (json, view, &grids[UNK_DEPTH_1]);
  put_crosses (json, view);
  put_zones (json, view);
  unk_json_close (json, '}');
  for (int depth = UNK_DEPTH_1; depth <= UNK_DEPTH_4; depth++)
    {
      grid_clear (&grids[depth]);
      g_hash_table_unref (best[depth]);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkAtlas) atlas = argc == 2 ? unk_atlas_open (argv[1], &error) : NULL;
  g_autofree char *text = NULL;
  const UnkView *views;
  UnkJson json;
  guint n;

  if (!atlas)
    {
      g_printerr ("unk-probe: %s\n", error ? error->message : "usage: unk-probe ATLAS");
      return 2;
    }
  views = unk_atlas_get_views (atlas, &n);
  unk_json_init (&json);
  unk_json_open (&json, NULL, '{');
  unk_json_open (&json, "views", '[');
  for (guint i = 0; i < n; i++)
    put_view (&json, &views[i]);
  unk_json_close (&json, ']');
  unk_json_close (&json, '}');
  text = unk_json_finish (&json);
  g_print ("%s\n", text);
  return 0;
}
