/* main.c: the command line of unknot-compile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>

#include <libxml/parser.h>

#include "unk-compile.h"
#include "unk-preview.h"

enum
{
  EXIT_FAULTS = 1,
  EXIT_USAGE = 2,
};

typedef struct
{
  char *data, *output, *depfile;
  gboolean check;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->data);
  g_free (options->output);
  g_free (options->depfile);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
read_options (Options *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->data, "The folder of content", "DIR" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output, "The file to write", "FILE" },
    { "depfile", 0, 0, G_OPTION_ARG_FILENAME, &options->depfile, "Write what was read", "FILE" },
    { "check", 0, 0, G_OPTION_ARG_NONE, &options->check, "Check only, write nothing", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- compile the atlas of Unknot");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (argc > 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "what is \"%s\"?", argv[1]);
  else if (!options->data)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "--data is missing");
  else if (!options->output && !options->check)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "--output (or --check) is missing");
  else
    return TRUE;
  return FALSE;
}

static void
print_lines (char **lines, const char *mark)
{
  for (guint i = 0; lines && lines[i]; i++)
    g_printerr ("%s%s\n", lines[i], mark);
}

int
main (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (UnkCompile) compile = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = NULL;

  setlocale (LC_ALL, "");
  if (!read_options (&options, argc, argv, &error))
    {
      g_printerr ("unknot-compile: %s; use --data DIR --output FILE [--check] [--depfile FILE]\n",
                  error->message);
      return EXIT_USAGE;
    }
  compile.data_dir = options.data;
  compile.render_previews = options.check ? NULL : unk_preview_render;
  atlas = unk_compile_run (&compile, &error);
  print_lines (compile.faults, "");
  print_lines (compile.warnings, " (only a warning)");
  if (!atlas || (!options.check && !unk_compile_write (atlas, options.output, &error)) ||
      (!options.check && options.depfile &&
       !unk_compile_write_depfile (&compile, options.output, options.depfile, &error)))
    {
      g_printerr ("unknot-compile: %s\n", error->message);
      return EXIT_FAULTS;
    }
  xmlCleanupParser ();
  return 0;
}
