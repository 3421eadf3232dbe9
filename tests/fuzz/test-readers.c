/* test-readers.c: every file of the corpus goes through its reader once
 *
 * Needs no fuzzer: it keeps the corpus alive, and what the fuzzer once found from coming back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-readers.h"

static void
try_file (gconstpointer path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_assert_cmpuint (length, >, 0);
  unk_readers_try ((const guint8 *) text, length);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) files = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", NULL);
  files = g_dir_open (folder, 0, NULL);
  if (!files)
    g_error ("there is no corpus in %s", folder);
  while ((name = g_dir_read_name (files)))
    {
      g_autofree char *path = g_strconcat ("/readers/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), try_file, g_free);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  return g_test_run ();
}
