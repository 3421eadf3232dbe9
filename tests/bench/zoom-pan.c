/* zoom-pan.c: the program, zooming and panning for five seconds
 *
 * Each frame another camera: in and out again while what is looked at goes around the body, with
 * short rests in which the picture is sharpened.
 *
 * usage: zoom-pan [MUSCLE[:SIDE]], whose pattern is shown meanwhile; by UNKNOT_BENCH_MUSCLE
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "stopwatch.h"
#include "unk-application.h"
#include "unk-body-view.h"

/* Seconds: one round, and of each second the part that is a rest. */
#define ROUND 2.5
#define REST 0.2
#define NEAREST 8.0

static GtkWidget *
find_body (GtkWidget *widget)
{
  if (UNK_IS_BODY_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_body (child);

      if (found)
        return found;
    }
  return NULL;
}

/* Stands still at the end of each second. */
static double
motion_time (double seconds)
{
  double whole = floor (seconds), part = seconds - whole;

  return whole + MIN (part / (1 - REST), 1);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  const UnkCamera *first = data;
  static gint64 begun = 0;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double t, turn, zoom, width = gtk_widget_get_width (widget),
                        height = gtk_widget_get_height (widget), x, y;
  UnkCamera camera = *first;

  if (!begun)
    begun = now;
  t = motion_time ((double) (now - begun) / G_USEC_PER_SEC);
  turn = 2 * G_PI * t / ROUND;
  zoom = 1 + (NEAREST - 1) * (0.5 - 0.5 * cos (turn));
  /* What is in the middle, as a place in the widget while the whole body was fitted into it. */
  x = width / 2 + 0.12 * height * sin (turn);
  y = height / 2 + 0.35 * height * cos (turn / 2);
  camera.scale = first->scale * zoom;
  camera.x = width / 2 - (x - first->x) * zoom;
  camera.y = height / 2 - (y - first->y) * zoom;
  unk_body_view_set_camera (UNK_BODY_VIEW (widget), camera);
  return G_SOURCE_CONTINUE;
}

static void
on_ready (GtkWindow *window)
{
  GtkWidget *body = find_body (GTK_WIDGET (window));
  UnkCamera camera = unk_body_view_get_camera (UNK_BODY_VIEW (body));
  const char *muscle = g_getenv ("UNKNOT_BENCH_MUSCLE");

  if (muscle)
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (window)), "muscle",
                                    g_variant_new_string (muscle));
  gtk_widget_add_tick_callback (body, on_tick, g_memdup2 (&camera, sizeof camera), g_free);
}

int
main (int argc, char **argv)
{
  g_autoptr (UnkApplication) application = unk_application_new ();

  unk_stopwatch_watch_motion (GTK_APPLICATION (application), on_ready);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
