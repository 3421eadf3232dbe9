/* unk-camera.h: which piece of the body is seen, and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far one can go in, against the whole body fitted into the widget. */
#define UNK_CAMERA_MAX_ZOOM 16.0

/**
 * UnkCamera:
 * A value: functions that change it return a new one.
 */
typedef struct
{
  double scale; /* pixels a millimeter */
  double x, y;  /* where millimeter 0,0 lies, in pixels of the widget */
} UnkCamera;

/* What the camera looks at, and through which window. */
typedef struct
{
  double width, height;           /* the view, in millimeters */
  double port_width, port_height; /* the widget, in pixels */
} UnkStage;

double unk_camera_get_fit_scale (const UnkStage *stage);
UnkCamera unk_camera_fit (const UnkStage *stage);
UnkCamera unk_camera_zoom (UnkCamera camera, const UnkStage *stage, double factor, double x,
                           double y);
UnkCamera unk_camera_pan (UnkCamera camera, const UnkStage *stage, double dx, double dy);
UnkCamera unk_camera_clamp (UnkCamera camera, const UnkStage *stage);
UnkCamera unk_camera_resize (UnkCamera camera, const UnkStage *from, const UnkStage *to);
gboolean unk_camera_is_fitted (UnkCamera camera, const UnkStage *stage);
void unk_camera_to_body (UnkCamera camera, double x, double y, double *body_x, double *body_y);
void unk_camera_to_widget (UnkCamera camera, double body_x, double body_y, double *x, double *y);

G_END_DECLS
