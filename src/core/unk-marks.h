/* unk-marks.h: where it hurts, as marked on the body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

/* A click marks a spot of this radius in millimeters, unless another is asked for. */
#define UNK_MARK_RADIUS 12.0
#define UNK_MARK_RADIUS_MIN 2.0
#define UNK_MARK_RADIUS_MAX 80.0

#define UNK_MARKS_ERROR (unk_marks_error_quark ())
GQuark unk_marks_error_quark (void);

typedef enum
{
  UNK_MARKS_ERROR_SYNTAX,
  UNK_MARKS_ERROR_OUTSIDE,
} UnkMarksError;

/* One mark: a stroke of the brush (a click is a stroke of one dot), or an area by its name. */
typedef struct
{
  const UnkView *view; /* of a stroke */
  double radius;
  GArray *dots;        /* UnkDot */
  const UnkArea *area; /* of a named area */
  UnkSide side;
} UnkMark;

#define UNK_TYPE_MARKS (unk_marks_get_type ())
G_DECLARE_FINAL_TYPE (UnkMarks, unk_marks, UNK, MARKS, GObject)

UnkMarks *unk_marks_new (UnkAtlas *atlas);

gboolean unk_marks_begin_stroke (UnkMarks *self, const UnkView *view, double x, double y,
                                 double radius);
void unk_marks_extend_stroke (UnkMarks *self, double x, double y);
void unk_marks_add_area (UnkMarks *self, const UnkArea *area, UnkSide side);
gboolean unk_marks_add_text (UnkMarks *self, const char *text, const char *side, GError **error);
void unk_marks_clear (UnkMarks *self);

gboolean unk_marks_can_undo (UnkMarks *self);
gboolean unk_marks_can_redo (UnkMarks *self);
void unk_marks_undo (UnkMarks *self);
void unk_marks_redo (UnkMarks *self);

guint unk_marks_get_n (UnkMarks *self);
const UnkMark *unk_marks_get (UnkMarks *self, guint i);
UnkMask *unk_marks_make_mask (UnkMarks *self, const UnkView *view);
gboolean unk_marks_is_marked (UnkMarks *self, const UnkArea *area, UnkSide side);

G_END_DECLS
