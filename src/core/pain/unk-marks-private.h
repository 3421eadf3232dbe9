/* unk-marks-private.h: the marks from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-marks.h"

G_BEGIN_DECLS

/* What was marked at one time. */
typedef struct
{
  GPtrArray *places; /* UnkPain */
  int last;          /* the place that was changed last; -1 where there is none */
} UnkMarksState;

struct _UnkMarks
{
  GObject parent_instance;

  UnkAtlas *atlas;
  GPtrArray *history; /* UnkMarksState, the oldest first; never empty */
  guint at;           /* which of them is now */
  UnkMark *live;      /* (nullable): the stroke that is being drawn */
  gboolean live_made; /* whether it has made a state of its own already */
  int rating;         /* the place that the last step rated; -1 where it did something else */
};

/* A state is changed only until it is pushed. */
UnkMarksState *unk_marks_state_new (void);
UnkMarksState *unk_marks_state_copy (const UnkMarksState *state);
void unk_marks_state_replace (UnkMarksState *state, guint i, UnkPain *pain);
void unk_marks_state_remove (UnkMarksState *state, guint i);
UnkPain *unk_marks_state_get (const UnkMarksState *state, guint i);

/* The state that is shown; its number of a view; the end of what may go on as one step; a new
 * state, or another in its place; and saying so. */
UnkMarksState *unk_marks_now (UnkMarks *self);
guint unk_marks_view_index (UnkMarks *self, const UnkView *view);
void unk_marks_end_step (UnkMarks *self);
void unk_marks_push (UnkMarks *self, UnkMarksState *state);
void unk_marks_replace_now (UnkMarks *self, UnkMarksState *state);
void unk_marks_emit (UnkMarks *self);

G_END_DECLS
