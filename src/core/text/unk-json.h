/* unk-json.h: writes JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UnkJson:
 * Writes JSON into a string, with commas and indents where they belong. What is opened must be
 * closed.
 */
typedef struct
{
  GString *text;
  guint depth;
  gboolean first;
} UnkJson;

void unk_json_init (UnkJson *json);
void unk_json_open (UnkJson *json, const char *key, char bracket);
void unk_json_close (UnkJson *json, char bracket);
void unk_json_text (UnkJson *json, const char *key, const char *value);
void unk_json_number (UnkJson *json, const char *key, double value);
void unk_json_exact (UnkJson *json, const char *key, double value);
void unk_json_exact_row (UnkJson *json, const char *key, const float *values, gsize n);
void unk_json_boolean (UnkJson *json, const char *key, gboolean value);
void unk_json_texts (UnkJson *json, const char *key, const char *const *values);
char *unk_json_finish (UnkJson *json);

G_END_DECLS
