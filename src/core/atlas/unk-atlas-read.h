/* unk-atlas-read.h: what the readers of the mapped atlas share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas-private.h"

G_BEGIN_DECLS

/* The lists of the format are read alike: count, keep that many structs, take each child apart. */
#define UNK_READ_LIST(atlas, list, Type, into, n_into, read)                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    GVariant *list_ = (list);                                                                      \
    gsize n_ = g_variant_n_children (list_);                                                       \
    Type *items_ = unk_atlas_keep ((atlas), n_, sizeof (Type));                                    \
                                                                                                   \
    for (gsize i_ = 0; i_ < n_; i_++)                                                              \
      {                                                                                            \
        g_autoptr (GVariant) child_ = g_variant_get_child_value (list_, i_);                       \
                                                                                                   \
        read ((atlas), child_, &items_[i_]);                                                       \
      }                                                                                            \
    (into) = items_;                                                                               \
    (n_into) = (guint) n_;                                                                         \
    g_variant_unref (list_);                                                                       \
  }                                                                                                \
  G_STMT_END

gpointer unk_atlas_keep (UnkAtlas *atlas, gsize n, gsize size);
UnkTexts unk_atlas_read_texts (UnkAtlas *atlas, GVariant *list);
void unk_atlas_read_guide (UnkAtlas *atlas, GVariant *pages, GVariant *pictures);

G_END_DECLS
