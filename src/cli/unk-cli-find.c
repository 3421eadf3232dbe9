/* unk-cli-find.c: prints which muscles send pain to a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-cli-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "unk-finder.h"
#include "unk-json.h"

static void
put_match (UnkJson *json, const UnkMatch *match)
{
  g_autofree char *reason = unk_match_describe (match);

  unk_json_open (json, NULL, '{');
  unk_json_text (json, "muscle", match->muscle->id);
  unk_json_text (json, "name", unk_text (match->muscle->name));
  unk_json_text (json, "side", unk_side_id (match->side));
  unk_json_number (json, "score", match->score);
  unk_json_open (json, "points", '[');
  for (guint i = 0; i < match->n_points; i++)
    unk_json_text (json, NULL, match->points[i]->id);
  unk_json_close (json, ']');
  unk_json_text (json, "reason", reason);
  unk_json_close (json, '}');
}

static void
put_flag (UnkJson *json, const UnkCaution *flag)
{
  unk_json_open (json, NULL, '{');
  unk_json_text (json, "id", flag->id);
  unk_json_text (json, "name", unk_text (flag->name));
  unk_json_text (json, "urgency", flag->level);
  unk_json_open (json, "signs", '[');
  for (UnkTexts sign = flag->texts; *sign; sign++)
    unk_json_text (json, NULL, unk_text (*sign));
  unk_json_close (json, ']');
  unk_json_close (json, '}');
}

static char *
as_json (GArray *matches, GPtrArray *flags)
{
  UnkJson json;

  unk_json_init (&json);
  unk_json_open (&json, NULL, '{');
  unk_json_open (&json, "red_flags", '[');
  for (guint i = 0; i < flags->len; i++)
    put_flag (&json, g_ptr_array_index (flags, i));
  unk_json_close (&json, ']');
  unk_json_open (&json, "matches", '[');
  for (guint i = 0; i < matches->len; i++)
    put_match (&json, &g_array_index (matches, UnkMatch, i));
  unk_json_close (&json, ']');
  unk_json_close (&json, '}');
  g_string_append_c (json.text, '\n');
  return unk_json_finish (&json);
}

static void
put_flags (GString *text, GPtrArray *flags)
{
  if (!flags->len)
    return;
  g_string_append_printf (text, "%s\n", _ ("See a doctor first if one of these fits:"));
  for (guint i = 0; i < flags->len; i++)
    {
      const UnkCaution *flag = g_ptr_array_index (flags, i);
      g_autofree char *signs = NULL;
      g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
      g_auto (GStrv) texts = NULL;

      for (UnkTexts sign = flag->texts; *sign; sign++)
        g_strv_builder_add (list, unk_text (*sign));
      texts = g_strv_builder_end (list);
      signs = g_strjoinv ("; ", texts);
      g_string_append_printf (text, "  ! %s: %s\n", unk_text (flag->name), signs);
    }
  g_string_append_c (text, '\n');
}

static char *
as_text (GArray *matches, GPtrArray *flags)
{
  GString *text = g_string_new (NULL);

  put_flags (text, flags);
  if (!matches->len)
    g_string_append_printf (text, "%s\n", _ ("No muscle of the atlas is known to send pain here."));
  for (guint i = 0; i < matches->len; i++)
    {
      const UnkMatch *match = &g_array_index (matches, UnkMatch, i);
      g_autofree char *reason = unk_match_describe (match);

      /* Translators: a score in percent, a muscle, its side, the reason */
      g_string_append_printf (text, _ ("%3d %%  %s, %s\n       %s\n"),
                              (int) lround (match->score * 100), unk_text (match->muscle->name),
                              unk_side_name (match->side), reason);
    }
  return g_string_free (text, FALSE);
}

/**
 * unk_cli_find:
 * @atlas: the atlas
 * @where: areas or a place, as unk_marks_add_text() reads them
 * @side: (nullable): right, left or both
 * @json: JSON, or else text
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what to print, or %NULL with an error
 */
char *
unk_cli_find (UnkAtlas *atlas, const char *where, const char *side, gboolean json, GError **error)
{
  g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
  g_autoptr (UnkFinder) finder = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GPtrArray) flags = NULL;

  if (!unk_marks_add_text (marks, where, side, error))
    return NULL;
  finder = unk_finder_new (atlas);
  matches = unk_finder_find (finder, marks);
  flags = unk_finder_find_red_flags (finder, marks);
  return json ? as_json (matches, flags) : as_text (matches, flags);
}
