/* test-path.c: outlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-mask.h"
#include "unk-path.h"

static GArray *
parse (const char *d)
{
  g_autoptr (GError) error = NULL;
  GArray *into = g_array_new (FALSE, FALSE, sizeof (gint32));

  unk_path_parse_svg (d, into, &error);
  g_assert_no_error (error);
  return into;
}

static UnkPath
view_of (GArray *array)
{
  return (UnkPath){ (const gint32 *) (gpointer) array->data, array->len };
}

static void
assert_same (const char *a, const char *b)
{
  g_autoptr (GArray) p = parse (a);
  g_autoptr (GArray) q = parse (b);

  g_assert_cmpmem (p->data, p->len * sizeof (gint32), q->data, q->len * sizeof (gint32));
}

static void
reads_relative_as_absolute (void)
{
  assert_same ("m 10 20 l 5 -5 h 3 v 4 z", "M10,20L15,15H18V19Z");
  assert_same ("m 10 20 5 5 5 5", "M10 20L15 25L20 30");
  assert_same ("M0 0c1 2 3 4 5 6s1 1 2 2", "M0 0C1 2 3 4 5 6C7 8 6 7 7 8");
}

static void
reads_numbers_that_touch (void)
{
  assert_same ("M1.5.5-2-3L1e1-.5", "M 1.5 0.5 L -2 -3 L 10 -0.5");
}

static void
reads_quadratics_as_cubics (void)
{
  assert_same ("M0 0Q3 3 6 0T12 0", "M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0");
}

static void
goes_on_at_the_start_after_a_close (void)
{
  assert_same ("M1 1L5 1L5 5zl2 2", "M1 1L5 1L5 5ZL3 3");
}

static void
draws_a_circle_of_arcs (void)
{
  g_autoptr (GArray) array = parse ("M 10 50 a 40 40 0 0 1 80 0 a 40 40 0 0 1 -80 0 z");
  UnkBox box = unk_path_box (view_of (array));
  g_autoptr (UnkMask) mask = unk_mask_new_from_path (view_of (array), 100, 100);

  g_assert_cmpint (box.x, ==, 1000);
  g_assert_cmpint (ABS (box.y - 1000), <=, 10);
  g_assert_cmpint (ABS (box.width - 8000), <=, 2);
  /* π·40² square millimeters in cells of four */
  g_assert_cmpuint (unk_mask_count (mask), >, 1230);
  g_assert_cmpuint (unk_mask_count (mask), <, 1285);
}

static void
takes_flags_without_spaces (void)
{
  assert_same ("M0 0a5 5 0 0110 0", "M0 0a5 5 0 0 1 10 0");
}

static void
names_the_place_of_a_fault (void)
{
  static const struct
  {
    const char *d, *says;
  } broken[] = {
    { "", "it is empty" },
    { "10 20", "begins with M" },
    { "M 10", "ends where a number is expected" },
    { "M 10 20 X 5", "character 9: not a path command" },
    { "M 10 20 L 5 q", "character 13" },
    { "M 1e9 0", "not a usable number" },
    { "M 0 0 A 5 5 0 2 0 1 1", "flag is 0 or 1" },
    { "M 0 0 L nan nan", "a number is expected here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) into = g_array_new (FALSE, FALSE, sizeof (gint32));

      g_assert_false (unk_path_parse_svg (broken[i].d, into, &error));
      g_assert_error (error, UNK_PATH_ERROR, UNK_PATH_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, broken[i].says));
    }
}

static void
visiting_damaged_data_ends (void)
{
  const gint32 data[] = { UNK_PATH_MOVE, 100, 100, UNK_PATH_CURVE, 1, 2, 99, 7 };
  g_autoptr (GArray) ends = NULL;
  g_autoptr (GArray) dots = unk_path_flatten ((UnkPath){ data, G_N_ELEMENTS (data) }, 0.1, &ends);

  g_assert_cmpuint (dots->len, ==, 1);
}

static void
spans_follow_the_outline (void)
{
  g_autoptr (GArray) array = parse ("M 10 10 H 20 V 14 H 10 Z M 30 10 H 34 V 12 H 30 Z");
  g_autoptr (GArray) starts = NULL;
  int first;
  g_autoptr (GArray) spans = unk_path_spans (view_of (array), 0.5, &first, &starts);

  g_assert_cmpint (first, ==, 20);
  g_assert_cmpuint (starts->len, ==, 9);
  g_assert_cmpuint (g_array_index (starts, guint, 1), ==, 4);
  g_assert_cmpint (g_array_index (spans, gint32, 0), ==, 1000);
  g_assert_cmpint (g_array_index (spans, gint32, 1), ==, 2000);
  g_assert_cmpint (g_array_index (spans, gint32, 2), ==, 3000);
}

static void
holes_stay_open_only_where_they_turn_back (void)
{
  g_autoptr (GArray) hole = parse ("M0 0H40V40H0Z M10 10V30H30V10Z");
  g_autoptr (GArray) both = parse ("M0 0H40V40H0Z M10 10H30V30H10Z");
  g_autoptr (UnkMask) a = unk_mask_new_from_path (view_of (hole), 100, 100);
  g_autoptr (UnkMask) b = unk_mask_new_from_path (view_of (both), 100, 100);

  g_assert_cmpuint (unk_mask_count (a), ==, 300);
  g_assert_cmpuint (unk_mask_count (b), ==, 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/reads-relative-as-absolute", reads_relative_as_absolute);
  g_test_add_func ("/path/reads-numbers-that-touch", reads_numbers_that_touch);
  g_test_add_func ("/path/reads-quadratics-as-cubics", reads_quadratics_as_cubics);
  g_test_add_func ("/path/goes-on-at-the-start-after-a-close", goes_on_at_the_start_after_a_close);
  g_test_add_func ("/path/draws-a-circle-of-arcs", draws_a_circle_of_arcs);
  g_test_add_func ("/path/takes-flags-without-spaces", takes_flags_without_spaces);
  g_test_add_func ("/path/names-the-place-of-a-fault", names_the_place_of_a_fault);
  g_test_add_func ("/path/visiting-damaged-data-ends", visiting_damaged_data_ends);
  g_test_add_func ("/path/spans-follow-the-outline", spans_follow_the_outline);
  g_test_add_func ("/path/holes-stay-open-only-where-they-turn-back",
                   holes_stay_open_only_where_they_turn_back);
  return g_test_run ();
}
