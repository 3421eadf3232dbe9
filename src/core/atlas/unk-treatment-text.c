/* unk-treatment-text.c: doses and kinds of care in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-treatment-text.h"

#include <glib/gi18n-lib.h>

/**
 * unk_treatment_kind_name:
 * @kind: compression, friction or stretch
 *
 * Returns: its heading
 */
const char *
unk_treatment_kind_name (const char *kind)
{
  if (g_str_equal (kind, "compression"))
    return _ ("Compression");
  if (g_str_equal (kind, "friction"))
    return _ ("Cross-fiber friction");
  return _ ("Stretch");
}

/**
 * unk_treatment_kind_in_text:
 * @kind: compression, friction or stretch
 *
 * Returns: what it is called in a sentence
 */
const char *
unk_treatment_kind_in_text (const char *kind)
{
  if (g_str_equal (kind, "compression"))
    return _ ("compression");
  if (g_str_equal (kind, "friction"))
    return _ ("cross-fiber friction");
  return _ ("the stretch");
}

/**
 * unk_tool_fit_name:
 * @fit: good, possible or no
 *
 * Returns: it in words
 */
const char *
unk_tool_fit_name (const char *fit)
{
  if (g_str_equal (fit, "good"))
    return _ ("Fits well");
  return g_str_equal (fit, "possible") ? _ ("Possible") : _ ("Not here");
}

/**
 * unk_certainty_name:
 * @certainty: well-described, described or uncertain
 *
 * Returns: it in words
 */
const char *
unk_certainty_name (const char *certainty)
{
  if (g_str_equal (certainty, "well-described"))
    return _ ("Well described");
  return g_str_equal (certainty, "described") ? _ ("Described by some") : _ ("Uncertain");
}

static char *
say_range (UnkRange range)
{
  /* Translators: a range of numbers, as in 30–60 */
  return range.low == range.high ? g_strdup_printf ("%d", range.low)
                                 : g_strdup_printf (_ ("%d–%d"), range.low, range.high);
}

/**
 * unk_treatment_describe_dose:
 * @treatment: a treatment
 *
 * Returns: (transfer full): how long, how often, how strong, as "30–60 seconds · 2–3 times ·
 * pressure 4–6 of 10 · 1–2 times a day"; empty where it isn't for self-care
 */
char *
unk_treatment_describe_dose (const UnkTreatment *treatment)
{
  g_autofree char *seconds = say_range (treatment->seconds);
  g_autofree char *repetitions = say_range (treatment->repetitions);
  g_autofree char *pressure = say_range (treatment->pressure);
  g_autofree char *daily = say_range (treatment->times_per_day);

  if (!treatment->seconds.high)
    return g_strdup ("");
  if (g_str_equal (treatment->kind, "stretch"))
    /* Translators: hold time, repetitions, feeling on a scale from 0 to 10, times a day */
    return g_strdup_printf (_ ("%s seconds · %s times · pull %s of 10 · %s times a day"), seconds,
                            repetitions, pressure, daily);
  /* Translators: time, repetitions, pressure on a scale from 0 to 10, times a day */
  return g_strdup_printf (_ ("%s seconds · %s times · pressure %s of 10 · %s times a day"), seconds,
                          repetitions, pressure, daily);
}
