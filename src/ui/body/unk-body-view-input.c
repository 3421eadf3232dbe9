/* unk-body-view-input.c: what pointer, touch and keys do to the body
 *
 * A click chooses (or marks), a drag pans (or paints; with the middle button it always pans), the
 * wheel zooms, two fingers on a touchpad pan, a pinch zooms, a double click fits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "unk-body-view-private.h"

#define WHEEL_FACTOR 1.2
#define KEY_FACTOR 1.25
/* A drag shorter than this is a click, in pixels. */
#define DRAG_START 6.0

static void
to_body (UnkBodyView *self, double x, double y, double *bx, double *by)
{
  unk_camera_to_body (self->camera, x, y, bx, by);
}

static gboolean
in_pain (UnkBodyView *self)
{
  return unk_scene_get_mode (self->scene) == UNK_MODE_PAIN;
}

static void
choose_at (UnkBodyView *self, double x, double y, gboolean deeper)
{
  if (unk_body_view_is_by_area (self))
    unk_body_view_ask_area (self, unk_pick_area (unk_scene_get_view (self->scene), x, y));
  else
    unk_scene_choose_at (self->scene, x, y, deeper);
}

static void
point_at (UnkBodyView *self, double x, double y)
{
  const UnkView *view = unk_scene_get_view (self->scene);
  const UnkShape *shape = NULL;
  double bx, by;

  to_body (self, x, y, &bx, &by);
  if (unk_body_view_is_by_area (self))
    {
      unk_body_view_say_area (self, unk_pick_area (view, bx, by), unk_pick_side (view, bx));
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  unk_pick_shapes (view, unk_scene_get_depth (self->scene), bx, by, &shape, 1);
  unk_scene_hover (self->scene, shape ? shape->id : NULL, unk_pick_side (view, bx));
}

static void
on_motion (UnkBodyView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  self->pointer_inside = TRUE;
  point_at (self, x, y);
}

static void
on_leave (UnkBodyView *self)
{
  self->pointer_inside = FALSE;
  unk_scene_hover (self->scene, NULL, UNK_SIDE_RIGHT);
  unk_body_view_say_area (self, NULL, UNK_SIDE_RIGHT);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Which click of a row this was. The toolkit counts by a clock that a busy program sees run out too
 * late: two clicks far apart would be a double click. The times that the events bear don't err. */
static int
count_click (UnkBodyView *self, int n_press, GtkGesture *gesture)
{
  guint32 now = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  guint32 since = now - self->released;
  int most;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &most, NULL);
  self->released = now;
  self->clicks = n_press > 1 && since <= (guint32) most ? self->clicks + 1 : 1;
  return self->clicks;
}

static void
on_released (UnkBodyView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  int clicks = count_click (self, n_press, gesture);
  double bx, by;

  if (self->moved)
    return;
  if (clicks == 2 && !in_pain (self))
    {
      unk_body_view_fit (self);
      return;
    }
  to_body (self, x, y, &bx, &by);
  if (!in_pain (self))
    choose_at (self, bx, by, clicks == 1);
}

static void
on_drag_begin (UnkBodyView *self, double x, double y, GtkGestureDrag *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  double bx, by;

  self->drag_camera = self->camera;
  self->moved = FALSE;
  self->painting = FALSE;
  if (button != GDK_BUTTON_PRIMARY || !in_pain (self))
    return;
  to_body (self, x, y, &bx, &by);
  self->painting =
    (unk_scene_get_erasing (self->scene) ? unk_marks_begin_erasing : unk_marks_begin_stroke) (
      unk_scene_get_marks (self->scene), unk_scene_get_view (self->scene), bx, by,
      unk_scene_get_brush (self->scene));
}

static void
on_drag_update (UnkBodyView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y, bx, by;

  if (!self->moved && hypot (dx, dy) < DRAG_START)
    return;
  self->moved = TRUE;
  if (self->painting)
    {
      gtk_gesture_drag_get_start_point (gesture, &x, &y);
      to_body (self, x + dx, y + dy, &bx, &by);
      unk_marks_extend_stroke (unk_scene_get_marks (self->scene), bx, by);
      return;
    }
  unk_body_view_set_camera (self, unk_camera_pan (self->drag_camera, &self->stage, dx, dy));
}

static void
on_drag_end (UnkBodyView *self)
{
  self->painting = FALSE;
}

static gboolean
on_scroll (UnkBodyView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean touchpad = event && gdk_event_get_device (event) &&
                      gdk_device_get_source (gdk_event_get_device (event)) == GDK_SOURCE_TOUCHPAD;

  if (touchpad && !(state & GDK_CONTROL_MASK))
    unk_body_view_set_camera (self,
                              unk_camera_pan (self->camera, &self->stage, -dx * 20, -dy * 20));
  else
    unk_body_view_zoom (self, pow (WHEEL_FACTOR, -dy));
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (UnkBodyView *self)
{
  self->pinch_scale = self->camera.scale;
  self->moved = TRUE;
}

static void
on_pinch_changed (UnkBodyView *self, double factor, GtkGesture *gesture)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  unk_body_view_set_camera (self, unk_camera_zoom (self->camera, &self->stage,
                                                   self->pinch_scale * factor / self->camera.scale,
                                                   x, y));
}

/* In study mode arrows step through the list; with Shift they walk by place, as elsewhere. */
static gboolean
step_by_key (UnkBodyView *self, guint key, GdkModifierType state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean next = key == GDK_KEY_Down || key == (mirrored ? GDK_KEY_Left : GDK_KEY_Right);

  if (unk_scene_get_mode (self->scene) != UNK_MODE_STUDY || state & GDK_SHIFT_MASK ||
      unk_body_view_is_by_area (self))
    return FALSE;
  if (!next && key != GDK_KEY_Up && key != GDK_KEY_Left && key != GDK_KEY_Right)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), next ? "app.study-next" : "app.study-previous",
                              NULL);
  unk_body_view_focus_chosen (self);
  return TRUE;
}

static gboolean
on_key (UnkBodyView *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (step_by_key (self, key, state))
    return GDK_EVENT_STOP;
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      unk_body_view_zoom (self, KEY_FACTOR);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      unk_body_view_zoom (self, 1 / KEY_FACTOR);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      unk_body_view_fit (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_UP);
    case GDK_KEY_Down:
      return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_DOWN);
    case GDK_KEY_Left:
      return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_LEFT);
    case GDK_KEY_Right:
      return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_RIGHT);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add (UnkBodyView *self, GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * unk_body_view_install_input:
 * @self: the body
 */
void
unk_body_view_install_input (UnkBodyView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch_changed), self);
  add (self, motion);
  add (self, scroll);
  add (self, keys);
  /* The drag is added last and so hears first: it must know whether the button moved before the
   * click asks. */
  add (self, GTK_EVENT_CONTROLLER (click));
  add (self, GTK_EVENT_CONTROLLER (drag));
  add (self, GTK_EVENT_CONTROLLER (pinch));
  gtk_gesture_group (click, drag);
}
