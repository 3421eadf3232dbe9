/* unk-compile.c: from the folder of content to the one file
 *
 * Reads everything, notes all faults, and makes the file only where there are none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-compile.h"

#include <string.h>

#include "unk-atlas-format.h"
#include "unk-care.h"
#include "unk-clues.h"
#include "unk-composite.h"
#include "unk-drawing.h"
#include "unk-looks.h"
#include "unk-names.h"
#include "unk-record.h"
#include "unk-ties.h"
#include "unk-view-tuple.h"

G_DEFINE_QUARK (unk - compile - error - quark, unk_compile_error)

/* All that was read. */
typedef struct
{
  UnkDataDir *dir;
  UnkVocabulary *vocabulary;
  UnkTexts *texts;
  UnkNames *names;
  UnkCare *care;
  UnkClues *clues;
  UnkLooks *looks;
  GPtrArray *views;    /* UnkFigureView */
  GPtrArray *records;  /* UnkRecord */
  GPtrArray *drawings; /* UnkDrawing */
} Content;

static void
read_figure (Content *c)
{
  gsize n;
  const UnkViewKind *kinds = unk_view_kinds (&n);
  guint found = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("figure/%s.svg", kinds[i].id);
      UnkFigureView *view;

      if (!unk_data_dir_has (c->dir, name))
        continue;
      found++;
      view = unk_figure_view_read (c->dir, c->vocabulary, &kinds[i]);
      if (view)
        g_ptr_array_add (c->views, view);
    }
  if (!found)
    unk_faults_add (c->dir->faults, "figure/front.svg", 1,
                    "the figure has no view; draw at least this one");
  if (c->views->len == found && found)
    unk_ties_check_areas (c->dir->faults, c->vocabulary, c->views);
}

static void
read_muscle (Content *c, const UnkRecordContext *context, const char *id, gboolean has_words,
             gboolean has_drawing)
{
  UnkRecord *record = has_words ? unk_record_read (context, id) : NULL;
  UnkDrawing *drawing = has_drawing ? unk_drawing_read (c->dir, id, c->views) : NULL;

  if (record && drawing)
    unk_ties_check (c->dir->faults, c->names, c->views, record, drawing);
  if (record)
    g_ptr_array_add (c->records, record);
  if (drawing)
    g_ptr_array_add (c->drawings, drawing);
}

static void
read_atlas (Content *c)
{
  UnkRecordContext context = { c->dir, c->vocabulary, c->care, c->texts };
  g_auto (GStrv) words = unk_data_dir_list (c->dir, "atlas", ".xml");
  g_auto (GStrv) drawings = unk_data_dir_list (c->dir, "atlas", ".svg");

  for (guint i = 0; words[i]; i++)
    {
      gboolean drawn = g_strv_contains ((const char *const *) drawings, words[i]);
      g_autofree char *name = g_strdup_printf ("atlas/%s.xml", words[i]);

      if (!drawn)
        unk_faults_add (c->dir->faults, name, 1, "it has no drawing; add atlas/%s.svg", words[i]);
      read_muscle (c, &context, words[i], TRUE, drawn);
    }
  for (guint i = 0; drawings[i]; i++)
    if (!g_strv_contains ((const char *const *) words, drawings[i]))
      {
        g_autofree char *name = g_strdup_printf ("atlas/%s.svg", drawings[i]);

        unk_faults_add (c->dir->faults, name, 1, "it has no words; add atlas/%s.xml", drawings[i]);
        read_muscle (c, &context, drawings[i], FALSE, TRUE);
      }
  if (!words[0] && !drawings[0])
    unk_faults_add (c->dir->faults, "atlas/MUSCLE.xml", 1, "the atlas has no muscle; add one");
}

static void
read_content (Content *c, const char *path)
{
  c->dir = unk_data_dir_new (path);
  c->vocabulary = unk_vocabulary_new (c->dir->faults);
  c->texts = unk_texts_new (c->dir->faults);
  c->views = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_figure_view_free);
  c->records = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_record_free);
  c->drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_drawing_free);
  c->names = unk_names_read (c->dir, c->vocabulary, c->texts);
  c->care = unk_care_read (c->dir, c->vocabulary, c->texts);
  c->clues = unk_clues_read (c->dir, c->vocabulary, c->texts);
  c->looks = unk_looks_read (c->dir);
  read_figure (c);
  read_atlas (c);
}

static void
clear_content (Content *c)
{
  g_clear_pointer (&c->drawings, g_ptr_array_unref);
  g_clear_pointer (&c->records, g_ptr_array_unref);
  g_clear_pointer (&c->views, g_ptr_array_unref);
  g_clear_pointer (&c->looks, unk_looks_free);
  g_clear_pointer (&c->clues, unk_clues_free);
  g_clear_pointer (&c->care, unk_care_free);
  g_clear_pointer (&c->names, unk_names_free);
  g_clear_pointer (&c->texts, unk_texts_free);
  g_clear_pointer (&c->vocabulary, unk_vocabulary_free);
  g_clear_pointer (&c->dir, unk_data_dir_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, clear_content)

static void
add_views (GVariantBuilder *body, const Content *c, const UnkCompile *compile)
{
  g_variant_builder_open (body, G_VARIANT_TYPE ("a" UNK_FORMAT_VIEW));
  for (guint i = 0; i < c->views->len; i++)
    {
      const UnkFigureView *view = g_ptr_array_index (c->views, i);
      g_autofree char *svg = unk_composite_new_svg (view, c->looks->defs);
      GVariant *previews =
        compile->render_previews
          ? compile->render_previews (view, svg, c->looks->styles, compile->preview_data)
          : NULL;

      g_variant_builder_add_value (body, unk_view_tuple_new (view, c->drawings, svg, previews));
    }
  g_variant_builder_close (body);
}

static GVariant *
new_body (const Content *c, const UnkCompile *compile)
{
  GVariant *before[] = { c->care->sources,           c->names->groups,  c->names->list,
                         c->care->technique_list,    c->care->tools,    c->care->sites,
                         c->care->contraindications, c->care->red_flags };
  GVariantBuilder body;

  g_variant_builder_init (&body, G_VARIANT_TYPE (UNK_FORMAT_BODY));
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    g_variant_builder_add_value (&body, before[i]);
  g_variant_builder_open (&body, G_VARIANT_TYPE ("a" UNK_FORMAT_MUSCLE));
  for (guint i = 0; i < c->records->len; i++)
    g_variant_builder_add_value (&body, ((UnkRecord *) g_ptr_array_index (c->records, i))->body);
  g_variant_builder_close (&body);
  add_views (&body, c, compile);
  g_variant_builder_add_value (&body, c->looks->styles);
  g_variant_builder_add_value (&body, c->looks->palettes);
  g_variant_builder_add_value (&body, c->names->parts);
  g_variant_builder_add_value (&body, c->clues->groups);
  g_variant_builder_add_value (&body, c->clues->list);
  g_variant_builder_add_value (&body, c->clues->often);
  return g_variant_ref_sink (g_variant_builder_end (&body));
}

static GBytes *
new_file (GVariant *body)
{
  gsize length = g_variant_get_size (body);
  guint8 *file = g_malloc (sizeof (UnkFormatHeader) + length);
  UnkFormatHeader header = { .version = UNK_FORMAT_VERSION,
                             .byte_order = G_BYTE_ORDER,
                             .body_length = length };

  memcpy (header.magic, UNK_FORMAT_MAGIC, sizeof header.magic);
  g_variant_store (body, file + sizeof header);
  header.checksum = unk_format_checksum (file + sizeof header, length);
  memcpy (file, &header, sizeof header);
  return g_bytes_new_take (file, sizeof header + length);
}

static char **
dup_inputs (const UnkDataDir *dir)
{
  g_autoptr (GStrvBuilder) inputs = g_strv_builder_new ();

  for (guint i = 0; i < dir->read->len; i++)
    {
      const char *name = g_ptr_array_index (dir->read, i);
      gboolean before = FALSE;

      for (guint k = 0; k < i && !before; k++)
        before = strcmp (g_ptr_array_index (dir->read, k), name) == 0;
      if (!before)
        g_strv_builder_add (inputs, name);
    }
  return g_strv_builder_end (inputs);
}

/**
 * unk_compile_run:
 * @compile: what to compile; its lists are filled
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the compiled atlas, the same bytes for the same content; %NULL with
 *   %UNK_COMPILE_ERROR_FAULTS where anything is wrong with the content
 */
GBytes *
unk_compile_run (UnkCompile *compile, GError **error)
{
  g_auto (Content) content = { 0 };
  g_autoptr (GVariant) body = NULL;
  guint faults;

  if (!g_file_test (compile->data_dir, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, UNK_COMPILE_ERROR, UNK_COMPILE_ERROR_NO_FOLDER,
                   "%s: no such folder; give the one that holds figure, atlas and care",
                   compile->data_dir);
      return NULL;
    }
  unk_compile_clear (compile);
  read_content (&content, compile->data_dir);
  compile->faults = unk_faults_dup_messages (content.dir->faults);
  compile->warnings = unk_faults_dup_warnings (content.dir->faults);
  compile->inputs = dup_inputs (content.dir);
  faults = g_strv_length (compile->faults);
  if (faults)
    {
      g_set_error (error, UNK_COMPILE_ERROR, UNK_COMPILE_ERROR_FAULTS, "%s: %u %s",
                   compile->data_dir, faults, faults == 1 ? "fault" : "faults");
      return NULL;
    }
  body = new_body (&content, compile);
  return new_file (body);
}

/**
 * unk_compile_write:
 * @atlas: a compiled atlas
 * @path: the file to write
 * @error: return location for a #GError
 *
 * Writes the whole file or leaves what was there.
 *
 * Returns: whether it was written
 */
gboolean
unk_compile_write (GBytes *atlas, const char *path, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (atlas, &length);

  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0644, error);
}

/* Blanks, colons and dollars mean something in a makefile. */
static void
put_escaped (GString *out, const char *path)
{
  for (const char *p = path; *p; p++)
    {
      if (strchr (" #\\", *p))
        g_string_append_c (out, '\\');
      if (*p == '$')
        g_string_append_c (out, '$');
      g_string_append_c (out, *p);
    }
}

/**
 * unk_compile_write_depfile:
 * @compile: what was compiled
 * @output: the file that depends on it
 * @path: the depfile to write
 * @error: return location for a #GError
 *
 * Writes what ninja needs to know to compile again when a file changes or is added.
 *
 * Returns: whether it was written
 */
gboolean
unk_compile_write_depfile (const UnkCompile *compile, const char *output, const char *path,
                           GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  put_escaped (text, output);
  g_string_append_c (text, ':');
  for (guint i = 0; compile->inputs[i]; i++)
    {
      g_string_append (text, " \\\n  ");
      put_escaped (text, compile->inputs[i]);
    }
  g_string_append_c (text, '\n');
  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

/**
 * unk_compile_clear:
 * @compile: what was compiled
 *
 * Frees the lists.
 */
void
unk_compile_clear (UnkCompile *compile)
{
  g_clear_pointer (&compile->faults, g_strfreev);
  g_clear_pointer (&compile->warnings, g_strfreev);
  g_clear_pointer (&compile->inputs, g_strfreev);
}
