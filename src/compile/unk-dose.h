/* unk-dose.h: how long, how often, how hard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "unk-faults.h"

G_BEGIN_DECLS

typedef enum
{
  UNK_DOSE_SECONDS,
  UNK_DOSE_REPETITIONS,
  UNK_DOSE_PRESSURE,
  UNK_DOSE_TIMES_PER_DAY,
  UNK_DOSE_N,
} UnkDoseKind;

/* Each from low to high; both 0 where nothing is said. */
typedef struct
{
  int low[UNK_DOSE_N];
  int high[UNK_DOSE_N];
} UnkDose;

UnkDose unk_dose_read (const xmlNode *element, UnkFaults *faults, const char *file);
gboolean unk_dose_is_stated (const xmlNode *element);
void unk_dose_check_within (const UnkDose *dose, const UnkDose *range, const char *technique,
                            UnkFaults *faults, const char *file, long line);
void unk_dose_add_to (const UnkDose *dose, GVariantBuilder *builder);

G_END_DECLS
