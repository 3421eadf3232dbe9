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

static GtkWidget *
make_picture (void)
{
  gsize length = (gsize) PICTURE_WIDTH * PICTURE_HEIGHT * 4;
  guint8 *pixels = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkWidget *picture;

  for (gsize i = 0; i < length; i++)
    pixels[i] = i % 4 == 3 ? 255 : (guint8) (i / 64);
  bytes = g_bytes_new_take (pixels, length);
  texture = gdk_memory_texture_new (PICTURE_WIDTH, PICTURE_HEIGHT, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) PICTURE_WIDTH * 4);
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  return picture;
}

static gboolean
on_tick (GtkWidget *picture, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  gtk_widget_queue_draw (picture);
  return G_SOURCE_CONTINUE;
}

static void
on_ready (GtkWindow *window)
{
  GtkWidget *picture = make_picture ();

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), picture);
  gtk_widget_add_tick_callback (picture, on_tick, NULL, NULL);
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
