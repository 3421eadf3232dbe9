/* unk-spot.h: a place on the body as assistive technology sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

#define UNK_TYPE_SPOT (unk_spot_get_type ())
G_DECLARE_FINAL_TYPE (UnkSpot, unk_spot, UNK, SPOT, GtkWidget)

GtkWidget *unk_spot_new (const char *id, UnkSide side, UnkBox box, double place_x, double place_y,
                         const char *label);
const char *unk_spot_get_id (UnkSpot *self);
UnkSide unk_spot_get_side (UnkSpot *self);
UnkBox unk_spot_get_box (UnkSpot *self);
void unk_spot_get_place (UnkSpot *self, double *x, double *y);
void unk_spot_set_pressed (UnkSpot *self, gboolean pressed);

G_END_DECLS
