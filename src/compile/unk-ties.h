/* unk-ties.h: words, drawing and figure held against each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-drawing.h"
#include "unk-names.h"
#include "unk-record.h"

G_BEGIN_DECLS

void unk_ties_check (UnkFaults *faults, const UnkNames *names, const GPtrArray *views,
                     const UnkRecord *record, const UnkDrawing *drawing);
void unk_ties_check_areas (UnkFaults *faults, const UnkVocabulary *vocabulary,
                           const GPtrArray *views);

G_END_DECLS
