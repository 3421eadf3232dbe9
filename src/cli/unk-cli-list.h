/* unk-cli-list.h: prints what the atlas holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

char *unk_cli_list (UnkAtlas *atlas, const char *what, gboolean json, GError **error);

G_END_DECLS
