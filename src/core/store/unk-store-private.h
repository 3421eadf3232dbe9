/* unk-store-private.h: the store from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "unk-store.h"

G_BEGIN_DECLS

struct _UnkStore
{
  GObject parent_instance;

  sqlite3 *db; /* (nullable): closed */
  char *path;
  char *set_aside; /* (nullable) */
  char *backup;    /* (nullable) */
};

/* The steps from version i to version i + 1. */
typedef struct
{
  const char *const *migrations;
  guint n;
} UnkSchema;

typedef sqlite3_stmt UnkStatement;

static inline void
unk_statement_free (UnkStatement *statement)
{
  sqlite3_finalize (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkStatement, unk_statement_free)

/* unk-store-file.c */
gboolean unk_store_file_open (UnkStore *self, UnkSchema schema, GError **error);

/* unk-store.c */
UnkStore *unk_store_open_with_schema (const char *path, UnkSchema schema, GError **error);
gboolean unk_store_fail (UnkStore *self, GError **error);
gboolean unk_store_run (UnkStore *self, const char *sql, GError **error);
gboolean unk_store_end (UnkStore *self, gboolean well, GError **error);
UnkStatement *unk_store_prepare (UnkStore *self, const char *sql, GError **error);
void unk_store_bind (UnkStatement *statement, int i, const char *text);
const char *unk_store_get_text (UnkStatement *statement, int i);
gboolean unk_store_finish (UnkStore *self, UnkStatement *statement, GError **error);
gboolean unk_store_next (UnkStore *self, UnkStatement *statement, gboolean *more, GError **error);

/* unk-store-routines.c: a step lies in eight columns, in this order, wherever there are steps */
#define UNK_STORE_STEP "muscle, side, kind, technique, variant, tool, seconds, repetitions"
void unk_store_bind_step (UnkStatement *statement, int first, const UnkRoutineStep *step);
UnkRoutineStep *unk_store_read_step (UnkStatement *row, int first);

/* unk-store-session.c */
UnkStatement *unk_store_prepare_session_steps (UnkStore *self, GError **error);
gboolean unk_store_put_session_step (UnkStore *self, UnkStatement *insert, gint64 session,
                                     guint position, const UnkRoutineStep *step, UnkStepState state,
                                     GError **error);

/* unk-store-dots.c */
void unk_store_bind_dots (UnkStatement *statement, int i, GArray *dots);
GArray *unk_store_get_dots (UnkStatement *row, int i);

G_END_DECLS
