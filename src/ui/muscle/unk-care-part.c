/* unk-care-part.c: what one can do for a muscle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-care-part.h"

#include <glib/gi18n.h>

#include "unk-guide-links.h"
#include "unk-page-parts.h"
#include "unk-treatment-text.h"

static const char *
icon_for (const char *kind)
{
  if (g_str_equal (kind, "compression"))
    return "unknot-compression-symbolic";
  return g_str_equal (kind, "friction") ? "unknot-friction-symbolic" : "unknot-stretch-symbolic";
}

/* Whether one should do it oneself comes before how. */
static void
add_advice (GtkBox *card, const UnkTreatment *t)
{
  GtkWidget *label;

  if (g_str_equal (t->self, "yes"))
    return;
  label = unk_page_add_text (
    card, g_str_equal (t->self, "no") ? _ ("Not by yourself") : _ ("Only with care"), "heading");
  gtk_widget_add_css_class (label, g_str_equal (t->self, "no") ? "error" : "warning");
}

static void
add_treatment (GtkBox *box, UnkAtlas *atlas, const UnkTreatment *t)
{
  const UnkGuidePage *page = unk_atlas_find_page_of_technique (atlas, t->technique);
  GtkBox *card = unk_page_add_card (box, NULL);
  g_autofree char *dose = unk_treatment_describe_dose (t);

  add_advice (card, t);
  unk_page_add_text (card, t->title, "heading");
  unk_page_add_text (card, dose, "dose");
  if (page)
    gtk_box_append (card, unk_guide_link_new (page));
  unk_page_add_text (card, t->why, NULL);
  unk_page_add_field (card, _ ("Instead"), t->instead);
  /* What one shall not do oneself needs no directions. */
  if (g_str_equal (t->self, "no"))
    return;
  unk_page_add_field (card, _ ("Direction"), t->direction);
  unk_page_add_field (card, _ ("Position"), t->position);
  unk_page_add_steps (card, t->steps);
  unk_page_add_field (card, _ ("How it should feel"), t->feel);
  unk_page_add_field (card, _ ("When to stop"), t->stop);
}

static void
add_tool (GtkBox *box, UnkAtlas *atlas, const UnkToolFit *fit)
{
  const UnkTool *tool = unk_atlas_find_tool (atlas, fit->id);
  /* Translators: a tool, and how well it fits */
  g_autofree char *heading = g_strdup_printf (_ ("%s · %s"), tool ? unk_text (tool->name) : fit->id,
                                              unk_tool_fit_name (fit->fit));
  GtkWidget *label = unk_page_add_text (box, heading, "heading");

  gtk_widget_add_css_class (label, g_str_equal (fit->fit, "good") ? "success" : "plain-tool");
  if (g_str_equal (fit->fit, "no"))
    gtk_widget_add_css_class (label, "dim-label");
  unk_guide_link_beside (label, unk_atlas_find_page_of_tool (atlas, fit->id));
  unk_page_add_text (box, fit->why, NULL);
}

static void
add_tools (GtkBox *box, UnkAtlas *atlas, const UnkMuscle *muscle)
{
  static const char *const order[] = { "good", "possible", "no" };
  GtkBox *card;

  unk_page_add_heading (box, "unknot-tools-symbolic", _ ("Tools"));
  card = unk_page_add_card (box, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (const UnkToolFit *fit = muscle->tools; fit->id; fit++)
      if (g_str_equal (fit->fit, order[i]))
        add_tool (card, atlas, fit);
}

/**
 * unk_care_part_add:
 * @box: where it goes
 * @atlas: the atlas
 * @muscle: a muscle
 *
 * Adds compression, cross-fiber friction, stretches and tools.
 */
void
unk_care_part_add (GtkBox *box, UnkAtlas *atlas, const UnkMuscle *muscle)
{
  for (guint i = 0; i < muscle->n_treatments; i++)
    {
      const UnkTreatment *t = &muscle->treatments[i];

      if (i == 0 || !g_str_equal (muscle->treatments[i - 1].kind, t->kind))
        unk_page_add_heading (box, icon_for (t->kind), unk_treatment_kind_name (t->kind));
      add_treatment (box, atlas, t);
    }
  add_tools (box, atlas, muscle);
}
