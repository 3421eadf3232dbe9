/* empty-window.c: the floor: a libadwaita window of the program's size with nothing in it, or with
 * a picture of that size that is painted again in each frame
 *
 * usage: empty-window, with UNKNOT_BENCH_WANTED as stopwatch.c reads it, or "motion"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "stopwatch.h"

#define WIDTH 1120
#define HEIGHT 780
#define PICTURE_WIDTH 1920
#define PICTURE_HEIGHT 1080

/* Two of them, to be shown in turn: what hasn't changed, GTK doesn't paint again. */
static GdkTexture *
make_texture (guint8 shade)
{
  gsize length = (gsize) PICTURE_WIDTH * PICTURE_HEIGHT * 4;
  guint8 *pixels = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < length; i++)
    pixels[i] = i % 4 == 3 ? 255 : (guint8) (i / 64 + shade);
  bytes = g_bytes_new_take (pixels, length);
  return gdk_memory_texture_new (PICTURE_WIDTH, PICTURE_HEIGHT, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) PICTURE_WIDTH * 4);
}

static gboolean
on_tick (GtkWidget *picture, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  GdkTexture *const *textures = data;
  GdkPaintable *shown = gtk_picture_get_paintable (GTK_PICTURE (picture));

  gtk_picture_set_paintable (GTK_PICTURE (picture),
                             GDK_PAINTABLE (textures[shown == GDK_PAINTABLE (textures[0])]));
  return G_SOURCE_CONTINUE;
}

static void
on_ready (GtkWindow *window)
{
  static GdkTexture *textures[2];
  GtkWidget *picture;

  textures[0] = make_texture (0);
  textures[1] = make_texture (100);
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (textures[0]));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), picture);
  gtk_widget_add_tick_callback (picture, on_tick, textures, NULL);
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  unk_stopwatch_start (argv);
  application = adw_application_new ("io.github.unknot.Empty", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  if (g_strcmp0 (g_getenv ("UNKNOT_BENCH_WANTED"), "motion") == 0)
    unk_stopwatch_watch_motion (GTK_APPLICATION (application), on_ready);
  else
    unk_stopwatch_watch_first_frame (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
