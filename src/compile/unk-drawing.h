/* unk-drawing.h: where one muscle's points and zones are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-data-dir.h"
#include "unk-figure-view.h"

G_BEGIN_DECLS

typedef struct
{
  UnkFigureView *view;
  char *point; /* MUSCLE.NUMBER */
  gboolean essential;
  long line;
  GArray *outline; /* all paths of the kind together */
  UnkMask *mask;
} UnkDrawnZone;

typedef struct
{
  UnkFigureView *view;
  char *point;
  long line;
  double x, y;
} UnkDrawnCross;

typedef struct
{
  char *file;
  GPtrArray *zones;   /* UnkDrawnZone */
  GPtrArray *crosses; /* UnkDrawnCross */
} UnkDrawing;

UnkDrawing *unk_drawing_read (UnkDataDir *dir, const char *muscle, GPtrArray *views);
void unk_drawing_free (UnkDrawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkDrawing, unk_drawing_free)

G_END_DECLS
