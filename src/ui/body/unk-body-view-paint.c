/* unk-body-view-paint.c: paints the body and what lies over it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "unk-body-view-private.h"
#include "unk-scheme.h"

/* A cairo context over the whole view, a unit a millimeter, in pixels at the camera's scale. */
static cairo_t *
append_cairo (UnkBodyView *self, GtkSnapshot *snapshot)
{
  double scale = self->camera.scale;
  const UnkView *view = unk_scene_get_view (self->scene);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) (view->width * scale),
                                                              (float) (view->height * scale)));

  cairo_scale (cr, scale, scale);
  return cr;
}

static void
paint_pattern (UnkBodyView *self, cairo_t *cr, const UnkView *view, UnkSubject subject,
               double pixel)
{
  const UnkMuscle *muscle =
    unk_atlas_find_muscle (unk_scene_get_atlas (self->scene), subject.id, NULL);
  const UnkShape *shape = unk_pick_find_shape (view, subject.id);
  const UnkPoint *point = unk_scene_get_point (self->scene);

  if (point && point->muscle != muscle)
    point = NULL;
  if (shape)
    unk_overlay_paint_outline (cr, view, subject.side, shape->path, self->colors.selected, 0,
                               pixel);
  if (!muscle)
    return;
  unk_overlay_paint_zones (cr, view, subject.side, muscle, point, &self->colors, pixel);
  unk_overlay_paint_crosses (cr, view, subject.side, muscle, point, &self->colors, pixel);
}

/* Kept until something changes but the place of the camera. */
static GskRenderNode *
get_overlay (UnkBodyView *self)
{
  UnkSubject subject = unk_body_view_get_shown (self);
  const UnkView *view = unk_scene_get_view (self->scene);
  double pixel = 1 / self->camera.scale;
  GtkSnapshot *snapshot;
  cairo_t *cr;

  if (self->overlay && self->overlay_scale == self->camera.scale)
    return self->overlay;
  g_clear_pointer (&self->overlay, gsk_render_node_unref);
  snapshot = gtk_snapshot_new ();
  cr = append_cairo (self, snapshot);
  if (!unk_body_view_paint_study (self, cr, view, pixel) && subject.id)
    paint_pattern (self, cr, view, subject, pixel);
  unk_overlay_paint_marks (cr, unk_scene_get_marks (self->scene), view, &self->colors);
  cairo_destroy (cr);
  self->overlay = gtk_snapshot_free_to_node (snapshot);
  self->overlay_scale = self->camera.scale;
  return self->overlay;
}

static gboolean
has_overlay (UnkBodyView *self)
{
  return unk_body_view_get_shown (self).id || unk_scene_get_mode (self->scene) == UNK_MODE_STUDY ||
         unk_marks_get_n (unk_scene_get_marks (self->scene));
}

static void
paint_hover (UnkBodyView *self, GtkSnapshot *snapshot, const UnkShape *shape, UnkSide side)
{
  cairo_t *cr = append_cairo (self, snapshot);

  unk_overlay_paint_outline (cr, unk_scene_get_view (self->scene), side, shape->path,
                             self->colors.hover, 0.22, 1 / self->camera.scale);
  cairo_destroy (cr);
}

static void
paint_area (UnkBodyView *self, GtkSnapshot *snapshot)
{
  const UnkView *view = unk_scene_get_view (self->scene);
  cairo_t *cr = append_cairo (self, snapshot);
  double pixel = 1 / self->camera.scale, x, y;

  cairo_save (cr);
  unk_overlay_enter_side (cr, view, self->area_side);
  unk_overlay_add_path (cr, view->skin);
  cairo_clip (cr);
  for (guint i = 0; i < view->n_regions; i++)
    if (view->regions[i].area == self->area)
      unk_overlay_paint_outline (cr, view, UNK_SIDE_RIGHT, view->regions[i].path,
                                 self->colors.hover, 0.1, pixel);
  cairo_restore (cr);
  if (self->pointer_inside && unk_scene_get_mode (self->scene) == UNK_MODE_PAIN)
    {
      unk_camera_to_body (self->camera, self->pointer_x, self->pointer_y, &x, &y);
      cairo_arc (cr, x, y, unk_scene_get_brush (self->scene), 0, 2 * G_PI);
      unk_overlay_set_color (cr, self->colors.mark);
      cairo_set_line_width (cr, 1.5 * pixel);
      if (unk_scene_get_erasing (self->scene))
        cairo_set_dash (cr, (double[]){ 4 * pixel, 3 * pixel }, 2, 0);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
paint_focus (UnkBodyView *self, GtkSnapshot *snapshot)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  graphene_rect_t bounds;
  GskRoundedRect ring;
  GdkRGBA color = unk_scheme_to_rgba (self->colors.hover);

  if (!focus || !gtk_widget_has_focus (focus) ||
      !gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (focus))) ||
      !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return;
  graphene_rect_inset (&bounds, -3, -3);
  gsk_rounded_rect_init_from_rect (&ring, &bounds, 6);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}

/* What is left of the body while a muscle is isolated. */
static GdkRGBA
ghost_of (GdkRGBA ground)
{
  ground.alpha = 0.92f;
  return ground;
}

/**
 * unk_body_view_paint:
 * @self: the body
 * @snapshot: a snapshot in pixels of the widget
 */
void
unk_body_view_paint (UnkBodyView *self, GtkSnapshot *snapshot)
{
  GdkRGBA ground = unk_scheme_to_rgba (self->colors.ground),
          veil = unk_scheme_to_rgba (self->colors.veil);
  graphene_rect_t all =
    GRAPHENE_RECT_INIT (0, 0, (float) self->stage.port_width, (float) self->stage.port_height);
  UnkSubject hovered = unk_scene_get_hovered (self->scene);
  const UnkShape *shape =
    hovered.id ? unk_pick_find_shape (unk_scene_get_view (self->scene), hovered.id) : NULL;
  gboolean by_area = unk_body_view_is_by_area (self);

  gtk_snapshot_append_color (snapshot, &ground, &all);
  unk_body_view_paint_body (self, snapshot, &ground);
  if (unk_body_view_is_isolating (self))
    veil = ghost_of (ground);
  if (unk_body_view_get_shown (self).id || unk_body_view_has_study (self))
    {
      gtk_snapshot_append_color (snapshot, &veil, &all);
      unk_body_picture_snapshot_subject (self->picture, snapshot);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) self->camera.x, (float) self->camera.y));
  if (has_overlay (self))
    gtk_snapshot_append_node (snapshot, get_overlay (self));
  if (shape && !by_area)
    paint_hover (self, snapshot, shape, hovered.side);
  if (by_area && (self->area || self->pointer_inside))
    paint_area (self, snapshot);
  gtk_snapshot_restore (snapshot);
  unk_body_view_paint_labels (self, snapshot);
  paint_focus (self, snapshot);
}
