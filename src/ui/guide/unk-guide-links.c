/* unk-guide-links.c: what leads to a page of the guide, and from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-links.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"

static void
set_target (GtkWidget *widget, const char *action, const char *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", target);
}

/**
 * unk_guide_link_new:
 * @page: a page
 *
 * Returns: (transfer floating): a button that opens it
 */
GtkWidget *
unk_guide_link_new (const UnkGuidePage *page)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  const char *title = unk_text (page->title);
  /* Translators: opens the page of the guide of this title */
  g_autofree char *name = g_strdup_printf (_ ("Guide: %s"), title);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "unknot-guide-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), title);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "guide-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  unk_accessible_name_set (button, name);
  set_target (button, "app.guide", page->id);
  return button;
}

/**
 * unk_guide_link_beside:
 * @label: a label in a box
 * @page: (nullable): a page; without one nothing is added
 *
 * Puts a small button that opens the page at the end of the label's line.
 */
void
unk_guide_link_beside (GtkWidget *label, const UnkGuidePage *page)
{
  GtkWidget *parent = gtk_widget_get_parent (label), *row, *button;
  g_autofree char *name = NULL;

  if (!page)
    return;
  name = g_strdup_printf (_ ("Guide: %s"), unk_text (page->title));
  button = gtk_button_new_from_icon_name ("unknot-guide-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  unk_accessible_name_set (button, name);
  set_target (button, "app.guide", page->id);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_insert_child_after (GTK_BOX (parent), row, label);
  g_object_ref (label);
  gtk_box_remove (GTK_BOX (parent), label);
  gtk_box_append (GTK_BOX (row), label);
  g_object_unref (label);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), button);
}

/* An action that a row has for itself is not carried out by the Return key in GTK 4.8. */
static void
on_row_activated (GtkListBox *rows, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (rows), g_object_get_data (G_OBJECT (row), "action"), "s",
                              (const char *) g_object_get_data (G_OBJECT (row), "target"));
}

/**
 * unk_guide_rows_new:
 * @name: what is listed, for a screen reader
 *
 * Returns: (transfer floating): an empty list
 */
GtkListBox *
unk_guide_rows_new (const char *name)
{
  GtkWidget *rows = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  g_signal_connect (rows, "row-activated", G_CALLBACK (on_row_activated), NULL);
  unk_accessible_name_set (rows, name);
  return GTK_LIST_BOX (rows);
}

/**
 * unk_guide_rows_add:
 * @rows: a list
 * @title: in the user's language
 * @subtitle: in the user's language
 * @action: what a press does
 * @target: its target
 *
 * Returns: the row
 */
GtkWidget *
unk_guide_rows_add (GtkListBox *rows, const char *title, const char *subtitle, const char *action,
                    const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *above = g_markup_escape_text (title, -1);
  g_autofree char *below = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), above);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "action", (gpointer) g_intern_string (action));
  g_object_set_data_full (G_OBJECT (row), "target", g_strdup (target), g_free);
  gtk_list_box_append (rows, row);
  return row;
}

/**
 * unk_guide_rows_add_page:
 * @rows: a list
 * @page: a page that a row opens
 */
void
unk_guide_rows_add_page (GtkListBox *rows, const UnkGuidePage *page)
{
  unk_guide_rows_add (rows, unk_text (page->title), unk_text (page->summary), "app.guide",
                      page->id);
}
