/* unk-page-parts.c: headings, paragraphs and lists of a page, made alike everywhere
 *
 * Texts of the atlas are given in English and shown in the user's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-page-parts.h"

#include "unk-accessible-name.h"

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

/**
 * unk_page_new_column:
 * @bin: a page that is empty
 *
 * Fills the page with one column that scrolls, no wider than is good to read.
 *
 * Returns: where the page's parts go
 */
GtkBox *
unk_page_new_column (AdwBin *bin)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  gtk_widget_add_css_class (box, "column");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (bin, scroller);
  return GTK_BOX (box);
}

/**
 * unk_page_new_button:
 * @text: what it says, with a mnemonic
 *
 * Returns: (transfer floating): a button, which screen readers read without the underline
 */
GtkWidget *
unk_page_new_button (const char *text)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  unk_accessible_name_reset (button);
  return button;
}

/**
 * unk_page_add_title:
 * @box: where it goes
 * @text: in the user's language
 *
 * Returns: the label
 */
GtkWidget *
unk_page_add_title (GtkBox *box, const char *text)
{
  GtkWidget *label = make_label (text, "title-1");

  gtk_box_append (box, label);
  return label;
}

/**
 * unk_page_add_heading:
 * @box: where it goes
 * @icon: (nullable): the name of an icon
 * @text: in the user's language
 *
 * Returns: the label, which has the role of a heading
 */
GtkWidget *
unk_page_add_heading (GtkBox *box, const char *icon, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (row, "section");
  if (icon)
    gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (box, row);
  return label;
}

/**
 * unk_page_add_text:
 * @box: where it goes
 * @text: of the atlas; nothing is added where it is empty
 * @style: (nullable): a style class
 *
 * Returns: (nullable): the label
 */
GtkWidget *
unk_page_add_text (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label;

  if (!*text)
    return NULL;
  label = make_label (unk_text (text), style);
  gtk_box_append (box, label);
  return label;
}

static void
add_item (GtkBox *box, const char *sign, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = gtk_label_new (sign), *label = make_label (unk_text (text), NULL);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_widget_add_css_class (mark, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (box, row);
}

/**
 * unk_page_add_bullets:
 * @box: where they go
 * @texts: of the atlas
 */
void
unk_page_add_bullets (GtkBox *box, UnkTexts texts)
{
  for (; *texts; texts++)
    add_item (box, "•", *texts);
}

/**
 * unk_page_add_steps:
 * @box: where they go
 * @steps: of the atlas, numbered from 1
 */
void
unk_page_add_steps (GtkBox *box, UnkTexts steps)
{
  for (guint i = 0; steps[i]; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      add_item (box, number, steps[i]);
    }
}

/**
 * unk_page_add_field:
 * @box: where it goes
 * @name: in the user's language
 * @text: of the atlas; nothing is added where it is empty
 *
 * Adds a small heading and a text below it.
 */
void
unk_page_add_field (GtkBox *box, const char *name, const char *text)
{
  GtkWidget *label;

  if (!*text)
    return;
  label = make_label (name, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
  unk_page_add_text (box, text, NULL);
}

/**
 * unk_page_add_card:
 * @box: where it goes
 * @style: (nullable): one more style class
 *
 * Returns: a box on a raised ground
 */
GtkBox *
unk_page_add_card (GtkBox *box, const char *style)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  if (style)
    gtk_widget_add_css_class (card, style);
  gtk_box_append (box, card);
  return GTK_BOX (card);
}

/**
 * unk_page_add_sites:
 * @box: where they go
 * @atlas: the atlas
 * @muscle: a muscle
 * @whole: whether all that holds for a site is said, or only what the muscle's record says of it
 *
 * Adds what lies near the muscle that asks for care.
 */
void
unk_page_add_sites (GtkBox *box, UnkAtlas *atlas, const UnkMuscle *muscle, gboolean whole)
{
  for (const UnkPair *c = muscle->cautions; c->key; c++)
    {
      const UnkCaution *site = unk_atlas_find_site (atlas, c->key);

      if (!site)
        continue;
      unk_page_add_text (box, site->name, "heading");
      unk_page_add_text (box, c->text, NULL);
      if (whole || !*c->text)
        unk_page_add_bullets (box, site->texts);
    }
}

/**
 * unk_page_clear:
 * @box: emptied
 */
void
unk_page_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
}

/**
 * unk_page_find_focus:
 * @widget: a widget
 *
 * Returns: (nullable): what has the focus in the window of @widget; %NULL also where it is in none,
 * as while a stack builds a page
 */
GtkWidget *
unk_page_find_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root ? gtk_root_get_focus (root) : NULL;
}
