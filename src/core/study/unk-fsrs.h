/* unk-fsrs.h: when to ask again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The share of what is due that one shall still know: the intervals follow from it. */
#define UNK_FSRS_RETENTION 0.9
#define UNK_FSRS_DAY (24 * 60 * 60)

/* How well it was known. */
typedef enum
{
  UNK_GRADE_AGAIN = 1, /* not */
  UNK_GRADE_HARD,
  UNK_GRADE_GOOD,
  UNK_GRADE_EASY,
} UnkGrade;

typedef enum
{
  UNK_MEMORY_NEW, /* never asked; the rest is 0 */
  UNK_MEMORY_LEARNING,
  UNK_MEMORY_REVIEW,
  UNK_MEMORY_RELEARNING,
} UnkMemoryState;

/**
 * UnkMemory:
 * What the algorithm keeps of one card.
 */
typedef struct
{
  UnkMemoryState state;
  int step;          /* of learning and relearning */
  double stability;  /* after so many days it is known with a chance of 90 % */
  double difficulty; /* 1 to 10 */
  gint64 due, last;  /* seconds since 1970 */
} UnkMemory;

UnkMemory unk_fsrs_review (UnkMemory memory, UnkGrade grade, gint64 now, GRand *fuzz);
double unk_fsrs_get_retrievability (const UnkMemory *memory, gint64 now);
const char *unk_memory_state_id (UnkMemoryState state);
gboolean unk_memory_state_parse (const char *id, UnkMemoryState *state);

G_END_DECLS
