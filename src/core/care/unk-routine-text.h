/* unk-routine-text.h: routines as a file that people can read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-routine.h"

G_BEGIN_DECLS

/* More than this is not read. */
#define UNK_ROUTINE_FILE_MAX (1024 * 1024)
#define UNK_ROUTINES_MAX 200
#define UNK_ROUTINE_STEPS_MAX 200
#define UNK_ROUTINE_NAME_MAX 4000

char *unk_routines_to_text (GPtrArray *routines, UnkAtlas *atlas);
GPtrArray *unk_routines_read (const char *text, gsize length, UnkAtlas *atlas, GError **error);

G_END_DECLS
