/* unk-board.h: what the body shows for a question, and what is answered on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-marks.h"
#include "unk-quiz.h"

G_BEGIN_DECLS

typedef enum
{
  UNK_BOARD_LOOK,  /* the answer is given elsewhere */
  UNK_BOARD_MARK,  /* a pattern is to be painted */
  UNK_BOARD_PLACE, /* an X is to be put */
} UnkBoardTask;

/* How far the pen goes with one key, and how large its dot is; in millimeters. */
#define UNK_BOARD_STEP 8.0
#define UNK_BOARD_RADIUS 12.0

/**
 * UnkBoard:
 * The body of a question. Before it is answered nothing on it gives the answer away; afterwards it
 * shows the right one over what was marked. Marks are the board's own, apart from those of pain.
 * The pen is where the keyboard paints.
 */
#define UNK_TYPE_BOARD (unk_board_get_type ())
G_DECLARE_FINAL_TYPE (UnkBoard, unk_board, UNK, BOARD, GObject)

UnkBoard *unk_board_new (UnkAtlas *atlas);
void unk_board_show (UnkBoard *self, const UnkQuizCard *card, gboolean answered);

UnkBoardTask unk_board_get_task (UnkBoard *self);
gboolean unk_board_is_open (UnkBoard *self);
const UnkView *unk_board_get_view (UnkBoard *self);
const UnkMuscle *unk_board_get_lit (UnkBoard *self);
const UnkMuscle *unk_board_get_pattern (UnkBoard *self, const UnkPoint **point, gboolean *crosses);
guint unk_board_get_areas (UnkBoard *self, const UnkArea *areas[2]);

void unk_board_begin_stroke (UnkBoard *self, double x, double y);
void unk_board_extend_stroke (UnkBoard *self, double x, double y);
gboolean unk_board_undo_stroke (UnkBoard *self);
void unk_board_clear (UnkBoard *self);
UnkMarks *unk_board_get_marks (UnkBoard *self);
UnkMask *unk_board_dup_mask (UnkBoard *self);

gboolean unk_board_get_place (UnkBoard *self, double *x, double *y);
void unk_board_set_place (UnkBoard *self, double x, double y);
gboolean unk_board_get_pen (UnkBoard *self, double *x, double *y);
void unk_board_move_pen (UnkBoard *self, double dx, double dy);
void unk_board_press_pen (UnkBoard *self);

G_END_DECLS
