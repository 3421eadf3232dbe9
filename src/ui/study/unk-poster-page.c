/* unk-poster-page.c: a region's patterns on one sheet, to be printed or saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-poster-page.h"

#include <glib/gi18n.h>

#include "unk-at-work.h"
#include "unk-ask-file.h"
#include "unk-page-parts.h"
#include "unk-poster.h"
#include "unk-texture.h"

#define PREVIEW_WIDTH 390
#define PREVIEW_HEIGHT 480

struct _UnkPosterPage
{
  AdwBin parent_instance;

  UnkAtlas *atlas;
  GPtrArray *groups; /* UnkGroup: those with muscles */
  GtkBox *box;
  AdwComboRow *region, *paper;
  GtkPicture *preview;
  GtkSpinner *spinner;
  GCancellable *cancellable; /* of the preview that is being painted */
};

G_DEFINE_FINAL_TYPE (UnkPosterPage, unk_poster_page, ADW_TYPE_BIN)

static const struct
{
  const char *id, *name;
} papers[] = {
  { "a4", "A4" },
  { "a3", "A3" },
  { "letter", N_ ("Letter") },
};

typedef struct
{
  UnkAtlas *atlas;
  const UnkGroup *group;
  const UnkPaper *paper;
  int width;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  unk_atlas_unref (job->atlas);
  g_free (job);
}

static void
destroy_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

static const UnkGroup *
get_group (UnkPosterPage *self)
{
  return g_ptr_array_index (self->groups, adw_combo_row_get_selected (self->region));
}

static const char *
get_paper (UnkPosterPage *self)
{
  return papers[adw_combo_row_get_selected (self->paper)].id;
}

static void
paint (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
       GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;
  double scale = job->width / job->paper->width;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width,
                                                         (int) (job->paper->height * scale));
  cairo_t *cr = cairo_create (surface);
  GError *error = NULL;
  gboolean done;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  done = unk_poster_paint (cr, job->atlas, job->group, job->paper, &error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (done)
    g_task_return_pointer (task, surface, destroy_surface);
  else
    {
      cairo_surface_destroy (surface);
      g_task_return_error (task, error);
    }
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  unk_at_work_begin ();
  paint (task, source, data, cancellable);
  unk_at_work_end ();
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  UnkPosterPage *self = UNK_POSTER_PAGE (source);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    g_message ("%s", error->message);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (!surface)
    return;
  texture = unk_texture_new_for_surface (surface);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
}

static void
show_preview (UnkPosterPage *self)
{
  const UnkGroup *group = get_group (self);
  Job job = { unk_atlas_ref (self->atlas), group, unk_paper_find (get_paper (self)),
              2 * PREVIEW_WIDTH };
  g_autoptr (GTask) task = NULL;

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  gtk_picture_set_alternative_text (self->preview, unk_text (group->name));
  task = g_task_new (self, self->cancellable, on_painted, NULL);
  g_task_set_task_data (task, g_memdup2 (&job, sizeof job), job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

static void
ask_where (UnkPosterPage *self, const char *ending)
{
  const char *group = get_group (self)->id;
  g_autofree char *name = g_strconcat (group, ending, NULL);

  unk_ask_file (GTK_WIDGET (self), &(UnkAskFile){ .title = _ ("Save the Poster"),
                                                  .accept = _ ("_Save"),
                                                  .name = name,
                                                  .action = "app.save-poster",
                                                  .before = { group, get_paper (self) } });
}

static void
on_save_pdf (UnkPosterPage *self)
{
  ask_where (self, ".pdf");
}

static void
on_save_svg (UnkPosterPage *self)
{
  ask_where (self, ".svg");
}

static void
on_print (UnkPosterPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.print-poster", "(ss)", get_group (self)->id,
                              get_paper (self));
}

static AdwComboRow *
add_choice (GtkListBox *list, const char *title, GtkStringList *names)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  g_object_unref (names);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

static void
add_choices (UnkPosterPage *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkStringList *regions = gtk_string_list_new (NULL), *sizes = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->groups->len; i++)
    gtk_string_list_append (
      regions, unk_text (((const UnkGroup *) g_ptr_array_index (self->groups, i))->name));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    gtk_string_list_append (sizes, _ (papers[i].name));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->region = add_choice (GTK_LIST_BOX (list), _ ("Region"), regions);
  self->paper = add_choice (GTK_LIST_BOX (list), _ ("Paper"), sizes);
  gtk_box_append (self->box, list);
}

static void
add_button (UnkPosterPage *self, GtkBox *row, const char *label, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", pressed, self, G_CONNECT_SWAPPED);
  gtk_box_append (row, button);
}

static void
build (UnkPosterPage *self)
{
  GtkBox *row;

  unk_page_add_title (self->box, _ ("Poster or Handout"));
  unk_page_add_text (self->box,
                     _ ("The patterns of a region on one sheet, with legend, sources and the "
                        "medical note; legible in black and white."),
                     "dim-label");
  add_choices (self);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_box_append (self->box, GTK_WIDGET (self->spinner));
  self->preview = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "card");
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), -1, PREVIEW_HEIGHT);
  gtk_box_append (self->box, GTK_WIDGET (self->preview));
  row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  add_button (self, row, _ ("Print…"), G_CALLBACK (on_print));
  add_button (self, row, _ ("Save as PDF…"), G_CALLBACK (on_save_pdf));
  add_button (self, row, _ ("Save as SVG…"), G_CALLBACK (on_save_svg));
  gtk_box_append (self->box, GTK_WIDGET (row));
  g_signal_connect_object (self->region, "notify::selected", G_CALLBACK (show_preview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper, "notify::selected", G_CALLBACK (show_preview), self,
                           G_CONNECT_SWAPPED);
  show_preview (self);
}

static void
unk_poster_page_dispose (GObject *object)
{
  UnkPosterPage *self = UNK_POSTER_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_poster_page_parent_class)->dispose (object);
}

static void
unk_poster_page_class_init (UnkPosterPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_poster_page_dispose;
}

static void
unk_poster_page_init (UnkPosterPage *self)
{
  self->box = unk_page_new_column (ADW_BIN (self));
}

static gboolean
has_muscles (UnkAtlas *atlas, const UnkGroup *group)
{
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (muscles[i].group, group->id))
      return TRUE;
  return FALSE;
}

/**
 * unk_poster_page_set_atlas:
 * @self: the page
 * @atlas: the atlas; set once
 */
void
unk_poster_page_set_atlas (UnkPosterPage *self, UnkAtlas *atlas)
{
  guint n;
  const UnkGroup *groups = unk_atlas_get_groups (atlas, &n);

  self->atlas = unk_atlas_ref (atlas);
  self->groups = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    if (has_muscles (atlas, &groups[i]))
      g_ptr_array_add (self->groups, (gpointer) &groups[i]);
  build (self);
}
