/* unk-match-row.c: a muscle that may be behind the pain
 *
 * While it is pointed at or has the focus, its pattern is shown on the body.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-match-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"

struct _UnkMatchRow
{
  GtkListBoxRow parent_instance;

  UnkScene *scene;
  UnkRoutineActions *routines;
  const UnkMuscle *muscle;
  UnkSide side;
  GtkToggleButton *pick;
  GtkLabel *name, *percent, *reason;
  GtkLevelBar *bar;
  GtkWidget *more;
  GtkBox *more_box;
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

static gboolean
is_picked (UnkMatchRow *self)
{
  return unk_routine_actions_is_picked (self->routines, self->muscle, self->side);
}

static void
on_picked (UnkMatchRow *self)
{
  g_autofree char *subject = NULL;

  if (!self->routines || gtk_toggle_button_get_active (self->pick) == is_picked (self))
    return;
  subject = g_strconcat (self->muscle->id, ":", unk_side_id (self->side), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.pick", "s", subject);
}

static void
show_picked (UnkMatchRow *self)
{
  gboolean picked = is_picked (self);

  gtk_toggle_button_set_active (self->pick, picked);
  gtk_button_set_icon_name (GTK_BUTTON (self->pick),
                            picked ? "object-select-symbolic" : "list-add-symbolic");
}

static void
unk_match_row_dispose (GObject *object)
{
  UnkMatchRow *self = UNK_MATCH_ROW (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->routines);
  G_OBJECT_CLASS (unk_match_row_parent_class)->dispose (object);
}

static void
unk_match_row_class_init (UnkMatchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_match_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-match-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkMatchRow, pick);
  gtk_widget_class_bind_template_child (widget_class, UnkMatchRow, more);
  gtk_widget_class_bind_template_child (widget_class, UnkMatchRow, more_box);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
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

/* What keeps it from standing higher, and the movement that tells it apart. */
static void
fill_more (UnkMatchRow *self, const UnkMatch *match, const UnkMatch *above)
{
  g_autofree char *against = unk_match_why_not_higher (match, above);

  unk_page_add_text (self->more_box, against, "caption");
  if (match->muscle->check[0])
    {
      unk_page_add_text (self->more_box, _ ("How to check"), "caption-heading");
      unk_page_add_bullets (self->more_box, match->muscle->check);
    }
  gtk_widget_set_visible (self->more, *against || match->muscle->check[0]);
}

static void
say (UnkMatchRow *self, const UnkMatch *match)
{
  g_autofree char *name =
    g_strdup_printf (_ ("%s, %s"), unk_text (match->muscle->name), unk_side_name (match->side));
  g_autofree char *reason = unk_match_describe (match);
  /* Translators: a score in percent */
  g_autofree char *percent = g_strdup_printf (_ ("%d %%"), (int) lround (match->score * 100));
  g_autofree char *label = g_strdup_printf ("%s. %s. %s", name, percent, reason);
  /* Translators: %s is a muscle and its side */
  g_autofree char *pick = g_strdup_printf (_ ("Put %s into a routine"), name);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->percent, percent);
  gtk_label_set_text (self->reason, reason);
  gtk_level_bar_set_value (self->bar, CLAMP (match->score, 0, 1));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pick), _ ("Put into a routine"));
  unk_accessible_name_set (self->pick, pick);
  unk_accessible_name_set (self, label);
}

/**
 * unk_match_row_new:
 * @scene: what is looked at
 * @routines: where muscles are picked
 * @match: the finder's answer; not kept
 * @above: (nullable): the one that stands above it; not kept
 *
 * Returns: a row
 */
GtkWidget *
unk_match_row_new (UnkScene *scene, UnkRoutineActions *routines, const UnkMatch *match,
                   const UnkMatch *above)
{
  UnkMatchRow *self = g_object_new (UNK_TYPE_MATCH_ROW, NULL);

  self->scene = g_object_ref (scene);
  self->muscle = match->muscle;
  self->side = match->side;
  say (self, match);
  fill_more (self, match, above);
  self->routines = g_object_ref (routines);
  g_signal_connect_object (routines, "changed", G_CALLBACK (show_picked), self, G_CONNECT_SWAPPED);
  show_picked (self);
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
