/* unk-renderer.h: paints figures on a thread of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "unk-atlas.h"
#include "unk-pick.h"

G_BEGIN_DECLS

/* What to paint: a piece of a view, or one muscle of it. */
typedef struct
{
  const UnkView *view;
  const char *scheme; /* a literal */
  UnkDepth depth;
  const char *subject; /* (nullable): an id of the atlas: only this, as if nothing lay over it */
  UnkSide side;
  double x, y;       /* the left upper corner, in millimeters */
  double scale;      /* pixels a millimeter */
  int width, height; /* pixels */
} UnkRenderJob;

#define UNK_TYPE_RENDERER (unk_renderer_get_type ())
G_DECLARE_FINAL_TYPE (UnkRenderer, unk_renderer, UNK, RENDERER, GObject)

UnkRenderer *unk_renderer_new (UnkAtlas *atlas);
void unk_renderer_render_async (UnkRenderer *self, const UnkRenderJob *job,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
cairo_surface_t *unk_renderer_render_finish (UnkRenderer *self, GAsyncResult *result,
                                             GError **error);

G_END_DECLS
