/* unk-guide-page.c: what stands on a page of the guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-guide-blocks.h"
#include "unk-guide-links.h"
#include "unk-guide-picture.h"
#include "unk-page-parts.h"

/**
 * unk_guide_title_add:
 * @box: where it goes
 * @title: in the user's language
 *
 * Adds a title that can have the focus, so that keys scroll from the top and a screen reader begins
 * there.
 *
 * Returns: what can have the focus
 */
GtkWidget *
unk_guide_title_add (GtkBox *box, const char *title)
{
  GtkWidget *holder = g_object_new (GTK_TYPE_BOX, "focusable", TRUE, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "title-1");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  unk_accessible_name_set (holder, title);
  gtk_box_append (GTK_BOX (holder), label);
  gtk_box_append (box, holder);
  return holder;
}

static void
add_heading (GtkBox *box, const char *text)
{
  GtkWidget *label = unk_page_add_heading (box, NULL, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
}

static void
add_picture (GtkBox *box, UnkAtlas *atlas, const UnkGuidePage *page)
{
  const UnkPicture *picture = unk_atlas_find_picture (atlas, page->picture);

  if (picture)
    gtk_box_append (box, unk_guide_picture_new (atlas, picture, unk_text (page->picture_shows)));
}

static void
add_muscle_row (GtkListBox *rows, UnkAtlas *atlas, const char *id, const char *subtitle)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, id, NULL);

  if (muscle)
    unk_guide_rows_add (rows, unk_text (muscle->name),
                        subtitle ? subtitle : unk_text (muscle->plain), "app.muscle", id);
}

static void
add_usual (GtkBox *box, UnkAtlas *atlas, const UnkGuidePage *page)
{
  GtkListBox *rows;

  if (!page->usual->key)
    return;
  add_heading (box, _ ("Usual Muscles"));
  rows = unk_guide_rows_new (_ ("Usual Muscles"));
  gtk_box_append (box, GTK_WIDGET (rows));
  for (const UnkPair *with = page->usual; with->key; with++)
    add_muscle_row (rows, atlas, with->key, unk_text (with->text));
}

static void
add_starter (GtkBox *box, UnkAtlas *atlas, const UnkGuidePage *page)
{
  GtkListBox *rows;
  GtkWidget *make;
  guint total = 0;
  g_autofree char *about = NULL;

  if (!page->n_starter)
    return;
  for (guint i = 0; i < page->n_starter; i++)
    total += page->starter[i].minutes;
  add_heading (box, _ ("A Routine to Begin With"));
  about = g_strdup_printf (ngettext ("About %u minute in all, both sides together. Each muscle’s "
                                     "page says how.",
                                     "About %u minutes in all, both sides together. Each muscle’s "
                                     "page says how.",
                                     total),
                           total);
  unk_page_add_text (box, about, NULL);
  rows = unk_guide_rows_new (_ ("A Routine to Begin With"));
  gtk_box_append (box, GTK_WIDGET (rows));
  for (guint i = 0; i < page->n_starter; i++)
    {
      const UnkStarterStep *step = &page->starter[i];
      const UnkTechnique *technique = unk_atlas_find_technique (atlas, step->technique);
      /* Translators: a step of a routine: its number, the technique, how long */
      g_autofree char *how = g_strdup_printf (
        ngettext ("Step %u: %s, %u minute", "Step %u: %s, %u minutes", step->minutes), i + 1,
        technique ? unk_text (technique->name) : step->technique, step->minutes);

      add_muscle_row (rows, atlas, step->muscle, how);
    }
  make = gtk_button_new_with_label (_ ("Make This Routine"));
  gtk_widget_set_halign (make, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (make), "app.routine-from");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (make), "s", page->id);
  gtk_box_append (box, make);
}

static void
add_lookalikes (GtkBox *box, const UnkGuidePage *page)
{
  GtkBox *card;

  if (!*page->lookalikes)
    return;
  add_heading (box, _ ("What Else It May Be"));
  card = unk_page_add_card (box, "caution");
  unk_guide_list_add (card, page->lookalikes, FALSE);
}

static void
add_links (GtkBox *box, UnkAtlas *atlas, const UnkGuidePage *page)
{
  GtkListBox *rows;

  if (!*page->pages && !*page->muscles && !*page->areas)
    return;
  add_heading (box, _ ("See Also"));
  rows = unk_guide_rows_new (_ ("See Also"));
  gtk_box_append (box, GTK_WIDGET (rows));
  for (UnkTexts id = page->pages; *id; id++)
    {
      const UnkGuidePage *other = unk_atlas_find_guide_page (atlas, *id);

      if (other)
        unk_guide_rows_add_page (rows, other);
    }
  for (UnkTexts id = page->muscles; *id; id++)
    add_muscle_row (rows, atlas, *id, NULL);
  for (UnkTexts id = page->areas; *id; id++)
    {
      const UnkArea *area = unk_atlas_find_area (atlas, *id, NULL);
      g_autofree char *target = g_strconcat (*id, area && area->paired ? ":both" : "", NULL);

      if (area)
        unk_guide_rows_add (rows, unk_text (area->name),
                            _ ("Mark this place and see which muscles send pain there"), "app.mark",
                            target);
    }
}

static void
add_sources (GtkBox *box, UnkAtlas *atlas, const UnkGuidePage *page)
{
  add_heading (box, _ ("Sources"));
  for (const UnkCitation *c = page->sources; c->source; c++)
    {
      const UnkSource *source = unk_atlas_find_source (atlas, c->source);
      /* Translators: a source, and what it is cited for */
      g_autofree char *text = g_strdup_printf (
        _ ("%s Cited for: %s"), source ? source->citation : c->source, unk_text (c->what_for));

      unk_page_add_text (box, text, "caption");
    }
}

/**
 * unk_guide_page_fill:
 * @box: an empty box
 * @atlas: the atlas
 * @page: one of its pages
 *
 * Writes the page.
 *
 * Returns: its title, which can have the focus
 */
GtkWidget *
unk_guide_page_fill (GtkBox *box, UnkAtlas *atlas, const UnkGuidePage *page)
{
  GtkWidget *title;

  unk_page_add_text (box, unk_guide_group_name (page->group), "dim-label");
  title = unk_guide_title_add (box, unk_text (page->title));
  unk_page_add_text (box, page->summary, "summary");
  add_picture (box, atlas, page);
  for (guint i = 0; i < page->n_sections; i++)
    {
      const UnkSection *section = &page->sections[i];

      add_heading (box, unk_text (section->heading));
      for (guint k = 0; k < section->n_blocks; k++)
        unk_guide_block_add (box, atlas, &section->blocks[k]);
    }
  add_usual (box, atlas, page);
  add_starter (box, atlas, page);
  add_lookalikes (box, page);
  add_links (box, atlas, page);
  add_sources (box, atlas, page);
  return title;
}
