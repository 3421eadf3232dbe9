/* unk-study-rows.c: rows of muscles and samples of tints, for the pages of study mode
 *
 * A row shows its muscle's pattern on the body while one points at it or the keyboard is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-study-rows.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"

#define SWATCH_WIDTH 26
#define SWATCH_HEIGHT 18

typedef struct
{
  UnkTint tint;
  gboolean crossed;
} Sample;

/* What a row previews. */
typedef struct
{
  UnkScene *scene;
  const UnkMuscle *muscle;
} Preview;

static void
draw_sample (GtkDrawingArea *area G_GNUC_UNUSED, cairo_t *cr, int width, int height, gpointer data)
{
  const Sample *sample = data;

  unk_overlay_paint_tint (cr, width, height, sample->tint, sample->crossed);
}

/**
 * unk_study_new_swatch:
 * @tint: a tint
 * @crossed: whether it is hatched across as well
 *
 * Returns: a sample for a legend
 */
GtkWidget *
unk_study_new_swatch (UnkTint tint, gboolean crossed)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Sample *sample = g_new (Sample, 1);

  *sample = (Sample){ tint, crossed };
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample, sample, g_free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  return area;
}

static void
on_pointed (const Preview *preview)
{
  unk_scene_preview (preview->scene, preview->muscle, unk_scene_get_chosen (preview->scene).side);
}

static void
on_left (const Preview *preview)
{
  if (unk_scene_get_previewed (preview->scene).id == preview->muscle->id)
    unk_scene_preview (preview->scene, NULL, UNK_SIDE_RIGHT);
}

static void
free_preview (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  g_object_unref (((Preview *) data)->scene);
  g_free (data);
}

static void
connect (gpointer controller, const char *signal, GCallback callback, UnkScene *scene,
         const UnkMuscle *muscle)
{
  Preview *preview = g_new (Preview, 1);

  *preview = (Preview){ g_object_ref (scene), muscle };
  g_signal_connect_data (controller, signal, callback, preview, free_preview, G_CONNECT_SWAPPED);
}

/**
 * unk_study_new_row:
 * @scene: what is looked at
 * @muscle: a muscle
 * @below: (nullable): what is said about it; its plain description where %NULL
 *
 * Returns: a row for a list
 */
GtkWidget *
unk_study_new_row (UnkScene *scene, const UnkMuscle *muscle, const char *below)
{
  GtkWidget *row = adw_action_row_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *name = unk_text (muscle->name);
  const char *more = below ? below : unk_text (muscle->plain);
  gboolean favorite = unk_notes_is_favorite (unk_scene_get_notes (scene), muscle->id);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (more, -1);
  /* Translators: of a muscle in a list: its description, and that it is a favorite */
  g_autofree char *starred = favorite ? g_strdup_printf (_ ("%s, favorite"), more) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  unk_accessible_name_set (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  starred ? starred : more, -1);
  if (favorite)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("starred-symbolic"));
  g_object_set_data (G_OBJECT (row), "muscle", (gpointer) muscle);
  connect (motion, "enter", G_CALLBACK (on_pointed), scene, muscle);
  connect (motion, "leave", G_CALLBACK (on_left), scene, muscle);
  connect (focus, "enter", G_CALLBACK (on_pointed), scene, muscle);
  connect (focus, "leave", G_CALLBACK (on_left), scene, muscle);
  connect (row, "unmap", G_CALLBACK (on_left), scene, muscle);
  gtk_widget_add_controller (row, motion);
  gtk_widget_add_controller (row, focus);
  return row;
}

/**
 * unk_study_new_list:
 *
 * Returns: an empty list box, of which rows are activated and none is selected
 */
GtkWidget *
unk_study_new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}
