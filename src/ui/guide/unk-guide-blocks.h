/* unk-guide-blocks.h: paragraphs, steps, tables and boxes of a page of the guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-guide.h"

G_BEGIN_DECLS

void unk_guide_block_add (GtkBox *box, UnkAtlas *atlas, const UnkBlock *block);
void unk_guide_list_add (GtkBox *box, UnkTexts texts, gboolean numbered);

G_END_DECLS
