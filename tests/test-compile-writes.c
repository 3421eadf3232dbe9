/* test-compile-writes.c: what unknot-compile makes of good content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-small-set.h"

#include <string.h>

#include <gio/gio.h>

#include "unk-atlas-format.h"
#include "unk-looks.h"

/* ---- good content ---- */

static void
test_compiles_the_small_set (void)
{
  g_auto (SmallSet) set = small_set_new ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = small_set_compile (&set, &result, &error);
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
compile_view (const SmallSet *set)
{
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) atlas = small_set_compile (set, &result, &error);
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
  g_auto (SmallSet) set = small_set_new ();
  g_autoptr (GVariant) view = compile_view (&set);
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
  g_auto (SmallSet) set = small_set_new ();
  g_autoptr (GVariant) view = NULL;
  const char *svg;

  small_set_replace (&set, FRONT, "M 28 40   H 48 V 60 H 28 Z", "M 28 40 H 50.5 V 60 H 28 Z");
  view = compile_view (&set);
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
  g_auto (SmallSet) set = small_set_new ();
  g_autoptr (GVariant) view = compile_view (&set);
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
  g_auto (SmallSet) set = small_set_new ();
  g_autoptr (GVariant) view = compile_view (&set);
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
  g_auto (SmallSet) set = small_set_new ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GBytes) atlas = small_set_compile (&set, &result, NULL);
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
  g_auto (SmallSet) set = small_set_new ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GBytes) atlas = small_set_compile (&set, &result, NULL);
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
  g_subprocess_launcher_set_cwd (launcher, set.path);
  process = g_subprocess_launcher_spawn (
    launcher, &error, xgettext, "--no-wrap", "-o", "-", UPPER, LOWER, MUSCLES, AREAS,
    "care/techniques.xml", "care/tools.xml", "care/cautions.xml", "care/clues.xml", NULL);
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
  g_auto (SmallSet) one = small_set_new ();
  g_auto (SmallSet) two = small_set_new ();
  g_auto (UnkCompile) a = { 0 }, b = { 0 };
  g_autoptr (GBytes) first = small_set_compile (&one, &a, NULL);
  g_autoptr (GBytes) second = small_set_compile (&two, &b, NULL);

  g_assert_nonnull (first);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_warns_of_an_area_that_no_view_shows (void)
{
  g_auto (SmallSet) set = small_set_new ();
  g_auto (UnkCompile) result = { 0 };
  g_autoptr (GBytes) atlas = NULL;
  g_autoptr (GError) error = NULL;

  small_set_replace (&set, AREAS, "neighbors=\"middle\">\n      <name>Bottom",
                     "neighbors=\"middle inside\">\n      <name>Bottom");
  small_set_replace (
    &set, AREAS, "<group id=\"trunk\">\n    <name>Trunk</name>",
    "<group id=\"trunk\">\n    <name>Trunk</name>\n    <area id=\"inside\" paired=\"no\" "
    "depth=\"deep\" "
    "neighbors=\"bottom\"><name>Inside</name></area>");
  atlas = small_set_compile (&set, &result, &error);
  g_assert_no_error (error);
  small_set_assert_said (result.warnings, &set, AREAS, 5, "no view shows the area \"inside\"");
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
  g_auto (SmallSet) set = small_set_new ();
  guint called = 0;
  g_auto (UnkCompile) result = { .render_previews = render_one_preview, .preview_data = &called };
  g_autoptr (GBytes) atlas = small_set_compile (&set, &result, NULL);

  g_assert_nonnull (atlas);
  g_assert_cmpuint (called, ==, 1);
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
  return g_test_run ();
}
