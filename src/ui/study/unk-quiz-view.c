/* unk-quiz-view.c: the body of a question
 *
 * A body of its own, that names nothing: no hover, no accessible children, nothing by which the
 * answer could be found. One paints on it or puts an X, by pointer or by a pen that the arrow keys
 * move; the wheel and plus and minus zoom, the middle button pans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-quiz-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "unk-accessible-name.h"
#include "unk-body-picture.h"
#include "unk-overlay.h"
#include "unk-pick.h"
#include "unk-scheme.h"

#define WHEEL_FACTOR 1.2
#define FINE_STEP 0.25
#define CROSS_PIXELS 6.0
#define PEN_PIXELS 10.0

struct _UnkQuizView
{
  GtkWidget parent_instance;

  UnkAtlas *atlas;
  UnkBoard *board;
  UnkBodyPicture *picture;
  UnkStage stage;
  UnkCamera camera, drag_camera;
  const char *scheme;
  UnkColors colors;
  guint first_id;
  gboolean painting;
  gboolean was_open; /* whether the last change was of the same task */
};

G_DEFINE_FINAL_TYPE (UnkQuizView, unk_quiz_view, GTK_TYPE_WIDGET)

static UnkDepth
get_depth (UnkQuizView *self)
{
  return unk_board_get_lit (self->board) ? UNK_DEPTH_1 : UNK_DEPTH_SKIN;
}

static void
update_wish (UnkQuizView *self)
{
  const UnkMuscle *lit = unk_board_get_lit (self->board);
  UnkWish wish = {
    .view = unk_board_get_view (self->board),
    .scheme = self->scheme,
    .depth = get_depth (self),
    .subject = { lit ? lit->id : NULL, UNK_SIDE_RIGHT },
    .stage = self->stage,
    .camera = self->camera,
    .scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };

  if (self->stage.port_width > 0)
    unk_body_picture_wish (self->picture, &wish);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_camera (UnkQuizView *self, UnkCamera camera)
{
  self->camera = unk_camera_clamp (camera, &self->stage);
  update_wish (self);
}

static void
fit (UnkQuizView *self, double width, double height)
{
  const UnkView *view = unk_board_get_view (self->board);

  self->stage = (UnkStage){ view->width, view->height, width, height };
  self->camera = unk_camera_fit (&self->stage);
}

static const UnkArea *
find_area (UnkQuizView *self, double x, double y)
{
  return unk_pick_area (unk_board_get_view (self->board), x, y);
}

/* What a screen reader says of the body: the task, and what the pen is over. */
static void
describe (UnkQuizView *self)
{
  double x, y;
  const UnkView *view = unk_board_get_view (self->board);
  const UnkArea *area = unk_board_get_pen (self->board, &x, &y) ? find_area (self, x, y) : NULL;
  g_autofree char *text = NULL;

  if (area)
    /* Translators: an area of the skin, then a side: what the pen of the keyboard is over */
    text = g_strdup_printf (_ ("%s, %s"), unk_text (area->name),
                            unk_side_name (unk_pick_side (view, x)));
  unk_accessible_name_set (self, text ? text : _ ("Body of the question"));
}

static void
on_board_changed (UnkQuizView *self)
{
  const UnkView *view = unk_board_get_view (self->board);

  if (self->stage.port_width > 0 &&
      (self->stage.width != view->width || self->stage.height != view->height))
    fit (self, self->stage.port_width, self->stage.port_height);
  if (unk_board_is_open (self->board) && !self->was_open)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->was_open = unk_board_is_open (self->board);
  describe (self);
  update_wish (self);
}

static cairo_t *
append_cairo (UnkQuizView *self, GtkSnapshot *snapshot)
{
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->stage.port_width,
                                                              (float) self->stage.port_height));

  cairo_translate (cr, self->camera.x, self->camera.y);
  cairo_scale (cr, self->camera.scale, self->camera.scale);
  return cr;
}

static void
paint_areas (UnkQuizView *self, cairo_t *cr, double pixel)
{
  const UnkArea *areas[2];
  const UnkView *view = unk_board_get_view (self->board);
  guint n = unk_board_get_areas (self->board, areas);

  cairo_save (cr);
  unk_overlay_add_path (cr, view->skin);
  cairo_clip (cr);
  for (guint a = 0; a < n; a++)
    for (guint i = 0; i < view->n_regions; i++)
      if (view->regions[i].area == areas[a])
        unk_overlay_paint_outline (cr, view, UNK_SIDE_RIGHT, view->regions[i].path,
                                   a ? self->colors.selected : self->colors.hover, a ? 0.25 : 0.45,
                                   pixel);
  cairo_restore (cr);
}

static void
paint_pen (UnkQuizView *self, cairo_t *cr, double pixel)
{
  double x, y, size = PEN_PIXELS * pixel;

  if (!unk_board_is_open (self->board) || !unk_board_get_pen (self->board, &x, &y))
    return;
  cairo_set_line_width (cr, 1.5 * pixel);
  unk_overlay_set_color (cr, self->colors.hover);
  if (unk_board_get_task (self->board) == UNK_BOARD_MARK)
    {
      cairo_arc (cr, x, y, UNK_BOARD_RADIUS, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_move_to (cr, x - size, y);
  cairo_line_to (cr, x + size, y);
  cairo_move_to (cr, x, y - size);
  cairo_line_to (cr, x, y + size);
  cairo_stroke (cr);
}

/* The X that was put is a ring with a dot, so that it stays apart from the right one. */
static void
paint_place (UnkQuizView *self, cairo_t *cr, double pixel)
{
  double x, y;

  if (!unk_board_get_place (self->board, &x, &y))
    return;
  if (unk_board_is_open (self->board))
    {
      unk_overlay_paint_cross (cr, x, y, CROSS_PIXELS * pixel, &self->colors, pixel);
      return;
    }
  unk_overlay_set_color (cr, self->colors.mark);
  cairo_set_line_width (cr, 2.5 * pixel);
  cairo_arc (cr, x, y, CROSS_PIXELS * 1.6 * pixel, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, 2.2 * pixel, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_overlay (UnkQuizView *self, GtkSnapshot *snapshot)
{
  cairo_t *cr = append_cairo (self, snapshot);
  double pixel = 1 / self->camera.scale;
  const UnkView *view = unk_board_get_view (self->board);
  const UnkPoint *point;
  gboolean crosses;
  const UnkMuscle *lit = unk_board_get_lit (self->board),
                  *pattern = unk_board_get_pattern (self->board, &point, &crosses);
  const UnkShape *shape = lit ? unk_pick_find_shape (view, lit->id) : NULL;

  paint_areas (self, cr, pixel);
  unk_overlay_paint_marks (cr, unk_board_get_marks (self->board), view, &self->colors);
  if (shape)
    unk_overlay_paint_outline (cr, view, UNK_SIDE_RIGHT, shape->path, self->colors.selected, 0,
                               pixel);
  if (pattern)
    unk_overlay_paint_zones (cr, view, UNK_SIDE_RIGHT, pattern, point, &self->colors, pixel);
  if (pattern && crosses)
    unk_overlay_paint_crosses (cr, view, UNK_SIDE_RIGHT, pattern, point, &self->colors, pixel);
  paint_place (self, cr, pixel);
  paint_pen (self, cr, pixel);
  cairo_destroy (cr);
}

static gboolean
on_first_seen (gpointer data)
{
  UnkQuizView *self = data;

  self->first_id = 0;
  unk_body_picture_begin (self->picture);
  return G_SOURCE_REMOVE;
}

static void
unk_quiz_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UnkQuizView *self = UNK_QUIZ_VIEW (widget);
  GdkRGBA ground = unk_scheme_to_rgba (self->colors.ground),
          veil = unk_scheme_to_rgba (self->colors.veil);
  graphene_rect_t all =
    GRAPHENE_RECT_INIT (0, 0, (float) self->stage.port_width, (float) self->stage.port_height);

  if (self->stage.port_width <= 0)
    return;
  gtk_snapshot_append_color (snapshot, &ground, &all);
  unk_body_picture_snapshot_body (self->picture, snapshot, &ground);
  if (unk_board_get_lit (self->board))
    {
      gtk_snapshot_append_color (snapshot, &veil, &all);
      unk_body_picture_snapshot_subject (self->picture, snapshot);
    }
  paint_overlay (self, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 3, 3,
                               self->stage.port_width - 6, self->stage.port_height - 6);
}

static void
unk_quiz_view_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                       int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 240;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 690 : 740;
  *minimum_baseline = *natural_baseline = -1;
}

static void
unk_quiz_view_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  UnkQuizView *self = UNK_QUIZ_VIEW (widget);

  if (width == (int) self->stage.port_width && height == (int) self->stage.port_height)
    return;
  fit (self, width, height);
  update_wish (self);
}

static void
to_body (UnkQuizView *self, double x, double y, double *bx, double *by)
{
  unk_camera_to_body (self->camera, x, y, bx, by);
}

static void
on_drag_begin (UnkQuizView *self, double x, double y, GtkGestureDrag *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  double bx, by;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag_camera = self->camera;
  self->painting = button == GDK_BUTTON_PRIMARY && unk_board_is_open (self->board);
  if (!self->painting)
    return;
  to_body (self, x, y, &bx, &by);
  if (unk_board_get_task (self->board) == UNK_BOARD_MARK)
    unk_board_begin_stroke (self->board, bx, by);
  else
    unk_board_set_place (self->board, bx, by);
}

static void
on_drag_update (UnkQuizView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y, bx, by;

  if (!self->painting)
    {
      set_camera (self, unk_camera_pan (self->drag_camera, &self->stage, dx, dy));
      return;
    }
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  to_body (self, x + dx, y + dy, &bx, &by);
  if (unk_board_get_task (self->board) == UNK_BOARD_MARK)
    unk_board_extend_stroke (self->board, bx, by);
  else
    unk_board_set_place (self->board, bx, by);
}

static gboolean
on_scroll (UnkQuizView *self, double dx G_GNUC_UNUSED, double dy)
{
  set_camera (self, unk_camera_zoom (self->camera, &self->stage, pow (WHEEL_FACTOR, -dy),
                                     self->stage.port_width / 2, self->stage.port_height / 2));
  return GDK_EVENT_STOP;
}

static void
zoom (UnkQuizView *self, double factor)
{
  set_camera (self, unk_camera_zoom (self->camera, &self->stage, factor, self->stage.port_width / 2,
                                     self->stage.port_height / 2));
}

/* With Shift the pen goes in small steps; a detail has smaller ones anyway. */
static double
get_step (UnkQuizView *self, GdkModifierType state)
{
  double whole = UNK_BOARD_STEP * self->stage.height / 1670;

  return MAX (whole, 2) * (state & GDK_SHIFT_MASK ? FINE_STEP : 1);
}

static gboolean
on_key (UnkQuizView *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  double step = get_step (self, state);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
      zoom (self, WHEEL_FACTOR);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
      zoom (self, 1 / WHEEL_FACTOR);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      unk_board_move_pen (self->board, 0, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      unk_board_move_pen (self->board, 0, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      unk_board_move_pen (self->board, -step, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      unk_board_move_pen (self->board, step, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      unk_board_press_pen (self->board);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
take_scheme (UnkQuizView *self)
{
  self->scheme = unk_scheme_get ();
  self->colors = unk_colors_for_scheme (self->atlas, self->scheme);
  update_wish (self);
}

static void
on_map (UnkQuizView *self)
{
  if (unk_board_is_open (self->board))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!self->first_id)
    self->first_id = g_idle_add (on_first_seen, self);
}

static void
install_input (UnkQuizView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

static void
unk_quiz_view_dispose (GObject *object)
{
  UnkQuizView *self = UNK_QUIZ_VIEW (object);

  g_clear_handle_id (&self->first_id, g_source_remove);
  g_clear_object (&self->picture);
  g_clear_object (&self->board);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_quiz_view_parent_class)->dispose (object);
}

static void
unk_quiz_view_class_init (UnkQuizViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_quiz_view_dispose;
  widget_class->snapshot = unk_quiz_view_snapshot;
  widget_class->measure = unk_quiz_view_measure;
  widget_class->size_allocate = unk_quiz_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "body");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
unk_quiz_view_init (UnkQuizView *self)
{
  self->scheme = "light";
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * unk_quiz_view_new:
 * @atlas: the atlas
 * @board: what is shown
 *
 * Returns: the body of a question
 */
UnkQuizView *
unk_quiz_view_new (UnkAtlas *atlas, UnkBoard *board)
{
  UnkQuizView *self = g_object_new (UNK_TYPE_QUIZ_VIEW, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->atlas = unk_atlas_ref (atlas);
  self->board = g_object_ref (board);
  self->picture = unk_body_picture_new (atlas);
  g_signal_connect_object (self->picture, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "changed", G_CALLBACK (on_board_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (take_scheme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (take_scheme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_wish), NULL);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  install_input (self);
  take_scheme (self);
  describe (self);
  return self;
}
