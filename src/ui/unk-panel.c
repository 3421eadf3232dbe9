/* unk-panel.c: what is known, beside the body
 *
 * One page at a time: what was searched, what was asked for by the action "page" (clues, routines),
 * the chosen muscle, the muscles behind what is marked, or a welcome.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-panel.h"

#include "unk-clues-page.h"
#include "unk-muscle-page.h"
#include "unk-pain-page.h"
#include "unk-routine-page.h"
#include "unk-routines-page.h"
#include "unk-search-page.h"

#define NATURAL_WIDTH 430

struct _UnkPanel
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkRoutineActions *routines;
  GtkSearchEntry *search_entry;
  GtkButton *back_button;
  GtkStack *stack;
  UnkMusclePage *muscle_page;
  UnkPainPage *pain_page;
  UnkCluesPage *clues_page;
  UnkRoutinePage *routine_page;
  UnkRoutinesPage *routines_page;
  UnkSearchPage *search_page;
};

G_DEFINE_FINAL_TYPE (UnkPanel, unk_panel, ADW_TYPE_BIN)

enum
{
  SIGNAL_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_searching (UnkPanel *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
choose_page (UnkPanel *self)
{
  const char *page = "welcome", *wanted = unk_routine_actions_get_page (self->routines);

  if (is_searching (self))
    page = "search";
  else if (*wanted)
    page = wanted;
  else if (unk_scene_get_chosen (self->scene).id)
    page = "muscle";
  else if (unk_scene_get_mode (self->scene) == UNK_MODE_PAIN)
    page = "pain";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
on_search_changed (UnkPanel *self)
{
  unk_search_page_search (self->search_page,
                          gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  choose_page (self);
}

static void
on_search_stopped (UnkPanel *self)
{
  unk_panel_step_back (self);
}

static void
on_search_activated (UnkPanel *self)
{
  unk_search_page_activate_first (self->search_page);
}

static void
on_back_clicked (UnkPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
on_scene_changed (UnkPanel *self, guint what)
{
  if (what & UNK_CHANGE_CHOICE && unk_scene_get_chosen (self->scene).id)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      unk_routine_actions_set_page (self->routines, "");
    }
  if (what & UNK_CHANGE_MODE)
    unk_routine_actions_set_page (self->routines, "");
  if (what & (UNK_CHANGE_CHOICE | UNK_CHANGE_MODE))
    choose_page (self);
}

/* Long texts would ask for half the screen: the panel is as wide as a page of a small book, the
 * body gets the rest. */
static void
unk_panel_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
  *minimum_baseline = *natural_baseline = -1;
}

static void
unk_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
unk_panel_dispose (GObject *object)
{
  g_clear_object (&UNK_PANEL (object)->scene);
  g_clear_object (&UNK_PANEL (object)->routines);
  G_OBJECT_CLASS (unk_panel_parent_class)->dispose (object);
}

static void
unk_panel_class_init (UnkPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_panel_dispose;
  widget_class->measure = unk_panel_measure;
  widget_class->size_allocate = unk_panel_size_allocate;
  g_type_ensure (UNK_TYPE_CLUES_PAGE);
  g_type_ensure (UNK_TYPE_MUSCLE_PAGE);
  g_type_ensure (UNK_TYPE_PAIN_PAGE);
  g_type_ensure (UNK_TYPE_ROUTINE_PAGE);
  g_type_ensure (UNK_TYPE_ROUTINES_PAGE);
  g_type_ensure (UNK_TYPE_SEARCH_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, back_button);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, muscle_page);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, pain_page);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, clues_page);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, routine_page);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, routines_page);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, search_page);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);

  /**
   * UnkPanel::back:
   * The body is wanted, in a narrow window.
   */
  signals[SIGNAL_BACK] =
    g_signal_new ("back", UNK_TYPE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_panel_init (UnkPanel *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
on_root (UnkPanel *self)
{
  gtk_search_entry_set_key_capture_widget (self->search_entry,
                                           GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
}

/**
 * unk_panel_set_scene:
 * @self: the panel
 * @scene: what is looked at; set once
 * @actions: every command
 */
void
unk_panel_set_scene (UnkPanel *self, UnkScene *scene, UnkActions *actions)
{
  UnkPainActions *pain = unk_actions_get_pain (actions);

  self->scene = g_object_ref (scene);
  self->routines = g_object_ref (unk_actions_get_routines (actions));
  unk_muscle_page_set_scene (self->muscle_page, scene);
  unk_pain_page_set_scene (self->pain_page, scene, pain, self->routines);
  unk_clues_page_set_scene (self->clues_page, scene);
  unk_routine_page_set_scene (self->routine_page, scene, self->routines);
  unk_routines_page_set_routines (self->routines_page, self->routines);
  unk_search_page_set_scene (self->search_page, scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->routines, "page", G_CALLBACK (choose_page), self,
                           G_CONNECT_SWAPPED);
  on_root (self);
}

/**
 * unk_panel_set_folded:
 * @self: the panel
 * @folded: whether it stands alone in a narrow window
 */
void
unk_panel_set_folded (UnkPanel *self, gboolean folded)
{
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), folded);
}

/**
 * unk_panel_search:
 * @self: the panel
 * @words: (nullable): what to search for; the entry is only focused where %NULL
 */
void
unk_panel_search (UnkPanel *self, const char *words)
{
  if (words)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

/**
 * unk_panel_step_back:
 * @self: the panel
 *
 * Ends the search, or else leaves the page that was asked for.
 *
 * Returns: whether there was anything to leave
 */
gboolean
unk_panel_step_back (UnkPanel *self)
{
  if (is_searching (self))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else if (*unk_routine_actions_get_page (self->routines))
    unk_routine_actions_set_page (self->routines, "");
  else
    return FALSE;
  choose_page (self);
  return TRUE;
}
