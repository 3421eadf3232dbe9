/* unk-body-picture.h: the textures of the body, as sharp as they are by now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-camera.h"
#include "unk-renderer.h"
#include "unk-scene.h"

G_BEGIN_DECLS

/* What the picture shall show. */
typedef struct
{
  const UnkView *view;
  const char *scheme; /* a literal */
  UnkDepth depth;
  UnkSubject subject; /* shown alone over the rest, or nothing */
  UnkStage stage;
  UnkCamera camera;
  int scale_factor;
} UnkWish;

#define UNK_TYPE_BODY_PICTURE (unk_body_picture_get_type ())
G_DECLARE_FINAL_TYPE (UnkBodyPicture, unk_body_picture, UNK, BODY_PICTURE, GObject)

UnkBodyPicture *unk_body_picture_new (UnkAtlas *atlas);
void unk_body_picture_begin (UnkBodyPicture *self);
void unk_body_picture_wish (UnkBodyPicture *self, const UnkWish *wish);
void unk_body_picture_snapshot_body (UnkBodyPicture *self, GtkSnapshot *snapshot,
                                     const GdkRGBA *ground);
gboolean unk_body_picture_snapshot_subject (UnkBodyPicture *self, GtkSnapshot *snapshot);
gboolean unk_body_picture_has_body (UnkBodyPicture *self);
gboolean unk_body_picture_is_sharp (UnkBodyPicture *self);

G_END_DECLS
