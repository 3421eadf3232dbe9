/* test-journal-read.c: what isn't a journal is refused whole, with its line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "unk-journal-text.h"
#include "unk-json-reader.h"

#define HEAD "{\"format\": \"unknot-journal\", \"version\": 1,\n"
#define ENTRY(more)                                                                                \
  HEAD                                                                                             \
    "\"entries\": [{\"at\": \"2026-11-12T18:30:00Z\", \"kind\": \"ache\", \"note\": \"\",\n" more  \
    "}],\n\"sessions\": []}"
#define MARK(mark) ENTRY ("\"intensity\": 5, \"marks\": [" mark "]")

static const struct
{
  const char *name, *text;
  guint line;
} bad[] = {
  { "nothing", "", 1 },
  { "blanks", "\n \n", 3 },
  { "a list", "[]", 1 },
  { "another file", "{\"format\": \"other\"}", 1 },
  { "a newer version", "{\"format\": \"unknot-journal\", \"version\": 2}", 1 },
  { "nothing but a head", HEAD "\"entries\": []}", 2 },
  { "cut off", HEAD "\"entries\": [\n{\"at\": \"2026", 3 },
  { "more after the end", HEAD "\"entries\": [], \"sessions\": []}\n{}", 3 },
  { "a comma too many", HEAD "\"entries\": [], \"sessions\": [],\n}", 3 },
  { "a comment", HEAD "// so\n\"entries\": [], \"sessions\": []}", 2 },
  { "an unknown key", HEAD "\"entries\": [],\n\"color\": 1, \"sessions\": []}", 3 },
  { "a key twice", HEAD "\"entries\": [],\n\"entries\": [], \"sessions\": []}", 3 },
  { "a mark of byte order", "\xef\xbb\xbf{}", 1 },
  { "not UTF-8", HEAD "\"\xff\"", 2 },
  { "a zero in it", HEAD "\"entries\\u0000\": []", 2 },
  { "half a pair", ENTRY ("\"intensity\": 5, \"marks\": [{\"kind\": \"\\ud800\"}]"), 3 },
  { "a line's end in a text", HEAD "\"ent\nries\": []", 2 },
  { "beyond the scale", ENTRY ("\"intensity\": 11, \"marks\": []"), 3 },
  { "below the scale", ENTRY ("\"intensity\": -1, \"marks\": []"), 3 },
  { "half a rating", ENTRY ("\"intensity\": 4.5, \"marks\": []"), 3 },
  { "a rating in words", ENTRY ("\"intensity\": \"5\", \"marks\": []"), 3 },
  { "a leading zero", ENTRY ("\"intensity\": 05, \"marks\": []"), 3 },
  { "not a number", ENTRY ("\"intensity\": NaN, \"marks\": []"), 3 },
  { "a huge number", ENTRY ("\"intensity\": 1e999, \"marks\": []"), 3 },
  { "no marks", ENTRY ("\"intensity\": 5"), 3 },
  { "an area without a name", MARK ("{\"kind\": \"area\", \"side\": \"left\"}"), 3 },
  { "a name that is a path", MARK ("{\"kind\": \"area\", \"side\": \"left\", \"area\": \"../x\"}"),
    3 },
  { "an odd side", MARK ("{\"kind\": \"area\", \"side\": \"middle\", \"area\": \"nape\"}"), 3 },
  { "an area with dots",
    MARK ("{\"kind\": \"area\", \"side\": \"left\", \"area\": \"nape\", \"dots\": [1, 2]}"), 3 },
  { "a stroke without dots",
    MARK ("{\"kind\": \"stroke\", \"side\": \"left\", \"view\": \"front\", \"radius\": 9, "
          "\"dots\": []}"),
    3 },
  { "half a dot",
    MARK ("{\"kind\": \"stroke\", \"side\": \"left\", \"view\": \"front\", \"radius\": 9, "
          "\"dots\": [1]}"),
    3 },
  { "a brush as wide as the body",
    MARK ("{\"kind\": \"stroke\", \"side\": \"left\", \"view\": \"front\", \"radius\": 900, "
          "\"dots\": [1, 2]}"),
    3 },
  { "an eraser of nothing",
    MARK ("{\"kind\": \"eraser\", \"side\": \"left\", \"view\": \"front\", \"radius\": 9, "
          "\"dots\": [1, 2]}"),
    3 },
  { "a time without its zone",
    HEAD "\"entries\": [{\"at\": \"2026-11-12T18:30:00\"}], \"sessions\": []}", 2 },
  { "no such day", HEAD "\"entries\": [{\"at\": \"2026-02-30T18:30:00Z\"}], \"sessions\": []}", 2 },
  { "before all times", HEAD "\"entries\": [{\"at\": \"1950-01-01T00:00:00Z\"}], \"sessions\": []}",
    2 },
  { "a session backwards",
    HEAD "\"entries\": [], \"sessions\": [{\"name\": \"x\", \"began\": \"2026-01-02T00:00:00Z\",\n"
         "\"ended\": \"2026-01-01T00:00:00Z\", \"note\": \"\", \"steps\": []}]}",
    3 },
  { "true in words", HEAD "\"entries\": [], \"sessions\": [{\"steps\": [{\"done\":\n\"true\"}]}]}",
    3 },
};

static void
test_bad_files_are_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *line = g_strdup_printf ("line %u: ", bad[i].line);

      g_test_message ("%s", bad[i].name);
      g_assert_null (unk_journal_read (bad[i].text, strlen (bad[i].text), &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_cmpint ((int) error->domain, ==, (int) UNK_JSON_ERROR);
      g_assert_true (g_str_has_prefix (error->message, line));
    }
}

static void
test_deep_and_long_files_are_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"entries\": ");
  g_autoptr (GString) note = g_string_new (HEAD "\"entries\": [{\"note\": \"");
  g_autoptr (GString) marks = g_string_new (HEAD "\"entries\": [{\"marks\": [");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (unk_journal_read (deep->str, deep->len, NULL));
  for (guint i = 0; i <= UNK_ENTRY_NOTE_MAX; i++)
    g_string_append_c (note, 'x');
  g_string_append (note, "\"}], \"sessions\": []}");
  g_assert_null (unk_journal_read (note->str, note->len, NULL));
  for (guint i = 0; i <= UNK_JOURNAL_MARKS_MAX; i++)
    g_string_append_printf (marks, "%s{\"kind\": \"area\", \"side\": \"left\", \"area\": \"nape\"}",
                            i ? "," : "");
  g_string_append (marks, "]}], \"sessions\": []}");
  g_assert_null (unk_journal_read (marks->str, marks->len, NULL));
}

/* Whatever is cut off or changed, the reader ends, and tells a line. */
static void
test_no_file_harms (void)
{
  const char *good = MARK ("{\"kind\": \"stroke\", \"side\": \"left\", \"view\": \"front\","
                           " \"radius\": 9, \"dots\": [1, 2]}");
  gsize length = strlen (good);
  g_autoptr (UnkJournalParts) parts = unk_journal_read (good, length, NULL);

  g_assert_nonnull (parts);
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = g_memdup2 (good, i ? i : 1);

      g_assert_null (unk_journal_read (copy, i, &error));
      g_assert_nonnull (error);
    }
  for (gsize i = 0; i < length; i++)
    for (int bit = 0; bit < 8; bit++)
      {
        g_autofree char *copy = g_memdup2 (good, length);
        g_autoptr (GError) error = NULL;
        g_autoptr (UnkJournalParts) read = NULL;

        copy[i] = (char) (copy[i] ^ (1 << bit));
        read = unk_journal_read (copy, length, &error);
        g_assert_true (!read == !!error);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal-read/bad-files-are-refused", test_bad_files_are_refused);
  g_test_add_func ("/journal-read/deep-and-long-files-are-refused",
                   test_deep_and_long_files_are_refused);
  g_test_add_func ("/journal-read/no-file-harms", test_no_file_harms);
  return g_test_run ();
}
