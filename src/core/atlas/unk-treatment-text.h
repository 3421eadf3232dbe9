/* unk-treatment-text.h: doses and kinds of care in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

const char *unk_treatment_kind_name (const char *kind);
const char *unk_treatment_kind_in_text (const char *kind);
char *unk_treatment_describe_dose (const UnkTreatment *treatment);
const char *unk_tool_fit_name (const char *fit);
const char *unk_certainty_name (const char *certainty);

G_END_DECLS
