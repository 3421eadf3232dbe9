/* unk-store.h: what the user makes, in one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-answers.h"
#include "unk-journal-change.h"
#include "unk-marks.h"
#include "unk-notes.h"
#include "unk-review.h"
#include "unk-session.h"

G_BEGIN_DECLS

/* The version of the tables that this program writes. */
#define UNK_STORE_VERSION 3
/* Marks the file as Unknot's: "UNKN", as SQLite's application_id. */
#define UNK_STORE_APPLICATION 0x554e4b4e

#define UNK_STORE_ERROR (unk_store_error_quark ())
GQuark unk_store_error_quark (void);

typedef enum
{
  UNK_STORE_ERROR_FAILED,    /* it can't be opened, read or written; the message says why */
  UNK_STORE_ERROR_READ_ONLY, /* the file or its folder may not be written */
  UNK_STORE_ERROR_FOREIGN,   /* a database of another program; it is left as it is */
  UNK_STORE_ERROR_NEWER,     /* made by a newer Unknot; it is left as it is */
} UnkStoreError;

/**
 * UnkStore:
 * The user's file: marks, answers, routines and what was learned. All calls are quick and are made
 * on the thread that opened it. A change is whole or not made at all: each save is one transaction.
 */
#define UNK_TYPE_STORE (unk_store_get_type ())
G_DECLARE_FINAL_TYPE (UnkStore, unk_store, UNK, STORE, GObject)

char *unk_store_dup_default_path (void);
UnkStore *unk_store_open (const char *path, GError **error);
const char *unk_store_get_path (UnkStore *self);
const char *unk_store_get_set_aside (UnkStore *self);
const char *unk_store_get_backup (UnkStore *self);
gint64 unk_store_count_changes (UnkStore *self);
void unk_store_close (UnkStore *self);

gboolean unk_store_save_marks (UnkStore *self, UnkMarks *marks, GError **error);
gboolean unk_store_load_marks (UnkStore *self, UnkMarks *marks, char ***lost, GError **error);

gboolean unk_store_save_answers (UnkStore *self, UnkAnswers *answers, GError **error);
gboolean unk_store_load_answers (UnkStore *self, UnkAnswers *answers, GError **error);

gboolean unk_store_save_routine (UnkStore *self, UnkRoutine *routine, GError **error);
GPtrArray *unk_store_load_routines (UnkStore *self, GError **error);
gboolean unk_store_delete_routine (UnkStore *self, gint64 id, GError **error);

gboolean unk_store_save_tools (UnkStore *self, UnkTexts tools, GError **error);
char **unk_store_load_tools (UnkStore *self, GError **error);
gboolean unk_store_save_minutes (UnkStore *self, guint minutes, GError **error);
gboolean unk_store_load_minutes (UnkStore *self, guint *minutes, GError **error);

gboolean unk_store_add_review (UnkStore *self, UnkReview *review, GError **error);
gboolean unk_store_take_review (UnkStore *self, const UnkReview *review, GError **error);
GPtrArray *unk_store_load_reviews (UnkStore *self, GError **error);

gboolean unk_store_change_journal (UnkStore *self, UnkJournalChange *change, GError **error);
GPtrArray *unk_store_load_entries (UnkStore *self, GError **error);
GPtrArray *unk_store_load_past_sessions (UnkStore *self, GError **error);

gboolean unk_store_save_session (UnkStore *self, UnkSession *session, GError **error);
gboolean unk_store_load_session (UnkStore *self, UnkSession **session, GError **error);

gboolean unk_store_save_notes (UnkStore *self, UnkNotes *notes, const char *const *muscles,
                               GError **error);
gboolean unk_store_load_notes (UnkStore *self, UnkNotes *notes, GError **error);
/* A deck of muscles that the user picked. */
typedef struct
{
  gint64 id; /* 0 where it was never saved */
  char *name;
  char **muscles; /* ids */
} UnkDeck;

UnkDeck *unk_deck_new (const char *name, UnkTexts muscles);
void unk_deck_free (UnkDeck *deck);
gboolean unk_store_save_deck (UnkStore *self, UnkDeck *deck, GError **error);
GPtrArray *unk_store_load_decks (UnkStore *self, GError **error);
gboolean unk_store_delete_deck (UnkStore *self, gint64 id, GError **error);

gboolean unk_store_set_setting (UnkStore *self, const char *name, const char *value,
                                GError **error);
char *unk_store_dup_setting (UnkStore *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkDeck, unk_deck_free)

G_END_DECLS
