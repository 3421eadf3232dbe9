/* unk-routine-menu.c: what can be done with a whole routine
 *
 * The items ask for what a command needs, such as a file; the commands themselves are the
 * application's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-menu.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-routine-files.h"
#include "unk-times-dialog.h"

static UnkRoutineActions *
get_routines (gpointer button)
{
  return g_object_get_data (button, "routines");
}

static const char *
get_name (gpointer button)
{
  const UnkRoutine *routine = unk_routine_actions_get_routine (get_routines (button));

  return routine ? routine->name : "";
}

static void
on_export (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer button)
{
  unk_routine_files_ask_export (button, get_name (button));
}

static void
on_import (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer button)
{
  unk_routine_files_ask_import (button);
}

static void
on_print (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer button)
{
  gtk_widget_activate_action (button, "app.print-routine", "s", "");
}

static void
on_save (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer button)
{
  unk_routine_files_ask_sheet (button, get_name (button));
}

static void
on_times (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer button)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));

  gtk_window_present (unk_times_dialog_new (window, get_routines (button)));
}

static GMenuModel *
make_items (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) times = g_menu_new (), paper = g_menu_new (), files = g_menu_new ();

  g_menu_append (times, _ ("_Days and Reminder…"), "menu.times");
  g_menu_append (paper, _ ("_Print…"), "menu.print");
  g_menu_append (paper, _ ("_Save as PDF…"), "menu.save");
  g_menu_append (files, _ ("_Export…"), "menu.export");
  g_menu_append (files, _ ("_Import…"), "menu.import");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (times));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  return G_MENU_MODEL (menu);
}

/**
 * unk_routine_menu_new:
 * @routines: where the open routine is
 *
 * Returns: (transfer floating): a button with the menu
 */
GtkWidget *
unk_routine_menu_new (UnkRoutineActions *routines)
{
  static const GActionEntry entries[] = {
    { "export", on_export }, { "import", on_import }, { "print", on_print },
    { "save", on_save },     { "times", on_times },
  };
  GtkWidget *button = gtk_menu_button_new (), *around = adw_bin_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) items = make_items ();

  g_object_set_data_full (G_OBJECT (button), "routines", g_object_ref (routines), g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), button);
  /* On the button itself, a screen reader that presses it would do the first of them (GTK 4.8). */
  gtk_widget_insert_action_group (around, "menu", G_ACTION_GROUP (group));
  adw_bin_set_child (ADW_BIN (around), button);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), items);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Routine Menu"));
  unk_accessible_name_set (button, _ ("Routine Menu"));
  return around;
}
