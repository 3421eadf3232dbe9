/* unk-page-parts.h: headings, paragraphs and lists of a page, made alike everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

GtkBox *unk_page_new_column (AdwBin *bin);
GtkWidget *unk_page_new_button (const char *text);
GtkWidget *unk_page_add_title (GtkBox *box, const char *text);
GtkWidget *unk_page_add_heading (GtkBox *box, const char *icon, const char *text);
GtkWidget *unk_page_add_text (GtkBox *box, const char *text, const char *style);
void unk_page_add_bullets (GtkBox *box, UnkTexts texts);
void unk_page_add_steps (GtkBox *box, UnkTexts steps);
void unk_page_add_field (GtkBox *box, const char *name, const char *text);
GtkBox *unk_page_add_card (GtkBox *box, const char *style);
void unk_page_add_sites (GtkBox *box, UnkAtlas *atlas, const UnkMuscle *muscle, gboolean whole);
void unk_page_clear (GtkBox *box);
GtkWidget *unk_page_find_focus (GtkWidget *widget);

G_END_DECLS
