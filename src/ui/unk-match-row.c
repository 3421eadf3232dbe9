/* unk-match-row.c: a muscle that may be behind the pain
 *
 * While it is pointed at or has the focus, its pattern is shown on the body.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-match-row.h"

#include <glib/gi18n.h>
#include <math.h>

struct _UnkMatchRow
{
  GtkListBoxRow parent_instance;

  UnkScene *scene;
  const UnkMuscle *muscle;
  UnkSide side;
  GtkLabel *name, *percent, *reason;
  GtkLevelBar *bar;
};

G_DEFINE_FINAL_TYPE (UnkMatchRow, unk_match_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_pointed (UnkMatchRow *self)
{
  unk_scene_preview (self->scene, self->muscle, self->side);
}

static void
on_left (UnkMatchRow *self)
{
  UnkSubject shown = unk_scene_get_previewed (self->scene);

  if (shown.id == self->muscle->id && shown.side == self->side)
    unk_scene_preview (self->scene, NULL, UNK_SIDE_RIGHT);
}

static void
on_focused (UnkMatchRow *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    on_pointed (self);
}

static void
unk_match_row_dispose (GObject *object)
{
  UnkMatchRow *self = UNK_MATCH_ROW (object);

  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_match_row_parent_class)->dispose (object);
}

static void
unk_match_row_class_init (UnkMatchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_match_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-match-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkMatchRow, name);
  gtk_widget_class_bind_template_child (widget_class, UnkMatchRow, percent);
  gtk_widget_class_bind_template_child (widget_class, UnkMatchRow, bar);
  gtk_widget_class_bind_template_child (widget_class, UnkMatchRow, reason);
}

static void
unk_match_row_init (UnkMatchRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_pointed), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focused), NULL);
}

/**
 * unk_match_row_new:
 * @scene: what is looked at
 * @match: the finder's answer; not kept
 *
 * Returns: a row
 */
GtkWidget *
unk_match_row_new (UnkScene *scene, const UnkMatch *match)
{
  UnkMatchRow *self = g_object_new (UNK_TYPE_MATCH_ROW, NULL);
  g_autofree char *name =
    g_strdup_printf (_ ("%s, %s"), unk_text (match->muscle->name), unk_side_name (match->side));
  g_autofree char *reason = unk_match_describe (match);
  /* Translators: a score in percent */
  g_autofree char *percent = g_strdup_printf (_ ("%d %%"), (int) lround (match->score * 100));
  g_autofree char *label = g_strdup_printf ("%s. %s. %s", name, percent, reason);

  self->scene = g_object_ref (scene);
  self->muscle = match->muscle;
  self->side = match->side;
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->percent, percent);
  gtk_label_set_text (self->reason, reason);
  gtk_level_bar_set_value (self->bar, CLAMP (match->score, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * unk_match_row_get_muscle:
 * @self: a row
 *
 * Returns: its muscle
 */
const UnkMuscle *
unk_match_row_get_muscle (UnkMatchRow *self)
{
  return self->muscle;
}

/**
 * unk_match_row_get_side:
 * @self: a row
 *
 * Returns: its side
 */
UnkSide
unk_match_row_get_side (UnkMatchRow *self)
{
  return self->side;
}
