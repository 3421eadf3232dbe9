/* unk-treatment.h: compression, friction and stretches of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-record.h"

G_BEGIN_DECLS

void unk_treatment_read_all (const UnkRecordContext *context, const char *file, const xmlNode *care,
                             GVariantBuilder *list);

G_END_DECLS
