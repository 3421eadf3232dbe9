/* test-compile-refuses.c: what unknot-compile refuses
 *
 * Each broken copy of a small complete set of content is refused with the file, the line and what
 * to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-small-set.h"

#include <string.h>

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
  { "care-by-others-with-a-position", LOWER, "<why>The wall is too thick.</why>",
    "<position>Stand up.</position><why>The wall is too thick.</why>", NULL, "<compression",
    "self=\"no\" with a position" },
  { "an-empty-text", UPPER, "<stop>Stop when it creaks.</stop>", "<stop> </stop>", NULL, NULL,
    "<stop> is empty" },
  { "one-text-in-two-records", UPPER,
    "Sends an ache to the top of the box &amp; sometimes further down.",
    "Hurts in the middle of the box and at its bottom.", NULL, NULL,
    "stands word for word at atlas/lower-muscle.xml:8" },
  { "a-sentence-of-another-record-within-a-text", UPPER,
    "Sends an ache to the top of the box &amp; sometimes further down.",
    "Makes the lid sore for days, most of all in the rain. Hurts in the middle of the BOX, and at "
    "its bottom!",
    NULL, NULL, "a sentence of <summary> stands word for word at atlas/lower-muscle.xml:8" },
  { "a-text-of-another-record-with-a-word-changed", UPPER,
    "Sends an ache to the top of the box &amp; sometimes further down.",
    "It hurts in the middle of the box and at its bottom.", NULL, NULL,
    "the text of <summary> is to 90 % that at atlas/lower-muscle.xml:8" },
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
  { "a-clue-that-speaks-for-nothing", "care/clues.xml", " kinds=\"injury\"", "", NULL, NULL,
    "the clue \"shaken\" speaks for nothing" },
  { "a-clue-for-an-unknown-muscle", "care/clues.xml", "muscles=\"upper-muscle\"",
    "muscles=\"upper\"", NULL, NULL, "unknown muscle \"upper\"" },
  { "a-clue-that-asks-about-nothing-known", "care/clues.xml", "\"crack\"", "\"crash\"", NULL, NULL,
    "unknown contraindication \"crash\"" },
  { "two-clues-of-one-id", "care/clues.xml", "id=\"opened\"", "id=\"shaken\"", NULL, NULL,
    "the clue \"shaken\" is defined already" },
  { "a-site-of-an-unknown-muscle", "care/cautions.xml", "muscles=\"upper-muscle\"",
    "muscles=\"upper\"", NULL, NULL, "unknown muscle \"upper\"" },
};

static void
test_refuses (gconstpointer data)
{
  const Broken *b = data;
  g_auto (SmallSet) set = small_set_new ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = NULL;
  const char *file = b->at_file ? b->at_file : b->file;
  const char *at = b->at ? b->at : b->old;
  int line = 1;

  if (at && strcmp (at, "<?xml") != 0)
    line = small_set_line_of (&set, file, at);
  if (b->old)
    small_set_replace (&set, b->file, b->old, b->new);
  else
    small_set_remove (&set, b->file);
  atlas = small_set_compile (&set, &result, &error);
  g_assert_error (error, UNK_COMPILE_ERROR, UNK_COMPILE_ERROR_FAULTS);
  g_assert_null (atlas);
  small_set_assert_said (result.faults, &set, file, line, b->message);
}

static void
test_reports_all_faults_at_once (void)
{
  g_auto (SmallSet) set = small_set_new ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = NULL;

  small_set_replace (&set, UPPER, "fit=\"no\"", "fit=\"never\"");
  small_set_replace (&set, UPPER, "site=\"edge\"", "site=\"hedge\"");
  small_set_replace (&set, LOWER_SVG, "M 36 70 l", "M 60 70 l");
  small_set_replace (&set, "figure/palette.ini", "#61358380", "purple");
  atlas = small_set_compile (&set, &result, &error);
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
  g_auto (SmallSet) set = small_set_new ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = NULL;
  const char *a, *b;

  small_set_replace (&set, UPPER, "areas=\"top\"", "areas=\"tip\"");
  small_set_replace (&set, UPPER, "ref=\"book1999\"", "ref=\"none\"");
  atlas = small_set_compile (&set, &result, &error);
  g_assert_cmpuint (g_strv_length (result.faults), >=, 2);
  a = strstr (result.faults[0], ".xml:");
  b = strstr (result.faults[g_strv_length (result.faults) - 1], ".xml:");
  g_assert_cmpint (atoi (a + 5), <, atoi (b + 5));
}

/* ---- folders and files ---- */

static void
test_refuses_an_empty_folder (void)
{
  g_auto (SmallSet) set = small_set_new_empty ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = small_set_compile (&set, &result, &error);

  g_assert_error (error, UNK_COMPILE_ERROR, UNK_COMPILE_ERROR_FAULTS);
  small_set_assert_said (result.faults, &set, "care/sources.xml", 1, "can't be read");
  small_set_assert_said (result.faults, &set, "care/cautions.xml", 1, "can't be read");
  small_set_assert_said (result.faults, &set, "figure/front.svg", 1, "the figure has no view");
  small_set_assert_said (result.faults, &set, "figure/palette.ini", 1, "can't be read");
  small_set_assert_said (result.faults, &set, "atlas/MUSCLE.xml", 1, "the atlas has no muscle");
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compile/reports-all-faults-at-once", test_reports_all_faults_at_once);
  g_test_add_func ("/compile/says-the-lines-of-one-file-in-order",
                   test_says_the_lines_of_one_file_in_order);
  g_test_add_func ("/compile/refuses/an-empty-folder", test_refuses_an_empty_folder);
  g_test_add_func ("/compile/refuses/a-missing-folder", test_refuses_a_missing_folder);
  g_test_add_func ("/compile/says-that-it-cannot-write", test_says_that_it_cannot_write);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/compile/refuses/%s", broken[i].behavior);

      g_test_add_data_func (path, &broken[i], test_refuses);
    }
  return g_test_run ();
}
