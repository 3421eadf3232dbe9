/* unk-scene.h: what is being looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-answers.h"
#include "unk-atlas.h"
#include "unk-look.h"
#include "unk-marks.h"
#include "unk-pick.h"

G_BEGIN_DECLS

typedef enum
{
  UNK_MODE_EXPLORE, /* a click chooses a muscle */
  UNK_MODE_PAIN,    /* a click marks where it hurts */
  UNK_MODE_STUDY,   /* a click chooses a muscle to learn */
  UNK_MODE_QUIZ,    /* a click answers; nothing on the body gives a name away */
} UnkMode;
#define UNK_N_MODES (UNK_MODE_QUIZ + 1)

const char *unk_mode_id (UnkMode mode);
gboolean unk_mode_parse (const char *id, UnkMode *mode);

typedef enum
{
  UNK_CHANGE_VIEW = 1 << 0,
  UNK_CHANGE_DEPTH = 1 << 1,
  UNK_CHANGE_MODE = 1 << 2,
  UNK_CHANGE_CHOICE = 1 << 3, /* the muscle, its side or its point */
  UNK_CHANGE_HOVER = 1 << 4,
  UNK_CHANGE_PREVIEW = 1 << 5, /* the muscle whose pattern is shown for a moment */
  UNK_CHANGE_MARKS = 1 << 6,
  UNK_CHANGE_ANSWERS = 1 << 7, /* clues, red flags, contraindications */
  UNK_CHANGE_TOOL = 1 << 8,    /* brush or eraser, or its size */
  UNK_CHANGE_LOOK = 1 << 9,    /* how the body is looked at in study mode; favorites */
} UnkChange;

/* A muscle or another drawn structure, of one side. */
typedef struct
{
  const char *id; /* (nullable): nothing */
  UnkSide side;
} UnkSubject;

#define UNK_TYPE_SCENE (unk_scene_get_type ())
G_DECLARE_FINAL_TYPE (UnkScene, unk_scene, UNK, SCENE, GObject)

UnkScene *unk_scene_new (UnkAtlas *atlas);
UnkAtlas *unk_scene_get_atlas (UnkScene *self);
UnkMarks *unk_scene_get_marks (UnkScene *self);
UnkAnswers *unk_scene_get_answers (UnkScene *self);
UnkNotes *unk_scene_get_notes (UnkScene *self);
UnkLook *unk_scene_get_look (UnkScene *self);

const UnkView *unk_scene_get_view (UnkScene *self);
void unk_scene_set_view (UnkScene *self, const UnkView *view);
UnkDepth unk_scene_get_depth (UnkScene *self);
void unk_scene_set_depth (UnkScene *self, UnkDepth depth);
UnkMode unk_scene_get_mode (UnkScene *self);
void unk_scene_set_mode (UnkScene *self, UnkMode mode);
gboolean unk_scene_get_erasing (UnkScene *self);
void unk_scene_set_erasing (UnkScene *self, gboolean erasing);
double unk_scene_get_brush (UnkScene *self);
void unk_scene_set_brush (UnkScene *self, double radius);

UnkSubject unk_scene_get_chosen (UnkScene *self);
const UnkMuscle *unk_scene_get_muscle (UnkScene *self);
const UnkPoint *unk_scene_get_point (UnkScene *self);
void unk_scene_choose (UnkScene *self, const char *id, UnkSide side);
void unk_scene_choose_point (UnkScene *self, const UnkPoint *point);
void unk_scene_show (UnkScene *self, const UnkMuscle *muscle, UnkSide side);
void unk_scene_choose_at (UnkScene *self, double x, double y, gboolean deeper);
gboolean unk_scene_step_back (UnkScene *self);

UnkSubject unk_scene_get_hovered (UnkScene *self);
void unk_scene_hover (UnkScene *self, const char *id, UnkSide side);
UnkSubject unk_scene_get_previewed (UnkScene *self);
void unk_scene_preview (UnkScene *self, const UnkMuscle *muscle, UnkSide side);

const char *unk_scene_get_name (UnkScene *self, const char *id);

G_END_DECLS
