/* stopwatch.c: watches the frames of a program's window from inside its process
 *
 * The program and the empty window use the same watch, so that what it costs stands on both sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "stopwatch.h"

#include <X11/Xutil.h>
#include <gdk/x11/gdkx.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define STARTED "UNKNOT_BENCH_STARTED"
/* What is wanted: "frame", "memory" or "picture". */
#define WANTED "UNKNOT_BENCH_WANTED"
#define REST_MS 2000
#define SETTLE_MS 1500
#define MOTION_US (5 * G_USEC_PER_SEC)

static double
read_us (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return (double) t.tv_sec * 1e6 + (double) t.tv_nsec / 1e3;
}

static double
now_us (void)
{
  return read_us (CLOCK_MONOTONIC);
}

/**
 * unk_stopwatch_start:
 * @argv: as main() got it
 *
 * Starts the program over, with the time just before that in its environment; the second time it
 * returns.
 */
void
unk_stopwatch_start (char **argv)
{
  char text[32];

  if (g_getenv (STARTED))
    return;
  g_snprintf (text, sizeof text, "%.0f", now_us ());
  setenv (STARTED, text, TRUE);
  execv ("/proc/self/exe", argv);
  g_error ("It can't be started over: %s", g_strerror (errno));
}

/**
 * unk_stopwatch_say:
 * @name: what was measured
 * @number: how much
 *
 * Prints a sample for bench.py.
 */
void
unk_stopwatch_say (const char *name, double number)
{
  g_print ("sample %s %.3f\n", name, number);
}

static void
say_memory (void)
{
  g_autofree char *text = NULL;
  static const char *const names[] = { "Pss:", "Private_Dirty:" };

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line = g_strconcat ("\n", names[i], NULL);
      const char *found = strstr (text, line);

      if (found)
        unk_stopwatch_say (i ? "private-dirty-mib" : "pss-mib",
                           g_ascii_strtod (found + strlen (line), NULL) / 1024);
    }
}

static gboolean
on_rested (gpointer window)
{
  say_memory ();
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

/* What the X server has of the window now: the share of its pixels that are of another color than
 * the most frequent ones, so many that no plain window with its widgets comes near. */
static void
say_picture (GtkNative *native)
{
  GdkSurface *surface = gtk_native_get_surface (native);
  int scale = gdk_surface_get_scale_factor (surface),
      width = gdk_surface_get_width (surface) * scale,
      height = gdk_surface_get_height (surface) * scale;
  XImage *image;
  g_autoptr (GHashTable) colors = g_hash_table_new (NULL, NULL);

  gdk_x11_display_error_trap_push (gdk_surface_get_display (surface));
  image = XGetImage (gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface)),
                     gdk_x11_surface_get_xid (surface), 0, 0, (unsigned) width, (unsigned) height,
                     AllPlanes, ZPixmap);
  if (gdk_x11_display_error_trap_pop (gdk_surface_get_display (surface)) || !image)
    {
      unk_stopwatch_say ("colors", 0);
      return;
    }
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      g_hash_table_add (colors, GSIZE_TO_POINTER (XGetPixel (image, x, y) & 0xffffff));
  XDestroyImage (image);
  unk_stopwatch_say ("colors", g_hash_table_size (colors));
}

static void
on_first_frame (GdkFrameClock *clock, gpointer window)
{
  double us = now_us () - g_ascii_strtod (g_getenv (STARTED), NULL);
  const char *wanted = g_getenv (WANTED);

  g_signal_handlers_disconnect_by_func (clock, on_first_frame, window);
  unk_stopwatch_say ("first-frame-ms", us / 1000);
  unk_stopwatch_say ("first-frame-own-ms", read_us (CLOCK_THREAD_CPUTIME_ID) / 1000);
  if (g_strcmp0 (wanted, "picture") == 0)
    say_picture (window);
  if (g_strcmp0 (wanted, "memory") == 0)
    g_timeout_add (REST_MS, on_rested, window);
  else
    gtk_window_destroy (window);
}

static void
on_realized (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_first_frame),
                    window);
}

static void
on_window_added (GtkApplication *application G_GNUC_UNUSED, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (on_realized), NULL);
}

/**
 * unk_stopwatch_watch_first_frame:
 * @application: a program that has not run yet
 *
 * Says when the first frame of its window was painted, and more where bench.py asks for it; then
 * the program ends.
 */
void
unk_stopwatch_watch_first_frame (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
}

/* --- five seconds of frames --- */

typedef struct
{
  GtkWindow *window;
  UnkReadyFunc ready;
  double begun, end; /* of all; of this frame */
} Motion;

static void
on_before_paint (GdkFrameClock *clock G_GNUC_UNUSED, Motion *motion)
{
  motion->begun = now_us ();
}

/* The server paints too: what it was told is waited for. */
static void
on_after_paint (GdkFrameClock *clock, Motion *motion)
{
  double told, done;

  if (motion->begun == 0)
    return;
  told = now_us ();
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (motion->window)));
  done = now_us ();
  unk_stopwatch_say ("frame-ms", (done - motion->begun) / 1000);
  unk_stopwatch_say ("frame-own-ms", (told - motion->begun) / 1000);
  if (done < motion->end)
    return;
  g_signal_handlers_disconnect_by_data (clock, motion);
  gtk_window_destroy (motion->window);
}

static gboolean
on_settled (gpointer data)
{
  Motion *motion = data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (motion->window));

  motion->end = now_us () + MOTION_US;
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), motion);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), motion);
  motion->ready (motion->window);
  return G_SOURCE_REMOVE;
}

static void
on_motion_window_added (GtkApplication *application, GtkWindow *window, gpointer ready)
{
  Motion *motion = g_new0 (Motion, 1);

  motion->window = window;
  motion->ready = ready;
  g_object_set_data_full (G_OBJECT (application), "unk-motion", motion, g_free);
  gtk_window_fullscreen (window);
  g_timeout_add (SETTLE_MS, on_settled, motion);
}

/**
 * unk_stopwatch_watch_motion:
 * @application: a program that has not run yet
 * @ready: called when its window has filled the screen and stands still; sets it in motion
 *
 * Says for five seconds how long each frame took, then the program ends.
 */
void
unk_stopwatch_watch_motion (GtkApplication *application, UnkReadyFunc ready)
{
  g_signal_connect (application, "window-added", G_CALLBACK (on_motion_window_added), ready);
}
