/* unk-figure-view.h: the drawn body from one side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-data-dir.h"
#include "unk-mask.h"
#include "unk-vocabulary.h"

G_BEGIN_DECLS

/* What is known of a view beforehand. */
typedef struct
{
  const char *id;
  const char *name;
  gboolean mirrored;         /* about its middle, or else flipped for the left */
  gboolean right_at_small_x; /* where the drawn right half lies */
} UnkViewKind;

/* A muscle, or an area: its outline and where it was drawn. */
typedef struct
{
  char *id;
  long line;
  int layer;       /* 1 to 4, of muscles */
  GArray *outline; /* gint32 */
  GArray *fibers;  /* gint32: lines, of muscles */
  UnkMask *mask;   /* of areas */
} UnkFigureShape;

typedef struct
{
  const UnkViewKind *kind;
  UnkDocument *document;
  double width, height; /* millimeters */
  GPtrArray *shapes;    /* UnkFigureShape: muscles, deepest first */
  GPtrArray *regions;   /* UnkFigureShape: areas */
  GArray *skin_outline; /* of the right half */
  UnkMask *skin;        /* of both halves */
} UnkFigureView;

const UnkViewKind *unk_view_kinds (gsize *n);
const UnkViewKind *unk_view_kind_find (const char *id);

UnkFigureView *unk_figure_view_read (UnkDataDir *dir, const UnkVocabulary *vocabulary,
                                     const UnkViewKind *kind);
void unk_figure_view_free (UnkFigureView *view);
const UnkFigureShape *unk_figure_view_shape (const UnkFigureView *view, const char *muscle);
const UnkFigureShape *unk_figure_view_region (const UnkFigureView *view, const char *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkFigureView, unk_figure_view_free)

G_END_DECLS
