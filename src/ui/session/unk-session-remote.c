/* unk-session-remote.c: a session on the keys of a keyboard, a headset or the desktop's menu
 *
 * Media keys reach programs by MPRIS (specifications.freedesktop.org/mpris-spec): while a session
 * is begun, the program is a player on the bus whose tracks are the steps. A Flatpak may own the
 * name without asking for more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session-remote.h"

#include <glib/gi18n.h>

#define PATH "/org/mpris/MediaPlayer2"
#define ROOT "org.mpris.MediaPlayer2"
#define PLAYER ROOT ".Player"

struct _UnkSessionRemote
{
  GObject parent_instance;

  GApplication *application; /* owns us */
  UnkSessionActions *session;
  guint name_id, ids[2];
};

G_DEFINE_FINAL_TYPE (UnkSessionRemote, unk_session_remote, G_TYPE_OBJECT)

static const char introspection[] =
  "<node><interface name='" ROOT "'>"
  "<method name='Raise'/><method name='Quit'/>"
  "<property name='CanQuit' type='b' access='read'/>"
  "<property name='CanRaise' type='b' access='read'/>"
  "<property name='HasTrackList' type='b' access='read'/>"
  "<property name='Identity' type='s' access='read'/>"
  "<property name='DesktopEntry' type='s' access='read'/>"
  "<property name='SupportedUriSchemes' type='as' access='read'/>"
  "<property name='SupportedMimeTypes' type='as' access='read'/>"
  "</interface><interface name='" PLAYER "'>"
  "<method name='Next'/><method name='Previous'/><method name='Pause'/>"
  "<method name='PlayPause'/><method name='Stop'/><method name='Play'/>"
  "<property name='PlaybackStatus' type='s' access='read'/>"
  "<property name='Rate' type='d' access='read'/>"
  "<property name='Metadata' type='a{sv}' access='read'/>"
  "<property name='Volume' type='d' access='read'/>"
  "<property name='Position' type='x' access='read'/>"
  "<property name='MinimumRate' type='d' access='read'/>"
  "<property name='MaximumRate' type='d' access='read'/>"
  "<property name='CanGoNext' type='b' access='read'/>"
  "<property name='CanGoPrevious' type='b' access='read'/>"
  "<property name='CanPlay' type='b' access='read'/>"
  "<property name='CanPause' type='b' access='read'/>"
  "<property name='CanSeek' type='b' access='read'/>"
  "<property name='CanControl' type='b' access='read'/>"
  "</interface></node>";

static const UnkSession *
get_begun (UnkSessionRemote *self)
{
  const UnkSession *session = unk_session_actions_get_session (self->session);

  return session && session->begun && session->position < session->steps->len ? session : NULL;
}

static gboolean
is_running (UnkSessionRemote *self)
{
  const UnkSession *session = get_begun (self);

  return session && session->running;
}

static GVariant *
describe_step (UnkSessionRemote *self)
{
  const UnkSession *session = get_begun (self);
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
  g_autofree char *track = NULL, *title = NULL;

  if (!session)
    return g_variant_ref_sink (g_variant_dict_end (dict));
  track = g_strdup_printf ("/io/github/unknot/Unknot/step/%u", session->position);
  title = unk_session_actions_dup_step_name (self->session);
  g_variant_dict_insert (dict, "mpris:trackid", "o", track);
  g_variant_dict_insert (dict, "xesam:title", "s", title);
  g_variant_dict_insert (dict, "xesam:album", "s", session->name);
  return g_variant_ref_sink (g_variant_dict_end (dict));
}

static void
on_method (GDBusConnection *bus G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
           const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *method,
           GVariant *arguments G_GNUC_UNUSED, GDBusMethodInvocation *call, gpointer data)
{
  UnkSessionRemote *self = data;
  GActionGroup *actions = G_ACTION_GROUP (self->application);
  gboolean running = is_running (self);

  if (g_str_equal (method, "Raise"))
    g_application_activate (self->application);
  else if (g_str_equal (method, "Quit"))
    g_action_group_activate_action (actions, "quit", NULL);
  else if (g_str_equal (method, "Next"))
    g_action_group_activate_action (actions, "session-skip", NULL);
  else if (g_str_equal (method, "Previous"))
    g_action_group_activate_action (actions, "session-back", NULL);
  else if (g_str_equal (method, "PlayPause") || (g_str_equal (method, "Play") && !running) ||
           ((g_str_equal (method, "Pause") || g_str_equal (method, "Stop")) && running))
    g_action_group_activate_action (actions, "session-pause", NULL);
  g_dbus_method_invocation_return_value (call, NULL);
}

static GVariant *
get_of_player (UnkSessionRemote *self, const char *name)
{
  if (g_str_equal (name, "PlaybackStatus"))
    return g_variant_new_string (is_running (self) ? "Playing" : "Paused");
  if (g_str_equal (name, "Metadata"))
    return describe_step (self);
  if (g_str_equal (name, "Position"))
    return g_variant_new_int64 (
      get_begun (self) ? (gint64) (get_begun (self)->elapsed * G_USEC_PER_SEC) : 0);
  if (g_str_has_suffix (name, "Rate") || g_str_equal (name, "Volume"))
    return g_variant_new_double (1);
  return g_variant_new_boolean (!g_str_equal (name, "CanSeek"));
}

static GVariant *
on_get (GDBusConnection *bus G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
        const char *path G_GNUC_UNUSED, const char *interface, const char *name,
        GError **error G_GNUC_UNUSED, gpointer data)
{
  static const char *const none[] = { NULL };

  if (g_str_equal (interface, PLAYER))
    return get_of_player (data, name);
  if (g_str_equal (name, "Identity"))
    return g_variant_new_string (UNK_APP_NAME);
  if (g_str_equal (name, "DesktopEntry"))
    return g_variant_new_string (UNK_APP_ID);
  if (g_str_has_prefix (name, "Supported"))
    return g_variant_new_strv (none, 0);
  return g_variant_new_boolean (!g_str_equal (name, "HasTrackList"));
}

static void
leave_bus (UnkSessionRemote *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);

  if (!self->name_id)
    return;
  g_bus_unown_name (self->name_id);
  self->name_id = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    if (self->ids[i])
      g_dbus_connection_unregister_object (bus, self->ids[i]);
}

static void
enter_bus (UnkSessionRemote *self)
{
  static const GDBusInterfaceVTable table = { on_method, on_get, NULL, { NULL } };
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (introspection, NULL);

  /* Without a bus there are no keys but the window's. */
  if (self->name_id || !bus)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    self->ids[i] =
      g_dbus_connection_register_object (bus, PATH, info->interfaces[i], &table, self, NULL, NULL);
  self->name_id = g_bus_own_name_on_connection (
    bus, ROOT "." UNK_APP_ID, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
}

static void
say_change (UnkSessionRemote *self)
{
  g_autoptr (GVariant) step = describe_step (self);
  g_autoptr (GVariantDict) changed = g_variant_dict_new (NULL);
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);

  g_variant_dict_insert (changed, "PlaybackStatus", "s", is_running (self) ? "Playing" : "Paused");
  g_variant_dict_insert_value (changed, "Metadata", step);
  g_dbus_connection_emit_signal (
    bus, NULL, PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
    g_variant_new ("(s@a{sv}as)", PLAYER, g_variant_dict_end (changed), NULL), NULL);
}

static void
on_changed (UnkSessionRemote *self)
{
  if (!get_begun (self))
    {
      leave_bus (self);
      return;
    }
  enter_bus (self);
  if (self->name_id)
    say_change (self);
}

static void
unk_session_remote_dispose (GObject *object)
{
  UnkSessionRemote *self = UNK_SESSION_REMOTE (object);

  if (self->session)
    leave_bus (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (unk_session_remote_parent_class)->dispose (object);
}

static void
unk_session_remote_class_init (UnkSessionRemoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_session_remote_dispose;
}

static void
unk_session_remote_init (UnkSessionRemote *self G_GNUC_UNUSED)
{
}

/**
 * unk_session_remote_new:
 * @application: whose actions are called; it outlives the remote
 * @session: what is played
 *
 * Returns: (transfer full): a remote that is on the bus while a session is begun
 */
UnkSessionRemote *
unk_session_remote_new (GApplication *application, UnkSessionActions *session)
{
  UnkSessionRemote *self = g_object_new (UNK_TYPE_SESSION_REMOTE, NULL);

  self->application = application;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}
