/* unk-cli-list.c: prints what the atlas holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-cli-list.h"

#include <glib/gi18n-lib.h>

#include "unk-json.h"

/* A line of a list: an id, its name, and one thing more that tells it apart. */
typedef struct
{
  UnkJson json;
  GString *text; /* (nullable): JSON is wanted */
} Printer;

static void
put (Printer *p, const char *id, const char *name, const char *key, const char *value)
{
  if (p->text)
    {
      g_string_append_printf (p->text, "%-34s %s\n", id, name);
      return;
    }
  unk_json_open (&p->json, NULL, '{');
  unk_json_text (&p->json, "id", id);
  unk_json_text (&p->json, "name", name);
  if (key)
    unk_json_text (&p->json, key, value);
  unk_json_close (&p->json, '}');
}

static void
put_muscles (Printer *p, UnkAtlas *atlas)
{
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint i = 0; i < n; i++)
    put (p, muscles[i].id, unk_text (muscles[i].name), "group", muscles[i].group);
}

static void
put_points (Printer *p, UnkAtlas *atlas)
{
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < muscles[i].n_points; j++)
      {
        /* Translators: a muscle and the number of one of its trigger points */
        g_autofree char *name =
          g_strdup_printf (_ ("%s, point %d"), unk_text (muscles[i].name), (int) j + 1);

        put (p, muscles[i].points[j].id, name, "muscle", muscles[i].id);
      }
}

static void
put_areas (Printer *p, UnkAtlas *atlas)
{
  guint n;
  const UnkArea *areas = unk_atlas_get_areas (atlas, &n);

  for (guint i = 0; i < n; i++)
    put (p, areas[i].id, unk_text (areas[i].name), "group", areas[i].group);
}

static void
put_tools (Printer *p, UnkAtlas *atlas)
{
  guint n;
  const UnkTool *tools = unk_atlas_get_tools (atlas, &n);

  for (guint i = 0; i < n; i++)
    put (p, tools[i].id, unk_text (tools[i].name), NULL, NULL);
}

static void
put_techniques (Printer *p, UnkAtlas *atlas)
{
  guint n;
  const UnkTechnique *techniques = unk_atlas_get_techniques (atlas, &n);

  for (guint i = 0; i < n; i++)
    put (p, techniques[i].id, unk_text (techniques[i].name), NULL, NULL);
}

static void
put_clues (Printer *p, UnkAtlas *atlas)
{
  guint n;
  const UnkClue *clues = unk_atlas_get_clues (atlas, &n);

  for (guint i = 0; i < n; i++)
    put (p, clues[i].id, unk_text (clues[i].text), "group", clues[i].group);
}

/**
 * unk_cli_list:
 * @atlas: the atlas
 * @what: muscles, areas, points, tools, techniques or clues
 * @json: JSON, or else text
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what to print, or %NULL with an error
 */
char *
unk_cli_list (UnkAtlas *atlas, const char *what, gboolean json, GError **error)
{
  static const struct
  {
    const char *what;
    void (*put) (Printer *p, UnkAtlas *atlas);
  } lists[] = {
    { "muscles", put_muscles }, { "areas", put_areas },           { "points", put_points },
    { "tools", put_tools },     { "techniques", put_techniques }, { "clues", put_clues },
  };
  Printer p = { .text = json ? NULL : g_string_new (NULL) };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].what, what))
      {
        if (!json)
          {
            lists[i].put (&p, atlas);
            return g_string_free (p.text, FALSE);
          }
        unk_json_init (&p.json);
        unk_json_open (&p.json, NULL, '[');
        lists[i].put (&p, atlas);
        unk_json_close (&p.json, ']');
        g_string_append_c (p.json.text, '\n');
        return unk_json_finish (&p.json);
      }
  if (p.text)
    g_string_free (p.text, TRUE);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” can’t be listed; it is muscles, areas, points, tools, techniques or clues"),
               what);
  return NULL;
}
