/* grow-atlas.c: writes an atlas with many times as many muscles, points and zones
 *
 * The copies lie where the originals lie, under new ids. What the copies don't need stays as it is.
 *
 * usage: grow-atlas ATLAS TIMES OUTPUT
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "unk-atlas-format.h"

/* Places in UNK_FORMAT_BODY, _MUSCLE and _VIEW. */
enum
{
  BODY_MUSCLES = 8,
  BODY_VIEWS = 9,
  MUSCLE_POINTS = 6,
  VIEW_ZONES = 8,
  VIEW_CROSSES = 9,
};

/* "infraspinatus" to "infraspinatus-c3", "infraspinatus.1" to "infraspinatus-c3.1"; the original is
 * number 0 and keeps its name. */
static GVariant *
rename_id (GVariant *id, int copy)
{
  const char *text = g_variant_get_string (id, NULL), *dot = strchr (text, '.');
  int length = dot ? (int) (dot - text) : (int) strlen (text);

  return copy ? g_variant_new_take_string (
                  g_strdup_printf ("%.*s-c%d%s", length, text, copy, dot ? dot : ""))
              : g_variant_new_string (text);
}

typedef GVariant *(*Change) (GVariant *value, int argument);

/* A tuple with two of its members changed. */
static GVariant *
change_tuple (GVariant *tuple, gsize first, Change change_first, gsize second, Change change_second,
              int argument)
{
  gsize n = g_variant_n_children (tuple);
  g_autofree GVariant **members = g_new (GVariant *, n);
  GVariant *changed;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) member = g_variant_get_child_value (tuple, i);

      members[i] = g_variant_ref_sink (i == first    ? change_first (member, argument)
                                       : i == second ? change_second (member, argument)
                                                     : g_variant_ref (member));
    }
  changed = g_variant_new_tuple (members, n);
  for (gsize i = 0; i < n; i++)
    g_variant_unref (members[i]);
  return changed;
}

static GVariant *
copy_record (GVariant *record, int copy)
{
  return change_tuple (record, 0, rename_id, G_MAXSIZE, NULL, copy);
}

static GVariant *
rename_points (GVariant *points, int copy)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, g_variant_get_type (points));
  for (gsize i = 0; i < g_variant_n_children (points); i++)
    {
      g_autoptr (GVariant) point = g_variant_get_child_value (points, i);

      g_variant_builder_add_value (&builder, copy_record (point, copy));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
copy_muscle (GVariant *muscle, int copy)
{
  return change_tuple (muscle, 0, rename_id, MUSCLE_POINTS, rename_points, copy);
}

static GVariant *
repeat (GVariant *list, int times, Change copy)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, g_variant_get_type (list));
  for (int t = 0; t < times; t++)
    for (gsize i = 0; i < g_variant_n_children (list); i++)
      {
        g_autoptr (GVariant) record = g_variant_get_child_value (list, i);

        g_variant_builder_add_value (&builder, copy (record, t));
      }
  return g_variant_builder_end (&builder);
}

static GVariant *
repeat_records (GVariant *list, int times)
{
  return repeat (list, times, copy_record);
}

static GVariant *
repeat_muscles (GVariant *list, int times)
{
  return repeat (list, times, copy_muscle);
}

static GVariant *
grow_view (GVariant *view, int times)
{
  return change_tuple (view, VIEW_ZONES, repeat_records, VIEW_CROSSES, repeat_records, times);
}

static GVariant *
grow_views (GVariant *views, int times)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, g_variant_get_type (views));
  for (gsize i = 0; i < g_variant_n_children (views); i++)
    {
      g_autoptr (GVariant) view = g_variant_get_child_value (views, i);

      g_variant_builder_add_value (&builder, grow_view (view, times));
    }
  return g_variant_builder_end (&builder);
}

static gboolean
write_atlas (const char *path, GVariant *body, GError **error)
{
  UnkFormatHeader header = { .version = UNK_FORMAT_VERSION, .byte_order = G_BYTE_ORDER };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) out =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  const guint8 *data = g_variant_get_data (body);

  memcpy (header.magic, UNK_FORMAT_MAGIC, sizeof header.magic);
  header.body_length = g_variant_get_size (body);
  header.checksum = unk_format_checksum (data, header.body_length);
  return out &&
         g_output_stream_write_all (G_OUTPUT_STREAM (out), &header, sizeof header, NULL, NULL,
                                    error) &&
         g_output_stream_write_all (G_OUTPUT_STREAM (out), data, header.body_length, NULL, NULL,
                                    error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = argc == 4 ? g_mapped_file_new (argv[1], FALSE, &error) : NULL;
  g_autoptr (GBytes) all = file ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) grown = NULL;

  if (!all || g_bytes_get_size (all) < sizeof (UnkFormatHeader))
    {
      g_printerr ("grow-atlas: %s\n", error ? error->message : "usage: ATLAS TIMES OUTPUT");
      return 2;
    }
  bytes = g_bytes_new_from_bytes (all, sizeof (UnkFormatHeader),
                                  g_bytes_get_size (all) - sizeof (UnkFormatHeader));
  body =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (UNK_FORMAT_BODY), bytes, TRUE));
  grown = g_variant_ref_sink (
    change_tuple (body, BODY_MUSCLES, repeat_muscles, BODY_VIEWS, grow_views, atoi (argv[2])));
  if (write_atlas (argv[3], grown, &error))
    return 0;
  g_printerr ("grow-atlas: %s\n", error->message);
  return 1;
}
