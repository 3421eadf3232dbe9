/* unk-muscle-page.c: the page of the chosen muscle
 *
 * Built anew for each muscle; while only the point changes, only the points' part is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-muscle-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-care-part.h"
#include "unk-guide-links.h"
#include "unk-note-part.h"
#include "unk-page-parts.h"
#include "unk-pick-part.h"
#include "unk-safety-part.h"
#include "unk-treatment-text.h"

struct _UnkMusclePage
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkRoutineActions *routines; /* (nullable): no routine can be made */
  GtkScrolledWindow *scroller;
  GtkBox *box;
  GtkBox *point_box; /* of the page that is shown: where the chosen points are described */
  UnkSubject shown;
  gboolean safety_changed; /* since the page was made */
  guint rebuild_id;
};

G_DEFINE_FINAL_TYPE (UnkMusclePage, unk_muscle_page, ADW_TYPE_BIN)

static UnkAtlas *
get_atlas (UnkMusclePage *self)
{
  return unk_scene_get_atlas (self->scene);
}

static char *
join_area_names (UnkAtlas *atlas, UnkTexts ids)
{
  GString *names = g_string_new (NULL);

  for (UnkTexts id = ids; *id; id++)
    {
      const UnkArea *area = unk_atlas_find_area (atlas, *id, NULL);

      /* Translators: between the members of a list */
      g_string_append_printf (names, "%s%s", id == ids ? "" : _ (", "),
                              area ? unk_text (area->name) : *id);
    }
  return g_string_free (names, FALSE);
}

static void
add_zone (UnkMusclePage *self, GtkBox *box, const char *name, UnkTexts areas)
{
  g_autofree char *names = join_area_names (get_atlas (self), areas);

  unk_page_add_field (box, name, names);
}

static void
describe_point (UnkMusclePage *self, GtkBox *box, const UnkPoint *point)
{
  GtkBox *card = unk_page_add_card (box, NULL);
  g_autofree char *title = g_strdup_printf (_ ("Point %d"), point->number);
  g_autofree char *heading =
    g_strdup_printf ("%s · %s", title, unk_certainty_name (point->certainty));

  unk_page_add_text (card, heading, "heading");
  unk_page_add_text (card, point->place, NULL);
  unk_page_add_text (card, point->pattern, NULL);
  add_zone (self, card, _ ("Essential zone"), point->essential);
  add_zone (self, card, _ ("Spillover zone"), point->spillover);
}

static void
describe_points (UnkMusclePage *self)
{
  const UnkMuscle *muscle = unk_scene_get_muscle (self->scene);
  const UnkPoint *point = unk_scene_get_point (self->scene);

  if (!self->point_box || !muscle)
    return;
  unk_page_clear (self->point_box);
  for (guint i = 0; i < muscle->n_points; i++)
    if (!point || point == &muscle->points[i])
      describe_point (self, self->point_box, &muscle->points[i]);
}

static GtkWidget *
make_point_button (const char *label, const char *name, const char *target)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  unk_accessible_name_set (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.point");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

static void
add_points (UnkMusclePage *self, const UnkMuscle *muscle)
{
  unk_page_add_heading (self->box, NULL, _ ("Trigger Points"));
  if (muscle->n_points > 1)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (row, "linked");
      gtk_widget_set_halign (row, GTK_ALIGN_START);
      /* Translators: all trigger points of a muscle */
      gtk_box_append (GTK_BOX (row), make_point_button (_ ("All"), _ ("All trigger points"), ""));
      for (guint i = 0; i < muscle->n_points; i++)
        {
          g_autofree char *label = g_strdup_printf ("%d", muscle->points[i].number);
          g_autofree char *name =
            g_strdup_printf (_ ("Trigger point %d"), muscle->points[i].number);

          gtk_box_append (GTK_BOX (row), make_point_button (label, name, muscle->points[i].id));
        }
      gtk_box_append (self->box, row);
    }
  self->point_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_box_append (self->box, GTK_WIDGET (self->point_box));
  describe_points (self);
}

static void
add_side_switch (UnkMusclePage *self, const char *id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  for (int side = UNK_SIDES - 1; side >= 0; side--)
    {
      g_autofree char *target = g_strconcat (id, ":", unk_side_id ((UnkSide) side), NULL);
      /* Translators: the sides of the body, on a button */
      GtkWidget *button =
        gtk_toggle_button_new_with_label (side == UNK_SIDE_LEFT ? _ ("Left") : _ ("Right"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.muscle");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (self->box, row);
}

static void
add_list (UnkMusclePage *self, const char *heading, UnkTexts texts)
{
  if (!*texts)
    return;
  unk_page_add_heading (self->box, NULL, heading);
  unk_page_add_bullets (self->box, texts);
}

static void
add_causes (UnkMusclePage *self, const char *heading, const UnkPair *causes)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (; causes->key; causes++)
    g_ptr_array_add (texts, (gpointer) causes->text);
  g_ptr_array_add (texts, NULL);
  add_list (self, heading, (UnkTexts) texts->pdata);
}

static void
add_cautions (UnkMusclePage *self, const UnkMuscle *muscle)
{
  GtkBox *card;

  if (!muscle->cautions->key)
    return;
  unk_guide_link_beside (
    unk_page_add_heading (self->box, "unknot-caution-symbolic", _ ("Cautions")),
    unk_atlas_find_guide_page (get_atlas (self), "sites-to-avoid"));
  card = unk_page_add_card (self->box, "caution");
  unk_page_add_sites (card, get_atlas (self), muscle, TRUE);
}

static void
add_companions (UnkMusclePage *self, const UnkMuscle *muscle)
{
  if (!muscle->goes_with->key)
    return;
  unk_page_add_heading (self->box, NULL, _ ("Often Together With"));
  for (const UnkPair *w = muscle->goes_with; w->key; w++)
    {
      const UnkMuscle *other = unk_atlas_find_muscle (get_atlas (self), w->key, NULL);
      g_autofree char *target = g_strconcat (w->key, ":", unk_side_id (self->shown.side), NULL);
      GtkWidget *button;

      if (!other)
        continue;
      button = gtk_button_new_with_label (unk_text (other->name));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.muscle");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
      gtk_box_append (self->box, button);
      unk_page_add_text (self->box, w->text, "dim-label");
    }
}

static void
add_sources (UnkMusclePage *self, const UnkMuscle *muscle)
{
  unk_page_add_heading (self->box, NULL, _ ("Sources"));
  unk_page_add_text (self->box, unk_certainty_name (muscle->certainty), "caption-heading");
  unk_page_add_text (self->box, muscle->disagreement, "caption");
  for (const UnkCitation *c = muscle->sources; c->source; c++)
    {
      const UnkSource *source = unk_atlas_find_source (get_atlas (self), c->source);
      /* Translators: a source, where in it, and what it is cited for */
      g_autofree char *text =
        g_strdup_printf (_ ("%s %s. Cited for: %s"), source ? source->citation : c->source,
                         unk_text (c->where), unk_text (c->what_for));

      unk_page_add_text (self->box, text, "caption");
    }
}

static void
add_anatomy (UnkMusclePage *self, const UnkMuscle *muscle)
{
  unk_page_add_heading (self->box, NULL, _ ("Anatomy"));
  unk_page_add_field (self->box, _ ("Origin"), muscle->origin);
  unk_page_add_field (self->box, _ ("Insertion"), muscle->insertion);
  unk_page_add_field (self->box, _ ("Action"), muscle->action);
  unk_page_add_field (self->box, _ ("Nerve"), muscle->nerve);
}

/* Warning signs come before advice: as long as they are open, or one fits, no steps are given. */
static gboolean
add_safety (UnkMusclePage *self, const UnkMuscle *muscle)
{
  UnkMarks *marks = unk_scene_get_marks (self->scene);
  UnkAnswers *answers = unk_scene_get_answers (self->scene);
  g_autoptr (GArray) reasons = unk_safety_judge_muscle (marks, answers, muscle, self->shown.side);
  GtkWidget *verdict = unk_safety_part_new_verdict (reasons), *questions = NULL;
  gboolean answered = unk_safety_is_answered (marks, answers);

  if (!answered)
    questions = unk_safety_part_new_questions (marks, answers, TRUE);
  if (verdict)
    gtk_box_append (self->box, verdict);
  if (questions)
    gtk_box_append (self->box, questions);
  return answered && !unk_safety_blocks (unk_safety_get_worst (reasons));
}

static void
add_record (UnkMusclePage *self, const UnkMuscle *muscle)
{
  gboolean open;

  unk_page_add_text (self->box, muscle->plain, "dim-label");
  add_side_switch (self, muscle->id);
  if (self->routines)
    gtk_box_append (self->box, unk_pick_part_new (self->routines, muscle, self->shown.side));
  unk_page_add_text (self->box, muscle->summary, NULL);
  add_points (self, muscle);
  open = add_safety (self, muscle);
  add_cautions (self, muscle);
  if (open)
    unk_care_part_add (self->box, get_atlas (self), muscle);
  add_list (self, _ ("A Habit to Change"), muscle->habits);
  add_list (self, _ ("What It Feels Like"), muscle->signs);
  unk_page_add_heading (self->box, NULL, _ ("How to Find the Point"));
  unk_page_add_steps (self->box, muscle->find);
  add_list (self, _ ("How to Check"), muscle->check);
  unk_page_add_text (self->box, muscle->latent, "dim-label");
  add_causes (self, _ ("What Starts It"), muscle->starts);
  add_causes (self, _ ("What Keeps It Going"), muscle->keeps);
  add_list (self, _ ("What It Is Mistaken For"), muscle->lookalikes);
  add_companions (self, muscle);
  add_anatomy (self, muscle);
  add_sources (self, muscle);
}

static void
build (UnkMusclePage *self, UnkSubject subject)
{
  const UnkMuscle *muscle = unk_scene_get_muscle (self->scene);

  self->shown = subject;
  self->point_box = NULL;
  self->safety_changed = FALSE;
  unk_page_clear (self->box);
  if (!subject.id)
    return;
  unk_page_add_title (self->box, unk_scene_get_name (self->scene, subject.id));
  if (muscle)
    {
      unk_page_add_text (self->box, muscle->latin, "latin");
      gtk_box_append (self->box, unk_note_part_new (self->scene, muscle));
      add_record (self, muscle);
    }
  else
    unk_page_add_text (
      self->box,
      _ ("The atlas has no trigger points for this structure; it is drawn to complete the body."),
      "dim-label");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* An answer was given on this very page: it stays where it is. */
static gboolean
on_rebuild (gpointer data)
{
  UnkMusclePage *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double place = gtk_adjustment_get_value (adjustment);

  self->rebuild_id = 0;
  build (self, unk_scene_get_chosen (self->scene));
  gtk_adjustment_set_value (adjustment, place);
  return G_SOURCE_REMOVE;
}

static void
on_scene_changed (UnkMusclePage *self, guint what)
{
  UnkSubject chosen = unk_scene_get_chosen (self->scene);

  if (what & (UNK_CHANGE_ANSWERS | UNK_CHANGE_MARKS))
    self->safety_changed = TRUE;
  if (what & UNK_CHANGE_ANSWERS && chosen.id && !self->rebuild_id)
    self->rebuild_id = g_idle_add (on_rebuild, self);
  if (!(what & UNK_CHANGE_CHOICE))
    return;
  if (self->safety_changed || g_strcmp0 (chosen.id, self->shown.id) != 0 ||
      chosen.side != self->shown.side)
    build (self, chosen);
  else
    describe_points (self);
}

static void
unk_muscle_page_dispose (GObject *object)
{
  g_clear_handle_id (&UNK_MUSCLE_PAGE (object)->rebuild_id, g_source_remove);
  g_clear_object (&UNK_MUSCLE_PAGE (object)->scene);
  g_clear_object (&UNK_MUSCLE_PAGE (object)->routines);
  G_OBJECT_CLASS (unk_muscle_page_parent_class)->dispose (object);
}

static void
unk_muscle_page_class_init (UnkMusclePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_muscle_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-muscle-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkMusclePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, UnkMusclePage, box);
}

static void
unk_muscle_page_init (UnkMusclePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unk_muscle_page_set_routines:
 * @self: the page
 * @routines: where muscles are picked; set once, before the scene
 */
void
unk_muscle_page_set_routines (UnkMusclePage *self, UnkRoutineActions *routines)
{
  self->routines = g_object_ref (routines);
}

/**
 * unk_muscle_page_set_scene:
 * @self: the page
 * @scene: what is looked at; set once
 */
void
unk_muscle_page_set_scene (UnkMusclePage *self, UnkScene *scene)
{
  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  build (self, unk_scene_get_chosen (scene));
}
