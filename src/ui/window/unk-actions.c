/* unk-actions.c: every command, by name
 *
 * The actions are the application's, so that menus, shortcuts, tests and the session bus drive the
 * same thing. Those that belong to a widget (zoom, search) are passed on by the signal "asked",
 * which the window answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "unk-action-map.h"
#include "unk-guide-actions.h"
#include "unk-session-remote.h"
#include "unk-undo-actions.h"

struct _UnkActions
{
  GObject parent_instance;

  GtkApplication *application; /* owns us */
  UnkScene *scene;
  UnkPages *pages;
  UnkQuizActions *quiz;
  UnkPosterActions *posters;
  UnkPainActions *pain;
  UnkRoutineActions *routines;
  UnkRoutineFiles *routine_files;
  UnkReminders *reminders;
  UnkJournalActions *journal;
  UnkSessionActions *session;
  UnkSessionRemote *remote;
  UnkBrowseActions *browse;
  UnkGuideTrail *guide;
  UnkUndoActions *undo;
};

G_DEFINE_FINAL_TYPE (UnkActions, unk_actions, G_TYPE_OBJECT)

enum
{
  SIGNAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_state (UnkActions *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->application), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static GVariant *
say_subject (UnkSubject subject)
{
  if (!subject.id)
    return g_variant_new_string ("");
  return g_variant_new_take_string (
    g_strconcat (subject.id, ":", unk_side_id (subject.side), NULL));
}

/* "infraspinatus:left"; without a side it is the right one. */
static gboolean
read_subject (UnkActions *self, const char *text, const UnkMuscle **muscle, char **id,
              UnkSide *side)
{
  const char *colon = strchr (text, ':');

  *side = UNK_SIDE_RIGHT;
  if (colon && !unk_side_parse (colon + 1, side))
    return FALSE;
  *id = colon ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  *muscle = unk_atlas_find_muscle (unk_scene_get_atlas (self->scene), *id, NULL);
  return TRUE;
}

/* What comes over the bus may be wrong: it is said, and nothing changes. */
static void
refuse (const char *action, const char *value)
{
  g_message ("The action “%s” doesn’t understand “%s”", action, value);
}

static void
on_view (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkActions *self = data;
  const char *id = g_variant_get_string (value, NULL);
  const UnkView *view = unk_atlas_find_view (unk_scene_get_atlas (self->scene), id, NULL);

  if (view)
    unk_scene_set_view (self->scene, view);
  else
    refuse ("view", id);
}

static void
on_depth (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkActions *self = data;
  UnkDepth depth;

  if (unk_depth_parse (g_variant_get_string (value, NULL), &depth))
    unk_scene_set_depth (self->scene, depth);
  else
    refuse ("depth", g_variant_get_string (value, NULL));
}

static void
on_mode (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkActions *self = data;
  const char *id = g_variant_get_string (value, NULL);
  UnkMode mode;

  if (unk_mode_parse (id, &mode))
    unk_scene_set_mode (self->scene, mode);
  else
    refuse ("mode", id);
}

static void
on_muscle (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkActions *self = data;
  const char *text = g_variant_get_string (value, NULL);
  g_autofree char *id = NULL;
  const UnkMuscle *muscle;
  UnkSide side;

  if (!*text)
    unk_scene_choose (self->scene, NULL, UNK_SIDE_RIGHT);
  else if (!read_subject (self, text, &muscle, &id, &side))
    refuse ("muscle", text);
  else if (muscle)
    {
      unk_scene_show (self->scene, muscle, side);
      unk_guide_trail_set_aside (self->guide);
    }
  else if (g_str_equal (unk_scene_get_name (self->scene, id), id))
    refuse ("muscle", text);
  else
    unk_scene_choose (self->scene, id, side);
}

static void
on_point (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkActions *self = data;
  const char *id = g_variant_get_string (value, NULL);
  const UnkPoint *point =
    *id ? unk_atlas_find_point (unk_scene_get_atlas (self->scene), id, NULL) : NULL;

  if (*id && !point)
    refuse ("point", id);
  else
    unk_scene_choose_point (self->scene, point);
}

/* What the desktop's menu of the program offers: there may be no window yet. */
static void
on_find_muscle (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkActions *self = data;

  g_application_activate (G_APPLICATION (self->application));
  unk_scene_set_mode (self->scene, UNK_MODE_PAIN);
}

static void
on_step_back (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkActions *self = data;

  if (!unk_guide_trail_back (self->guide))
    unk_scene_step_back (self->scene);
}

static void
on_asked (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_ASKED],
                 g_quark_from_string (g_action_get_name (G_ACTION (action))), value);
}

static void
on_quit (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkActions *self = data;
  GList *windows = gtk_application_get_windows (self->application);

  if (windows)
    gtk_window_close (windows->data);
}

static void
on_scene_changed (UnkActions *self, guint what)
{
  const UnkPoint *point = unk_scene_get_point (self->scene);

  if (what & UNK_CHANGE_VIEW)
    set_state (self, "view", g_variant_new_string (unk_scene_get_view (self->scene)->id));
  if (what & UNK_CHANGE_DEPTH)
    set_state (self, "depth",
               g_variant_new_string (unk_depth_id (unk_scene_get_depth (self->scene))));
  if (what & UNK_CHANGE_MODE)
    set_state (self, "mode", g_variant_new_string (unk_mode_id (unk_scene_get_mode (self->scene))));
  if (what & UNK_CHANGE_CHOICE)
    {
      set_state (self, "muscle", say_subject (unk_scene_get_chosen (self->scene)));
      set_state (self, "point", g_variant_new_string (point ? point->id : ""));
    }
  if (what & UNK_CHANGE_HOVER)
    set_state (self, "hovered", say_subject (unk_scene_get_hovered (self->scene)));
}

static void
unk_actions_finalize (GObject *object)
{
  UnkActions *self = UNK_ACTIONS (object);

  g_clear_object (&self->remote);
  g_clear_object (&self->session);
  g_clear_object (&self->quiz);
  g_clear_object (&self->posters);
  g_clear_object (&self->undo);
  g_clear_object (&self->pages);
  g_clear_object (&self->pain);
  g_clear_object (&self->reminders);
  g_clear_object (&self->routine_files);
  g_clear_object (&self->routines);
  g_clear_object (&self->journal);
  g_clear_object (&self->browse);
  g_clear_object (&self->guide);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_actions_parent_class)->finalize (object);
}

static void
unk_actions_class_init (UnkActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_actions_finalize;

  /**
   * UnkActions::asked:
   * @self: the actions
   * @value: (nullable): the action's target
   *
   * A command that a widget carries out; the detail is its name.
   */
  signals[SIGNAL_ASKED] =
    g_signal_new ("asked", UNK_TYPE_ACTIONS, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_VARIANT);
}

static void
unk_actions_init (UnkActions *self G_GNUC_UNUSED)
{
}

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[4];
  } shortcuts[] = {
    { "app.quit", { "<Control>q", "<Control>w", NULL } },
    { "app.focus-search", { "<Control>f", NULL } },
    { "app.undo", { "<Control>z", NULL } },
    { "app.redo", { "<Control><Shift>z", "<Control>y", NULL } },
    { "app.zoom-in", { "<Control>plus", "<Control>equal", NULL } },
    { "app.zoom-out", { "<Control>minus", NULL } },
    { "app.zoom-fit", { "<Control>0", NULL } },
    { "app.shortcuts", { "<Control>question", NULL } },
    { "app.mode::explore", { "<Control>e", NULL } },
    { "app.mode::pain", { "<Control>p", NULL } },
    { "app.page::journal", { "<Control>j", NULL } },
    { "app.mode::study", { "<Control>t", NULL } },
    { "app.view::front", { "<Alt>1", NULL } },
    { "app.view::back", { "<Alt>2", NULL } },
    { "app.view::side", { "<Alt>3", NULL } },
  };

  /* The next one lies where reading goes on. */
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  const char *left[] = { "<Alt>Left", NULL }, *right[] = { "<Alt>Right", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accels);
  gtk_application_set_accels_for_action (application, "app.study-next", mirrored ? left : right);
  gtk_application_set_accels_for_action (application, "app.study-previous",
                                         mirrored ? right : left);
}

/**
 * unk_actions_new:
 * @application: where the actions are added
 * @scene: what they act upon
 * @keeper: keeps what is marked, said and planned
 *
 * Returns: (transfer full): the actions, to be kept by the application
 */
UnkActions *
unk_actions_new (GtkApplication *application, UnkScene *scene, UnkKeeper *keeper)
{
  static const GActionEntry entries[] = {
    { "view", on_view, "s", "'front'", on_view },
    { "depth", on_depth, "s", "'1'", on_depth },
    { "mode", on_mode, "s", "'explore'", on_mode },
    { "muscle", on_muscle, "s", "''", on_muscle },
    { "point", on_point, "s", "''", on_point },
    { "find-muscle", on_find_muscle },
    { "hovered", NULL, NULL, "''", unk_action_told },
    { "step-back", on_step_back },
    { "zoom-in", on_asked },
    { "zoom-out", on_asked },
    { "zoom-fit", on_asked },
    { "viewport", on_asked, "(ddd)", "(0.0,0.0,0.0)" },
    { "search", on_asked, "s" },
    { "focus-search", on_asked },
    { "shortcuts", on_asked },
    { "about", on_asked },
    { "quit", on_quit },
  };
  UnkActions *self = g_object_new (UNK_TYPE_ACTIONS, NULL);

  self->application = application;
  self->scene = g_object_ref (scene);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   self);
  self->guide = unk_guide_actions_add (application, scene);
  set_accels (application);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  set_state (self, "view", g_variant_new_string (unk_scene_get_view (scene)->id));
  self->pages = unk_pages_new (G_ACTION_MAP (application));
  self->quiz = unk_quiz_actions_new (G_ACTION_MAP (application), unk_scene_get_atlas (scene),
                                     keeper, self->pages);
  self->posters = unk_poster_actions_new (application, unk_scene_get_atlas (scene));
  self->pain = unk_pain_actions_new (G_ACTION_MAP (application), scene);
  self->routines = unk_routine_actions_new (G_ACTION_MAP (application), scene, keeper, self->pages);
  self->routine_files = unk_routine_files_new (application, scene, self->routines);
  self->reminders = unk_reminders_new (G_APPLICATION (application), keeper, self->routines);
  self->journal = unk_journal_actions_new (G_ACTION_MAP (application), scene, keeper, self->pages);
  self->session = unk_session_actions_new (application, scene, keeper, self->pages, self->routines,
                                           self->journal);
  self->remote = unk_session_remote_new (G_APPLICATION (application), self->session);
  self->browse = unk_browse_actions_new (G_ACTION_MAP (application), scene, self->pages);
  self->undo = unk_undo_actions_new (G_ACTION_MAP (application), scene, self->pages, self->guide,
                                     self->routines);
  return self;
}

/**
 * unk_actions_set_viewport:
 * @self: the actions
 * @scale: pixels a millimeter
 * @x: where millimeter 0,0 lies in the window
 * @y: where millimeter 0,0 lies in the window
 *
 * Tells what is seen, so that whoever drives the program knows where to click.
 */
void
unk_actions_set_viewport (UnkActions *self, double scale, double x, double y)
{
  set_state (self, "viewport", g_variant_new ("(ddd)", scale, x, y));
}

/**
 * unk_actions_get_session:
 * @self: the actions
 *
 * Returns: those of a session
 */
UnkSessionActions *
unk_actions_get_session (UnkActions *self)
{
  return self->session;
}

/**
 * unk_actions_get_pages:
 * @self: the actions
 *
 * Returns: which page of the panel was asked for
 */
UnkPages *
unk_actions_get_pages (UnkActions *self)
{
  return self->pages;
}

/**
 * unk_actions_get_posters:
 * @self: the actions
 *
 * Returns: those of posters
 */
UnkPosterActions *
unk_actions_get_posters (UnkActions *self)
{
  return self->posters;
}

/**
 * unk_actions_get_quiz:
 * @self: the actions
 *
 * Returns: those of the quiz
 */
UnkQuizActions *
unk_actions_get_quiz (UnkActions *self)
{
  return self->quiz;
}

/**
 * unk_actions_get_guide:
 * @self: the actions
 *
 * Returns: the guide
 */
UnkGuideTrail *
unk_actions_get_guide (UnkActions *self)
{
  return self->guide;
}

/**
 * unk_actions_get_pain:
 * @self: the actions
 *
 * Returns: those of what hurts, with the finder's answer
 */
UnkPainActions *
unk_actions_get_pain (UnkActions *self)
{
  return self->pain;
}

/**
 * unk_actions_get_routines:
 * @self: the actions
 *
 * Returns: those of routines
 */
UnkRoutineActions *
unk_actions_get_routines (UnkActions *self)
{
  return self->routines;
}

/**
 * unk_actions_get_routine_files:
 * @self: the actions
 *
 * Returns: those of the files and sheets of routines
 */
UnkRoutineFiles *
unk_actions_get_routine_files (UnkActions *self)
{
  return self->routine_files;
}

/**
 * unk_actions_get_reminders:
 * @self: the actions
 *
 * Returns: what reminds of routines
 */
UnkReminders *
unk_actions_get_reminders (UnkActions *self)
{
  return self->reminders;
}

/**
 * unk_actions_get_journal:
 * @self: the actions
 *
 * Returns: those of the journal
 */
UnkJournalActions *
unk_actions_get_journal (UnkActions *self)
{
  return self->journal;
}
