/* unk-poster-actions.h: the commands of posters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

#define UNK_TYPE_POSTER_ACTIONS (unk_poster_actions_get_type ())
G_DECLARE_FINAL_TYPE (UnkPosterActions, unk_poster_actions, UNK, POSTER_ACTIONS, GObject)

UnkPosterActions *unk_poster_actions_new (GtkApplication *application, UnkAtlas *atlas);

G_END_DECLS
