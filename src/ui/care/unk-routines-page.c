/* unk-routines-page.c: the routines that are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routines-page.h"

#include <glib/gi18n.h>

#include "unk-page-parts.h"

struct _UnkRoutinesPage
{
  AdwBin parent_instance;

  UnkRoutineActions *routines;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (UnkRoutinesPage, unk_routines_page, ADW_TYPE_BIN)

static void
add_routine (GtkListBox *list, const UnkRoutine *routine)
{
  GtkWidget *row = adw_action_row_new ();
  guint minutes = (unk_routine_count_seconds (routine) + 59) / 60;
  g_autofree char *length =
    g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), routine->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), length);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-routine");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", routine->id);
  gtk_list_box_append (list, row);
}

static void
add_undo (UnkRoutinesPage *self)
{
  const UnkRoutine *routine = unk_routine_actions_get_routine (self->routines);
  GtkWidget *row, *label, *button;
  g_autofree char *text = NULL;

  if (!routine || routine->id || !routine->steps->len)
    return;
  /* Translators: the name of a routine */
  text = g_strdup_printf (_ ("“%s” was deleted."), routine->name);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = unk_page_add_text (GTK_BOX (row), text, NULL);
  button = gtk_button_new_with_mnemonic (_ ("_Undo"));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.keep-routine");
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (unk_page_add_card (self->box, NULL), row);
}

static void
build (UnkRoutinesPage *self)
{
  g_autoptr (GPtrArray) routines = unk_routine_actions_load_routines (self->routines);
  GtkWidget *list;

  unk_page_clear (self->box);
  unk_page_add_title (self->box, _ ("Routines"));
  add_undo (self);
  if (!routines->len)
    {
      unk_page_add_text (self->box,
                         _ ("None yet. Mark where it hurts, pick the muscles that fit, and make a "
                            "routine of them."),
                         "dim-label");
      return;
    }
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Routines"), -1);
  for (guint i = 0; i < routines->len; i++)
    add_routine (GTK_LIST_BOX (list), g_ptr_array_index (routines, i));
  gtk_box_append (self->box, list);
}

static void
unk_routines_page_dispose (GObject *object)
{
  g_clear_object (&UNK_ROUTINES_PAGE (object)->routines);
  G_OBJECT_CLASS (unk_routines_page_parent_class)->dispose (object);
}

static void
unk_routines_page_class_init (UnkRoutinesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_routines_page_dispose;
}

static void
unk_routines_page_init (UnkRoutinesPage *self)
{
  self->box = unk_page_new_column (ADW_BIN (self));
}

/**
 * unk_routines_page_set_routines:
 * @self: the page
 * @routines: where they are; set once
 */
void
unk_routines_page_set_routines (UnkRoutinesPage *self, UnkRoutineActions *routines)
{
  self->routines = g_object_ref (routines);
  g_signal_connect (self, "map", G_CALLBACK (build), NULL);
}
