/* unk-json.c: writes JSON
 *
 * What the command line prints and the journal hands out; unk-json-reader.c reads. json-glib would
 * do more, and would be a run-time dependency for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-json.h"

/**
 * unk_json_init:
 * @json: a writer
 */
void
unk_json_init (UnkJson *json)
{
  *json = (UnkJson){ g_string_new (NULL), 0, TRUE };
}

static void
put_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      default:
        if ((guchar) *p < 0x20)
          g_string_append_printf (text, "\\u%04x", *p);
        else
          g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

/* What stands before a value: comma, new line, indent, key. */
static void
begin (UnkJson *json, const char *key)
{
  if (!json->first)
    g_string_append_c (json->text, ',');
  if (json->depth)
    {
      g_string_append_c (json->text, '\n');
      for (guint i = 0; i < json->depth; i++)
        g_string_append (json->text, "  ");
    }
  json->first = FALSE;
  if (key)
    {
      put_quoted (json->text, key);
      g_string_append (json->text, ": ");
    }
}

/**
 * unk_json_open:
 * @json: a writer
 * @key: (nullable): its key, in an object
 * @bracket: '{' or '['
 */
void
unk_json_open (UnkJson *json, const char *key, char bracket)
{
  begin (json, key);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->first = TRUE;
}

/**
 * unk_json_close:
 * @json: a writer
 * @bracket: '}' or ']'
 */
void
unk_json_close (UnkJson *json, char bracket)
{
  json->depth--;
  if (!json->first)
    {
      g_string_append_c (json->text, '\n');
      for (guint i = 0; i < json->depth; i++)
        g_string_append (json->text, "  ");
    }
  g_string_append_c (json->text, bracket);
  json->first = FALSE;
}

/**
 * unk_json_text:
 * @json: a writer
 * @key: (nullable): its key
 * @value: the text
 */
void
unk_json_text (UnkJson *json, const char *key, const char *value)
{
  begin (json, key);
  put_quoted (json->text, value);
}

/**
 * unk_json_number:
 * @json: a writer
 * @key: (nullable): its key
 * @value: a number, written with at most four decimals
 */
void
unk_json_number (UnkJson *json, const char *key, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin (json, key);
  g_ascii_formatd (buffer, sizeof buffer, "%.4g", value);
  g_string_append (json->text, buffer);
}

/**
 * unk_json_exact:
 * @json: a writer
 * @key: (nullable): its key
 * @value: a number, written so that the same float is read again
 */
void
unk_json_exact (UnkJson *json, const char *key, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin (json, key);
  g_ascii_formatd (buffer, sizeof buffer, "%.9g", value);
  g_string_append (json->text, buffer);
}

/**
 * unk_json_exact_row:
 * @json: a writer
 * @key: (nullable): its key
 * @values: numbers, written as by unk_json_exact(), all on one line
 * @n: how many
 */
void
unk_json_exact_row (UnkJson *json, const char *key, const float *values, gsize n)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin (json, key);
  g_string_append_c (json->text, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.9g", (double) values[i]);
      g_string_append (json->text, i ? ", " : "");
      g_string_append (json->text, buffer);
    }
  g_string_append_c (json->text, ']');
}

/**
 * unk_json_boolean:
 * @json: a writer
 * @key: (nullable): its key
 * @value: true or false
 */
void
unk_json_boolean (UnkJson *json, const char *key, gboolean value)
{
  begin (json, key);
  g_string_append (json->text, value ? "true" : "false");
}

/**
 * unk_json_texts:
 * @json: a writer
 * @key: (nullable): its key
 * @values: texts, ended by %NULL
 */
void
unk_json_texts (UnkJson *json, const char *key, const char *const *values)
{
  unk_json_open (json, key, '[');
  for (; *values; values++)
    unk_json_text (json, NULL, *values);
  unk_json_close (json, ']');
}

/**
 * unk_json_finish:
 * @json: a writer in which all is closed
 *
 * Returns: (transfer full): the text
 */
char *
unk_json_finish (UnkJson *json)
{
  return g_string_free (g_steal_pointer (&json->text), FALSE);
}
