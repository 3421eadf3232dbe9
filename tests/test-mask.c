/* test-mask.c: places on the body as bits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-finder-tiles.h"
#include "unk-mask.h"

#define WIDTH 720.0
#define HEIGHT 1670.0

static UnkMask *
disc (double x, double y, double radius)
{
  UnkMask *mask = unk_mask_new (WIDTH, HEIGHT);

  unk_mask_add_disc (mask, x, y, radius);
  return mask;
}

static void
a_disc_is_as_large_as_it_should_be (void)
{
  g_autoptr (UnkMask) mask = disc (300, 500, 20);
  double expected = G_PI * 20 * 20 / 4;

  g_assert_cmpfloat (ABS (unk_mask_count (mask) - expected), <, expected * 0.03);
  g_assert_true (unk_mask_has (mask, 300, 500));
  g_assert_true (unk_mask_has (mask, 281.5, 500));
  g_assert_false (unk_mask_has (mask, 277, 500));
}

static void
the_smallest_disc_marks_a_cell (void)
{
  g_autoptr (UnkMask) mask = disc (301, 501, 0.1);

  g_assert_cmpuint (unk_mask_count (mask), ==, 1);
}

static void
places_outside_are_dropped (void)
{
  g_autoptr (UnkMask) mask = disc (-500, -500, 20);
  g_autoptr (UnkMask) far_away = disc (1e6, 1e6, 20);
  g_autoptr (UnkMask) corner = disc (0, 0, 20);

  g_assert_cmpuint (unk_mask_count (mask), ==, 0);
  g_assert_cmpuint (unk_mask_count (far_away), ==, 0);
  g_assert_cmpuint (unk_mask_count (corner), >, 0);
  g_assert_false (unk_mask_has (corner, -3, 0));
  g_assert_false (unk_mask_has (corner, 1e7, 0));
}

static void
cropping_keeps_every_bit (void)
{
  g_autoptr (UnkMask) mask = disc (300, 500, 20);
  g_autoptr (UnkMask) crop = unk_mask_crop (mask);
  g_autoptr (UnkMask) nothing = unk_mask_new (WIDTH, HEIGHT);
  g_autoptr (UnkMask) empty = unk_mask_crop (nothing);

  g_assert_cmpuint (unk_mask_count (crop), ==, unk_mask_count (mask));
  g_assert_cmpuint (unk_mask_count_common (crop, mask), ==, unk_mask_count (mask));
  g_assert_cmpint (crop->rows, ==, 20);
  g_assert_cmpint (crop->words, <, mask->words);
  g_assert_cmpint (empty->rows, ==, 0);
  g_assert_cmpuint (unk_mask_count_common (empty, mask), ==, 0);
}

static void
mirroring_twice_changes_nothing (void)
{
  g_autoptr (UnkMask) mask = disc (123, 456, 33);
  g_autoptr (UnkMask) once = unk_mask_mirror (mask, WIDTH);
  g_autoptr (UnkMask) twice = unk_mask_mirror (once, WIDTH);

  g_assert_true (unk_mask_has (once, WIDTH - 123, 456));
  g_assert_cmpuint (unk_mask_count (once), ==, unk_mask_count (mask));
  g_assert_cmpuint (unk_mask_count_common (twice, mask), ==, unk_mask_count (mask));
  g_assert_cmpuint (unk_mask_count_common (once, mask), ==, 0);
}

static void
common_cells_are_counted_across_boxes (void)
{
  g_autoptr (UnkMask) a = disc (300, 500, 20);
  g_autoptr (UnkMask) b = disc (310, 500, 20);
  g_autoptr (UnkMask) c = disc (320, 500, 20);
  g_autoptr (UnkMask) a_crop = unk_mask_crop (a);
  g_autoptr (UnkMask) c_crop = unk_mask_crop (c);
  guint all = unk_mask_count_common (a, b),
        without = unk_mask_count_common_without (a_crop, b, c_crop);
  guint with = 0;

  for (double y = 470; y < 530; y += 2)
    for (double x = 270; x < 350; x += 2)
      with += unk_mask_has (a, x, y) && unk_mask_has (b, x, y) && unk_mask_has (c, x, y);
  g_assert_cmpuint (all, >, 0);
  g_assert_cmpuint (without, ==, all - with);
}

static void
clipping_leaves_what_both_hold (void)
{
  g_autoptr (UnkMask) a = disc (300, 500, 20);
  g_autoptr (UnkMask) b = disc (310, 505, 12);
  g_autoptr (UnkMask) b_crop = unk_mask_crop (b);
  guint common = unk_mask_count_common (a, b);

  unk_mask_clip (a, b_crop);
  g_assert_cmpuint (unk_mask_count (a), ==, common);
}

static void
adding_is_a_union (void)
{
  g_autoptr (UnkMask) a = disc (300, 500, 20);
  g_autoptr (UnkMask) b = disc (310, 505, 12);
  guint expected = unk_mask_count (a) + unk_mask_count (b) - unk_mask_count_common (a, b);

  unk_mask_add (a, b);
  g_assert_cmpuint (unk_mask_count (a), ==, expected);
}

static void
dilating_adds_a_margin_and_removing_takes_it (void)
{
  g_autoptr (UnkMask) spot = unk_mask_new (400, 300);
  g_autoptr (UnkMask) wide = NULL;
  g_autoptr (UnkMask) empty = unk_mask_new (0, 0);
  g_autoptr (UnkMask) still_empty = unk_mask_dilate (empty, 400, 300, 20);

  unk_mask_add_disc (spot, 129, 100, 10);
  wide = unk_mask_dilate (spot, 400, 300, 20);
  g_assert_cmpuint (unk_mask_count_common (spot, wide), ==, unk_mask_count (spot));
  /* As a disc of 30 mm, give or take the cells of its rim. */
  g_assert_cmpuint (unk_mask_count (wide), >, 640);
  g_assert_cmpuint (unk_mask_count (wide), <, 800);
  g_assert_true (unk_mask_has (wide, 129 + 27, 100));
  g_assert_true (unk_mask_has (wide, 129, 100 - 27));
  g_assert_false (unk_mask_has (wide, 129 + 34, 100));
  unk_mask_remove (wide, spot);
  g_assert_cmpuint (unk_mask_count_common (spot, wide), ==, 0);
  g_assert_true (unk_mask_has (wide, 129 + 20, 100));
  g_assert_cmpuint (unk_mask_count (still_empty), ==, 0);
}

static UnkMask *
random_disc (GRand *rand)
{
  g_autoptr (UnkMask) mask =
    disc (g_rand_double_range (rand, -20, WIDTH + 20), g_rand_double_range (rand, -20, HEIGHT + 20),
          g_rand_double_range (rand, 1, 160));

  return unk_mask_crop (mask);
}

/* A tiling says of each muscle what counting mask by mask says, wherever they lie. */
static void
tiles_count_as_masks_do (void)
{
  enum
  {
    MUSCLES = 40
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (UnkTiling) tiling = unk_tiling_new (WIDTH, HEIGHT);
  UnkMask *essential[MUSCLES], *spillover[MUSCLES], *near[MUSCLES];
  guint met = 0;

  for (guint m = 0; m < MUSCLES; m++)
    {
      g_autoptr (UnkMask) both = NULL;

      essential[m] = random_disc (rand);
      spillover[m] = random_disc (rand);
      unk_mask_remove (spillover[m], essential[m]);
      both = unk_mask_new (WIDTH, HEIGHT);
      unk_mask_add (both, essential[m]);
      unk_mask_add (both, spillover[m]);
      near[m] = unk_mask_dilate (both, WIDTH, HEIGHT, 16);
      unk_tiling_add (tiling, m, essential[m], spillover[m], near[m]);
    }
  unk_tiling_close (tiling);
  for (int round = 0; round < 100; round++)
    {
      g_autoptr (UnkMask) marked = random_disc (rand);
      UnkCounts counts[MUSCLES] = { 0 };

      unk_tiling_count (tiling, marked, counts);
      for (guint m = 0; m < MUSCLES; m++)
        {
          guint e = unk_mask_count_common (marked, essential[m]);
          guint s = unk_mask_count_common (marked, spillover[m]);

          g_assert_cmpuint (counts[m].essential, ==, e);
          g_assert_cmpuint (counts[m].spillover, ==, s);
          g_assert_cmpuint (counts[m].near, ==, unk_mask_count_common (marked, near[m]) - e - s);
          g_assert_cmpint (unk_mask_meets (marked, essential[m]), ==, e > 0);
          met += e > 0;
        }
    }
  g_assert_cmpuint (met, >, 100);
  for (guint m = 0; m < MUSCLES; m++)
    {
      unk_mask_free (essential[m]);
      unk_mask_free (spillover[m]);
      unk_mask_free (near[m]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/a-disc-is-as-large-as-it-should-be", a_disc_is_as_large_as_it_should_be);
  g_test_add_func ("/mask/the-smallest-disc-marks-a-cell", the_smallest_disc_marks_a_cell);
  g_test_add_func ("/mask/places-outside-are-dropped", places_outside_are_dropped);
  g_test_add_func ("/mask/cropping-keeps-every-bit", cropping_keeps_every_bit);
  g_test_add_func ("/mask/mirroring-twice-changes-nothing", mirroring_twice_changes_nothing);
  g_test_add_func ("/mask/common-cells-are-counted-across-boxes",
                   common_cells_are_counted_across_boxes);
  g_test_add_func ("/mask/clipping-leaves-what-both-hold", clipping_leaves_what_both_hold);
  g_test_add_func ("/mask/adding-is-a-union", adding_is_a_union);
  g_test_add_func ("/mask/dilating-adds-a-margin-and-removing-takes-it",
                   dilating_adds_a_margin_and_removing_takes_it);
  g_test_add_func ("/mask/tiles-count-as-masks-do", tiles_count_as_masks_do);
  return g_test_run ();
}
