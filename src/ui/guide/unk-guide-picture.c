/* unk-guide-picture.c: an illustration of the guide
 *
 * The place is kept from the start; the drawing comes from a thread of its own, for the colors that
 * the desktop has just then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-picture.h"

#include <adwaita.h>

#include "unk-at-work.h"
#include "unk-accessible-name.h"
#include "unk-figure.h"
#include "unk-texture.h"

#define PIXELS 1120 /* of width: twice that of the widest page */

typedef struct
{
  UnkAtlas *atlas;
  const UnkPicture *picture;
  const char *scheme;
  GWeakRef widget;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->widget);
  unk_atlas_unref (job->atlas);
  g_free (job);
}

static const char *
current_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager) && !adw_style_manager_get_dark (manager))
    return "contrast";
  return adw_style_manager_get_dark (manager) ? "dark" : "light";
}

static void
render (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
        GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;
  const UnkPicture *picture = job->picture;
  double scale = PIXELS / picture->width;
  GError *error = NULL;
  g_autoptr (UnkFigure) figure = unk_figure_new_for_svg (
    picture->svg, unk_atlas_get_style (job->atlas, job->scheme), picture->width, picture->height,
    UNK_DEPTH_SKIN, UNK_FIGURE_BODY, &error);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PIXELS, (int) (picture->height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  if (figure)
    unk_figure_render (figure, cr, &error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (!error)
    {
      g_task_return_pointer (task, unk_texture_new_for_surface (surface), g_object_unref);
      return;
    }
  cairo_surface_destroy (surface);
  g_task_return_error (task, error);
}

static void
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  unk_at_work_begin ();
  render (task, source, data, cancellable);
  unk_at_work_end ();
}

static void
on_rendered (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPaintable) texture = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GtkPicture) widget = g_weak_ref_get (&job->widget);

  if (error)
    g_message ("The picture “%s” can’t be drawn: %s", job->picture->id, error->message);
  else if (widget && g_str_equal (job->scheme, current_scheme ()))
    gtk_picture_set_paintable (widget, texture);
}

static void
draw (GtkPicture *widget)
{
  const Job *about = g_object_get_data (G_OBJECT (widget), "job");
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_rendered, NULL);
  Job *job = g_new0 (Job, 1);

  job->atlas = unk_atlas_ref (about->atlas);
  job->picture = about->picture;
  job->scheme = current_scheme ();
  g_weak_ref_init (&job->widget, widget);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, render_in_thread);
}

/**
 * unk_guide_picture_new:
 * @atlas: the atlas
 * @picture: one of its pictures
 * @shows: what it shows, for those who don't see it, in the user's language
 *
 * Returns: (transfer floating): a picture as wide as its place
 */
GtkWidget *
unk_guide_picture_new (UnkAtlas *atlas, const UnkPicture *picture, const char *shows)
{
  g_autoptr (GdkPaintable) place =
    gdk_paintable_new_empty ((int) picture->width, (int) picture->height);
  GtkWidget *widget = gtk_picture_new_for_paintable (place);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Job *job = g_new0 (Job, 1);

  job->atlas = unk_atlas_ref (atlas);
  job->picture = picture;
  g_weak_ref_init (&job->widget, NULL);
  g_object_set_data_full (G_OBJECT (widget), "job", job, free_job);
  unk_accessible_name_set (widget, shows);
  gtk_widget_add_css_class (widget, "illustration");
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (draw), widget,
                           G_CONNECT_SWAPPED);
  draw (GTK_PICTURE (widget));
  return widget;
}
