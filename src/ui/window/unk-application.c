/* unk-application.c: the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-application.h"

#include <glib/gi18n.h>

#include "unk-at-work.h"
#include "unk-actions.h"
#include "unk-cli.h"
#include "unk-finder.h"
#include "unk-search-provider.h"
#include "unk-window.h"

#define RESOURCES "/io/github/unknot/Unknot"
/* How long a program stays that the desktop's search has started: long enough to type on. */
#define IDLE_SECONDS 10

struct _UnkApplication
{
  AdwApplication parent_instance;

  UnkAtlas *atlas;
  UnkScene *scene;
  UnkKeeper *keeper;
  UnkActions *actions;
  UnkSearchProvider *search_provider; /* (nullable): there is a session bus */
  guint open_id;
  gboolean background; /* started for its reminders alone, by the user's system */
};

G_DEFINE_FINAL_TYPE (UnkApplication, unk_application, ADW_TYPE_APPLICATION)

static gpointer
open_atlas (gpointer error)
{
  return unk_atlas_open_installed (error);
}

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* The atlas is opened while the toolkit gets ready. */
static gint
unk_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  UnkApplication *self = UNK_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  int status = unk_cli_run (options);
  gboolean display;
  GThread *opener;

  if (status != UNK_CLI_NOT_ASKED)
    return status;
  self->background = g_variant_dict_contains (options, "background");
  opener = g_thread_new ("atlas", open_atlas, &error);
  display = gtk_init_check ();
  if (display)
    adw_init ();
  self->atlas = g_thread_join (opener);
  if (!self->atlas)
    {
      g_printerr ("unknot: %s\n", error->message);
      return UNK_CLI_BAD_INPUT;
    }
  if (!display)
    {
      g_printerr ("unknot: %s\n",
                  _ ("There is no display for the window; --find, --list, --show and "
                     "--chart work without one"));
      return UNK_CLI_BAD_INPUT;
    }
  /* One that runs already reminds by itself; it is not to come to the front. */
  if (self->background && g_application_register (application, NULL, NULL) &&
      g_application_get_is_remote (application))
    return UNK_CLI_OK;
  return -1;
}

static gboolean
unk_application_local_command_line (GApplication *application, char ***arguments, int *exit_status)
{
  gboolean done = G_APPLICATION_CLASS (unk_application_parent_class)
                    ->local_command_line (application, arguments, exit_status);

  /* What GLib refuses by itself, such as an unknown option, ends as all other bad input does. */
  if (done && *exit_status == 1)
    *exit_status = UNK_CLI_BAD_INPUT;
  return done;
}

static gboolean
unk_application_dbus_register (GApplication *application, GDBusConnection *connection,
                               const char *object_path, GError **error)
{
  UnkApplication *self = UNK_APPLICATION (application);
  g_autofree char *place = g_strconcat (object_path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (unk_application_parent_class)
         ->dbus_register (application, connection, object_path, error))
    return FALSE;
  self->search_provider = unk_search_provider_new (application, self->atlas);
  return unk_search_provider_export (self->search_provider, connection, place, error);
}

static void
unk_application_dbus_unregister (GApplication *application, GDBusConnection *connection,
                                 const char *object_path)
{
  UnkApplication *self = UNK_APPLICATION (application);

  if (self->search_provider)
    unk_search_provider_unexport (self->search_provider);
  g_clear_object (&self->search_provider);
  G_APPLICATION_CLASS (unk_application_parent_class)
    ->dbus_unregister (application, connection, object_path);
}

static void
unk_application_startup (GApplication *application)
{
  UnkApplication *self = UNK_APPLICATION (application);

  G_APPLICATION_CLASS (unk_application_parent_class)->startup (application);
  add_style ();
  self->scene = unk_scene_new (self->atlas);
  self->keeper =
    unk_keeper_new (unk_scene_get_marks (self->scene), unk_scene_get_answers (self->scene));
  unk_keeper_set_notes (self->keeper, unk_scene_get_notes (self->scene));
  self->actions = unk_actions_new (GTK_APPLICATION (application), self->scene, self->keeper);
  gtk_window_set_default_icon_name (UNK_APP_ID);
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, IDLE_SECONDS * 1000);
}

static void
open_keeper (UnkApplication *self)
{
  g_autofree char *path = unk_store_dup_default_path ();

  unk_keeper_open (self->keeper, path);
  unk_reminders_start (unk_actions_get_reminders (self->actions));
}

/* The user's file is read once the first frame is there. */
static gboolean
on_idle (gpointer data)
{
  UnkApplication *self = data;

  self->open_id = 0;
  open_keeper (self);
  return G_SOURCE_REMOVE;
}

static void
unk_application_activate (GApplication *application)
{
  UnkApplication *self = UNK_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  /* Without reminders, or where they aren't allowed any more, nothing holds it and it ends. */
  if (self->background)
    {
      self->background = FALSE;
      open_keeper (self);
      return;
    }
  if (!window)
    window = GTK_WINDOW (
      unk_window_new (ADW_APPLICATION (application), self->scene, self->actions, self->keeper));
  /* From now on the program ends with its window. */
  g_application_set_inactivity_timeout (application, 0);
  gtk_window_present (window);
  if (!unk_keeper_get_store (self->keeper) && !self->open_id)
    self->open_id = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
unk_application_shutdown (GApplication *application)
{
  UnkApplication *self = UNK_APPLICATION (application);

  g_clear_handle_id (&self->open_id, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_object (&self->keeper);
  G_APPLICATION_CLASS (unk_application_parent_class)->shutdown (application);
  unk_at_work_stop ();
}

static void
unk_application_dispose (GObject *object)
{
  UnkApplication *self = UNK_APPLICATION (object);

  g_clear_handle_id (&self->open_id, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_object (&self->keeper);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_application_parent_class)->dispose (object);
}

static void
unk_application_class_init (UnkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_application_dispose;
  application_class->local_command_line = unk_application_local_command_line;
  application_class->handle_local_options = unk_application_handle_local_options;
  application_class->dbus_register = unk_application_dbus_register;
  application_class->dbus_unregister = unk_application_dbus_unregister;
  application_class->startup = unk_application_startup;
  application_class->activate = unk_application_activate;
  application_class->shutdown = unk_application_shutdown;
}

static void
unk_application_init (UnkApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), unk_cli_get_options ());
  g_application_add_main_option (G_APPLICATION (self), "background", 0, G_OPTION_FLAG_HIDDEN,
                                 G_OPTION_ARG_NONE, "Remind of routines, without a window", NULL);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Find the muscle behind the pain."));
}

/**
 * unk_application_new:
 *
 * Returns: (transfer full): the program, to be run
 */
UnkApplication *
unk_application_new (void)
{
  UnkApplication *self = g_object_new (UNK_TYPE_APPLICATION, "application-id", UNK_APP_ID, NULL);

  /* Else the toolkit adds a folder of icons to the theme when the program has begun, which has been
   * read by then and is read again: a tenth of the whole start. */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);
  return self;
}
