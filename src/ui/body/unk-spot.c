/* unk-spot.c: a place on the body as assistive technology sees it
 *
 * A drawn widget can't have accessible parts of its own before GTK 4.10; a child for each part can.
 * It draws nothing and lets the pointer through, but has a name, a place, a state and an action,
 * and can be focused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-spot.h"

#include "unk-accessible-name.h"

struct _UnkSpot
{
  GtkWidget parent_instance;

  const char *id; /* of the atlas */
  UnkSide side;
  UnkBox box;              /* where it lies on its side, in the units of the atlas */
  double place_x, place_y; /* a place inside it, in millimeters */
};

G_DEFINE_FINAL_TYPE (UnkSpot, unk_spot, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activate (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATED], 0);
}

static void
unk_spot_class_init (UnkSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "spot");
  gtk_widget_class_install_action (widget_class, "spot.activate", NULL, activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "spot.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "spot.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "spot.activate", NULL);

  /**
   * UnkSpot::activated:
   * Enter was pressed on it, or a screen reader pressed it.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", UNK_TYPE_SPOT, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_spot_init (UnkSpot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * unk_spot_new:
 * @id: what lies here; borrowed from the atlas
 * @side: its side
 * @box: where, on that side, in units of the atlas
 * @place_x: a place inside it, in millimeters
 * @place_y: a place inside it
 * @label: its name in the user's language
 *
 * Returns: a spot
 */
GtkWidget *
unk_spot_new (const char *id, UnkSide side, UnkBox box, double place_x, double place_y,
              const char *label)
{
  UnkSpot *self = g_object_new (UNK_TYPE_SPOT, NULL);

  self->id = id;
  self->side = side;
  self->box = box;
  self->place_x = place_x;
  self->place_y = place_y;
  unk_accessible_name_set (self, label);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  return GTK_WIDGET (self);
}

/**
 * unk_spot_get_id:
 * @self: a spot
 *
 * Returns: what lies here
 */
const char *
unk_spot_get_id (UnkSpot *self)
{
  return self->id;
}

/**
 * unk_spot_get_side:
 * @self: a spot
 *
 * Returns: its side
 */
UnkSide
unk_spot_get_side (UnkSpot *self)
{
  return self->side;
}

/**
 * unk_spot_get_box:
 * @self: a spot
 *
 * Returns: where it lies, in units of the atlas
 */
UnkBox
unk_spot_get_box (UnkSpot *self)
{
  return self->box;
}

/**
 * unk_spot_get_place:
 * @self: a spot
 * @x: (out): a place inside it, in millimeters
 * @y: (out): a place inside it, in millimeters
 */
void
unk_spot_get_place (UnkSpot *self, double *x, double *y)
{
  *x = self->place_x;
  *y = self->place_y;
}

/**
 * unk_spot_set_pressed:
 * @self: a spot
 * @pressed: whether it is chosen or marked
 */
void
unk_spot_set_pressed (UnkSpot *self, gboolean pressed)
{
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
    pressed ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
