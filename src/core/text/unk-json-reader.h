/* unk-json-reader.h: reads JSON, strictly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UNK_JSON_ERROR (unk_json_error_quark ())
GQuark unk_json_error_quark (void);

typedef enum
{
  UNK_JSON_ERROR_SYNTAX, /* not JSON */
  UNK_JSON_ERROR_VALUE,  /* JSON, but not what is wanted here */
  UNK_JSON_ERROR_LIMIT,  /* more than is taken */
} UnkJsonError;

/* So deep may objects and lists lie in each other. */
#define UNK_JSON_DEPTH_MAX 16

/**
 * UnkJsonReader:
 * Walks through a text as its caller asks: what doesn't come as it is asked for is an error. The
 * first error stays, with its line; from then on nothing more is found.
 */
typedef struct
{
  const char *at, *end;
  guint line;
  guint depth;
  gboolean first; /* nothing was read yet of what was entered last */
  GError *error;  /* (nullable) */
} UnkJsonReader;

void unk_json_reader_init (UnkJsonReader *reader, const char *text, gsize length);
gboolean unk_json_reader_finish (UnkJsonReader *reader, GError **error);
void unk_json_reader_fail (UnkJsonReader *reader, UnkJsonError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

gboolean unk_json_reader_enter (UnkJsonReader *reader, char bracket);
gboolean unk_json_reader_next (UnkJsonReader *reader, char bracket);
int unk_json_reader_next_key (UnkJsonReader *reader, const char *const *names, guint32 *seen);
char *unk_json_reader_text (UnkJsonReader *reader, gsize longest);
double unk_json_reader_number (UnkJsonReader *reader, double least, double most);
int unk_json_reader_integer (UnkJsonReader *reader, int least, int most);
gboolean unk_json_reader_boolean (UnkJsonReader *reader);

G_END_DECLS
