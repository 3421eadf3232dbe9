/* unk-window.c: the body at the left, what is known at the right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-window.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-about.h"
#include "unk-body-view.h"
#include "unk-depth-switch.h"
#include "unk-notices.h"
#include "unk-panel.h"
#include "unk-quiz-view.h"
#include "unk-session-player.h"
#include "unk-study-bar.h"
#include "unk-view-switch.h"

#define KEY_ZOOM 1.25
#define FIRST_WIDTH 1120
#define FIRST_HEIGHT 780

struct _UnkWindow
{
  AdwApplicationWindow parent_instance;

  UnkScene *scene;
  UnkActions *actions;
  GSettings *settings; /* (nullable): the schema may not be installed */

  AdwToastOverlay *toasts;
  GtkStack *stage; /* the leaflet, or a session */
  AdwLeaflet *leaflet;
  GtkStack *body_stack;
  UnkBodyView *body;
  UnkPanel *panel;
  GtkLabel *name_label;
  UnkViewSwitch *view_switch;
  UnkDepthSwitch *depth_switch;
  GtkBox *view_corner, *depth_corner, *study_corner, *narrow_views, *narrow_depths, *narrow_study;
  AdwButtonContent *explore_content, *pain_content, *study_content;
  UnkStudyBar *study_bar;
  GtkWidget *zoom_box, *narrow_bar;
  GtkRevealer *peek;
  GtkLabel *peek_label;
};

G_DEFINE_FINAL_TYPE (UnkWindow, unk_window, ADW_TYPE_APPLICATION_WINDOW)

/* In a narrow window only the mode that is on has room for its name. */
static void
name_modes (UnkWindow *self)
{
  gboolean narrow = adw_leaflet_get_folded (self->leaflet);
  UnkMode mode = unk_scene_get_mode (self->scene);
  struct
  {
    UnkMode mode;
    AdwButtonContent *content;
    const char *name;
  } modes[] = {
    { UNK_MODE_EXPLORE, self->explore_content, _ ("Muscles") },
    { UNK_MODE_PAIN, self->pain_content, _ ("Pain") },
    { UNK_MODE_STUDY, self->study_content, _ ("Study") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      gboolean named = !narrow || mode == modes[i].mode;
      GtkWidget *button = gtk_widget_get_parent (GTK_WIDGET (modes[i].content));

      adw_button_content_set_label (modes[i].content, named ? modes[i].name : "");
      unk_accessible_name_set (button, modes[i].name);
    }
}

static double
measure_height (gpointer widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* The names beside the body leave out what stands in its corners. */
static void
update_covered (UnkWindow *self)
{
  double margin = 2 * gtk_widget_get_margin_bottom (GTK_WIDGET (self->view_corner));

  if (adw_leaflet_get_folded (self->leaflet))
    unk_body_view_set_covered (self->body, margin, margin, margin);
  else
    unk_body_view_set_covered (self->body, measure_height (self->study_corner) + margin,
                               measure_height (self->view_corner) + margin,
                               measure_height (self->depth_corner) + margin);
}

static void
on_camera_moved (UnkWindow *self)
{
  UnkCamera camera = unk_body_view_get_camera (self->body);
  double x, y, frame_x, frame_y;

  gtk_native_get_surface_transform (GTK_NATIVE (self), &frame_x, &frame_y);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->body), GTK_WIDGET (self), camera.x,
                                        camera.y, &x, &y))
    unk_actions_set_viewport (self->actions, camera.scale, x + frame_x, y + frame_y);
  update_covered (self);
}

/* Names what the pointer is at: a muscle and its side, or in pain mode an area of the skin. */
static void
update_name (UnkWindow *self)
{
  UnkSubject hovered = unk_scene_get_hovered (self->scene);
  const char *area = unk_body_view_get_area (self->body);
  g_autofree char *text = NULL;

  if (area || unk_scene_get_mode (self->scene) == UNK_MODE_PAIN)
    text = g_strdup (area ? area : "");
  else if (hovered.id)
    text = g_strdup_printf (_ ("%s, %s"), unk_scene_get_name (self->scene, hovered.id),
                            unk_side_name (hovered.side));
  gtk_label_set_text (self->name_label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), text && *text);
}

/* "Neck: 26 muscles", or the way to the shelves. */
static char *
describe_list (UnkWindow *self)
{
  const UnkListing *list = unk_look_get_section (unk_scene_get_look (self->scene));

  if (!list)
    return g_strdup (_ ("Lists of muscles"));
  /* Translators: the name of a list of muscles, and how many there are */
  return g_strdup_printf (ngettext ("%s: %u muscle", "%s: %u muscles", list->muscles->len),
                          list->name, list->muscles->len);
}

/* Where the panel is out of sight, a bar says what it would show. */
static void
update_peek (UnkWindow *self)
{
  UnkSubject chosen = unk_scene_get_chosen (self->scene);
  gboolean marked = unk_scene_get_mode (self->scene) == UNK_MODE_PAIN &&
                    unk_marks_get_n (unk_scene_get_marks (self->scene));
  /* Only where there is something to find: the finder takes a while to make. */
  guint n = marked ? unk_pain_actions_get_matches (unk_actions_get_pain (self->actions))->len : 0;
  UnkLesson *lesson = unk_quiz_actions_get_lesson (unk_actions_get_quiz (self->actions));
  const UnkQuizQuestion *question = lesson ? unk_lesson_get_question (lesson) : NULL;
  g_autofree char *text = NULL;

  if (question)
    text = g_strdup (question->text);
  else if (chosen.id)
    text = g_strdup_printf (_ ("%s, %s"), unk_scene_get_name (self->scene, chosen.id),
                            unk_side_name (chosen.side));
  else if (marked)
    text = g_strdup_printf (
      ngettext ("%u muscle may send pain here", "%u muscles may send pain here", n), n);
  else if (unk_scene_get_mode (self->scene) == UNK_MODE_STUDY)
    text = describe_list (self);
  gtk_label_set_text (self->peek_label, text ? text : "");
  gtk_revealer_set_reveal_child (self->peek, text && adw_leaflet_get_folded (self->leaflet));
}

static void
move_into (GtkWidget *widget, GtkBox *box, gboolean first)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent == GTK_WIDGET (box))
    return;
  g_object_ref (widget);
  gtk_box_remove (GTK_BOX (parent), widget);
  if (first)
    gtk_box_prepend (box, widget);
  else
    gtk_box_append (box, widget);
  g_object_unref (widget);
}

/* Where there is room, the switches float in the corners; where not, they stand below the body, and
 * zooming is left to fingers, wheel and keys. */
static void
arrange_switches (UnkWindow *self, gboolean narrow)
{
  GtkOrientation along = narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  move_into (GTK_WIDGET (self->view_switch), narrow ? self->narrow_views : self->view_corner, TRUE);
  move_into (GTK_WIDGET (self->depth_switch), narrow ? self->narrow_depths : self->depth_corner,
             TRUE);
  move_into (GTK_WIDGET (self->study_bar), narrow ? self->narrow_study : self->study_corner, TRUE);
  unk_view_switch_set_narrow (self->view_switch, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->depth_switch), along);
  gtk_widget_set_visible (self->narrow_bar, narrow);
  gtk_widget_set_visible (self->zoom_box, !narrow);
}

static void
on_folded (UnkWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  if (!self->scene)
    return;
  arrange_switches (self, folded);
  name_modes (self);
  unk_panel_set_folded (self->panel, folded);
  update_peek (self);
}

static void
on_peek_clicked (UnkWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "panel");
}

static void
on_scene_changed (UnkWindow *self, guint what)
{
  if (what & (UNK_CHANGE_HOVER | UNK_CHANGE_MODE))
    update_name (self);
  if (what & (UNK_CHANGE_CHOICE | UNK_CHANGE_MARKS | UNK_CHANGE_MODE | UNK_CHANGE_LOOK))
    update_peek (self);
  if (what & UNK_CHANGE_MODE)
    name_modes (self);
  if (what & (UNK_CHANGE_MODE | UNK_CHANGE_VIEW))
    update_covered (self);
}

static void
on_asked (UnkWindow *self, GVariant *value, UnkActions *actions G_GNUC_UNUSED)
{
  GSignalInvocationHint *hint = g_signal_get_invocation_hint (self->actions);
  const char *name = g_quark_to_string (hint->detail);
  UnkCamera camera;

  if (g_str_equal (name, "zoom-in"))
    unk_body_view_zoom (self->body, KEY_ZOOM);
  else if (g_str_equal (name, "zoom-out"))
    unk_body_view_zoom (self->body, 1 / KEY_ZOOM);
  else if (g_str_equal (name, "zoom-fit"))
    unk_body_view_fit (self->body);
  else if (g_str_equal (name, "about"))
    unk_about_present (GTK_WINDOW (self));
  else if (g_str_equal (name, "shortcuts"))
    unk_about_present_shortcuts (GTK_WINDOW (self));
  else if (g_str_equal (name, "viewport"))
    {
      double x, y, dx = 0, dy = 0, frame_x, frame_y;

      g_variant_get (value, "(ddd)", &camera.scale, &x, &y);
      gtk_native_get_surface_transform (GTK_NATIVE (self), &frame_x, &frame_y);
      gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->body), x - frame_x,
                                        y - frame_y, &dx, &dy);
      camera.x = dx;
      camera.y = dy;
      unk_body_view_set_camera (self->body, camera);
    }
  else
    {
      adw_leaflet_set_visible_child_name (self->leaflet, "panel");
      unk_panel_search (self->panel, value ? g_variant_get_string (value, NULL) : NULL);
    }
}

static void
on_back_wanted (UnkWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "body");
}

/* Escape takes back one thing after the other: the search, the page of the guide, the point, the
 * muscle, the panel. */
static gboolean
on_escape (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  UnkWindow *self = UNK_WINDOW (widget);

  if (unk_panel_step_back (self->panel) || unk_scene_step_back (self->scene))
    return TRUE;
  if (adw_leaflet_get_folded (self->leaflet))
    on_back_wanted (self);
  return TRUE;
}

/* While a quiz runs its own body takes the place of the one that names everything. */
static void
show_body (UnkWindow *self)
{
  gboolean quiz = g_str_equal (unk_pages_get_open (unk_actions_get_pages (self->actions)), "quiz");

  if (quiz && !gtk_stack_get_child_by_name (self->body_stack, "quiz"))
    gtk_stack_add_named (self->body_stack,
                         GTK_WIDGET (unk_quiz_view_new (
                           unk_scene_get_atlas (self->scene),
                           unk_quiz_actions_get_board (unk_actions_get_quiz (self->actions)))),
                         "quiz");
  /* What isn't the visible child of a stack is still read; what is hidden isn't. */
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->body_stack, "body"), TRUE);
  gtk_stack_set_visible_child_name (self->body_stack, quiz ? "quiz" : "body");
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->body_stack, "body"), !quiz);
  gtk_widget_set_visible (self->narrow_bar, !quiz && adw_leaflet_get_folded (self->leaflet));
}

/* A session has the whole window; what is hidden isn't read either. */
static void
show_stage (UnkWindow *self)
{
  UnkSessionActions *session = unk_actions_get_session (self->actions);
  gboolean led =
    g_str_equal (unk_pages_get_open (unk_actions_get_pages (self->actions)), "session") &&
    unk_session_actions_get_session (session) &&
    !unk_guide_trail_is_open (unk_actions_get_guide (self->actions));
  GtkWidget *player = gtk_stack_get_child_by_name (self->stage, "session");

  if (led && !player)
    {
      player = GTK_WIDGET (unk_session_player_new (session, unk_scene_get_atlas (self->scene)));
      gtk_stack_add_named (self->stage, player, "session");
    }
  gtk_widget_set_visible (led ? player : GTK_WIDGET (self->leaflet), TRUE);
  gtk_stack_set_visible_child (self->stage, led ? player : GTK_WIDGET (self->leaflet));
  if (player)
    gtk_widget_set_visible (led ? GTK_WIDGET (self->leaflet) : player, FALSE);
}

static GtkWidget *
new_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* With the line and the reason it is too long for a notice. The dialog's own heading and body don't
 * break the path of a file, and newer versions measure the heading for less than it needs. */
static void
on_routine_refused (UnkWindow *self, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_box_append (GTK_BOX (box), new_line (heading, "title-2"));
  gtk_box_append (GTK_BOX (box), new_line (text, NULL));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* In a narrow window what was asked for comes before the body. */
static void
on_page_wanted (UnkWindow *self)
{
  show_body (self);
  show_stage (self);
  if (unk_guide_trail_is_open (unk_actions_get_guide (self->actions)) ||
      *unk_pages_get_open (unk_actions_get_pages (self->actions)))
    adw_leaflet_set_visible_child_name (self->leaflet, "panel");
}

static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source ? g_settings_schema_source_lookup (source, UNK_APP_ID, TRUE) : NULL;

  return schema ? g_settings_new (UNK_APP_ID) : NULL;
}

static void
restore_size (UnkWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), FIRST_WIDTH, FIRST_HEIGHT);
  self->settings = find_settings ();
  if (!self->settings)
    return;
  g_settings_bind (self->settings, "width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
unk_window_dispose (GObject *object)
{
  UnkWindow *self = UNK_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->scene);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (unk_window_parent_class)->dispose (object);
}

static void
unk_window_class_init (UnkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_window_dispose;
  g_type_ensure (UNK_TYPE_BODY_VIEW);
  g_type_ensure (UNK_TYPE_DEPTH_SWITCH);
  g_type_ensure (UNK_TYPE_PANEL);
  g_type_ensure (UNK_TYPE_STUDY_BAR);
  g_type_ensure (UNK_TYPE_VIEW_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, body_stack);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, body);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, name_label);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, view_switch);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, depth_switch);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, view_corner);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, depth_corner);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, narrow_views);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, narrow_depths);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, study_content);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, pain_content);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, explore_content);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, study_bar);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, narrow_study);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, study_corner);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, peek);
  gtk_widget_class_bind_template_child (widget_class, UnkWindow, peek_label);
  gtk_widget_class_bind_template_callback (widget_class, on_camera_moved);
  gtk_widget_class_bind_template_callback (widget_class, update_name);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_peek_clicked);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
unk_window_init (UnkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unk_window_new:
 * @application: the program
 * @scene: what is looked at
 * @actions: every command
 * @keeper: keeps what the user makes
 *
 * Returns: a window
 */
UnkWindow *
unk_window_new (AdwApplication *application, UnkScene *scene, UnkActions *actions,
                UnkKeeper *keeper)
{
  UnkWindow *self = g_object_new (UNK_TYPE_WINDOW, "application", application, NULL);

  self->scene = g_object_ref (scene);
  self->actions = g_object_ref (actions);
  gtk_window_set_title (GTK_WINDOW (self), UNK_APP_NAME);
  if (UNK_IS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  restore_size (self);
  unk_view_switch_set_scene (self->view_switch, scene);
  unk_panel_set_scene (self->panel, scene, actions);
  unk_body_view_set_scene (self->body, scene);
  unk_study_bar_set_scene (self->study_bar, scene);
  g_signal_connect_object (self->panel, "back", G_CALLBACK (on_back_wanted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (actions, "asked", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_actions_get_routine_files (actions), "refused",
                           G_CALLBACK (on_routine_refused), self, G_CONNECT_SWAPPED);
  unk_notices_connect (self->toasts, actions, keeper);
  g_signal_connect_object (unk_actions_get_guide (actions), "changed", G_CALLBACK (on_page_wanted),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_actions_get_session (actions), "changed", G_CALLBACK (show_stage),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_actions_get_quiz (actions), "changed", G_CALLBACK (update_peek),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_actions_get_pages (actions), "changed", G_CALLBACK (on_page_wanted),
                           self, G_CONNECT_SWAPPED);
  on_folded (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
  return self;
}
