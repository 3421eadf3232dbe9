/* unk-routine-print.c: a routine to the printer, or as its sheets into a file
 *
 * It has a copy of the routine: the open one may change meanwhile. A file is written on a thread of
 * its own; for a printer, the sheets are painted when the paper is known, and GTK shows how far it
 * is where that takes long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-print.h"

#include "unk-at-work.h"

struct _UnkRoutinePrint
{
  GObject parent_instance;

  UnkAtlas *atlas;
  UnkRoutine *routine;
  const UnkPaper *paper; /* (nullable): of the file */
  char *path;            /* (nullable): of the file */
  gboolean mirror;
  GPtrArray *pages; /* (nullable): cairo_surface_t, for the printer */
  GError *error;    /* (nullable): why there are none */
};

G_DEFINE_FINAL_TYPE (UnkRoutinePrint, unk_routine_print, G_TYPE_OBJECT)

static void
unk_routine_print_finalize (GObject *object)
{
  UnkRoutinePrint *self = UNK_ROUTINE_PRINT (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_error (&self->error);
  unk_routine_free (self->routine);
  unk_atlas_unref (self->atlas);
  g_free (self->path);
  G_OBJECT_CLASS (unk_routine_print_parent_class)->finalize (object);
}

static void
unk_routine_print_class_init (UnkRoutinePrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_routine_print_finalize;
}

static void
unk_routine_print_init (UnkRoutinePrint *self)
{
  self->mirror = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

/**
 * unk_routine_print_new:
 * @atlas: the atlas
 * @routine: a routine; it is copied
 *
 * Returns: (transfer full): what puts it on paper once
 */
UnkRoutinePrint *
unk_routine_print_new (UnkAtlas *atlas, const UnkRoutine *routine)
{
  UnkRoutinePrint *self = g_object_new (UNK_TYPE_ROUTINE_PRINT, NULL);

  self->atlas = unk_atlas_ref (atlas);
  self->routine = unk_routine_copy (routine);
  return self;
}

/**
 * unk_routine_print_get_path:
 * @self: what prints
 *
 * Returns: (nullable): the file that is written
 */
const char *
unk_routine_print_get_path (UnkRoutinePrint *self)
{
  return self->path;
}

static UnkRoutineSheet
get_sheet (UnkRoutinePrint *self)
{
  return (UnkRoutineSheet){ self->atlas, self->routine, self->mirror };
}

static void
save (GTask *task, gpointer source, gpointer data G_GNUC_UNUSED,
      GCancellable *cancellable G_GNUC_UNUSED)
{
  UnkRoutinePrint *self = source;
  UnkRoutineSheet sheet = get_sheet (self);
  GError *error = NULL;

  unk_at_work_begin ();
  if (unk_routine_sheet_write (&sheet, self->paper, self->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  unk_at_work_end ();
}

/**
 * unk_routine_print_save_async:
 * @self: what prints
 * @paper: the paper
 * @path: a file name that ends in .pdf
 * @callback: called when it is there, or can't be
 * @data: for @callback
 *
 * Writes the sheets into a file, on a thread of its own.
 */
void
unk_routine_print_save_async (UnkRoutinePrint *self, const UnkPaper *paper, const char *path,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_free (self->path);
  self->path = g_strdup (path);
  self->paper = paper;
  g_task_run_in_thread (task, save);
}

/**
 * unk_routine_print_save_finish:
 * @self: what prints
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: whether the file was written
 */
gboolean
unk_routine_print_save_finish (UnkRoutinePrint *self G_GNUC_UNUSED, GAsyncResult *result,
                               GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  UnkRoutinePrint *self = data;
  UnkRoutineSheet sheet = get_sheet (self);
  UnkPaper paper = { "printer", gtk_print_context_get_width (context),
                     gtk_print_context_get_height (context) };

  self->pages = unk_routine_sheet_make_pages (&sheet, &paper, &self->error);
  gtk_print_operation_set_n_pages (operation, self->pages ? (int) self->pages->len : 1);
  if (!self->pages)
    gtk_print_operation_cancel (operation);
}

static void
on_draw_page (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context, int page,
              gpointer data)
{
  UnkRoutinePrint *self = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (!self->pages)
    return;
  cairo_set_source_surface (cr, g_ptr_array_index (self->pages, page), 0, 0);
  cairo_paint (cr);
}

/**
 * unk_routine_print_run:
 * @self: what prints
 * @window: (nullable): over which the printer is asked for
 * @path: where what would be printed goes without a dialog, or ""
 * @error: return location for a #GError
 *
 * Asks for a printer and prints.
 *
 * Returns: whether nothing went wrong; it may have been called off
 */
gboolean
unk_routine_print_run (UnkRoutinePrint *self, GtkWindow *window, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GtkPrintOperationAction action = GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  GtkPrintOperationResult result;

  gtk_print_operation_set_job_name (operation, self->routine->name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The sheets have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, !*path);
  if (*path)
    {
      action = GTK_PRINT_OPERATION_ACTION_EXPORT;
      gtk_print_operation_set_export_filename (operation, path);
    }
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin_print), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), self, 0);
  result = gtk_print_operation_run (operation, action, window, error);
  if (self->error)
    {
      g_clear_error (error);
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}
