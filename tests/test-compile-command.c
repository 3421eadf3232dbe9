/* test-compile-command.c: unknot-compile as a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-small-set.h"

#include <gio/gio.h>

/* ---- the command ---- */

static int
run (char **err, const char *first, ...)
{
  const char *command = g_getenv ("UNKNOT_COMPILE");
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) command);
  va_start (list, first);
  for (const char *a = first; a; a = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) a);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  process =
    g_subprocess_newv ((const char *const *) arguments->pdata,
                       G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static void
test_command_writes_the_atlas_and_what_it_read (void)
{
  g_auto (SmallSet) set = small_set_new ();
  g_autofree char *output = g_build_filename (set.path, "out file", NULL);
  g_autofree char *depfile = g_build_filename (set.path, "out.d", NULL);
  g_autofree char *err = NULL, *text = NULL;

  if (!g_getenv ("UNKNOT_COMPILE"))
    {
      g_test_skip ("UNKNOT_COMPILE doesn't name the command");
      return;
    }
  g_assert_cmpint (run (&err, "--data", set.path, "--output", output, "--depfile", depfile, NULL),
                   ==, 0);
  g_assert_cmpstr (err, ==, "");
  g_assert_true (g_file_test (output, G_FILE_TEST_IS_REGULAR));
  text = small_set_read (&set, "out.d");
  g_assert_nonnull (strstr (text, "out\\ file:"));
  g_assert_nonnull (strstr (text, UPPER));
  g_assert_nonnull (strstr (text, "/atlas \\\n")); /* the folder: a new muscle is noticed */
}

static void
test_command_writes_nothing_on_a_fault (void)
{
  g_auto (SmallSet) set = small_set_new ();
  g_autofree char *output = g_build_filename (set.path, "out", NULL);
  g_autofree char *depfile = g_build_filename (set.path, "out.d", NULL);
  g_autofree char *err = NULL, *kept = NULL;

  if (!g_getenv ("UNKNOT_COMPILE"))
    {
      g_test_skip ("UNKNOT_COMPILE doesn't name the command");
      return;
    }
  small_set_write (&set, "out", "what was there");
  small_set_replace (&set, UPPER, "site=\"edge\"", "site=\"hedge\"");
  g_assert_cmpint (run (&err, "--data", set.path, "--output", output, "--depfile", depfile, NULL),
                   ==, 1);
  g_assert_nonnull (strstr (err, "unknown site \"hedge\""));
  kept = small_set_read (&set, "out");
  g_assert_cmpstr (kept, ==, "what was there");
  g_assert_false (g_file_test (depfile, G_FILE_TEST_EXISTS));
}

static void
test_command_checks_without_writing (void)
{
  g_auto (SmallSet) set = small_set_new ();
  g_autofree char *output = g_build_filename (set.path, "out", NULL);
  g_autofree char *err = NULL;

  if (!g_getenv ("UNKNOT_COMPILE"))
    {
      g_test_skip ("UNKNOT_COMPILE doesn't name the command");
      return;
    }
  g_assert_cmpint (run (&err, "--check", "--data", set.path, "--output", output, NULL), ==, 0);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

static void
test_command_tells_how_it_is_used (void)
{
  g_auto (SmallSet) set = small_set_new ();
  g_autofree char *a = NULL, *b = NULL, *c = NULL, *d = NULL;

  if (!g_getenv ("UNKNOT_COMPILE"))
    {
      g_test_skip ("UNKNOT_COMPILE doesn't name the command");
      return;
    }
  g_assert_cmpint (run (&a, "--data", set.path, NULL), ==, 2);
  g_assert_nonnull (strstr (a, "--output (or --check) is missing"));
  g_assert_cmpint (run (&b, "--frobnicate", NULL), ==, 2);
  g_assert_cmpint (run (&c, "--data", set.path, "--output", "/nonexistent/unknot/out", NULL), ==,
                   1);
  g_assert_nonnull (strstr (c, "/nonexistent/unknot/out"));
  g_assert_cmpint (run (&d, "--data", "/nonexistent/unknot", "--check", NULL), ==, 1);
  g_assert_nonnull (strstr (d, "no such folder"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compile/command/writes-the-atlas-and-what-it-read",
                   test_command_writes_the_atlas_and_what_it_read);
  g_test_add_func ("/compile/command/writes-nothing-on-a-fault",
                   test_command_writes_nothing_on_a_fault);
  g_test_add_func ("/compile/command/checks-without-writing", test_command_checks_without_writing);
  g_test_add_func ("/compile/command/tells-how-it-is-used", test_command_tells_how_it_is_used);
  return g_test_run ();
}
