/* unk-json-reader.c: reads JSON, strictly
 *
 * RFC 8259 and nothing beside it: UTF-8 without a mark at its beginning, no comments, no comma too
 * many. A key that isn't known, or comes twice, is refused as well.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LONGEST_KEY 64
#define LONGEST_NUMBER 40

G_DEFINE_QUARK (unk - json - error - quark, unk_json_error)

/**
 * unk_json_reader_fail:
 * @reader: a reader
 * @code: what kind of error it is
 * @format: what is wrong, as for printf(); the line is put before it
 * @...: for @format
 *
 * Says that something is wrong where the reader stands, unless something was wrong before.
 */
void
unk_json_reader_fail (UnkJsonReader *reader, UnkJsonError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (reader->error)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: the number of a line in a file, and what is wrong there */
  g_set_error (&reader->error, UNK_JSON_ERROR, (int) code, _ ("line %u: %s"), reader->line, text);
  reader->at = reader->end;
}

/**
 * unk_json_reader_init:
 * @reader: a reader
 * @text: the text; it has to outlive the reader, and needs no end mark
 * @length: how many bytes it has
 */
void
unk_json_reader_init (UnkJsonReader *reader, const char *text, gsize length)
{
  const char *bad;

  *reader = (UnkJsonReader){ text, text + length, 1, 0, TRUE, NULL };
  if (g_utf8_validate_len (text, length, &bad))
    return;
  for (const char *p = text; p < bad; p++)
    reader->line += *p == '\n';
  unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, "%s", _ ("this is not text in UTF-8"));
}

static void
skip_blanks (UnkJsonReader *reader)
{
  for (; reader->at < reader->end && strchr (" \t\r\n", *reader->at) && *reader->at; reader->at++)
    reader->line += *reader->at == '\n';
}

/* What comes next, or 0 at the end. */
static char
peek (UnkJsonReader *reader)
{
  skip_blanks (reader);
  return reader->at < reader->end ? *reader->at : '\0';
}

static gboolean
take (UnkJsonReader *reader, char wanted)
{
  char found = peek (reader);

  if (reader->error)
    return FALSE;
  if (found == wanted)
    {
      reader->at++;
      return TRUE;
    }
  if (reader->at >= reader->end)
    unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, _ ("the file ends where “%c” should come"),
                          wanted);
  else
    unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, _ ("“%c” should come here"), wanted);
  return FALSE;
}

/**
 * unk_json_reader_finish:
 * @reader: a reader that has read all that it wants
 * @error: return location for a #GError
 *
 * Returns: whether all was well, and nothing more follows
 */
gboolean
unk_json_reader_finish (UnkJsonReader *reader, GError **error)
{
  if (!reader->error && (peek (reader) || reader->at < reader->end))
    unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, "%s",
                          _ ("something follows after the end"));
  if (!reader->error)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reader->error));
  return FALSE;
}

/**
 * unk_json_reader_enter:
 * @reader: a reader
 * @bracket: '{' or '['
 *
 * Returns: whether an object, or a list, begins here
 */
gboolean
unk_json_reader_enter (UnkJsonReader *reader, char bracket)
{
  if (!take (reader, bracket))
    return FALSE;
  if (++reader->depth > UNK_JSON_DEPTH_MAX)
    {
      unk_json_reader_fail (reader, UNK_JSON_ERROR_LIMIT, "%s", _ ("too much lies in each other"));
      return FALSE;
    }
  reader->first = TRUE;
  return TRUE;
}

/**
 * unk_json_reader_next:
 * @reader: a reader in a list or an object
 * @bracket: what ends it: ']' or '}'
 *
 * Returns: whether there is one more; where not, the list or object is left
 */
gboolean
unk_json_reader_next (UnkJsonReader *reader, char bracket)
{
  gboolean first = reader->first;

  reader->first = FALSE;
  if (reader->error)
    return FALSE;
  if (peek (reader) == bracket)
    {
      reader->at++;
      reader->depth--;
      return FALSE;
    }
  return first || take (reader, ',');
}

static int
find_name (const char *const *names, const char *name)
{
  for (int i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}

/**
 * unk_json_reader_next_key:
 * @reader: a reader in an object
 * @names: the keys that it may have, ended by %NULL; at most 32
 * @seen: bits of those that it has had
 *
 * Returns: which key comes next, or -1 at the end of the object and at an error
 */
int
unk_json_reader_next_key (UnkJsonReader *reader, const char *const *names, guint32 *seen)
{
  g_autofree char *name = NULL;
  int i;

  if (!unk_json_reader_next (reader, '}'))
    return -1;
  name = unk_json_reader_text (reader, LONGEST_KEY);
  i = find_name (names, name);
  if (i < 0)
    unk_json_reader_fail (reader, UNK_JSON_ERROR_VALUE, _ ("“%s” is not known here"), name);
  else if (*seen & (1u << i))
    unk_json_reader_fail (reader, UNK_JSON_ERROR_VALUE, _ ("“%s” comes twice"), name);
  else
    *seen |= 1u << i;
  return take (reader, ':') ? i : -1;
}

/* Four digits after \u, or -1. */
static int
read_hex (UnkJsonReader *reader)
{
  int value = 0;

  for (int i = 0; i < 4; i++, reader->at++)
    {
      int digit = reader->at < reader->end ? g_ascii_xdigit_value (*reader->at) : -1;

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

static gboolean
append_code (UnkJsonReader *reader, GString *text)
{
  int code = read_hex (reader), low;

  if (code >= 0xd800 && code < 0xdc00 && reader->end - reader->at >= 6 && reader->at[0] == '\\' &&
      reader->at[1] == 'u')
    {
      reader->at += 2;
      low = read_hex (reader);
      code =
        low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : -1;
    }
  /* A zero would end the text, half a pair is no letter. */
  if (code <= 0 || !g_unichar_validate ((gunichar) code))
    return FALSE;
  g_string_append_unichar (text, (gunichar) code);
  return TRUE;
}

/* After a backslash. */
static gboolean
append_escape (UnkJsonReader *reader, GString *text)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  char letter = reader->at < reader->end ? *reader->at++ : '\0';
  const char *found = letter ? strchr (letters, letter) : NULL;

  if (letter == 'u')
    return append_code (reader, text);
  if (found)
    g_string_append_c (text, meanings[found - letters]);
  return found != NULL;
}

/**
 * unk_json_reader_text:
 * @reader: a reader
 * @longest: the most bytes that are taken
 *
 * Returns: (transfer full): the text that stands here; "" at an error
 */
char *
unk_json_reader_text (UnkJsonReader *reader, gsize longest)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!take (reader, '"'))
    return g_strdup ("");
  while (!reader->error && reader->at < reader->end && *reader->at != '"')
    {
      char c = *reader->at++;

      if ((guchar) c < 0x20)
        unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, "%s",
                              _ ("a text goes over the end of its line"));
      else if (c != '\\')
        g_string_append_c (text, c);
      else if (!append_escape (reader, text))
        unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, "%s",
                              _ ("what follows “\\” means nothing"));
      if (text->len > longest)
        unk_json_reader_fail (reader, UNK_JSON_ERROR_LIMIT, "%s", _ ("this text is too long"));
    }
  if (!reader->error && reader->at >= reader->end)
    unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, "%s", _ ("a text has no end"));
  if (reader->error)
    return g_strdup ("");
  reader->at++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether the characters are a number as JSON writes it: no plus, no leading zero, no bare dot. */
static gboolean
is_number (const char *p)
{
  p += *p == '-';
  if (*p == '0')
    p++;
  else if (!g_ascii_isdigit (*p))
    return FALSE;
  else
    while (g_ascii_isdigit (*p))
      p++;
  if (*p == '.')
    {
      if (!g_ascii_isdigit (*++p))
        return FALSE;
      while (g_ascii_isdigit (*p))
        p++;
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      p += *p == '+' || *p == '-';
      if (!g_ascii_isdigit (*p))
        return FALSE;
      while (g_ascii_isdigit (*p))
        p++;
    }
  return !*p;
}

/**
 * unk_json_reader_number:
 * @reader: a reader
 * @least: the least that is taken
 * @most: the most that is taken
 *
 * Returns: the number that stands here; @least at an error
 */
double
unk_json_reader_number (UnkJsonReader *reader, double least, double most)
{
  char digits[LONGEST_NUMBER + 1];
  gsize n = 0;
  double value;

  peek (reader);
  while (reader->at + n < reader->end && n < LONGEST_NUMBER && reader->at[n] &&
         strchr ("+-.0123456789eE", reader->at[n]))
    {
      digits[n] = reader->at[n];
      n++;
    }
  digits[n] = '\0';
  if (!is_number (digits))
    {
      unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, "%s", _ ("a number should come here"));
      return least;
    }
  value = g_ascii_strtod (digits, NULL);
  if (!(value >= least && value <= most))
    {
      unk_json_reader_fail (reader, UNK_JSON_ERROR_VALUE, _ ("%s is not between %g and %g"), digits,
                            least, most);
      return least;
    }
  reader->at += n;
  return value;
}

/**
 * unk_json_reader_integer:
 * @reader: a reader
 * @least: the least that is taken
 * @most: the most that is taken
 *
 * Returns: the whole number that stands here; @least at an error
 */
int
unk_json_reader_integer (UnkJsonReader *reader, int least, int most)
{
  double value = unk_json_reader_number (reader, least, most);

  if (value != floor (value))
    unk_json_reader_fail (reader, UNK_JSON_ERROR_VALUE, "%s",
                          _ ("a whole number should come here"));
  return (int) value;
}

/**
 * unk_json_reader_boolean:
 * @reader: a reader
 *
 * Returns: what stands here; %FALSE at an error
 */
gboolean
unk_json_reader_boolean (UnkJsonReader *reader)
{
  gsize left;

  peek (reader);
  left = (gsize) (reader->end - reader->at);
  if (left >= 4 && !memcmp (reader->at, "true", 4))
    {
      reader->at += 4;
      return TRUE;
    }
  if (left >= 5 && !memcmp (reader->at, "false", 5))
    reader->at += 5;
  else
    unk_json_reader_fail (reader, UNK_JSON_ERROR_SYNTAX, "%s",
                          _ ("true or false should come here"));
  return FALSE;
}
