/* unk-pain-page.c: the muscles behind what is marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-pain-page.h"

#include <glib/gi18n.h>

#include "unk-match-row.h"
#include "unk-page-parts.h"

/* Further ones are too weak to be worth reading. */
#define ROWS 20

struct _UnkPainPage
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkActions *actions;
  UnkBodyView *body;
  GtkRange *brush;
  GtkListBox *flags;
  AdwExpanderRow *flags_row;
  GtkBox *flags_box;
  GtkLabel *list_title;
  GtkListBox *list;
  GtkLabel *note;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (UnkPainPage, unk_pain_page, ADW_TYPE_BIN)

static void
on_brush_changed (UnkPainPage *self)
{
  if (self->body)
    unk_body_view_set_brush (self->body, gtk_range_get_value (self->brush));
}

static void
on_row_activated (UnkPainPage *self, GtkListBoxRow *row)
{
  unk_scene_preview (self->scene, NULL, UNK_SIDE_RIGHT);
  unk_scene_show (self->scene, unk_match_row_get_muscle (UNK_MATCH_ROW (row)),
                  unk_match_row_get_side (UNK_MATCH_ROW (row)));
}

static void
clear_list (UnkPainPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

static void
show_matches (UnkPainPage *self)
{
  GArray *matches = unk_actions_get_matches (self->actions);
  gboolean marked = unk_marks_get_n (unk_scene_get_marks (self->scene)) > 0;
  g_autofree char *title = NULL;

  clear_list (self);
  for (guint i = 0; i < MIN (matches->len, ROWS); i++)
    gtk_list_box_append (self->list,
                         unk_match_row_new (self->scene, &g_array_index (matches, UnkMatch, i)));
  title = matches->len ? g_strdup_printf (ngettext ("%u Muscle May Send Pain Here",
                                                    "%u Muscles May Send Pain Here", matches->len),
                                          matches->len)
                       : g_strdup (_ ("No muscle of the atlas is known to send pain here."));
  gtk_label_set_text (self->list_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->list_title), marked);
  gtk_widget_set_visible (GTK_WIDGET (self->list), matches->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), matches->len > 0);
}

/* Red flags come before advice. */
static void
show_flags (UnkPainPage *self)
{
  g_autoptr (GPtrArray) flags = unk_finder_find_red_flags (unk_actions_get_finder (self->actions),
                                                           unk_scene_get_marks (self->scene));
  g_autofree char *title = NULL;

  unk_page_clear (self->flags_box);
  for (guint i = 0; i < flags->len; i++)
    {
      const UnkCaution *flag = g_ptr_array_index (flags, i);
      gboolean emergency = g_str_equal (flag->level, "emergency");
      g_autofree char *heading =
        /* Translators: a warning, and how soon to act */
        g_strdup_printf (_ ("%s · %s"), unk_text (flag->name),
                         emergency                               ? _ ("call emergency services")
                         : g_str_equal (flag->level, "same-day") ? _ ("see a doctor today")
                                                                 : _ ("see a doctor soon"));

      gtk_widget_add_css_class (unk_page_add_text (self->flags_box, heading, "heading"),
                                emergency ? "error" : "warning");
      unk_page_add_bullets (self->flags_box, flag->texts);
    }
  title = g_strdup_printf (ngettext ("First: does this warning sign fit?",
                                     "First: does one of these %u warning signs fit?", flags->len),
                           flags->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->flags_row), title);
  gtk_widget_set_visible (GTK_WIDGET (self->flags), flags->len > 0);
}

static gboolean
on_update (gpointer data)
{
  UnkPainPage *self = data;

  self->update_id = 0;
  show_flags (self);
  show_matches (self);
  return G_SOURCE_REMOVE;
}

/* A stroke changes the marks at every motion: the list is made once it has come to rest for a
 * moment. */
static void
on_scene_changed (UnkPainPage *self, guint what)
{
  if (what & (UNK_CHANGE_MARKS | UNK_CHANGE_MODE) && !self->update_id)
    self->update_id = g_timeout_add (30, on_update, self);
}

static void
unk_pain_page_dispose (GObject *object)
{
  UnkPainPage *self = UNK_PAIN_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->scene);
  g_clear_object (&self->actions);
  g_clear_weak_pointer (&self->body);
  G_OBJECT_CLASS (unk_pain_page_parent_class)->dispose (object);
}

static void
unk_pain_page_class_init (UnkPainPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_pain_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-pain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, brush);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, flags);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, flags_row);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, flags_box);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, list_title);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, list);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, note);
  gtk_widget_class_bind_template_callback (widget_class, on_brush_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
unk_pain_page_init (UnkPainPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unk_pain_page_set_scene:
 * @self: the page
 * @scene: what is looked at; set once
 * @actions: every command
 * @body: the body, whose brush is set here
 */
void
unk_pain_page_set_scene (UnkPainPage *self, UnkScene *scene, UnkActions *actions, UnkBodyView *body)
{
  self->scene = g_object_ref (scene);
  self->actions = g_object_ref (actions);
  g_set_weak_pointer (&self->body, body);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
}
