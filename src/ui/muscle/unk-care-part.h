/* unk-care-part.h: what one can do for a muscle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

void unk_care_part_add (GtkBox *box, UnkAtlas *atlas, const UnkMuscle *muscle);

G_END_DECLS
