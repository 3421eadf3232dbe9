/* unk-undo-actions.c: undo and redo, of whatever is worked on
 *
 * Where a routine or their list is shown, it is routines that are taken back; everywhere else it is
 * marks. Each has a history of its own, in core.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-undo-actions.h"
#include "unk-action-map.h"

struct _UnkUndoActions
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  UnkScene *scene;
  UnkPages *pages;
  UnkGuideTrail *guide;
  UnkRoutineActions *routines;
};

G_DEFINE_FINAL_TYPE (UnkUndoActions, unk_undo_actions, G_TYPE_OBJECT)

static gboolean
is_at_routines (UnkUndoActions *self)
{
  const char *page = unk_pages_get_open (self->pages);

  return (g_str_equal (page, "routine") || g_str_equal (page, "routines")) &&
         !unk_guide_trail_is_open (self->guide);
}

static void
on_undo (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkUndoActions *self = data;

  if (is_at_routines (self))
    unk_routine_actions_undo (self->routines);
  else
    unk_marks_undo (unk_scene_get_marks (self->scene));
}

static void
on_redo (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkUndoActions *self = data;

  if (is_at_routines (self))
    unk_routine_actions_redo (self->routines);
  else
    unk_marks_redo (unk_scene_get_marks (self->scene));
}

static void
tell (UnkUndoActions *self)
{
  UnkMarks *marks = unk_scene_get_marks (self->scene);
  gboolean routines = is_at_routines (self);

  unk_action_map_set_enabled (self->map, "undo",
                              routines ? unk_routine_actions_can_undo (self->routines)
                                       : unk_marks_can_undo (marks));
  unk_action_map_set_enabled (self->map, "redo",
                              routines ? unk_routine_actions_can_redo (self->routines)
                                       : unk_marks_can_redo (marks));
}

static void
on_scene_changed (UnkUndoActions *self, guint what)
{
  if (what & UNK_CHANGE_MARKS)
    tell (self);
}

static void
unk_undo_actions_finalize (GObject *object)
{
  UnkUndoActions *self = UNK_UNDO_ACTIONS (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->pages);
  g_clear_object (&self->guide);
  g_clear_object (&self->routines);
  G_OBJECT_CLASS (unk_undo_actions_parent_class)->finalize (object);
}

static void
unk_undo_actions_class_init (UnkUndoActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_undo_actions_finalize;
}

static void
unk_undo_actions_init (UnkUndoActions *self G_GNUC_UNUSED)
{
}

static void
listen (UnkUndoActions *self, gpointer to)
{
  g_signal_connect_object (to, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
}

/**
 * unk_undo_actions_new:
 * @map: where the actions are added; it outlives them
 * @scene: whose marks are taken back
 * @pages: which page was asked for
 * @guide: the guide, which may lie over it
 * @routines: where routines are taken back
 *
 * Returns: (transfer full): the actions "undo" and "redo"
 */
UnkUndoActions *
unk_undo_actions_new (GActionMap *map, UnkScene *scene, UnkPages *pages, UnkGuideTrail *guide,
                      UnkRoutineActions *routines)
{
  static const GActionEntry entries[] = { { "undo", on_undo }, { "redo", on_redo } };
  UnkUndoActions *self = g_object_new (UNK_TYPE_UNDO_ACTIONS, NULL);

  self->map = map;
  self->scene = g_object_ref (scene);
  self->pages = g_object_ref (pages);
  self->guide = g_object_ref (guide);
  self->routines = g_object_ref (routines);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  listen (self, pages);
  listen (self, guide);
  listen (self, routines);
  tell (self);
  return self;
}
