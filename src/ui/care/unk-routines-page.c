/* unk-routines-page.c: the routines that are kept, and what a new one can begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routines-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-guide.h"
#include "unk-page-parts.h"
#include "unk-pick-part.h"
#include "unk-routine-files.h"

struct _UnkRoutinesPage
{
  AdwBin parent_instance;

  UnkRoutineActions *routines;
  UnkSessionActions *session;
  UnkAtlas *atlas;
  GtkBox *box;
  GtkWidget *orders; /* how the list is sorted; shown where there is something to sort */
  GtkBox *kept;      /* the list of routines, made anew with each change */
  GtkBox *open;      /* the session that isn’t over */
  const char *order; /* newest, name or length */
  guint rebuild_id;
};

G_DEFINE_FINAL_TYPE (UnkRoutinesPage, unk_routines_page, ADW_TYPE_BIN)

static char *
describe_length (const UnkRoutine *routine)
{
  guint minutes = unk_routine_count_minutes (routine), n = routine->steps->len;
  g_autofree char *length =
    g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);

  if (!n)
    return g_strdup (_ ("No steps yet"));
  /* Translators: how long a routine takes, and how many steps it has */
  return g_strdup_printf (_ ("%s · %s"), length, steps);
}

static void
add_row_button (GtkWidget *row, const char *icon, const char *name, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  unk_accessible_name_set (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_routine (GtkListBox *list, const UnkRoutine *routine)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *length = describe_length (routine);
  /* Translators: %s is a routine */
  g_autofree char *start = g_strdup_printf (_ ("Start %s"), routine->name);
  /* Translators: %s is a routine */
  g_autofree char *copy = g_strdup_printf (_ ("Duplicate %s"), routine->name);
  /* Translators: %s is a routine */
  g_autofree char *remove = g_strdup_printf (_ ("Delete %s"), routine->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), routine->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), length);
  add_row_button (row, "media-playback-start-symbolic", start, "app.start-session", routine->id);
  add_row_button (row, "edit-copy-symbolic", copy, "app.copy-routine", routine->id);
  add_row_button (row, "user-trash-symbolic", remove, "app.remove-routine", routine->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-routine");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", routine->id);
  unk_accessible_name_set (row, routine->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, length,
                                  -1);
  gtk_list_box_append (list, row);
}

static GtkListBox *
add_list (GtkBox *box, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  unk_accessible_name_set (list, name);
  gtk_box_append (box, list);
  return GTK_LIST_BOX (list);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer order)
{
  const UnkRoutine *left = *(UnkRoutine *const *) a, *right = *(UnkRoutine *const *) b;
  guint left_length = unk_routine_count_seconds (left);
  guint right_length = unk_routine_count_seconds (right);

  if (g_str_equal (order, "name"))
    {
      int names = g_utf8_collate (left->name, right->name);

      if (names)
        return names;
    }
  if (g_str_equal (order, "length") && left_length != right_length)
    return left_length < right_length ? -1 : 1;
  return left->id > right->id ? -1 : left->id < right->id;
}

static void
show_kept (UnkRoutinesPage *self)
{
  g_autoptr (GPtrArray) routines = unk_routine_actions_load_routines (self->routines);
  GtkListBox *list;

  unk_page_clear (self->kept);
  gtk_widget_set_visible (self->orders, routines->len > 1);
  if (!routines->len)
    {
      unk_page_add_text (self->kept,
                         _ ("None yet. Mark where it hurts and pick the muscles that fit, or begin "
                            "with one of those below."),
                         "dim-label");
      return;
    }
  g_ptr_array_sort_with_data (routines, compare, (gpointer) self->order);
  list = add_list (self->kept, _ ("Routines"));
  for (guint i = 0; i < routines->len; i++)
    add_routine (list, g_ptr_array_index (routines, i));
}

static void
on_order_toggled (UnkRoutinesPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->order = g_object_get_data (G_OBJECT (button), "order");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_kept (self);
}

static void
add_order (UnkRoutinesPage *self)
{
  static const char *const orders[][2] = { { "newest", N_ ("Newest") },
                                           { "name", N_ ("Name") },
                                           { "length", N_ ("Shortest") } };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *first = NULL;

  gtk_widget_add_css_class (row, "linked");
  unk_accessible_name_set (row, _ ("Order of the routines"));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (orders[i][1]));

      g_object_set_data (G_OBJECT (button), "order", (gpointer) orders[i][0]);
      if (first)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        first = button;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    g_str_equal (orders[i][0], self->order));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_order_toggled), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  self->orders = row;
  gtk_box_append (self->box, row);
}

static void
add_import (UnkRoutinesPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Import…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (unk_routine_files_ask_import), NULL);
  gtk_box_append (self->box, button);
}

static void
add_new (UnkRoutinesPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("New Routine"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.new-routine");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->box, button);
  add_import (self);
  gtk_box_append (self->box, unk_pick_part_new_picked (self->routines));
}

static void
add_conditions (UnkRoutinesPage *self)
{
  guint n;
  const UnkGuidePage *pages = unk_atlas_get_guide_pages (self->atlas, &n);
  GtkListBox *list;

  unk_page_add_heading (self->box, NULL, _ ("Start from a Condition"));
  list = add_list (self->box, _ ("Start from a Condition"));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row;

      if (!pages[i].n_starter)
        continue;
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), unk_text (pages[i].title));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.routine-from");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", pages[i].id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("list-add-symbolic"));
      unk_accessible_name_set (row, unk_text (pages[i].title));
      gtk_list_box_append (list, row);
    }
}

static gboolean
on_rebuild (gpointer data)
{
  UNK_ROUTINES_PAGE (data)->rebuild_id = 0;
  show_kept (data);
  return G_SOURCE_REMOVE;
}

/* Not at once: it may be a button of this page that was pressed. */
static void
on_changed (UnkRoutinesPage *self)
{
  if (!self->rebuild_id && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->rebuild_id = g_idle_add (on_rebuild, self);
}

/* The session that was left, or broke off, is taken up with one press. */
static void
show_open (UnkRoutinesPage *self)
{
  const UnkSession *session;
  g_autofree char *text = NULL;
  GtkWidget *button;
  GtkBox *card;

  unk_session_actions_look (self->session);
  session = unk_session_actions_get_session (self->session);
  unk_page_clear (self->open);
  gtk_widget_set_visible (GTK_WIDGET (self->open), session != NULL);
  if (!session)
    return;
  /* Translators: the name of a routine; how many of how many steps are behind */
  text = g_strdup_printf (_ ("“%s” was left after %u of %u steps."), session->name,
                          session->position, session->steps->len);
  card = unk_page_add_card (self->open, NULL);
  unk_page_add_text (card, text, NULL);
  button = gtk_button_new_with_label (_ ("Continue Session"));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.resume-session");
  gtk_box_append (card, button);
}

static void
on_mapped (UnkRoutinesPage *self)
{
  show_open (self);
  show_kept (self);
  unk_routine_actions_list_kept (self->routines);
}

static void
unk_routines_page_dispose (GObject *object)
{
  UnkRoutinesPage *self = UNK_ROUTINES_PAGE (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_object (&self->routines);
  g_clear_object (&self->session);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_routines_page_parent_class)->dispose (object);
}

static void
unk_routines_page_class_init (UnkRoutinesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_routines_page_dispose;
}

static void
unk_routines_page_init (UnkRoutinesPage *self)
{
  self->order = "newest";
  self->box = unk_page_new_column (ADW_BIN (self));
}

/**
 * unk_routines_page_set_routines:
 * @self: the page
 * @routines: where they are; set once
 * @session: the one that may be taken up
 * @atlas: the atlas, for conditions to begin with
 */
void
unk_routines_page_set_routines (UnkRoutinesPage *self, UnkRoutineActions *routines,
                                UnkSessionActions *session, UnkAtlas *atlas)
{
  self->routines = g_object_ref (routines);
  self->session = g_object_ref (session);
  self->atlas = unk_atlas_ref (atlas);
  unk_page_add_title (self->box, _ ("Routines"));
  self->open = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (self->box, GTK_WIDGET (self->open));
  add_order (self);
  self->kept = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (self->box, GTK_WIDGET (self->kept));
  add_new (self);
  add_conditions (self);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  g_signal_connect_object (routines, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}
