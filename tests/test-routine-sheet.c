/* test-routine-sheet.c: a routine on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "unk-chart.h"
#include "unk-routine-sheet.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkRoutine *routine;
  char *path;
} Fixture;

static void
add_steps (Fixture *f, const char *id, UnkSide side)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (f->atlas, id, NULL);

  g_assert_nonnull (muscle);
  for (guint i = 0; i < muscle->n_treatments; i++)
    if (!g_str_equal (muscle->treatments[i].self, "no"))
      g_ptr_array_add (f->routine->steps, unk_routine_step_new_from_treatment (muscle, side, i));
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *kept = g_getenv ("UNKNOT_PICTURES");

  f->atlas = unk_atlas_open_installed (NULL);
  f->routine = unk_routine_new ("Quiet neck and shoulders");
  f->routine->days = 0x15;
  f->path = kept ? g_build_filename (kept, "routine-sheet.pdf", NULL)
                 : g_build_filename (g_get_tmp_dir (), "unknot-routine-sheet.pdf", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  if (!g_getenv ("UNKNOT_PICTURES"))
    g_remove (f->path);
  g_free (f->path);
  unk_routine_free (f->routine);
  unk_atlas_unref (f->atlas);
}

static char *
run (const char *command, const char *path)
{
  const char *arguments[] = { command, path, g_str_equal (command, "pdftotext") ? "-" : NULL,
                              NULL };
  char *out = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &out, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return out;
}

/* The program is tested while a Flatpak is built, too, where there is only the platform. */
static gboolean
has_poppler (void)
{
  g_autofree char *path = g_find_program_in_path ("pdfimages");

  if (!path)
    g_test_skip ("poppler's tools aren't here");
  return path != NULL;
}

static char *
join_lines (char *text)
{
  return g_strdelimit (text, "\n", ' ');
}

static void
all_steps_stand_on_the_sheets (Fixture *f, gconstpointer data)
{
  UnkRoutineSheet sheet = { f->atlas, f->routine, FALSE };
  g_autofree char *text = NULL, *info = NULL;
  g_autoptr (GError) error = NULL;

  add_steps (f, "infraspinatus", UNK_SIDE_LEFT);
  add_steps (f, "trapezius-upper", UNK_SIDE_RIGHT);
  add_steps (f, "levator-scapulae", UNK_SIDE_RIGHT);
  add_steps (f, "gluteus-medius", UNK_SIDE_LEFT);
  g_assert_true (unk_routine_sheet_write (&sheet, unk_paper_find (data), f->path, &error));
  g_assert_no_error (error);
  if (!has_poppler ())
    return;
  text = join_lines (run ("pdftotext", f->path));
  g_assert_nonnull (strstr (text, "Quiet neck and shoulders"));
  g_assert_nonnull (strstr (text, "Monday, Wednesday, Friday"));
  g_assert_nonnull (strstr (text, "Infraspinatus, left"));
  g_assert_nonnull (strstr (text, "does not diagnose"));
  for (guint i = 0; i < f->routine->steps->len; i++)
    {
      const UnkRoutineStep *step = g_ptr_array_index (f->routine->steps, i);
      g_autofree char *number = g_strdup_printf ("%u. ", i + 1);

      g_assert_nonnull (strstr (text, number));
      g_assert_nonnull (unk_routine_step_find_treatment (step, f->atlas));
    }
  info = run ("pdfinfo", f->path);
  g_assert_nonnull (strstr (info, g_str_equal (data, "a4") ? "595 x 842" : "612 x 792"));
  g_assert_null (strstr (info, "Pages:           1\n"));
}

/* Vectors, not pixels: a printer has more of them than a screen. */
static void
nothing_is_made_of_pixels (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkRoutineSheet sheet = { f->atlas, f->routine, FALSE };
  const char *arguments[] = { "pdfimages", "-list", f->path, NULL };
  g_autofree char *out = NULL;

  add_steps (f, "infraspinatus", UNK_SIDE_LEFT);
  g_assert_true (unk_routine_sheet_write (&sheet, unk_paper_find ("a4"), f->path, NULL));
  if (!has_poppler ())
    return;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &out, NULL, NULL, NULL));
  g_test_message ("%s", out);
  g_assert_null (strstr (out, " image "));
}

static void
odd_routines_are_printed (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkRoutineSheet sheet = { f->atlas, f->routine, TRUE };
  g_autoptr (GPtrArray) none = NULL, many = NULL;
  g_autoptr (GError) error = NULL;
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (f->atlas, &n);

  none = unk_routine_sheet_make_pages (&sheet, unk_paper_find ("a4"), NULL);
  g_assert_cmpuint (none->len, ==, 1);
  g_ptr_array_add (f->routine->steps,
                   unk_routine_step_new ("of-another-version", UNK_SIDE_LEFT, "stretch",
                                         "static-stretch", 0, "no-such-tool", 30, 2));
  for (guint i = 0; i < 60; i++)
    add_steps (f, muscles[i % 3].id, UNK_SIDE_LEFT);
  many = unk_routine_sheet_make_pages (&sheet, unk_paper_find ("letter"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (many->len, >, 10);
}

static void
what_cannot_be_written_is_said (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  UnkRoutineSheet sheet = { f->atlas, f->routine, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_false (unk_routine_sheet_write (&sheet, unk_paper_find ("a4"), "/tmp/x.png", &error));
  g_assert_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (
    unk_routine_sheet_write (&sheet, unk_paper_find ("a4"), "/nowhere/x.pdf", &error));
  g_assert_error (error, UNK_CHART_ERROR, UNK_CHART_ERROR_WRITE);
}

static void
add (const char *path, void (*test) (Fixture *f, gconstpointer data), const char *data)
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/routine-sheet/all-steps-stand-on-a4", all_steps_stand_on_the_sheets, "a4");
  add ("/routine-sheet/all-steps-stand-on-letter", all_steps_stand_on_the_sheets, "letter");
  add ("/routine-sheet/odd-routines-are-printed", odd_routines_are_printed, NULL);
  add ("/routine-sheet/what-cannot-be-written-is-said", what_cannot_be_written_is_said, NULL);
  add ("/routine-sheet/nothing-is-made-of-pixels", nothing_is_made_of_pixels, NULL);
  return g_test_run ();
}
