/* unk-view-switch.c: chooses from where the body is seen
 *
 * A button for each part of the body that the atlas has a view of. A part that is drawn from two
 * faces (the hand, the foot) can be turned over; one that shows one side of the body can change
 * sides. All of it goes through the action "view".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-view-switch.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"

#define MAX_FACES 2

typedef struct
{
  const char *label;
  const char *faces[MAX_FACES]; /* ids of views, without "-left" */
} Part;

static const Part parts[] = {
  { N_ ("Front"), { "front" } },
  { N_ ("Back"), { "back" } },
  { N_ ("Side"), { "side" } },
  { N_ ("Hand"), { "hand-palm", "hand-back" } },
  { N_ ("Foot"), { "foot-top", "foot-sole" } },
};

struct _UnkViewSwitch
{
  GtkBox parent_instance;

  UnkScene *scene;
  GtkWidget *views;
  GtkToggleButton *buttons[G_N_ELEMENTS (parts)];
  GtkWidget *sides;
  GtkToggleButton *side_buttons[UNK_SIDES];
  GtkWidget *turn;
  gboolean showing; /* what is, not what was pressed */
};

G_DEFINE_FINAL_TYPE (UnkViewSwitch, unk_view_switch, GTK_TYPE_BOX)

static const UnkView *
find_view (UnkViewSwitch *self, const char *face, UnkSide side)
{
  UnkAtlas *atlas = unk_scene_get_atlas (self->scene);
  const UnkView *view = face ? unk_atlas_find_view (atlas, face, NULL) : NULL;
  g_autofree char *left = NULL;

  if (!view || unk_view_shows_side (view, side))
    return view;
  left = g_strconcat (face, "-left", NULL);
  return unk_atlas_find_view (atlas, left, NULL);
}

static gboolean
is_face (const UnkView *view, const char *face)
{
  return face && g_str_has_prefix (view->id, face) &&
         (view->id[strlen (face)] == '\0' || g_str_equal (view->id + strlen (face), "-left"));
}

/* Which part, and which of its faces, is shown. */
static guint
find_part (const UnkView *view, guint *face)
{
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    for (*face = 0; *face < MAX_FACES; (*face)++)
      if (is_face (view, parts[p].faces[*face]))
        return p;
  *face = 0;
  return 0;
}

static void
go (UnkViewSwitch *self, const char *face, UnkSide side)
{
  const UnkView *view = find_view (self, face, side);

  if (view)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.view", "s", view->id);
}

static UnkSide
get_side (UnkViewSwitch *self)
{
  const UnkView *view = unk_scene_get_view (self->scene);
  UnkSubject chosen = unk_scene_get_chosen (self->scene);

  return view->mirrored ? (chosen.id ? chosen.side : UNK_SIDE_RIGHT) : view->facing;
}

static void
show (UnkViewSwitch *self)
{
  const UnkView *view = unk_scene_get_view (self->scene);
  guint face, part = find_part (view, &face);

  self->showing = TRUE;
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    gtk_toggle_button_set_active (self->buttons[p], p == part);
  for (UnkSide side = UNK_SIDE_RIGHT; side < UNK_SIDES; side++)
    gtk_toggle_button_set_active (self->side_buttons[side],
                                  !view->mirrored && view->facing == side);
  self->showing = FALSE;
  gtk_widget_set_visible (self->sides, !view->mirrored);
  gtk_widget_set_visible (self->turn,
                          parts[part].faces[1] &&
                            find_view (self, parts[part].faces[1 - face], view->facing));
}

static void
on_part_toggled (UnkViewSwitch *self, GtkToggleButton *button)
{
  if (self->showing)
    return;
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    if (self->buttons[p] == button)
      go (self, parts[p].faces[0], get_side (self));
  show (self);
}

static void
on_side_toggled (UnkViewSwitch *self, GtkToggleButton *button)
{
  guint face, part = find_part (unk_scene_get_view (self->scene), &face);

  if (self->showing)
    return;
  go (self, parts[part].faces[face],
      button == self->side_buttons[UNK_SIDE_LEFT] ? UNK_SIDE_LEFT : UNK_SIDE_RIGHT);
  show (self);
}

static void
on_turn_clicked (UnkViewSwitch *self)
{
  guint face, part = find_part (unk_scene_get_view (self->scene), &face);

  go (self, parts[part].faces[1 - face], get_side (self));
}

static gboolean
view_shows_pattern (const UnkView *view, UnkSubject subject)
{
  for (guint i = 0; i < view->n_zones; i++)
    if (g_str_equal (view->zones[i].point->muscle->id, subject.id))
      return TRUE;
  return FALSE;
}

static gboolean
part_shows_pattern (UnkViewSwitch *self, const Part *part, UnkSubject subject)
{
  for (guint f = 0; f < MAX_FACES; f++)
    {
      const UnkView *view = find_view (self, part->faces[f], subject.side);

      if (view && view_shows_pattern (view, subject))
        return TRUE;
    }
  return FALSE;
}

/* A dot on each button behind which the chosen muscle's pattern can be seen. */
static void
mark_patterns (UnkViewSwitch *self)
{
  UnkSubject chosen = unk_scene_get_chosen (self->scene);

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      GtkWidget *button = GTK_WIDGET (self->buttons[p]);
      gboolean shows = chosen.id && part_shows_pattern (self, &parts[p], chosen);
      const char *text = shows ? _ ("The pain pattern shows here") : NULL;

      if (shows)
        gtk_widget_add_css_class (button, "shows-pattern");
      else
        gtk_widget_remove_css_class (button, "shows-pattern");
      gtk_widget_set_tooltip_text (button, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      text ? text : "", -1);
    }
}

static void
on_scene_changed (UnkViewSwitch *self, guint what)
{
  if (what & UNK_CHANGE_VIEW)
    show (self);
  if (what & UNK_CHANGE_CHOICE)
    mark_patterns (self);
}

static GtkWidget *
add_group (GtkBox *box, GtkOrientation orientation, const char *name)
{
  GtkWidget *group = gtk_box_new (orientation, 0);

  gtk_widget_add_css_class (group, "linked");
  gtk_widget_add_css_class (group, "floating");
  unk_accessible_name_set (group, name);
  gtk_box_append (box, group);
  return group;
}

static GtkToggleButton *
add_toggle (UnkViewSwitch *self, GtkWidget *group, const char *label, GCallback toggled)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  unk_accessible_name_set (button, label);
  g_signal_connect_swapped (button, "toggled", toggled, self);
  gtk_box_append (GTK_BOX (group), button);
  return GTK_TOGGLE_BUTTON (button);
}

static void
unk_view_switch_dispose (GObject *object)
{
  g_clear_object (&UNK_VIEW_SWITCH (object)->scene);
  G_OBJECT_CLASS (unk_view_switch_parent_class)->dispose (object);
}

static void
unk_view_switch_class_init (UnkViewSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_view_switch_dispose;
}

static void
unk_view_switch_init (UnkViewSwitch *self)
{
  GtkWidget *extras = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), extras);
  self->sides = add_group (GTK_BOX (extras), GTK_ORIENTATION_HORIZONTAL, _ ("Side of the body"));
  /* Translators: the sides of the body, on a button */
  self->side_buttons[UNK_SIDE_LEFT] =
    add_toggle (self, self->sides, _ ("Left"), G_CALLBACK (on_side_toggled));
  self->side_buttons[UNK_SIDE_RIGHT] =
    add_toggle (self, self->sides, _ ("Right"), G_CALLBACK (on_side_toggled));
  self->turn = gtk_button_new_from_icon_name ("object-flip-horizontal-symbolic");
  gtk_widget_add_css_class (self->turn, "floating-button");
  gtk_widget_set_tooltip_text (self->turn, _ ("Turn over"));
  unk_accessible_name_set (self->turn, _ ("Turn over"));
  g_signal_connect_swapped (self->turn, "clicked", G_CALLBACK (on_turn_clicked), self);
  gtk_box_append (GTK_BOX (extras), self->turn);
  self->views = add_group (GTK_BOX (self), GTK_ORIENTATION_VERTICAL, _ ("View"));
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    self->buttons[p] =
      add_toggle (self, self->views, _ (parts[p].label), G_CALLBACK (on_part_toggled));
  unk_view_switch_set_narrow (self, FALSE);
}

/**
 * unk_view_switch_set_narrow:
 * @self: the switch
 * @narrow: whether to lie in rows rather than to stand in a column
 */
void
unk_view_switch_set_narrow (UnkViewSwitch *self, gboolean narrow)
{
  GtkWidget *extras = gtk_widget_get_parent (self->sides);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->views),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (extras, narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_widget_set_halign (self->views, narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_box_set_spacing (GTK_BOX (self), narrow ? 6 : 12);
}

/**
 * unk_view_switch_set_scene:
 * @self: the switch
 * @scene: what is looked at; set once
 */
void
unk_view_switch_set_scene (UnkViewSwitch *self, UnkScene *scene)
{
  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    gtk_widget_set_visible (GTK_WIDGET (self->buttons[p]),
                            find_view (self, parts[p].faces[0], UNK_SIDE_RIGHT) != NULL);
  show (self);
  mark_patterns (self);
}
