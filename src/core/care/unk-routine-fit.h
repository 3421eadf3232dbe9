/* unk-routine-fit.h: the best routine for the minutes and the tools that one has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-routine.h"

G_BEGIN_DECLS

#define UNK_ROUTINE_MOST_MINUTES 120

typedef struct
{
  guint minutes;  /* 0 for as long as it takes */
  UnkTexts tools; /* (nullable): ids of those at hand; everything where %NULL */
} UnkLimits;

UnkRoutine *unk_routine_fit (UnkAtlas *atlas, const char *name, const UnkChoice *choices, guint n,
                             UnkLimits limits, UnkMarks *marks, UnkAnswers *answers,
                             GArray **left_out);
UnkRoutine *unk_routine_new_from_choices (UnkAtlas *atlas, const char *name,
                                          const UnkChoice *choices, guint n, UnkMarks *marks,
                                          UnkAnswers *answers, GArray **left_out);
GArray *unk_routine_list_choices (const UnkRoutine *routine, UnkAtlas *atlas);

/* unk-routine-order.c */
const char *unk_routine_choose_tool (const UnkMuscle *muscle, const UnkTreatment *treatment,
                                     UnkTexts tools, gboolean gently);
gboolean unk_tool_is_owned (const UnkTool *tool);
guint unk_muscle_measure (UnkAtlas *atlas, const UnkMuscle *muscle);

/* unk-routine-starter.c */
UnkRoutine *unk_routine_new_from_starter (UnkAtlas *atlas, const char *page, UnkMarks *marks,
                                          UnkAnswers *answers, UnkTexts tools, GArray **left_out);

G_END_DECLS
