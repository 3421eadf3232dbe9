/* test-scene.c: what is being looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-scene.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkScene *scene;
  guint changes; /* all that was said */
  guint times;
} Fixture;

static void
on_changed (Fixture *f, guint what)
{
  f->changes |= what;
  f->times++;
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->scene = unk_scene_new (f->atlas);
  g_signal_connect_swapped (f->scene, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->scene);
  unk_atlas_unref (f->atlas);
}

static void
setting_the_same_says_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_scene_set_depth (f->scene, unk_scene_get_depth (f->scene));
  unk_scene_set_view (f->scene, unk_scene_get_view (f->scene));
  unk_scene_set_mode (f->scene, unk_scene_get_mode (f->scene));
  unk_scene_choose (f->scene, NULL, UNK_SIDE_LEFT);
  unk_scene_hover (f->scene, NULL, UNK_SIDE_LEFT);
  g_assert_cmpuint (f->times, ==, 0);
}

static void
showing_turns_to_the_view_with_the_points (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_scene_show (f->scene, unk_atlas_find_muscle (f->atlas, "infraspinatus", NULL), UNK_SIDE_LEFT);
  g_assert_cmpstr (unk_scene_get_view (f->scene)->id, ==, "back");
  g_assert_cmpint (unk_scene_get_chosen (f->scene).side, ==, UNK_SIDE_LEFT);
  g_assert_cmpuint (f->changes & UNK_CHANGE_VIEW, !=, 0);
  g_assert_cmpuint (f->times, ==, 1);
}

static void
a_second_click_goes_deeper_and_around (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const UnkView *back = unk_atlas_find_view (f->atlas, "back", NULL);
  const UnkShape *stack[16];
  guint n;

  unk_scene_set_view (f->scene, back);
  n = unk_pick_shapes (back, UNK_DEPTH_1, 400, 400, stack, 16);
  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i <= n; i++)
    {
      unk_scene_choose_at (f->scene, 400, 400, TRUE);
      g_assert_cmpstr (unk_scene_get_chosen (f->scene).id, ==, stack[i % n]->id);
    }
  unk_scene_choose_at (f->scene, 3, 3, TRUE);
  g_assert_null (unk_scene_get_chosen (f->scene).id);
}

static void
stepping_back_undoes_one_narrowing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_scene_choose_point (f->scene, unk_atlas_find_point (f->atlas, "infraspinatus.2", NULL));
  g_assert_cmpstr (unk_scene_get_chosen (f->scene).id, ==, "infraspinatus");
  g_assert_true (unk_scene_step_back (f->scene));
  g_assert_null (unk_scene_get_point (f->scene));
  g_assert_nonnull (unk_scene_get_muscle (f->scene));
  g_assert_true (unk_scene_step_back (f->scene));
  g_assert_null (unk_scene_get_chosen (f->scene).id);
  g_assert_false (unk_scene_step_back (f->scene));
}

static void
each_mode_keeps_its_depth (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_scene_set_depth (f->scene, UNK_DEPTH_3);
  unk_scene_set_mode (f->scene, UNK_MODE_PAIN);
  g_assert_cmpint (unk_scene_get_depth (f->scene), ==, UNK_DEPTH_SKIN);
  unk_scene_set_mode (f->scene, UNK_MODE_EXPLORE);
  g_assert_cmpint (unk_scene_get_depth (f->scene), ==, UNK_DEPTH_3);
}

static void
unknown_ids_choose_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_scene_choose (f->scene, "flexor-elbonia", UNK_SIDE_LEFT);
  g_assert_null (unk_scene_get_chosen (f->scene).id);
  unk_scene_hover (f->scene, "flexor-elbonia", UNK_SIDE_LEFT);
  g_assert_null (unk_scene_get_hovered (f->scene).id);
}

static void
marks_are_heard (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_marks_add_text (unk_scene_get_marks (f->scene), "temple", "both", NULL);
  g_assert_cmpuint (f->changes, ==, UNK_CHANGE_MARKS);
  g_assert_cmpuint (f->times, ==, 2);
}

static void
answers_are_heard (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkAnswers *answers = unk_scene_get_answers (f->scene);

  unk_answers_set (answers, UNK_ASKED_CLUE, "sitting", UNK_ANSWER_YES);
  unk_answers_set (answers, UNK_ASKED_CLUE, "sitting", UNK_ANSWER_YES);
  g_assert_cmpuint (f->changes, ==, UNK_CHANGE_ANSWERS);
  g_assert_cmpuint (f->times, ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/scene/setting-the-same-says-nothing", setting_the_same_says_nothing },
    { "/scene/showing-turns-to-the-view-with-the-points",
      showing_turns_to_the_view_with_the_points },
    { "/scene/a-second-click-goes-deeper-and-around", a_second_click_goes_deeper_and_around },
    { "/scene/stepping-back-undoes-one-narrowing", stepping_back_undoes_one_narrowing },
    { "/scene/each-mode-keeps-its-depth", each_mode_keeps_its_depth },
    { "/scene/unknown-ids-choose-nothing", unknown_ids_choose_nothing },
    { "/scene/marks-are-heard", marks_are_heard },
    { "/scene/answers-are-heard", answers_are_heard },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
