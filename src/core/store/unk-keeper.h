/* unk-keeper.h: keeps what the user marks and says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-store.h"

G_BEGIN_DECLS

#define UNK_TYPE_KEEPER (unk_keeper_get_type ())
G_DECLARE_FINAL_TYPE (UnkKeeper, unk_keeper, UNK, KEEPER, GObject)

UnkKeeper *unk_keeper_new (UnkMarks *marks, UnkAnswers *answers);
void unk_keeper_open (UnkKeeper *self, const char *path);
void unk_keeper_set_notes (UnkKeeper *self, UnkNotes *notes);
UnkStore *unk_keeper_get_store (UnkKeeper *self);
char *unk_keeper_dup_notice (UnkKeeper *self);
void unk_keeper_flush (UnkKeeper *self);

G_END_DECLS
