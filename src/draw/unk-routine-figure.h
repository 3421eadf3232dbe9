/* unk-routine-figure.h: where a step of a routine is done, in a small picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

/**
 * UnkRoutineFigures:
 * The views that were needed, each read once.
 */
typedef struct _UnkRoutineFigures UnkRoutineFigures;

UnkRoutineFigures *unk_routine_figures_new (UnkAtlas *atlas);
void unk_routine_figures_free (UnkRoutineFigures *figures);
gboolean unk_routine_figures_paint (UnkRoutineFigures *figures, cairo_t *cr,
                                    const UnkMuscle *muscle, UnkSide side, double width,
                                    double height, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkRoutineFigures, unk_routine_figures_free)

G_END_DECLS
