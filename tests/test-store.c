/* test-store.c: what is kept in the user's file, and comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "unk-store-fixture.h"

static void
assert_same (UnkMask *a, UnkMask *b)
{
  g_assert_cmpuint (unk_mask_count (a), ==, unk_mask_count (b));
  g_assert_cmpuint (unk_mask_count (a), ==, unk_mask_count_common (a, b));
}

static void
marks_survive (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkMarks) again = unk_marks_new (f->atlas);
  g_auto (GStrv) lost = NULL;
  guint n;
  const UnkView *views = unk_atlas_get_views (f->atlas, &n);

  unk_marks_add_text (f->marks, "front:240,600:40,temple:left,upper-teeth-back", NULL, NULL);
  unk_marks_begin_erasing (f->marks, unk_atlas_find_view (f->atlas, "front", NULL), 240, 600, 9);
  unk_marks_extend_stroke (f->marks, 250.5, 610.25);
  unk_marks_rate_place (f->marks, 1, UNK_PAIN_TINGLING, 9);
  store_fixture_save (f);
  lost = store_fixture_load (f, again);
  g_assert_cmpuint (g_strv_length (lost), ==, 0);
  g_assert_cmpuint (unk_marks_get_n_places (again), ==, 3);
  g_assert_cmpint (unk_marks_get_place (again, 1)->intensity, ==, 9);
  g_assert_cmpint (unk_marks_get_place (again, 1)->kind, ==, UNK_PAIN_TINGLING);
  g_assert_cmpint (unk_marks_get_place (again, 1)->side, ==, UNK_SIDE_LEFT);
  g_assert_false (unk_marks_can_undo (again));
  for (guint v = 0; v < n; v++)
    {
      g_autoptr (UnkMask) before = unk_marks_make_mask (f->marks, &views[v]);
      g_autoptr (UnkMask) after = unk_marks_make_mask (again, &views[v]);

      assert_same (before, after);
    }
}

static void
saving_again_replaces (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_marks_add_text (f->marks, "temple:both", NULL, NULL);
  store_fixture_save (f);
  unk_marks_undo (f->marks);
  store_fixture_save (f);
  g_strfreev (store_fixture_load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  unk_marks_clear (f->marks);
  store_fixture_save (f);
  g_strfreev (store_fixture_load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
}

static void
a_mark_of_an_unknown_area_is_kept (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) lost = NULL, still = NULL, none = NULL;

  unk_marks_add_text (f->marks, "temple,front:240,600:20", NULL, NULL);
  store_fixture_save (f);
  store_fixture_run (f, "UPDATE mark SET name = 'third-elbow' WHERE name = 'temple'");
  lost = store_fixture_load (f, f->marks);
  g_assert_cmpuint (g_strv_length (lost), ==, 1);
  g_assert_cmpstr (lost[0], ==, "third-elbow");
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 1);
  /* Saved and loaded without it, it is there still, and comes back when it is known. */
  store_fixture_save (f);
  still = store_fixture_load (f, f->marks);
  g_assert_cmpuint (g_strv_length (still), ==, 1);
  store_fixture_run (f, "UPDATE mark SET name = 'temple' WHERE name = 'third-elbow'");
  none = store_fixture_load (f, f->marks);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
  store_fixture_save (f);
  g_strfreev (store_fixture_load (f, f->marks));
  g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 2);
}

static void
bytes_that_are_no_stroke_are_kept_aside (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const damage[] = { "dots = x'0102'", "dots = NULL", "radius = -4",
                                        "dots = x'0000c07f0000c07f'" };

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE mark SET %s", damage[i]);
      g_auto (GStrv) lost = NULL;

      unk_marks_clear (f->marks);
      unk_marks_add_text (f->marks, "front:240,600:20", NULL, NULL);
      store_fixture_save (f);
      store_fixture_run (f, sql);
      lost = store_fixture_load (f, f->marks);
      g_assert_cmpuint (g_strv_length (lost), ==, i + 1);
      g_assert_cmpuint (unk_marks_get_n_places (f->marks), ==, 0);
    }
}

static void
answers_survive (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkAnswers) again = unk_answers_new (f->atlas);
  g_autoptr (UnkStore) store = NULL;

  unk_answers_set (f->answers, UNK_ASKED_CLUE, "sitting", UNK_ANSWER_YES);
  unk_answers_set (f->answers, UNK_ASKED_RED_FLAG, "heart", UNK_ANSWER_NO);
  unk_answers_set_at (f->answers, UNK_ASKED_CONTRAINDICATION, "skin", UNK_ANSWER_CLEARED,
                      "temple:left");
  unk_answers_set (f->answers, UNK_ASKED_CLUE, "of-another-version", UNK_ANSWER_YES);
  store_fixture_save (f);
  unk_answers_set (again, UNK_ASKED_CLUE, "driving", UNK_ANSWER_YES);
  store = store_fixture_open (f);
  g_assert_true (unk_store_load_answers (store, again, NULL));
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_CLUE, "driving"), ==, UNK_ANSWER_NONE);
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_CLUE, "sitting"), ==, UNK_ANSWER_YES);
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_RED_FLAG, "heart"), ==, UNK_ANSWER_NO);
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_CONTRAINDICATION, "skin"), ==,
                   UNK_ANSWER_CLEARED);
  g_assert_cmpstr (unk_answers_get_where (again, UNK_ASKED_CONTRAINDICATION, "skin"), ==,
                   "temple:left");
  g_assert_cmpint (unk_answers_get (again, UNK_ASKED_CLUE, "of-another-version"), ==,
                   UNK_ANSWER_YES);
}

static void
routines_survive_in_order (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkStore) store = store_fixture_open (f);
  g_autoptr (UnkRoutine) routine = unk_routine_new ("Neck, at night");
  g_autoptr (GPtrArray) all = NULL, left = NULL;
  const UnkRoutine *first;
  gint64 id;

  for (int i = 0; i < 5; i++)
    g_ptr_array_add (routine->steps,
                     unk_routine_step_new (i % 2 ? "of-another-version" : "levator-scapulae",
                                           UNK_SIDE_LEFT, "stretch", "static-stretch", 0, "",
                                           30 + i, 2));
  routine->days = 0x15;
  routine->reminder = 450;
  g_assert_true (unk_store_save_routine (store, routine, NULL));
  id = routine->id;
  g_assert_cmpint (id, >, 0);
  g_ptr_array_remove_index (routine->steps, 0);
  g_assert_true (unk_store_save_routine (store, routine, NULL));
  g_assert_cmpint (routine->id, ==, id);
  all = unk_store_load_routines (store, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  first = g_ptr_array_index (all, 0);
  g_assert_cmpstr (first->name, ==, "Neck, at night");
  g_assert_cmpuint (first->days, ==, 0x15);
  g_assert_cmpint (first->reminder, ==, 450);
  g_assert_cmpuint (first->steps->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (((UnkRoutineStep *) g_ptr_array_index (first->steps, i))->seconds, ==,
                     31 + (int) i);
  g_assert_cmpint (((UnkRoutineStep *) g_ptr_array_index (first->steps, 0))->side, ==,
                   UNK_SIDE_LEFT);
  /* Deleted, and undone by saving it again under its id. */
  g_assert_true (unk_store_delete_routine (store, id, NULL));
  left = unk_store_load_routines (store, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  routine->reminder = -1;
  g_assert_true (unk_store_save_routine (store, routine, NULL));
  g_assert_cmpint (routine->id, ==, id);
  g_ptr_array_unref (left);
  left = unk_store_load_routines (store, NULL);
  g_assert_cmpint (((UnkRoutine *) g_ptr_array_index (left, 0))->reminder, ==, -1);
}

static void
a_closed_store_says_so (StoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkStore) store = store_fixture_open (f);
  g_autoptr (GError) error = NULL;

  unk_store_close (store);
  g_assert_false (unk_store_save_marks (store, f->marks, &error));
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (unk_store_load_routines (store, &error));
  g_assert_error (error, UNK_STORE_ERROR, UNK_STORE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (StoreFixture *f, gconstpointer data);
    const char *data;
  } tests[] = {
    { "/store/marks-survive", marks_survive, NULL },
    { "/store/saving-again-replaces", saving_again_replaces, NULL },
    { "/store/a-mark-of-an-unknown-area-is-kept", a_mark_of_an_unknown_area_is_kept, NULL },
    { "/store/bytes-that-are-no-stroke-are-kept-aside", bytes_that_are_no_stroke_are_kept_aside,
      NULL },
    { "/store/answers-survive", answers_survive, NULL },
    { "/store/routines-survive-in-order", routines_survive_in_order, NULL },
    { "/store/a-closed-store-says-so", a_closed_store_says_so, NULL },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, tests[i].data, store_fixture_set_up, tests[i].test,
                store_fixture_tear_down);
  return g_test_run ();
}
