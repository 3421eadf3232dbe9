/* first-frame.c: the program, with a watch on its first frame
 *
 * Does what src/main.c does; see there.
 *
 * usage: first-frame, with UNKNOT_BENCH_WANTED as stopwatch.c reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <locale.h>

#include "stopwatch.h"
#include "unk-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (UnkApplication) application = NULL;
  const char *locale_dir = g_getenv ("UNKNOT_LOCALE_DIR");

  unk_stopwatch_start (argv);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = unk_application_new ();
  unk_stopwatch_watch_first_frame (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
