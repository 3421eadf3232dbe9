/* test-care.c: routines within minutes and tools, changed and taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "unk-guide.h"
#include "unk-routine-edit.h"
#include "unk-routine-fit.h"
#include "unk-store.h"

#define REQUESTS 1000
#define MOST_CHOICES 12

typedef struct
{
  UnkAtlas *atlas;
  UnkMarks *marks;
  UnkAnswers *answers;
  UnkRoutineEdit *edit;
} Fixture;

/* One thing that somebody may ask for. */
typedef struct
{
  UnkChoice choices[MOST_CHOICES];
  guint n;
  guint minutes;
  const char *tools[16];
} Request;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->marks = unk_marks_new (f->atlas);
  f->answers = unk_answers_new (f->atlas);
  f->edit = unk_routine_edit_new (f->atlas);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->edit);
  g_assert_finalize_object (f->marks);
  g_assert_finalize_object (f->answers);
  unk_atlas_unref (f->atlas);
}

static const UnkRoutineStep *
get_step (const UnkRoutine *routine, guint i)
{
  return g_ptr_array_index (routine->steps, i);
}

static UnkChoice
choose (Fixture *f, const char *muscle, UnkSide side)
{
  const UnkMuscle *found = unk_atlas_find_muscle (f->atlas, muscle, NULL);

  g_assert_nonnull (found);
  return (UnkChoice){ found, side };
}

static UnkRoutine *
fit (Fixture *f, const Request *request, GArray **left_out)
{
  return unk_routine_fit (f->atlas, "Fit", request->choices, request->n,
                          (UnkLimits){ request->minutes, request->tools }, f->marks, f->answers,
                          left_out);
}

/* --- a thousand requests --- */

static void
say_something (Fixture *f, GRand *chance)
{
  guint n_flags, n_contras, n_areas;
  const UnkCaution *flags = unk_atlas_get_red_flags (f->atlas, &n_flags);
  const UnkContraindication *contras = unk_atlas_get_contraindications (f->atlas, &n_contras);
  const UnkArea *areas = unk_atlas_get_areas (f->atlas, &n_areas);

  unk_answers_clear (f->answers, UNK_ASKED_RED_FLAG);
  unk_answers_clear (f->answers, UNK_ASKED_CONTRAINDICATION);
  unk_marks_clear (f->marks);
  for (int i = g_rand_int_range (chance, 0, 3); i > 0; i--)
    unk_marks_add_area (f->marks, &areas[g_rand_int_range (chance, 0, (int) n_areas)],
                        (UnkSide) g_rand_int_range (chance, 0, 2));
  for (int i = g_rand_int_range (chance, 0, 2); i > 0; i--)
    unk_answers_set (f->answers, UNK_ASKED_RED_FLAG,
                     flags[g_rand_int_range (chance, 0, (int) n_flags)].id, UNK_ANSWER_YES);
  for (int i = g_rand_int_range (chance, 0, 2); i > 0; i--)
    {
      const UnkArea *area = &areas[g_rand_int_range (chance, 0, (int) n_areas)];
      g_autofree char *where = g_strconcat (area->id, ":left", NULL);

      unk_answers_set_at (f->answers, UNK_ASKED_CONTRAINDICATION,
                          contras[g_rand_int_range (chance, 0, (int) n_contras)].id, UNK_ANSWER_YES,
                          g_rand_boolean (chance) ? where : NULL);
    }
}

static void
ask_something (Fixture *f, GRand *chance, Request *request)
{
  guint n_muscles, n_tools, owned = 0;
  const UnkMuscle *muscles = unk_atlas_get_muscles (f->atlas, &n_muscles);
  const UnkTool *tools = unk_atlas_get_tools (f->atlas, &n_tools);

  *request = (Request){ .n = (guint) g_rand_int_range (chance, 1, MOST_CHOICES + 1),
                        .minutes = (guint) g_rand_int_range (chance, 0, 41) };
  for (guint i = 0; i < request->n; i++)
    {
      /* Often both sides of the one before. */
      if (i && g_rand_boolean (chance))
        request->choices[i] =
          (UnkChoice){ request->choices[i - 1].muscle, 1 - request->choices[i - 1].side };
      else
        request->choices[i] = (UnkChoice){ &muscles[g_rand_int_range (chance, 0, (int) n_muscles)],
                                           (UnkSide) g_rand_int_range (chance, 0, 2) };
    }
  g_assert_cmpuint (n_tools, <, G_N_ELEMENTS (request->tools));
  for (guint i = 0; i < n_tools; i++)
    if (unk_tool_is_owned (&tools[i]) && g_rand_int_range (chance, 0, 3) == 0)
      request->tools[owned++] = tools[i].id;
}

static void
check_step (Fixture *f, const Request *request, const UnkRoutineStep *step)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (f->atlas, step->muscle, NULL);
  const UnkTreatment *t = unk_routine_step_find_treatment (step, f->atlas);
  g_autoptr (GArray) reasons = unk_safety_judge_muscle (f->marks, f->answers, muscle, step->side);
  gboolean asked = FALSE;

  for (guint i = 0; i < request->n; i++)
    asked |= request->choices[i].muscle == muscle && request->choices[i].side == step->side;
  g_assert_true (asked);
  g_assert_nonnull (t);
  g_assert_cmpstr (t->technique, ==, step->technique);
  g_assert_cmpstr (t->self, !=, "no");
  g_assert_false (unk_safety_blocks (unk_safety_get_worst (reasons)));
  g_assert_cmpint (step->seconds, >=, t->seconds.low);
  g_assert_cmpint (step->seconds, <=, t->seconds.high);
  g_assert_cmpint (step->repetitions, >=, t->repetitions.low);
  g_assert_cmpint (step->repetitions, <=, t->repetitions.high);
  g_assert_true (!*step->tool || g_strv_contains (request->tools, step->tool));
  for (const UnkToolFit *own = muscle->tools; own->id; own++)
    if (g_str_equal (own->id, *step->tool ? step->tool : "fingers-knuckles") &&
        g_str_equal (step->kind, "compression"))
      g_assert_cmpstr (own->fit, !=, "no");
}

static gboolean
is_same_care (const UnkRoutineStep *a, const UnkRoutineStep *b)
{
  return g_str_equal (a->muscle, b->muscle) && g_str_equal (a->kind, b->kind) &&
         a->variant == b->variant;
}

static void
check_order (Fixture *f, const UnkRoutine *routine)
{
  guint last_size = G_MAXUINT;

  for (guint i = 0; i < routine->steps->len; i++)
    {
      const UnkRoutineStep *step = get_step (routine, i);
      guint size =
        unk_muscle_measure (f->atlas, unk_atlas_find_muscle (f->atlas, step->muscle, NULL));

      g_assert_cmpuint (size, <=, last_size);
      last_size = size;
      for (guint k = i + 1; k < routine->steps->len; k++)
        {
          const UnkRoutineStep *later = get_step (routine, k);

          if (is_same_care (step, later))
            {
              g_assert_cmpuint (k, ==, i + 1);
              g_assert_cmpint (later->side, !=, step->side);
            }
          if (g_str_equal (step->muscle, later->muscle) && g_str_equal (step->kind, "stretch"))
            g_assert_cmpstr (later->kind, ==, "stretch");
        }
    }
}

static void
check_same (const UnkRoutine *a, const UnkRoutine *b)
{
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  for (guint i = 0; i < a->steps->len; i++)
    {
      const UnkRoutineStep *one = get_step (a, i), *other = get_step (b, i);

      g_assert_true (is_same_care (one, other));
      g_assert_cmpint (one->side, ==, other->side);
      g_assert_cmpstr (one->tool, ==, other->tool);
      g_assert_cmpint (one->seconds, ==, other->seconds);
      g_assert_cmpint (one->repetitions, ==, other->repetitions);
    }
}

static void
no_request_gets_more_than_it_allows (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  guint steps = 0, blocked = 0, late = 0, lacking = 0, with_tool = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < REQUESTS; i++)
    {
      Request request;
      g_autoptr (GArray) left_out = NULL, again_out = NULL;
      g_autoptr (UnkRoutine) routine = NULL, again = NULL;

      say_something (f, chance);
      ask_something (f, chance, &request);
      routine = fit (f, &request, &left_out);
      again = fit (f, &request, &again_out);
      check_same (routine, again);
      g_assert_cmpuint (left_out->len, ==, again_out->len);
      if (request.minutes)
        g_assert_cmpuint (unk_routine_count_seconds (routine), <=, request.minutes * 60);
      for (guint k = 0; k < routine->steps->len; k++)
        {
          check_step (f, &request, get_step (routine, k));
          with_tool += *get_step (routine, k)->tool != '\0';
        }
      check_order (f, routine);
      steps += routine->steps->len;
      for (guint k = 0; k < left_out->len; k++)
        {
          const UnkLeftOut *out = &g_array_index (left_out, UnkLeftOut, k);

          blocked += !out->treatment;
          late += out->cause == UNK_LEFT_OUT_FOR_TIME;
          lacking += out->cause == UNK_LEFT_OUT_FOR_TOOLS;
        }
    }
  g_test_message ("%u requests: %u steps, %u with a tool; left out %u muscles for safety, %u parts "
                  "for time, %u for want of a tool",
                  REQUESTS, steps, with_tool, blocked, late, lacking);
  /* It says nothing where none of it ever happens. */
  g_assert_cmpuint (steps, >, REQUESTS);
  g_assert_cmpuint (with_tool, >, 100);
  g_assert_cmpuint (blocked, >, 100);
  g_assert_cmpuint (late, >, 100);
  g_assert_cmpuint (lacking, >, 0);
}

static void
more_minutes_are_used (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const ball[] = { "tennis-ball", NULL };
  const UnkChoice choices[] = { choose (f, "trapezius-upper", UNK_SIDE_RIGHT),
                                choose (f, "levator-scapulae", UNK_SIDE_RIGHT),
                                choose (f, "infraspinatus", UNK_SIDE_RIGHT) };
  guint last = 0;

  for (guint minutes = 2; minutes <= 20; minutes++)
    {
      g_autoptr (UnkRoutine) routine =
        unk_routine_fit (f->atlas, "Fit", choices, G_N_ELEMENTS (choices),
                         (UnkLimits){ minutes, ball }, NULL, NULL, NULL);
      guint seconds = unk_routine_count_seconds (routine);

      g_assert_cmpuint (seconds, <=, minutes * 60);
      /* What is left wouldn't hold another step. */
      if (minutes <= 10)
        g_assert_cmpuint (seconds + 120, >=, minutes * 60);
      last = MAX (last, (guint) routine->steps->len);
    }
  g_assert_cmpuint (last, >=, 6);
}

static void
without_tools_the_hands_do_it (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const nothing[] = { NULL };
  const UnkChoice choice = choose (f, "infraspinatus", UNK_SIDE_LEFT);
  g_autoptr (UnkRoutine) bare = unk_routine_fit (f->atlas, "Fit", &choice, 1,
                                                 (UnkLimits){ .tools = nothing }, NULL, NULL, NULL);
  g_autoptr (UnkRoutine) all =
    unk_routine_fit (f->atlas, "Fit", &choice, 1, (UnkLimits){ 0 }, NULL, NULL, NULL);

  g_assert_cmpstr (get_step (bare, 0)->kind, ==, "compression");
  g_assert_cmpstr (get_step (bare, 0)->tool, ==, "");
  g_assert_cmpstr (get_step (all, 0)->tool, !=, "");
}

static void
every_condition_has_a_routine (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint n, found = 0;
  const UnkGuidePage *guide = unk_atlas_get_guide_pages (f->atlas, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UnkRoutine) routine =
        unk_routine_new_from_starter (f->atlas, guide[i].id, f->marks, f->answers, NULL, NULL);

      g_assert_cmpint (routine != NULL, ==, guide[i].n_starter > 0);
      if (!routine)
        continue;
      found++;
      g_assert_cmpuint (routine->steps->len, ==, guide[i].n_starter * 2);
      for (guint k = 0; k < routine->steps->len; k++)
        {
          const UnkStarterStep *starter = &guide[i].starter[k / 2];
          const UnkRoutineStep *step = get_step (routine, k);

          g_assert_cmpstr (step->muscle, ==, starter->muscle);
          g_assert_cmpstr (step->technique, ==, starter->technique);
          g_assert_cmpint (step->side, ==, (int) (k % 2));
        }
    }
  g_assert_cmpuint (found, >, 4);
  g_assert_null (
    unk_routine_new_from_starter (f->atlas, "nothing", f->marks, f->answers, NULL, NULL));
}

/* --- changed and taken back --- */

static UnkRoutine *
make (Fixture *f)
{
  const UnkChoice choice = choose (f, "infraspinatus", UNK_SIDE_RIGHT);

  return unk_routine_new_from_choices (f->atlas, "Shoulder", &choice, 1, NULL, NULL, NULL);
}

static char *
describe (const UnkRoutine *routine)
{
  GString *text = g_string_new (routine ? routine->name : "none");

  for (guint i = 0; routine && i < routine->steps->len; i++)
    {
      const UnkRoutineStep *s = get_step (routine, i);

      g_string_append_printf (text, "|%s %s %s %d %s %s %d %d", s->muscle, unk_side_id (s->side),
                              s->kind, s->variant, s->technique, s->tool, s->seconds,
                              s->repetitions);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_open (Fixture *f)
{
  return describe (unk_routine_edit_get_routine (f->edit));
}

static void
all_changes_are_taken_back_and_made_again (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const UnkChoice other = choose (f, "levator-scapulae", UNK_SIDE_LEFT);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  UnkRoutineEdit *edit = f->edit;

/* Each does something, and what was there before is noted. */
#define DO(what)                                                                                   \
  do                                                                                               \
    {                                                                                              \
      g_autofree char *after = NULL;                                                               \
                                                                                                   \
      g_ptr_array_add (states, describe_open (f));                                                 \
      g_assert_true (what);                                                                        \
      after = describe_open (f);                                                                   \
      g_assert_cmpstr (g_ptr_array_index (states, states->len - 1), !=, after);                    \
    }                                                                                              \
  while (0)

  g_ptr_array_add (states, describe_open (f));
  unk_routine_edit_make (edit, make (f));
  DO (unk_routine_edit_move_step (edit, 0, 2));
  DO (unk_routine_edit_move_step (edit, 2, 1));
  DO (unk_routine_edit_turn_step (edit, 0));
  DO (unk_routine_edit_copy_step (edit, 1));
  DO (unk_routine_edit_set_dose (edit, 0, 61, 2));
  DO (unk_routine_edit_rename (edit, "Other"));
  DO (unk_routine_edit_set_tool (edit, 1, ""));
  DO (unk_routine_edit_set_treatment (edit, 1, 2));
  DO (unk_routine_edit_add_step (
    edit, unk_routine_step_new_from_treatment (other.muscle, UNK_SIDE_LEFT, 0), 99));
  DO (unk_routine_edit_remove_step (edit, 0));
  DO (unk_routine_edit_replace (edit, make (f)));
  DO (unk_routine_edit_delete (edit));
  g_ptr_array_add (states, describe_open (f));
#undef DO
  g_assert_null (unk_routine_edit_get_routine (edit));
  for (guint i = states->len - 1; i-- > 0;)
    {
      g_autofree char *now = NULL;

      g_assert_true (unk_routine_edit_undo (edit));
      now = describe_open (f);
      g_assert_cmpstr (now, ==, g_ptr_array_index (states, i));
    }
  g_assert_false (unk_routine_edit_can_undo (edit));
  g_assert_false (unk_routine_edit_undo (edit));
  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char *now = NULL;

      g_assert_true (unk_routine_edit_redo (edit));
      now = describe_open (f);
      g_assert_cmpstr (now, ==, g_ptr_array_index (states, i));
    }
  g_assert_false (unk_routine_edit_redo (edit));
}

static void
a_dose_stays_within_its_range (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const UnkTreatment *t;
  const UnkRoutineStep *step;

  unk_routine_edit_make (f->edit, make (f));
  t = unk_routine_step_find_treatment (get_step (unk_routine_edit_get_routine (f->edit), 0),
                                       f->atlas);
  unk_routine_edit_set_dose (f->edit, 0, 10000, 10000);
  step = get_step (unk_routine_edit_get_routine (f->edit), 0);
  g_assert_cmpint (step->seconds, ==, t->seconds.high);
  g_assert_cmpint (step->repetitions, ==, t->repetitions.high);
  unk_routine_edit_set_dose (f->edit, 0, -5, 0);
  step = get_step (unk_routine_edit_get_routine (f->edit), 0);
  g_assert_cmpint (step->seconds, ==, t->seconds.low);
  g_assert_cmpint (step->repetitions, ==, t->repetitions.low);
}

static void
the_letters_of_a_name_are_one_change (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_routine_edit_make (f->edit, make (f));
  g_assert_true (unk_routine_edit_rename (f->edit, "E"));
  g_assert_true (unk_routine_edit_rename (f->edit, "Ev"));
  g_assert_true (unk_routine_edit_rename (f->edit, "Evening"));
  g_assert_false (unk_routine_edit_rename (f->edit, "Evening"));
  g_assert_true (unk_routine_edit_undo (f->edit));
  g_assert_cmpstr (unk_routine_edit_get_routine (f->edit)->name, ==, "Shoulder");
  g_assert_true (unk_routine_edit_rename (f->edit, "Morning"));
  g_assert_false (unk_routine_edit_can_redo (f->edit));
}

static void
what_makes_no_sense_is_refused (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL, *after = NULL;

  g_assert_false (unk_routine_edit_delete (f->edit));
  g_assert_false (unk_routine_edit_rename (f->edit, "None"));
  g_assert_false (unk_routine_edit_remove_step (f->edit, 0));
  unk_routine_edit_make (f->edit, make (f));
  before = describe_open (f);
  g_assert_false (unk_routine_edit_move_step (f->edit, 0, 99));
  g_assert_false (unk_routine_edit_move_step (f->edit, 1, 1));
  g_assert_false (unk_routine_edit_remove_step (f->edit, 99));
  g_assert_false (unk_routine_edit_turn_step (f->edit, 99));
  g_assert_false (unk_routine_edit_copy_step (f->edit, 99));
  g_assert_false (unk_routine_edit_set_treatment (f->edit, 0, 99));
  g_assert_false (unk_routine_edit_set_tool (f->edit, 0, "hammer"));
  g_assert_false (unk_routine_edit_set_dose (f->edit, 99, 30, 2));
  after = describe_open (f);
  g_assert_cmpstr (after, ==, before);
}

static void
the_history_is_bounded (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint undone = 0;

  unk_routine_edit_make (f->edit, make (f));
  for (guint i = 0; i < 300; i++)
    g_assert_true (unk_routine_edit_turn_step (f->edit, 0));
  while (unk_routine_edit_undo (f->edit))
    undone++;
  g_assert_cmpuint (undone, ==, 200);
}

/* As the commands do it: what goes is taken out of the file, and comes back under its id. */
static void
a_deleted_routine_comes_back_under_its_id (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("unknot-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "unknot.db", NULL);
  g_autoptr (UnkStore) store = unk_store_open (path, &error);
  g_autoptr (UnkRoutine) kept = make (f);
  gint64 id;

  g_assert_no_error (error);
  unk_store_save_routine (store, kept, NULL);
  id = kept->id;
  unk_routine_edit_open (f->edit, unk_routine_copy (kept));
  g_assert_true (unk_routine_edit_delete (f->edit));
  g_assert_cmpint (unk_routine_edit_get_gone (f->edit), ==, id);
  unk_store_delete_routine (store, id, NULL);
  g_assert_true (unk_routine_edit_undo (f->edit));
  g_assert_cmpint (unk_routine_edit_get_gone (f->edit), ==, 0);
  g_assert_cmpint (unk_routine_edit_get_routine (f->edit)->id, ==, id);
  unk_routine_edit_make (f->edit, make (f));
  unk_routine_edit_set_id (f->edit, 77);
  g_assert_true (unk_routine_edit_undo (f->edit));
  g_assert_cmpint (unk_routine_edit_get_gone (f->edit), ==, 77);
  unk_store_close (store);
  g_remove (path);
  g_rmdir (folder);
}

static void
tools_and_minutes_are_kept (Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const owned[] = { "tennis-ball", "hook-cane", NULL };
  static const char *const fewer[] = { "sponge", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("unknot-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "unknot.db", NULL);
  g_autoptr (UnkStore) store = unk_store_open (path, &error);
  g_auto (GStrv) none = unk_store_load_tools (store, NULL), some = NULL, last = NULL;
  guint minutes = 15;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_true (unk_store_load_minutes (store, &minutes, NULL));
  g_assert_cmpuint (minutes, ==, 15);
  g_assert_true (unk_store_save_tools (store, owned, &error));
  g_assert_true (unk_store_save_minutes (store, 10, &error));
  g_assert_true (unk_store_save_minutes (store, 12, &error));
  unk_store_close (store);
  g_clear_object (&store);
  store = unk_store_open (path, &error);
  some = unk_store_load_tools (store, &error);
  g_assert_cmpuint (g_strv_length (some), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) some, "hook-cane"));
  g_assert_true (unk_store_load_minutes (store, &minutes, NULL));
  g_assert_cmpuint (minutes, ==, 12);
  g_assert_true (unk_store_save_tools (store, fewer, &error));
  last = unk_store_load_tools (store, &error);
  g_assert_cmpstr (last[0], ==, "sponge");
  g_assert_null (last[1]);
  unk_store_close (store);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/routine/no-request-gets-more-than-it-allows", no_request_gets_more_than_it_allows },
    { "/routine/more-minutes-are-used", more_minutes_are_used },
    { "/routine/without-tools-the-hands-do-it", without_tools_the_hands_do_it },
    { "/routine/every-condition-has-a-routine", every_condition_has_a_routine },
    { "/routine/all-changes-are-taken-back-and-made-again",
      all_changes_are_taken_back_and_made_again },
    { "/routine/a-dose-stays-within-its-range", a_dose_stays_within_its_range },
    { "/routine/the-letters-of-a-name-are-one-change", the_letters_of_a_name_are_one_change },
    { "/routine/what-makes-no-sense-is-refused", what_makes_no_sense_is_refused },
    { "/routine/the-history-is-bounded", the_history_is_bounded },
    { "/routine/a-deleted-routine-comes-back-under-its-id",
      a_deleted_routine_comes_back_under_its_id },
    { "/routine/tools-and-minutes-are-kept", tools_and_minutes_are_kept },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
