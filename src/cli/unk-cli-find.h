/* unk-cli-find.h: prints which muscles send pain to a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

char *unk_cli_find (UnkAtlas *atlas, const char *where, const char *side, const char *clues,
                    gboolean json, GError **error);

G_END_DECLS
