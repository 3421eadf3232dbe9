/* unk-guide-page.h: what stands on a page of the guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-guide.h"

G_BEGIN_DECLS

GtkWidget *unk_guide_title_add (GtkBox *box, const char *title);
GtkWidget *unk_guide_page_fill (GtkBox *box, UnkAtlas *atlas, const UnkGuidePage *page);

G_END_DECLS
