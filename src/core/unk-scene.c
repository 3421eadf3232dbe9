/* unk-scene.c: what is being looked at
 *
 * One object for the window, the actions and the tests: whoever changes something says it here,
 * whoever shows something listens to "changed", which tells what did.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-scene.h"

#define MAX_STACK 16

struct _UnkScene
{
  GObject parent_instance;

  UnkAtlas *atlas;
  UnkMarks *marks;
  UnkAnswers *answers;
  UnkNotes *notes;
  UnkLook *look;
  gboolean erasing;
  double brush; /* radius in millimeters */
  const UnkView *view;
  UnkDepth depth;
  UnkDepth depths[UNK_N_MODES]; /* those of the modes that aren't on */
  UnkMode mode;
  UnkSubject chosen;
  const UnkPoint *point;
  UnkSubject hovered;
  UnkSubject previewed;
};

G_DEFINE_FINAL_TYPE (UnkScene, unk_scene, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (UnkScene *self, UnkChange what)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, (guint) what);
}

static void
on_marks_changed (UnkScene *self)
{
  emit_changed (self, UNK_CHANGE_MARKS);
}

static void
on_answers_changed (UnkScene *self)
{
  emit_changed (self, UNK_CHANGE_ANSWERS);
}

static void
on_look_changed (UnkScene *self)
{
  emit_changed (self, UNK_CHANGE_LOOK);
}

static gboolean
same (UnkSubject a, UnkSubject b)
{
  return g_strcmp0 (a.id, b.id) == 0 && (!a.id || a.side == b.side);
}

/* Ids live as long as the atlas: a subject never keeps a caller's text. */
static const char *
own_id (UnkScene *self, const char *id)
{
  guint n;
  const UnkView *views = unk_atlas_get_views (self->atlas, &n);
  const UnkMuscle *muscle = id ? unk_atlas_find_muscle (self->atlas, id, NULL) : NULL;

  if (!id || muscle)
    return muscle ? muscle->id : NULL;
  for (guint i = 0; i < n; i++)
    {
      const UnkShape *shape = unk_pick_find_shape (&views[i], id);

      if (shape)
        return shape->id;
    }
  return NULL;
}

static void
unk_scene_finalize (GObject *object)
{
  UnkScene *self = UNK_SCENE (object);

  g_object_unref (self->marks);
  g_object_unref (self->answers);
  g_object_unref (self->look);
  g_object_unref (self->notes);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_scene_parent_class)->finalize (object);
}

static void
unk_scene_class_init (UnkSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_scene_finalize;

  /**
   * UnkScene::changed:
   * @self: the scene
   * @what: an #UnkChange
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
unk_scene_init (UnkScene *self)
{
  self->depth = UNK_DEPTH_1;
  self->brush = UNK_MARK_RADIUS;
  self->depths[UNK_MODE_PAIN] = UNK_DEPTH_SKIN;
  self->depths[UNK_MODE_STUDY] = self->depths[UNK_MODE_QUIZ] = UNK_DEPTH_1;
}

/**
 * unk_scene_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): the first view, the muscles bare, nothing chosen
 */
UnkScene *
unk_scene_new (UnkAtlas *atlas)
{
  UnkScene *self = g_object_new (UNK_TYPE_SCENE, NULL);
  guint n;

  self->atlas = unk_atlas_ref (atlas);
  self->view = unk_atlas_get_views (atlas, &n);
  self->marks = unk_marks_new (atlas);
  self->answers = unk_answers_new (atlas);
  self->notes = unk_notes_new ();
  self->look = unk_look_new (atlas, self->notes);
  g_signal_connect_object (self->marks, "changed", G_CALLBACK (on_marks_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answers, "changed", G_CALLBACK (on_answers_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->look, "changed", G_CALLBACK (on_look_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * unk_scene_get_atlas:
 * @self: the scene
 *
 * Returns: the atlas
 */
UnkAtlas *
unk_scene_get_atlas (UnkScene *self)
{
  return self->atlas;
}

/**
 * unk_scene_get_marks:
 * @self: the scene
 *
 * Returns: where it hurts
 */
UnkMarks *
unk_scene_get_marks (UnkScene *self)
{
  return self->marks;
}

/**
 * unk_scene_get_answers:
 * @self: the scene
 *
 * Returns: what the user said besides where it hurts
 */
UnkAnswers *
unk_scene_get_answers (UnkScene *self)
{
  return self->answers;
}

/**
 * unk_scene_get_notes:
 * @self: the scene
 *
 * Returns: the user's own notes and favorites
 */
UnkNotes *
unk_scene_get_notes (UnkScene *self)
{
  return self->notes;
}

/**
 * unk_scene_get_look:
 * @self: the scene
 *
 * Returns: how the body is looked at in study mode
 */
UnkLook *
unk_scene_get_look (UnkScene *self)
{
  return self->look;
}

/**
 * unk_scene_get_erasing:
 * @self: the scene
 *
 * Returns: whether a stroke in pain mode takes marks away
 */
gboolean
unk_scene_get_erasing (UnkScene *self)
{
  return self->erasing;
}

/**
 * unk_scene_set_erasing:
 * @self: the scene
 * @erasing: whether a stroke in pain mode takes marks away
 */
void
unk_scene_set_erasing (UnkScene *self, gboolean erasing)
{
  if (self->erasing == !!erasing)
    return;
  self->erasing = !!erasing;
  emit_changed (self, UNK_CHANGE_TOOL);
}

/**
 * unk_scene_get_brush:
 * @self: the scene
 *
 * Returns: the radius of brush and eraser in millimeters
 */
double
unk_scene_get_brush (UnkScene *self)
{
  return self->brush;
}

/**
 * unk_scene_set_brush:
 * @self: the scene
 * @radius: in millimeters; brought into %UNK_MARK_RADIUS_MIN to %UNK_MARK_RADIUS_MAX
 */
void
unk_scene_set_brush (UnkScene *self, double radius)
{
  radius = CLAMP (radius, UNK_MARK_RADIUS_MIN, UNK_MARK_RADIUS_MAX);
  if (self->brush == radius)
    return;
  self->brush = radius;
  emit_changed (self, UNK_CHANGE_TOOL);
}

/**
 * unk_scene_get_view:
 * @self: the scene
 *
 * Returns: the view
 */
const UnkView *
unk_scene_get_view (UnkScene *self)
{
  return self->view;
}

/**
 * unk_scene_set_view:
 * @self: the scene
 * @view: a view of the atlas
 */
void
unk_scene_set_view (UnkScene *self, const UnkView *view)
{
  if (self->view == view)
    return;
  self->view = view;
  self->hovered.id = NULL;
  emit_changed (self, UNK_CHANGE_VIEW | UNK_CHANGE_HOVER);
}

/**
 * unk_scene_get_depth:
 * @self: the scene
 *
 * Returns: how far the body is peeled
 */
UnkDepth
unk_scene_get_depth (UnkScene *self)
{
  return self->depth;
}

/**
 * unk_scene_set_depth:
 * @self: the scene
 * @depth: how far to peel
 */
void
unk_scene_set_depth (UnkScene *self, UnkDepth depth)
{
  if (self->depth == depth)
    return;
  self->depth = depth;
  self->hovered.id = NULL;
  emit_changed (self, UNK_CHANGE_DEPTH | UNK_CHANGE_HOVER);
}

/**
 * unk_scene_get_mode:
 * @self: the scene
 *
 * Returns: what a click does
 */
UnkMode
unk_scene_get_mode (UnkScene *self)
{
  return self->mode;
}

/**
 * unk_scene_set_mode:
 * @self: the scene
 * @mode: what a click does from now on
 *
 * Each mode keeps its own depth: pain is shown on the skin, muscles are explored bare.
 */
void
unk_scene_set_mode (UnkScene *self, UnkMode mode)
{
  if (self->mode == mode)
    return;
  self->depths[self->mode] = self->depth;
  self->mode = mode;
  self->depth = self->depths[mode];
  self->chosen.id = NULL;
  self->point = NULL;
  self->previewed.id = NULL;
  self->hovered.id = NULL;
  emit_changed (self, UNK_CHANGE_MODE | UNK_CHANGE_DEPTH | UNK_CHANGE_CHOICE | UNK_CHANGE_PREVIEW |
                        UNK_CHANGE_HOVER);
}

/**
 * unk_scene_get_chosen:
 * @self: the scene
 *
 * Returns: what is chosen, also where it has no record in the atlas
 */
UnkSubject
unk_scene_get_chosen (UnkScene *self)
{
  return self->chosen;
}

/**
 * unk_scene_get_muscle:
 * @self: the scene
 *
 * Returns: (nullable): the record of what is chosen
 */
const UnkMuscle *
unk_scene_get_muscle (UnkScene *self)
{
  return self->chosen.id ? unk_atlas_find_muscle (self->atlas, self->chosen.id, NULL) : NULL;
}

/**
 * unk_scene_get_point:
 * @self: the scene
 *
 * Returns: (nullable): the one trigger point that is shown; %NULL where all are
 */
const UnkPoint *
unk_scene_get_point (UnkScene *self)
{
  return self->point;
}

static void
choose (UnkScene *self, UnkSubject subject, const UnkPoint *point, UnkChange also)
{
  if (same (self->chosen, subject) && self->point == point && !also)
    return;
  self->chosen = subject;
  self->point = point;
  emit_changed (self, UNK_CHANGE_CHOICE | also);
}

/**
 * unk_scene_choose:
 * @self: the scene
 * @id: (nullable): a muscle or another structure that is drawn; nothing where %NULL or unknown
 * @side: its side
 *
 * Chooses a muscle, with all its points.
 */
void
unk_scene_choose (UnkScene *self, const char *id, UnkSide side)
{
  choose (self, (UnkSubject){ own_id (self, id), side }, NULL, 0);
}

/**
 * unk_scene_choose_point:
 * @self: the scene
 * @point: (nullable): a trigger point; all of the chosen muscle where %NULL
 *
 * Shows one trigger point alone; its muscle is chosen with it.
 */
void
unk_scene_choose_point (UnkScene *self, const UnkPoint *point)
{
  UnkSubject subject = self->chosen;

  if (point)
    subject.id = point->muscle->id;
  choose (self, subject, point, 0);
}

/* How well a view shows a muscle: by its points, and then by whether it is drawn at all. */
static guint
count_shown (const UnkView *view, const UnkMuscle *muscle, UnkSide side)
{
  guint n = 0;

  if (!unk_view_shows_side (view, side))
    return 0;
  for (guint i = 0; i < view->n_crosses; i++)
    n += view->crosses[i].point->muscle == muscle ? 2 : 0;
  return n + (unk_pick_find_shape (view, muscle->id) ? 1 : 0);
}

/**
 * unk_scene_show:
 * @self: the scene
 * @muscle: a muscle
 * @side: its side
 *
 * Chooses a muscle and turns to the view that shows most of its points; it stays where another
 * shows no more.
 */
void
unk_scene_show (UnkScene *self, const UnkMuscle *muscle, UnkSide side)
{
  guint n;
  const UnkView *views = unk_atlas_get_views (self->atlas, &n), *best = self->view;
  UnkChange also = 0;

  for (guint i = 0; i < n; i++)
    if (count_shown (&views[i], muscle, side) > count_shown (best, muscle, side))
      best = &views[i];
  if (best != self->view)
    {
      self->view = best;
      self->hovered.id = NULL;
      also = UNK_CHANGE_VIEW | UNK_CHANGE_HOVER;
    }
  choose (self, (UnkSubject){ muscle->id, side }, NULL, also);
}

/**
 * unk_scene_choose_at:
 * @self: the scene
 * @x: in millimeters
 * @y: in millimeters
 * @deeper: whether to go on to the next muscle beneath when the chosen one is already under the
 * place
 *
 * Chooses what lies under a place; nothing where nothing does.
 */
void
unk_scene_choose_at (UnkScene *self, double x, double y, gboolean deeper)
{
  const UnkShape *stack[MAX_STACK];
  guint n = unk_pick_shapes (self->view, self->depth, x, y, stack, MAX_STACK);
  UnkSide side = unk_pick_side (self->view, x);
  guint next = 0;

  for (guint i = 0; i < n && deeper; i++)
    if (same (self->chosen, (UnkSubject){ stack[i]->id, side }))
      next = (i + 1) % n;
  unk_scene_choose (self, n ? stack[next]->id : NULL, side);
}

/**
 * unk_scene_step_back:
 * @self: the scene
 *
 * Takes back the last narrowing: first the point, then the muscle.
 *
 * Returns: whether there was something to take back
 */
gboolean
unk_scene_step_back (UnkScene *self)
{
  if (self->point)
    unk_scene_choose_point (self, NULL);
  else if (self->chosen.id)
    unk_scene_choose (self, NULL, UNK_SIDE_RIGHT);
  else
    return FALSE;
  return TRUE;
}

/**
 * unk_scene_get_hovered:
 * @self: the scene
 *
 * Returns: what the pointer or the keyboard is at
 */
UnkSubject
unk_scene_get_hovered (UnkScene *self)
{
  return self->hovered;
}

/**
 * unk_scene_hover:
 * @self: the scene
 * @id: (nullable): what the pointer is at
 * @side: its side
 */
void
unk_scene_hover (UnkScene *self, const char *id, UnkSide side)
{
  UnkSubject subject = { own_id (self, id), side };

  if (same (self->hovered, subject))
    return;
  self->hovered = subject;
  emit_changed (self, UNK_CHANGE_HOVER);
}

/**
 * unk_scene_get_previewed:
 * @self: the scene
 *
 * Returns: the muscle whose pattern is shown while one points at its row
 */
UnkSubject
unk_scene_get_previewed (UnkScene *self)
{
  return self->previewed;
}

/**
 * unk_scene_preview:
 * @self: the scene
 * @muscle: (nullable): a muscle to show for a moment
 * @side: its side
 */
void
unk_scene_preview (UnkScene *self, const UnkMuscle *muscle, UnkSide side)
{
  UnkSubject subject = { muscle ? muscle->id : NULL, side };

  if (same (self->previewed, subject))
    return;
  self->previewed = subject;
  emit_changed (self, UNK_CHANGE_PREVIEW);
}
