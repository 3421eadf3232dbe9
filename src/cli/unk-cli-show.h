/* unk-cli-show.h: prints one muscle's record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

char *unk_cli_show (UnkAtlas *atlas, const char *id, gboolean json, GError **error);

G_END_DECLS
