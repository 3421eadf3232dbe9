/* unk-routine.h: what to do, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-safety.h"

G_BEGIN_DECLS

/* One step of a routine. Ids are kept as texts, so that a step of a muscle that the atlas no longer
 * holds survives; look them up with unk_atlas_find_muscle() and the like. */
typedef struct
{
  char *muscle; /* id */
  UnkSide side;
  char *kind;      /* compression, friction or stretch */
  char *technique; /* id */
  int variant;     /* which of the muscle's treatments of that kind, from 0 */
  char *tool;      /* id, or "" for the bare hands */
  int seconds;     /* of one repetition */
  int repetitions;
} UnkRoutineStep;

typedef struct
{
  gint64 id; /* of the store; 0 where it was never saved */
  char *name;
  GPtrArray *steps; /* UnkRoutineStep, in order */
  guint days;       /* on which to do it: bits, Monday is 1 */
  int reminder;     /* minutes after midnight, or -1 for none */
} UnkRoutine;

/* A muscle of one side that was chosen, such as from the finder's list. */
typedef struct
{
  const UnkMuscle *muscle;
  UnkSide side;
} UnkChoice;

typedef enum
{
  UNK_LEFT_OUT_FOR_SAFETY, /* or its record says to leave it to others */
  UNK_LEFT_OUT_FOR_TOOLS,  /* nothing that is at hand fits */
  UNK_LEFT_OUT_FOR_TIME,   /* the minutes are full */
} UnkLeftOutCause;

/* Why a treatment of a chosen muscle has no step. */
typedef struct
{
  const UnkMuscle *muscle;
  UnkSide side;
  const UnkTreatment *treatment; /* (nullable): all of the muscle's */
  UnkSafetyReason reason;        /* level UNK_SAFETY_OPEN: its record says to leave it to others */
  UnkLeftOutCause cause;
} UnkLeftOut;

/* Seconds of rest after each repetition, and those in which one finds the place of a step. */
#define UNK_ROUTINE_REST 10
#define UNK_ROUTINE_CHANGE 15

UnkRoutine *unk_routine_new (const char *name);
UnkRoutine *unk_routine_copy (const UnkRoutine *routine);
void unk_routine_free (UnkRoutine *routine);
guint unk_routine_count_seconds (const UnkRoutine *routine);
guint unk_routine_count_minutes (const UnkRoutine *routine);

UnkRoutineStep *unk_routine_step_new (const char *muscle, UnkSide side, const char *kind,
                                      const char *technique, int variant, const char *tool,
                                      int seconds, int repetitions);
UnkRoutineStep *unk_routine_step_new_from_treatment (const UnkMuscle *muscle, UnkSide side,
                                                     guint treatment);
UnkRoutineStep *unk_routine_step_copy (const UnkRoutineStep *step);
void unk_routine_step_free (UnkRoutineStep *step);
guint unk_routine_step_count_seconds (const UnkRoutineStep *step);
const UnkTreatment *unk_routine_step_find_treatment (const UnkRoutineStep *step, UnkAtlas *atlas);
char *unk_left_out_describe (const UnkLeftOut *left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkRoutine, unk_routine_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkRoutineStep, unk_routine_step_free)

G_END_DECLS
