/* unk-random.h: the same random places in each run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"
#include "unk-pick.h"

typedef struct
{
  const UnkView *view;
  double x, y; /* millimeters */
} UnkPlace;

/* @on_body: whether only places on the skin are wanted. */
static inline UnkPlace
unk_random_place (GRand *rand, const UnkView *views, guint n_views, gboolean on_body)
{
  UnkPlace place;

  do
    {
      place.view = &views[g_rand_int_range (rand, 0, (gint32) n_views)];
      place.x = g_rand_double_range (rand, 0, place.view->width);
      place.y = g_rand_double_range (rand, 0, place.view->height);
    }
  while (on_body && !unk_pick_is_on_body (place.view, place.x, place.y));
  return place;
}
