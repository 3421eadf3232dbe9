/* unk-cli-show.c: prints one muscle's record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-cli-show.h"

#include <glib/gi18n-lib.h>

#include "unk-json.h"
#include "unk-treatment-text.h"

static void
put_texts (UnkJson *json, const char *key, UnkTexts texts)
{
  unk_json_open (json, key, '[');
  for (; *texts; texts++)
    unk_json_text (json, NULL, unk_text (*texts));
  unk_json_close (json, ']');
}

static void
put_pairs (UnkJson *json, const char *key, const char *name, const UnkPair *pairs)
{
  unk_json_open (json, key, '[');
  for (; pairs->key; pairs++)
    {
      unk_json_open (json, NULL, '{');
      unk_json_text (json, name, pairs->key);
      unk_json_text (json, "text", unk_text (pairs->text));
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
}

static void
put_range (UnkJson *json, const char *key, UnkRange range)
{
  unk_json_open (json, key, '[');
  unk_json_number (json, NULL, range.low);
  unk_json_number (json, NULL, range.high);
  unk_json_close (json, ']');
}

static void
put_points (UnkJson *json, const UnkMuscle *muscle)
{
  unk_json_open (json, "points", '[');
  for (guint i = 0; i < muscle->n_points; i++)
    {
      const UnkPoint *p = &muscle->points[i];

      unk_json_open (json, NULL, '{');
      unk_json_text (json, "id", p->id);
      unk_json_text (json, "certainty", p->certainty);
      unk_json_text (json, "location", unk_text (p->place));
      unk_json_text (json, "pattern", unk_text (p->pattern));
      unk_json_texts (json, "essential", p->essential);
      unk_json_texts (json, "spillover", p->spillover);
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
}

static void
put_treatments (UnkJson *json, const UnkMuscle *muscle)
{
  unk_json_open (json, "care", '[');
  for (guint i = 0; i < muscle->n_treatments; i++)
    {
      const UnkTreatment *t = &muscle->treatments[i];

      unk_json_open (json, NULL, '{');
      unk_json_text (json, "kind", t->kind);
      unk_json_text (json, "self", t->self);
      unk_json_text (json, "technique", t->technique);
      if (t->seconds.high)
        {
          put_range (json, "seconds", t->seconds);
          put_range (json, "repetitions", t->repetitions);
          put_range (json, "pressure", t->pressure);
          put_range (json, "times_per_day", t->times_per_day);
        }
      unk_json_text (json, "title", unk_text (t->title));
      unk_json_text (json, "direction", unk_text (t->direction));
      unk_json_text (json, "position", unk_text (t->position));
      put_texts (json, "steps", t->steps);
      unk_json_text (json, "feel", unk_text (t->feel));
      unk_json_text (json, "stop", unk_text (t->stop));
      unk_json_text (json, "why", unk_text (t->why));
      unk_json_text (json, "instead", unk_text (t->instead));
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
}

static void
put_tools_and_sources (UnkJson *json, UnkAtlas *atlas, const UnkMuscle *muscle)
{
  unk_json_open (json, "tools", '[');
  for (const UnkToolFit *f = muscle->tools; f->id; f++)
    {
      unk_json_open (json, NULL, '{');
      unk_json_text (json, "id", f->id);
      unk_json_text (json, "fit", f->fit);
      unk_json_text (json, "why", unk_text (f->why));
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
  put_pairs (json, "cautions", "site", muscle->cautions);
  put_pairs (json, "goes_with", "muscle", muscle->goes_with);
  unk_json_open (json, "sources", '[');
  for (const UnkCitation *c = muscle->sources; c->source; c++)
    {
      const UnkSource *source = unk_atlas_find_source (atlas, c->source);

      unk_json_open (json, NULL, '{');
      unk_json_text (json, "id", c->source);
      unk_json_text (json, "citation", source ? source->citation : "");
      unk_json_text (json, "where", unk_text (c->where));
      unk_json_text (json, "for", unk_text (c->what_for));
      unk_json_close (json, '}');
    }
  unk_json_close (json, ']');
}

static char *
as_json (UnkAtlas *atlas, const UnkMuscle *m)
{
  UnkJson json;

  unk_json_init (&json);
  unk_json_open (&json, NULL, '{');
  unk_json_text (&json, "id", m->id);
  unk_json_text (&json, "name", unk_text (m->name));
  unk_json_text (&json, "latin", m->latin);
  unk_json_text (&json, "plain", unk_text (m->plain));
  put_texts (&json, "aliases", m->aliases);
  unk_json_text (&json, "group", m->group);
  unk_json_text (&json, "certainty", m->certainty);
  unk_json_text (&json, "summary", unk_text (m->summary));
  unk_json_text (&json, "origin", unk_text (m->origin));
  unk_json_text (&json, "insertion", unk_text (m->insertion));
  unk_json_text (&json, "action", unk_text (m->action));
  unk_json_text (&json, "nerve", unk_text (m->nerve));
  put_points (&json, m);
  put_texts (&json, "signs", m->signs);
  put_texts (&json, "lookalikes", m->lookalikes);
  put_pairs (&json, "starts", "kind", m->starts);
  put_pairs (&json, "keeps", "kind", m->keeps);
  put_texts (&json, "find", m->find);
  put_texts (&json, "check", m->check);
  unk_json_text (&json, "latent", unk_text (m->latent));
  put_treatments (&json, m);
  put_texts (&json, "habits", m->habits);
  put_tools_and_sources (&json, atlas, m);
  unk_json_text (&json, "disagreement", unk_text (m->disagreement));
  unk_json_close (&json, '}');
  g_string_append_c (json.text, '\n');
  return unk_json_finish (&json);
}

static void
say (GString *out, const char *heading, const char *text)
{
  if (*text)
    g_string_append_printf (out, "%s%s%s\n", heading, *heading ? ": " : "  ", unk_text (text));
}

static void
say_list (GString *out, const char *heading, UnkTexts texts)
{
  if (*texts)
    g_string_append_printf (out, "\n%s\n", heading);
  for (; *texts; texts++)
    g_string_append_printf (out, "  • %s\n", unk_text (*texts));
}

static void
say_area_names (GString *out, UnkAtlas *atlas, const char *heading, UnkTexts areas)
{
  if (!*areas)
    return;
  g_string_append_printf (out, "     %s:", heading);
  for (UnkTexts a = areas; *a; a++)
    {
      const UnkArea *area = unk_atlas_find_area (atlas, *a, NULL);

      g_string_append_printf (out, "%s %s", a == areas ? "" : ",",
                              area ? unk_text (area->name) : *a);
    }
  g_string_append_c (out, '\n');
}

static void
say_points (GString *out, UnkAtlas *atlas, const UnkMuscle *m)
{
  g_string_append_printf (out, "\n%s\n", _ ("Trigger points"));
  for (guint i = 0; i < m->n_points; i++)
    {
      const UnkPoint *p = &m->points[i];

      g_string_append_printf (out, "  %d. %s\n     %s\n", p->number, unk_text (p->place),
                              unk_text (p->pattern));
      say_area_names (out, atlas, _ ("Essential zone"), p->essential);
      say_area_names (out, atlas, _ ("Spillover zone"), p->spillover);
    }
}

static void
say_cautions (GString *out, UnkAtlas *atlas, const UnkMuscle *m)
{
  if (m->cautions->key)
    g_string_append_printf (out, "\n%s\n", _ ("Cautions"));
  for (const UnkPair *c = m->cautions; c->key; c++)
    {
      const UnkCaution *site = unk_atlas_find_site (atlas, c->key);

      g_string_append_printf (out, "  ! %s. %s\n", site ? unk_text (site->name) : c->key,
                              unk_text (c->text));
    }
}

static void
say_treatment (GString *out, const UnkTreatment *t)
{
  g_autofree char *dose = unk_treatment_describe_dose (t);

  g_string_append_printf (out, "\n%s%s%s\n", unk_treatment_kind_name (t->kind),
                          *t->title ? ": " : "", unk_text (t->title));
  say (out, "", dose);
  say (out, "", t->why);
  say (out, "", t->instead);
  say (out, "", t->direction);
  say (out, "", t->position);
  for (guint i = 0; t->steps[i]; i++)
    g_string_append_printf (out, "  %u. %s\n", i + 1, unk_text (t->steps[i]));
  say (out, "", t->feel);
  say (out, "", t->stop);
}

static char *
as_text (UnkAtlas *atlas, const UnkMuscle *m)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s (%s)\n%s\n\n%s\n\n", unk_text (m->name), m->latin,
                          unk_text (m->plain), unk_text (m->summary));
  say (out, _ ("Origin"), m->origin);
  say (out, _ ("Insertion"), m->insertion);
  say (out, _ ("Action"), m->action);
  say (out, _ ("Nerve"), m->nerve);
  say_points (out, atlas, m);
  say_list (out, _ ("What it feels like"), m->signs);
  say_list (out, _ ("What it is mistaken for"), m->lookalikes);
  say_cautions (out, atlas, m);
  say_list (out, _ ("How to find the point"), m->find);
  say_list (out, _ ("How to check"), m->check);
  for (guint i = 0; i < m->n_treatments; i++)
    say_treatment (out, &m->treatments[i]);
  say_list (out, _ ("A habit to change"), m->habits);
  g_string_append_printf (out, "\n%s\n", _ ("Sources"));
  for (const UnkCitation *c = m->sources; c->source; c++)
    {
      const UnkSource *source = unk_atlas_find_source (atlas, c->source);

      g_string_append_printf (out, "  %s %s\n", source ? source->citation : c->source,
                              unk_text (c->where));
    }
  return g_string_free (out, FALSE);
}

/**
 * unk_cli_show:
 * @atlas: the atlas
 * @id: a muscle's id
 * @json: JSON, or else text
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what to print, or %NULL with an error
 */
char *
unk_cli_show (UnkAtlas *atlas, const char *id, gboolean json, GError **error)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, id, error);

  if (!muscle)
    return NULL;
  return json ? as_json (atlas, muscle) : as_text (atlas, muscle);
}
