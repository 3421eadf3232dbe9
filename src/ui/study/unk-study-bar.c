/* unk-study-bar.c: steps and views of study mode, over the body
 *
 * It is there in study mode only, and its buttons are made when it is first seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-study-bar.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"

struct _UnkStudyBar
{
  GtkBox parent_instance;

  UnkScene *scene;
  GtkWidget *list, *compare; /* (nullable) until the bar is seen; for a chosen muscle only */
};

G_DEFINE_FINAL_TYPE (UnkStudyBar, unk_study_bar, GTK_TYPE_BOX)

static GtkWidget *
add (UnkStudyBar *self, GType type, const char *icon, const char *action, const char *target,
     const char *name)
{
  GtkWidget *button = g_object_new (type, "icon-name", icon, "tooltip-text", name, NULL);

  if (target)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  unk_accessible_name_set (button, name);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
make_buttons (UnkStudyBar *self)
{
  add (self, GTK_TYPE_BUTTON, "go-previous-symbolic", "app.study-previous", NULL,
       _ ("Previous Muscle"));
  self->list =
    add (self, GTK_TYPE_BUTTON, "view-list-symbolic", "app.muscle", "", _ ("Back to the List"));
  self->compare = add (self, GTK_TYPE_BUTTON, "unknot-compare-symbolic", "app.page", "compare",
                       _ ("Compare With Another Muscle"));
  add (self, GTK_TYPE_TOGGLE_BUTTON, "unknot-isolate-symbolic", "app.isolate", NULL,
       _ ("Isolate the Muscle"));
  add (self, GTK_TYPE_TOGGLE_BUTTON, "unknot-labels-symbolic", "app.labels", NULL, _ ("Names"));
  add (self, GTK_TYPE_TOGGLE_BUTTON, "unknot-ask-symbolic", "app.pick-area", NULL,
       _ ("Ask Which Muscles Refer to a Place"));
  add (self, GTK_TYPE_BUTTON, "go-next-symbolic", "app.study-next", NULL, _ ("Next Muscle"));
}

static void
update (UnkStudyBar *self)
{
  gboolean study = unk_scene_get_mode (self->scene) == UNK_MODE_STUDY;

  gtk_widget_set_visible (GTK_WIDGET (self), study);
  if (!study)
    return;
  if (!self->list)
    make_buttons (self);
  gtk_widget_set_visible (self->list, unk_scene_get_chosen (self->scene).id != NULL);
  gtk_widget_set_visible (self->compare, unk_scene_get_muscle (self->scene) != NULL);
}

static void
on_scene_changed (UnkStudyBar *self, guint what)
{
  if (what & (UNK_CHANGE_MODE | UNK_CHANGE_CHOICE))
    update (self);
}

static void
unk_study_bar_dispose (GObject *object)
{
  g_clear_object (&UNK_STUDY_BAR (object)->scene);
  G_OBJECT_CLASS (unk_study_bar_parent_class)->dispose (object);
}

static void
unk_study_bar_class_init (UnkStudyBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_study_bar_dispose;
}

static void
unk_study_bar_init (UnkStudyBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "floating");
  gtk_widget_add_css_class (GTK_WIDGET (self), "study-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * unk_study_bar_set_scene:
 * @self: the bar
 * @scene: what is looked at; set once
 */
void
unk_study_bar_set_scene (UnkStudyBar *self, UnkScene *scene)
{
  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
