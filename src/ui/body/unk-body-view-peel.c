/* unk-body-view-peel.c: fades from one depth into the next
 *
 * What was seen is kept until the next depth has been painted, and then fades; where the user wants
 * no animation, it just goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-body-view-private.h"

#define FADE_MS 180

static void
on_value (double value G_GNUC_UNUSED, gpointer data)
{
  gtk_widget_queue_draw (data);
}

/**
 * unk_body_view_end_peeling:
 * @self: the body
 *
 * What was seen before is of no more use.
 */
void
unk_body_view_end_peeling (UnkBodyView *self)
{
  if (self->peeling)
    adw_animation_reset (self->peeling);
  g_clear_pointer (&self->peeled, gsk_render_node_unref);
}

/**
 * unk_body_view_begin_peeling:
 * @self: the body, about to be shown at another depth
 */
void
unk_body_view_begin_peeling (UnkBodyView *self)
{
  GtkSnapshot *snapshot;
  GdkRGBA nothing = { 0, 0, 0, 0 };

  unk_body_view_end_peeling (self);
  if (!unk_body_picture_has_body (self->picture))
    return;
  if (!self->peeling)
    {
      self->peeling = adw_timed_animation_new (
        GTK_WIDGET (self), 0, 1, FADE_MS, adw_callback_animation_target_new (on_value, self, NULL));
      g_signal_connect_swapped (self->peeling, "done", G_CALLBACK (unk_body_view_end_peeling),
                                self);
    }
  snapshot = gtk_snapshot_new ();
  unk_body_picture_snapshot_body (self->picture, snapshot, &nothing);
  self->peeled = gtk_snapshot_free_to_node (snapshot);
}

/**
 * unk_body_view_paint_body:
 * @self: the body
 * @snapshot: a snapshot in pixels of the widget
 * @ground: what lies behind the body
 *
 * Appends the body, or what it fades from.
 */
void
unk_body_view_paint_body (UnkBodyView *self, GtkSnapshot *snapshot, const GdkRGBA *ground)
{
  double value;

  if (!self->peeled)
    {
      unk_body_picture_snapshot_body (self->picture, snapshot, ground);
      return;
    }
  gtk_snapshot_append_node (snapshot, self->peeled);
  if (!unk_body_picture_has_body (self->picture))
    return;
  if (adw_animation_get_state (self->peeling) == ADW_ANIMATION_IDLE)
    adw_animation_play (self->peeling);
  if (!self->peeled)
    value = 1; /* there is no animation: it is done as soon as it begins */
  else
    value = adw_animation_get_value (self->peeling);
  gtk_snapshot_push_opacity (snapshot, value);
  unk_body_picture_snapshot_body (self->picture, snapshot, ground);
  gtk_snapshot_pop (snapshot);
}
