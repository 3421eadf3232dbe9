/* unk-cli.c: the same work without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-cli.h"

#include <glib/gi18n-lib.h>

#include "unk-chart.h"
#include "unk-cli-find.h"
#include "unk-cli-list.h"
#include "unk-cli-show.h"

#define UNK_CLI_ERROR (g_quark_from_static_string ("unk-cli-error"))

/**
 * unk_cli_get_options:
 *
 * Returns: what the command line understands, for g_application_add_main_option_entries()
 */
const GOptionEntry *
unk_cli_get_options (void)
{
  static const GOptionEntry entries[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { "find", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Name the muscles that send pain to a place"),
      /* Translators: several, separated by commas; only the capital words may be translated */
      N_ ("AREA[:SIDE]|VIEW:X,Y[:RADIUS][,…]") },
    { "clue", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("With --find, what sets it off, which movement hurts, habits"), N_ ("CLUE[,CLUE…]") },
    { "side", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("The side of the body: right, left or both"),
      N_ ("SIDE") },
    { "list", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("List muscles, areas, points, tools, techniques or clues"), N_ ("WHAT") },
    { "show", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Print what is known of a muscle"),
      N_ ("MUSCLE") },
    { "chart", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Draw the referral chart of a muscle or of one trigger point"), N_ ("MUSCLE[.POINT]") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Where the chart goes: a .png, .pdf or .svg file"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("How to print: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, NULL },
    { NULL },
  };

  return entries;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, UNK_CLI_ERROR, 0, message);
  return FALSE;
}

static gboolean
read_format (GVariantDict *options, gboolean *json, GError **error)
{
  const char *format = NULL;

  *json = FALSE;
  if (!g_variant_dict_lookup (options, "format", "&s", &format) || g_str_equal (format, "text"))
    return TRUE;
  *json = TRUE;
  if (g_str_equal (format, "json"))
    return TRUE;
  g_set_error (error, UNK_CLI_ERROR, 0, _ ("“%s” is not a format; it is text or json"), format);
  return FALSE;
}

static gboolean
draw_chart (UnkAtlas *atlas, GVariantDict *options, const char *what, const char *side_id,
            GError **error)
{
  const char *path = NULL;
  const UnkPoint *point = NULL;
  const UnkMuscle *muscle;
  UnkSide side = UNK_SIDE_RIGHT;

  if (!g_variant_dict_lookup (options, "output", "^&ay", &path))
    return refuse (error,
                   _ ("--chart needs --output FILE, a name that ends in .png, .pdf or .svg"));
  if (side_id && !unk_side_parse (side_id, &side))
    return refuse (error, _ ("A chart shows one side; --side is right or left"));
  if (strchr (what, '.'))
    {
      point = unk_atlas_find_point (atlas, what, error);
      muscle = point ? point->muscle : NULL;
    }
  else
    muscle = unk_atlas_find_muscle (atlas, what, error);
  return muscle && unk_chart_write (atlas, muscle, point, side, path, error);
}

static const char *
only_task (GVariantDict *options, GError **error)
{
  static const char *const tasks[] = { "find", "list", "show", "chart" };
  const char *task = NULL;
  g_autofree const char **rest = NULL;

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&s", &rest))
    {
      g_set_error (error, UNK_CLI_ERROR, 0, _ ("“%s” is not understood; see unknot --help"),
                   rest[0]);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (g_variant_dict_contains (options, tasks[i]))
      {
        if (task)
          {
            g_set_error (error, UNK_CLI_ERROR, 0,
                         _ ("--%s and --%s don’t go together; ask for one at a time"), task,
                         tasks[i]);
            return NULL;
          }
        task = tasks[i];
      }
  if (g_variant_dict_contains (options, "clue") && g_strcmp0 (task, "find") != 0)
    {
      g_set_error_literal (error, UNK_CLI_ERROR, 0, _ ("--clue goes with --find"));
      return NULL;
    }
  if (!task)
    for (guint i = 0; i < 3; i++)
      {
        static const char *const extras[] = { "side", "format", "output" };

        if (g_variant_dict_contains (options, extras[i]))
          g_set_error (error, UNK_CLI_ERROR, 0,
                       _ ("--%s goes with --find, --list, --show or --chart"), extras[i]);
        if (*error)
          break;
      }
  return task;
}

static gboolean
run_task (const char *task, GVariantDict *options, GError **error)
{
  g_autoptr (UnkAtlas) atlas = NULL;
  g_autofree char *text = NULL;
  const char *what = NULL, *side = NULL, *clues = NULL;
  gboolean json;

  if (!read_format (options, &json, error))
    return FALSE;
  if (g_variant_dict_contains (options, "output") && !g_str_equal (task, "chart"))
    return refuse (error, _ ("--output goes with --chart"));
  atlas = unk_atlas_open_installed (error);
  if (!atlas)
    return FALSE;
  g_variant_dict_lookup (options, task, "&s", &what);
  g_variant_dict_lookup (options, "side", "&s", &side);
  g_variant_dict_lookup (options, "clue", "&s", &clues);
  if (g_str_equal (task, "chart"))
    return draw_chart (atlas, options, what, side, error);
  if (g_str_equal (task, "find"))
    text = unk_cli_find (atlas, what, side, clues, json, error);
  else if (g_str_equal (task, "list"))
    text = unk_cli_list (atlas, what, json, error);
  else
    text = unk_cli_show (atlas, what, json, error);
  if (text)
    g_print ("%s", text);
  return text != NULL;
}

/**
 * unk_cli_run:
 * @options: what was given
 *
 * Does what the command line asks for. Bad input is answered with one line on the standard error,
 * and nothing is written.
 *
 * Returns: the exit status, or %UNK_CLI_NOT_ASKED where the window is wanted
 */
int
unk_cli_run (GVariantDict *options)
{
  g_autoptr (GError) error = NULL;
  const char *task;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("unknot %s\n", PACKAGE_VERSION);
      return UNK_CLI_OK;
    }
  task = only_task (options, &error);
  if (!task && !error)
    return UNK_CLI_NOT_ASKED;
  if (task && run_task (task, options, &error))
    return UNK_CLI_OK;
  g_printerr ("unknot: %s\n", error->message);
  return UNK_CLI_BAD_INPUT;
}
