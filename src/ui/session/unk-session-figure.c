/* unk-session-figure.c: the place of a step, near
 *
 * The muscle with its points and how they are treated, in the view that shows most of them. It is
 * only looked at: nothing can be chosen here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session-figure.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-body-picture.h"
#include "unk-close-up.h"
#include "unk-scheme.h"

#define LEAST_WIDTH 240
#define LEAST_HEIGHT 200

struct _UnkSessionFigure
{
  GtkWidget parent_instance;

  UnkAtlas *atlas;
  UnkBodyPicture *picture;
  const UnkMuscle *muscle; /* (nullable) */
  UnkSide side;
  UnkHandling handling;
  const UnkView *view; /* (nullable): no view shows it */
  UnkCamera camera;
  int width, height;
  const char *scheme;
  UnkColors colors;
  guint first_id;
};

G_DEFINE_FINAL_TYPE (UnkSessionFigure, unk_session_figure, GTK_TYPE_WIDGET)

static void
update_wish (UnkSessionFigure *self)
{
  UnkWish wish = {
    .view = self->view,
    .scheme = self->scheme,
    .depth = UNK_DEPTH_1,
    .subject = { self->muscle ? self->muscle->id : NULL, self->side },
    .camera = self->camera,
    .scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };

  if (self->view && self->width > 0)
    {
      wish.stage = (UnkStage){ self->view->width, self->view->height, self->width, self->height };
      unk_body_picture_wish (self->picture, &wish);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
aim (UnkSessionFigure *self)
{
  UnkCloseUp at;
  double scale;

  self->view = NULL;
  if (self->muscle && self->width > 0 && self->height > 0 &&
      unk_close_up_find (self->atlas, self->muscle, self->side, (double) self->width / self->height,
                         &at))
    {
      scale = self->width / at.width;
      self->view = at.view;
      self->camera = (UnkCamera){ scale, -at.x * scale, -at.y * scale };
    }
  update_wish (self);
}

static void
paint_overlay (UnkSessionFigure *self, GtkSnapshot *snapshot, const graphene_rect_t *all)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, all);
  double pixel = 1 / self->camera.scale;
  const UnkShape *shape = unk_pick_find_shape (self->view, self->muscle->id);

  cairo_translate (cr, self->camera.x, self->camera.y);
  cairo_scale (cr, self->camera.scale, self->camera.scale);
  if (shape)
    unk_overlay_paint_outline (cr, self->view, self->side, shape->path, self->colors.selected, 0,
                               pixel);
  unk_overlay_paint_handling (cr, self->view, self->side, self->muscle, self->handling,
                              &self->colors, pixel);
  unk_overlay_paint_crosses (cr, self->view, self->side, self->muscle, NULL, &self->colors, pixel);
  cairo_destroy (cr);
}

static void
unk_session_figure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UnkSessionFigure *self = UNK_SESSION_FIGURE (widget);
  GdkRGBA ground = unk_scheme_to_rgba (self->colors.ground),
          veil = unk_scheme_to_rgba (self->colors.veil);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);

  gtk_snapshot_append_color (snapshot, &ground, &all);
  if (!self->view)
    return;
  unk_body_picture_snapshot_body (self->picture, snapshot, &ground);
  gtk_snapshot_append_color (snapshot, &veil, &all);
  unk_body_picture_snapshot_subject (self->picture, snapshot);
  paint_overlay (self, snapshot, &all);
}

static void
unk_session_figure_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                            int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
unk_session_figure_size_allocate (GtkWidget *widget, int width, int height,
                                  int baseline G_GNUC_UNUSED)
{
  UnkSessionFigure *self = UNK_SESSION_FIGURE (widget);

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  aim (self);
}

static gboolean
on_first_seen (gpointer data)
{
  UnkSessionFigure *self = data;

  self->first_id = 0;
  unk_body_picture_begin (self->picture);
  return G_SOURCE_REMOVE;
}

static void
on_map (UnkSessionFigure *self)
{
  if (!self->first_id)
    self->first_id = g_idle_add (on_first_seen, self);
}

static void
take_scheme (UnkSessionFigure *self)
{
  self->scheme = unk_scheme_get ();
  self->colors = unk_colors_for_scheme (self->atlas, self->scheme);
  update_wish (self);
}

static void
unk_session_figure_dispose (GObject *object)
{
  UnkSessionFigure *self = UNK_SESSION_FIGURE (object);

  g_clear_handle_id (&self->first_id, g_source_remove);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_session_figure_parent_class)->dispose (object);
}

static void
unk_session_figure_class_init (UnkSessionFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_session_figure_dispose;
  widget_class->snapshot = unk_session_figure_snapshot;
  widget_class->measure = unk_session_figure_measure;
  widget_class->size_allocate = unk_session_figure_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "body");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
unk_session_figure_init (UnkSessionFigure *self)
{
  self->scheme = "light";
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * unk_session_figure_new:
 * @atlas: the atlas
 *
 * Returns: a figure that shows nothing yet
 */
UnkSessionFigure *
unk_session_figure_new (UnkAtlas *atlas)
{
  UnkSessionFigure *self = g_object_new (UNK_TYPE_SESSION_FIGURE, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->atlas = unk_atlas_ref (atlas);
  self->picture = unk_body_picture_new (atlas);
  g_signal_connect_object (self->picture, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (take_scheme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (take_scheme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_wish), NULL);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  take_scheme (self);
  return self;
}

static const char *
describe_handling (UnkHandling handling)
{
  switch (handling)
    {
    case UNK_HANDLING_STROKE:
      return _ ("arrows across the fibers at each point");
    case UNK_HANDLING_STRETCH:
      return _ ("arrows along the fibers at each point");
    default:
      return _ ("a ring around each point");
    }
}

/**
 * unk_session_figure_show:
 * @self: a figure
 * @muscle: (nullable): what is treated
 * @side: its side
 * @handling: how
 */
void
unk_session_figure_show (UnkSessionFigure *self, const UnkMuscle *muscle, UnkSide side,
                         UnkHandling handling)
{
  /* Translators: of a picture, for screen readers: a muscle, its side, what is drawn at its points
   */
  g_autofree char *text = muscle
                            ? g_strdup_printf (_ ("%s, %s: %s"), unk_text (muscle->name),
                                               unk_side_name (side), describe_handling (handling))
                            : g_strdup ("");

  self->muscle = muscle;
  self->side = side;
  self->handling = handling;
  unk_accessible_name_set (self, text);
  aim (self);
}
