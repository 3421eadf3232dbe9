/* unk-faults.h: what is wrong with the content, by file and line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _UnkFaults UnkFaults;

typedef enum
{
  UNK_FAULT_ERROR,   /* stops the build */
  UNK_FAULT_SCHEMA,  /* as above, but dropped where a line has an error that says more */
  UNK_FAULT_WARNING, /* said, and that is all */
} UnkFaultKind;

UnkFaults *unk_faults_new (const char *root);
void unk_faults_free (UnkFaults *faults);
void unk_faults_add (UnkFaults *faults, const char *file, long line, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
void unk_faults_add_kind (UnkFaults *faults, UnkFaultKind kind, const char *file, long line,
                          const char *message);
guint unk_faults_count (const UnkFaults *faults);
char **unk_faults_dup_messages (UnkFaults *faults);
char **unk_faults_dup_warnings (UnkFaults *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkFaults, unk_faults_free)

G_END_DECLS
