/* unk-data-dir.h: the folder of content that is compiled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "unk-faults.h"

G_BEGIN_DECLS

/**
 * UnkDataDir:
 * The folder, the faults found in it, and what was read of it (for the build's dependencies). Names
 * of files are relative to it.
 */
typedef struct
{
  char *path;
  UnkFaults *faults;
  GPtrArray *read; /* full names, folders too */
} UnkDataDir;

/* An XML file that was read; its lines are known. */
typedef struct
{
  char *name;
  xmlDoc *xml;
} UnkDocument;

UnkDataDir *unk_data_dir_new (const char *path);
void unk_data_dir_free (UnkDataDir *dir);
gboolean unk_data_dir_has (const UnkDataDir *dir, const char *name);
char **unk_data_dir_list (UnkDataDir *dir, const char *folder, const char *suffix);
char *unk_data_dir_load_text (UnkDataDir *dir, const char *name);
UnkDocument *unk_data_dir_load_xml (UnkDataDir *dir, const char *name, const char *schema);

void unk_document_free (UnkDocument *document);
xmlNode *unk_document_root (const UnkDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkDataDir, unk_data_dir_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkDocument, unk_document_free)

G_END_DECLS
