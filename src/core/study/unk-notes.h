/* unk-notes.h: the user's own notes and favorites
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

/**
 * UnkNotes:
 * One note and one star for each muscle, and their history. A muscle that this atlas doesn't know
 * keeps what the user's file holds of it.
 */
#define UNK_TYPE_NOTES (unk_notes_get_type ())
G_DECLARE_FINAL_TYPE (UnkNotes, unk_notes, UNK, NOTES, GObject)

typedef void (*UnkNotesFunc) (const char *muscle, gboolean favorite, const char *note,
                              gpointer data);

UnkNotes *unk_notes_new (void);
gboolean unk_notes_is_favorite (UnkNotes *self, const char *muscle);
const char *unk_notes_get_note (UnkNotes *self, const char *muscle);
void unk_notes_set_favorite (UnkNotes *self, const char *muscle, gboolean favorite);
void unk_notes_set_note (UnkNotes *self, const char *muscle, const char *note);
void unk_notes_load (UnkNotes *self, const char *muscle, gboolean favorite, const char *note);
gboolean unk_notes_can_undo (UnkNotes *self);
gboolean unk_notes_undo (UnkNotes *self);
guint unk_notes_get_serial (UnkNotes *self);
guint unk_notes_count (UnkNotes *self);
void unk_notes_foreach (UnkNotes *self, UnkNotesFunc func, gpointer data);
const char *const *unk_notes_get_unsaved (UnkNotes *self);
void unk_notes_set_saved (UnkNotes *self);

G_END_DECLS
