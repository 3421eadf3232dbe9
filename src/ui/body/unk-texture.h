/* unk-texture.h: textures that borrow the pixels of others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

GdkTexture *unk_texture_new_for_surface (cairo_surface_t *surface);
GdkTexture *unk_texture_new_for_preview (const UnkPreview *preview, UnkAtlas *atlas);

G_END_DECLS
