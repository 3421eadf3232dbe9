/* unk-safety.h: what has to be asked before advice, and what may not be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-answers.h"
#include "unk-marks.h"

G_BEGIN_DECLS

/* How far self-care is open, the worst last. Anything from UNK_SAFETY_ASK_DOCTOR on blocks it. */
typedef enum
{
  UNK_SAFETY_OPEN,
  UNK_SAFETY_CAREFUL,    /* self-care is offered, with a word of caution */
  UNK_SAFETY_ASK_DOCTOR, /* a contraindication: ask first */
  UNK_SAFETY_DO_NOT,     /* a contraindication: not at all */
  UNK_SAFETY_SOON,       /* a red flag: see a doctor soon */
  UNK_SAFETY_SAME_DAY,   /* a red flag: see a doctor today */
  UNK_SAFETY_EMERGENCY,  /* a red flag: call emergency services */
} UnkSafetyLevel;

/* Why self-care is not open, or only with care. */
typedef struct
{
  UnkSafetyLevel level;
  const UnkCaution *flag;                      /* (nullable): the red flag that was answered yes */
  const UnkContraindication *contraindication; /* (nullable): what was said */
} UnkSafetyReason;

GPtrArray *unk_safety_find_red_flags (UnkMarks *marks);
gboolean unk_safety_flag_fits (const UnkCaution *flag, UnkAtlas *atlas, const UnkPain *place);
gboolean unk_safety_is_answered (UnkMarks *marks, UnkAnswers *answers);

GArray *unk_safety_judge (UnkMarks *marks, UnkAnswers *answers);
GArray *unk_safety_judge_place (UnkMarks *marks, UnkAnswers *answers, guint place);
GArray *unk_safety_judge_muscle (UnkMarks *marks, UnkAnswers *answers, const UnkMuscle *muscle,
                                 UnkSide side);

UnkSafetyLevel unk_safety_get_worst (GArray *reasons);
gboolean unk_safety_blocks (UnkSafetyLevel level);
const char *unk_safety_level_id (UnkSafetyLevel level);
const char *unk_safety_level_heading (UnkSafetyLevel level);
const char *unk_safety_level_advice (UnkSafetyLevel level);
char *unk_safety_reason_describe (const UnkSafetyReason *reason);
char *unk_red_flag_dup_question (const UnkCaution *flag);

G_END_DECLS
