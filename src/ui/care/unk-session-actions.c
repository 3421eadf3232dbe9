/* unk-session-actions.c: the commands of a session
 *
 * A routine is done step by step: begun, paused, gone back in, ended. How far it has come is kept
 * at each change and every few seconds, so that it can be taken up after whatever happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session-actions.h"

#include <glib/gi18n.h>

#include "unk-action-map.h"

#define TICK_MS 200
#define SAVE_SECONDS 5
/* The longest that "session-advance" goes at once, in seconds. */
#define ADVANCE_MAX 3600.0

struct _UnkSessionActions
{
  GObject parent_instance;

  GtkApplication *application; /* owns us */
  GActionMap *map;             /* the same */
  UnkScene *scene;
  UnkKeeper *keeper;
  UnkPages *pages;
  UnkRoutineActions *routines;
  UnkJournalActions *journal;
  UnkSession *session; /* (nullable): the one that isn't over */
  GPtrArray *left_out; /* texts: what of the routine was left out for safety */
  gboolean looked;     /* it was looked in the file for one */
  guint tick_id, cookie;
  gboolean showing; /* the place of a step is being shown */
  double saved;     /* where it stood when it was kept */
};

G_DEFINE_FINAL_TYPE (UnkSessionActions, unk_session_actions, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const phase_ids[] = { "before", "place", "hold", "rest", "after" };

static void
tell (UnkSessionActions *self)
{
  UnkSession *session = self->session;
  UnkSessionMoment moment = { 0 };
  static const char *const needing[] = { "session-pause", "session-skip",   "session-back",
                                         "session-leave", "session-longer", "session-advance",
                                         "session-end",   "resume-session" };

  if (session)
    moment = unk_session_get_moment (session);
  unk_action_map_set_state (self->map, "session",
                            g_variant_new ("(suuub)", session ? phase_ids[moment.phase] : "",
                                           session ? session->position : 0,
                                           session ? session->steps->len : 0,
                                           (guint) moment.repetition, session && session->running));
  for (guint i = 0; i < G_N_ELEMENTS (needing); i++)
    unk_action_map_set_enabled (self->map, needing[i], session != NULL);
}

static void
save (UnkSessionActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  /* Where there is no file, the user was told; one that fails is tried again at the next step. */
  if (!store || !self->session)
    return;
  if (!unk_store_save_session (store, self->session, &error))
    g_message ("The session can’t be kept: %s", error->message);
  self->saved = self->session->elapsed;
}

static gboolean on_tick (gpointer data);

/* The clock runs, and the screen stays awake, only while the session does. */
static void
follow_running (UnkSessionActions *self)
{
  gboolean running = self->session && self->session->running;

  if (running && !self->tick_id)
    self->tick_id = g_timeout_add (TICK_MS, on_tick, self);
  if (!running)
    g_clear_handle_id (&self->tick_id, g_source_remove);
  if (running && !self->cookie)
    self->cookie = gtk_application_inhibit (
      self->application, gtk_application_get_active_window (self->application),
      GTK_APPLICATION_INHIBIT_IDLE, _ ("A session is running"));
  else if (!running && self->cookie)
    {
      gtk_application_uninhibit (self->application, self->cookie);
      self->cookie = 0;
    }
}

/* The place of the step is shown on the body. */
static void
show_place (UnkSessionActions *self)
{
  UnkSessionMoment moment = unk_session_get_moment (self->session);
  const UnkMuscle *muscle = moment.step ? unk_atlas_find_muscle (unk_scene_get_atlas (self->scene),
                                                                 moment.step->step->muscle, NULL)
                                        : NULL;

  if (!muscle)
    return;
  /* What is chosen on the body opens its own page; here the session's stays. */
  self->showing = TRUE;
  unk_scene_show (self->scene, muscle, moment.step->step->side);
  unk_pages_open (self->pages, "session");
  self->showing = FALSE;
}

static void
take_change (UnkSessionActions *self, gboolean moved)
{
  if (moved)
    show_place (self);
  save (self);
  follow_running (self);
  tell (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
pass (UnkSessionActions *self, gint64 now)
{
  UnkSessionMoment last = unk_session_get_moment (self->session);
  gboolean moved = unk_session_tick (self->session, now);
  UnkSessionMoment moment = unk_session_get_moment (self->session);

  if (moved || !self->session->running)
    take_change (self, moved);
  else if (moment.phase != last.phase || moment.repetition != last.repetition)
    {
      tell (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  else
    g_signal_emit (self, signals[SIGNAL_TICKED], 0);
  if (ABS (self->session->elapsed - self->saved) >= SAVE_SECONDS)
    save (self);
}

static gboolean
on_tick (gpointer data)
{
  UnkSessionActions *self = data;

  pass (self, g_get_monotonic_time ());
  return self->tick_id ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Whoever goes to another page doesn't press any more. */
static void
on_page_changed (UnkSessionActions *self)
{
  if (self->showing || !self->session || !self->session->running ||
      g_str_equal (unk_pages_get_open (self->pages), "session"))
    return;
  unk_session_set_running (self->session, FALSE);
  take_change (self, FALSE);
}

static void
on_pause (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;
  gboolean first;

  if (!self->session)
    return;
  first = !self->session->begun;
  unk_session_set_running (self->session, !self->session->running);
  take_change (self, first);
}

static void
on_skip (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_skip (self->session);
  take_change (self, TRUE);
}

static void
on_back (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_back (self->session);
  take_change (self, TRUE);
}

static void
on_longer (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_make_longer (self->session);
  take_change (self, FALSE);
}

/* Goes ahead by so many seconds, as if they had passed. */
static void
on_advance (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkSessionActions *self = data;
  double left = g_variant_get_double (value);
  gint64 now = g_get_monotonic_time ();

  if (!self->session || !(left > 0 && left <= ADVANCE_MAX))
    {
      unk_action_refuse (action, value);
      return;
    }
  for (pass (self, now); left > 0 && self->session->running; left -= 1)
    pass (self, now += (gint64) (MIN (left, 1) * G_USEC_PER_SEC));
  if (self->session->running)
    self->session->ticked = 0;
}

static void
on_rate (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkSessionActions *self = data;
  int rating = g_variant_get_int32 (value);

  if (!self->session || rating < -1 || rating > UNK_PAIN_INTENSITY_MAX)
    {
      unk_action_refuse (action, value);
      return;
    }
  if (unk_session_get_moment (self->session).phase == UNK_SESSION_AFTER)
    self->session->after = rating;
  else
    self->session->before = rating;
  save (self);
}

static void
on_note (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  g_free (self->session->note);
  self->session->note = g_utf8_make_valid (g_variant_get_string (value, NULL), -1);
  save (self);
}

/* It stays where it is and can be taken up again. */
static void
on_leave (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_set_running (self->session, FALSE);
  take_change (self, FALSE);
  unk_pages_open (self->pages, "routines");
}

static void
forget (UnkSessionActions *self)
{
  g_clear_pointer (&self->session, unk_session_free);
  g_ptr_array_set_size (self->left_out, 0);
  follow_running (self);
}

/* What was done goes into the journal; where it can't be kept, the session stays. */
static void
on_end (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_set_running (self->session, FALSE);
  if (!unk_journal_actions_add_session (
        self->journal, unk_session_end (self->session, g_get_real_time () / G_USEC_PER_SEC)))
    {
      take_change (self, FALSE);
      return;
    }
  forget (self);
  unk_scene_choose (self->scene, NULL, UNK_SIDE_RIGHT);
  tell (self);
  unk_pages_open (self->pages, "journal");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Leaves out what must not be done now; what was said may have changed since the routine was made.
 */
static UnkRoutine *
make_safe (UnkSessionActions *self, const UnkRoutine *routine)
{
  UnkRoutine *safe = unk_routine_copy (routine);

  g_ptr_array_set_size (self->left_out, 0);
  for (guint i = safe->steps->len; i-- > 0;)
    {
      const UnkRoutineStep *step = g_ptr_array_index (safe->steps, i);
      const UnkMuscle *muscle =
        unk_atlas_find_muscle (unk_scene_get_atlas (self->scene), step->muscle, NULL);
      g_autoptr (GArray) reasons =
        muscle ? unk_safety_judge_muscle (unk_scene_get_marks (self->scene),
                                          unk_scene_get_answers (self->scene), muscle, step->side)
               : NULL;

      if (muscle && !unk_safety_blocks (unk_safety_get_worst (reasons)))
        continue;
      g_ptr_array_add (self->left_out, g_strdup (muscle ? unk_text (muscle->name) : step->muscle));
      g_ptr_array_remove_index (safe->steps, i);
    }
  return safe;
}

static const UnkRoutine *
find_routine (UnkSessionActions *self, GPtrArray *kept, gint64 id)
{
  const UnkRoutine *open = unk_routine_actions_get_routine (self->routines);

  if (open && (!id || open->id == id))
    return open;
  for (guint i = 0; i < kept->len; i++)
    if (((UnkRoutine *) g_ptr_array_index (kept, i))->id == id)
      return g_ptr_array_index (kept, i);
  return NULL;
}

/* Another one that isn't over is ended as it stands: what was done of it is in the journal. */
static gboolean
end_other (UnkSessionActions *self)
{
  unk_session_actions_look (self);
  if (self->session && self->session->begun &&
      !unk_journal_actions_add_session (
        self->journal, unk_session_end (self->session, g_get_real_time () / G_USEC_PER_SEC)))
    return FALSE;
  forget (self);
  return TRUE;
}

static void
on_start (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkSessionActions *self = data;
  g_autoptr (GPtrArray) kept = unk_routine_actions_load_routines (self->routines);
  const UnkRoutine *routine = find_routine (self, kept, g_variant_get_int64 (value));
  g_autoptr (UnkRoutine) safe = NULL;

  /* Warning signs are asked about first, on the routine's page. */
  if (!routine || !unk_safety_is_answered (unk_scene_get_marks (self->scene),
                                           unk_scene_get_answers (self->scene)))
    {
      unk_action_refuse (action, value);
      return;
    }
  if (!end_other (self))
    return;
  safe = make_safe (self, routine);
  self->session = unk_session_new (safe, g_get_real_time () / G_USEC_PER_SEC);
  tell (self);
  unk_pages_open (self->pages, "session");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_resume (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  unk_session_actions_look (self);
  if (!self->session)
    return;
  show_place (self);
  unk_pages_open (self->pages, "session");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
unk_session_actions_finalize (GObject *object)
{
  UnkSessionActions *self = UNK_SESSION_ACTIONS (object);

  save (self);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->session, unk_session_free);
  g_ptr_array_unref (self->left_out);
  g_clear_object (&self->scene);
  g_clear_object (&self->keeper);
  g_clear_object (&self->pages);
  g_clear_object (&self->routines);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (unk_session_actions_parent_class)->finalize (object);
}

static void
unk_session_actions_class_init (UnkSessionActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_session_actions_finalize;

  /**
   * UnkSessionActions::changed:
   * There is another phase, another session or none.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_SESSION_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnkSessionActions::ticked:
   * Time has passed.
   */
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", UNK_TYPE_SESSION_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_session_actions_init (UnkSessionActions *self)
{
  self->left_out = g_ptr_array_new_with_free_func (g_free);
}

/**
 * unk_session_actions_new:
 * @application: where the actions are added; it outlives them
 * @scene: where the place of a step is shown
 * @keeper: where a session is kept
 * @pages: where it is shown
 * @routines: what can be done
 * @journal: where it goes when it is over
 *
 * Returns: (transfer full): the actions
 */
UnkSessionActions *
unk_session_actions_new (GtkApplication *application, UnkScene *scene, UnkKeeper *keeper,
                         UnkPages *pages, UnkRoutineActions *routines, UnkJournalActions *journal)
{
  static const GActionEntry entries[] = {
    { "start-session", on_start, "x" },
    { "resume-session", on_resume },
    { "session-pause", on_pause },
    { "session-skip", on_skip },
    { "session-back", on_back },
    { "session-longer", on_longer },
    { "session-advance", on_advance, "d" },
    { "session-rate", on_rate, "i" },
    { "session-note", on_note, "s" },
    { "session-leave", on_leave },
    { "session-end", on_end },
    { "session", NULL, NULL, "('', @u 0, @u 0, @u 0, false)", unk_action_told },
  };
  UnkSessionActions *self = g_object_new (UNK_TYPE_SESSION_ACTIONS, NULL);

  self->application = application;
  self->map = G_ACTION_MAP (application);
  self->scene = g_object_ref (scene);
  self->keeper = g_object_ref (keeper);
  self->pages = g_object_ref (pages);
  self->routines = g_object_ref (routines);
  self->journal = g_object_ref (journal);
  g_action_map_add_action_entries (self->map, entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (pages, "changed", G_CALLBACK (on_page_changed), self, G_CONNECT_SWAPPED);
  tell (self);
  return self;
}

/**
 * unk_session_actions_get_session:
 * @self: the actions
 *
 * Returns: (nullable): the session that isn't over
 */
const UnkSession *
unk_session_actions_get_session (UnkSessionActions *self)
{
  return self->session;
}

/**
 * unk_session_actions_get_left_out:
 * @self: the actions
 *
 * Returns: (element-type utf8): the muscles of the routine that are left out for safety
 */
GPtrArray *
unk_session_actions_get_left_out (UnkSessionActions *self)
{
  return self->left_out;
}

/**
 * unk_session_actions_look:
 * @self: the actions
 *
 * Looks in the user's file, once, for a session that isn't over.
 */
void
unk_session_actions_look (UnkSessionActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  if (self->looked || !store)
    return;
  self->looked = TRUE;
  if (!unk_store_load_session (store, &self->session, &error))
    g_message ("The last session can’t be read: %s", error->message);
  tell (self);
}
