/* unk-study.h: what to ask today, and what was answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-store.h"

G_BEGIN_DECLS

#define UNK_STUDY_NEW_PER_DAY 10
#define UNK_STUDY_CARDS_PER_DAY 60

/* Today, and how far one has come. */
typedef struct
{
  guint due;         /* still to be asked again today */
  guint fresh;       /* still to be met today */
  guint done;        /* cards asked today */
  guint met_today;   /* of these, for the first time */
  guint right_today; /* answers that were known, of answers_today */
  guint answers_today;
  guint met;    /* cards of the deck that were ever asked */
  guint cards;  /* in the deck */
  guint streak; /* days in a row up to today, or up to yesterday while nothing is done today */
} UnkStudySummary;

/**
 * UnkStudy:
 * A learner's memory of all cards, and today's way through a deck. Time comes with each call: its
 * time zone says where the day ends.
 */
#define UNK_TYPE_STUDY (unk_study_get_type ())
G_DECLARE_FINAL_TYPE (UnkStudy, unk_study, UNK, STUDY, GObject)

UnkStudy *unk_study_new (GRand *fuzz);
gboolean unk_study_open (UnkStudy *self, UnkStore *store, GError **error);
void unk_study_set_limits (UnkStudy *self, guint new_per_day, guint cards_per_day);
void unk_study_set_deck (UnkStudy *self, const char *const *cards);

const char *unk_study_get_next (UnkStudy *self, GDateTime *now);
gboolean unk_study_answer (UnkStudy *self, const char *card, UnkGrade grade, GDateTime *now,
                           GError **error);
UnkMemory unk_study_get_memory (UnkStudy *self, const char *card);
UnkStudySummary unk_study_summarize (UnkStudy *self, GDateTime *now);

gboolean unk_study_can_undo (UnkStudy *self);
gboolean unk_study_can_redo (UnkStudy *self);
gboolean unk_study_undo (UnkStudy *self, GError **error);
gboolean unk_study_redo (UnkStudy *self, GError **error);
char *unk_study_export_csv (UnkStudy *self);

G_END_DECLS
