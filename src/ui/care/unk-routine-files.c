/* unk-routine-files.c: the commands that bring routines into files, onto paper and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-files.h"

#include <glib/gi18n.h>

#include "unk-action-map.h"
#include "unk-routine-print.h"
#include "unk-routine-text.h"

struct _UnkRoutineFiles
{
  GObject parent_instance;

  GtkApplication *application; /* owns us */
  UnkScene *scene;
  UnkRoutineActions *routines;
  gint64 brought;  /* the routine that was opened when the last were brought in, or 0 */
  guint n_brought; /* how many they were */
};

G_DEFINE_FINAL_TYPE (UnkRoutineFiles, unk_routine_files, G_TYPE_OBJECT)

enum
{
  SIGNAL_NOTICE,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Says something to the user, and offers to undo it or not. */
static void
tell (UnkRoutineFiles *self, const char *text, gboolean undo)
{
  unk_action_map_set_state (G_ACTION_MAP (self->application), "routine-notice",
                            g_variant_new_string (text));
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, text, undo);
}

static void
tell_written (UnkRoutineFiles *self, const char *path, const GError *error)
{
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *text =
    error ? g_strdup (error->message) : g_strdup_printf (_ ("Written as %s"), name);

  tell (self, text, FALSE);
}

/* Whether there is a routine, and a place for its file. */
static gboolean
may_write (UnkRoutineFiles *self, GSimpleAction *action, GVariant *value, const char *path)
{
  if (unk_routine_actions_get_routine (self->routines) && g_path_is_absolute (path))
    return TRUE;
  unk_action_refuse (action, value);
  return FALSE;
}

static void
on_export (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineFiles *self = data;
  const char *path = g_variant_get_string (value, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!may_write (self, action, value, path))
    return;
  g_ptr_array_add (list, (gpointer) unk_routine_actions_get_routine (self->routines));
  text = unk_routines_to_text (list, unk_scene_get_atlas (self->scene));
  g_file_set_contents (path, text, -1, &error);
  tell_written (self, path, error);
}

static GPtrArray *
read_file (UnkRoutineFiles *self, const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  const char *text = file ? g_mapped_file_get_contents (file) : NULL;

  return file ? unk_routines_read (text ? text : "", g_mapped_file_get_length (file),
                                   unk_scene_get_atlas (self->scene), error)
              : NULL;
}

/* A file doesn't switch reminders on: only the user does. */
static guint
silence (GPtrArray *routines)
{
  guint n = 0;

  for (guint i = 0; i < routines->len; i++)
    {
      UnkRoutine *routine = g_ptr_array_index (routines, i);

      n += routine->reminder >= 0;
      routine->reminder = -1;
    }
  return n;
}

static char *
describe_brought (guint n, guint silenced)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u routine was brought in", "%u routines were brought in", n), n);

  if (!silenced)
    return g_steal_pointer (&count);
  /* Translators: how many routines were brought in */
  return g_strdup_printf (_ ("%s. Reminders are off; switch them on under Days and Reminder."),
                          count);
}

static void
refuse_file (UnkRoutineFiles *self, const char *path, const GError *error)
{
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: the name of a file, and why it wasn't taken */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s"), name, error->message);

  unk_action_map_set_state (G_ACTION_MAP (self->application), "routine-notice",
                            g_variant_new_string (text));
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, _ ("Nothing was brought in"), text);
}

static void
on_import (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineFiles *self = data;
  const char *path = g_variant_get_string (value, NULL);
  g_autoptr (GPtrArray) routines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint silenced;
  gboolean kept;

  if (!g_path_is_absolute (path))
    {
      unk_action_refuse (action, value);
      return;
    }
  routines = read_file (self, path, &error);
  if (!routines)
    {
      refuse_file (self, path, error);
      return;
    }
  silenced = silence (routines);
  kept = unk_routine_actions_bring_in (self->routines, routines);
  text = kept
           ? describe_brought (routines->len, silenced)
           : g_strdup (_ ("The routines are open, but can’t be kept: there is no file for them"));
  self->brought = kept ? unk_routine_actions_get_routine (self->routines)->id : 0;
  self->n_brought = routines->len;
  tell (self, text, kept);
}

/* Takes back the last import, as long as nothing else was opened. */
static void
on_undo_import (GSimpleAction *action, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkRoutineFiles *self = data;
  const UnkRoutine *open = unk_routine_actions_get_routine (self->routines);

  if (!self->brought || !open || open->id != self->brought)
    {
      g_message ("The action “%s” has nothing to undo", g_action_get_name (G_ACTION (action)));
      return;
    }
  self->brought = 0;
  for (guint i = 0; i < self->n_brought; i++)
    unk_routine_actions_undo (self->routines);
}

static UnkRoutinePrint *
make_print (UnkRoutineFiles *self)
{
  return unk_routine_print_new (unk_scene_get_atlas (self->scene),
                                unk_routine_actions_get_routine (self->routines));
}

static void
on_sheet_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  UnkRoutineFiles *self = data;
  g_autoptr (GError) error = NULL;

  unk_routine_print_save_finish (UNK_ROUTINE_PRINT (source), result, &error);
  tell_written (self, unk_routine_print_get_path (UNK_ROUTINE_PRINT (source)), error);
  g_object_unref (self);
}

/* ("a4", "/home/me/neck.pdf"); also "letter" */
static void
on_save_sheet (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineFiles *self = data;
  g_autoptr (UnkRoutinePrint) print = NULL;
  const char *paper_id, *path;
  const UnkPaper *paper;

  g_variant_get (value, "(&s&s)", &paper_id, &path);
  paper = unk_paper_find (paper_id);
  if (!paper)
    unk_action_refuse (action, value);
  if (!paper || !may_write (self, action, value, path))
    return;
  print = make_print (self);
  unk_routine_print_save_async (print, paper, path, on_sheet_saved, g_object_ref (self));
}

/* With a path, what would be printed goes into a PDF there, without a dialog. */
static void
on_print (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineFiles *self = data;
  const char *path = g_variant_get_string (value, NULL);
  g_autoptr (UnkRoutinePrint) print = NULL;
  g_autoptr (GError) error = NULL;

  if (!may_write (self, action, value, *path ? path : "/"))
    return;
  print = make_print (self);
  if (!unk_routine_print_run (print, gtk_application_get_active_window (self->application), path,
                              &error))
    tell (self, error->message, FALSE);
  else if (*path)
    tell_written (self, path, NULL);
}

/* (days as bits, Monday is 1; minutes after midnight, or -1 for no reminder) */
static void
on_times (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineFiles *self = data;
  const UnkRoutine *open = unk_routine_actions_get_routine (self->routines);
  guint days;
  int reminder;

  g_variant_get (value, "(ui)", &days, &reminder);
  if (open && days == open->days && reminder == open->reminder)
    return;
  if (!unk_routine_actions_set_times (self->routines, days, reminder))
    unk_action_refuse (action, value);
}

static void
on_routine_changed (UnkRoutineFiles *self)
{
  static const char *const names[] = { "export-routine", "save-routine-sheet", "print-routine",
                                       "routine-times" };
  const UnkRoutine *open = unk_routine_actions_get_routine (self->routines);
  GActionMap *map = G_ACTION_MAP (self->application);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    unk_action_map_set_enabled (map, names[i], open != NULL);
  unk_action_map_set_state (
    map, "routine-times",
    g_variant_new ("(ui)", open ? open->days : 0, open ? open->reminder : -1));
}

static void
unk_routine_files_finalize (GObject *object)
{
  UnkRoutineFiles *self = UNK_ROUTINE_FILES (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->routines);
  G_OBJECT_CLASS (unk_routine_files_parent_class)->finalize (object);
}

static void
unk_routine_files_class_init (UnkRoutineFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_routine_files_finalize;

  /**
   * UnkRoutineFiles::notice:
   * @self: the commands
   * @text: what the user has to be told
   * @undo: whether the action "undo-import" takes it back
   */
  signals[SIGNAL_NOTICE] =
    g_signal_new ("notice", UNK_TYPE_ROUTINE_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * UnkRoutineFiles::refused:
   * @self: the commands
   * @heading: what did not happen
   * @text: where and why
   */
  signals[SIGNAL_REFUSED] =
    g_signal_new ("refused", UNK_TYPE_ROUTINE_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
unk_routine_files_init (UnkRoutineFiles *self G_GNUC_UNUSED)
{
}

/**
 * unk_routine_files_new:
 * @application: where the actions are added; it outlives them
 * @scene: for the atlas
 * @routines: where the open routine is
 *
 * Returns: (transfer full): the commands
 */
UnkRoutineFiles *
unk_routine_files_new (GtkApplication *application, UnkScene *scene, UnkRoutineActions *routines)
{
  static const GActionEntry entries[] = {
    { "export-routine", on_export, "s" },
    { "import-routines", on_import, "s" },
    { "undo-import", on_undo_import },
    { "save-routine-sheet", on_save_sheet, "(ss)" },
    { "print-routine", on_print, "s" },
    { "routine-times", on_times, "(ui)", "(@u 0, -1)", on_times },
    { "routine-notice", NULL, NULL, "''", unk_action_told },
  };
  UnkRoutineFiles *self = g_object_new (UNK_TYPE_ROUTINE_FILES, NULL);

  self->application = application;
  self->scene = g_object_ref (scene);
  self->routines = g_object_ref (routines);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (routines, "changed", G_CALLBACK (on_routine_changed), self,
                           G_CONNECT_SWAPPED);
  on_routine_changed (self);
  return self;
}
