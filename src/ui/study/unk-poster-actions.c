/* unk-poster-actions.c: the commands of posters
 *
 * A poster takes a second or two to paint: a thread does it, into the file or into a recording that
 * is played back for the printer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-poster-actions.h"

#include <glib/gi18n.h>

#include "unk-at-work.h"
#include "unk-action-map.h"
#include "unk-poster.h"

struct _UnkPosterActions
{
  GObject parent_instance;

  GtkApplication *application; /* owns us */
  UnkAtlas *atlas;
  guint jobs; /* that are on their way */
};

G_DEFINE_FINAL_TYPE (UnkPosterActions, unk_poster_actions, G_TYPE_OBJECT)

enum
{
  SIGNAL_NOTICE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  UnkAtlas *atlas;
  const UnkGroup *group;
  const UnkPaper *paper;
  char *path;                 /* (nullable): for the printer */
  cairo_surface_t *recording; /* (nullable): until it is painted */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->recording, cairo_surface_destroy);
  unk_atlas_unref (job->atlas);
  g_free (job->path);
  g_free (job);
}

static void
say (UnkPosterActions *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, text);
}

static gboolean
record (Job *job, GError **error)
{
  cairo_rectangle_t page = { 0, 0, job->paper->width, job->paper->height };
  cairo_t *cr;
  gboolean done;

  job->recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);
  cr = cairo_create (job->recording);
  done = unk_poster_paint (cr, job->atlas, job->group, job->paper, error);
  cairo_destroy (cr);
  return done;
}

static void
work (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
      GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;
  GError *error = NULL;
  gboolean done = job->path
                    ? unk_poster_write (job->atlas, job->group, job->paper, job->path, &error)
                    : record (job, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  unk_at_work_begin ();
  work (task, source, data, cancellable);
  unk_at_work_end ();
}

static void
on_draw_page (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context,
              int number G_GNUC_UNUSED, gpointer data)
{
  Job *job = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / job->paper->width,
                      gtk_print_context_get_height (context) / job->paper->height);

  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, job->recording, 0, 0);
  cairo_paint (cr);
}

static void
print (UnkPosterActions *self, Job *job)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new_custom (job->paper->id, job->paper->id, job->paper->width,
                                                  job->paper->height, GTK_UNIT_POINTS);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, unk_text (job->group->name));
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           gtk_application_get_active_window (self->application), &error);
  if (error)
    say (self, error->message);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  UnkPosterActions *self = UNK_POSTER_ACTIONS (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->jobs--;
  unk_action_map_set_state (G_ACTION_MAP (self->application), "posters-at-work",
                            g_variant_new_boolean (self->jobs > 0));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      say (self, error->message);
      return;
    }
  if (!job->path)
    {
      print (self, job);
      return;
    }
  /* Translators: a file’s path */
  text = g_strdup_printf (_ ("The poster was saved as %s"), job->path);
  say (self, text);
}

static void
start (UnkPosterActions *self, GSimpleAction *action, GVariant *value, const char *group,
       const char *paper, const char *path)
{
  Job wanted = { self->atlas, unk_atlas_find_group (self->atlas, group), unk_paper_find (paper),
                 NULL, NULL };
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (!wanted.group || !wanted.paper || (path && !*path))
    {
      unk_action_refuse (action, value);
      return;
    }
  job = g_memdup2 (&wanted, sizeof wanted);
  job->atlas = unk_atlas_ref (self->atlas);
  job->path = g_strdup (path);
  task = g_task_new (self, NULL, on_done, NULL);
  g_task_set_task_data (task, job, job_free);
  self->jobs++;
  unk_action_map_set_state (G_ACTION_MAP (self->application), "posters-at-work",
                            g_variant_new_boolean (TRUE));
  g_task_run_in_thread (task, work_in_thread);
}

/* A region, a paper, and a file that ends in .pdf, .svg or .png. */
static void
on_save (GSimpleAction *action, GVariant *value, gpointer data)
{
  const char *group, *paper, *path;

  g_variant_get (value, "(&s&s&s)", &group, &paper, &path);
  start (data, action, value, group, paper, path);
}

static void
on_print (GSimpleAction *action, GVariant *value, gpointer data)
{
  const char *group, *paper;

  g_variant_get (value, "(&s&s)", &group, &paper);
  start (data, action, value, group, paper, NULL);
}

static void
unk_poster_actions_finalize (GObject *object)
{
  unk_atlas_unref (UNK_POSTER_ACTIONS (object)->atlas);
  G_OBJECT_CLASS (unk_poster_actions_parent_class)->finalize (object);
}

static void
unk_poster_actions_class_init (UnkPosterActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_poster_actions_finalize;

  /**
   * UnkPosterActions::notice:
   * @self: the actions
   * @text: what has become of a poster
   *
   * The user has to be told something.
   */
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", UNK_TYPE_POSTER_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
unk_poster_actions_init (UnkPosterActions *self G_GNUC_UNUSED)
{
}

/**
 * unk_poster_actions_new:
 * @application: where the actions are added
 * @atlas: the atlas
 *
 * Returns: (transfer full): the actions
 */
UnkPosterActions *
unk_poster_actions_new (GtkApplication *application, UnkAtlas *atlas)
{
  static const GActionEntry entries[] = {
    { "save-poster", on_save, "(sss)" },
    { "print-poster", on_print, "(ss)" },
    { "posters-at-work", NULL, NULL, "false", unk_action_told },
  };
  UnkPosterActions *self = g_object_new (UNK_TYPE_POSTER_ACTIONS, NULL);

  self->application = application;
  self->atlas = unk_atlas_ref (atlas);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   self);
  return self;
}
