/* unk-body-view-spots.c: the parts of the body for keyboard and screen reader
 *
 * Where one is at muscles there is a spot for each muscle of the view, on both sides, that the
 * depth leaves standing; where one is at areas one for each area of the skin. Arrows go to the
 * nearest one in their direction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <math.h>

#include "unk-atlas-format.h"
#include "unk-body-view-private.h"
#include "unk-spot.h"

static void
on_spot_focused (UnkBodyView *self, GParamSpec *pspec G_GNUC_UNUSED, UnkSpot *spot)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* The focus that nobody sees, such as at the start, lights nothing. */
  if (!gtk_widget_has_focus (GTK_WIDGET (spot)) ||
      !gtk_window_get_focus_visible (GTK_WINDOW (root)))
    return;
  if (!unk_body_view_is_by_area (self))
    unk_scene_hover (self->scene, unk_spot_get_id (spot), unk_spot_get_side (spot));
  else
    unk_body_view_say_area (
      self, unk_atlas_find_area (unk_scene_get_atlas (self->scene), unk_spot_get_id (spot), NULL),
      unk_spot_get_side (spot));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_spot_activated (UnkBodyView *self, UnkSpot *spot)
{
  const UnkArea *area;

  if (!unk_body_view_is_by_area (self))
    {
      unk_scene_choose (self->scene, unk_spot_get_id (spot), unk_spot_get_side (spot));
      return;
    }
  area = unk_atlas_find_area (unk_scene_get_atlas (self->scene), unk_spot_get_id (spot), NULL);
  if (unk_scene_get_mode (self->scene) == UNK_MODE_PAIN)
    unk_marks_add_area (unk_scene_get_marks (self->scene), area, unk_spot_get_side (spot));
  else
    unk_body_view_ask_area (self, area);
}

static UnkBox
box_on_side (const UnkView *view, UnkBox box, UnkSide side)
{
  if (unk_view_is_turned (view, side))
    box.x = (int) (view->width * UNK_FORMAT_UNITS_PER_MM) - box.x - box.width;
  return box;
}

static void
add_spot (UnkBodyView *self, const char *id, const char *name, UnkBox box, UnkSide side, double x,
          double y, gboolean sided)
{
  const UnkView *view = unk_scene_get_view (self->scene);
  /* Translators: a muscle or a place, and its side, as in “Infraspinatus, right” */
  g_autofree char *label =
    sided ? g_strdup_printf (_ ("%s, %s"), name, unk_side_name (side)) : g_strdup (name);
  GtkWidget *spot = unk_spot_new (id, side, box_on_side (view, box, side),
                                  unk_pick_to_side (view, side, x), y, label);

  gtk_widget_set_parent (spot, GTK_WIDGET (self));
  g_signal_connect_swapped (spot, "notify::has-focus", G_CALLBACK (on_spot_focused), self);
  g_signal_connect_swapped (spot, "activated", G_CALLBACK (on_spot_activated), self);
}

/* The middle of the longest row of the shape: always inside. */
static void
find_place (const UnkShape *shape, double *x, double *y)
{
  int best = -1;

  *x = *y = 0;
  for (gsize row = 0; row < shape->n_rows; row++)
    for (guint32 i = shape->starts[row]; i < shape->starts[row + 1]; i += 2)
      if (shape->spans[i + 1] - shape->spans[i] > best)
        {
          best = shape->spans[i + 1] - shape->spans[i];
          *x = (shape->spans[i] + shape->spans[i + 1]) / 2.0 / UNK_FORMAT_UNITS_PER_MM;
          *y = (shape->first_row + (double) row + 0.5) * UNK_SPAN_ROW_MM;
        }
}

static void
add_muscle_spots (UnkBodyView *self, const UnkView *view, UnkSide side)
{
  for (guint i = 0; i < view->n_shapes; i++)
    {
      const UnkShape *shape = &view->shapes[i];
      double x, y;

      if (shape->layer < (int) unk_scene_get_depth (self->scene))
        continue;
      find_place (shape, &x, &y);
      add_spot (self, shape->id, unk_text (shape->name), shape->box, side, x, y, TRUE);
    }
}

static void
add_area_spots (UnkBodyView *self, const UnkView *view, UnkSide side)
{
  for (guint i = 0; i < view->n_regions; i++)
    {
      const UnkRegion *region = &view->regions[i];
      UnkBox box = unk_path_box (region->path);

      if (!region->area->paired && view->mirrored && side == UNK_SIDE_LEFT)
        continue;
      add_spot (self, region->area->id, unk_text (region->area->name), box, side,
                (box.x + box.width / 2.0) / UNK_FORMAT_UNITS_PER_MM,
                (box.y + box.height / 2.0) / UNK_FORMAT_UNITS_PER_MM, region->area->paired);
    }
}

static void
remove_spots (UnkBodyView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

/**
 * unk_body_view_make_spots:
 * @self: the body
 *
 * Makes the spots anew where view, mode or depth are others than before.
 */
void
unk_body_view_make_spots (UnkBodyView *self)
{
  const UnkView *view = unk_scene_get_view (self->scene);
  UnkMode mode = unk_scene_get_mode (self->scene);
  UnkDepth depth = unk_scene_get_depth (self->scene);
  gboolean by_area = unk_body_view_is_by_area (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (!self->seen || (self->spots_view == view && self->spots_mode == mode &&
                      self->spots_depth == depth && self->spots_by_area == by_area))
    return;
  remove_spots (self);
  self->spots_view = view;
  self->spots_mode = mode;
  self->spots_depth = depth;
  self->spots_by_area = by_area;
  for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
    if (unk_view_shows_side (view, side))
      (by_area ? add_area_spots : add_muscle_spots) (self, view, side);
  unk_body_view_update_pressed (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (had_focus && gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

/**
 * unk_body_view_allocate_spots:
 * @self: the body
 *
 * Puts each spot where its part of the body is seen.
 */
void
unk_body_view_allocate_spots (UnkBodyView *self)
{
  double k = self->camera.scale / UNK_FORMAT_UNITS_PER_MM;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      UnkBox box = unk_spot_get_box (UNK_SPOT (child));
      GtkAllocation place = { (int) floor (self->camera.x + box.x * k),
                              (int) floor (self->camera.y + box.y * k),
                              MAX (1, (int) ceil (box.width * k)),
                              MAX (1, (int) ceil (box.height * k)) };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
    }
}

/**
 * unk_body_view_update_pressed:
 * @self: the body
 *
 * Says which spots are chosen or marked.
 */
void
unk_body_view_update_pressed (UnkBodyView *self)
{
  UnkSubject chosen = unk_scene_get_chosen (self->scene);
  gboolean pain = unk_scene_get_mode (self->scene) == UNK_MODE_PAIN;
  UnkAtlas *atlas = unk_scene_get_atlas (self->scene);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      UnkSpot *spot = UNK_SPOT (child);
      const char *id = unk_spot_get_id (spot);

      if (pain)
        unk_spot_set_pressed (spot, unk_marks_is_marked (unk_scene_get_marks (self->scene),
                                                         unk_atlas_find_area (atlas, id, NULL),
                                                         unk_spot_get_side (spot)));
      else
        unk_spot_set_pressed (spot, g_strcmp0 (id, chosen.id) == 0 &&
                                      unk_spot_get_side (spot) == chosen.side);
    }
}

/* How far a place lies in a direction; negative where it doesn't. Sideways counts double, so that
 * arrows go straight. */
static double
distance (GtkDirectionType direction, double dx, double dy)
{
  double along, across;

  switch (direction)
    {
    case GTK_DIR_UP:
      along = -dy, across = dx;
      break;
    case GTK_DIR_DOWN:
      along = dy, across = dx;
      break;
    case GTK_DIR_LEFT:
      along = -dx, across = dy;
      break;
    default:
      along = dx, across = dy;
      break;
    }
  return along > 0.5 ? along + 2 * fabs (across) : -1;
}

static GtkWidget *
find_next (UnkBodyView *self, GtkWidget *from, GtkDirectionType direction)
{
  GtkWidget *best = NULL;
  double least = G_MAXDOUBLE, x, y, tx, ty;

  unk_spot_get_place (UNK_SPOT (from), &x, &y);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      double d;

      unk_spot_get_place (UNK_SPOT (child), &tx, &ty);
      d = distance (direction, tx - x, ty - y);
      if (child != from && d > 0 && d < least)
        {
          least = d;
          best = child;
        }
    }
  return best;
}

/* Where the keyboard enters: the chosen one, or else the uppermost. */
static GtkWidget *
find_entrance (UnkBodyView *self)
{
  UnkSubject chosen = unk_scene_get_chosen (self->scene);
  GtkWidget *best = NULL;
  double least = G_MAXDOUBLE, x, y;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      if (chosen.id && g_str_equal (chosen.id, unk_spot_get_id (UNK_SPOT (child))) &&
          chosen.side == unk_spot_get_side (UNK_SPOT (child)))
        return child;
      unk_spot_get_place (UNK_SPOT (child), &x, &y);
      if (y < least)
        {
          least = y;
          best = child;
        }
    }
  return best;
}

/**
 * unk_body_view_move_focus:
 * @self: the body
 * @direction: where to
 *
 * Tab enters and leaves the body as a whole; arrows move in it.
 *
 * Returns: whether the focus went to a spot
 */
gboolean
unk_body_view_move_focus (UnkBodyView *self, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self)), *next;
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (focus && tab)
    return FALSE;
  next = focus ? find_next (self, focus, direction) : find_entrance (self);
  if (next)
    return gtk_widget_grab_focus (next);
  /* At the rim an arrow stays where it is. */
  return focus != NULL;
}

/**
 * unk_body_view_focus_chosen:
 * @self: the body
 *
 * Brings the keyboard along when the chosen muscle was stepped to; it stays where another part of
 * the window has it, or where the muscle lies too deep to be seen.
 */
void
unk_body_view_focus_chosen (UnkBodyView *self)
{
  UnkSubject chosen = unk_scene_get_chosen (self->scene);
  GtkWidget *spot = find_entrance (self);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) && spot && chosen.id &&
      g_str_equal (unk_spot_get_id (UNK_SPOT (spot)), chosen.id))
    gtk_widget_grab_focus (spot);
}
