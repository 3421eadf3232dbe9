/* test-routine-text.c: routines to a file and back; what isn't one is refused whole, with its line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "unk-json-reader.h"
#include "unk-routine-text.h"

#define HEAD "{\"format\": \"unknot-routines\", \"version\": 1,\n"
#define ROUTINE(more) HEAD "\"routines\": [{\"name\": \"Neck\",\n" more "}]}"
#define STEP(more)                                                                                 \
  ROUTINE ("\"steps\": [{\n\"muscle\": \"infraspinatus\", \"side\": \"left\", " more "}]")
#define TREATED                                                                                    \
  "\"kind\": \"compression\", \"technique\": \"ischemic-compression\", \"variant\": 0, "
#define DOSED "\"seconds\": 30, \"repetitions\": 2"

static UnkAtlas *atlas;

/* What is wrong, in which line, and a part of what is said about it. */
static const struct
{
  const char *name, *text;
  guint line;
  const char *said;
} bad[] = {
  { "nothing", "", 1, "ends where" },
  { "not JSON", "Neck: press the knot", 1, "should come here" },
  { "a list", "[]", 1, "should come here" },
  { "a journal", "{\"format\": \"unknot-journal\"}", 1, "unknot-routines" },
  { "a newer version", "{\"format\": \"unknot-routines\", \"version\": 2,\n\"routines\": []}", 1,
    "version 2" },
  { "no routines at all", HEAD "\"routines\": []}", 2, "no routines" },
  { "only a head", "{\"format\": \"unknot-routines\"}", 1, "“version” is missing" },
  { "cut off", ROUTINE ("\"steps\": [") "x", 3, "should come here" },
  { "more after the end", ROUTINE ("\"steps\": []") "\n{}", 4, "follows after the end" },
  { "a comma too many", ROUTINE ("\"steps\": [],\n"), 4, "should come here" },
  { "an unknown key", ROUTINE ("\"steps\": [], \"color\": 1"), 3, "“color” is not known" },
  { "a key twice", ROUTINE ("\"steps\": [],\n\"steps\": []"), 4, "“steps” comes twice" },
  { "not UTF-8", HEAD "\"\xff\"", 2, "UTF-8" },
  { "no name", HEAD "\"routines\": [{\"name\": \"\",\n\"steps\": []}]}", 2, "needs a name" },
  { "no steps", HEAD "\"routines\": [{\"name\": \"Neck\"}]}", 2, "“steps” is missing" },
  { "no such day", ROUTINE ("\"steps\": [], \"days\": [\"monday\",\n\"someday\"]"), 4, "someday" },
  { "a day twice", ROUTINE ("\"steps\": [], \"days\": [\"monday\",\n\"monday\"]"), 4, "twice" },
  { "no such time", ROUTINE ("\"steps\": [], \"days\": [\"monday\"], \"reminder\": \"24:00\""), 3,
    "07:30" },
  { "a time in words", ROUTINE ("\"steps\": [], \"days\": [\"monday\"], \"reminder\": \"7:30 pm\""),
    3, "07:30" },
  { "a reminder without days", ROUTINE ("\"steps\": [], \"reminder\": \"07:30\""), 3, "“days”" },
  { "a muscle of a newer atlas", ROUTINE ("\"steps\": [\n{\"muscle\": \"musculus-novus\"}]"), 4,
    "musculus-novus" },
  { "an odd side", ROUTINE ("\"steps\": [\n{\"side\": \"middle\"}]"), 4, "write right or left" },
  { "an odd kind", STEP ("\"kind\": \"cupping\""), 4, "compression, friction or stretch" },
  { "an unknown technique", STEP ("\"technique\": \"wishing\""), 4, "wishing" },
  { "an unknown tool", STEP ("\"tool\": \"hammer\""), 4, "bare hands" },
  { "no dose", STEP (TREATED "\"tool\": \"\""), 4, "“seconds” is missing" },
  { "too long a press", STEP (TREATED "\"tool\": \"\", \"seconds\": 600, \"repetitions\": 2"), 4,
    "from 30 to 60" },
  { "too often", STEP (TREATED "\"tool\": \"\", \"seconds\": 30, \"repetitions\": 99"), 4,
    "from 2 to 3" },
  { "half a second", STEP (TREATED "\"tool\": \"\", \"seconds\": 30.5, \"repetitions\": 2"), 4,
    "whole number" },
  { "a tool that harms", STEP (TREATED "\"tool\": \"foam-roller\", " DOSED), 4, "foam-roller" },
  { "a treatment that there isn't",
    STEP ("\"kind\": \"compression\", \"technique\": \"ischemic-compression\", \"variant\": 7, "
          "\"tool\": \"\", " DOSED),
    4, "counted from 0" },
  { "another technique",
    STEP ("\"kind\": \"compression\", \"technique\": \"static-stretch\", \"variant\": 0, "
          "\"tool\": \"\", " DOSED),
    4, "ischemic-compression" },
};

static void
bad_files_are_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *line = g_strdup_printf ("line %u: ", bad[i].line);

      g_assert_null (unk_routines_read (bad[i].text, strlen (bad[i].text), atlas, &error));
      g_assert_nonnull (error);
      g_test_message ("%s: %s", bad[i].name, error->message);
      g_assert_cmpint ((int) error->domain, ==, (int) UNK_JSON_ERROR);
      g_assert_true (g_str_has_prefix (error->message, line));
      g_assert_nonnull (strstr (error->message, bad[i].said));
    }
}

/* Every treatment of the atlas, each in a step of its own. */
static void
what_is_left_to_others_is_refused (void)
{
  guint n, refused = 0, taken = 0;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < muscles[i].n_treatments; k++)
      {
        g_autoptr (GPtrArray) one =
          g_ptr_array_new_with_free_func ((GDestroyNotify) unk_routine_free);
        UnkRoutine *routine = unk_routine_new ("One");
        g_autoptr (GPtrArray) read = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *text = NULL;

        g_ptr_array_add (one, routine);
        g_ptr_array_add (routine->steps,
                         unk_routine_step_new_from_treatment (&muscles[i], UNK_SIDE_LEFT, k));
        text = unk_routines_to_text (one, atlas);
        read = unk_routines_read (text, strlen (text), atlas, &error);
        if (g_str_equal (muscles[i].treatments[k].self, "no"))
          {
            g_assert_null (read);
            g_assert_nonnull (strstr (error->message, muscles[i].treatments[k].technique[0]
                                                        ? "not for oneself"
                                                        : "technique"));
            refused++;
          }
        else
          {
            g_assert_no_error (error);
            taken++;
          }
      }
  g_test_message ("%u taken, %u refused", taken, refused);
  g_assert_cmpuint (taken, >, 100);
  g_assert_cmpuint (refused, >, 0);
}

static GPtrArray *
make_routines (void)
{
  GPtrArray *routines = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_routine_free);
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, "infraspinatus", NULL);

  for (guint i = 0; i < 3; i++)
    {
      UnkRoutine *routine =
        unk_routine_new (i ? "“Neck”, at\nnight \\ \"2\"" : "Schulter für Änne");

      routine->days = i * 33;
      routine->reminder = i ? (int) (i * 61 + 5) : -1;
      for (guint k = 0; k < i * muscle->n_treatments; k++)
        g_ptr_array_add (routine->steps, unk_routine_step_new_from_treatment (
                                           muscle, k % 2 ? UNK_SIDE_LEFT : UNK_SIDE_RIGHT,
                                           k % muscle->n_treatments));
      g_ptr_array_add (routines, routine);
    }
  return routines;
}

static void
assert_same_step (const UnkRoutineStep *a, const UnkRoutineStep *b)
{
  g_assert_cmpstr (a->muscle, ==, b->muscle);
  g_assert_cmpint ((int) a->side, ==, (int) b->side);
  g_assert_cmpstr (a->kind, ==, b->kind);
  g_assert_cmpstr (a->technique, ==, b->technique);
  g_assert_cmpint (a->variant, ==, b->variant);
  g_assert_cmpstr (a->tool, ==, b->tool);
  g_assert_cmpint (a->seconds, ==, b->seconds);
  g_assert_cmpint (a->repetitions, ==, b->repetitions);
}

static void
all_comes_back (void)
{
  g_autoptr (GPtrArray) routines = make_routines ();
  UnkRoutineStep *tooled =
    g_ptr_array_index (((UnkRoutine *) g_ptr_array_index (routines, 2))->steps, 0);
  g_autofree char *text = NULL, *again = NULL;
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GError) error = NULL;

  g_free (tooled->tool);
  tooled->tool = g_strdup ("tennis-ball");
  text = unk_routines_to_text (routines, atlas);
  g_assert_nonnull (strstr (text, "Infraspinatus, right: Compression, with: "));
  read = unk_routines_read (text, strlen (text), atlas, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, routines->len);
  for (guint i = 0; i < read->len; i++)
    {
      const UnkRoutine *a = g_ptr_array_index (routines, i), *b = g_ptr_array_index (read, i);

      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpuint (a->days, ==, b->days);
      g_assert_cmpint (a->reminder, ==, b->reminder);
      g_assert_cmpuint (a->steps->len, ==, b->steps->len);
      for (guint k = 0; k < a->steps->len; k++)
        assert_same_step (g_ptr_array_index (a->steps, k), g_ptr_array_index (b->steps, k));
    }
  again = unk_routines_to_text (read, atlas);
  g_assert_cmpstr (again, ==, text);
}

static void
large_files_are_refused (void)
{
  g_autoptr (GString) name = g_string_new (HEAD "\"routines\": [{\"name\": \"");
  g_autoptr (GString) many = g_string_new (HEAD "\"routines\": [");
  g_autofree char *huge = g_strnfill (UNK_ROUTINE_FILE_MAX + 1, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (unk_routines_read (huge, UNK_ROUTINE_FILE_MAX + 1, atlas, &error));
  g_assert_nonnull (strstr (error->message, "larger than"));
  g_clear_error (&error);
  for (guint i = 0; i <= UNK_ROUTINE_NAME_MAX; i++)
    g_string_append_c (name, 'x');
  g_string_append (name, "\", \"steps\": []}]}");
  g_assert_null (unk_routines_read (name->str, name->len, atlas, &error));
  g_assert_nonnull (strstr (error->message, "too long"));
  g_clear_error (&error);
  for (guint i = 0; i <= UNK_ROUTINES_MAX; i++)
    g_string_append_printf (many, "%s{\"name\": \"a\", \"steps\": []}", i ? "," : "");
  g_string_append (many, "]}");
  g_assert_null (unk_routines_read (many->str, many->len, atlas, &error));
  g_assert_nonnull (strstr (error->message, "more than 200"));
}

/* Whatever is cut off or changed, the reader ends: with all or with an error. */
static void
no_file_harms (void)
{
  g_autoptr (GPtrArray) routines = make_routines ();
  g_autofree char *good = unk_routines_to_text (routines, atlas);
  gsize length = strlen (good);

  for (gsize i = 0; i < length - 1; i++)
    {
      g_autofree char *copy = g_memdup2 (good, i ? i : 1);

      g_assert_null (unk_routines_read (copy, i, atlas, NULL));
    }
  for (gsize i = 0; i < length; i++)
    for (int bit = 0; bit < 8; bit++)
      {
        g_autofree char *copy = g_memdup2 (good, length);
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) read = NULL;

        copy[i] = (char) (copy[i] ^ (1 << bit));
        read = unk_routines_read (copy, length, atlas, &error);
        g_assert_true (!read == !!error);
      }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = unk_atlas_open_installed (NULL);
  g_test_add_func ("/routine-text/all-comes-back", all_comes_back);
  g_test_add_func ("/routine-text/bad-files-are-refused", bad_files_are_refused);
  g_test_add_func ("/routine-text/what-is-left-to-others-is-refused",
                   what_is_left_to_others_is_refused);
  g_test_add_func ("/routine-text/large-files-are-refused", large_files_are_refused);
  g_test_add_func ("/routine-text/no-file-harms", no_file_harms);
  status = g_test_run ();
  unk_atlas_unref (atlas);
  return status;
}
