/* unk-clues-page.c: what one may say besides where it hurts
 *
 * One screen, all of it optional: what sets the pain off, what is short or hurts, habits; and the
 * medical background, which is kept and decides what self-care is offered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-clues-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"

struct _UnkCluesPage
{
  AdwBin parent_instance;

  UnkScene *scene;
  GtkBox *box;
  GPtrArray *checks; /* GtkSwitch, each with its "asked", "id" and "answer" */
  gboolean showing;  /* what is, not what was pressed */
};

G_DEFINE_FINAL_TYPE (UnkCluesPage, unk_clues_page, ADW_TYPE_BIN)

static UnkAsked
asked_of (GtkSwitch *check)
{
  return (UnkAsked) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "asked"));
}

static const char *
id_of (GtkSwitch *check)
{
  return g_object_get_data (G_OBJECT (check), "id");
}

/* Whether it says that a doctor has allowed it, and not the thing itself. */
static gboolean
is_clearance (GtkSwitch *check)
{
  return g_object_get_data (G_OBJECT (check), "clearance") != NULL;
}

static void
on_toggled (UnkCluesPage *self, GParamSpec *pspec G_GNUC_UNUSED, GtkSwitch *check)
{
  gboolean active = gtk_switch_get_active (check);
  UnkAnswer answer = active ? UNK_ANSWER_YES : UNK_ANSWER_NONE;

  if (self->showing)
    return;
  if (is_clearance (check))
    answer = active ? UNK_ANSWER_CLEARED : UNK_ANSWER_YES;
  unk_answers_set (unk_scene_get_answers (self->scene), asked_of (check), id_of (check), answer);
}

static void
show (UnkCluesPage *self)
{
  UnkAnswers *answers = unk_scene_get_answers (self->scene);

  self->showing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkSwitch *check = g_ptr_array_index (self->checks, i);
      UnkAnswer answer = unk_answers_get (answers, asked_of (check), id_of (check));
      gboolean said = answer == UNK_ANSWER_YES || answer == UNK_ANSWER_CLEARED;

      gtk_switch_set_active (check, is_clearance (check) ? answer == UNK_ANSWER_CLEARED : said);
      if (is_clearance (check))
        gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW),
                                said);
    }
  self->showing = FALSE;
}

static GtkListBox *
add_list (UnkCluesPage *self, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  unk_page_add_heading (self->box, NULL, name);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  unk_accessible_name_set (list, name);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (self->box, list);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
add_check (UnkCluesPage *self, GtkListBox *list, UnkAsked asked, const char *id, const char *title,
           const char *subtitle)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_switch_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "asked", GUINT_TO_POINTER (asked));
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_signal_connect_swapped (check, "notify::active", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->checks, check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (list, row);
  return check;
}

static void
add_clues (UnkCluesPage *self)
{
  UnkAtlas *atlas = unk_scene_get_atlas (self->scene);
  guint n_groups, n;
  const UnkGroup *groups = unk_atlas_get_clue_groups (atlas, &n_groups);
  const UnkClue *clues = unk_atlas_get_clues (atlas, &n);

  for (guint g = 0; g < n_groups; g++)
    {
      GtkListBox *list = add_list (self, unk_text (groups[g].name));

      for (guint i = 0; i < n; i++)
        if (g_str_equal (clues[i].group, groups[g].id))
          add_check (self, list, UNK_ASKED_CLUE, clues[i].id, unk_text (clues[i].text), NULL);
    }
}

static void
add_background (UnkCluesPage *self)
{
  guint n;
  const UnkContraindication *list =
    unk_atlas_get_contraindications (unk_scene_get_atlas (self->scene), &n);
  GtkListBox *rows = add_list (self, _ ("Medical Background"));

  unk_page_add_text (self->box,
                     _ ("What you say here is kept on this computer and applied until you take it "
                        "back."),
                     "caption");
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *check;

      add_check (self, rows, UNK_ASKED_CONTRAINDICATION, list[i].id, unk_text (list[i].name), NULL);
      if (!g_str_equal (list[i].level, "ask-doctor"))
        continue;
      check = add_check (self, rows, UNK_ASKED_CONTRAINDICATION, list[i].id,
                         _ ("My doctor has allowed self-massage"), unk_text (list[i].name));
      g_object_set_data (G_OBJECT (check), "clearance", GUINT_TO_POINTER (1));
    }
}

static void
on_clear_clicked (UnkCluesPage *self)
{
  unk_answers_clear (unk_scene_get_answers (self->scene), UNK_ASKED_CLUE);
}

static void
add_buttons (UnkCluesPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *done = unk_page_new_button (_ ("_Done"));
  GtkWidget *clear = unk_page_new_button (_ ("_Forget Clues"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "app.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (done), "s", "");
  gtk_widget_add_css_class (done, "suggested-action");
  gtk_widget_add_css_class (done, "pill");
  gtk_widget_add_css_class (clear, "pill");
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (on_clear_clicked), self);
  gtk_box_append (GTK_BOX (row), done);
  gtk_box_append (GTK_BOX (row), clear);
  gtk_box_append (self->box, row);
}

static void
on_scene_changed (UnkCluesPage *self, guint what)
{
  if (what & UNK_CHANGE_ANSWERS)
    show (self);
}

static void
unk_clues_page_dispose (GObject *object)
{
  UnkCluesPage *self = UNK_CLUES_PAGE (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_clues_page_parent_class)->dispose (object);
}

static void
unk_clues_page_class_init (UnkCluesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_clues_page_dispose;
}

static void
unk_clues_page_init (UnkCluesPage *self)
{
  self->checks = g_ptr_array_new ();
  self->box = unk_page_new_column (ADW_BIN (self));
}

/* Its many rows are made when they are first seen, not while the window starts. */
static void
on_map (UnkCluesPage *self)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (self->box)))
    return;
  unk_page_add_title (self->box, _ ("Clues"));
  unk_page_add_text (self->box,
                     _ ("Switch on what fits, or nothing at all. A clue moves a muscle a little up "
                        "the list, never far; each says so in its reason."),
                     "dim-label");
  add_clues (self);
  add_background (self);
  add_buttons (self);
  show (self);
}

/**
 * unk_clues_page_set_scene:
 * @self: the page
 * @scene: what is looked at, with the answers; set once
 */
void
unk_clues_page_set_scene (UnkCluesPage *self, UnkScene *scene)
{
  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}
