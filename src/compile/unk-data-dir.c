/* unk-data-dir.c: the folder of content that is compiled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-data-dir.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>

typedef struct
{
  UnkFaults *faults;
  const char *file;
  const char *schema;
} SchemaReader;

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorArgument;
#else
typedef xmlError *ErrorArgument;
#endif

static void
on_schema_error (void *data, ErrorArgument error)
{
  SchemaReader *reader = data;
  g_autofree char *text = g_strchomp (g_strdup (error->message ? error->message : "not valid"));
  g_autofree char *message = g_strdup_printf ("%s; compare it with %s", text, reader->schema);

  unk_faults_add_kind (reader->faults, UNK_FAULT_SCHEMA, reader->file, error->line, message);
}

static void
note_read (UnkDataDir *dir, const char *name)
{
  g_ptr_array_add (dir->read, g_build_filename (dir->path, name, NULL));
}

static void
validate (UnkDataDir *dir, UnkDocument *document, const char *name)
{
  g_autofree char *path = g_build_filename (dir->path, name, NULL);
  SchemaReader reader = { dir->faults, document->name, name };
  xmlRelaxNGParserCtxt *parser;
  xmlRelaxNG *schema;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      unk_faults_add (dir->faults, name, 1, "the schema is missing; put it back");
      return;
    }
  note_read (dir, name);
  parser = xmlRelaxNGNewParserCtxt (path);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  if (schema)
    {
      xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (schema);

      xmlRelaxNGSetValidStructuredErrors (validator, on_schema_error, &reader);
      xmlRelaxNGValidateDoc (validator, document->xml);
      xmlRelaxNGFreeValidCtxt (validator);
      xmlRelaxNGFree (schema);
    }
  else
    unk_faults_add (dir->faults, name, 1, "the schema is broken; check it with xmllint --relaxng");
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * unk_data_dir_new:
 * @path: the folder
 *
 * Returns: (transfer full): the folder, nothing read yet
 */
UnkDataDir *
unk_data_dir_new (const char *path)
{
  UnkDataDir *dir = g_new0 (UnkDataDir, 1);

  dir->path = g_strdup (path);
  dir->faults = unk_faults_new (path);
  dir->read = g_ptr_array_new_with_free_func (g_free);
  return dir;
}

/**
 * unk_data_dir_free:
 * @dir: the folder
 */
void
unk_data_dir_free (UnkDataDir *dir)
{
  if (!dir)
    return;
  g_free (dir->path);
  unk_faults_free (dir->faults);
  g_ptr_array_unref (dir->read);
  g_free (dir);
}

/**
 * unk_data_dir_has:
 * @dir: the folder
 * @name: a file's name in it
 *
 * Returns: whether there is such a file
 */
gboolean
unk_data_dir_has (const UnkDataDir *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir->path, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/**
 * unk_data_dir_list:
 * @dir: the folder
 * @folder: a folder in it
 * @suffix: how the files' names end
 *
 * Returns: (transfer full): the stems of the files there in order; the folder counts as read, so
 * that a new file makes the build compile again
 */
char **
unk_data_dir_list (UnkDataDir *dir, const char *folder, const char *suffix)
{
  g_autofree char *path = g_build_filename (dir->path, folder, NULL);
  g_autoptr (GDir) open = g_dir_open (path, 0, NULL);
  GPtrArray *stems = g_ptr_array_new ();
  const char *name;

  if (open)
    note_read (dir, folder);
  while (open && (name = g_dir_read_name (open)))
    if (*name != '.' && g_str_has_suffix (name, suffix))
      g_ptr_array_add (stems, g_strndup (name, strlen (name) - strlen (suffix)));
  g_ptr_array_sort (stems, compare_strings);
  g_ptr_array_add (stems, NULL);
  return (char **) g_ptr_array_free (stems, FALSE);
}

/**
 * unk_data_dir_load_text:
 * @dir: the folder
 * @name: a file's name in it
 *
 * Returns: (transfer full) (nullable): its text; %NULL, with a fault, where it can't be read or
 * isn't UTF-8
 */
char *
unk_data_dir_load_text (UnkDataDir *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir->path, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    unk_faults_add (dir->faults, name, 1, "it can't be read (%s); every data folder has this file",
                    error->message);
  else if (!g_utf8_validate (text, (gssize) length, NULL))
    unk_faults_add (dir->faults, name, 1, "it isn't UTF-8; save it in that encoding");
  else
    {
      note_read (dir, name);
      return g_steal_pointer (&text);
    }
  return NULL;
}

/**
 * unk_data_dir_load_xml:
 * @dir: the folder
 * @name: a file's name in it
 * @schema: (nullable): the name of the RELAX NG schema to hold it against
 *
 * Returns: (transfer full) (nullable): the file; %NULL, with a fault, where it is missing or not
 * well-formed
 */
UnkDocument *
unk_data_dir_load_xml (UnkDataDir *dir, const char *name, const char *schema)
{
  const int options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES;
  g_autofree char *text = unk_data_dir_load_text (dir, name);
  xmlParserCtxt *parser;
  UnkDocument *document;
  xmlDoc *xml;

  if (!text)
    return NULL;
  parser = xmlNewParserCtxt ();
  xml = xmlCtxtReadMemory (parser, text, (int) strlen (text), name, NULL, options);
  if (!xml || !xmlDocGetRootElement (xml))
    {
      const xmlError *error = xmlCtxtGetLastError (parser);
      g_autofree char *what =
        g_strchomp (g_strdup (error && error->message ? error->message : "it is empty"));

      unk_faults_add (dir->faults, name, error ? error->line : 1,
                      "it isn't well-formed XML: %s; mend the markup here", what);
      xmlFreeDoc (xml);
      xmlFreeParserCtxt (parser);
      return NULL;
    }
  xmlFreeParserCtxt (parser);
  document = g_new0 (UnkDocument, 1);
  *document = (UnkDocument){ g_strdup (name), xml };
  if (schema)
    validate (dir, document, schema);
  return document;
}

/**
 * unk_document_free:
 * @document: (nullable): a file that was read
 */
void
unk_document_free (UnkDocument *document)
{
  if (!document)
    return;
  xmlFreeDoc (document->xml);
  g_free (document->name);
  g_free (document);
}

/**
 * unk_document_root:
 * @document: a file that was read
 *
 * Returns: its outermost element
 */
xmlNode *
unk_document_root (const UnkDocument *document)
{
  return xmlDocGetRootElement (document->xml);
}
