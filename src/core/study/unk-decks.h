/* unk-decks.h: the cards there are, deck by deck
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-quiz.h"

G_BEGIN_DECLS

/**
 * UnkDecks:
 * Every card that the atlas gives, found by a thread, since it takes a good part of a second.
 */
#define UNK_TYPE_DECKS (unk_decks_get_type ())
G_DECLARE_FINAL_TYPE (UnkDecks, unk_decks, UNK, DECKS, GObject)

UnkDecks *unk_decks_new (UnkAtlas *atlas);
void unk_decks_load (UnkDecks *self);
gboolean unk_decks_is_ready (UnkDecks *self);
char **unk_decks_dup_cards (UnkDecks *self, const char *group, UnkTexts muscles);

G_END_DECLS
