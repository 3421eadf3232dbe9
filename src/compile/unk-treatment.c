/* unk-treatment.c: compression, friction and stretches of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-treatment.h"

#include <string.h>

#include "unk-element.h"

typedef struct
{
  const UnkRecordContext *context;
  const char *file;
  const xmlNode *element;
  char *self; /* yes, careful or no */
} Reader;

static void
fault (const Reader *r, const char *message)
{
  unk_faults_add (r->context->dir->faults, r->file, unk_element_line (r->element), "%s", message);
}

static gboolean
has (const Reader *r, const char *child)
{
  return unk_element_first (r->element, child) != NULL;
}

/* What one can't do oneself says why and what to do instead, and states no dose that somebody could
 * follow. */
static void
check_self (const Reader *r)
{
  gboolean no = g_strcmp0 (r->self, "no") == 0;

  if (no && unk_dose_is_stated (r->element))
    fault (r, "self=\"no\" with a dose; take seconds, repetitions, pressure and times-per-day out");
  if (no && has (r, "step"))
    fault (r, "self=\"no\" with a step; take the steps out");
  if (no && has (r, "position"))
    fault (r, "self=\"no\" with a position; take it out, or write it into <instead>");
  if (no && !has (r, "instead"))
    fault (r, "self=\"no\" without <instead>; say what to do instead");
  if ((no || g_strcmp0 (r->self, "careful") == 0) && !has (r, "why"))
    fault (r, "self=\"no\" or \"careful\" without <why>; say why");
}

/* What one does oneself says how. */
static void
check_complete (const Reader *r)
{
  static const struct
  {
    const char *element, *child;
  } needed[] = {
    { "compression", "position" }, { "compression", "step" }, { "friction", "direction" },
    { "friction", "position" },    { "friction", "step" },    { "stretch", "title" },
    { "stretch", "position" },     { "stretch", "step" },     { "stretch", "feel" },
  };

  if (g_strcmp0 (r->self, "no") == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (unk_element_is (r->element, needed[i].element) && !has (r, needed[i].child))
      unk_faults_add (r->context->dir->faults, r->file, unk_element_line (r->element),
                      "<%s> has no <%s>; write it, or say self=\"no\"", needed[i].element,
                      needed[i].child);
}

static const UnkTechniqueRange *
read_technique (const Reader *r, const char *id)
{
  const UnkVocabulary *vocabulary = r->context->vocabulary;
  const UnkTechniqueRange *technique;

  if (!id && g_strcmp0 (r->self, "no") == 0)
    return NULL;
  if (!unk_vocabulary_require (vocabulary, UNK_ID_TECHNIQUE, id, r->file, r->element))
    return NULL;
  technique = g_hash_table_lookup (r->context->care->techniques, id);
  if (!unk_element_is (r->element, technique->kind))
    unk_faults_add (r->context->dir->faults, r->file, unk_element_line (r->element),
                    "%s is a technique of %s and stands in <%s>; choose one that fits", id,
                    technique->kind, r->element->name);
  return technique;
}

static UnkDose
read_dose (const Reader *r, const char *id, const UnkTechniqueRange *technique)
{
  UnkDose dose = { 0 };

  if (g_strcmp0 (r->self, "no") == 0)
    return dose;
  dose = unk_dose_read (r->element, r->context->dir->faults, r->file);
  if (technique)
    unk_dose_check_within (&dose, &technique->range, id, r->context->dir->faults, r->file,
                           unk_element_line (r->element));
  return dose;
}

static void
add_text (const Reader *r, const char *child, GVariantBuilder *list)
{
  g_autofree char *text = unk_element_dup_text (unk_element_first (r->element, child));

  g_variant_builder_add (list, "s", text);
}

static void
add_steps (const Reader *r, GVariantBuilder *list)
{
  g_variant_builder_open (list, G_VARIANT_TYPE_STRING_ARRAY);
  for (UNK_EACH (step, r->element, "step"))
    {
      g_autofree char *text = unk_element_dup_text (step);

      g_variant_builder_add (list, "s", text);
    }
  g_variant_builder_close (list);
}

static void
read_one (const Reader *r, GVariantBuilder *list)
{
  g_autofree char *id = unk_element_dup_attribute (r->element, "technique");
  const UnkTechniqueRange *technique = read_technique (r, id);
  UnkDose dose = read_dose (r, id, technique);

  check_self (r);
  check_complete (r);
  g_variant_builder_open (list, G_VARIANT_TYPE ("(sssssiiiiiiiisasssss)"));
  g_variant_builder_add (list, "s", (const char *) r->element->name);
  g_variant_builder_add (list, "s", r->self ? r->self : "");
  g_variant_builder_add (list, "s", id ? id : "");
  add_text (r, "title", list);
  add_text (r, "direction", list);
  unk_dose_add_to (&dose, list);
  add_text (r, "position", list);
  add_steps (r, list);
  add_text (r, "feel", list);
  add_text (r, "stop", list);
  add_text (r, "why", list);
  add_text (r, "instead", list);
  g_variant_builder_close (list);
}

/**
 * unk_treatment_read_all:
 * @context: what to hold it against
 * @file: the record's file
 * @care: (nullable): its <care>
 * @list: an open array of UNK_FORMAT_TREATMENT
 *
 * Reads the treatments in their order.
 */
void
unk_treatment_read_all (const UnkRecordContext *context, const char *file, const xmlNode *care,
                        GVariantBuilder *list)
{
  for (UNK_EACH (element, care, NULL))
    {
      g_autofree char *self = unk_element_dup_attribute (element, "self");
      Reader reader = { context, file, element, self };

      if (!unk_element_is (element, "habit"))
        read_one (&reader, list);
    }
}
