/* unk-routine-sheet.h: a routine on paper, to do it without a screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "unk-routine.h"
#include "unk-sheet.h"

G_BEGIN_DECLS

/* What goes on the sheets. */
typedef struct
{
  UnkAtlas *atlas;
  const UnkRoutine *routine;
  gboolean mirror; /* the language runs from right to left */
} UnkRoutineSheet;

GPtrArray *unk_routine_sheet_make_pages (const UnkRoutineSheet *sheet, const UnkPaper *paper,
                                         GError **error);
gboolean unk_routine_sheet_write (const UnkRoutineSheet *sheet, const UnkPaper *paper,
                                  const char *path, GError **error);

G_END_DECLS
