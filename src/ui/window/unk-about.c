/* unk-about.c: the windows About and Keyboard Shortcuts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * unk_about_present:
 * @parent: the window it belongs to
 */
void
unk_about_present (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();
  AdwAboutWindow *window = ADW_ABOUT_WINDOW (about);

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  adw_about_window_set_application_name (window, UNK_APP_NAME);
  adw_about_window_set_application_icon (window, UNK_APP_ID);
  adw_about_window_set_version (window, PACKAGE_VERSION);
  adw_about_window_set_developer_name (window, _ ("The Unknot developers"));
  adw_about_window_set_license_type (window, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (window,
                                 _ ("Find the muscle behind the pain: trigger points, where they "
                                    "send pain, and what you can do.\n\nUnknot "
                                    "informs; it does not diagnose. Pain that is new, strong or "
                                    "comes with other signs belongs to a doctor."));
  adw_about_window_add_legal_section (
    window, _ ("Words and drawings of the atlas"), "© 2026 The Unknot developers",
    GTK_LICENSE_CUSTOM,
    _ ("Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)"));
  adw_about_window_add_legal_section (window, _ ("Proportions of the figure"),
                                      "BodyParts3D, © The Database Center for Life Science",
                                      GTK_LICENSE_CUSTOM,
                                      _ ("Measured on BodyParts3D, used under Creative Commons "
                                         "Attribution 4.0 International (CC BY 4.0)"));
  /* Translators: your names, a line each */
  adw_about_window_set_translator_credits (window, _ ("translator-credits"));
  gtk_window_present (GTK_WINDOW (about));
}

/**
 * unk_about_present_shortcuts:
 * @parent: the window it belongs to
 */
void
unk_about_present_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/unknot/Unknot/ui/unk-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
