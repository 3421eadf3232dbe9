/* test-fibers.c: which way the fibers run, from how they are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>

#include "unk-atlas-format.h"
#include "unk-atlas.h"
#include "unk-fibers.h"
#include "unk-outline.h"

static int
find (const char *lines, double x, double y)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GError) error = NULL;

  g_assert_true (unk_path_parse_svg (lines, path, &error));
  g_assert_no_error (error);
  return unk_fibers_direction (unk_outline_path (path), x, y);
}

static void
test_straight (void)
{
  g_assert_cmpint (find ("M0 0H20M0 2H20M20 4H0", 10, 2), ==, 0);
  g_assert_cmpint (find ("M0 0V20M2 20V0", 1, 10), ==, 90);
  g_assert_cmpint (find ("M0 0L20 20", 10, 10), ==, 45);
  g_assert_cmpint (find ("M20 0L0 20", 10, 10), ==, 135);
}

static void
test_what_is_near_counts (void)
{
  g_assert_cmpint (find ("M0 0H20M40 0V20", 10, 0), ==, 0);
  g_assert_cmpint (find ("M0 0H20M40 0V20", 40, 10), ==, 90);
}

static void
test_nothing_is_made_up (void)
{
  g_assert_cmpint (find ("M0 0H20", 10, 100), ==, UNK_FORMAT_NO_FIBERS);
  g_assert_cmpint (unk_fibers_direction ((UnkPath){ NULL, 0 }, 0, 0), ==, UNK_FORMAT_NO_FIBERS);
  /* A star runs all ways. */
  g_assert_cmpint (find ("M-10 0H10M0-10V10", 0, 0), ==, UNK_FORMAT_NO_FIBERS);
}

/* The straight muscle of the belly runs up and down, the lower part of the trapezius doesn't. */
static void
test_known_muscles (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkAtlas) atlas = unk_atlas_open (g_getenv ("UNKNOT_ATLAS"), &error);
  guint n, known = 0, all = 0, straight = 0;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    for (guint c = 0; c < views[i].n_crosses; c++)
      {
        const UnkCross *cross = &views[i].crosses[c];

        g_assert_cmpint (cross->fibers, >=, UNK_FORMAT_NO_FIBERS);
        g_assert_cmpint (cross->fibers, <, 180);
        all++;
        known += cross->fibers != UNK_FORMAT_NO_FIBERS;
        if (g_str_equal (cross->point->muscle->id, "rectus-abdominis") &&
            g_str_equal (views[i].id, "front"))
          {
            straight++;
            g_assert_cmpint (ABS (cross->fibers - 90), <, 25);
          }
      }
  g_assert_cmpuint (straight, >, 0);
  g_test_message ("%u of %u crosses know how the fibers run", known, all);
  g_assert_cmpuint (known * 10, >, all * 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fibers/straight", test_straight);
  g_test_add_func ("/fibers/what-is-near-counts", test_what_is_near_counts);
  g_test_add_func ("/fibers/nothing-is-made-up", test_nothing_is_made_up);
  g_test_add_func ("/fibers/known-muscles", test_known_muscles);
  return g_test_run ();
}
