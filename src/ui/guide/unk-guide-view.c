/* unk-guide-view.c: the guide: the list of its pages, and a page
 *
 * The list is made once, so that one comes back to where one left it; the page is made anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-view.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-guide-links.h"
#include "unk-guide-page.h"
#include "unk-page-parts.h"

struct _UnkGuideView
{
  AdwBin parent_instance;

  UnkGuideTrail *trail;
  UnkAtlas *atlas;
  GtkWidget *list_button;
  GtkStack *stack;
  GtkScrolledWindow *page_scroller;
  GtkBox *list_box, *page_box;
  GtkWidget *list_title, *page_title; /* what has the focus when they open */
  const UnkGuidePage *shown;
};

G_DEFINE_FINAL_TYPE (UnkGuideView, unk_guide_view, ADW_TYPE_BIN)

static void
fill_list (UnkGuideView *self)
{
  guint n;
  const UnkGuidePage *pages = unk_atlas_get_guide_pages (self->atlas, &n);
  GtkListBox *rows = NULL;

  if (gtk_widget_get_first_child (GTK_WIDGET (self->list_box)))
    return;
  self->list_title = unk_guide_title_add (self->list_box, _ ("Guide"));
  unk_page_add_text (
    self->list_box,
    _ ("What helps, how it is done, how sure anybody can be of it, and when to leave it."), NULL);
  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || !g_str_equal (pages[i].group, pages[i - 1].group))
        {
          const char *name = unk_guide_group_name (pages[i].group);

          unk_page_add_heading (self->list_box, NULL, name);
          rows = unk_guide_rows_new (name);
          gtk_box_append (self->list_box, GTK_WIDGET (rows));
        }
      unk_guide_rows_add_page (rows, &pages[i]);
    }
}

static void
grab_focus_later (gpointer data)
{
  g_autoptr (GtkWidget) title = data;

  if (gtk_widget_get_mapped (title))
    gtk_widget_grab_focus (title);
}

/* Keys scroll at once; the name tells a screen reader where it is. */
static void
take_focus (GtkBox *box, GtkWidget *title, const char *name)
{
  unk_accessible_name_set (box, name);
  if (gtk_widget_get_mapped (title))
    gtk_widget_grab_focus (title);
  /* And later: a stack that shows the guide again gives the focus to what had it before. */
  g_idle_add_once (grab_focus_later, g_object_ref (title));
}

static void
show_page (UnkGuideView *self, const UnkGuidePage *page)
{
  gtk_stack_set_visible_child_name (self->stack, page ? "page" : "list");
  gtk_widget_set_sensitive (self->list_button, page != NULL);
  if (!page)
    fill_list (self);
  else if (page != self->shown)
    {
      unk_page_clear (self->page_box);
      self->page_title = unk_guide_page_fill (self->page_box, self->atlas, page);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->page_scroller), 0);
    }
  self->shown = page ? page : self->shown;
  if (page)
    take_focus (self->page_box, self->page_title, unk_text (page->title));
  else
    take_focus (self->list_box, self->list_title, _ ("Guide"));
}

static void
on_changed (UnkGuideView *self)
{
  if (unk_guide_trail_is_open (self->trail))
    show_page (self, unk_guide_trail_get_page (self->trail));
}

static void
on_map (UnkGuideView *self)
{
  on_changed (self);
}

static void
on_back_clicked (UnkGuideView *self)
{
  unk_guide_trail_back (self->trail);
}

static void
unk_guide_view_dispose (GObject *object)
{
  UnkGuideView *self = UNK_GUIDE_VIEW (object);

  g_clear_object (&self->trail);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_guide_view_parent_class)->dispose (object);
}

static void
unk_guide_view_class_init (UnkGuideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_guide_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-guide-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkGuideView, list_button);
  gtk_widget_class_bind_template_child (widget_class, UnkGuideView, stack);
  gtk_widget_class_bind_template_child (widget_class, UnkGuideView, page_scroller);
  gtk_widget_class_bind_template_child (widget_class, UnkGuideView, list_box);
  gtk_widget_class_bind_template_child (widget_class, UnkGuideView, page_box);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
unk_guide_view_init (UnkGuideView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_after (self, "map", G_CALLBACK (on_map), NULL);
}

/**
 * unk_guide_view_set_guide:
 * @self: the view
 * @trail: which page is open; set once
 * @atlas: the atlas
 */
void
unk_guide_view_set_guide (UnkGuideView *self, UnkGuideTrail *trail, UnkAtlas *atlas)
{
  self->trail = g_object_ref (trail);
  self->atlas = unk_atlas_ref (atlas);
  g_signal_connect_object (trail, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}
