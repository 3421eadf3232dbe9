/* unk-review.c: a card that was asked once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-review.h"

/**
 * unk_review_new:
 * @card: a card's id
 * @at: seconds since 1970
 * @grade: how well it was known
 * @before: what was kept of it before
 * @after: what is kept of it now
 *
 * Returns: (transfer full): the review
 */
UnkReview *
unk_review_new (const char *card, gint64 at, UnkGrade grade, UnkMemory before, UnkMemory after)
{
  UnkReview *review = g_new0 (UnkReview, 1);

  review->card = g_strdup (card);
  review->at = at;
  review->grade = grade;
  review->before = before;
  review->after = after;
  return review;
}

/**
 * unk_review_free:
 * @review: (nullable): a review
 */
void
unk_review_free (UnkReview *review)
{
  if (!review)
    return;
  g_free (review->card);
  g_free (review);
}
