/* unk-readers.c: the readers of users' files, one a target
 *
 * The first byte of an input says which reader gets the rest, so that one corpus serves all; a
 * further reader is one more line in the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-readers.h"

#include <string.h>

#include "unk-journal-text.h"
#include "unk-routine-text.h"

static UnkAtlas *
get_atlas (void)
{
  static UnkAtlas *atlas;

  if (!atlas)
    atlas = unk_atlas_open_installed (NULL);
  if (!atlas)
    g_error ("no atlas: set UNKNOT_ATLAS");
  return atlas;
}

/* What was taken is written and must be taken again, as the same. */
static void
read_routines (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) routines = unk_routines_read (text, length, get_atlas (), &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *first = NULL, *second = NULL;

  g_assert_true (!routines == !!error);
  if (!routines)
    return;
  first = unk_routines_to_text (routines, get_atlas ());
  again = unk_routines_read (first, strlen (first), get_atlas (), NULL);
  /* Written out with words and indents it may be larger than what is read. */
  g_assert_true (again || strlen (first) > UNK_ROUTINE_FILE_MAX);
  if (again)
    {
      second = unk_routines_to_text (again, get_atlas ());
      g_assert_cmpstr (first, ==, second);
    }
}

static void
read_journal (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkJournalParts) parts = unk_journal_read (text, length, &error);

  g_assert_true (!parts == !!error);
}

static const struct
{
  char letter;
  void (*read) (const char *text, gsize length);
} readers[] = {
  { 'R', read_routines },
  { 'J', read_journal },
};

/**
 * unk_readers_try:
 * @data: a letter that says for which reader, then what it gets
 * @size: how many bytes
 *
 * Ends the program where a reader does what it must not.
 */
void
unk_readers_try (const guint8 *data, gsize size)
{
  for (guint i = 0; size && i < G_N_ELEMENTS (readers); i++)
    if (data[0] == readers[i].letter)
      {
        /* A copy of its own, so that a byte read beyond its end is found. */
        g_autofree char *text = g_memdup2 (data + 1, size - 1);

        readers[i].read (text ? text : "", size - 1);
      }
}
