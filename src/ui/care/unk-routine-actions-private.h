/* unk-routine-actions-private.h: the commands of routines from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-routine-actions.h"
#include "unk-routine-edit.h"
#include "unk-routine-fit.h"

G_BEGIN_DECLS

struct _UnkRoutineActions
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  UnkScene *scene;
  UnkKeeper *keeper;
  UnkPages *pages;
  GArray *picked;       /* UnkChoice */
  UnkRoutineEdit *edit; /* the routine that is open */
  GArray *left_out;     /* (nullable): UnkLeftOut of it */
  UnkRoutine *deleted;  /* (nullable): the one that was deleted last */
  GArray *fit_from;     /* (nullable): UnkChoice from which the open one was fitted */
  char **tools;         /* (nullable): ids of those owned; not read yet */
  guint minutes;        /* that one has */
  int step;             /* the one whose details are open, or -1 */
};

/* unk-routine-actions.c */
void unk_routine_actions_announce_move (UnkRoutineActions *self, guint to);

/* unk-routine-state.c */
void unk_routine_actions_set_left_out (UnkRoutineActions *self, GArray *left_out);
void unk_routine_actions_take (UnkRoutineActions *self, GArray *left_out);
void unk_routine_actions_tell (UnkRoutineActions *self);
void unk_routine_actions_tell_kept (UnkRoutineActions *self);

/* unk-routine-step-actions.c */
void unk_routine_actions_add_steps (UnkRoutineActions *self);
void unk_routine_actions_open_step (UnkRoutineActions *self, int step);

/* unk-routine-fit-actions.c */
void unk_routine_actions_add_fit (UnkRoutineActions *self);
void unk_routine_actions_load_limits (UnkRoutineActions *self);
UnkTexts unk_routine_actions_get_known_tools (UnkRoutineActions *self);

G_END_DECLS
