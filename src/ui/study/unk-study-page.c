/* unk-study-page.c: shelves of muscles, beside the body in study mode
 *
 * First the shelves, as a row of buttons; below, the sections of the shelf, or the muscles of the
 * section that is open. It is made anew for each list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-study-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"
#include "unk-study-rows.h"
#include "unk-scheme.h"

struct _UnkStudyPage
{
  AdwBin parent_instance;

  UnkScene *scene;
  GtkBox *box;   /* of all */
  GtkBox *shelf; /* of what changes with the shelf */
  GtkWidget *shelves[UNK_N_SHELVES];
  char *shown; /* (nullable): what the page was made for */
  guint rebuild_id;
  gboolean showing; /* what is, not what was pressed */
};

G_DEFINE_FINAL_TYPE (UnkStudyPage, unk_study_page, ADW_TYPE_BIN)

static UnkLook *
get_look (UnkStudyPage *self)
{
  return unk_scene_get_look (self->scene);
}

static void
on_row_activated (UnkStudyPage *self, GtkListBoxRow *row)
{
  const UnkMuscle *muscle = g_object_get_data (G_OBJECT (row), "muscle");
  const char *section = g_object_get_data (G_OBJECT (row), "section");
  g_autofree char *target = NULL;

  if (section)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "app.shelf", "s", section);
      return;
    }
  target =
    g_strconcat (muscle->id, ":", unk_side_id (unk_scene_get_chosen (self->scene).side), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.muscle", "s", target);
}

static GtkWidget *
add_list (UnkStudyPage *self)
{
  GtkWidget *list = unk_study_new_list ();

  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_box_append (self->shelf, list);
  return list;
}

static GtkWidget *
make_section_row (const UnkListing *section)
{
  GtkWidget *row = adw_action_row_new (), *count;
  g_autofree char *title = g_markup_escape_text (section->name, -1);
  g_autofree char *number = g_strdup_printf ("%u", section->muscles->len);
  g_autofree char *said = g_strdup_printf (
    ngettext ("%u muscle", "%u muscles", section->muscles->len), section->muscles->len);

  count = gtk_label_new (number);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  unk_accessible_name_set (row, section->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "section", g_strdup (section->id), g_free);
  return row;
}

static void
add_sections (UnkStudyPage *self, UnkShelf shelf)
{
  g_autoptr (GPtrArray) sections =
    unk_shelf_list (shelf, unk_scene_get_atlas (self->scene), unk_scene_get_notes (self->scene));
  GtkWidget *list = add_list (self);

  for (guint i = 0; i < sections->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_section_row (g_ptr_array_index (sections, i)));
}

static void
add_muscles (UnkStudyPage *self, const UnkListing *listing, guint from, guint to)
{
  UnkAtlas *atlas = unk_scene_get_atlas (self->scene);
  gboolean zones = unk_look_get_zones (get_look (self)) != NULL;
  GtkWidget *list;

  if (from == to)
    return;
  list = add_list (self);
  for (guint i = from; i < to; i++)
    {
      GtkWidget *row =
        unk_study_new_row (self->scene, g_ptr_array_index (listing->muscles, i), NULL);

      if (zones)
        adw_action_row_add_prefix (
          ADW_ACTION_ROW (row),
          unk_study_new_swatch (unk_tint_get (atlas, unk_scheme_get (), i), FALSE));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static void
on_zones (UnkStudyPage *self, GtkToggleButton *button)
{
  const UnkListing *listing = unk_look_get_section (get_look (self));

  if (!self->showing)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.region-zones", "s",
                                gtk_toggle_button_get_active (button) ? listing->id : "");
}

/* The name of the section, the way back to its shelf, and the switch for its zones. */
static void
add_head (UnkStudyPage *self, const UnkListing *listing, UnkShelf shelf)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name =
    g_object_new (GTK_TYPE_LABEL, "label", listing->name, "accessible-role",
                  GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (name, "title-2");
  if (shelf != UNK_SHELF_FAVORITES)
    {
      GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

      gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (back, "flat");
      gtk_widget_set_tooltip_text (back, _ ("Back to the List"));
      unk_accessible_name_set (back, _ ("Back to the List"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "app.shelf");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (back), "s", unk_shelf_id (shelf));
      gtk_box_append (GTK_BOX (row), back);
    }
  gtk_box_append (GTK_BOX (row), name);
  if (listing->muscles->len)
    {
      GtkWidget *zones = gtk_toggle_button_new ();

      gtk_button_set_child (GTK_BUTTON (zones),
                            g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name",
                                          "unknot-zones-symbolic", "label",
                                          /* Translators: shows the zones of all muscles at once */
                                          _ ("All Zones"), NULL));
      gtk_widget_set_valign (zones, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (zones, _ ("Show the Zones of All at Once"));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (zones),
                                    unk_look_get_zones (get_look (self)) != NULL);
      g_signal_connect_swapped (zones, "toggled", G_CALLBACK (on_zones), self);
      gtk_box_append (GTK_BOX (row), zones);
    }
  gtk_box_append (self->shelf, row);
}

static void
add_listing (UnkStudyPage *self, const UnkListing *listing, UnkShelf shelf)
{
  gboolean refers = g_str_has_prefix (listing->id, "refers/");

  if (refers)
    unk_page_add_text (self->shelf, N_ ("Muscles That Send Pain Here"), "dim-label");
  add_head (self, listing, shelf);
  if (!listing->muscles->len)
    {
      unk_page_add_text (self->shelf,
                         refers ? N_ ("The atlas knows no muscle that sends pain here.")
                                : N_ ("Press the star on a muscle’s page to find it here again."),
                         "dim-label");
      return;
    }
  if (refers && listing->n_essential)
    unk_page_add_heading (self->shelf, NULL, _ ("As an Essential Zone"));
  add_muscles (self, listing, 0, listing->n_essential);
  if (listing->n_essential < listing->muscles->len)
    unk_page_add_heading (self->shelf, NULL, _ ("As a Spillover Zone"));
  add_muscles (self, listing, listing->n_essential, listing->muscles->len);
}

static GtkWidget *
find_list (UnkStudyPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->shelf));

  while (child && !GTK_IS_LIST_BOX (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* All that the page depends on. */
static char *
describe_state (UnkStudyPage *self)
{
  const UnkListing *zones = unk_look_get_zones (get_look (self));

  return g_strdup_printf (
    "%s %s %u %s", unk_look_get_shelf (get_look (self)), zones ? zones->id : "",
    unk_notes_get_serial (unk_scene_get_notes (self->scene)), unk_scheme_get ());
}

static void
build (UnkStudyPage *self)
{
  const UnkListing *listing = unk_look_get_section (get_look (self));
  GtkWidget *focus = unk_page_find_focus (GTK_WIDGET (self));
  gboolean had_focus = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->shelf));
  UnkShelf shelf = UNK_SHELF_REGION;

  g_free (self->shown);
  self->shown = describe_state (self);
  self->showing = TRUE;
  unk_shelf_parse (unk_look_get_shelf (get_look (self)), &shelf);
  for (int i = 0; i < UNK_N_SHELVES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->shelves[i]), i == (int) shelf);
  unk_page_clear (self->shelf);
  if (listing)
    add_listing (self, listing, shelf);
  else
    add_sections (self, shelf);
  self->showing = FALSE;
  if (had_focus && find_list (self))
    gtk_widget_child_focus (find_list (self), GTK_DIR_TAB_FORWARD);
}

/* Not at once: it may be a row of this page that was pressed. */
static gboolean
on_rebuild (gpointer data)
{
  UnkStudyPage *self = data;
  g_autofree char *state = describe_state (self);

  self->rebuild_id = 0;
  if (g_strcmp0 (state, self->shown) != 0 && gtk_widget_get_root (GTK_WIDGET (self)))
    build (self);
  return G_SOURCE_REMOVE;
}

static void
rebuild_soon (UnkStudyPage *self)
{
  if (!self->rebuild_id)
    self->rebuild_id = g_idle_add (on_rebuild, self);
}

static void
on_scene_changed (UnkStudyPage *self, guint what)
{
  if (what & UNK_CHANGE_LOOK)
    rebuild_soon (self);
}

static void
on_shelf_pressed (UnkStudyPage *self, GtkToggleButton *button)
{
  if (self->showing)
    return;
  for (int i = 0; i < UNK_N_SHELVES; i++)
    if (self->shelves[i] == GTK_WIDGET (button))
      gtk_widget_activate_action (GTK_WIDGET (self), "app.shelf", "s", unk_shelf_id (i));
  /* Pressed again, or not the shelf that is shown: the state says which button is down. */
  g_clear_pointer (&self->shown, g_free);
  rebuild_soon (self);
}

static void
add_shelves (UnkStudyPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  for (int i = 0; i < UNK_N_SHELVES; i++)
    {
      gboolean star = i == UNK_SHELF_FAVORITES;
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *child = star ? gtk_image_new_from_icon_name ("starred-symbolic")
                              : g_object_new (GTK_TYPE_LABEL, "label", unk_shelf_name (i),
                                              "ellipsize", PANGO_ELLIPSIZE_END, NULL);

      gtk_button_set_child (GTK_BUTTON (button), child);
      unk_accessible_name_set (button, unk_shelf_name (i));
      gtk_widget_set_tooltip_text (button, unk_shelf_name (i));
      /* Not all as wide as the widest: in a narrow window each needs what its name takes. */
      gtk_widget_set_hexpand (button, TRUE);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_shelf_pressed), self);
      self->shelves[i] = button;
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (self->box, row);
}

static GtkWidget *
make_pill (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  return button;
}

/* Only where there is such a page. */
static void
add_today (UnkStudyPage *self)
{
  GtkWidget *button;

  if (!unk_pages_has ("today"))
    return;
  button = make_pill (_ ("Quiz"), "app.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "today");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (self->box, button);
}

static void
unk_study_page_dispose (GObject *object)
{
  UnkStudyPage *self = UNK_STUDY_PAGE (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_study_page_parent_class)->dispose (object);
}

static void
unk_study_page_class_init (UnkStudyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_study_page_dispose;
}

static void
unk_study_page_init (UnkStudyPage *self)
{
  self->box = unk_page_new_column (ADW_BIN (self));
  add_shelves (self);
  self->shelf = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (self->box, GTK_WIDGET (self->shelf));
  add_today (self);
  g_signal_connect (self, "map", G_CALLBACK (rebuild_soon), NULL);
}

/**
 * unk_study_page_set_scene:
 * @self: the page
 * @scene: what is looked at; set once
 */
void
unk_study_page_set_scene (UnkStudyPage *self, UnkScene *scene)
{
  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (rebuild_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (rebuild_soon), self, G_CONNECT_SWAPPED);
  rebuild_soon (self);
}
