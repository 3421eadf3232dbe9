/* unk-session-ring.c: a ring that counts a phase of a session down
 *
 * It empties as the time goes; the seconds that are left stand in its middle, over a disc that
 * paces the breath. While one works it is drawn in the accent's color and broad, else in the text's
 * and narrow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session-ring.h"

#include <math.h>

#define SIZE 200
#define SMALL_SIZE 140
#define BROAD 14.0
#define NARROW 6.0
#define GROUND 0.12
/* How far the disc of the breath reaches, of the ring's radius. */
#define LEAST_BREATH 0.35
#define MOST_BREATH 0.86

struct _UnkSessionRing
{
  AdwBin parent_instance;

  GtkWidget *area;
  GtkLabel *seconds;
  double share;  /* of the phase that is left */
  double breath; /* how full of air one is, from 0 to 1; 0 where it is free, too */
  gboolean working;
};

G_DEFINE_FINAL_TYPE (UnkSessionRing, unk_session_ring, ADW_TYPE_BIN)

/* A disc that swells with the breath; its words stand below for whoever wants nothing to move. */
static void
draw_breath (UnkSessionRing *self, cairo_t *cr, const GdkRGBA *color, double radius)
{
  gboolean moving = TRUE;

  g_object_get (gtk_widget_get_settings (self->area), "gtk-enable-animations", &moving, NULL);
  if (self->breath <= 0 || !moving)
    return;
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, GROUND);
  cairo_arc (cr, 0, 0, radius * (LEAST_BREATH + (MOST_BREATH - LEAST_BREATH) * self->breath), 0,
             2 * G_PI);
  cairo_fill (cr);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  UnkSessionRing *self = data;
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  double radius = MIN (width, height) / 2.0 - BROAD, top = -G_PI / 2;
  GdkRGBA color, accent;

  gtk_style_context_get_color (style, &color);
  if (!self->working || !gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = color;
  cairo_translate (cr, width / 2.0, height / 2.0);
  draw_breath (self, cr, &accent, radius);
  cairo_set_line_width (cr, self->working ? BROAD : NARROW);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, GROUND);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (self->share <= 0)
    return;
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_arc (cr, 0, 0, radius, top, top + 2 * G_PI * self->share);
  cairo_stroke (cr);
}

static void
unk_session_ring_class_init (UnkSessionRingClass *klass G_GNUC_UNUSED)
{
}

static void
unk_session_ring_init (UnkSessionRing *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *label = gtk_label_new ("");

  self->area = gtk_drawing_area_new ();
  self->seconds = GTK_LABEL (label);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_widget_add_css_class (label, "session-seconds");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->area);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), label);
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), overlay);
}

/**
 * unk_session_ring_new:
 *
 * Returns: an empty ring
 */
GtkWidget *
unk_session_ring_new (void)
{
  return g_object_new (UNK_TYPE_SESSION_RING, NULL);
}

/**
 * unk_session_ring_set_small:
 * @self: a ring
 * @small: whether there is little room
 */
void
unk_session_ring_set_small (UnkSessionRing *self, gboolean small)
{
  int size = small ? SMALL_SIZE : SIZE;

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), size);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), size);
}

/**
 * unk_session_ring_show:
 * @self: a ring
 * @left: seconds that are left
 * @length: seconds in all
 * @working: whether something is done in them, or one rests
 * @breath: how full of air one shall be, from 0 to 1
 */
void
unk_session_ring_show (UnkSessionRing *self, double left, double length, gboolean working,
                       double breath)
{
  g_autofree char *text = g_strdup_printf ("%d", MAX (0, (int) ceil (left)));

  self->share = length > 0 ? CLAMP (left / length, 0, 1) : 0;
  self->working = working;
  self->breath = breath;
  if (!g_str_equal (gtk_label_get_label (self->seconds), text))
    gtk_label_set_label (self->seconds, text);
  gtk_widget_queue_draw (self->area);
}
