/* unk-study-bar.h: steps and views of study mode, over the body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_STUDY_BAR (unk_study_bar_get_type ())
G_DECLARE_FINAL_TYPE (UnkStudyBar, unk_study_bar, UNK, STUDY_BAR, GtkBox)

void unk_study_bar_set_scene (UnkStudyBar *self, UnkScene *scene);

G_END_DECLS
