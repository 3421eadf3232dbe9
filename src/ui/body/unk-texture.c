/* unk-texture.c: textures that borrow the pixels of others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-texture.h"

/**
 * unk_texture_new_for_surface:
 * @surface: (transfer full): a finished image surface in ARGB32
 *
 * Returns: (transfer full): a texture over the same pixels
 */
GdkTexture *
unk_texture_new_for_surface (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface),
      stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
    cairo_image_surface_get_data (surface), (gsize) height * (gsize) stride,
    (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

/**
 * unk_texture_new_for_preview:
 * @preview: a picture of the atlas
 * @atlas: kept as long as the texture
 *
 * Returns: (transfer full): a texture over the mapped pixels
 */
GdkTexture *
unk_texture_new_for_preview (const UnkPreview *preview, UnkAtlas *atlas)
{
  g_autoptr (GBytes) bytes =
    g_bytes_new_with_free_func (preview->pixels, (gsize) preview->stride * (gsize) preview->height,
                                (GDestroyNotify) unk_atlas_unref, unk_atlas_ref (atlas));

  return gdk_memory_texture_new (preview->width, preview->height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) preview->stride);
}
