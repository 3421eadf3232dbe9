/* unk-review.h: a card that was asked once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-fsrs.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;  /* in the store; 0 where it was never kept */
  char *card; /* its id */
  gint64 at;  /* seconds since 1970 */
  UnkGrade grade;
  UnkMemory before, after;
} UnkReview;

UnkReview *unk_review_new (const char *card, gint64 at, UnkGrade grade, UnkMemory before,
                           UnkMemory after);
void unk_review_free (UnkReview *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkReview, unk_review_free)

G_END_DECLS
