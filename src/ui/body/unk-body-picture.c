/* unk-body-picture.c: the textures of the body, as sharp as they are by now
 *
 * Three pictures lie over each other: the preview from the atlas, there before anything was
 * painted; the whole view at the scale at which it fits, kept for each view and depth that was
 * seen; and the visible piece at the scale at which it is seen. Each knows its place on the body,
 * so that whatever is there can be shown at once under any camera, and is replaced when the next
 * has come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-body-picture.h"

#include <math.h>
#include <string.h>

#include "unk-texture.h"

/* While the camera moves, no piece is painted that would be late. */
#define SETTLE_MS 60
/* The piece reaches this far beyond the widget, in pixels, for a little panning. */
#define BEYOND 64

typedef struct
{
  UnkRenderJob job;
  GdkTexture *texture;
  GCancellable *cancellable; /* while it is being painted */
} Layer;

struct _UnkBodyPicture
{
  GObject parent_instance;

  UnkAtlas *atlas;
  UnkRenderer *renderer;
  UnkWish wish;
  gboolean begun; /* whether anything may be painted yet */
  GArray *wholes; /* Layer: the whole view, seen before */
  Layer piece;    /* the visible piece */
  Layer subject;  /* the chosen muscle alone */
  guint settle_id;
  GdkTexture *preview;
  const UnkPreview *preview_of;
};

G_DEFINE_FINAL_TYPE (UnkBodyPicture, unk_body_picture, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_layer (gpointer data)
{
  Layer *layer = data;

  if (layer->cancellable)
    g_cancellable_cancel (layer->cancellable);
  g_clear_object (&layer->cancellable);
  g_clear_object (&layer->texture);
}

static void
unk_body_picture_finalize (GObject *object)
{
  UnkBodyPicture *self = UNK_BODY_PICTURE (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_array_unref (self->wholes);
  clear_layer (&self->piece);
  clear_layer (&self->subject);
  g_clear_object (&self->preview);
  g_clear_object (&self->renderer);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_body_picture_parent_class)->finalize (object);
}

static void
unk_body_picture_class_init (UnkBodyPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_body_picture_finalize;

  /**
   * UnkBodyPicture::changed:
   * A sharper picture has come.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_BODY_PICTURE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_body_picture_init (UnkBodyPicture *self)
{
  self->wholes = g_array_new (FALSE, TRUE, sizeof (Layer));
  g_array_set_clear_func (self->wholes, clear_layer);
}

/**
 * unk_body_picture_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): a picture that shows nothing yet
 */
UnkBodyPicture *
unk_body_picture_new (UnkAtlas *atlas)
{
  UnkBodyPicture *self = g_object_new (UNK_TYPE_BODY_PICTURE, NULL);

  self->atlas = unk_atlas_ref (atlas);
  self->renderer = unk_renderer_new (atlas);
  return self;
}

static gboolean
same_job (const UnkRenderJob *a, const UnkRenderJob *b)
{
  return a->view == b->view && a->depth == b->depth && g_strcmp0 (a->scheme, b->scheme) == 0 &&
         g_strcmp0 (a->subject, b->subject) == 0 && a->side == b->side && a->width == b->width &&
         a->height == b->height && fabs (a->scale - b->scale) < 1e-6 && fabs (a->x - b->x) < 1e-3 &&
         fabs (a->y - b->y) < 1e-3;
}

/* Which layer a finished job is for. The array may have moved: it is looked up by its job. */
typedef struct
{
  UnkBodyPicture *self;
  UnkRenderJob job;
} Order;

static Layer *
find_layer (UnkBodyPicture *self, const UnkRenderJob *job)
{
  if (same_job (&self->piece.job, job))
    return &self->piece;
  if (same_job (&self->subject.job, job))
    return &self->subject;
  for (guint i = 0; i < self->wholes->len; i++)
    if (same_job (&g_array_index (self->wholes, Layer, i).job, job))
      return &g_array_index (self->wholes, Layer, i);
  return NULL;
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Order *order = user_data;
  g_autoptr (UnkBodyPicture) self = order->self;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = unk_renderer_render_finish (UNK_RENDERER (source), result, &error);
  Layer *layer = find_layer (self, &order->job);

  if (surface && layer)
    {
      g_clear_object (&layer->texture);
      g_clear_object (&layer->cancellable);
      layer->texture = unk_texture_new_for_surface (surface);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  else if (surface)
    cairo_surface_destroy (surface);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && layer)
    {
      /* A view needn't draw every muscle: there is nothing to show for it, and nothing to complain
       * about. */
      g_clear_object (&layer->cancellable);
      if (!order->job.subject)
        g_warning ("The figure can’t be painted: %s", error->message);
    }
}

static void
start (UnkBodyPicture *self, Layer *layer, const UnkRenderJob *job)
{
  Order *order = g_new (Order, 1);

  if (layer->cancellable)
    g_cancellable_cancel (layer->cancellable);
  g_clear_object (&layer->cancellable);
  layer->cancellable = g_cancellable_new ();
  layer->job = *job;
  *order = (Order){ g_object_ref (self), *job };
  unk_renderer_render_async (self->renderer, job, layer->cancellable, on_rendered, order);
}

static UnkRenderJob
whole_job (const UnkWish *w)
{
  double scale = unk_camera_get_fit_scale (&w->stage) * w->scale_factor;

  return (UnkRenderJob){
    .view = w->view,
    .scheme = w->scheme,
    .depth = w->depth,
    .scale = scale,
    .width = MAX (1, (int) ceil (w->view->width * scale)),
    .height = MAX (1, (int) ceil (w->view->height * scale)),
  };
}

/* The visible piece of the view, and a little beyond, at the scale at which it is seen. */
static UnkRenderJob
piece_job (const UnkWish *w)
{
  UnkRenderJob job = whole_job (w);
  double scale = w->camera.scale, x0, y0, x1, y1;

  unk_camera_to_body (w->camera, -BEYOND, -BEYOND, &x0, &y0);
  unk_camera_to_body (w->camera, w->stage.port_width + BEYOND, w->stage.port_height + BEYOND, &x1,
                      &y1);
  x0 = MAX (x0, 0);
  y0 = MAX (y0, 0);
  x1 = MIN (x1, w->view->width);
  y1 = MIN (y1, w->view->height);
  job.x = x0;
  job.y = y0;
  job.scale = scale * w->scale_factor;
  job.width = MAX (1, (int) ceil ((x1 - x0) * job.scale));
  job.height = MAX (1, (int) ceil ((y1 - y0) * job.scale));
  return job;
}

static gboolean
is_near (const UnkWish *w)
{
  return !unk_camera_is_fitted (w->camera, &w->stage);
}

static UnkRenderJob
subject_job (const UnkWish *w)
{
  UnkRenderJob job = is_near (w) ? piece_job (w) : whole_job (w);

  job.subject = w->subject.id;
  job.side = w->subject.side;
  job.depth = UNK_DEPTH_1;
  return job;
}

/* Pictures of another size or scheme are of no more use. */
static void
forget_stale_wholes (UnkBodyPicture *self, const UnkRenderJob *job)
{
  for (guint i = self->wholes->len; i > 0; i--)
    {
      const UnkRenderJob *old = &g_array_index (self->wholes, Layer, i - 1).job;

      if (fabs (old->scale - job->scale) > 1e-6 && old->view == job->view &&
          old->depth == job->depth && g_array_index (self->wholes, Layer, i - 1).texture &&
          self->wholes->len == 1)
        continue; /* better than nothing, until the new one is there */
      if ((fabs (old->scale - job->scale) > 1e-6 && old->view == job->view) ||
          g_strcmp0 (old->scheme, job->scheme) != 0)
        if (i - 1 != self->wholes->len - 1 || self->wholes->len > 1)
          g_array_remove_index (self->wholes, i - 1);
    }
}

static void
want_whole (UnkBodyPicture *self)
{
  UnkRenderJob job = whole_job (&self->wish);
  Layer fresh = { 0 };

  for (guint i = 0; i < self->wholes->len; i++)
    if (same_job (&g_array_index (self->wholes, Layer, i).job, &job))
      return;
  forget_stale_wholes (self, &job);
  g_array_append_val (self->wholes, fresh);
  start (self, &g_array_index (self->wholes, Layer, self->wholes->len - 1), &job);
}

static gboolean
on_settled (gpointer user_data)
{
  UnkBodyPicture *self = user_data;
  UnkRenderJob job = piece_job (&self->wish);

  self->settle_id = 0;
  if (is_near (&self->wish) && !same_job (&self->piece.job, &job))
    start (self, &self->piece, &job);
  job = subject_job (&self->wish);
  if (self->wish.subject.id && !same_job (&self->subject.job, &job))
    start (self, &self->subject, &job);
  return G_SOURCE_REMOVE;
}

/* A picture of something else must not be shown for this. */
static void
drop_wrong (Layer *layer, gboolean right)
{
  if (right || !layer->job.view)
    return;
  clear_layer (layer);
  memset (&layer->job, 0, sizeof layer->job);
}

/**
 * unk_body_picture_wish:
 * @self: a picture
 * @wish: what it shall show
 *
 * Says what is wanted now. What is there already is shown meanwhile.
 */
void
unk_body_picture_wish (UnkBodyPicture *self, const UnkWish *wish)
{
  gboolean moved = fabs (self->wish.camera.scale - wish->camera.scale) > 1e-6 ||
                   self->wish.camera.x != wish->camera.x || self->wish.camera.y != wish->camera.y;

  self->wish = *wish;
  drop_wrong (&self->piece,
              self->piece.job.view == wish->view && self->piece.job.depth == wish->depth &&
                g_strcmp0 (self->piece.job.scheme, wish->scheme) == 0 && is_near (wish));
  drop_wrong (&self->subject, self->subject.job.view == wish->view &&
                                g_strcmp0 (self->subject.job.subject, wish->subject.id) == 0 &&
                                self->subject.job.side == wish->subject.side &&
                                g_strcmp0 (self->subject.job.scheme, wish->scheme) == 0);
  if (!self->begun)
    return;
  want_whole (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (moved)
    self->settle_id = g_timeout_add (SETTLE_MS, on_settled, self);
  else
    on_settled (self);
}

/**
 * unk_body_picture_begin:
 * @self: a picture
 *
 * From now on what is wished is painted: until the first frame is on the screen, the preview has to
 * do, so that nothing else is worked on.
 */
void
unk_body_picture_begin (UnkBodyPicture *self)
{
  if (self->begun)
    return;
  self->begun = TRUE;
  if (!self->wish.view)
    return;
  want_whole (self);
  on_settled (self);
}

static void
append (UnkBodyPicture *self, GtkSnapshot *snapshot, GdkTexture *texture, double x, double y,
        double width, double height)
{
  UnkCamera c = self->wish.camera;

  gtk_snapshot_append_texture (
    snapshot, texture,
    &GRAPHENE_RECT_INIT ((float) (c.x + x * c.scale), (float) (c.y + y * c.scale),
                         (float) (width * c.scale), (float) (height * c.scale)));
}

/* The atlas has it of the right side only. */
static void
append_preview (UnkBodyPicture *self, GtkSnapshot *snapshot, GdkTexture *preview)
{
  const UnkView *view = self->wish.view;
  UnkCamera c = self->wish.camera;

  gtk_snapshot_save (snapshot);
  if (view->flipped)
    {
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) (2 * c.x + view->width * c.scale), 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  append (self, snapshot, preview, 0, 0, view->width, view->height);
  gtk_snapshot_restore (snapshot);
}

static void
append_layer (UnkBodyPicture *self, GtkSnapshot *snapshot, const Layer *layer)
{
  append (self, snapshot, layer->texture, layer->job.x, layer->job.y,
          layer->job.width / layer->job.scale, layer->job.height / layer->job.scale);
}

static void
append_ground (UnkBodyPicture *self, GtkSnapshot *snapshot, const Layer *layer,
               const GdkRGBA *ground)
{
  UnkCamera c = self->wish.camera;
  double scale = c.scale / layer->job.scale;

  gtk_snapshot_append_color (snapshot, ground,
                             &GRAPHENE_RECT_INIT ((float) (c.x + layer->job.x * c.scale),
                                                  (float) (c.y + layer->job.y * c.scale),
                                                  (float) (layer->job.width * scale),
                                                  (float) (layer->job.height * scale)));
}

static GdkTexture *
get_preview (UnkBodyPicture *self)
{
  const UnkView *view = self->wish.view;

  /* It was painted with the muscles bare. */
  if (self->wish.depth != UNK_DEPTH_1)
    return NULL;
  for (guint i = 0; i < view->n_previews; i++)
    if (g_str_equal (view->previews[i].scheme, self->wish.scheme) && view->previews[i].width)
      {
        if (self->preview_of != &view->previews[i])
          {
            g_clear_object (&self->preview);
            self->preview_of = &view->previews[i];
            self->preview = unk_texture_new_for_preview (self->preview_of, self->atlas);
          }
        return self->preview;
      }
  return NULL;
}

/* The best whole picture: the wanted one, or one of this view and depth in another size. */
static const Layer *
best_whole (UnkBodyPicture *self)
{
  const UnkWish *w = &self->wish;
  UnkRenderJob job = whole_job (w);
  const Layer *best = NULL;

  for (guint i = 0; i < self->wholes->len; i++)
    {
      const Layer *layer = &g_array_index (self->wholes, Layer, i);

      if (!layer->texture || layer->job.view != w->view || layer->job.depth != w->depth ||
          g_strcmp0 (layer->job.scheme, w->scheme) != 0)
        continue;
      if (same_job (&layer->job, &job))
        return layer;
      best = layer;
    }
  return best;
}

/**
 * unk_body_picture_snapshot_body:
 * @self: a picture
 * @snapshot: a snapshot in pixels of the widget
 * @ground: what lies behind the body
 *
 * Appends the best picture of the body that is there.
 */
void
unk_body_picture_snapshot_body (UnkBodyPicture *self, GtkSnapshot *snapshot, const GdkRGBA *ground)
{
  const Layer *whole;
  GdkTexture *preview;

  if (!self->wish.view)
    return;
  whole = best_whole (self);
  preview = whole ? NULL : get_preview (self);
  if (whole)
    append_layer (self, snapshot, whole);
  else if (preview)
    append_preview (self, snapshot, preview);
  if (self->piece.texture && is_near (&self->wish))
    {
      /* The blurred edges of the whole must not show around the sharp ones of the piece. */
      append_ground (self, snapshot, &self->piece, ground);
      append_layer (self, snapshot, &self->piece);
    }
}

/**
 * unk_body_picture_snapshot_subject:
 * @self: a picture
 * @snapshot: a snapshot in pixels of the widget
 *
 * Appends the chosen muscle alone.
 *
 * Returns: whether it was there already
 */
gboolean
unk_body_picture_snapshot_subject (UnkBodyPicture *self, GtkSnapshot *snapshot)
{
  if (!self->wish.subject.id || !self->subject.texture)
    return FALSE;
  append_layer (self, snapshot, &self->subject);
  return TRUE;
}

/**
 * unk_body_picture_has_body:
 * @self: a picture
 *
 * Returns: whether there is any picture of the wished view at the wished depth
 */
gboolean
unk_body_picture_has_body (UnkBodyPicture *self)
{
  return self->wish.view && (best_whole (self) || get_preview (self));
}

/**
 * unk_body_picture_is_sharp:
 * @self: a picture
 *
 * Returns: whether nothing is being painted any more
 */
gboolean
unk_body_picture_is_sharp (UnkBodyPicture *self)
{
  if (!self->begun || self->settle_id || self->piece.cancellable || self->subject.cancellable)
    return FALSE;
  for (guint i = 0; i < self->wholes->len; i++)
    if (g_array_index (self->wholes, Layer, i).cancellable)
      return FALSE;
  return TRUE;
}
