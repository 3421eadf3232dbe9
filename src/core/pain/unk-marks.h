/* unk-marks.h: all that hurts, as marked on the body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"
#include "unk-pain.h"

G_BEGIN_DECLS

/* A click marks a spot of this radius in millimeters, unless another is asked for. */
#define UNK_MARK_RADIUS 12.0
#define UNK_MARK_RADIUS_MIN 2.0
#define UNK_MARK_RADIUS_MAX 80.0
/* So many steps can be undone. */
#define UNK_MARKS_HISTORY 200

#define UNK_MARKS_ERROR (unk_marks_error_quark ())
GQuark unk_marks_error_quark (void);

typedef enum
{
  UNK_MARKS_ERROR_SYNTAX,
  UNK_MARKS_ERROR_OUTSIDE,
} UnkMarksError;

/**
 * UnkMarks:
 * The places that hurt, as many as there are, and their history. Each change makes a new state, the
 * old ones are kept as they were: undo and redo only walk among them. "changed" is emitted after
 * each change.
 *
 * A stroke of the brush joins the place that it touches in its view and on its side, or else begins
 * a place of its own; a named area is always a place of its own. The eraser takes away from all
 * places in its view; a place of which nothing is left is gone.
 */
#define UNK_TYPE_MARKS (unk_marks_get_type ())
G_DECLARE_FINAL_TYPE (UnkMarks, unk_marks, UNK, MARKS, GObject)

UnkMarks *unk_marks_new (UnkAtlas *atlas);
UnkAtlas *unk_marks_get_atlas (UnkMarks *self);

/* Painting: begin and then extend; the whole stroke is one step of the history. */
gboolean unk_marks_begin_stroke (UnkMarks *self, const UnkView *view, double x, double y,
                                 double radius);
gboolean unk_marks_begin_erasing (UnkMarks *self, const UnkView *view, double x, double y,
                                  double radius);
void unk_marks_extend_stroke (UnkMarks *self, double x, double y);

/* Naming. */
void unk_marks_add_area (UnkMarks *self, const UnkArea *area, UnkSide side);
void unk_marks_remove_area (UnkMarks *self, const UnkArea *area, UnkSide side);
gboolean unk_marks_is_marked (UnkMarks *self, const UnkArea *area, UnkSide side);
gboolean unk_marks_add_text (UnkMarks *self, const char *text, const char *side, GError **error);

/* Places. */
guint unk_marks_get_n_places (UnkMarks *self);
const UnkPain *unk_marks_get_place (UnkMarks *self, guint i);
int unk_marks_get_last_place (UnkMarks *self);
int unk_marks_find_place (UnkMarks *self, const UnkView *view, double x, double y);
void unk_marks_rate_place (UnkMarks *self, guint i, UnkPainKind kind, int intensity);
void unk_marks_remove_place (UnkMarks *self, guint i);
void unk_marks_clear (UnkMarks *self);
void unk_marks_replace (UnkMarks *self, GPtrArray *places);
void unk_marks_restore (UnkMarks *self, GPtrArray *places);

gboolean unk_marks_can_undo (UnkMarks *self);
gboolean unk_marks_can_redo (UnkMarks *self);
void unk_marks_undo (UnkMarks *self);
void unk_marks_redo (UnkMarks *self);

/* The single marks of all places, one after the other. */
guint unk_marks_get_n (UnkMarks *self);
const UnkMark *unk_marks_get (UnkMarks *self, guint i);

UnkMask *unk_marks_make_mask (UnkMarks *self, const UnkView *view);

G_END_DECLS
