/* unk-dose.c: how long, how often, how hard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-dose.h"

#include "unk-element.h"

#define MOST 100000

static const char *const names[UNK_DOSE_N] = { "seconds", "repetitions", "pressure",
                                               "times-per-day" };

static gboolean
read_number (const char **at, int *value)
{
  char *end;
  guint64 number;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  number = g_ascii_strtoull (*at, &end, 10);
  *at = end;
  *value = (int) MIN (number, MOST);
  return TRUE;
}

static gboolean
read_range (const char *text, int *low, int *high)
{
  if (!read_number (&text, low))
    return FALSE;
  *high = *low;
  return (*text != '-' || (text++, read_number (&text, high))) && !*text;
}

/**
 * unk_dose_read:
 * @element: an element with the attributes of a dose
 * @faults: where to note what is malformed or missing
 * @file: the element's file
 *
 * Returns: the dose; 0 to 0 where an attribute isn't a number or a range
 */
UnkDose
unk_dose_read (const xmlNode *element, UnkFaults *faults, const char *file)
{
  UnkDose dose = { 0 };

  for (int i = 0; i < UNK_DOSE_N; i++)
    {
      g_autofree char *text = unk_element_dup_attribute (element, names[i]);
      int low, high;

      if (!text)
        unk_faults_add (faults, file, unk_element_line (element),
                        "<%s> has no %s; state a number or a range such as \"30-60\"",
                        element->name, names[i]);
      else if (!read_range (text, &low, &high))
        unk_faults_add (faults, file, unk_element_line (element),
                        "%s=\"%s\" is malformed; write a whole number or a range such as \"30-60\"",
                        names[i], text);
      else if (low > high)
        unk_faults_add (faults, file, unk_element_line (element),
                        "%s=\"%s\" begins above its end; write \"%d-%d\"", names[i], text, high,
                        low);
      else
        {
          dose.low[i] = low;
          dose.high[i] = high;
        }
    }
  return dose;
}

/**
 * unk_dose_is_stated:
 * @element: an element
 *
 * Returns: whether it has any attribute of a dose
 */
gboolean
unk_dose_is_stated (const xmlNode *element)
{
  for (int i = 0; i < UNK_DOSE_N; i++)
    if (xmlHasProp (element, (const xmlChar *) names[i]))
      return TRUE;
  return FALSE;
}

/**
 * unk_dose_check_within:
 * @dose: a dose
 * @range: what its technique allows
 * @technique: the technique's id
 * @faults: where to note what lies outside
 * @file: the dose's file
 * @line: its line
 */
void
unk_dose_check_within (const UnkDose *dose, const UnkDose *range, const char *technique,
                       UnkFaults *faults, const char *file, long line)
{
  for (int i = 0; i < UNK_DOSE_N; i++)
    if (dose->low[i] < range->low[i] || dose->high[i] > range->high[i])
      {
        if (dose->low[i] == 0 && dose->high[i] == 0)
          continue; /* said already, where it was read */
        unk_faults_add (
          faults, file, line,
          "%s %d-%d lies outside %d-%d, the range of %s; keep to it or mend care/techniques.xml",
          names[i], dose->low[i], dose->high[i], range->low[i], range->high[i], technique);
      }
}

/**
 * unk_dose_add_to:
 * @dose: a dose
 * @builder: a tuple that goes on with eight integers
 */
void
unk_dose_add_to (const UnkDose *dose, GVariantBuilder *builder)
{
  for (int i = 0; i < UNK_DOSE_N; i++)
    {
      g_variant_builder_add (builder, "i", dose->low[i]);
      g_variant_builder_add (builder, "i", dose->high[i]);
    }
}
