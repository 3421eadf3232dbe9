/* unk-close-up.c: the piece of the body in which a muscle is found
 *
 * The view that shows most of the muscle's points, as near as the muscle allows and as far as it
 * takes to see which part of the body it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-close-up.h"

#include <math.h>

#include "unk-atlas-format.h"
#include "unk-pick.h"

/* How much of the body is shown around a muscle, in millimeters. */
#define AROUND 60.0
#define LEAST_SHOWN 250.0
/* A view of a part of the body shows it larger than those of all of it. */
#define CLOSE_HEIGHT 600

/* In millimeters. */
typedef struct
{
  double x0, y0, x1, y1;
} Box;

static void
extend (Box *box, const UnkView *view, UnkSide side, double x0, double y0, double x1, double y1)
{
  double left = unk_pick_to_side (view, side, x0), right = unk_pick_to_side (view, side, x1);

  box->x0 = MIN (box->x0, MIN (left, right));
  box->x1 = MAX (box->x1, MAX (left, right));
  box->y0 = MIN (box->y0, y0);
  box->y1 = MAX (box->y1, y1);
}

/* How well a view shows the muscle: its points count, then whether it is drawn, then how near, then
 * how large. */
static double
judge_view (const UnkView *view, const UnkMuscle *muscle, UnkSide side, Box *box)
{
  const UnkShape *shape = unk_pick_find_shape (view, muscle->id);
  double worth = 0, size = 0;

  *box = (Box){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  if (!unk_view_shows_side (view, side))
    return 0;
  for (guint i = 0; i < view->n_crosses; i++)
    if (view->crosses[i].point->muscle == muscle)
      {
        extend (box, view, side, view->crosses[i].x, view->crosses[i].y, view->crosses[i].x,
                view->crosses[i].y);
        worth += 4;
      }
  if (shape && shape->box.width >= 0)
    {
      const double unit = UNK_FORMAT_UNITS_PER_MM;

      extend (box, view, side, shape->box.x / unit, shape->box.y / unit,
              (shape->box.x + shape->box.width) / unit, (shape->box.y + shape->box.height) / unit);
      worth += 2;
      size = (double) shape->box.width * shape->box.height / (unit * unit);
    }
  if (worth <= 0)
    return 0;
  return worth + (view->height < CLOSE_HEIGHT) + size / (view->width * view->height);
}

static const UnkView *
choose_view (UnkAtlas *atlas, const UnkMuscle *muscle, UnkSide side, Box *box)
{
  guint n;
  double best = 0;
  const UnkView *views = unk_atlas_get_views (atlas, &n), *chosen = NULL;

  for (guint i = 0; i < n; i++)
    {
      Box candidate;
      double worth = judge_view (&views[i], muscle, side, &candidate);

      if (worth <= best)
        continue;
      best = worth;
      chosen = &views[i];
      *box = candidate;
    }
  return chosen;
}

/* Grows the box to the shape of the picture, and pushes it back onto the view. */
static void
fit_box (Box *box, const UnkView *view, double aspect)
{
  double cx = (box->x0 + box->x1) / 2, cy = (box->y0 + box->y1) / 2;
  /* A flat picture shows no more of the body than a square one, but more to the sides. */
  double root = sqrt (aspect);
  double width = MAX (box->x1 - box->x0 + 2 * AROUND, MIN (LEAST_SHOWN * root, view->width));
  double height = MAX (box->y1 - box->y0 + 2 * AROUND, MIN (LEAST_SHOWN / root, view->height));

  width = MAX (width, height * aspect);
  height = MAX (height, width / aspect);
  box->x0 = width >= view->width ? (view->width - width) / 2
                                 : CLAMP (cx - width / 2, 0, view->width - width);
  box->y0 = height >= view->height ? (view->height - height) / 2
                                   : CLAMP (cy - height / 2, 0, view->height - height);
  box->x1 = box->x0 + width;
  box->y1 = box->y0 + height;
}

/**
 * unk_close_up_find:
 * @atlas: the atlas
 * @muscle: a muscle
 * @side: its side
 * @aspect: how many times as wide as high the picture is
 * @close_up: (out): the piece; unchanged where there is none
 *
 * Returns: whether any view shows the muscle or a point of it
 */
gboolean
unk_close_up_find (UnkAtlas *atlas, const UnkMuscle *muscle, UnkSide side, double aspect,
                   UnkCloseUp *close_up)
{
  Box box;
  const UnkView *view = choose_view (atlas, muscle, side, &box);

  if (!view)
    return FALSE;
  fit_box (&box, view, aspect);
  *close_up = (UnkCloseUp){ view, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0 };
  return TRUE;
}
