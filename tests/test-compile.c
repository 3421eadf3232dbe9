/* test-compile.c: what unknot-compile accepts, refuses and writes
 *
 * A small complete set of content compiles; each broken copy of it is refused with the file, the
 * line and what to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "unk-atlas-format.h"
#include "unk-compile.h"
#include "unk-looks.h"

#define UPPER "atlas/upper-muscle.xml"
#define UPPER_SVG "atlas/upper-muscle.svg"
#define LOWER "atlas/lower-muscle.xml"
#define LOWER_SVG "atlas/lower-muscle.svg"
#define FRONT "figure/front.svg"
#define AREAS "figure/areas.xml"
#define MUSCLES "figure/muscles.xml"

/* ---- a copy of the small set in a folder of its own ---- */

typedef struct
{
  char *path;
} Folder;

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *text = NULL;
  g_autofree char *parent = g_path_get_dirname (to);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  g_file_set_contents (to, text, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_tree (source, target);
      else
        copy_file (source, target);
    }
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static Folder
new_folder (void)
{
  static const char *const schemas[] = { "atlas/atlas.rng", "care/care.rng", "figure/names.rng" };
  Folder folder = { g_dir_make_tmp ("unknot-compile-XXXXXX", NULL) };
  g_autofree char *small = g_test_build_filename (G_TEST_DIST, "data", "atlas-small", NULL);

  copy_tree (small, folder.path);
  for (gsize i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autofree char *from = g_test_build_filename (G_TEST_DIST, "..", "data", schemas[i], NULL);
      g_autofree char *to = g_build_filename (folder.path, schemas[i], NULL);

      copy_file (from, to);
    }
  return folder;
}

static void
clear_folder (Folder *folder)
{
  if (folder->path)
    remove_tree (folder->path);
  g_clear_pointer (&folder->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, clear_folder)

static char *
read_text (const Folder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_text (const Folder *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_file (const Folder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  g_assert_no_errno (g_remove (path));
}

/* The line in @name that holds @anchor. */
static int
line_of (const Folder *folder, const char *name, const char *anchor)
{
  g_autofree char *text = read_text (folder, name);
  const char *at = strstr (text, anchor);
  int line = 1;

  if (!at)
    g_test_message ("%s has no \"%s\"", name, anchor);
  g_assert_nonnull (at);
  for (const char *p = text; p < at; p++)
    line += *p == '\n';
  return line;
}

static void
replace (const Folder *folder, const char *name, const char *old, const char *new)
{
  g_autofree char *text = read_text (folder, name);
  char *at = strstr (text, old);
  g_autofree char *changed = NULL;

  if (!at)
    g_test_message ("%s has no \"%s\"", name, old);
  g_assert_nonnull (at);
  *at = '\0';
  changed = g_strconcat (text, new, at + strlen (old), NULL);
  write_text (folder, name, changed);
}

static GBytes *
compile (const Folder *folder, UnkCompile *result, GError **error)
{
  result->data_dir = folder->path;
  return unk_compile_run (result, error);
}

static gboolean
is_said (char **lines, const Folder *folder, const char *file, int line, const char *message)
{
  g_autofree char *start = g_strdup_printf ("%s/%s:%d: ", folder->path, file, line);

  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], start) && strstr (lines[i] + strlen (start), message))
      return TRUE;
  return FALSE;
}

static void
assert_said (char **lines, const Folder *folder, const char *file, int line, const char *message)
{
  g_autofree char *all = g_strjoinv ("\n  ", lines);

  if (!is_said (lines, folder, file, line, message))
    g_error ("%s:%d should say \"%s\", but there is only\n  %s", file, line, message, all);
}

/* ---- broken content ---- */

typedef struct
{
  const char *behavior;
  const char *file;
  const char *old; /* NULL: the file is removed */
  const char *new;
  const char *at_file; /* where the fault is said; NULL: in the same file */
  const char *at;      /* on the line that holds this; NULL: on that of old */
  const char *message;
} Broken;

static const Broken broken[] = {
  { "markup-that-is-not-well-formed", UPPER, "<nerve>", "<nerv>", NULL, "</nerve>",
    "isn't well-formed XML" },
  { "an-element-out-of-place", UPPER, "<latent>A stiff lid that doesn't hurt.</latent>",
    "<later>A</later>", NULL, NULL, "atlas/atlas.rng" },
  { "an-attribute-that-is-not-known", UPPER, "fit=\"good\"", "fit=\"great\"", NULL, NULL,
    "atlas/atlas.rng" },
  { "a-file-named-otherwise-than-its-muscle", UPPER, "id=\"upper-muscle\"", "id=\"lower-muscle\"",
    NULL, NULL, "the id is \"lower-muscle\" but the file is upper-muscle.xml" },
  { "an-unknown-group", UPPER, "group=\"trunk\"", "group=\"branch\"", NULL, NULL,
    "unknown group \"branch\"" },
  { "an-unknown-area", UPPER, "areas=\"top\"", "areas=\"tip\"", NULL, NULL,
    "unknown area \"tip\"" },
  { "an-unknown-technique", UPPER, "technique=\"pressing\"", "technique=\"pushing\"", NULL, NULL,
    "unknown technique \"pushing\"" },
  { "an-unknown-tool", UPPER, "id=\"stick\"", "id=\"stack\"", NULL, NULL,
    "unknown tool \"stack\"" },
  { "a-missing-tool", UPPER, "<tool id=\"stick\" fit=\"no\">It is too long for this wall.</tool>",
    "", NULL, "<tools>", "the tool \"stick\" is missing" },
  { "a-doubled-tool", UPPER, "id=\"stick\"", "id=\"ball\"", NULL, NULL, "a second <tool>" },
  { "an-unknown-site", UPPER, "site=\"edge\"", "site=\"hedge\"", NULL, NULL,
    "unknown site \"hedge\"" },
  { "a-missing-site", UPPER, "<caution site=\"edge\"/>", "", NULL, "<cautions>",
    "add <caution site=\"edge\">" },
  { "an-unknown-source", UPPER, "ref=\"book1999\"", "ref=\"book2099\"", NULL, NULL,
    "unknown source \"book2099\"" },
  { "a-missing-source", UPPER,
    "<source ref=\"book1999\" where=\"chapter 1\">Everything said here</source>", "", NULL,
    "<sources>", "no source" },
  { "an-unknown-muscle-that-goes-with-it", UPPER, "muscle=\"lower-muscle\"",
    "muscle=\"side-muscle\"", NULL, NULL, "unknown muscle \"side-muscle\"" },
  { "points-out-of-number", LOWER, "lower-muscle.2", "lower-muscle.3", NULL, NULL,
    "this is \"lower-muscle.2\"" },
  { "words-without-a-drawing", UPPER_SVG, NULL, NULL, UPPER, "<?xml",
    "add atlas/upper-muscle.svg" },
  { "a-drawing-without-words", UPPER, NULL, NULL, UPPER_SVG, "<?xml",
    "add atlas/upper-muscle.xml" },
  { "a-point-that-is-drawn-nowhere", LOWER_SVG, "id=\"front.2\"", "id=\"front.9\"", LOWER,
    "\"lower-muscle.2\"", "lower-muscle.2 is drawn in no view" },
  { "a-drawn-point-that-has-no-words", LOWER_SVG, "id=\"front.2\"", "id=\"front.9\"", NULL,
    "M 20 68", "lower-muscle.9 is drawn in front but atlas/lower-muscle.xml doesn't have it" },
  { "an-unknown-view", LOWER_SVG, "<g id=\"front\"", "<g id=\"above\"", NULL, NULL,
    "unknown view \"above\"" },
  { "a-stated-zone-that-is-not-drawn", UPPER_SVG,
    "<path class=\"spillover\" d=\"M 12 12 H 40 V 50 H 12 Z\"/>", "", UPPER, "<spillover",
    "the spillover zone of upper-muscle.1 is stated but drawn in no view" },
  { "a-drawn-zone-that-is-not-stated", UPPER, "<spillover areas=\"middle\"/>", "", UPPER_SVG,
    "class=\"spillover\"", "states no area for it" },
  { "a-zone-that-misses-a-stated-area", UPPER_SVG, "M 12 12 H 40 V 50 H 12 Z",
    "M 12 12 H 40 V 30 H 12 Z", NULL, NULL, "doesn't touch \"middle\"" },
  { "a-zone-that-leaves-its-areas", LOWER_SVG, "M 20 68 H 46 V 90 H 20 Z",
    "M 20 8 H 46 V 90 H 20 Z", NULL, NULL,
    "of the essential zone of lower-muscle.2 in front lies in its areas (bottom)" },
  { "a-zone-beside-the-body", UPPER_SVG, "M 14 14 H 30 V 30 H 14 Z", "M 0 14 H 8 V 30 H 0 Z", NULL,
    NULL, "outside the skin" },
  { "a-zone-beyond-the-midline", UPPER_SVG, "M 14 14 H 30 V 30 H 14 Z", "M 34 14 H 70 V 30 H 34 Z",
    NULL, NULL, "beyond the midline" },
  { "a-point-outside-its-muscle", UPPER_SVG, "M 18 18 l", "M 40 18 l", NULL, NULL,
    "the X of upper-muscle.1 in front lies 8.0 mm outside the muscle's outline" },
  { "a-point-outside-the-skin", LOWER_SVG, "M 36 70 l", "M 60 70 l", NULL, NULL,
    "outside the skin of the right half" },
  { "a-dose-above-its-range", UPPER, "seconds=\"30-60\"", "seconds=\"30-120\"", NULL, NULL,
    "seconds 30-120 lies outside 30-90, the range of pressing" },
  { "a-dose-below-its-range", UPPER, "pressure=\"4-6\"", "pressure=\"1-6\"", NULL, NULL,
    "pressure 1-6 lies outside" },
  { "a-malformed-dose", UPPER, "repetitions=\"2-3\"", "repetitions=\"2 to 3\"", NULL, NULL,
    "\"2 to 3\" is malformed" },
  { "a-dose-from-high-to-low", UPPER, "seconds=\"30-60\"", "seconds=\"60-30\"", NULL, NULL,
    "write \"30-60\"" },
  { "a-missing-dose", UPPER, " pressure=\"4-6\"", "", NULL, NULL, "<compression> has no pressure" },
  { "a-technique-of-the-wrong-kind", UPPER, "technique=\"pressing\" seconds=\"30-60\"",
    "technique=\"rubbing\" seconds=\"60\"", NULL, NULL, "rubbing is a technique of friction" },
  { "care-by-others-with-a-dose", LOWER, "<compression self=\"no\">",
    "<compression self=\"no\" seconds=\"30\">", NULL, NULL, "self=\"no\" with a dose" },
  { "care-by-others-without-a-reason", LOWER, "<why>The wall is too thick.</why>", "", NULL,
    "<compression", "without <why>" },
  { "care-by-others-without-an-alternative", LOWER, "<instead>Warm it.</instead>", "", NULL,
    "<compression", "without <instead>" },
  { "careful-care-without-a-reason", UPPER, "<why>The wall is thin.</why>", "", NULL, "<friction",
    "without <why>" },
  { "care-without-a-step", UPPER, "<step>Rub the wall.</step>", "", NULL, "<friction",
    "<friction> has no <step>" },
  { "care-by-others-with-a-step", LOWER, "<why>The wall is too thick.</why>",
    "<step>Try.</step><why>The wall is too thick.</why>", NULL, "<compression",
    "self=\"no\" with a step" },
  { "an-empty-text", UPPER, "<stop>Stop when it creaks.</stop>", "<stop> </stop>", NULL, NULL,
    "<stop> is empty" },
  { "one-text-in-two-records", UPPER,
    "Sends an ache to the top of the box &amp; sometimes further down.",
    "Hurts in the middle of the box and at its bottom.", NULL, NULL,
    "stands word for word at atlas/lower-muscle.xml:8" },
  { "broken-path-data", FRONT, "M 10 10 H 30 V 30", "M 10 10 H x V 30", NULL, NULL,
    "broken path data" },
  { "an-open-zone", UPPER_SVG, "M 14 14 H 30 V 30 H 14 Z", "M 14 14 H 30 V 30 H 14", NULL, NULL,
    "the path is open" },
  { "a-transform", FRONT, "<g id=\"rib\"", "<g transform=\"scale(2)\" id=\"rib\"", NULL, NULL,
    "transform attribute" },
  { "a-color-in-the-drawing", UPPER_SVG, "class=\"essential\"", "class=\"essential\" fill=\"red\"",
    NULL, NULL, "fill attribute" },
  { "a-shape-that-is-not-a-path", FRONT, "<path class=\"skin-line\" d=\"M 10 8 h 20\"/>",
    "<circle cx=\"9\" cy=\"9\" r=\"3\"/>", NULL, NULL, "<circle> isn't a path" },
  { "a-muscle-without-a-layer", FRONT, "class=\"muscle layer-2\"", "class=\"muscle\"", NULL, NULL,
    "write class=\"muscle layer-N\"" },
  { "a-muscle-of-a-wrong-layer", FRONT, "class=\"muscle layer-2\"", "class=\"muscle layer-7\"",
    NULL, NULL, "write class=\"muscle layer-N\"" },
  { "muscles-out-of-depth", FRONT, "class=\"muscle layer-1\"", "class=\"muscle layer-3\"", NULL,
    NULL, "the deepest come first" },
  { "a-muscle-drawn-twice", FRONT, "<g id=\"lower-muscle\"", "<g id=\"upper-muscle\"", NULL, NULL,
    "drawn already" },
  { "a-muscle-that-nobody-knows", FRONT, "<g id=\"lower-muscle\"", "<g id=\"odd-muscle\"", NULL,
    NULL, "unknown muscle \"odd-muscle\"" },
  { "an-area-beside-the-body", FRONT, "M 5 65 H 50.5 V 95 H 5 Z", "M 0 65 H 3 V 95 H 0 Z", NULL,
    NULL, "the area \"bottom\" covers no skin" },
  { "an-area-that-nobody-knows", FRONT, "area-bottom", "area-ground", NULL, NULL,
    "unknown area \"ground\"" },
  { "a-path-of-no-known-class", FRONT, "class=\"tendon\"", "class=\"tender\"", NULL, NULL,
    "\"tender\" isn't known" },
  { "a-missing-layer", FRONT, "<g id=\"bones\"", "<g id=\"stones\"", NULL, "<?xml",
    "the layer \"bones\" is missing" },
  { "a-missing-silhouette", FRONT, "class=\"skin-base\"", "class=\"skin-shade\"", NULL,
    "<g id=\"skin\"", "no good skin-base" },
  { "a-bad-frame", FRONT, "0 0 100 100", "0 0 100", NULL, NULL, "the viewBox is missing or bad" },
  { "neighbors-that-do-not-agree", AREAS, "neighbors=\"top bottom\"", "neighbors=\"bottom\"", NULL,
    "id=\"top\"", "doesn't name it back" },
  { "an-unknown-neighbor", AREAS, "neighbors=\"top bottom\"", "neighbors=\"top bottom north\"",
    NULL, NULL, "unknown area \"north\"" },
  { "two-areas-of-one-name", AREAS, "Bottom of the box", "Top of the box", NULL, "id=\"bottom\"",
    "is called" },
  { "a-doubled-area", AREAS, "id=\"bottom\"", "id=\"middle\"", NULL, NULL, "is defined already" },
  { "a-doubled-muscle", MUSCLES, "id=\"thin-band\"", "id=\"lower-muscle\"", NULL, NULL,
    "is defined already" },
  { "one-group-of-two-names", MUSCLES, "<name>Trunk</name>", "<name>Chest</name>", AREAS,
    "<group id=\"trunk\">", "is called \"Chest\"" },
  { "a-malformed-color", "figure/palette.ini", "#f4efe8ff", "#f4efe8", NULL, NULL,
    "write it as #rrggbbaa" },
  { "an-unknown-gradient", "figure/style/light.css", "url(#flesh-2)", "url(#flesh-9)", NULL, NULL,
    "unknown gradient \"flesh-9\"" },
  { "a-stylesheet-that-does-not-close", "figure/style/light.css", "#6d2320; }", "#6d2320;", NULL,
    NULL, "isn't closed" },
  { "a-missing-file-of-care", "care/tools.xml", NULL, NULL, NULL, NULL, "can't be read" },
  { "a-missing-schema", "atlas/atlas.rng", NULL, NULL, NULL, NULL, "the schema is missing" },
  { "a-technique-without-a-source", "care/techniques.xml",
    "certainty=\"memory\" sources=\"book1999\"", "certainty=\"memory\" sources=\"book\"", NULL,
    NULL, "unknown source \"book\"" },
  { "a-site-of-an-unknown-muscle", "care/cautions.xml", "muscles=\"upper-muscle\"",
    "muscles=\"upper\"", NULL, NULL, "unknown muscle \"upper\"" },
};

static void
test_refuses (gconstpointer data)
{
  const Broken *b = data;
  g_auto (Folder) folder = new_folder ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = NULL;
  const char *file = b->at_file ? b->at_file : b->file;
  const char *at = b->at ? b->at : b->old;
  int line = 1;

  if (at && strcmp (at, "<?xml") != 0)
    line = line_of (&folder, file, at);
  if (b->old)
    replace (&folder, b->file, b->old, b->new);
  else
    remove_file (&folder, b->file);
  atlas = compile (&folder, &result, &error);
  g_assert_error (error, UNK_COMPILE_ERROR, UNK_COMPILE_ERROR_FAULTS);
  g_assert_null (atlas);
  assert_said (result.faults, &folder, file, line, b->message);
}

static void
test_reports_all_faults_at_once (void)
{
  g_auto (Folder) folder = new_folder ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = NULL;

  replace (&folder, UPPER, "fit=\"no\"", "fit=\"never\"");
  replace (&folder, UPPER, "site=\"edge\"", "site=\"hedge\"");
  replace (&folder, LOWER_SVG, "M 36 70 l", "M 60 70 l");
  replace (&folder, "figure/palette.ini", "#61358380", "purple");
  atlas = compile (&folder, &result, &error);
  g_assert_error (error, UNK_COMPILE_ERROR, UNK_COMPILE_ERROR_FAULTS);
  g_assert_cmpuint (g_strv_length (result.faults), ==, 5);
  for (guint i = 1; result.faults[i]; i++)
    {
      g_autofree char *before =
        g_strndup (result.faults[i - 1], strcspn (result.faults[i - 1], ":"));
      g_autofree char *here = g_strndup (result.faults[i], strcspn (result.faults[i], ":"));

      g_assert_cmpstr (before, <=, here);
    }
}

static void
test_says_the_lines_of_one_file_in_order (void)
{
  g_auto (Folder) folder = new_folder ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = NULL;
  const char *a, *b;

  replace (&folder, UPPER, "areas=\"top\"", "areas=\"tip\"");
  replace (&folder, UPPER, "ref=\"book1999\"", "ref=\"none\"");
  atlas = compile (&folder, &result, &error);
  g_assert_cmpuint (g_strv_length (result.faults), >=, 2);
  a = strstr (result.faults[0], ".xml:");
  b = strstr (result.faults[g_strv_length (result.faults) - 1], ".xml:");
  g_assert_cmpint (atoi (a + 5), <, atoi (b + 5));
}

/* ---- good content ---- */

static void
test_compiles_the_small_set (void)
{
  g_auto (Folder) folder = new_folder ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = compile (&folder, &result, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) body = NULL, muscles = NULL, views = NULL;
  UnkFormatHeader header;
  const guint8 *file;
  gsize length;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (result.faults), ==, 0);
  g_assert_cmpuint (g_strv_length (result.warnings), ==, 0);
  file = g_bytes_get_data (atlas, &length);
  memcpy (&header, file, sizeof header);
  g_assert_cmpmem (header.magic, 8, UNK_FORMAT_MAGIC, 8);
  g_assert_cmpuint (header.version, ==, UNK_FORMAT_VERSION);
  g_assert_cmpuint (header.byte_order, ==, G_BYTE_ORDER);
  g_assert_cmpuint (header.body_length, ==, length - sizeof header);
  g_assert_cmpuint (header.checksum, ==,
                    unk_format_checksum (file + sizeof header, length - sizeof header));
  bytes = g_bytes_new_from_bytes (atlas, sizeof header, length - sizeof header);
  body =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (UNK_FORMAT_BODY), bytes, FALSE));
  g_assert_true (g_variant_is_normal_form (body));
  muscles = g_variant_get_child_value (body, 8);
  views = g_variant_get_child_value (body, 9);
  g_assert_cmpuint (g_variant_n_children (muscles), ==, 2);
  g_assert_cmpuint (g_variant_n_children (views), ==, 1);
}

static GVariant *
compile_view (const Folder *folder)
{
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = compile (folder, &result, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) body = NULL, views = NULL;

  g_assert_no_error (error);
  bytes = g_bytes_new_from_bytes (atlas, sizeof (UnkFormatHeader),
                                  g_bytes_get_size (atlas) - sizeof (UnkFormatHeader));
  body =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (UNK_FORMAT_BODY), bytes, FALSE));
  views = g_variant_get_child_value (body, 9);
  return g_variant_get_child_value (views, 0);
}

static void
test_draws_both_halves_without_the_editors_marks (void)
{
  g_auto (Folder) folder = new_folder ();
  g_autoptr (GVariant) view = compile_view (&folder);
  const char *svg, *right, *left, *above;

  g_variant_get_child (view, 10, "&s", &svg);
  g_assert_null (strstr (svg, "inkscape"));
  g_assert_null (strstr (svg, "path123"));
  g_assert_null (strstr (svg, "area-"));
  right = strstr (svg, "<g id=\"upper-muscle\" class=\"muscle layer-2\">");
  left = strstr (svg, "<g id=\"upper-muscle-left\" class=\"muscle layer-2 left\" "
                      "transform=\"matrix(-1 0 0 1 100 0)\">");
  above = strstr (svg, "<g id=\"lower-muscle\"");
  g_assert_true (right && left && above && right < left && left < above);
  /* the light falls from the same side on the left half */
  g_assert_nonnull (strstr (svg, "id=\"flesh-1-left\" x1=\"0.75\" x2=\"0\""));
  /* one silhouette for both halves, its second half running backward */
  g_assert_nonnull (strstr (svg, "d=\"M5 5L50.5 5L50.5 95L5 95ZM95 95L49.5 95L49.5 5L95 5Z\""));
}

static void
test_draws_what_lies_on_the_midline_without_a_seam (void)
{
  g_auto (Folder) folder = new_folder ();
  g_autoptr (GVariant) view = NULL;
  const char *svg;

  replace (&folder, FRONT, "M 28 40   H 48 V 60 H 28 Z", "M 28 40 H 50.5 V 60 H 28 Z");
  view = compile_view (&folder);
  g_variant_get_child (view, 10, "&s", &svg);
  /* a bone of both halves is one path, with a copy that hides the strokes between them */
  g_assert_nonnull (strstr (svg, "<g id=\"rib\" class=\"bone\"><path class=\"bone-body\" "
                                 "d=\"M8 10L50.5 10L50.5 14L8 14ZM92 14L49.5 14L49.5 10L92 10Z\"/>"
                                 "<path class=\"bone-body\" style=\"stroke:none\""));
  g_assert_nonnull (strstr (svg, "<g id=\"rib-left\" class=\"bone left\" "
                                 "transform=\"matrix(-1 0 0 1 100 0)\"></g>"));
  /* a muscle stays left and right, lit alike at the midline */
  g_assert_nonnull (strstr (svg, "<path class=\"belly\" d=\"M28 40H50.5V60H28Z\"/>"));
  g_assert_nonnull (strstr (svg, "<path class=\"belly middle\" d=\"M28 40H50.5V60H28Z\"/>"));
}

static void
test_lists_the_superficial_muscle_first (void)
{
  g_auto (Folder) folder = new_folder ();
  g_autoptr (GVariant) view = compile_view (&folder);
  g_autoptr (GVariant) shapes = g_variant_get_child_value (view, 6);
  g_autoptr (GVariant) shape = g_variant_get_child_value (shapes, 0);
  g_autoptr (GVariant) spans = g_variant_get_child_value (shape, 6);
  const char *id;
  guchar layer;
  gsize n;
  const gint32 *x;

  g_variant_get_child (shape, 0, "&s", &id);
  g_variant_get_child (shape, 1, "y", &layer);
  g_assert_cmpstr (id, ==, "lower-muscle");
  g_assert_cmpint (layer, ==, 1);
  x = g_variant_get_fixed_array (spans, &n, sizeof (gint32));
  g_assert_cmpuint (n, ==, 80); /* 20 mm in rows of half a millimeter, one span each */
  g_assert_cmpint (x[0], ==, 2800);
  g_assert_cmpint (x[1], ==, 4800);
}

static void
test_masks_the_skin_of_both_halves (void)
{
  g_auto (Folder) folder = new_folder ();
  g_autoptr (GVariant) view = compile_view (&folder);
  g_autoptr (GVariant) words = NULL;
  gint32 word, row, n_words, rows;
  gsize n;
  const guint64 *bits;

  g_variant_get_child (view, 12, "(iiii@at)", &word, &row, &n_words, &rows, &words);
  bits = g_variant_get_fixed_array (words, &n, sizeof (guint64));
  g_assert_cmpint (n_words, ==, 1);
  g_assert_cmpint (__builtin_popcountll (bits[0]), ==, 46); /* 5 to 95 mm in cells of two */
}

static void
test_gives_the_left_half_gradients_of_its_own (void)
{
  g_autofree char *rules = unk_looks_new_left_rules (
    "/* .x { fill: url(#no); } */ .belly, .skin-base { fill: url(#a); stroke: #000; }\n"
    ".layer-2 .belly { fill: url(#b); }\n.fibers { stroke: #fff; }\n");

  g_assert_cmpstr (
    rules, ==,
    ".left.belly, .left .belly, .left.skin-base, .left .skin-base { fill: url(#a-left); }\n"
    ".left .belly.middle, .left .skin-base.middle { fill: url(#a); }\n"
    ".layer-2.left .belly { fill: url(#b-left); }\n"
    ".layer-2.left .belly.middle { fill: url(#b); }\n");
}

static void
test_collapses_white_space (void)
{
  g_auto (Folder) folder = new_folder ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GBytes) atlas = compile (&folder, &result, NULL);
  gsize length;
  const char *data = g_bytes_get_data (atlas, &length);

  g_assert_nonnull (memmem (data, length, "\0Muscle at the top of the box",
                            sizeof "\0Muscle at the top of the box"));
  g_assert_nonnull (memmem (data, length, "box & sometimes", strlen ("box & sometimes")));
}

/* What translators see is what the program asks for. */
static void
test_stores_the_texts_that_xgettext_extracts (void)
{
  g_auto (Folder) folder = new_folder ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GBytes) atlas = compile (&folder, &result, NULL);
  g_autofree char *xgettext = g_find_program_in_path ("xgettext");
  g_autofree char *its = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autofree char *pot = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;
  const char *data = g_bytes_get_data (atlas, &length);
  guint texts = 0;

  if (!xgettext)
    {
      g_test_skip ("there is no xgettext");
      return;
    }
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", its, TRUE);
  g_subprocess_launcher_set_cwd (launcher, folder.path);
  process = g_subprocess_launcher_spawn (launcher, &error, xgettext, "--no-wrap", "-o", "-", UPPER,
                                         LOWER, MUSCLES, AREAS, "care/techniques.xml",
                                         "care/tools.xml", "care/cautions.xml", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &pot, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (pot, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], "msgid \"") && strlen (lines[i]) > 8)
      {
        g_autofree char *quoted = g_strndup (lines[i] + 7, strlen (lines[i]) - 8);
        g_autofree char *text = g_strcompress (quoted);

        texts++;
        if (!memmem (data, length, text, strlen (text) + 1))
          g_error ("xgettext extracts \"%s\", which the atlas doesn't hold", text);
        g_assert_null (strstr (text, "Musculus"));
      }
  g_assert_cmpuint (texts, >, 60);
}

static void
test_gives_the_same_bytes_each_time (void)
{
  g_auto (Folder) one = new_folder ();
  g_auto (Folder) two = new_folder ();
  g_auto (UnkCompile) a = { 0 }, b = { 0 };
  g_autoptr (GBytes) first = compile (&one, &a, NULL);
  g_autoptr (GBytes) second = compile (&two, &b, NULL);

  g_assert_nonnull (first);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_warns_of_an_area_that_no_view_shows (void)
{
  g_auto (Folder) folder = new_folder ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GBytes) atlas = NULL;
  g_autoptr (GError) error = NULL;

  replace (&folder, AREAS, "neighbors=\"middle\">\n      <name>Bottom",
           "neighbors=\"middle inside\">\n      <name>Bottom");
  replace (&folder, AREAS, "<group id=\"trunk\">\n    <name>Trunk</name>",
           "<group id=\"trunk\">\n    <name>Trunk</name>\n    <area id=\"inside\" paired=\"no\" "
           "depth=\"deep\" "
           "neighbors=\"bottom\"><name>Inside</name></area>");
  atlas = compile (&folder, &result, &error);
  g_assert_no_error (error);
  assert_said (result.warnings, &folder, AREAS, 5, "no view shows the area \"inside\"");
}

static GVariant *
render_one_preview (const UnkFigureView *view, const char *svg, GVariant *styles, gpointer data)
{
  guint *called = data;
  GVariantBuilder previews;

  g_assert_nonnull (view);
  g_assert_true (g_str_has_prefix (svg, "<svg"));
  g_assert_cmpuint (g_variant_n_children (styles), ==, 1);
  (*called)++;
  g_variant_builder_init (&previews, G_VARIANT_TYPE ("a" UNK_FORMAT_PREVIEW));
  g_variant_builder_add (&previews, "(siii@ay)", "light", 1, 1, 4,
                         g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "abcd", 4, 1));
  return g_variant_builder_end (&previews);
}

static void
test_lets_somebody_else_render_previews (void)
{
  g_auto (Folder) folder = new_folder ();
  guint called = 0;
  g_auto (UnkCompile) result = { .render_previews = render_one_preview, .preview_data = &called };
  g_autoptr (GBytes) atlas = compile (&folder, &result, NULL);

  g_assert_nonnull (atlas);
  g_assert_cmpuint (called, ==, 1);
}

/* ---- folders and files ---- */

static void
test_refuses_an_empty_folder (void)
{
  g_auto (Folder) folder = { g_dir_make_tmp ("unknot-compile-XXXXXX", NULL) };
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = compile (&folder, &result, &error);

  g_assert_error (error, UNK_COMPILE_ERROR, UNK_COMPILE_ERROR_FAULTS);
  assert_said (result.faults, &folder, "care/sources.xml", 1, "can't be read");
  assert_said (result.faults, &folder, "care/cautions.xml", 1, "can't be read");
  assert_said (result.faults, &folder, "figure/front.svg", 1, "the figure has no view");
  assert_said (result.faults, &folder, "figure/palette.ini", 1, "can't be read");
  assert_said (result.faults, &folder, "atlas/MUSCLE.xml", 1, "the atlas has no muscle");
}

static void
test_refuses_a_missing_folder (void)
{
  g_auto (UnkCompile) result = { .data_dir = "/nonexistent/unknot" };
  g_autoptr (GError) error = NULL;

  g_assert_null (unk_compile_run (&result, &error));
  g_assert_error (error, UNK_COMPILE_ERROR, UNK_COMPILE_ERROR_NO_FOLDER);
  g_assert_true (g_str_has_prefix (error->message, "/nonexistent/unknot: "));
}

static void
test_says_that_it_cannot_write (void)
{
  g_autoptr (GBytes) atlas = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (unk_compile_write (atlas, "/nonexistent/unknot/atlas", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* ---- the command ---- */

static int
run (char **err, const char *first, ...)
{
  const char *command = g_getenv ("UNKNOT_COMPILE");
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) command);
  va_start (list, first);
  for (const char *a = first; a; a = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) a);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  process =
    g_subprocess_newv ((const char *const *) arguments->pdata,
                       G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static void
test_command_writes_the_atlas_and_what_it_read (void)
{
  g_auto (Folder) folder = new_folder ();
  g_autofree char *output = g_build_filename (folder.path, "out file", NULL);
  g_autofree char *depfile = g_build_filename (folder.path, "out.d", NULL);
  g_autofree char *err = NULL, *text = NULL;

  if (!g_getenv ("UNKNOT_COMPILE"))
    {
      g_test_skip ("UNKNOT_COMPILE doesn't name the command");
      return;
    }
  g_assert_cmpint (
    run (&err, "--data", folder.path, "--output", output, "--depfile", depfile, NULL), ==, 0);
  g_assert_cmpstr (err, ==, "");
  g_assert_true (g_file_test (output, G_FILE_TEST_IS_REGULAR));
  text = read_text (&folder, "out.d");
  g_assert_nonnull (strstr (text, "out\\ file:"));
  g_assert_nonnull (strstr (text, UPPER));
  g_assert_nonnull (strstr (text, "/atlas \\\n")); /* the folder: a new muscle is noticed */
}

static void
test_command_writes_nothing_on_a_fault (void)
{
  g_auto (Folder) folder = new_folder ();
  g_autofree char *output = g_build_filename (folder.path, "out", NULL);
  g_autofree char *depfile = g_build_filename (folder.path, "out.d", NULL);
  g_autofree char *err = NULL, *kept = NULL;

  if (!g_getenv ("UNKNOT_COMPILE"))
    {
      g_test_skip ("UNKNOT_COMPILE doesn't name the command");
      return;
    }
  write_text (&folder, "out", "what was there");
  replace (&folder, UPPER, "site=\"edge\"", "site=\"hedge\"");
  g_assert_cmpint (
    run (&err, "--data", folder.path, "--output", output, "--depfile", depfile, NULL), ==, 1);
  g_assert_nonnull (strstr (err, "unknown site \"hedge\""));
  kept = read_text (&folder, "out");
  g_assert_cmpstr (kept, ==, "what was there");
  g_assert_false (g_file_test (depfile, G_FILE_TEST_EXISTS));
}

static void
test_command_checks_without_writing (void)
{
  g_auto (Folder) folder = new_folder ();
  g_autofree char *output = g_build_filename (folder.path, "out", NULL);
  g_autofree char *err = NULL;

  if (!g_getenv ("UNKNOT_COMPILE"))
    {
      g_test_skip ("UNKNOT_COMPILE doesn't name the command");
      return;
    }
  g_assert_cmpint (run (&err, "--check", "--data", folder.path, "--output", output, NULL), ==, 0);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

static void
test_command_tells_how_it_is_used (void)
{
  g_auto (Folder) folder = new_folder ();
  g_autofree char *a = NULL, *b = NULL, *c = NULL, *d = NULL;

  if (!g_getenv ("UNKNOT_COMPILE"))
    {
      g_test_skip ("UNKNOT_COMPILE doesn't name the command");
      return;
    }
  g_assert_cmpint (run (&a, "--data", folder.path, NULL), ==, 2);
  g_assert_nonnull (strstr (a, "--output (or --check) is missing"));
  g_assert_cmpint (run (&b, "--frobnicate", NULL), ==, 2);
  g_assert_cmpint (run (&c, "--data", folder.path, "--output", "/nonexistent/unknot/out", NULL), ==,
                   1);
  g_assert_nonnull (strstr (c, "/nonexistent/unknot/out"));
  g_assert_cmpint (run (&d, "--data", "/nonexistent/unknot", "--check", NULL), ==, 1);
  g_assert_nonnull (strstr (d, "no such folder"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compile/compiles-the-small-set", test_compiles_the_small_set);
  g_test_add_func ("/compile/draws-both-halves-without-the-editors-marks",
                   test_draws_both_halves_without_the_editors_marks);
  g_test_add_func ("/compile/draws-what-lies-on-the-midline-without-a-seam",
                   test_draws_what_lies_on_the_midline_without_a_seam);
  g_test_add_func ("/compile/lists-the-superficial-muscle-first",
                   test_lists_the_superficial_muscle_first);
  g_test_add_func ("/compile/masks-the-skin-of-both-halves", test_masks_the_skin_of_both_halves);
  g_test_add_func ("/compile/gives-the-left-half-gradients-of-its-own",
                   test_gives_the_left_half_gradients_of_its_own);
  g_test_add_func ("/compile/collapses-white-space", test_collapses_white_space);
  g_test_add_func ("/compile/stores-the-texts-that-xgettext-extracts",
                   test_stores_the_texts_that_xgettext_extracts);
  g_test_add_func ("/compile/gives-the-same-bytes-each-time", test_gives_the_same_bytes_each_time);
  g_test_add_func ("/compile/warns-of-an-area-that-no-view-shows",
                   test_warns_of_an_area_that_no_view_shows);
  g_test_add_func ("/compile/lets-somebody-else-render-previews",
                   test_lets_somebody_else_render_previews);
  g_test_add_func ("/compile/reports-all-faults-at-once", test_reports_all_faults_at_once);
  g_test_add_func ("/compile/says-the-lines-of-one-file-in-order",
                   test_says_the_lines_of_one_file_in_order);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/compile/refuses/%s", broken[i].behavior);

      g_test_add_data_func (path, &broken[i], test_refuses);
    }
  g_test_add_func ("/compile/refuses/an-empty-folder", test_refuses_an_empty_folder);
  g_test_add_func ("/compile/refuses/a-missing-folder", test_refuses_a_missing_folder);
  g_test_add_func ("/compile/says-that-it-cannot-write", test_says_that_it_cannot_write);
  g_test_add_func ("/compile/command/writes-the-atlas-and-what-it-read",
                   test_command_writes_the_atlas_and_what_it_read);
  g_test_add_func ("/compile/command/writes-nothing-on-a-fault",
                   test_command_writes_nothing_on_a_fault);
  g_test_add_func ("/compile/command/checks-without-writing", test_command_checks_without_writing);
  g_test_add_func ("/compile/command/tells-how-it-is-used", test_command_tells_how_it_is_used);
  return g_test_run ();
}
