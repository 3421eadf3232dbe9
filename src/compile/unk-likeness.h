/* unk-likeness.h: which texts say nearly the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UnkLikeness:
 * Texts, and where each stands. Two are alike by the runs of three words that they share.
 */
typedef struct _UnkLikeness UnkLikeness;

UnkLikeness *unk_likeness_new (void);
void unk_likeness_free (UnkLikeness *likeness);
char *unk_likeness_dup_words (const char *text);
guint unk_likeness_compare (const UnkLikeness *likeness, const char *words, const char *apart_from,
                            const char **where);
void unk_likeness_add (UnkLikeness *likeness, const char *words, const char *source,
                       const char *where);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkLikeness, unk_likeness_free)

G_END_DECLS
