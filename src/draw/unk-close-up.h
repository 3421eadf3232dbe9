/* unk-close-up.h: the piece of the body in which a muscle is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

/* In millimeters of the view; it may reach beyond it. */
typedef struct
{
  const UnkView *view;
  double x, y, width, height;
} UnkCloseUp;

gboolean unk_close_up_find (UnkAtlas *atlas, const UnkMuscle *muscle, UnkSide side, double aspect,
                            UnkCloseUp *close_up);

G_END_DECLS
