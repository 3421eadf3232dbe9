/* unk-reminders.c: notifications that remind of routines
 *
 * At most one a day and routine, and none where it was done already. That one came is kept before
 * it is sent: rather none than two. Where no reminder is asked for, nothing wakes up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-reminders.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "unk-action-map.h"
#include "unk-background.h"
#include "unk-reminder.h"

/* So often the clock is looked at: it doesn't count while the machine sleeps, and may be set. */
#define LONGEST_WAIT (5 * 60)
#define BACKGROUND "background"
/* Whichever fits today. */
#define ANY -1

struct _UnkReminders
{
  GObject parent_instance;

  GApplication *application; /* owns us */
  UnkKeeper *keeper;
  UnkRoutineActions *routines;
  guint timeout_id;
  gboolean asked;  /* whether there was a reminder when it was looked last */
  gint64 pending;  /* a routine to open when the user's file is, ANY, or 0 */
  gboolean starts; /* it is begun, too */
  gboolean held;   /* the program goes on without a window */
};

G_DEFINE_FINAL_TYPE (UnkReminders, unk_reminders, G_TYPE_OBJECT)

static GActionMap *
get_map (UnkReminders *self)
{
  return G_ACTION_MAP (self->application);
}

static char *
make_id (gint64 routine)
{
  return g_strdup_printf ("reminder-%" G_GINT64_FORMAT, routine);
}

/* What is kept of a reminder, besides its routine. */
typedef struct
{
  guint days;
  int minutes;
  gint64 since; /* when it was set so */
  guint32 came; /* the last date on which it came, or 0 */
} Memory;

static Memory
read_memory (UnkStore *store, const UnkRoutine *routine)
{
  g_autofree char *id = make_id (routine->id);
  g_autofree char *kept = unk_store_dup_setting (store, id);
  Memory memory = { 0, -1, 0, 0 };
  Memory read;

  if (kept && sscanf (kept, "%u %d %" G_GINT64_FORMAT " %u", &read.days, &read.minutes, &read.since,
                      &read.came) == 4)
    memory = read;
  return memory;
}

static gboolean
keep_memory (UnkStore *store, const UnkRoutine *routine, const Memory *memory)
{
  g_autofree char *id = make_id (routine->id);
  g_autofree char *text = g_strdup_printf ("%u %d %" G_GINT64_FORMAT " %u", memory->days,
                                           memory->minutes, memory->since, memory->came);
  g_autoptr (GError) error = NULL;

  if (unk_store_set_setting (store, id, text, &error))
    return TRUE;
  g_message ("%s", error->message);
  return FALSE;
}

/* The last date on which it came or was done, up to today; 0 for none. */
static guint32
find_last_day (const Memory *memory, GPtrArray *sessions, const UnkRoutine *routine, guint32 today,
               GTimeZone *zone)
{
  /* A date to come was kept while the clock was wrong. */
  guint32 last = memory->came <= today ? memory->came : 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const UnkPastSession *session = g_ptr_array_index (sessions, i);
      guint32 day = unk_reminder_get_day (session->ended, zone);

      if (session->routine == routine->id && day <= today)
        last = MAX (last, day);
    }
  return last;
}

static void
send (UnkReminders *self, const UnkRoutine *routine)
{
  g_autoptr (GNotification) notification = g_notification_new (routine->name);
  guint minutes = unk_routine_count_minutes (routine);
  g_autofree char *id = make_id (routine->id);
  g_autofree char *body = g_strdup_printf (
    ngettext ("It takes about %u minute.", "It takes about %u minutes.", minutes), minutes);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-routine", "x", routine->id);
  g_notification_add_button_with_target (notification, _ ("Start"), "app.start-routine", "x",
                                         routine->id);
  g_notification_add_button_with_target (notification, _ ("Not Today"), "app.not-today", "x",
                                         routine->id);
  g_application_send_notification (self->application, id, notification);
}

/* Sends what is due. Returns when to look again. */
static gint64
look_at (UnkReminders *self, UnkStore *store, GPtrArray *sessions, const UnkRoutine *routine,
         gint64 now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  guint32 today = unk_reminder_get_day (now, zone);
  Memory memory = read_memory (store, routine);
  guint32 last = find_last_day (&memory, sessions, routine, today, zone);
  gint64 next;

  if (memory.days != routine->days || memory.minutes != routine->reminder)
    {
      memory = (Memory){ routine->days, routine->reminder, now, memory.came };
      keep_memory (store, routine, &memory);
    }
  next = unk_reminder_find_next (routine->days, routine->reminder, last, now, memory.since, zone);
  if (next > now)
    return next;
  /* Where it can't be kept that it came, it doesn't come: it would come again and again. */
  memory.came = unk_reminder_get_day (next, zone);
  if (keep_memory (store, routine, &memory))
    send (self, routine);
  return unk_reminder_find_next (routine->days, routine->reminder, memory.came, now, memory.since,
                                 zone);
}

static void
set_held (UnkReminders *self, gboolean held)
{
  if (self->held == held)
    return;
  self->held = held;
  if (held)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

/* Whether the user's system has allowed to run without a window. */
static gboolean
is_allowed (UnkStore *store)
{
  g_autofree char *kept = unk_store_dup_setting (store, BACKGROUND);

  return unk_background_is_possible () && g_strcmp0 (kept, "allowed") == 0;
}

static gboolean on_timeout (gpointer data);

static void
look (UnkReminders *self, gint64 now)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GPtrArray) routines = unk_routine_actions_load_routines (self->routines);
  g_autoptr (GPtrArray) sessions = NULL;
  gint64 next = UNK_REMINDER_NEVER;
  gboolean asked = FALSE;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  for (guint i = 0; store && i < routines->len; i++)
    {
      const UnkRoutine *routine = g_ptr_array_index (routines, i);

      if (routine->reminder < 0)
        continue;
      asked = TRUE;
      if (!sessions)
        sessions = unk_store_load_past_sessions (store, NULL);
      if (sessions)
        next = MIN (next, look_at (self, store, sessions, routine, now));
    }
  self->asked = asked;
  unk_action_map_set_state (get_map (self), "next-reminder",
                            g_variant_new_int64 (next == UNK_REMINDER_NEVER ? 0 : next));
  set_held (self, asked && is_allowed (store));
  if (next != UNK_REMINDER_NEVER)
    self->timeout_id =
      g_timeout_add_seconds ((guint) CLAMP (next - now, 1, LONGEST_WAIT), on_timeout, self);
}

static gboolean
on_timeout (gpointer data)
{
  UnkReminders *self = data;

  self->timeout_id = 0;
  look (self, g_get_real_time () / G_USEC_PER_SEC);
  return G_SOURCE_REMOVE;
}

static void
on_background_answered (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (UnkReminders) self = data;
  g_autoptr (GError) error = NULL;
  gboolean allowed = unk_background_request_finish (result, &error);
  UnkStore *store = self->keeper ? unk_keeper_get_store (self->keeper) : NULL;

  if (error)
    g_message ("%s", error->message);
  /* The program may have ended meanwhile. */
  if (!store)
    return;
  unk_store_set_setting (store, BACKGROUND, allowed ? "allowed" : "refused", NULL);
  unk_action_map_set_state (get_map (self), "background", g_variant_new_boolean (allowed));
  look (self, g_get_real_time () / G_USEC_PER_SEC);
}

/* The portal is asked when the first reminder is switched on, and told when the last one goes. */
static void
on_routines_changed (UnkReminders *self)
{
  gboolean asked = self->asked;
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);

  if (!unk_keeper_get_store (self->keeper))
    return;
  look (self, g_get_real_time () / G_USEC_PER_SEC);
  if (asked != self->asked && bus && unk_background_is_possible ())
    unk_background_request_async (bus, self->asked, on_background_answered, g_object_ref (self));
}

/* As if it was another time, for tests; 0 for now. */
static void
on_check (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  gint64 now = g_variant_get_int64 (value);

  look (data, now > 0 ? now : g_get_real_time () / G_USEC_PER_SEC);
}

static void
open_pending (UnkReminders *self)
{
  if (!self->pending || !unk_keeper_get_store (self->keeper))
    return;
  if (self->pending == ANY)
    g_action_group_activate_action (G_ACTION_GROUP (self->application), "start-any-session", NULL);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self->application),
                                    self->starts ? "start-session" : "open-routine",
                                    g_variant_new_int64 (self->pending));
  self->pending = 0;
}

/* The notification may have outlived the program: then the user's file is opened first. */
static void
open_when_ready (UnkReminders *self, gint64 routine, gboolean starts)
{
  self->pending = routine;
  self->starts = starts;
  g_application_activate (self->application);
  open_pending (self);
}

static void
on_show (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  open_when_ready (data, g_variant_get_int64 (value), FALSE);
}

static void
on_start (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  open_when_ready (data, g_variant_get_int64 (value), TRUE);
}

/* What the desktop's menu of the program offers. */
static void
on_start_any (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  open_when_ready (data, ANY, TRUE);
}

/* It came, and doesn't come again today: nothing is left to do but to take it away. */
static void
on_not_today (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkReminders *self = data;
  g_autofree char *id = make_id (g_variant_get_int64 (value));

  g_application_withdraw_notification (self->application, id);
}

static void
unk_reminders_dispose (GObject *object)
{
  UnkReminders *self = UNK_REMINDERS (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->keeper);
  g_clear_object (&self->routines);
  G_OBJECT_CLASS (unk_reminders_parent_class)->dispose (object);
}

static void
unk_reminders_class_init (UnkRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_reminders_dispose;
}

static void
unk_reminders_init (UnkReminders *self G_GNUC_UNUSED)
{
}

/**
 * unk_reminders_new:
 * @application: sends the notifications, and outlives them
 * @keeper: where the user's file is
 * @routines: where routines change
 *
 * Returns: (transfer full): the reminders, which wait for unk_reminders_start()
 */
UnkReminders *
unk_reminders_new (GApplication *application, UnkKeeper *keeper, UnkRoutineActions *routines)
{
  static const GActionEntry entries[] = {
    { "check-reminders", on_check, "x" },
    { "show-routine", on_show, "x" },
    { "start-routine", on_start, "x" },
    { "routine-now", on_start_any },
    { "not-today", on_not_today, "x" },
    { "next-reminder", NULL, NULL, "@x 0", unk_action_told },
    { "background", NULL, NULL, "false", unk_action_told },
  };
  UnkReminders *self = g_object_new (UNK_TYPE_REMINDERS, NULL);

  self->application = application;
  self->keeper = g_object_ref (keeper);
  self->routines = g_object_ref (routines);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (routines, "changed", G_CALLBACK (on_routines_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * unk_reminders_start:
 * @self: the reminders
 *
 * Begins to look at the clock, where a reminder is asked for; once the user's file is open.
 */
void
unk_reminders_start (UnkReminders *self)
{
  if (!unk_keeper_get_store (self->keeper))
    return;
  look (self, g_get_real_time () / G_USEC_PER_SEC);
  open_pending (self);
}
