/* unk-compare-page.c: two muscles, and what both refer to or only one does
 *
 * As long as the second one isn't chosen, those that are most alike are offered, and all others in
 * a list to pick from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-compare-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "unk-accessible-name.h"
#include "unk-compare.h"
#include "unk-page-parts.h"
#include "unk-study-rows.h"
#include "unk-scheme.h"

#define OFFERED 10

struct _UnkComparePage
{
  AdwBin parent_instance;

  UnkScene *scene;
  GtkBox *box;
  GArray *ranked; /* (nullable): UnkAlike of the drop-down, by name */
  guint rebuild_id;
};

G_DEFINE_FINAL_TYPE (UnkComparePage, unk_compare_page, ADW_TYPE_BIN)

static void
compare_with (UnkComparePage *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.compare", "s", id);
}

static void
on_row_activated (UnkComparePage *self, GtkListBoxRow *row)
{
  const UnkMuscle *muscle = g_object_get_data (G_OBJECT (row), "muscle");

  compare_with (self, muscle->id);
}

static void
add_alike (UnkComparePage *self, GArray *ranked)
{
  GtkWidget *list = unk_study_new_list ();

  unk_page_add_heading (self->box, NULL, _ ("Muscles With a Pattern Like It"));
  for (guint i = 0; i < MIN (ranked->len, OFFERED); i++)
    {
      const UnkAlike *alike = &g_array_index (ranked, UnkAlike, i);

      if (alike->alike <= 0)
        break;
      gtk_list_box_append (GTK_LIST_BOX (list),
                           unk_study_new_row (self->scene, alike->muscle, NULL));
    }
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), self);
  if (gtk_widget_get_first_child (list))
    gtk_box_append (self->box, list);
  else
    g_object_unref (g_object_ref_sink (list));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const UnkAlike *p = a, *q = b;

  return g_utf8_collate (unk_text (p->muscle->name), unk_text (q->muscle->name));
}

static void
on_selected (UnkComparePage *self, GParamSpec *pspec G_GNUC_UNUSED, GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected > 0 && selected <= self->ranked->len)
    compare_with (self, g_array_index (self->ranked, UnkAlike, selected - 1).muscle->id);
}

static void
add_all (UnkComparePage *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autoptr (GtkExpression) expression =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop_down;

  g_array_sort (self->ranked, compare_names);
  g_strv_builder_add (names, _ ("Choose a muscle"));
  for (guint i = 0; i < self->ranked->len; i++)
    g_strv_builder_add (names, unk_text (g_array_index (self->ranked, UnkAlike, i).muscle->name));
  list = g_strv_builder_end (names);
  drop_down = gtk_drop_down_new_from_strings ((const char *const *) list);
  gtk_drop_down_set_expression (GTK_DROP_DOWN (drop_down), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  unk_accessible_name_set (drop_down, _ ("Any Other Muscle"));
  unk_page_add_heading (self->box, NULL, _ ("Any Other Muscle"));
  gtk_box_append (self->box, drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_selected), self);
}

static void
offer (UnkComparePage *self, const UnkMuscle *first)
{
  /* Translators: %s is a muscle */
  g_autofree char *title = g_strdup_printf (_ ("Compare %s With"), unk_text (first->name));

  unk_page_add_title (self->box, title);
  g_clear_pointer (&self->ranked, g_array_unref);
  self->ranked = unk_compare_rank (unk_scene_get_atlas (self->scene), first);
  add_alike (self, self->ranked);
  add_all (self);
}

/* "Front of the shoulder (spillover of the second)": said where it isn't essential for all. */
static char *
describe_area (const UnkShared *shared)
{
  const char *name = unk_text (shared->area->name);

  if (shared->first && shared->second && shared->first != shared->second)
    return g_strdup_printf (shared->first == UNK_REACH_ESSENTIAL
                              /* Translators: an area; of two muscles, the first refers there
                               * essentially, the second as spillover */
                              ? _ ("%s (essential for the first, spillover for the second)")
                              : _ ("%s (spillover for the first, essential for the second)"),
                            name);
  return g_strdup_printf (MAX (shared->first, shared->second) == UNK_REACH_ESSENTIAL
                            /* Translators: an area, and what kind of zone it is */
                            ? _ ("%s (essential)")
                            : _ ("%s (spillover)"),
                          name);
}

static void
add_part (UnkComparePage *self, const UnkMuscle *first, const UnkMuscle *second, UnkPart part,
          const char *title)
{
  UnkAtlas *atlas = unk_scene_get_atlas (self->scene);
  g_autoptr (GArray) areas = unk_compare_areas (atlas, first, second, part);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  GtkBox *card = unk_page_add_card (self->box, NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (row),
                  unk_study_new_swatch (unk_tint_for_part (atlas, unk_scheme_get (), part),
                                        part == UNK_PART_BOTH));
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (card, row);
  for (guint i = 0; i < areas->len; i++)
    {
      g_autofree char *text = describe_area (&g_array_index (areas, UnkShared, i));

      g_strv_builder_add (texts, text);
    }
  list = g_strv_builder_end (texts);
  if (*list)
    unk_page_add_bullets (card, (UnkTexts) list);
  else
    unk_page_add_text (card, N_ ("No area"), "dim-label");
}

static GtkWidget *
add_button (GtkBox *row, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (row, button);
  return button;
}

static void
add_share (UnkComparePage *self, const UnkMuscle *first, const UnkMuscle *second)
{
  int percent =
    (int) lround (100 * unk_compare_share (unk_scene_get_atlas (self->scene), first, second));
  /* Translators: how much of what is drawn of two patterns is common to both */
  g_autofree char *text =
    g_strdup_printf (_ ("Of all that is drawn of the two patterns, %d %% is common."), percent);

  unk_page_add_text (self->box, text, "dim-label");
}

static void
show_both (UnkComparePage *self, const UnkMuscle *first, const UnkMuscle *second)
{
  /* Translators: two muscles that are compared */
  g_autofree char *title =
    g_strdup_printf (_ ("%s and %s"), unk_text (first->name), unk_text (second->name));
  /* Translators: %s is a muscle */
  g_autofree char *only_first = g_strdup_printf (_ ("Only %s"), unk_text (first->name));
  g_autofree char *only_second = g_strdup_printf (_ ("Only %s"), unk_text (second->name));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  unk_page_add_title (self->box, title);
  add_share (self, first, second);
  add_part (self, first, second, UNK_PART_BOTH, _ ("Both"));
  add_part (self, first, second, UNK_PART_FIRST, only_first);
  add_part (self, first, second, UNK_PART_SECOND, only_second);
  unk_page_add_text (self->box,
                     N_ ("The first muscle’s essential zones have a whole line around them, the "
                         "second’s a broken one."),
                     "caption");
  add_button (GTK_BOX (row), _ ("Done"), "app.page", "");
  add_button (GTK_BOX (row), _ ("With Another"), "app.compare", "");
  gtk_box_append (self->box, row);
}

static void
build (UnkComparePage *self)
{
  const UnkMuscle *first = unk_scene_get_muscle (self->scene);
  const UnkMuscle *second = unk_look_get_compared (unk_scene_get_look (self->scene));

  unk_page_clear (self->box);
  if (!first)
    unk_page_add_text (self->box, N_ ("Choose a muscle first; then compare it with another."),
                       "dim-label");
  else if (second)
    show_both (self, first, second);
  else
    offer (self, first);
}

/* Not at once: it may be a row of this page that was pressed. */
static gboolean
on_rebuild (gpointer data)
{
  UNK_COMPARE_PAGE (data)->rebuild_id = 0;
  build (data);
  return G_SOURCE_REMOVE;
}

static void
rebuild_soon (UnkComparePage *self)
{
  if (!self->rebuild_id)
    self->rebuild_id = g_idle_add (on_rebuild, self);
}

static void
on_scene_changed (UnkComparePage *self, guint what)
{
  if (what & (UNK_CHANGE_LOOK | UNK_CHANGE_CHOICE) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild_soon (self);
}

static void
unk_compare_page_dispose (GObject *object)
{
  UnkComparePage *self = UNK_COMPARE_PAGE (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_pointer (&self->ranked, g_array_unref);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_compare_page_parent_class)->dispose (object);
}

static void
unk_compare_page_class_init (UnkComparePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_compare_page_dispose;
}

static void
unk_compare_page_init (UnkComparePage *self)
{
  self->box = unk_page_new_column (ADW_BIN (self));
}

/**
 * unk_compare_page_set_scene:
 * @self: the page
 * @scene: what is looked at; set once
 */
void
unk_compare_page_set_scene (UnkComparePage *self, UnkScene *scene)
{
  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (rebuild_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "map", G_CALLBACK (build), self);
}
