/* unk-small-set.c: a copy of the small set of content, to be broken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-small-set.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *text = NULL;
  g_autofree char *parent = g_path_get_dirname (to);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  g_file_set_contents (to, text, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_tree (source, target);
      else
        copy_file (source, target);
    }
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

SmallSet
small_set_new_empty (void)
{
  return (SmallSet){ g_dir_make_tmp ("unknot-compile-XXXXXX", NULL) };
}

SmallSet
small_set_new (void)
{
  static const char *const schemas[] = { "atlas/atlas.rng", "care/care.rng", "care/guide.rng",
                                         "figure/names.rng" };
  SmallSet set = small_set_new_empty ();
  g_autofree char *small = g_test_build_filename (G_TEST_DIST, "data", "atlas-small", NULL);

  copy_tree (small, set.path);
  for (gsize i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autofree char *from = g_test_build_filename (G_TEST_DIST, "..", "data", schemas[i], NULL);
      g_autofree char *to = g_build_filename (set.path, schemas[i], NULL);

      copy_file (from, to);
    }
  return set;
}

void
small_set_clear (SmallSet *set)
{
  if (set->path)
    remove_tree (set->path);
  g_clear_pointer (&set->path, g_free);
}

char *
small_set_read (const SmallSet *set, const char *name)
{
  g_autofree char *path = g_build_filename (set->path, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
small_set_write (const SmallSet *set, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (set->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
small_set_remove (const SmallSet *set, const char *name)
{
  g_autofree char *path = g_build_filename (set->path, name, NULL);

  g_assert_no_errno (g_remove (path));
}

/* What comes before @anchor in @name, and what comes behind. */
static char **
split_at (const SmallSet *set, const char *name, const char *anchor)
{
  g_autofree char *text = small_set_read (set, name);
  char **parts = g_strsplit (text, anchor, 2);

  if (g_strv_length (parts) != 2)
    g_error ("%s has no \"%s\"", name, anchor);
  return parts;
}

/* The line in @name that holds @anchor. */
int
small_set_line_of (const SmallSet *set, const char *name, const char *anchor)
{
  g_auto (GStrv) parts = split_at (set, name, anchor);
  int line = 1;

  for (const char *p = parts[0]; *p; p++)
    line += *p == '\n';
  return line;
}

void
small_set_replace (const SmallSet *set, const char *name, const char *old, const char *new)
{
  g_auto (GStrv) parts = split_at (set, name, old);
  g_autofree char *changed = g_strconcat (parts[0], new, parts[1], NULL);

  small_set_write (set, name, changed);
}

GBytes *
small_set_compile (const SmallSet *set, UnkCompile *result, GError **error)
{
  result->data_dir = set->path;
  return unk_compile_run (result, error);
}

static gboolean
is_said (char **lines, const SmallSet *set, const char *file, int line, const char *message)
{
  g_autofree char *start = g_strdup_printf ("%s/%s:%d: ", set->path, file, line);

  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], start) && strstr (lines[i] + strlen (start), message))
      return TRUE;
  return FALSE;
}

void
small_set_assert_said (char **lines, const SmallSet *set, const char *file, int line,
                       const char *message)
{
  g_autofree char *all = g_strjoinv ("\n  ", lines);

  if (!is_said (lines, set, file, line, message))
    g_error ("%s:%d should say \"%s\", but there is only\n  %s", file, line, message, all);
}
