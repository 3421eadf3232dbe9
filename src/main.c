/* main.c: locale and run, nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <locale.h>

#include "unk-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (UnkApplication) application = NULL;
  const char *locale_dir = g_getenv ("UNKNOT_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = unk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
