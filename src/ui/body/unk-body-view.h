/* unk-body-view.h: the body on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-camera.h"
#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_BODY_VIEW (unk_body_view_get_type ())
G_DECLARE_FINAL_TYPE (UnkBodyView, unk_body_view, UNK, BODY_VIEW, GtkWidget)

void unk_body_view_set_scene (UnkBodyView *self, UnkScene *scene);
UnkCamera unk_body_view_get_camera (UnkBodyView *self);
void unk_body_view_set_camera (UnkBodyView *self, UnkCamera camera);
void unk_body_view_zoom (UnkBodyView *self, double factor);
void unk_body_view_fit (UnkBodyView *self);
const char *unk_body_view_get_area (UnkBodyView *self);
void unk_body_view_set_covered (UnkBodyView *self, double top, double left, double right);

G_END_DECLS
