/* unk-faults.c: what is wrong with the content, by file and line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-faults.h"

#include <string.h>

typedef struct
{
  UnkFaultKind kind;
  char *file;
  long line;
  char *message;
} Fault;

struct _UnkFaults
{
  char *root;
  GPtrArray *list; /* Fault */
};

static void
free_fault (gpointer data)
{
  Fault *fault = data;

  g_free (fault->file);
  g_free (fault->message);
  g_free (fault);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const Fault *x = *(Fault *const *) a, *y = *(Fault *const *) b;
  int order = strcmp (x->file, y->file);

  if (!order)
    order = (x->line > y->line) - (x->line < y->line);
  if (!order)
    order = (int) x->kind - (int) y->kind;
  return order ? order : strcmp (x->message, y->message);
}

/* Complaints of an element about its content only repeat what was said of the content. */
static gboolean
is_echo (const Fault *fault)
{
  return fault->kind == UNK_FAULT_SCHEMA &&
         (strstr (fault->message, "failed to validate content") ||
          strstr (fault->message, "Invalid sequence"));
}

static gboolean
is_said_better (const UnkFaults *faults, guint index)
{
  const Fault *fault = g_ptr_array_index (faults->list, index);

  if (fault->kind != UNK_FAULT_SCHEMA)
    return FALSE;
  for (guint i = 0; i < faults->list->len; i++)
    {
      const Fault *other = g_ptr_array_index (faults->list, i);

      if (i == index || other->kind == UNK_FAULT_WARNING || strcmp (other->file, fault->file))
        continue;
      if (is_echo (fault) && other->kind == UNK_FAULT_SCHEMA && !is_echo (other))
        return TRUE;
      if (other->line == fault->line && (other->kind == UNK_FAULT_ERROR || i < index))
        return TRUE;
    }
  return FALSE;
}

static char **
dup_lines (UnkFaults *faults, gboolean warnings)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *last = NULL;

  g_ptr_array_sort (faults->list, compare_faults);
  for (guint i = 0; i < faults->list->len; i++)
    {
      const Fault *fault = g_ptr_array_index (faults->list, i);
      g_autofree char *path = g_build_filename (faults->root, fault->file, NULL);
      g_autofree char *text = g_strdup_printf ("%s:%ld: %s", path, fault->line, fault->message);

      if ((fault->kind == UNK_FAULT_WARNING) != warnings || is_said_better (faults, i) ||
          g_strcmp0 (text, last) == 0)
        continue;
      g_strv_builder_add (lines, text);
      g_free (last);
      last = g_steal_pointer (&text);
    }
  return g_strv_builder_end (lines);
}

/**
 * unk_faults_new:
 * @root: the folder that the files' names are relative to
 *
 * Returns: (transfer full): an empty list
 */
UnkFaults *
unk_faults_new (const char *root)
{
  UnkFaults *faults = g_new0 (UnkFaults, 1);

  faults->root = g_strdup (root);
  faults->list = g_ptr_array_new_with_free_func (free_fault);
  return faults;
}

/**
 * unk_faults_free:
 * @faults: the list
 */
void
unk_faults_free (UnkFaults *faults)
{
  if (!faults)
    return;
  g_free (faults->root);
  g_ptr_array_unref (faults->list);
  g_free (faults);
}

/**
 * unk_faults_add_kind:
 * @faults: the list
 * @kind: how bad it is
 * @file: the file's name below the root
 * @line: the line, counted from 1
 * @message: what is wrong; how to mend it
 */
void
unk_faults_add_kind (UnkFaults *faults, UnkFaultKind kind, const char *file, long line,
                     const char *message)
{
  Fault *fault = g_new0 (Fault, 1);

  *fault = (Fault){ kind, g_strdup (file), MAX (line, 1), g_strdup (message) };
  g_ptr_array_add (faults->list, fault);
}

/**
 * unk_faults_add:
 * @faults: the list
 * @file: the file's name below the root
 * @line: the line, counted from 1
 * @format: what is wrong; how to mend it
 *
 * Notes an error.
 */
void
unk_faults_add (UnkFaults *faults, const char *file, long line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  unk_faults_add_kind (faults, UNK_FAULT_ERROR, file, line, message);
}

/**
 * unk_faults_count:
 * @faults: the list
 *
 * Returns: how many of them stop the build
 */
guint
unk_faults_count (const UnkFaults *faults)
{
  guint count = 0;

  for (guint i = 0; i < faults->list->len; i++)
    count += ((const Fault *) g_ptr_array_index (faults->list, i))->kind != UNK_FAULT_WARNING;
  return count;
}

/**
 * unk_faults_dup_messages:
 * @faults: the list
 *
 * Returns: (transfer full): "FILE:LINE: message" of all that stops the build, by file and line
 */
char **
unk_faults_dup_messages (UnkFaults *faults)
{
  return dup_lines (faults, FALSE);
}

/**
 * unk_faults_dup_warnings:
 * @faults: the list
 *
 * Returns: (transfer full): "FILE:LINE: message" of the rest
 */
char **
unk_faults_dup_warnings (UnkFaults *faults)
{
  return dup_lines (faults, TRUE);
}
