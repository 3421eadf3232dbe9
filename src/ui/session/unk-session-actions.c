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
#include "unk-reminder.h"
#include "unk-session-cues.h"

#define TICK_MS 100
#define SAVE_SECONDS 5
/* What is typed and rated is kept when it pauses. */
#define SAVE_LATER_MS 700
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
  UnkSessionCues *cues;
  UnkSession *session; /* (nullable): the one that isn't over */
  GPtrArray *left_out; /* texts: what of the routine was left out for safety */
  GPtrArray *careful;  /* UnkContraindication: what asks for care in the rest */
  gboolean looked;     /* it was looked in the file for one */
  guint tick_id, save_id, cookie;
  double saved;    /* where it stood when it was kept */
  gboolean failed; /* it couldn't be kept, and that was said */
};

G_DEFINE_FINAL_TYPE (UnkSessionActions, unk_session_actions, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_TICKED,
  SIGNAL_NOTICE,
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
say (UnkSessionActions *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, text);
}

static void
save (UnkSessionActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  /* Where there is no file, the user was told; one that fails is tried again at the next step. */
  if (!store || !self->session)
    return;
  self->saved = self->session->elapsed;
  if (unk_store_save_session (store, self->session, &error))
    {
      self->failed = FALSE;
      return;
    }
  if (!self->failed)
    {
      /* Translators: what went wrong follows */
      text = g_strdup_printf (_ ("The session can’t be kept for now: %s"), error->message);
      say (self, text);
    }
  self->failed = TRUE;
}

static gboolean
on_save_later (gpointer data)
{
  UnkSessionActions *self = data;

  self->save_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
save_later (UnkSessionActions *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_LATER_MS, on_save_later, self);
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

static void
take_change (UnkSessionActions *self)
{
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

  if (moved || moment.phase != last.phase)
    unk_session_cues_give (self->cues, moment.phase);
  if (moved || !self->session->running)
    take_change (self);
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

static void
on_pause (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_set_running (self->session, !self->session->running);
  take_change (self);
}

static void
on_skip (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_skip (self->session);
  take_change (self);
}

static void
on_back (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_back (self->session);
  take_change (self);
}

static void
on_longer (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_make_longer (self->session);
  take_change (self);
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
  save_later (self);
}

static void
on_note (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  g_free (self->session->note);
  self->session->note = g_utf8_make_valid (g_variant_get_string (value, NULL), -1);
  save_later (self);
}

/* It stays where it is and can be taken up again. */
static void
on_leave (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_set_running (self->session, FALSE);
  take_change (self);
  unk_pages_open (self->pages, "routines");
}

static void
forget (UnkSessionActions *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_pointer (&self->session, unk_session_free);
  g_ptr_array_set_size (self->left_out, 0);
  g_ptr_array_set_size (self->careful, 0);
  follow_running (self);
}

/* What was done goes into the journal; where it can't be kept, the session stays, unless there is
 * no file that it could ever be kept in. */
static gboolean
move_to_journal (UnkSessionActions *self)
{
  if (!unk_keeper_get_store (self->keeper))
    {
      say (self, _ ("There is no file to keep this session in: it isn’t in the journal."));
      return TRUE;
    }
  return unk_journal_actions_add_session (
    self->journal, unk_session_end (self->session, g_get_real_time () / G_USEC_PER_SEC));
}

static void
on_end (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;

  if (!self->session)
    return;
  unk_session_set_running (self->session, FALSE);
  if (!move_to_journal (self))
    {
      take_change (self);
      return;
    }
  forget (self);
  tell (self);
  unk_pages_open (self->pages, "journal");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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
  if (self->session && self->session->begun && !move_to_journal (self))
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

  /* Warning signs are asked about first, on the routine's page. */
  if (!routine || !unk_safety_is_answered (unk_scene_get_marks (self->scene),
                                           unk_scene_get_answers (self->scene)))
    {
      unk_action_refuse (action, value);
      return;
    }
  if (!end_other (self))
    return;
  unk_session_cues_load (self->cues);
  self->session =
    unk_session_new_safe (routine, unk_scene_get_atlas (self->scene),
                          unk_scene_get_marks (self->scene), unk_scene_get_answers (self->scene),
                          g_get_real_time () / G_USEC_PER_SEC, self->left_out, self->careful);
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
  unk_session_cues_load (self->cues);
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
  g_ptr_array_unref (self->careful);
  g_clear_object (&self->scene);
  g_clear_object (&self->keeper);
  g_clear_object (&self->pages);
  g_clear_object (&self->routines);
  g_clear_object (&self->journal);
  g_clear_object (&self->cues);
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

  /**
   * UnkSessionActions::notice:
   * @text: what happened, to be shown to the user
   */
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", UNK_TYPE_SESSION_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
unk_session_actions_init (UnkSessionActions *self)
{
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  self->careful = g_ptr_array_new ();
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
  self->cues = unk_session_cues_new (self->map, keeper);
  tell (self);
  return self;
}

/**
 * unk_session_actions_dup_step_name:
 * @self: the actions
 *
 * Returns: (transfer full): the muscle and the side of the step that it has come to; "" where there
 * is none
 */
char *
unk_session_actions_dup_step_name (UnkSessionActions *self)
{
  UnkSessionMoment moment =
    self->session ? unk_session_get_moment (self->session) : (UnkSessionMoment){ 0 };
  const UnkRoutineStep *step = moment.step ? moment.step->step : NULL;
  const UnkMuscle *muscle =
    step ? unk_atlas_find_muscle (unk_scene_get_atlas (self->scene), step->muscle, NULL) : NULL;

  if (!step)
    return g_strdup ("");
  /* Translators: a muscle, and its side */
  return g_strdup_printf (_ ("%s, %s"), muscle ? unk_text (muscle->name) : step->muscle,
                          unk_side_name (step->side));
}

/**
 * unk_session_actions_find_next_day:
 * @self: the actions
 *
 * Returns: (transfer full) (nullable): when its routine is planned next after today; %NULL where it
 * has no days
 */
GDateTime *
unk_session_actions_find_next_day (UnkSessionActions *self)
{
  g_autoptr (GPtrArray) kept = unk_routine_actions_load_routines (self->routines);
  const UnkRoutine *routine = self->session && self->session->routine
                                ? find_routine (self, kept, self->session->routine)
                                : NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC, next;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  if (!routine || !routine->days)
    return NULL;
  next = unk_reminder_find_next (routine->days, MAX (routine->reminder, 0),
                                 unk_reminder_get_day (now, zone), now, now, zone);
  return next == UNK_REMINDER_NEVER ? NULL : g_date_time_new_from_unix_local (next);
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
 * unk_session_actions_get_careful:
 * @self: the actions
 *
 * Returns: (element-type UnkContraindication): what was said that asks for care in this session
 */
GPtrArray *
unk_session_actions_get_careful (UnkSessionActions *self)
{
  return self->careful;
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
