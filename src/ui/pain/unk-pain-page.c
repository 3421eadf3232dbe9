/* unk-pain-page.c: the muscles behind what is marked
 *
 * What limits self-care stands in front of everything; then the places, what has to be ruled out,
 * the clues, and the muscles in order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-pain-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-match-row.h"
#include "unk-page-parts.h"
#include "unk-place-row.h"
#include "unk-safety-part.h"

/* Further ones are too weak to be worth reading. */
#define ROWS 20
/* A stroke changes the marks at every motion: the list is made once it has come to rest. */
#define REST_MS 30

struct _UnkPainPage
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkPainActions *pain;
  UnkRoutineActions *routines;
  GtkRange *brush;
  GtkWidget *keep, *make_routine;
  AdwBin *verdict, *questions;
  GtkListBox *places;
  GtkWidget *clues;
  AdwActionRow *clues_row;
  GtkWidget *together;
  GtkLabel *together_names, *together_label;
  GtkLabel *list_title;
  GtkListBox *list;
  GtkLabel *note;
  GtkActionBar *picked_bar;
  GtkLabel *picked_label;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (UnkPainPage, unk_pain_page, ADW_TYPE_BIN)

static UnkMarks *
get_marks (UnkPainPage *self)
{
  return unk_scene_get_marks (self->scene);
}

static void
on_brush_changed (UnkPainPage *self)
{
  if (self->scene)
    unk_scene_set_brush (self->scene, gtk_range_get_value (self->brush));
}

static void
on_row_activated (UnkPainPage *self, GtkListBoxRow *row)
{
  unk_scene_preview (self->scene, NULL, UNK_SIDE_RIGHT);
  unk_scene_show (self->scene, unk_match_row_get_muscle (UNK_MATCH_ROW (row)),
                  unk_match_row_get_side (UNK_MATCH_ROW (row)));
}

static void
on_pick_together (UnkPainPage *self)
{
  UnkTogether together = unk_pain_actions_find_together (self->pain);

  for (guint i = 0; i < together.n; i++)
    {
      const UnkMatch *match = together.matches[i];
      g_autofree char *subject =
        g_strconcat (match->muscle->id, ":", unk_side_id (match->side), NULL);

      if (!unk_routine_actions_is_picked (self->routines, match->muscle, match->side))
        gtk_widget_activate_action (GTK_WIDGET (self), "app.pick", "s", subject);
    }
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

static void
show_matches (UnkPainPage *self)
{
  GArray *matches = unk_pain_actions_get_matches (self->pain);
  gboolean marked = unk_marks_get_n_places (get_marks (self)) > 0;
  g_autofree char *title = NULL;

  clear_list (self->list);
  for (guint i = 0; i < MIN (matches->len, ROWS); i++)
    gtk_list_box_append (self->list,
                         unk_match_row_new (self->scene, self->routines,
                                            &g_array_index (matches, UnkMatch, i),
                                            i ? &g_array_index (matches, UnkMatch, i - 1) : NULL));
  title = matches->len ? g_strdup_printf (ngettext ("%u Muscle May Send Pain Here",
                                                    "%u Muscles May Send Pain Here", matches->len),
                                          matches->len)
                       : g_strdup (_ ("No muscle of the atlas is known to send pain here."));
  gtk_label_set_text (self->list_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->list_title), marked);
  gtk_widget_set_visible (GTK_WIDGET (self->list), matches->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), matches->len > 0);
}

static void
show_together (UnkPainPage *self)
{
  UnkTogether together = unk_pain_actions_find_together (self->pain);
  g_autofree char *sentence = unk_together_describe (&together);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < together.n; i++)
    {
      const UnkMatch *match = together.matches[i];

      g_string_append (names, i ? " · " : "");
      g_string_append_printf (names, _ ("%s, %s"), unk_text (match->muscle->name),
                              unk_side_name (match->side));
    }
  gtk_widget_set_visible (self->together, sentence != NULL);
  gtk_label_set_text (self->together_names, names->str);
  gtk_label_set_text (self->together_label, sentence ? sentence : "");
}

/* Rows stay, so that one that is open stays open while its place is rated. */
static void
show_places (UnkPainPage *self)
{
  UnkMarks *marks = get_marks (self);
  guint n = unk_marks_get_n_places (marks), there = 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->places, (int) there)))
    {
      if (there < n)
        unk_place_row_update (UNK_PLACE_ROW (row));
      else
        gtk_list_box_remove (self->places, GTK_WIDGET (row));
      there += there < n;
    }
  for (; there < n; there++)
    gtk_list_box_append (self->places, unk_place_row_new (marks, there));
  gtk_widget_set_visible (GTK_WIDGET (self->places), n > 0);
}

static void
show_safety (UnkPainPage *self)
{
  UnkAnswers *answers = unk_scene_get_answers (self->scene);
  g_autoptr (GArray) reasons = unk_safety_judge (get_marks (self), answers);
  GtkWidget *verdict = unk_safety_part_new_verdict (reasons);
  GtkWidget *questions = unk_safety_part_new_questions (get_marks (self), answers, FALSE);

  adw_bin_set_child (self->verdict, verdict);
  adw_bin_set_child (self->questions, questions);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), verdict != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->questions), questions != NULL);
}

static void
show_clues (UnkPainPage *self)
{
  UnkAnswers *answers = unk_scene_get_answers (self->scene);
  guint n = unk_answers_count_yes (answers, UNK_ASKED_CLUE);
  guint medical = unk_answers_count_yes (answers, UNK_ASKED_CONTRAINDICATION);
  g_autofree char *clues =
    n ? g_strdup_printf (ngettext ("%u clue", "%u clues", n), n)
      : g_strdup (_ ("Optional: what sets it off, what is short, medical background"));
  g_autofree char *background =
    medical ? g_strdup_printf (ngettext ("%u medical note", "%u medical notes", medical), medical)
            : NULL;
  /* Translators: two counts beside each other */
  g_autofree char *both =
    background && n ? g_strdup_printf (_ ("%s · %s"), clues, background) : NULL;

  adw_action_row_set_subtitle (self->clues_row, both ? both : background ? background : clues);
  gtk_widget_set_visible (self->clues, unk_marks_get_n_places (get_marks (self)) > 0);
}

static gboolean
on_update (gpointer data)
{
  UnkPainPage *self = data;

  self->update_id = 0;
  show_places (self);
  show_safety (self);
  show_clues (self);
  show_together (self);
  show_matches (self);
  return G_SOURCE_REMOVE;
}

static void
on_scene_changed (UnkPainPage *self, guint what)
{
  if (what & UNK_CHANGE_TOOL)
    gtk_range_set_value (self->brush, unk_scene_get_brush (self->scene));
  if (what & (UNK_CHANGE_MARKS | UNK_CHANGE_MODE | UNK_CHANGE_ANSWERS) && !self->update_id)
    self->update_id = g_timeout_add (REST_MS, on_update, self);
}

static void
on_picks_changed (UnkPainPage *self)
{
  guint n = unk_routine_actions_get_n_picked (self->routines);
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u muscle picked", "%u muscles picked", n), n);

  gtk_label_set_text (self->picked_label, text);
  gtk_action_bar_set_revealed (self->picked_bar, n > 0);
}

static void
unk_pain_page_dispose (GObject *object)
{
  UnkPainPage *self = UNK_PAIN_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->scene);
  g_clear_object (&self->pain);
  g_clear_object (&self->routines);
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
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, keep);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, make_routine);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, questions);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, places);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, clues);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, clues_row);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, together);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, together_names);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, together_label);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, list_title);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, list);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, note);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, picked_bar);
  gtk_widget_class_bind_template_child (widget_class, UnkPainPage, picked_label);
  gtk_widget_class_bind_template_callback (widget_class, on_brush_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_pick_together);
}

static void
unk_pain_page_init (UnkPainPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  unk_accessible_name_reset (self->keep);
  unk_accessible_name_reset (self->make_routine);
}

/**
 * unk_pain_page_set_scene:
 * @self: the page
 * @scene: what is looked at; set once
 * @pain: the commands of what hurts
 * @routines: the commands of routines
 */
void
unk_pain_page_set_scene (UnkPainPage *self, UnkScene *scene, UnkPainActions *pain,
                         UnkRoutineActions *routines)
{
  self->scene = g_object_ref (scene);
  self->pain = g_object_ref (pain);
  self->routines = g_object_ref (routines);
  gtk_range_set_value (self->brush, unk_scene_get_brush (scene));
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (routines, "changed", G_CALLBACK (on_picks_changed), self,
                           G_CONNECT_SWAPPED);
  on_picks_changed (self);
  on_update (self);
}
