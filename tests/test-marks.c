/* test-marks.c: places that hurt: painted, erased, rated, carried over, undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-marks.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkMarks *marks;
  const UnkView *front, *back, *side;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->marks = unk_marks_new (f->atlas);
  f->front = unk_atlas_find_view (f->atlas, "front", NULL);
  f->back = unk_atlas_find_view (f->atlas, "back", NULL);
  f->side = unk_atlas_find_view (f->atlas, "side", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->marks);
  unk_atlas_unref (f->atlas);
}

static guint
count (Fixture *f, const UnkView *view)
{
  g_autoptr (UnkMask) mask = unk_marks_make_mask (f->marks, view);

  return unk_mask_count (mask);
}

static void
strokes_that_touch_are_one_place (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (unk_marks_begin_stroke (f->marks, f->front, 208, 345, 12));
  g_assert_true (unk_marks_begin_stroke (f->marks, f->front, 216, 350, 12));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 2);
  /* Far away, and on the other side. */
  g_assert_true (unk_marks_begin_stroke (f->marks, f->front, 240, 900, 12));
  g_assert_true (unk_marks_begin_stroke (f->marks, f->front, 720 - 208, 345, 12));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 3);
  g_assert_cmpint (unk_marks_get_place (f->marks, 2)->side, ==, UNK_SIDE_LEFT);
  g_assert_cmpint (unk_marks_get_last_place (f->marks), ==, 2);
  g_assert_cmpint (unk_marks_find_place (f->marks, f->front, 216, 350), ==, 0);
  g_assert_cmpint (unk_marks_find_place (f->marks, f->front, 360, 700), ==, -1);
}

static void
the_eraser_takes_away_and_undo_brings_back (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint before, after;

  unk_marks_begin_stroke (f->marks, f->front, 240, 600, 40);
  before = count (f, f->front);
  g_assert_true (unk_marks_begin_erasing (f->marks, f->front, 240, 600, 10));
  after = count (f, f->front);
  g_assert_cmpuint (after, <, before - 50);
  g_assert_cmpuint (after, >, 0);
  unk_marks_undo (f->marks);
  g_assert_cmpuint (count (f, f->front), ==, before);
  unk_marks_redo (f->marks);
  g_assert_cmpuint (count (f, f->front), ==, after);
  /* All of it: the place is gone, and comes back. */
  unk_marks_begin_erasing (f->marks, f->front, 240, 600, 80);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
  unk_marks_undo (f->marks);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  g_assert_cmpuint (count (f, f->front), ==, after);
}

static void
an_eraser_that_meets_nothing_is_no_step (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (unk_marks_begin_erasing (f->marks, f->front, 240, 600, 10));
  unk_marks_begin_stroke (f->marks, f->front, 240, 600, 12);
  g_assert_true (unk_marks_begin_erasing (f->marks, f->front, 240, 1200, 10));
  unk_marks_extend_stroke (f->marks, 240, 1100);
  unk_marks_undo (f->marks);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
  g_assert_false (unk_marks_can_undo (f->marks));
}

static void
a_stroke_is_one_step_however_long (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint first;

  unk_marks_begin_stroke (f->marks, f->front, 208, 345, 12);
  first = count (f, f->front);
  for (int i = 1; i < 40; i++)
    unk_marks_extend_stroke (f->marks, 208, 345 + 4 * i);
  g_assert_cmpuint (count (f, f->front), >, 2 * first);
  g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 1);
  unk_marks_undo (f->marks);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
  /* A motion that comes late draws nothing. */
  unk_marks_extend_stroke (f->marks, 208, 600);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
}

static void
the_outer_shoulder_is_carried_from_the_side_to_the_front (Fixture *f,
                                                          gconstpointer data G_GNUC_UNUSED)
{
  const UnkArea *area = unk_atlas_find_area (f->atlas, "side-of-shoulder", NULL);
  const UnkPain *place;
  const UnkRegion *there = NULL;
  guint n, front, left;

  /* In the middle of the area, as the side view shows it. */
  for (guint i = 0; i < f->side->n_regions; i++)
    if (f->side->regions[i].area == area)
      {
        UnkBox box = unk_path_box (f->side->regions[i].path);

        g_assert_true (unk_marks_begin_stroke (f->marks, f->side, (box.x + box.width / 2) / 100.0,
                                               (box.y + box.height / 2) / 100.0, 12));
      }
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  place = unk_marks_get_place (f->marks, 0);
  front = (guint) (f->front - unk_atlas_get_views (f->atlas, &n));
  g_assert_null (place->painted[front]);
  g_assert_nonnull (place->carried[front]);
  for (guint i = 0; i < f->front->n_regions; i++)
    there = f->front->regions[i].area == area ? &f->front->regions[i] : there;
  g_assert_cmpuint (unk_mask_count_common (place->carried[front], &there->mask), >, 5);
  /* It stays on its side of the body. */
  {
    g_autoptr (UnkMask) mirror = unk_mask_mirror (&there->mask, f->front->width);

    left = unk_mask_count_common (place->carried[front], mirror);
  }
  g_assert_cmpuint (left, ==, 0);
  /* A stroke in front on what was carried there goes on with the same place. */
  for (int y = 200; y < 600; y += 2)
    for (int x = 100; x < 360; x += 2)
      if (unk_marks_get_n (f->marks) == 1 && unk_mask_has (place->carried[front], x, y))
        unk_marks_begin_stroke (f->marks, f->front, x, y, 8);
  g_assert_cmpuint (unk_marks_get_n (f->marks), ==, 2);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
}

static void
what_was_carried_can_be_erased_where_it_shows (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint front;

  unk_marks_add_text (f->marks, "side:200,330:20", NULL, NULL);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  front = count (f, f->front);
  if (!front)
    return;
  unk_marks_begin_erasing (f->marks, f->front, 200, 330, 80);
  unk_marks_extend_stroke (f->marks, 120, 330);
  g_assert_cmpuint (count (f, f->front), <, front);
  g_assert_cmpuint (count (f, f->side), >, 0);
}

static void
an_area_has_each_side_apart (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const UnkArea *area = unk_atlas_find_area (f->atlas, "front-of-shoulder", NULL);

  unk_marks_add_text (f->marks, "front-of-shoulder:both", NULL, NULL);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
  unk_marks_remove_area (f->marks, area, UNK_SIDE_RIGHT);
  g_assert_false (unk_marks_is_marked (f->marks, area, UNK_SIDE_RIGHT));
  g_assert_true (unk_marks_is_marked (f->marks, area, UNK_SIDE_LEFT));
  unk_marks_remove_area (f->marks, area, UNK_SIDE_RIGHT);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
}

static void
rating_a_place_is_one_step (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_marks_add_text (f->marks, "temple", NULL, NULL);
  for (int i = 0; i <= 20; i++)
    unk_marks_rate_place (f->marks, 0, UNK_PAIN_BURNING, i);
  g_assert_cmpint (unk_marks_get_place (f->marks, 0)->intensity, ==, 10);
  g_assert_cmpint (unk_marks_get_place (f->marks, 0)->kind, ==, UNK_PAIN_BURNING);
  unk_marks_undo (f->marks);
  g_assert_cmpint (unk_marks_get_place (f->marks, 0)->intensity, ==, UNK_PAIN_INTENSITY_DEFAULT);
  g_assert_cmpint (unk_marks_get_place (f->marks, 0)->kind, ==, UNK_PAIN_ACHE);
  for (int i = 0; i < UNK_N_PAIN_KINDS; i++)
    {
      UnkPainKind kind;

      g_assert_true (unk_pain_kind_parse (unk_pain_kind_id (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (unk_pain_kind_name (i), !=, "");
    }
}

static void
thousands_of_strokes_stay_quick (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint undone = 0;

  for (int i = 0; i < 3000; i++)
    unk_marks_begin_stroke (f->marks, f->front, g_rand_double_range (rand, 0, 720),
                            g_rand_double_range (rand, 0, 1670), 3);
  g_assert_cmpuint (unk_marks_get_n (f->marks), >, 400);
  while (unk_marks_can_undo (f->marks))
    {
      unk_marks_undo (f->marks);
      undone++;
    }
  g_assert_cmpuint (undone, ==, UNK_MARKS_HISTORY);
}

static void
what_is_far_out_or_no_number_marks_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (unk_marks_begin_stroke (f->marks, f->front, -1e30, 300, 12));
  g_assert_false (unk_marks_begin_stroke (f->marks, f->front, 1e30, 1e30, 12));
  g_assert_false (unk_marks_begin_stroke (f->marks, f->front, 0.0 / 0.0, 300, 12));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
  unk_marks_begin_stroke (f->marks, f->front, 240, 600, 12);
  unk_marks_extend_stroke (f->marks, 0.0 / 0.0, 600);
  unk_marks_extend_stroke (f->marks, 240, 5000);
  g_assert_cmpuint (count (f, f->front), >, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/marks/strokes-that-touch-are-one-place", strokes_that_touch_are_one_place },
    { "/marks/the-eraser-takes-away-and-undo-brings-back",
      the_eraser_takes_away_and_undo_brings_back },
    { "/marks/an-eraser-that-meets-nothing-is-no-step", an_eraser_that_meets_nothing_is_no_step },
    { "/marks/a-stroke-is-one-step-however-long", a_stroke_is_one_step_however_long },
    { "/marks/the-outer-shoulder-is-carried-from-the-side-to-the-front",
      the_outer_shoulder_is_carried_from_the_side_to_the_front },
    { "/marks/what-was-carried-can-be-erased-where-it-shows",
      what_was_carried_can_be_erased_where_it_shows },
    { "/marks/an-area-has-each-side-apart", an_area_has_each_side_apart },
    { "/marks/rating-a-place-is-one-step", rating_a_place_is_one_step },
    { "/marks/thousands-of-strokes-stay-quick", thousands_of_strokes_stay_quick },
    { "/marks/what-is-far-out-or-no-number-marks-nothing",
      what_is_far_out_or_no_number_marks_nothing },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
