/* unk-study-rows.h: rows of muscles and samples of tints, for the pages of study mode
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-overlay-study.h"
#include "unk-scene.h"

G_BEGIN_DECLS

GtkWidget *unk_study_new_swatch (UnkTint tint, gboolean crossed);
GtkWidget *unk_study_new_row (UnkScene *scene, const UnkMuscle *muscle, const char *below);
GtkWidget *unk_study_new_list (void);

G_END_DECLS
