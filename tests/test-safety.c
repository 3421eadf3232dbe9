/* test-safety.c: red flags, contraindications, and the routines that they shape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "unk-routine-fit.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkMarks *marks;
  UnkAnswers *answers;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->marks = unk_marks_new (f->atlas);
  f->answers = unk_answers_new (f->atlas);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->marks);
  g_assert_finalize_object (f->answers);
  unk_atlas_unref (f->atlas);
}

static void
mark (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;

  unk_marks_add_text (f->marks, text, NULL, &error);
  g_assert_no_error (error);
}

static int
find_flag (GPtrArray *flags, const char *id)
{
  for (guint i = 0; i < flags->len; i++)
    if (g_str_equal (((const UnkCaution *) g_ptr_array_index (flags, i))->id, id))
      return (int) i;
  return -1;
}

static UnkSafetyLevel
judge_muscle (Fixture *f, const char *id, UnkSide side)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (f->atlas, id, NULL);
  g_autoptr (GArray) reasons = unk_safety_judge_muscle (f->marks, f->answers, muscle, side);

  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *text =
        unk_safety_reason_describe (&g_array_index (reasons, UnkSafetyReason, i));

      g_assert_cmpstr (text, !=, "");
    }
  return unk_safety_get_worst (reasons);
}

static UnkSafetyLevel
judge_place (Fixture *f, guint place)
{
  g_autoptr (GArray) reasons = unk_safety_judge_place (f->marks, f->answers, place);

  return unk_safety_get_worst (reasons);
}

static void
the_flags_of_the_place_are_asked_the_most_urgent_first (Fixture *f,
                                                        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) none = unk_safety_find_red_flags (f->marks);
  g_autoptr (GPtrArray) flags = NULL;
  int last = UNK_SAFETY_EMERGENCY;

  g_assert_cmpuint (none->len, ==, 0);
  mark (f, "upper-chest:left,outer-calf");
  flags = unk_safety_find_red_flags (f->marks);
  g_assert_cmpint (find_flag (flags, "heart"), ==, 0);
  g_assert_cmpint (find_flag (flags, "dvt-sign"), >, 0);
  g_assert_cmpint (find_flag (flags, "trauma"), >, 0);
  g_assert_cmpint (find_flag (flags, "testis"), ==, -1);
  for (guint i = 0; i < flags->len; i++)
    {
      const UnkCaution *flag = g_ptr_array_index (flags, i);
      g_autofree char *question = unk_red_flag_dup_question (flag);
      int level = g_str_equal (flag->level, "emergency")  ? UNK_SAFETY_EMERGENCY
                  : g_str_equal (flag->level, "same-day") ? UNK_SAFETY_SAME_DAY
                                                          : UNK_SAFETY_SOON;

      g_assert_cmpint (level, <=, last);
      last = level;
      g_assert_nonnull (strstr (question, flag->texts[0]));
    }
}

static void
a_painted_place_has_its_flags_too (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) flags = NULL;
  const UnkView *front = unk_atlas_find_view (f->atlas, "front", NULL);

  for (guint i = 0; i < front->n_regions; i++)
    if (g_str_equal (front->regions[i].area->id, "upper-chest"))
      {
        UnkBox box = unk_path_box (front->regions[i].path);

        /* On the left, where the figure is the mirror image of what is drawn. */
        unk_marks_begin_stroke (f->marks, front, front->width - (box.x + box.width / 2) / 100.0,
                                (box.y + box.height / 2) / 100.0, 20);
      }
  flags = unk_safety_find_red_flags (f->marks);
  g_assert_cmpint (find_flag (flags, "heart"), >=, 0);
}

static void
all_flags_want_an_answer (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) flags = NULL;

  mark (f, "outer-calf");
  flags = unk_safety_find_red_flags (f->marks);
  g_assert_false (unk_safety_is_answered (f->marks, f->answers));
  for (guint i = 0; i < flags->len; i++)
    unk_answers_set (f->answers, UNK_ASKED_RED_FLAG,
                     ((const UnkCaution *) g_ptr_array_index (flags, i))->id, UNK_ANSWER_NO);
  g_assert_true (unk_safety_is_answered (f->marks, f->answers));
  g_assert_cmpint (judge_place (f, 0), ==, UNK_SAFETY_OPEN);
  /* Another place asks for more. */
  mark (f, "upper-chest");
  g_assert_false (unk_safety_is_answered (f->marks, f->answers));
}

static void
a_yes_blocks_its_place_and_no_other (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  mark (f, "outer-calf,temple");
  unk_answers_set (f->answers, UNK_ASKED_RED_FLAG, "dvt-sign", UNK_ANSWER_YES);
  g_assert_cmpint (judge_place (f, 0), ==, UNK_SAFETY_SAME_DAY);
  g_assert_cmpint (judge_place (f, 1), ==, UNK_SAFETY_OPEN);
  g_assert_cmpint (judge_muscle (f, "soleus", UNK_SIDE_RIGHT), ==, UNK_SAFETY_SAME_DAY);
  g_assert_cmpint (judge_muscle (f, "gluteus-minimus", UNK_SIDE_RIGHT), ==, UNK_SAFETY_SAME_DAY);
  g_assert_cmpint (judge_muscle (f, "temporalis", UNK_SIDE_RIGHT), ==, UNK_SAFETY_OPEN);
  g_assert_true (unk_safety_blocks (UNK_SAFETY_SAME_DAY));
  /* A doctor has looked at it. */
  unk_answers_set (f->answers, UNK_ASKED_RED_FLAG, "dvt-sign", UNK_ANSWER_CLEARED);
  g_assert_cmpint (judge_muscle (f, "soleus", UNK_SIDE_RIGHT), ==, UNK_SAFETY_CAREFUL);
}

static void
an_emergency_blocks_everything (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  mark (f, "upper-chest:left,temple");
  unk_answers_set (f->answers, UNK_ASKED_RED_FLAG, "heart", UNK_ANSWER_YES);
  g_assert_cmpint (judge_place (f, 0), ==, UNK_SAFETY_EMERGENCY);
  g_assert_cmpint (judge_place (f, 1), ==, UNK_SAFETY_EMERGENCY);
  g_assert_cmpint (judge_muscle (f, "temporalis", UNK_SIDE_RIGHT), ==, UNK_SAFETY_EMERGENCY);
}

static void
contraindications_hold_where_they_were_said (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  /* In general; until a doctor allows it. */
  unk_answers_set (f->answers, UNK_ASKED_CONTRAINDICATION, "anticoagulants", UNK_ANSWER_YES);
  g_assert_cmpint (judge_muscle (f, "infraspinatus", UNK_SIDE_LEFT), ==, UNK_SAFETY_ASK_DOCTOR);
  unk_answers_set (f->answers, UNK_ASKED_CONTRAINDICATION, "anticoagulants", UNK_ANSWER_CLEARED);
  g_assert_cmpint (judge_muscle (f, "infraspinatus", UNK_SIDE_LEFT), ==, UNK_SAFETY_CAREFUL);
  unk_answers_clear (f->answers, UNK_ASKED_CONTRAINDICATION);
  /* In one place. */
  unk_answers_set_at (f->answers, UNK_ASKED_CONTRAINDICATION, "open-wound", UNK_ANSWER_YES,
                      "front-of-shoulder:left");
  g_assert_cmpint (judge_muscle (f, "infraspinatus", UNK_SIDE_LEFT), ==, UNK_SAFETY_DO_NOT);
  g_assert_cmpint (judge_muscle (f, "infraspinatus", UNK_SIDE_RIGHT), ==, UNK_SAFETY_OPEN);
  g_assert_cmpint (judge_muscle (f, "soleus", UNK_SIDE_LEFT), ==, UNK_SAFETY_OPEN);
  unk_answers_set_at (f->answers, UNK_ASKED_CONTRAINDICATION, "open-wound", UNK_ANSWER_CLEARED,
                      "front-of-shoulder:left");
  g_assert_cmpint (judge_muscle (f, "infraspinatus", UNK_SIDE_LEFT), ==, UNK_SAFETY_DO_NOT);
  /* In one limb. */
  unk_answers_clear (f->answers, UNK_ASKED_CONTRAINDICATION);
  unk_answers_set_at (f->answers, UNK_ASKED_CONTRAINDICATION, "dvt", UNK_ANSWER_YES,
                      "inner-calf:right");
  g_assert_cmpint (judge_muscle (f, "vastus-lateralis", UNK_SIDE_RIGHT), ==, UNK_SAFETY_DO_NOT);
  g_assert_cmpint (judge_muscle (f, "vastus-lateralis", UNK_SIDE_LEFT), ==, UNK_SAFETY_OPEN);
  g_assert_cmpint (judge_muscle (f, "temporalis", UNK_SIDE_RIGHT), ==, UNK_SAFETY_OPEN);
}

static void
clues_lead_to_contraindications (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint n;
  const UnkClue *clues = unk_atlas_get_clues (f->atlas, &n);
  guint asking = 0;

  g_assert_cmpuint (n, >=, 30);
  for (guint i = 0; i < n; i++)
    for (UnkTexts id = clues[i].contraindications; *id; id++, asking++)
      g_assert_nonnull (unk_atlas_find_contraindication (f->atlas, *id));
  g_assert_cmpuint (asking, >=, 3);
}

static UnkRoutine *
make (Fixture *f, const char *a, const char *b, GArray **left_out)
{
  UnkChoice choices[] = {
    { unk_atlas_find_muscle (f->atlas, a, NULL), UNK_SIDE_RIGHT },
    { unk_atlas_find_muscle (f->atlas, b, NULL), UNK_SIDE_LEFT },
    { unk_atlas_find_muscle (f->atlas, a, NULL), UNK_SIDE_RIGHT },
  };

  return unk_routine_new_from_choices (f->atlas, "Test", choices, G_N_ELEMENTS (choices), f->marks,
                                       f->answers, left_out);
}

static void
a_routine_has_the_doses_of_the_atlas (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) left_out = NULL;
  g_autoptr (UnkRoutine) routine = make (f, "infraspinatus", "levator-scapulae", &left_out);
  gboolean kinds[3] = { FALSE };
  guint first = 0;

  for (guint i = 0; i < routine->steps->len; i++)
    {
      const UnkRoutineStep *step = g_ptr_array_index (routine->steps, i);
      const UnkTreatment *t = unk_routine_step_find_treatment (step, f->atlas);

      g_assert_nonnull (t);
      g_assert_cmpstr (t->technique, ==, step->technique);
      g_assert_cmpint (step->seconds, >=, t->seconds.low);
      g_assert_cmpint (step->seconds, <=, t->seconds.high);
      g_assert_cmpint (step->repetitions, >=, t->repetitions.low);
      g_assert_cmpint (step->repetitions, <=, t->repetitions.high);
      g_assert_true (!*step->tool || unk_atlas_find_tool (f->atlas, step->tool));
      kinds[0] |= g_str_equal (step->kind, "compression");
      kinds[1] |= g_str_equal (step->kind, "friction");
      kinds[2] |= g_str_equal (step->kind, "stretch");
      first += g_str_equal (step->muscle, "infraspinatus");
    }
  g_assert_true (kinds[0] && kinds[1] && kinds[2]);
  /* Chosen twice, done once. */
  g_assert_cmpuint (first, ==,
                    unk_atlas_find_muscle (f->atlas, "infraspinatus", NULL)->n_treatments);
  g_assert_cmpuint (unk_routine_count_seconds (routine), >, 60);
}

static void
what_is_not_for_oneself_is_left_out (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) left_out = NULL;
  g_autoptr (UnkRoutine) routine = make (f, "longus-colli", "levator-scapulae", &left_out);

  for (guint i = 0; i < routine->steps->len; i++)
    {
      const UnkRoutineStep *step = g_ptr_array_index (routine->steps, i);

      g_assert_cmpstr (unk_routine_step_find_treatment (step, f->atlas)->self, !=, "no");
    }
  g_assert_cmpuint (left_out->len, >, 0);
  for (guint i = 0; i < left_out->len; i++)
    {
      g_autofree char *text = unk_left_out_describe (&g_array_index (left_out, UnkLeftOut, i));

      g_assert_cmpstr (text, !=, "");
    }
}

static void
what_is_blocked_has_no_step (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) left_out = NULL;
  g_autoptr (UnkRoutine) routine = NULL;
  const UnkLeftOut *out;

  mark (f, "outer-calf,angle-of-neck:left");
  unk_answers_set (f->answers, UNK_ASKED_RED_FLAG, "dvt-sign", UNK_ANSWER_YES);
  routine = make (f, "soleus", "levator-scapulae", &left_out);
  for (guint i = 0; i < routine->steps->len; i++)
    g_assert_cmpstr (((UnkRoutineStep *) g_ptr_array_index (routine->steps, i))->muscle, ==,
                     "levator-scapulae");
  g_assert_cmpuint (routine->steps->len, >, 0);
  out = &g_array_index (left_out, UnkLeftOut, 0);
  g_assert_cmpstr (out->muscle->id, ==, "soleus");
  g_assert_null (out->treatment);
  g_assert_cmpstr (out->reason.flag->id, ==, "dvt-sign");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/safety/the-flags-of-the-place-are-asked-the-most-urgent-first",
      the_flags_of_the_place_are_asked_the_most_urgent_first },
    { "/safety/a-painted-place-has-its-flags-too", a_painted_place_has_its_flags_too },
    { "/safety/all-flags-want-an-answer", all_flags_want_an_answer },
    { "/safety/a-yes-blocks-its-place-and-no-other", a_yes_blocks_its_place_and_no_other },
    { "/safety/an-emergency-blocks-everything", an_emergency_blocks_everything },
    { "/safety/contraindications-hold-where-they-were-said",
      contraindications_hold_where_they_were_said },
    { "/safety/clues-lead-to-contraindications", clues_lead_to_contraindications },
    { "/routine/has-the-doses-of-the-atlas", a_routine_has_the_doses_of_the_atlas },
    { "/routine/what-is-not-for-oneself-is-left-out", what_is_not_for_oneself_is_left_out },
    { "/routine/what-is-blocked-has-no-step", what_is_blocked_has_no_step },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
