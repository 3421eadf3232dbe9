/* unk-body-view.c: the body on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-body-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-body-view-private.h"
#include "unk-scheme.h"

#define FIRST_WIDTH 300
#define FIRST_HEIGHT 420

G_DEFINE_FINAL_TYPE (UnkBodyView, unk_body_view, GTK_TYPE_WIDGET)

static guint signals[UNK_BODY_VIEW_N_SIGNALS];

/**
 * unk_body_view_get_shown:
 * @self: the body
 *
 * Returns: the muscle whose pattern is shown: the one pointed at in a list, or else the chosen one
 */
UnkSubject
unk_body_view_get_shown (UnkBodyView *self)
{
  UnkSubject preview = unk_scene_get_previewed (self->scene);

  return preview.id ? preview : unk_scene_get_chosen (self->scene);
}

/**
 * unk_body_view_update_wish:
 * @self: the body
 *
 * Tells the picture what is wanted now.
 */
void
unk_body_view_update_wish (UnkBodyView *self)
{
  UnkWish wish = {
    .view = unk_scene_get_view (self->scene),
    .scheme = self->scheme,
    .depth = unk_scene_get_depth (self->scene),
    .subject = unk_body_view_get_shown (self),
    .stage = self->stage,
    .camera = self->camera,
    .scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };

  if (self->stage.port_width > 0)
    unk_body_picture_wish (self->picture, &wish);
}

/**
 * unk_body_view_forget_overlay:
 * @self: the body
 *
 * What lies over the figure has changed.
 */
void
unk_body_view_forget_overlay (UnkBodyView *self)
{
  g_clear_pointer (&self->overlay, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
take_scheme (UnkBodyView *self)
{
  self->scheme = unk_scheme_get ();
  self->colors = unk_colors_for_scheme (unk_scene_get_atlas (self->scene), self->scheme);
  unk_body_view_update_wish (self);
  unk_body_view_forget_overlay (self);
}

static UnkStage
make_stage (UnkBodyView *self, double width, double height)
{
  const UnkView *view = unk_scene_get_view (self->scene);

  return (UnkStage){ view->width, view->height, width, height };
}

static void
on_scene_changed (UnkBodyView *self, guint what)
{
  if (what & UNK_CHANGE_VIEW)
    {
      UnkStage stage = make_stage (self, self->stage.port_width, self->stage.port_height);

      if (self->stage.port_width > 0)
        self->camera = unk_camera_resize (self->camera, &self->stage, &stage);
      self->stage = stage;
      g_signal_emit (self, signals[UNK_BODY_VIEW_SIGNAL_CAMERA_MOVED], 0);
    }
  if (what & (UNK_CHANGE_VIEW | UNK_CHANGE_MODE | UNK_CHANGE_DEPTH | UNK_CHANGE_LOOK))
    {
      unk_body_view_say_area (self, NULL, UNK_SIDE_RIGHT);
      unk_body_view_make_spots (self);
    }
  if (what & UNK_CHANGE_VIEW)
    unk_body_view_end_peeling (self);
  else if (what & UNK_CHANGE_DEPTH)
    unk_body_view_begin_peeling (self);
  if (what & (UNK_CHANGE_CHOICE | UNK_CHANGE_MARKS))
    unk_body_view_update_pressed (self);
  if (what & (UNK_CHANGE_VIEW | UNK_CHANGE_DEPTH | UNK_CHANGE_CHOICE | UNK_CHANGE_PREVIEW))
    unk_body_view_update_wish (self);
  if (what & ~UNK_CHANGE_HOVER)
    unk_body_view_forget_overlay (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The accessible children and the sharp picture come once the body is on the screen. Until then it
 * holds the focus itself. */
static gboolean
on_first_seen (gpointer data)
{
  UnkBodyView *self = data;
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));

  self->first_id = 0;
  self->seen = TRUE;
  unk_body_picture_begin (self->picture);
  unk_body_view_make_spots (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
unk_body_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UnkBodyView *self = UNK_BODY_VIEW (widget);

  if (!self->scene || self->stage.port_width <= 0)
    return;
  unk_body_view_paint (self, snapshot);
  if (!self->seen && !self->first_id)
    self->first_id = g_idle_add (on_first_seen, self);
}

static void
unk_body_view_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                       int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 240;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? FIRST_WIDTH : FIRST_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
unk_body_view_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  UnkBodyView *self = UNK_BODY_VIEW (widget);
  UnkStage stage;

  if (!self->scene || width <= 0 || height <= 0)
    return;
  stage = make_stage (self, width, height);
  if (stage.port_width != self->stage.port_width || stage.port_height != self->stage.port_height)
    {
      self->camera = self->stage.port_width > 0
                       ? unk_camera_resize (self->camera, &self->stage, &stage)
                       : unk_camera_fit (&stage);
      self->stage = stage;
      unk_body_view_end_peeling (self);
      unk_body_view_update_wish (self);
      g_clear_pointer (&self->overlay, gsk_render_node_unref);
      g_signal_emit (self, signals[UNK_BODY_VIEW_SIGNAL_CAMERA_MOVED], 0);
    }
  unk_body_view_allocate_spots (self);
}

static gboolean
unk_body_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return unk_body_view_move_focus (UNK_BODY_VIEW (widget), direction);
}

static void
unk_body_view_dispose (GObject *object)
{
  UnkBodyView *self = UNK_BODY_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->first_id, g_source_remove);
  unk_body_view_end_peeling (self);
  g_clear_object (&self->peeling);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->label_map, unk_label_map_free);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->overlay, gsk_render_node_unref);
  G_OBJECT_CLASS (unk_body_view_parent_class)->dispose (object);
}

static void
unk_body_view_class_init (UnkBodyViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unk_body_view_dispose;
  widget_class->snapshot = unk_body_view_snapshot;
  widget_class->measure = unk_body_view_measure;
  widget_class->size_allocate = unk_body_view_size_allocate;
  widget_class->focus = unk_body_view_focus;
  gtk_widget_class_set_css_name (widget_class, "body");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * UnkBodyView::camera-moved:
   * Another piece of the body is seen.
   */
  signals[UNK_BODY_VIEW_SIGNAL_CAMERA_MOVED] = g_signal_new (
    "camera-moved", UNK_TYPE_BODY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * UnkBodyView::pointed:
   * The pointer is over another area of the skin (in pain mode).
   */
  signals[UNK_BODY_VIEW_SIGNAL_POINTED] = g_signal_new (
    "pointed", UNK_TYPE_BODY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_body_view_init (UnkBodyView *self)
{
  self->scheme = "light";
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  unk_accessible_name_set (self, _ ("Body"));
}

/**
 * unk_body_view_set_scene:
 * @self: the body
 * @scene: what is looked at; set once
 */
void
unk_body_view_set_scene (UnkBodyView *self, UnkScene *scene)
{
  g_return_if_fail (self->scene == NULL);
  self->scene = g_object_ref (scene);
  self->picture = unk_body_picture_new (unk_scene_get_atlas (scene));
  g_signal_connect_object (self->picture, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (take_scheme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (take_scheme), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (unk_body_view_update_wish), NULL);
  unk_body_view_install_input (self);
  take_scheme (self);
}

/**
 * unk_body_view_get_camera:
 * @self: the body
 *
 * Returns: what is seen
 */
UnkCamera
unk_body_view_get_camera (UnkBodyView *self)
{
  return self->camera;
}

/**
 * unk_body_view_set_camera:
 * @self: the body
 * @camera: what to see; brought into range
 */
void
unk_body_view_set_camera (UnkBodyView *self, UnkCamera camera)
{
  if (self->stage.port_width <= 0)
    return;
  camera = unk_camera_clamp (camera, &self->stage);
  if (camera.scale == self->camera.scale && camera.x == self->camera.x &&
      camera.y == self->camera.y)
    return;
  self->camera = camera;
  unk_body_view_end_peeling (self);
  unk_body_view_update_wish (self);
  unk_body_view_allocate_spots (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[UNK_BODY_VIEW_SIGNAL_CAMERA_MOVED], 0);
}

/**
 * unk_body_view_zoom:
 * @self: the body
 * @factor: how much nearer; below 1 farther
 *
 * Zooms about the pointer, or about the middle where there is none.
 */
void
unk_body_view_zoom (UnkBodyView *self, double factor)
{
  double x = self->pointer_inside ? self->pointer_x : self->stage.port_width / 2;
  double y = self->pointer_inside ? self->pointer_y : self->stage.port_height / 2;

  unk_body_view_set_camera (self, unk_camera_zoom (self->camera, &self->stage, factor, x, y));
}

/**
 * unk_body_view_fit:
 * @self: the body
 *
 * Shows the whole body.
 */
void
unk_body_view_fit (UnkBodyView *self)
{
  unk_body_view_set_camera (self, unk_camera_fit (&self->stage));
}

/**
 * unk_body_view_say_area:
 * @self: the body
 * @area: (nullable): what the pointer is over
 * @side: its side
 */
void
unk_body_view_say_area (UnkBodyView *self, const UnkArea *area, UnkSide side)
{
  if (self->area == area && self->area_side == side)
    return;
  self->area = area;
  self->area_side = side;
  g_signal_emit (self, signals[UNK_BODY_VIEW_SIGNAL_POINTED], 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * unk_body_view_get_area:
 * @self: the body
 *
 * Returns: (nullable): the name of the area under the pointer, in pain mode
 */
const char *
unk_body_view_get_area (UnkBodyView *self)
{
  return self->area ? unk_text (self->area->name) : NULL;
}
