/* unk-texture-tile.h: the textures of zones as small pictures that repeat
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The textures, in pixels. */
#define UNK_DOT_STEP 5.0
#define UNK_DOT_SIZE 2.1
#define UNK_HATCH_STEP 4.5
#define UNK_HATCH_WIDTH 1.1

cairo_pattern_t *unk_texture_tile_new_dots (double red, double green, double blue, double alpha);
cairo_pattern_t *unk_texture_tile_new_hatch (double red, double green, double blue, double alpha,
                                             double turn);

G_END_DECLS
