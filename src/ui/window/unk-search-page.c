/* unk-search-page.c: what was searched for
 *
 * A muscle is shown when its row is pressed; an area is marked as painful, and the muscles that
 * refer to it are listed; a page of the guide is opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-search-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-search.h"

#define ROWS 40

struct _UnkSearchPage
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkSearch *search; /* made when something is first typed */
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (UnkSearchPage, unk_search_page, ADW_TYPE_BIN)

static void
show_area (UnkSearchPage *self, const UnkArea *area)
{
  UnkMarks *marks = unk_scene_get_marks (self->scene);

  unk_scene_set_mode (self->scene, UNK_MODE_PAIN);
  unk_marks_add_area (marks, area, UNK_SIDE_RIGHT);
  unk_marks_add_area (marks, area, UNK_SIDE_LEFT);
}

static void
on_row_activated (UnkSearchPage *self, GtkListBoxRow *row)
{
  const UnkMuscle *muscle = g_object_get_data (G_OBJECT (row), "muscle");
  const UnkArea *area = g_object_get_data (G_OBJECT (row), "area");
  const UnkGuidePage *page = g_object_get_data (G_OBJECT (row), "page");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (page)
    gtk_widget_activate_action (GTK_WIDGET (root), "app.guide", "s", page->id);
  else if (area)
    {
      show_area (self, area);
      gtk_widget_activate_action (GTK_WIDGET (root), "app.search", "s", "");
    }
  else
    {
      g_autofree char *target =
        g_strconcat (muscle->id, ":", unk_side_id (unk_scene_get_chosen (self->scene).side), NULL);

      gtk_widget_activate_action (GTK_WIDGET (root), "app.muscle", "s", target);
      gtk_widget_activate_action (GTK_WIDGET (root), "app.search", "s", "");
    }
}

static void
add_row (UnkSearchPage *self, const UnkHit *hit)
{
  const char *name = unk_hit_get_name (hit);
  const char *subtitle = hit->page     ? unk_text (hit->page->summary)
                         : hit->reason ? hit->reason
                         : hit->muscle ? unk_text (hit->muscle->plain)
                                       : _ ("Place on the body");
  const char *icon = hit->page     ? "unknot-guide-symbolic"
                     : hit->muscle ? "unknot-muscles-symbolic"
                                   : "unknot-pain-symbolic";
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *below = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  unk_accessible_name_set (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle, -1);
  g_object_set_data (G_OBJECT (row), "muscle", (gpointer) hit->muscle);
  g_object_set_data (G_OBJECT (row), "area", (gpointer) hit->area);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) hit->page);
  gtk_list_box_append (self->list, row);
}

static void
unk_search_page_dispose (GObject *object)
{
  UnkSearchPage *self = UNK_SEARCH_PAGE (object);

  g_clear_object (&self->search);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_search_page_parent_class)->dispose (object);
}

static void
unk_search_page_class_init (UnkSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_search_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UnkSearchPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
unk_search_page_init (UnkSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unk_search_page_set_scene:
 * @self: the page
 * @scene: what is looked at; set once
 */
void
unk_search_page_set_scene (UnkSearchPage *self, UnkScene *scene)
{
  self->scene = g_object_ref (scene);
}

/**
 * unk_search_page_search:
 * @self: the page
 * @words: what was typed
 */
void
unk_search_page_search (UnkSearchPage *self, const char *words)
{
  g_autoptr (GArray) hits = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
  if (!*words)
    return;
  if (!self->search)
    {
      self->search = unk_search_new (unk_scene_get_atlas (self->scene));
      unk_search_set_notes (self->search, unk_scene_get_notes (self->scene));
    }
  hits = unk_search_find (self->search, words);
  for (guint i = 0; i < MIN (hits->len, ROWS); i++)
    add_row (self, &g_array_index (hits, UnkHit, i));
  gtk_stack_set_visible_child_name (self->stack, hits->len ? "hits" : "nothing");
}

/**
 * unk_search_page_activate_first:
 * @self: the page
 *
 * Enter in the search entry takes the nearest hit.
 */
void
unk_search_page_activate_first (UnkSearchPage *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (row)
    on_row_activated (self, GTK_LIST_BOX_ROW (row));
}
