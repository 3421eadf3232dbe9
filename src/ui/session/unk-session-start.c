/* unk-session-start.c: begins a session, and takes it up again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-action-map.h"
#include "unk-reminder.h"
#include "unk-routine-today.h"
#include "unk-session-actions-private.h"

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
  if (self->session && self->session->begun && !unk_session_actions_move_to_journal (self))
    return FALSE;
  unk_session_actions_forget (self);
  return TRUE;
}

/* Begins a session, or where warning signs were not asked about opens the routine, which does. */
static void
start (UnkSessionActions *self, const UnkRoutine *routine)
{
  UnkAnswers *answers = unk_scene_get_answers (self->scene);
  UnkMarks *marks = unk_scene_get_marks (self->scene);

  if (!unk_safety_is_answered (marks, answers))
    {
      if (routine != unk_routine_actions_get_routine (self->routines))
        g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-routine",
                                        g_variant_new_int64 (routine->id));
      unk_pages_open (self->pages, "routine");
      return;
    }
  if (!end_other (self))
    return;
  unk_session_cues_load (self->cues);
  self->session =
    unk_session_new_safe (routine, unk_scene_get_atlas (self->scene), marks, answers,
                          g_get_real_time () / G_USEC_PER_SEC, self->left_out, self->careful);
  unk_session_actions_tell (self);
  unk_pages_open (self->pages, "session");
  unk_session_actions_emit_changed (self);
}

static void
on_start (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkSessionActions *self = data;
  g_autoptr (GPtrArray) kept = unk_routine_actions_load_routines (self->routines);
  const UnkRoutine *routine = find_routine (self, kept, g_variant_get_int64 (value));

  if (routine)
    start (self, routine);
  else
    unk_action_refuse (action, value);
}

static void
resume (UnkSessionActions *self)
{
  unk_session_actions_look (self);
  if (!self->session)
    return;
  unk_session_cues_load (self->cues);
  unk_pages_open (self->pages, "session");
  unk_session_actions_emit_changed (self);
}

static void
on_resume (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  resume (data);
}

/* Somebody wants to do a routine and hasn't said which: the session that isn't over, or the routine
 * of today; where there is none, where they are made. */
static void
on_start_any (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionActions *self = data;
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GPtrArray) kept = unk_routine_actions_load_routines (self->routines);
  g_autoptr (GPtrArray) past = store ? unk_store_load_past_sessions (store, NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const UnkRoutine *routine =
    past ? unk_routine_choose_today (kept, past, g_get_real_time () / G_USEC_PER_SEC, zone) : NULL;

  unk_session_actions_look (self);
  if (self->session)
    resume (self);
  else if (routine)
    start (self, routine);
  else
    unk_pages_open (self->pages, "routines");
}

/*
 * unk_session_actions_add_start:
 * @self: the actions
 *
 * Adds the commands that begin a session.
 */
void
unk_session_actions_add_start (UnkSessionActions *self)
{
  static const GActionEntry entries[] = {
    { "start-session", on_start, "x" },
    { "start-any-session", on_start_any },
    { "resume-session", on_resume },
  };

  g_action_map_add_action_entries (self->map, entries, G_N_ELEMENTS (entries), self);
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
