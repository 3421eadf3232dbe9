/* unk-span.c: how far back a chart goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-span.h"

static const char *const ids[UNK_N_SPANS] = { "fortnight", "quarter", "year" };
static const guint days[UNK_N_SPANS] = { 14, 91, 365 };

/**
 * unk_span_id:
 * @span: how far back a chart goes
 *
 * Returns: "fortnight", "quarter" or "year"
 */
const char *
unk_span_id (UnkSpan span)
{
  return ids[span];
}

/**
 * unk_span_parse:
 * @id: a span's id
 * @span: (out): the span
 *
 * Returns: whether @id names one
 */
gboolean
unk_span_parse (const char *id, UnkSpan *span)
{
  for (int i = 0; i < UNK_N_SPANS; i++)
    if (g_str_equal (id, ids[i]))
      {
        *span = (UnkSpan) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * unk_span_days:
 * @span: how far back a chart goes
 *
 * Returns: so many days, today among them
 */
guint
unk_span_days (UnkSpan span)
{
  return days[span];
}
