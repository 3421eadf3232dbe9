/* test-camera.c: which piece of the body is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-camera.h"

static const UnkStage stage = { 720, 1670, 680, 730 };

static void
fitted_shows_all_in_the_middle (void)
{
  UnkCamera c = unk_camera_fit (&stage);

  g_assert_true (unk_camera_is_fitted (c, &stage));
  g_assert_cmpfloat (c.y, >, 0);
  g_assert_cmpfloat_with_epsilon (2 * c.x + 720 * c.scale, 680, 0.01);
  g_assert_cmpfloat_with_epsilon (2 * c.y + 1670 * c.scale, 730, 0.01);
}

static void
zooming_keeps_the_place_under_the_pointer (void)
{
  UnkCamera c = unk_camera_zoom (unk_camera_fit (&stage), &stage, 6, 340, 300), d;
  double x, y, x2, y2;

  unk_camera_to_body (c, 340, 300, &x, &y);
  d = unk_camera_zoom (c, &stage, 1.5, 340, 300);
  unk_camera_to_body (d, 340, 300, &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x, x2, 0.01);
  g_assert_cmpfloat_with_epsilon (y, y2, 0.01);
}

static void
zoom_has_its_limits (void)
{
  UnkCamera c = unk_camera_fit (&stage);
  double fit = c.scale;

  for (int i = 0; i < 100; i++)
    c = unk_camera_zoom (c, &stage, 1.5, 10, 10);
  g_assert_cmpfloat_with_epsilon (c.scale, fit * UNK_CAMERA_MAX_ZOOM, 1e-6);
  for (int i = 0; i < 100; i++)
    c = unk_camera_zoom (c, &stage, 0.5, 10, 10);
  g_assert_true (unk_camera_is_fitted (c, &stage));
}

static void
the_body_never_leaves_the_window (void)
{
  UnkCamera c = unk_camera_zoom (unk_camera_fit (&stage), &stage, 8, 340, 300);

  for (int i = 0; i < 4; i++)
    {
      UnkCamera d = unk_camera_pan (c, &stage, i & 1 ? 1e6 : -1e6, i & 2 ? 1e6 : -1e6);

      g_assert_cmpfloat (d.x, <, stage.port_width / 2);
      g_assert_cmpfloat (d.x + 720 * d.scale, >, stage.port_width / 2);
      g_assert_cmpfloat (d.y, <, stage.port_height / 2);
      g_assert_cmpfloat (d.y + 1670 * d.scale, >, stage.port_height / 2);
    }
}

static void
resizing_keeps_the_middle (void)
{
  static const UnkStage larger = { 720, 1670, 1300, 1000 };
  UnkCamera c = unk_camera_zoom (unk_camera_fit (&stage), &stage, 6, 340, 300), d;
  double x, y, x2, y2;

  unk_camera_to_body (c, 340, 365, &x, &y);
  d = unk_camera_resize (c, &stage, &larger);
  unk_camera_to_body (d, 650, 500, &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x, x2, 0.5);
  g_assert_cmpfloat_with_epsilon (y, y2, 0.5);
  g_assert_true (
    unk_camera_is_fitted (unk_camera_resize (unk_camera_fit (&stage), &stage, &larger), &larger));
}

static void
a_tiny_window_does_no_harm (void)
{
  static const UnkStage tiny = { 720, 1670, 1, 1 };
  UnkCamera c = unk_camera_fit (&tiny);

  g_assert_cmpfloat (c.scale, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera/fitted-shows-all-in-the-middle", fitted_shows_all_in_the_middle);
  g_test_add_func ("/camera/zooming-keeps-the-place-under-the-pointer",
                   zooming_keeps_the_place_under_the_pointer);
  g_test_add_func ("/camera/zoom-has-its-limits", zoom_has_its_limits);
  g_test_add_func ("/camera/the-body-never-leaves-the-window", the_body_never_leaves_the_window);
  g_test_add_func ("/camera/resizing-keeps-the-middle", resizing_keeps_the_middle);
  g_test_add_func ("/camera/a-tiny-window-does-no-harm", a_tiny_window_does_no_harm);
  return g_test_run ();
}
