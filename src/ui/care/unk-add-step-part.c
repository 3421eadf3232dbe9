/* unk-add-step-part.c: looks for a muscle and a treatment, and adds a step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-add-step-part.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"
#include "unk-search.h"
#include "unk-treatment-text.h"

/* More would be a list to read instead of a word to type. */
#define MOST_HITS 6

struct _UnkAddStepPart
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkSearch *search; /* made when something is first typed */
  const UnkMuscle *muscle;
  UnkSide side;
  GtkSearchEntry *entry;
  GtkBox *results;
};

G_DEFINE_FINAL_TYPE (UnkAddStepPart, unk_add_step_part, ADW_TYPE_BIN)

static void show_treatments (UnkAddStepPart *self);

static void
set_target (UnkAddStepPart *self, GtkWidget *button, guint treatment)
{
  g_autofree char *target =
    g_strdup_printf ("%s:%s:%u", self->muscle->id, unk_side_id (self->side), treatment);

  g_object_set_data (G_OBJECT (button), "treatment", GUINT_TO_POINTER (treatment + 1));
  /* The target first: a command without one is a mistake at once. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.add-step");
}

static GtkWidget *
add_button (UnkAddStepPart *self, const char *title, const char *subtitle)
{
  GtkWidget *button = gtk_button_new ();
  GtkBox *texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  unk_page_add_text (texts, title, NULL);
  unk_page_add_text (texts, subtitle, "caption");
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (texts));
  unk_accessible_name_set (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle, -1);
  gtk_box_append (self->results, button);
  return button;
}

static void
on_muscle_clicked (UnkAddStepPart *self, GtkWidget *button)
{
  self->muscle = g_object_get_data (G_OBJECT (button), "muscle");
  show_treatments (self);
  gtk_widget_child_focus (GTK_WIDGET (self->results), GTK_DIR_TAB_FORWARD);
}

static void
show_muscles (UnkAddStepPart *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) hits = NULL;
  guint shown = 0;

  self->muscle = NULL;
  unk_page_clear (self->results);
  if (!*words)
    return;
  if (!self->search)
    self->search = unk_search_new (unk_scene_get_atlas (self->scene));
  hits = unk_search_find (self->search, words);
  for (guint i = 0; i < hits->len && shown < MOST_HITS; i++)
    {
      const UnkHit *hit = &g_array_index (hits, UnkHit, i);
      GtkWidget *button;

      if (!hit->muscle)
        continue;
      button = add_button (self, unk_text (hit->muscle->name), unk_text (hit->muscle->plain));
      g_object_set_data (G_OBJECT (button), "muscle", (gpointer) hit->muscle);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_muscle_clicked), self);
      shown++;
    }
  if (!shown)
    unk_page_add_text (self->results, _ ("No muscle has such a name."), "dim-label");
}

static void
on_side_toggled (UnkAddStepPart *self, GtkToggleButton *button)
{
  UnkSide side = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "side"));

  if (!gtk_toggle_button_get_active (button) || side == self->side)
    return;
  self->side = side;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->results)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      guint treatment = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "treatment"));

      if (treatment)
        set_target (self, child, treatment - 1);
    }
}

static void
add_sides (UnkAddStepPart *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *first = NULL;

  gtk_widget_add_css_class (row, "linked");
  for (UnkSide side = 0; side < UNK_SIDES; side++)
    {
      GtkWidget *button =
        gtk_toggle_button_new_with_label (side == UNK_SIDE_LEFT ? _ ("Left") : _ ("Right"));

      g_object_set_data (G_OBJECT (button), "side", GUINT_TO_POINTER (side));
      if (first)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        first = button;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), side == self->side);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_side_toggled), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (self->results, row);
}

static void
show_treatments (UnkAddStepPart *self)
{
  unk_page_clear (self->results);
  unk_page_add_text (self->results, self->muscle->name, "heading");
  add_sides (self);
  for (guint i = 0; i < self->muscle->n_treatments; i++)
    {
      const UnkTreatment *t = &self->muscle->treatments[i];
      g_autofree char *dose = unk_treatment_describe_dose (t), *title = NULL;

      if (g_str_equal (t->self, "no"))
        continue;
      title = *t->title ? g_strdup_printf (_ ("%s: %s"), unk_treatment_kind_name (t->kind),
                                           unk_text (t->title))
                        : g_strdup (unk_treatment_kind_name (t->kind));
      set_target (self, add_button (self, title, dose), i);
    }
  if (!gtk_widget_get_next_sibling (
        gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (self->results)))))
    unk_page_add_text (self->results, _ ("Nothing here is for yourself to do."), "dim-label");
}

/* Return takes the first muscle. */
static void
on_entered (UnkAddStepPart *self)
{
  GtkWidget *first;

  show_muscles (self);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->results));
  if (GTK_IS_BUTTON (first))
    on_muscle_clicked (self, first);
}

static void
unk_add_step_part_dispose (GObject *object)
{
  UnkAddStepPart *self = UNK_ADD_STEP_PART (object);

  g_clear_object (&self->search);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_add_step_part_parent_class)->dispose (object);
}

static void
unk_add_step_part_class_init (UnkAddStepPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_add_step_part_dispose;
}

static void
unk_add_step_part_init (UnkAddStepPart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkBox *card = unk_page_add_card (GTK_BOX (box), NULL);

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->results = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  g_object_set (self->entry, "placeholder-text", _ ("Muscle or symptom"), NULL);
  unk_accessible_name_set (self->entry, _ ("Muscle for a new step"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (show_muscles), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entered), self);
  gtk_box_append (card, GTK_WIDGET (self->entry));
  gtk_box_append (card, GTK_WIDGET (self->results));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * unk_add_step_part_begin:
 * @self: the part
 *
 * Empties it and gives it the focus.
 */
void
unk_add_step_part_begin (UnkAddStepPart *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * unk_add_step_part_new:
 * @scene: whose atlas is searched
 *
 * Returns: a card that adds steps
 */
GtkWidget *
unk_add_step_part_new (UnkScene *scene)
{
  UnkAddStepPart *self = g_object_new (UNK_TYPE_ADD_STEP_PART, NULL);

  self->scene = g_object_ref (scene);
  return GTK_WIDGET (self);
}
