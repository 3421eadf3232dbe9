/* unk-body-view-private.h: the body on the screen, from inside
 *
 * The widget is divided by what it does: unk-body-view.c keeps it, -input.c hears pointer and keys,
 * -spots.c keeps the accessible children, -paint.c paints what lies over the figure, -study.c what
 * study mode lays there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-body-picture.h"
#include "unk-body-view.h"
#include "unk-labels.h"
#include "unk-overlay.h"

G_BEGIN_DECLS

struct _UnkBodyView
{
  GtkWidget parent_instance;

  UnkScene *scene;
  UnkBodyPicture *picture;
  UnkCamera camera;
  UnkStage stage; /* as of the last allocation */
  const char *scheme;
  UnkColors colors;

  double pointer_x, pointer_y;
  gboolean pointer_inside;
  UnkCamera drag_camera; /* where a drag began */
  gboolean painting;     /* a stroke is being drawn */
  gboolean moved;        /* the drag went far enough to be one */
  int clicks;            /* in a row, see count_click() */
  guint32 released;      /* when the last click ended, in the events' milliseconds */
  double pinch_scale;
  const UnkArea *area; /* under the pointer, in pain mode */
  UnkSide area_side;

  GskRenderNode *peeled; /* (nullable): the body at the last depth, while it fades into the next */
  AdwAnimation *peeling;
  GskRenderNode *overlay; /* zones, points, marks in pixels at overlay_scale */
  double overlay_scale;
  guint first_id;         /* while what can wait waits for the first frame */
  gboolean seen;          /* the first frame was painted */
  UnkLabelMap *label_map; /* (nullable): of label_view at label_depth */
  const UnkView *label_view;
  UnkDepth label_depth;
  double covered_top, covered_left, covered_right; /* by switches, in pixels */
  const UnkView *spots_view;
  UnkMode spots_mode;
  UnkDepth spots_depth;
  gboolean spots_by_area;
};

void unk_body_view_install_input (UnkBodyView *self);
gboolean unk_body_view_move_focus (UnkBodyView *self, GtkDirectionType direction);
void unk_body_view_make_spots (UnkBodyView *self);
void unk_body_view_allocate_spots (UnkBodyView *self);
void unk_body_view_focus_chosen (UnkBodyView *self);
void unk_body_view_update_pressed (UnkBodyView *self);
void unk_body_view_paint (UnkBodyView *self, GtkSnapshot *snapshot);
void unk_body_view_begin_peeling (UnkBodyView *self);
void unk_body_view_end_peeling (UnkBodyView *self);
void unk_body_view_paint_body (UnkBodyView *self, GtkSnapshot *snapshot, const GdkRGBA *ground);
void unk_body_view_forget_overlay (UnkBodyView *self);
void unk_body_view_update_wish (UnkBodyView *self);
void unk_body_view_say_area (UnkBodyView *self, const UnkArea *area, UnkSide side);
gboolean unk_body_view_is_by_area (UnkBodyView *self);
void unk_body_view_ask_area (UnkBodyView *self, const UnkArea *area);
gboolean unk_body_view_has_study (UnkBodyView *self);
gboolean unk_body_view_is_isolating (UnkBodyView *self);
gboolean unk_body_view_paint_study (UnkBodyView *self, cairo_t *cr, const UnkView *view,
                                    double pixel);
void unk_body_view_paint_labels (UnkBodyView *self, GtkSnapshot *snapshot);
UnkSubject unk_body_view_get_shown (UnkBodyView *self);

enum
{
  UNK_BODY_VIEW_SIGNAL_CAMERA_MOVED,
  UNK_BODY_VIEW_SIGNAL_POINTED,
  UNK_BODY_VIEW_N_SIGNALS
};

G_END_DECLS
