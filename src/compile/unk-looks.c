/* unk-looks.c: stylesheets and colors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-looks.h"

#include <string.h>

#include "unk-atlas-format.h"
#include "unk-composite.h"

#define STYLE "figure/style"
#define DEFS STYLE "/defs.svg"
#define SHARED STYLE "/figure.css"
#define PALETTE "figure/palette.ini"

/* Comments become blanks; line ends stay, so that lines can be counted. */
static char *
without_comments (const char *css)
{
  char *out = g_strdup (css);

  for (char *p = out; (p = strstr (p, "/*"));)
    {
      char *end = strstr (p + 2, "*/");
      char *stop = end ? end + 2 : p + strlen (p);

      for (; p < stop; p++)
        if (*p != '\n')
          *p = ' ';
    }
  return out;
}

/* ".layer-2 .belly" is of the left where its group is; ".belly" where it, or what holds it, is. */
static void
put_left_selector (GString *out, const char *selector)
{
  const char *rest = strchr (selector, ' ');

  if (rest)
    g_string_append_printf (out, "%.*s.left%s", (int) (rest - selector), selector, rest);
  else
    g_string_append_printf (out, ".left%s, .left %s", selector, selector);
}

/* What meets its fellow on the midline keeps the light of the right half, turned around with it. */
static void
put_middle_selector (GString *out, const char *selector)
{
  const char *rest = strchr (selector, ' ');

  if (rest)
    g_string_append_printf (out, "%.*s.left%s.middle", (int) (rest - selector), selector, rest);
  else
    g_string_append_printf (out, ".left %s.middle", selector);
}

static void
put_value (GString *out, const char *value, const char *suffix)
{
  const char *end = strchr (strstr (value, "url(#"), ')');

  if (end)
    g_string_append_printf (out, "%.*s%s%s; ", (int) (end - value), value, suffix, end);
}

static void
put_rule (GString *out, const char *selectors, const char *declarations, const char *suffix,
          void (*put_selector) (GString *out, const char *selector))
{
  g_auto (GStrv) selector = g_strsplit (selectors, ",", -1);
  g_auto (GStrv) declaration = g_strsplit (declarations, ";", -1);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; declaration[i]; i++)
    if (strstr (declaration[i], "url(#"))
      put_value (values, g_strstrip (declaration[i]), suffix);
  if (!values->len)
    return;
  for (guint i = 0; selector[i]; i++)
    {
      if (i)
        g_string_append (out, ", ");
      put_selector (out, g_strstrip (selector[i]));
    }
  g_string_append_printf (out, " { %s}\n", values->str);
}

/**
 * unk_looks_new_left_rules:
 * @css: a stylesheet
 *
 * Returns: (transfer full): for each rule that names a gradient, one that gives the left half the
 * mirrored one
 */
char *
unk_looks_new_left_rules (const char *css)
{
  g_autofree char *clean = without_comments (css);
  GString *out = g_string_new (NULL);

  for (char *p = clean, *open; (open = strchr (p, '{'));)
    {
      char *close = strchr (open, '}');

      if (!close)
        break;
      *open = *close = '\0';
      put_rule (out, p, open + 1, "-left", put_left_selector);
      put_rule (out, p, open + 1, "", put_middle_selector);
      p = close + 1;
    }
  return g_string_free (out, FALSE);
}

static long
line_at (const char *text, const char *at)
{
  long line = 1;

  for (const char *p = text; p < at; p++)
    line += *p == '\n';
  return line;
}

static void
check_style (UnkDataDir *dir, const char *name, const char *css, const char *defs)
{
  g_autofree char *clean = without_comments (css);
  int depth = 0;

  for (const char *p = clean; *p && depth >= 0 && depth < 2; p++)
    {
      depth += (*p == '{') - (*p == '}');
      if (depth < 0 || depth > 1)
        unk_faults_add (dir->faults, name, line_at (clean, p),
                        "the braces don't match; write plain rules \"SELECTOR { … }\"");
    }
  if (depth == 1)
    unk_faults_add (dir->faults, name, line_at (clean, strrchr (clean, '{')),
                    "the last rule isn't closed; add a }");
  for (const char *p = clean; (p = strstr (p, "url(#")); p++)
    {
      g_autofree char *id = g_strndup (p + 5, strcspn (p + 5, ")"));
      g_autofree char *wanted = g_strdup_printf (" id=\"%s\"", id);

      if (!strstr (defs, wanted))
        unk_faults_add (dir->faults, name, line_at (clean, p),
                        "unknown gradient \"%s\"; define it in " DEFS, id);
    }
}

static GVariant *
read_styles (UnkDataDir *dir, const char *defs)
{
  g_autofree char *shared = unk_data_dir_load_text (dir, SHARED);
  g_auto (GStrv) stems = unk_data_dir_list (dir, STYLE, ".css");
  GVariantBuilder styles;
  guint schemes = 0;

  g_variant_builder_init (&styles, G_VARIANT_TYPE ("a" UNK_FORMAT_STYLE));
  if (shared)
    check_style (dir, SHARED, shared, defs);
  for (guint i = 0; stems[i]; i++)
    {
      g_autofree char *name = g_strdup_printf (STYLE "/%s.css", stems[i]);
      g_autofree char *css = NULL, *left = NULL, *all = NULL;

      if (strcmp (stems[i], "figure") == 0)
        continue;
      schemes++;
      css = unk_data_dir_load_text (dir, name);
      if (!css)
        continue;
      check_style (dir, name, css, defs);
      all = g_strconcat (shared ? shared : "", css, NULL);
      left = unk_looks_new_left_rules (all);
      g_free (all);
      all = g_strconcat (shared ? shared : "", css, left, NULL);
      g_variant_builder_add (&styles, UNK_FORMAT_STYLE, stems[i], all);
    }
  if (!schemes)
    unk_faults_add (dir->faults, STYLE "/light.css", 1,
                    "there is no scheme; add at least this stylesheet");
  return g_variant_ref_sink (g_variant_builder_end (&styles));
}

static gboolean
read_color (const char *text, guint32 *color)
{
  char *end;

  if (*text != '#' || strlen (text) != 9)
    return FALSE;
  *color = (guint32) g_ascii_strtoull (text + 1, &end, 16);
  return !*end && g_ascii_isxdigit (text[1]);
}

typedef struct
{
  UnkDataDir *dir;
  GVariantBuilder list;
  gboolean open;
  GHashTable *names;   /* of this scheme */
  GHashTable *schemes; /* name: line */
} Palettes;

static void
end_scheme (Palettes *p)
{
  if (!p->open)
    return;
  g_variant_builder_close (&p->list);
  g_variant_builder_close (&p->list);
  g_hash_table_remove_all (p->names);
  p->open = FALSE;
}

static void
begin_scheme (Palettes *p, const char *line, long number)
{
  g_autofree char *name = g_strndup (line + 1, strcspn (line + 1, "]"));

  end_scheme (p);
  if (!*name || !g_hash_table_add (p->schemes, g_strdup (name)))
    unk_faults_add (p->dir->faults, PALETTE, number,
                    "the scheme \"%s\" has no name or is there already; keep each once", name);
  g_variant_builder_open (&p->list, G_VARIANT_TYPE (UNK_FORMAT_PALETTE));
  g_variant_builder_add (&p->list, "s", name);
  g_variant_builder_open (&p->list, G_VARIANT_TYPE ("a(su)"));
  p->open = TRUE;
}

static void
read_entry (Palettes *p, const char *line, long number)
{
  g_auto (GStrv) pair = g_strsplit (line, "=", 2);
  guint32 color;

  if (g_strv_length (pair) != 2 || !p->open)
    unk_faults_add (p->dir->faults, PALETTE, number,
                    "\"%s\" isn't understood; write NAME=#rrggbbaa below a [scheme]", line);
  else if (!read_color (g_strstrip (pair[1]), &color))
    unk_faults_add (p->dir->faults, PALETTE, number,
                    "the color \"%s\" is malformed; write it as #rrggbbaa", pair[1]);
  else if (!g_hash_table_add (p->names, g_strdup (g_strstrip (pair[0]))))
    unk_faults_add (p->dir->faults, PALETTE, number,
                    "the color \"%s\" is there already; keep one of them", pair[0]);
  else
    g_variant_builder_add (&p->list, "(su)", pair[0], color);
}

static GVariant *
read_palettes (UnkDataDir *dir)
{
  g_autofree char *text = unk_data_dir_load_text (dir, PALETTE);
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) schemes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Palettes p = { .dir = dir, .names = names, .schemes = schemes };

  g_variant_builder_init (&p.list, G_VARIANT_TYPE ("a" UNK_FORMAT_PALETTE));
  for (long i = 0; lines[i]; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '[')
        begin_scheme (&p, line, i + 1);
      else if (*line && *line != '#')
        read_entry (&p, line, i + 1);
    }
  end_scheme (&p);
  if (text && !g_hash_table_size (schemes))
    unk_faults_add (dir->faults, PALETTE, 1, "it has no scheme; add [light] and its colors");
  return g_variant_ref_sink (g_variant_builder_end (&p.list));
}

/**
 * unk_looks_read:
 * @dir: the content
 *
 * Reads figure/style/ and figure/palette.ini.
 *
 * Returns: (transfer full): what they say
 */
UnkLooks *
unk_looks_read (UnkDataDir *dir)
{
  g_autoptr (UnkDocument) defs = unk_data_dir_load_xml (dir, DEFS, NULL);
  UnkLooks *looks = g_new0 (UnkLooks, 1);

  looks->defs = defs ? unk_composite_new_defs (dir->faults, defs) : g_strdup ("<defs>\n</defs>\n");
  looks->styles = read_styles (dir, looks->defs);
  looks->palettes = read_palettes (dir);
  return looks;
}

/**
 * unk_looks_free:
 * @looks: (nullable): the looks
 */
void
unk_looks_free (UnkLooks *looks)
{
  if (!looks)
    return;
  g_variant_unref (looks->styles);
  g_variant_unref (looks->palettes);
  g_free (looks->defs);
  g_free (looks);
}
