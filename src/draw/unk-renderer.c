/* unk-renderer.c: paints figures on a thread of its own
 *
 * One thread, so that a figure is never used by two; the figures read last are kept for the next
 * job, and let go when none has come for a while: each takes megabytes, and is read again in some
 * milliseconds. A job that was canceled before its turn costs nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-renderer.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "unk-at-work.h"
#include "unk-figure.h"

#define KEPT 4
/* So long after the last job the figures are let go. */
#define REST_MS 1000

typedef struct
{
  const UnkView *view;
  const char *scheme;
  UnkDepth depth;
  UnkFigureUse use;
  UnkFigure *figure;
} Kept;

struct _UnkRenderer
{
  GObject parent_instance;

  UnkAtlas *atlas;
  GThreadPool *thread;
  guint jobs; /* that are on their way */
  guint rest_id;
  Kept kept[KEPT]; /* the last used first; only the thread looks at them */
};

G_DEFINE_FINAL_TYPE (UnkRenderer, unk_renderer, G_TYPE_OBJECT)

static UnkFigure *
get_figure (UnkRenderer *self, const UnkRenderJob *job, GError **error)
{
  UnkDepth depth = job->subject ? UNK_DEPTH_1 : job->depth;
  UnkFigureUse use = job->subject ? UNK_FIGURE_PARTS : UNK_FIGURE_BODY;
  Kept found = { job->view, job->scheme, depth, use, NULL };
  int i;

  for (i = 0; i < KEPT; i++)
    if (self->kept[i].figure && self->kept[i].view == job->view && self->kept[i].depth == depth &&
        self->kept[i].use == use && g_str_equal (self->kept[i].scheme, job->scheme))
      break;
  if (i < KEPT)
    found.figure = self->kept[i].figure;
  else
    {
      found.figure = unk_figure_new (self->atlas, job->view, job->scheme, depth, use, error);
      if (!found.figure)
        return NULL;
      i = KEPT - 1;
      g_clear_object (&self->kept[i].figure);
    }
  for (; i > 0; i--)
    self->kept[i] = self->kept[i - 1];
  self->kept[0] = found;
  return found.figure;
}

static void
destroy_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

static void
paint (UnkRenderer *self, GTask *owned)
{
  g_autoptr (GTask) task = owned;
  const UnkRenderJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  UnkFigure *figure;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done = FALSE;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cr = cairo_create (surface);
  cairo_scale (cr, job->scale, job->scale);
  cairo_translate (cr, -job->x, -job->y);
  figure = get_figure (self, job, &error);
  if (figure)
    done = job->subject ? unk_figure_render_subject (figure, cr, job->subject, job->side, &error)
                        : unk_figure_render (figure, cr, &error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (done)
    g_task_return_pointer (task, surface, destroy_surface);
  else
    {
      cairo_surface_destroy (surface);
      g_task_return_error (task, error);
    }
}

static void
forget (UnkRenderer *self)
{
  for (int i = 0; i < KEPT; i++)
    g_clear_object (&self->kept[i].figure);
#ifdef __GLIBC__
  /* Else the thread's own heap keeps all of it. */
  malloc_trim (0);
#endif
}

/* The renderer itself among the tasks means that there has been none for a while. */
static void
work (gpointer data, gpointer user_data)
{
  UnkRenderer *self = user_data;

  unk_at_work_begin ();
  if (data == self)
    forget (self);
  else
    paint (self, data);
  unk_at_work_end ();
}

static gboolean
on_rest (gpointer data)
{
  UnkRenderer *self = data;

  self->rest_id = 0;
  g_thread_pool_push (self->thread, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
unk_renderer_finalize (GObject *object)
{
  UnkRenderer *self = UNK_RENDERER (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  /* Every task in the queue holds the renderer: there is none left. */
  g_thread_pool_free (self->thread, TRUE, FALSE);
  for (int i = 0; i < KEPT; i++)
    g_clear_object (&self->kept[i].figure);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_renderer_parent_class)->finalize (object);
}

static void
unk_renderer_class_init (UnkRendererClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_renderer_finalize;
}

static void
unk_renderer_init (UnkRenderer *self)
{
  self->thread = g_thread_pool_new (work, self, 1, FALSE, NULL);
}

/**
 * unk_renderer_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): a renderer with nothing to do
 */
UnkRenderer *
unk_renderer_new (UnkAtlas *atlas)
{
  UnkRenderer *self = g_object_new (UNK_TYPE_RENDERER, NULL);

  self->atlas = unk_atlas_ref (atlas);
  return self;
}

/**
 * unk_renderer_render_async:
 * @self: a renderer
 * @job: what to paint; copied
 * @cancellable: (nullable): to give it up
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
unk_renderer_render_async (UnkRenderer *self, const UnkRenderJob *job, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->jobs++;
  g_task_set_source_tag (task, unk_renderer_render_async);
  g_task_set_task_data (task, g_memdup2 (job, sizeof *job), g_free);
  g_thread_pool_push (self->thread, task, NULL);
}

/**
 * unk_renderer_render_finish:
 * @self: a renderer
 * @result: what the callback got
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an image surface, or %NULL with librsvg's error or
 * %G_IO_ERROR_CANCELLED
 */
cairo_surface_t *
unk_renderer_render_finish (UnkRenderer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  if (--self->jobs == 0)
    self->rest_id = g_timeout_add (REST_MS, on_rest, self);
  return g_task_propagate_pointer (G_TASK (result), error);
}
