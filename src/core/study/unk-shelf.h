/* unk-shelf.h: lists of muscles to browse in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-notes.h"

G_BEGIN_DECLS

typedef enum
{
  UNK_SHELF_REGION,    /* by where they send pain */
  UNK_SHELF_GROUP,     /* by where they lie */
  UNK_SHELF_NERVE,     /* by the nerve that moves them */
  UNK_SHELF_LETTER,    /* by the first letter of their name */
  UNK_SHELF_FAVORITES, /* those with a star */
} UnkShelf;
#define UNK_N_SHELVES (UNK_SHELF_FAVORITES + 1)

/* One compartment of a shelf: its muscles, by name. */
typedef struct
{
  char *id;           /* "group/neck", "letter/S", "favorites", "refers/front-of-shoulder" */
  char *name;         /* in the user's language */
  GPtrArray *muscles; /* UnkMuscle, of the atlas */
  guint n_essential;  /* of an area: so many of the first have it as essential; else all */
} UnkListing;

const char *unk_shelf_id (UnkShelf shelf);
gboolean unk_shelf_parse (const char *id, UnkShelf *shelf);
const char *unk_shelf_name (UnkShelf shelf);
GPtrArray *unk_shelf_list (UnkShelf shelf, UnkAtlas *atlas, UnkNotes *notes);

UnkListing *unk_listing_open (const char *id, UnkAtlas *atlas, UnkNotes *notes);
UnkListing *unk_listing_new_all (UnkAtlas *atlas);
UnkListing *unk_listing_new_referring (UnkAtlas *atlas, const UnkArea *area);
void unk_listing_free (UnkListing *self);
int unk_listing_find (const UnkListing *self, const UnkMuscle *muscle);
const UnkMuscle *unk_listing_step (const UnkListing *self, const UnkMuscle *muscle, int step);

const UnkView *unk_listing_find_view (const UnkListing *self, UnkAtlas *atlas,
                                      const UnkView *current, UnkSide side);

GPtrArray *unk_nerves_list (void);
gboolean unk_nerve_moves (guint nerve, const UnkMuscle *muscle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkListing, unk_listing_free)

G_END_DECLS
