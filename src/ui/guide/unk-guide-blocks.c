/* unk-guide-blocks.c: paragraphs, steps, tables and boxes of a page of the guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-blocks.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"

/* A table of more columns would have one word a line in a narrow window. */
#define WIDEST_GRID 3

static GtkWidget *
make_item (const char *sign, const char *text)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 8, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *mark = gtk_label_new (sign), *label;

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_widget_add_css_class (mark, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_box_append (GTK_BOX (row), mark);
  label = unk_page_add_text (GTK_BOX (row), text, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  return row;
}

/**
 * unk_guide_list_add:
 * @box: where it goes
 * @texts: of the atlas
 * @numbered: whether they follow one another
 */
void
unk_guide_list_add (GtkBox *box, UnkTexts texts, gboolean numbered)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  6, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  for (guint i = 0; texts[i]; i++)
    {
      /* Translators: the number of a step */
      g_autofree char *number = g_strdup_printf (_ ("%u."), i + 1);

      gtk_box_append (GTK_BOX (list), make_item (numbered ? number : "•", texts[i]));
    }
  gtk_box_append (box, list);
}

static GtkBox *
add_box (GtkBox *box, const char *style, const char *icon, const char *name)
{
  GtkBox *card = unk_page_add_card (box, style);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon), *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (card, row);
  return card;
}

static void
add_caution (GtkBox *box, const UnkBlock *block)
{
  GtkBox *card = add_box (box, "caution", "unknot-caution-symbolic", _ ("Caution"));

  unk_page_add_text (card, block->texts[0], NULL);
}

static void
add_evidence (GtkBox *box, const UnkBlock *block)
{
  g_autofree char *icon = g_strdup_printf ("unknot-evidence-%s-symbolic", block->key);
  GtkBox *card = add_box (box, "evidence", icon, unk_evidence_name (block->key));

  unk_page_add_text (card, block->texts[0], NULL);
}

static void
add_measure (GtkGrid *grid, int row, const char *name, char *value)
{
  g_autofree char *text = value;
  g_autofree char *said = g_strdup_printf (_ ("%s: %s"), name, text);
  GtkWidget *left = gtk_label_new (name), *right = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_xalign (GTK_LABEL (right), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_widget_add_css_class (left, "dim-label");
  gtk_widget_add_css_class (right, "dose");
  unk_accessible_name_set (right, said);
  gtk_grid_attach (grid, left, 0, row, 1, 1);
  gtk_grid_attach (grid, right, 1, row, 1, 1);
}

static char *
say_range (UnkRange range)
{
  /* Translators: a range of numbers, as in 30–60 */
  return range.low == range.high ? g_strdup_printf ("%d", range.low)
                                 : g_strdup_printf (_ ("%d–%d"), range.low, range.high);
}

static char *
say (const char *format, UnkRange range)
{
  g_autofree char *numbers = say_range (range);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "{}", numbers, 1);
  return g_strdup (text->str);
}

/* The range of all muscles; what fits one stands on its own page. */
static void
add_dose (GtkBox *box, UnkAtlas *atlas, const UnkBlock *block)
{
  const UnkTechnique *technique = unk_atlas_find_technique (atlas, block->key);
  GtkBox *card;
  GtkWidget *grid;

  if (!technique)
    return;
  card = unk_page_add_card (box, NULL);
  unk_page_add_text (card, technique->name, "heading");
  grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  /* Translators: {} is a range of numbers, as in 30–60 */
  add_measure (GTK_GRID (grid), 0, _ ("Each time"), say (_ ("{} seconds"), technique->seconds));
  /* Translators: {} is a range of numbers, as in 30–60 */
  add_measure (GTK_GRID (grid), 1, _ ("Repeat"), say (_ ("{} times"), technique->repetitions));
  /* Translators: {} is a range of numbers: how strongly it is felt, from 0 to 10 */
  add_measure (GTK_GRID (grid), 2, _ ("Feeling"), say (_ ("{} of 10"), technique->pressure));
  /* Translators: {} is a range of numbers, as in 1–2 */
  add_measure (GTK_GRID (grid), 3, _ ("In a day"), say (_ ("{} times"), technique->times_per_day));
  gtk_box_append (card, grid);
  unk_page_add_text (card, technique->limit, NULL);
}

static GtkWidget *
make_cell (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (unk_text (text));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
name_cell (GtkWidget *cell, const char *heading, const char *text)
{
  /* Translators: the heading of a column, and what stands below it */
  g_autofree char *said = g_strdup_printf (_ ("%s: %s"), unk_text (heading), unk_text (text));

  unk_accessible_name_set (cell, said);
}

/* Few columns stand side by side. */
static void
add_grid (GtkBox *box, const UnkBlock *block)
{
  GtkBox *card = unk_page_add_card (box, "table");
  GtkWidget *grid = gtk_grid_new ();
  guint columns = block->columns;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 10);
  for (guint i = 0; block->texts[i]; i++)
    {
      guint row = i / columns, column = i % columns;
      gboolean head = row == 0 || column == 0;
      GtkWidget *cell = make_cell (block->texts[i], row == 0 ? "heading"
                                                    : head   ? "caption-heading"
                                                             : "small");

      if (!head)
        name_cell (cell, block->texts[column], block->texts[i]);
      gtk_widget_set_hexpand (cell, column > 0);
      gtk_grid_attach (GTK_GRID (grid), cell, (int) column, 2 * (int) row, 1, 1);
      if (column == 0 && row > 0)
        gtk_grid_attach (GTK_GRID (grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0,
                         2 * (int) row - 1, (int) columns, 1);
    }
  gtk_box_append (card, grid);
}

/* Many columns: each row becomes a card, its first cell the heading. */
static void
add_cards (GtkBox *box, const UnkBlock *block)
{
  guint columns = block->columns, n = g_strv_length ((char **) block->texts);

  for (guint start = columns; start + columns <= n; start += columns)
    {
      GtkBox *card = unk_page_add_card (box, "table");

      unk_page_add_text (card, block->texts[start], "heading");
      for (guint column = 1; column < columns; column++)
        unk_page_add_field (card, unk_text (block->texts[column]), block->texts[start + column]);
    }
}

/**
 * unk_guide_block_add:
 * @box: where it goes
 * @atlas: the atlas
 * @block: one of its blocks
 */
void
unk_guide_block_add (GtkBox *box, UnkAtlas *atlas, const UnkBlock *block)
{
  switch (block->kind)
    {
    case UNK_BLOCK_STEPS:
    case UNK_BLOCK_BULLETS:
      unk_guide_list_add (box, block->texts, block->kind == UNK_BLOCK_STEPS);
      break;
    case UNK_BLOCK_TABLE:
      if (block->columns <= WIDEST_GRID)
        add_grid (box, block);
      else
        add_cards (box, block);
      break;
    case UNK_BLOCK_CAUTION:
      add_caution (box, block);
      break;
    case UNK_BLOCK_EVIDENCE:
      add_evidence (box, block);
      break;
    case UNK_BLOCK_DOSE:
      add_dose (box, atlas, block);
      break;
    case UNK_BLOCK_PARAGRAPH:
    default:
      unk_page_add_text (box, block->texts[0], NULL);
      break;
    }
}
