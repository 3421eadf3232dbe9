/* unk-guide-picture.h: an illustration of the guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-guide.h"

G_BEGIN_DECLS

GtkWidget *unk_guide_picture_new (UnkAtlas *atlas, const UnkPicture *picture, const char *shows);

G_END_DECLS
