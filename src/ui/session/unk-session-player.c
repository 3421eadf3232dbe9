/* unk-session-player.c: leads through a session, in the whole window
 *
 * The place on the body, the page that says what to do, and the buttons below both, where they stay
 * from step to step. Before and after there is the page alone. Whoever goes elsewhere pauses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session-player.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-session-figure.h"
#include "unk-session-page.h"

/* Less progress isn't seen, but would have the window arranged anew with each tick: a press and a
 * release between which that comes are taken for none. */
#define SEEN 0.004
/* Narrower than this the page stands below the figure. */
#define WIDE 720

struct _UnkSessionPlayer
{
  AdwBin parent_instance;

  UnkSessionActions *actions;
  UnkAtlas *atlas;
  AdwWindowTitle *title;
  GtkProgressBar *progress;
  GtkBox *content;
  UnkSessionFigure *figure;
  GtkWidget *page, *bar;
  GtkButton *pause;
  AdwButtonContent *pause_content;
  GtkButton *mute;
  gboolean narrow;
  guint arrange_id;
  guint shown; /* the step whose place is shown */
};

G_DEFINE_FINAL_TYPE (UnkSessionPlayer, unk_session_player, ADW_TYPE_BIN)

static GtkWidget *
new_icon_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  unk_accessible_name_set (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_header (UnkSessionPlayer *self)
{
  GtkWidget *header = adw_header_bar_new (), *leave = gtk_button_new_with_label (_ ("Leave"));

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  gtk_widget_set_tooltip_text (leave, _ ("Leave for Later (Escape)"));
  unk_accessible_name_set (leave, _ ("Leave for Later"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (leave), "app.session-leave");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), leave);
  self->mute = GTK_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (self->mute, "audio-volume-muted-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mute),
                               _ ("Silent: no bell where something changes (M)"));
  unk_accessible_name_set (self->mute, _ ("Silent"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->mute), "app.session-mute");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->mute));
  return header;
}

static void
make_pause (UnkSessionPlayer *self)
{
  self->pause = GTK_BUTTON (gtk_button_new ());
  self->pause_content = ADW_BUTTON_CONTENT (adw_button_content_new ());
  gtk_button_set_child (self->pause, GTK_WIDGET (self->pause_content));
  gtk_widget_add_css_class (GTK_WIDGET (self->pause), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->pause), "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->pause), "app.session-pause");
}

/* Back, pause, skip as on every player; what makes it longer beside them. */
static GtkWidget *
make_bar (UnkSessionPlayer *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *longer;

  make_pause (self);
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "session-bar");
  gtk_box_append (GTK_BOX (bar), new_icon_button ("media-skip-backward-symbolic", _ ("Step Back"),
                                                  "app.session-back"));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->pause));
  gtk_box_append (GTK_BOX (bar),
                  new_icon_button ("media-skip-forward-symbolic", _ ("Skip"), "app.session-skip"));
  longer = gtk_button_new_with_label (_ ("+10 s"));
  gtk_widget_set_valign (longer, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (longer, _ ("Hold for 10 seconds longer (L)"));
  unk_accessible_name_set (longer, _ ("10 s Longer"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (longer), "app.session-longer");
  gtk_box_append (GTK_BOX (bar), longer);
  return bar;
}

static void
show_place (UnkSessionPlayer *self, const UnkSession *session, const UnkRoutineStep *step)
{
  if (self->shown == session->position + 1)
    return;
  self->shown = session->position + 1;
  unk_session_figure_show (self->figure, unk_atlas_find_muscle (self->atlas, step->muscle, NULL),
                           step->side, unk_handling_for_kind (step->kind));
}

static void
show_time (UnkSessionPlayer *self)
{
  const UnkSession *session = unk_session_actions_get_session (self->actions);
  UnkSessionMoment moment;
  guint minutes;
  double share;
  g_autofree char *left = NULL, *step = NULL, *both = NULL;

  if (!session)
    return;
  moment = unk_session_get_moment (session);
  share = unk_session_get_share (session);
  if (ABS (share - gtk_progress_bar_get_fraction (self->progress)) >= SEEN)
    gtk_progress_bar_set_fraction (self->progress, share);
  if (!moment.step)
    {
      adw_window_title_set_subtitle (self->title, "");
      return;
    }
  minutes = (guint) (unk_session_count_left (session) / 60 + 0.99);
  left = g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes), minutes);
  /* Translators: which step it is, and of how many */
  step = g_strdup_printf (_ ("Step %u of %u"), session->position + 1, session->steps->len);
  both = g_strdup_printf (_ ("%s · %s"), step, left);
  adw_window_title_set_subtitle (self->title, self->narrow ? step : both);
}

static void
show_pause (UnkSessionPlayer *self, gboolean running)
{
  const char *name = running ? _ ("Pause") : _ ("Go On");

  adw_button_content_set_icon_name (self->pause_content, running ? "media-playback-pause-symbolic"
                                                                 : "media-playback-start-symbolic");
  adw_button_content_set_label (self->pause_content, name);
}

static void
on_changed (UnkSessionPlayer *self)
{
  const UnkSession *session = unk_session_actions_get_session (self->actions);
  UnkSessionMoment moment;
  gboolean was_playing = gtk_widget_get_visible (self->bar);

  if (!session)
    return;
  moment = unk_session_get_moment (session);
  /* Before and after, the page itself is headed. */
  adw_window_title_set_title (self->title, moment.step ? session->name : _ ("Session"));
  gtk_widget_set_visible (self->bar, moment.step != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->figure), moment.step != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), moment.step != NULL);
  if (moment.step)
    show_place (self, session, moment.step->step);
  else
    self->shown = 0;
  show_pause (self, session->running);
  show_time (self);
  if (moment.step && !was_playing)
    gtk_widget_grab_focus (GTK_WIDGET (self->pause));
}

/* Beside each other where there is room, else the figure above. */
static void
arrange (UnkSessionPlayer *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), self->narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->page, self->narrow ? -1 : 380, -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->figure), !self->narrow);
  unk_session_page_set_narrow (UNK_SESSION_PAGE (self->page), self->narrow);
  gtk_box_set_spacing (GTK_BOX (self->bar), self->narrow ? 6 : 12);
  if (self->narrow)
    gtk_widget_add_css_class (self->bar, "narrow");
  else
    gtk_widget_remove_css_class (self->bar, "narrow");
  show_time (self);
}

static gboolean
on_arrange (gpointer data)
{
  UnkSessionPlayer *self = data;

  self->arrange_id = 0;
  arrange (self);
  return G_SOURCE_REMOVE;
}

static void
unk_session_player_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      NULL, NULL);
  /* As narrow as the arrangement allows that it can have, not that it has. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 340);
  *minimum_baseline = *natural_baseline = -1;
}

static void
unk_session_player_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UnkSessionPlayer *self = UNK_SESSION_PLAYER (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  gboolean narrow = width < WIDE;
  int minimum;

  if (narrow != self->narrow && !self->arrange_id)
    self->arrange_id = g_idle_add (on_arrange, self);
  self->narrow = narrow;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, minimum), height, baseline, NULL);
}

/* Whoever goes to another page doesn't press any more. */
static void
on_unmap (UnkSessionPlayer *self)
{
  const UnkSession *session = unk_session_actions_get_session (self->actions);

  if (session && session->running)
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "session-pause",
                                    NULL);
}

static void
on_map (UnkSessionPlayer *self)
{
  self->shown = 0;
  on_changed (self);
  if (gtk_widget_get_visible (self->bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->pause));
  else
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

static void
unk_session_player_dispose (GObject *object)
{
  UnkSessionPlayer *self = UNK_SESSION_PLAYER (object);

  g_clear_handle_id (&self->arrange_id, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_session_player_parent_class)->dispose (object);
}

/* Before and after only the way out has a key: the others would be pressed by mistake. */
static gboolean
on_key (GtkWidget *widget, GVariant *value, gpointer data G_GNUC_UNUSED)
{
  const char *action = g_variant_get_string (value, NULL);

  if (!gtk_widget_get_visible (UNK_SESSION_PLAYER (widget)->bar) &&
      !g_str_equal (action, "app.session-leave"))
    return FALSE;
  return gtk_widget_activate_action (widget, action, NULL);
}

/* What mirrors with the text leads back at the right. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Escape, "app.session-leave" },    { GDK_KEY_m, "app.session-mute" },
    { GDK_KEY_l, "app.session-longer" },        { GDK_KEY_space, "app.session-pause" },
    { GDK_KEY_AudioPlay, "app.session-pause" }, { GDK_KEY_AudioPause, "app.session-pause" },
    { GDK_KEY_AudioNext, "app.session-skip" },  { GDK_KEY_AudioPrev, "app.session-back" },
  };
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, on_key, "s", keys[i].action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_key, "s",
                                mirrored ? "app.session-back" : "app.session-skip");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_key, "s",
                                mirrored ? "app.session-skip" : "app.session-back");
}

static void
unk_session_player_class_init (UnkSessionPlayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_session_player_dispose;
  widget_class->measure = unk_session_player_measure;
  widget_class->size_allocate = unk_session_player_size_allocate;
  add_keys (widget_class);
}

static void
unk_session_player_init (UnkSessionPlayer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "osd");
  unk_accessible_name_set (self->progress, _ ("Progress of the session"));
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  self->bar = make_bar (self);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_box_append (GTK_BOX (box), self->bar);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * unk_session_player_new:
 * @session: what it leads through
 * @atlas: for the directions
 *
 * Returns: a player
 */
UnkSessionPlayer *
unk_session_player_new (UnkSessionActions *session, UnkAtlas *atlas)
{
  UnkSessionPlayer *self = g_object_new (UNK_TYPE_SESSION_PLAYER, NULL);

  self->actions = g_object_ref (session);
  self->atlas = unk_atlas_ref (atlas);
  self->figure = unk_session_figure_new (atlas);
  self->page = g_object_new (UNK_TYPE_SESSION_PAGE, "hexpand", TRUE, "vexpand", TRUE, NULL);
  unk_session_page_set_session (UNK_SESSION_PAGE (self->page), session, atlas);
  gtk_box_append (self->content, GTK_WIDGET (self->figure));
  gtk_box_append (self->content, self->page);
  arrange (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ticked", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
  on_changed (self);
  return self;
}
