/* unk-camera.c: which piece of the body is seen, and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-camera.h"

#include <math.h>

/* Room around the fitted body, in pixels. */
#define PADDING 14.0

/**
 * unk_camera_get_fit_scale:
 * @stage: view and widget
 *
 * Returns: the scale at which the whole view fits, in pixels a millimeter
 */
double
unk_camera_get_fit_scale (const UnkStage *stage)
{
  double scale = MIN ((stage->port_width - 2 * PADDING) / stage->width,
                      (stage->port_height - 2 * PADDING) / stage->height);

  return MAX (scale, 0.05);
}

/**
 * unk_camera_clamp:
 * @camera: a camera
 * @stage: view and widget
 *
 * Returns: the camera with its scale in range and the body never out of sight: in the middle where
 * it is smaller than the widget, else without more than the padding beside it
 */
UnkCamera
unk_camera_clamp (UnkCamera camera, const UnkStage *stage)
{
  double fit = unk_camera_get_fit_scale (stage), width, height;

  camera.scale = CLAMP (camera.scale, fit, fit * UNK_CAMERA_MAX_ZOOM);
  width = stage->width * camera.scale;
  height = stage->height * camera.scale;
  if (width + 2 * PADDING <= stage->port_width)
    camera.x = (stage->port_width - width) / 2;
  else
    camera.x = CLAMP (camera.x, stage->port_width - width - PADDING, PADDING);
  if (height + 2 * PADDING <= stage->port_height + 0.5)
    camera.y = (stage->port_height - height) / 2;
  else
    camera.y = CLAMP (camera.y, stage->port_height - height - PADDING, PADDING);
  return camera;
}

/**
 * unk_camera_fit:
 * @stage: view and widget
 *
 * Returns: the camera that shows the whole view
 */
UnkCamera
unk_camera_fit (const UnkStage *stage)
{
  return unk_camera_clamp ((UnkCamera){ 0, 0, 0 }, stage);
}

/**
 * unk_camera_zoom:
 * @camera: a camera
 * @stage: view and widget
 * @factor: how much nearer
 * @x: the place that stays where it is, in pixels of the widget
 * @y: the place that stays where it is
 *
 * Returns: the nearer camera
 */
UnkCamera
unk_camera_zoom (UnkCamera camera, const UnkStage *stage, double factor, double x, double y)
{
  double fit = unk_camera_get_fit_scale (stage);
  double scale = CLAMP (camera.scale * factor, fit, fit * UNK_CAMERA_MAX_ZOOM);
  double ratio = scale / camera.scale;

  return unk_camera_clamp (
    (UnkCamera){ scale, x - (x - camera.x) * ratio, y - (y - camera.y) * ratio }, stage);
}

/**
 * unk_camera_pan:
 * @camera: a camera
 * @stage: view and widget
 * @dx: in pixels
 * @dy: in pixels
 *
 * Returns: the moved camera
 */
UnkCamera
unk_camera_pan (UnkCamera camera, const UnkStage *stage, double dx, double dy)
{
  camera.x += dx;
  camera.y += dy;
  return unk_camera_clamp (camera, stage);
}

/**
 * unk_camera_is_fitted:
 * @camera: a camera
 * @stage: view and widget
 *
 * Returns: whether the whole view is shown
 */
gboolean
unk_camera_is_fitted (UnkCamera camera, const UnkStage *stage)
{
  return camera.scale <= unk_camera_get_fit_scale (stage) * 1.001;
}

/**
 * unk_camera_resize:
 * @camera: a camera
 * @from: view and widget as they were
 * @to: view and widget as they are
 *
 * Returns: the camera that shows the same middle, as near as before against the fitted view
 */
UnkCamera
unk_camera_resize (UnkCamera camera, const UnkStage *from, const UnkStage *to)
{
  double zoom = camera.scale / unk_camera_get_fit_scale (from);
  double bx, by;
  UnkCamera next = { unk_camera_get_fit_scale (to) * zoom, 0, 0 };

  if (zoom <= 1.001)
    return unk_camera_fit (to);
  unk_camera_to_body (camera, from->port_width / 2, from->port_height / 2, &bx, &by);
  next.x = to->port_width / 2 - bx / from->width * to->width * next.scale;
  next.y = to->port_height / 2 - by / from->height * to->height * next.scale;
  return unk_camera_clamp (next, to);
}

/**
 * unk_camera_to_body:
 * @camera: a camera
 * @x: in pixels of the widget
 * @y: in pixels of the widget
 * @body_x: (out): in millimeters
 * @body_y: (out): in millimeters
 */
void
unk_camera_to_body (UnkCamera camera, double x, double y, double *body_x, double *body_y)
{
  *body_x = (x - camera.x) / camera.scale;
  *body_y = (y - camera.y) / camera.scale;
}

/**
 * unk_camera_to_widget:
 * @camera: a camera
 * @body_x: in millimeters
 * @body_y: in millimeters
 * @x: (out): in pixels of the widget
 * @y: (out): in pixels of the widget
 */
void
unk_camera_to_widget (UnkCamera camera, double body_x, double body_y, double *x, double *y)
{
  *x = camera.x + body_x * camera.scale;
  *y = camera.y + body_y * camera.scale;
}
