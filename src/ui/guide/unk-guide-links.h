/* unk-guide-links.h: what leads to a page of the guide, and from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-guide.h"

G_BEGIN_DECLS

GtkWidget *unk_guide_link_new (const UnkGuidePage *page);
void unk_guide_link_beside (GtkWidget *label, const UnkGuidePage *page);

GtkListBox *unk_guide_rows_new (const char *name);
GtkWidget *unk_guide_rows_add (GtkListBox *rows, const char *title, const char *subtitle,
                               const char *action, const char *target);
void unk_guide_rows_add_page (GtkListBox *rows, const UnkGuidePage *page);

G_END_DECLS
