/* unk-span.h: how far back a chart goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  UNK_SPAN_FORTNIGHT,
  UNK_SPAN_QUARTER,
  UNK_SPAN_YEAR,
} UnkSpan;

#define UNK_N_SPANS 3

const char *unk_span_id (UnkSpan span);
gboolean unk_span_parse (const char *id, UnkSpan *span);
guint unk_span_days (UnkSpan span);

G_END_DECLS
