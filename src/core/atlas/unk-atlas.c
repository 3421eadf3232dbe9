/* unk-atlas.c: what is known: muscles, their points and zones, the drawn views
 *
 * The file is mapped and its texts and numbers are used where they lie; only the small structs that
 * point at them are made at start. They live in one arena, which goes with the atlas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-atlas.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>

#include "unk-atlas-format.h"
#include "unk-atlas-private.h"

G_DEFINE_QUARK (unk - atlas - error - quark, unk_atlas_error)
G_DEFINE_BOXED_TYPE (UnkAtlas, unk_atlas, unk_atlas_ref, unk_atlas_unref)

static void
atlas_free (gpointer data)
{
  UnkAtlas *atlas = data;

  g_clear_pointer (&atlas->muscles_by_id, g_hash_table_unref);
  g_clear_pointer (&atlas->points_by_id, g_hash_table_unref);
  g_clear_pointer (&atlas->areas_by_id, g_hash_table_unref);
  g_clear_pointer (&atlas->body, g_variant_unref);
  g_clear_pointer (&atlas->file, g_mapped_file_unref);
  g_clear_pointer (&atlas->arena, g_ptr_array_unref);
}

static gboolean
damaged (const char *path, const char *what, GError **error)
{
  g_set_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_DAMAGED,
               /* Translators: a file's path, then what is wrong with it */
               _ ("%s: %s; install Unknot again"), path, what);
  return FALSE;
}

static gboolean
check_header (const char *path, const char *bytes, gsize length, GError **error)
{
  UnkFormatHeader header;

  if (length < sizeof header)
    return damaged (path, _ ("the file is cut short"), error);
  memcpy (&header, bytes, sizeof header);
  if (memcmp (header.magic, UNK_FORMAT_MAGIC, sizeof header.magic) != 0)
    return damaged (path, _ ("this is not an atlas of Unknot"), error);
  if (header.version != UNK_FORMAT_VERSION || header.byte_order != G_BYTE_ORDER)
    {
      g_set_error (
        error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_VERSION,
        _ ("%s: the atlas was made for another version of Unknot; install both from one release"),
        path);
      return FALSE;
    }
  if (header.body_length != length - sizeof header)
    return damaged (path, _ ("the file is cut short"), error);
  if (header.checksum !=
      unk_format_checksum ((const guint8 *) bytes + sizeof header, header.body_length))
    return damaged (path, _ ("the file is damaged"), error);
  return TRUE;
}

/**
 * unk_atlas_open:
 * @path: the file that unknot-compile wrote
 * @error: return location for a #GError
 *
 * Maps the atlas.
 *
 * Returns: (transfer full): the atlas, or %NULL with an #UnkAtlasError that names the file
 */
UnkAtlas *
unk_atlas_open (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &local);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) body = NULL;
  gsize length;
  const char *start;
  UnkAtlas *atlas;

  if (!file)
    {
      g_set_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_MISSING,
                   _ ("The atlas can’t be read: %s; install Unknot again"), local->message);
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);
  start = g_bytes_get_data (bytes, &length);
  /* Little of it is needed at a time: a page that is touched mustn't bring two megabytes with it.
   */
  madvise ((gpointer) start, length, MADV_NOHUGEPAGE);
#ifdef MADV_POPULATE_READ
  /* The sum reads all of it: in one go, not page by page. Older kernels don't know how. */
  madvise ((gpointer) start, length, MADV_POPULATE_READ);
#endif
  if (!check_header (path, start, length, error))
    return NULL;
  body =
    g_bytes_new_from_bytes (bytes, sizeof (UnkFormatHeader), length - sizeof (UnkFormatHeader));
  atlas = g_atomic_rc_box_new0 (UnkAtlas);
  atlas->file = g_steal_pointer (&file);
  atlas->arena = g_ptr_array_new_with_free_func (g_free);
  atlas->body =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (UNK_FORMAT_BODY), body, TRUE));
  unk_atlas_read (atlas);
  /* The sum and the reading have touched every page; most of them aren't needed for long. */
  madvise ((gpointer) start, length, MADV_DONTNEED);
  return atlas;
}

/**
 * unk_atlas_open_installed:
 * @error: return location for a #GError
 *
 * Opens the atlas that was installed with the program, or the one that the environment names in
 * UNKNOT_ATLAS.
 *
 * Returns: (transfer full): the atlas, or %NULL with an #UnkAtlasError
 */
UnkAtlas *
unk_atlas_open_installed (GError **error)
{
  const char *path = g_getenv ("UNKNOT_ATLAS");

  return unk_atlas_open (path ? path : UNK_ATLAS_PATH, error);
}

/**
 * unk_atlas_ref:
 * @atlas: an atlas
 *
 * Returns: (transfer full): the same
 */
UnkAtlas *
unk_atlas_ref (UnkAtlas *atlas)
{
  return g_atomic_rc_box_acquire (atlas);
}

/**
 * unk_atlas_unref:
 * @atlas: (transfer full): an atlas
 */
void
unk_atlas_unref (UnkAtlas *atlas)
{
  g_atomic_rc_box_release_full (atlas, atlas_free);
}

#define LIST_GETTER(Type, plural)                                                                  \
  const Type *unk_atlas_get_##plural (UnkAtlas *atlas, guint *n)                                   \
  {                                                                                                \
    *n = atlas->n_##plural;                                                                        \
    return atlas->plural;                                                                          \
  }

LIST_GETTER (UnkMuscle, muscles)
LIST_GETTER (UnkArea, areas)
LIST_GETTER (UnkView, views)
LIST_GETTER (UnkGroup, groups)
LIST_GETTER (UnkTechnique, techniques)
LIST_GETTER (UnkTool, tools)
LIST_GETTER (UnkCaution, sites)
LIST_GETTER (UnkCaution, red_flags)
LIST_GETTER (UnkContraindication, contraindications)
LIST_GETTER (UnkGroup, clue_groups)
LIST_GETTER (UnkClue, clues)

/**
 * unk_atlas_find_muscle:
 * @atlas: an atlas
 * @id: such as "infraspinatus"
 * @error: return location for a #GError
 *
 * Returns: (nullable): the muscle, or %NULL with %UNK_ATLAS_ERROR_UNKNOWN
 */
const UnkMuscle *
unk_atlas_find_muscle (UnkAtlas *atlas, const char *id, GError **error)
{
  gpointer found = g_hash_table_lookup (atlas->muscles_by_id, id);

  if (!found)
    g_set_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_UNKNOWN,
                 _ ("There is no muscle “%s”; unknot --list muscles names them all"), id);
  return found;
}

/**
 * unk_atlas_find_point:
 * @atlas: an atlas
 * @id: such as "infraspinatus.1"
 * @error: return location for a #GError
 *
 * Returns: (nullable): the trigger point, or %NULL with %UNK_ATLAS_ERROR_UNKNOWN
 */
const UnkPoint *
unk_atlas_find_point (UnkAtlas *atlas, const char *id, GError **error)
{
  gpointer found = g_hash_table_lookup (atlas->points_by_id, id);

  if (!found)
    g_set_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_UNKNOWN,
                 _ ("There is no trigger point “%s”; unknot --list points names them all"), id);
  return found;
}

/**
 * unk_atlas_find_area:
 * @atlas: an atlas
 * @id: such as "front-of-shoulder"
 * @error: return location for a #GError
 *
 * Returns: (nullable): the area, or %NULL with %UNK_ATLAS_ERROR_UNKNOWN
 */
const UnkArea *
unk_atlas_find_area (UnkAtlas *atlas, const char *id, GError **error)
{
  gpointer found = g_hash_table_lookup (atlas->areas_by_id, id);

  if (!found)
    g_set_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_UNKNOWN,
                 _ ("There is no area “%s”; unknot --list areas names them all"), id);
  return found;
}

/**
 * unk_atlas_find_view:
 * @atlas: an atlas
 * @id: such as "front"
 * @error: return location for a #GError
 *
 * Returns: (nullable): the view, or %NULL with %UNK_ATLAS_ERROR_UNKNOWN that lists those there are
 */
const UnkView *
unk_atlas_find_view (UnkAtlas *atlas, const char *id, GError **error)
{
  g_autoptr (GString) list = NULL;

  for (guint i = 0; i < atlas->n_views; i++)
    if (g_str_equal (atlas->views[i].id, id))
      return &atlas->views[i];
  list = g_string_new (NULL);
  for (guint i = 0; i < atlas->n_views; i++)
    g_string_append_printf (list, "%s%s", i ? ", " : "", atlas->views[i].id);
  g_set_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_UNKNOWN,
               _ ("There is no view “%s”; there are: %s"), id, list->str);
  return NULL;
}

/* The short lists are searched from the start. */
#define LIST_FINDER(Type, singular, plural)                                                        \
  const Type *unk_atlas_find_##singular (UnkAtlas *atlas, const char *id)                          \
  {                                                                                                \
    for (guint i = 0; i < atlas->n_##plural; i++)                                                  \
      if (g_str_equal (atlas->plural[i].id, id))                                                   \
        return &atlas->plural[i];                                                                  \
    return NULL;                                                                                   \
  }

LIST_FINDER (UnkTechnique, technique, techniques)
LIST_FINDER (UnkTool, tool, tools)
LIST_FINDER (UnkCaution, site, sites)
LIST_FINDER (UnkSource, source, sources)
LIST_FINDER (UnkGroup, group, groups)
LIST_FINDER (UnkCaution, red_flag, red_flags)
LIST_FINDER (UnkContraindication, contraindication, contraindications)

/**
 * unk_atlas_find_clue:
 * @atlas: an atlas
 * @id: such as "sitting"
 * @error: return location for a #GError
 *
 * Returns: (nullable): the clue, or %NULL with %UNK_ATLAS_ERROR_UNKNOWN
 */
const UnkClue *
unk_atlas_find_clue (UnkAtlas *atlas, const char *id, GError **error)
{
  for (guint i = 0; i < atlas->n_clues; i++)
    if (g_str_equal (atlas->clues[i].id, id))
      return &atlas->clues[i];
  g_set_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_UNKNOWN,
               _ ("There is no clue “%s”; unknot --list clues names them all"), id);
  return NULL;
}

/**
 * unk_atlas_get_style:
 * @atlas: an atlas
 * @scheme: light, dark, contrast or print
 *
 * Returns: the stylesheet of the figure; that of "light" where there is no such scheme
 */
const char *
unk_atlas_get_style (UnkAtlas *atlas, const char *scheme)
{
  for (guint i = 0; i < atlas->n_styles; i++)
    if (g_str_equal (atlas->styles[i].key, scheme))
      return atlas->styles[i].text;
  return g_str_equal (scheme, "light") ? "" : unk_atlas_get_style (atlas, "light");
}

/**
 * unk_atlas_get_color:
 * @atlas: an atlas
 * @scheme: light, dark, contrast or print
 * @name: such as "essential"
 *
 * Returns: the color as 0xrrggbbaa; that of "light" where the scheme has none; opaque magenta where
 * no scheme has it
 */
guint32
unk_atlas_get_color (UnkAtlas *atlas, const char *scheme, const char *name)
{
  for (guint i = 0; i < atlas->n_palettes; i++)
    if (g_str_equal (atlas->palettes[i].scheme, scheme))
      for (guint j = 0; j < atlas->palettes[i].n_colors; j++)
        if (g_str_equal (atlas->palettes[i].colors[j].name, name))
          return atlas->palettes[i].colors[j].rgba;
  return g_str_equal (scheme, "light") ? 0xff00ffffu : unk_atlas_get_color (atlas, "light", name);
}

/**
 * unk_text:
 * @english: a text of the atlas
 *
 * Returns: the text in the user's language
 */
const char *
unk_text (const char *english)
{
  /* The empty text would be answered with the catalog's header. */
  return *english ? g_dgettext (GETTEXT_PACKAGE, english) : english;
}

/**
 * unk_side_id:
 * @side: a side
 *
 * Returns: "right" or "left"
 */
const char *
unk_side_id (UnkSide side)
{
  return side == UNK_SIDE_LEFT ? "left" : "right";
}

/**
 * unk_side_name:
 * @side: a side
 *
 * Returns: the side in the user's language
 */
const char *
unk_side_name (UnkSide side)
{
  /* Translators: sides of the body, as in “Infraspinatus, right” */
  return side == UNK_SIDE_LEFT ? _ ("left") : _ ("right");
}

/**
 * unk_side_parse:
 * @id: "right" or "left"
 * @side: (out): the side
 *
 * Returns: whether @id names a side
 */
gboolean
unk_side_parse (const char *id, UnkSide *side)
{
  *side = g_str_equal (id, "left") ? UNK_SIDE_LEFT : UNK_SIDE_RIGHT;
  return g_str_equal (id, unk_side_id (*side));
}

/**
 * unk_area_is_in:
 * @areas: ids
 * @id: an id
 *
 * Returns: whether @id is one of @areas
 */
gboolean
unk_area_is_in (UnkTexts areas, const char *id)
{
  for (; *areas; areas++)
    if (g_str_equal (*areas, id))
      return TRUE;
  return FALSE;
}

/**
 * unk_view_shows_side:
 * @view: a view
 * @side: a side
 *
 * Returns: whether @view shows that side of the body
 */
gboolean
unk_view_shows_side (const UnkView *view, UnkSide side)
{
  return view->mirrored || view->facing == side;
}

/**
 * unk_view_is_turned:
 * @view: a view
 * @side: a side that it shows
 *
 * Returns: whether that side is shown as the mirror image of what is drawn
 */
gboolean
unk_view_is_turned (const UnkView *view, UnkSide side)
{
  return view->mirrored ? side == UNK_SIDE_LEFT : view->flipped;
}
