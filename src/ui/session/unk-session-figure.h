/* unk-session-figure.h: the place of a step, near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-overlay-care.h"

G_BEGIN_DECLS

#define UNK_TYPE_SESSION_FIGURE (unk_session_figure_get_type ())
G_DECLARE_FINAL_TYPE (UnkSessionFigure, unk_session_figure, UNK, SESSION_FIGURE, GtkWidget)

UnkSessionFigure *unk_session_figure_new (UnkAtlas *atlas);
void unk_session_figure_show (UnkSessionFigure *self, const UnkMuscle *muscle, UnkSide side,
                              UnkHandling handling);

G_END_DECLS
