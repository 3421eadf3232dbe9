/* unk-looks.h: stylesheets and colors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-data-dir.h"

G_BEGIN_DECLS

typedef struct
{
  GVariant *styles;   /* of UNK_FORMAT_STYLE */
  GVariant *palettes; /* of UNK_FORMAT_PALETTE */
  char *defs;         /* the gradients, for the composites */
} UnkLooks;

UnkLooks *unk_looks_read (UnkDataDir *dir);
void unk_looks_free (UnkLooks *looks);
char *unk_looks_new_left_rules (const char *css);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkLooks, unk_looks_free)

G_END_DECLS
