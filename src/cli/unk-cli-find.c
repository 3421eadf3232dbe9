/* unk-cli-find.c: prints which muscles send pain to a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-cli-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "unk-finder.h"
#include "unk-json.h"
#include "unk-safety.h"

/* All that is printed. */
typedef struct
{
  UnkAtlas *atlas;
  UnkMarks *marks;
  GArray *matches;
  UnkTogether together;
  GPtrArray *flags;
} Answer;

static void
put_explains (UnkJson *json, const UnkMatch *match)
{
  unk_json_open (json, "explains", '{');
  unk_json_number (json, "count", match->n_explained);
  unk_json_number (json, "of", match->n_places);
  unk_json_open (json, "places", '[');
  for (guint i = 0; i < MIN (match->n_places, 64); i++)
    if (match->explained >> i & 1)
      unk_json_number (json, NULL, i);
  unk_json_close (json, ']');
  unk_json_close (json, '}');
}

static void
put_match (UnkJson *json, const UnkMatch *match, const UnkMatch *above)
{
  g_autofree char *reason = unk_match_describe (match);
  g_autofree char *why_not = unk_match_why_not_higher (match, above);

  unk_json_open (json, NULL, '{');
  unk_json_text (json, "muscle", match->muscle->id);
  unk_json_text (json, "name", unk_text (match->muscle->name));
  unk_json_text (json, "side", unk_side_id (match->side));
  unk_json_number (json, "score", match->score);
  unk_json_number (json, "rank", match->rank);
  unk_json_boolean (json, "tied", match->tied);
  unk_json_open (json, "points", '[');
  for (guint i = 0; i < match->n_points; i++)
    unk_json_text (json, NULL, match->points[i]->id);
  unk_json_close (json, ']');
  put_explains (json, match);
  unk_json_open (json, "clues", '[');
  for (guint i = 0; i < match->n_clues; i++)
    unk_json_text (json, NULL, match->clues[i]->id);
  unk_json_close (json, ']');
  unk_json_text (json, "reason", reason);
  unk_json_text (json, "why_not_higher", why_not);
  unk_json_close (json, '}');
}

static void
put_places (UnkJson *json, const Answer *a)
{
  unk_json_open (json, "places", '[');
  for (guint i = 0; i < unk_marks_get_n_places (a->marks); i++)
    {
      const UnkPain *place = unk_marks_get_place (a->marks, i);
      g_autofree char *name = unk_pain_describe (place, a->atlas);
      g_autoptr (GPtrArray) areas = unk_pain_find_areas (place, a->atlas);

      unk_json_open (json, NULL, '{');
      unk_json_text (json, "name", name);
      unk_json_text (json, "side", unk_side_id (place->side));
      unk_json_open (json, "areas", '[');
      for (guint k = 0; k < areas->len; k++)
        unk_json_text (json, NULL, ((const UnkArea *) g_ptr_array_index (areas, k))->id);
      unk_json_close (json, ']');
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
}

static void
put_together (UnkJson *json, const UnkTogether *together)
{
  unk_json_open (json, "together", '{');
  unk_json_number (json, "covers", together->covers);
  unk_json_open (json, "muscles", '[');
  for (guint i = 0; i < together->n; i++)
    {
      unk_json_open (json, NULL, '{');
      unk_json_text (json, "muscle", together->matches[i]->muscle->id);
      unk_json_text (json, "side", unk_side_id (together->matches[i]->side));
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
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

static const UnkMatch *
get_match (const Answer *a, guint i)
{
  return &g_array_index (a->matches, UnkMatch, i);
}

static char *
as_json (const Answer *a)
{
  UnkJson json;

  unk_json_init (&json);
  unk_json_open (&json, NULL, '{');
  put_places (&json, a);
  unk_json_open (&json, "red_flags", '[');
  for (guint i = 0; i < a->flags->len; i++)
    put_flag (&json, g_ptr_array_index (a->flags, i));
  unk_json_close (&json, ']');
  unk_json_open (&json, "matches", '[');
  for (guint i = 0; i < a->matches->len; i++)
    put_match (&json, get_match (a, i), i ? get_match (a, i - 1) : NULL);
  unk_json_close (&json, ']');
  put_together (&json, &a->together);
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

static void
put_together_text (GString *text, const UnkTogether *together)
{
  g_autofree char *sentence = unk_together_describe (together);

  if (!sentence)
    return;
  g_string_append_printf (text, "\n%s\n", sentence);
  for (guint i = 0; i < together->n; i++)
    {
      g_autofree char *name =
        /* Translators: a muscle and its side */
        g_strdup_printf (_ ("%s, %s"), unk_text (together->matches[i]->muscle->name),
                         unk_side_name (together->matches[i]->side));

      g_string_append_printf (text, "  + %s\n", name);
    }
}

static char *
as_text (const Answer *a)
{
  GString *text = g_string_new (NULL);

  put_flags (text, a->flags);
  if (!a->matches->len)
    g_string_append_printf (text, "%s\n", _ ("No muscle of the atlas is known to send pain here."));
  for (guint i = 0; i < a->matches->len; i++)
    {
      const UnkMatch *match = get_match (a, i);
      g_autofree char *reason = unk_match_describe (match);

      /* Translators: a score in percent, a muscle, its side, the reason */
      g_string_append_printf (text, _ ("%3d %%  %s, %s\n       %s\n"),
                              (int) lround (match->score * 100), unk_text (match->muscle->name),
                              unk_side_name (match->side), reason);
    }
  put_together_text (text, &a->together);
  return g_string_free (text, FALSE);
}

/**
 * unk_cli_find:
 * @atlas: the atlas
 * @where: areas and places, as unk_marks_add_text() reads them
 * @side: (nullable): right, left or both
 * @clues: (nullable): ids of clues, as unk_answers_add_clues_text() reads them
 * @json: JSON, or else text
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what to print, or %NULL with an error
 */
char *
unk_cli_find (UnkAtlas *atlas, const char *where, const char *side, const char *clues,
              gboolean json, GError **error)
{
  g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
  g_autoptr (UnkAnswers) answers = unk_answers_new (atlas);
  g_autoptr (UnkFinder) finder = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GPtrArray) flags = NULL;
  Answer answer = { .atlas = atlas, .marks = marks };

  if (!unk_marks_add_text (marks, where, side, error) ||
      (clues && !unk_answers_add_clues_text (answers, clues, error)))
    return NULL;
  finder = unk_finder_new (atlas);
  answer.matches = matches = unk_finder_find_with_clues (finder, marks, answers);
  answer.flags = flags = unk_safety_find_red_flags (marks);
  answer.together = unk_finder_find_together (finder, marks, matches);
  return json ? as_json (&answer) : as_text (&answer);
}
