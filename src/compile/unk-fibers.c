/* unk-fibers.c: which way a muscle pulls, as its fibers are drawn
 *
 * Strokes go across the fibers, so the program must know which way they run where a point lies. The
 * plate draws them: what is near counts most.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-fibers.h"

#include <math.h>

#include "unk-atlas-format.h"

#define TOLERANCE 0.1
/* Fibers so far away say a third of what those at the place do, in millimeters. */
#define NEAR 12.0
#define FAR (4 * NEAR)
/* Where those nearby run all ways, as in a fan's root, none is said: from 0 for all ways to 1. */
#define AGREED 0.35

/* A line has no front: doubled angles make both of its ways the same. */
typedef struct
{
  double x, y, weight;
} Sum;

static void
add_piece (Sum *sum, const UnkDot *from, const UnkDot *to, double x, double y)
{
  double dx = to->x - from->x, dy = to->y - from->y, length = hypot (dx, dy);
  double away = hypot ((to->x + from->x) / 2 - x, (to->y + from->y) / 2 - y), weight;

  if (length <= 0 || away > FAR)
    return;
  weight = length * exp (-away * away / (NEAR * NEAR));
  sum->x += weight * (dx * dx - dy * dy) / (length * length);
  sum->y += weight * 2 * dx * dy / (length * length);
  sum->weight += weight;
}

/**
 * unk_fibers_direction:
 * @fibers: how they are drawn
 * @x: of a place, in millimeters
 * @y: of a place, in millimeters
 *
 * Returns: how they run there, in degrees from 0 to 179, clockwise from level; or -1 where none are
 * drawn nearby, or no two alike
 */
int
unk_fibers_direction (UnkPath fibers, double x, double y)
{
  g_autoptr (GArray) ends = NULL;
  g_autoptr (GArray) dots = unk_path_flatten (fibers, TOLERANCE, &ends);
  Sum sum = { 0 };

  for (guint e = 0, i = 0; e < ends->len; e++)
    for (i = e ? g_array_index (ends, guint, e - 1) : 0; i + 1 < g_array_index (ends, guint, e);
         i++)
      add_piece (&sum, &g_array_index (dots, UnkDot, i), &g_array_index (dots, UnkDot, i + 1), x,
                 y);
  if (sum.weight <= 0 || hypot (sum.x, sum.y) < AGREED * sum.weight)
    return UNK_FORMAT_NO_FIBERS;
  return ((int) lround (atan2 (sum.y, sum.x) / 2 * 180 / G_PI) + 180) % 180;
}
