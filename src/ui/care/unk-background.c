/* unk-background.c: whether the program may run without a window
 *
 * Only inside the sandbox is there somebody to ask: the background portal, which starts the program
 * with the session where the user allows it. Outside, nothing is written and nothing is started.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-background.h"

#include <glib/gi18n.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define REQUEST "org.freedesktop.portal.Request"

/* What a request waits for. */
typedef struct
{
  GDBusConnection *bus;
  guint response_id;
} Wait;

static void
free_wait (Wait *wait)
{
  if (wait->response_id)
    g_dbus_connection_signal_unsubscribe (wait->bus, wait->response_id);
  g_object_unref (wait->bus);
  g_free (wait);
}

/**
 * unk_background_is_possible:
 *
 * Returns: whether there is a sandbox, and so somebody to ask. UNKNOT_SANDBOX stands in for it, for
 * tests
 */
gboolean
unk_background_is_possible (void)
{
  return g_getenv ("UNKNOT_SANDBOX") || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static void
on_response (GDBusConnection *bus G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
             const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
             const char *signal G_GNUC_UNUSED, GVariant *parameters, gpointer data)
{
  GTask *task = data;
  g_autoptr (GVariant) results = NULL;
  gboolean allowed = FALSE;
  guint32 response;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (!response)
    g_variant_lookup (results, "background", "b", &allowed);
  g_task_return_boolean (task, allowed);
  g_object_unref (task);
}

static void
on_called (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (handle || g_task_get_completed (task))
    return;
  /* There will be no response; the reference that waits for it goes as well. */
  g_task_return_error (task, g_steal_pointer (&error));
  g_object_unref (task);
}

/* The signal may come before the answer to the call: its path is known before. */
static char *
make_request_path (GDBusConnection *bus, const char *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", g_strdelimit (sender, ".", '_'), token);
}

static GVariant *
make_options (const char *token, gboolean wanted)
{
  static const char *const command[] = { "unknot", "--background", NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("Unknot reminds you of your routines.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wanted));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_builder_end (&options);
}

/**
 * unk_background_request_async:
 * @bus: the session bus
 * @wanted: whether to be started with the session
 * @callback: called with the answer
 * @data: for @callback
 *
 * Asks the portal, which may ask the user.
 */
void
unk_background_request_async (GDBusConnection *bus, gboolean wanted, GAsyncReadyCallback callback,
                              gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  g_autofree char *token = g_strdup_printf ("unknot%u", g_random_int ());
  g_autofree char *path = make_request_path (bus, token);
  Wait *wait = g_new0 (Wait, 1);

  wait->bus = g_object_ref (bus);
  wait->response_id =
    g_dbus_connection_signal_subscribe (bus, PORTAL, REQUEST, "Response", path, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, on_response, task, NULL);
  g_task_set_task_data (task, wait, (GDestroyNotify) free_wait);
  g_dbus_connection_call (
    bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
    g_variant_new ("(s@a{sv})", "", make_options (token, wanted)), G_VARIANT_TYPE ("(o)"),
    G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_called, g_object_ref (task));
}

/**
 * unk_background_request_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: whether the program may run without a window; %FALSE with an error where nobody could be
 *   asked
 */
gboolean
unk_background_request_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
