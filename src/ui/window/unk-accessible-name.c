/* unk-accessible-name.c: what a screen reader calls a widget
 *
 * A button is labelled by the text that it shows: newer toolkits then don't read another name, and
 * GTK 4.8 reads both, for a mnemonic with the underline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-accessible-name.h"

#include <adwaita.h>

static void
forget_label (GtkAccessible *widget)
{
  gtk_accessible_reset_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * unk_accessible_name_set:
 * @widget: (type GtkWidget): a widget, which has its label by now
 * @name: what it is called
 *
 * Has screen readers read @name, and not what @widget shows.
 */
void
unk_accessible_name_set (gpointer widget, const char *name)
{
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (widget) : NULL;

  forget_label (widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* An icon with a text labels the button when both come into a window. */
  g_signal_handlers_disconnect_by_func (widget, forget_label, NULL);
  if (ADW_IS_BUTTON_CONTENT (child))
    g_signal_connect (widget, "notify::root", G_CALLBACK (forget_label), NULL);
}

/**
 * unk_accessible_name_reset:
 * @widget: (type GtkWidget): a button with a text
 *
 * Has screen readers read what it shows, alone.
 */
void
unk_accessible_name_reset (gpointer widget)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}
