/* unk-panel.c: what is known, beside the body
 *
 * One page at a time: what was searched, what was asked for by the action "page" (clues, routines),
 * the chosen muscle, the muscles behind what is marked, or a welcome.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-panel.h"

#include "unk-accessible-name.h"
#include "unk-clues-page.h"
#include "unk-compare-page.h"
#include "unk-guide-view.h"
#include "unk-journal-page.h"
#include "unk-muscle-page.h"
#include "unk-page-parts.h"
#include "unk-pain-page.h"
#include "unk-poster-page.h"
#include "unk-quiz-page.h"
#include "unk-routine-page.h"
#include "unk-routines-page.h"
#include "unk-search-page.h"
#include "unk-study-page.h"
#include "unk-today-page.h"

#define NATURAL_WIDTH 430

struct _UnkPanel
{
  AdwBin parent_instance;

  UnkScene *scene;
  UnkActions *actions;
  UnkPages *pages;
  GtkSearchEntry *search_entry;
  GtkButton *back_button;
  GtkStack *stack;
  guint first_id; /* while the first page waits for the first frame */
  gboolean seen;  /* the first frame was painted */
  UnkGuideTrail *guide;
  UnkSearchPage *search_page; /* (nullable): nothing was searched yet */
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

static GtkWidget *
make_welcome (UnkPanel *self G_GNUC_UNUSED)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/unknot/Unknot/ui/unk-welcome.ui");

  unk_accessible_name_reset (GTK_WIDGET (gtk_builder_get_object (builder, "mark")));
  unk_accessible_name_reset (GTK_WIDGET (gtk_builder_get_object (builder, "read")));
  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "welcome")));
}

static GtkWidget *
make_guide (UnkPanel *self)
{
  UnkGuideView *view = g_object_new (UNK_TYPE_GUIDE_VIEW, NULL);

  unk_guide_view_set_guide (view, self->guide, unk_scene_get_atlas (self->scene));
  return GTK_WIDGET (view);
}

static GtkWidget *
make_journal (UnkPanel *self)
{
  UnkJournalPage *page = g_object_new (UNK_TYPE_JOURNAL_PAGE, NULL);

  unk_journal_page_set_actions (page, unk_actions_get_journal (self->actions));
  return GTK_WIDGET (page);
}

static GtkWidget *
make_muscle (UnkPanel *self)
{
  UnkMusclePage *page = g_object_new (UNK_TYPE_MUSCLE_PAGE, NULL);

  unk_muscle_page_set_routines (page, unk_actions_get_routines (self->actions));
  unk_muscle_page_set_scene (page, self->scene);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_pain (UnkPanel *self)
{
  UnkPainPage *page = g_object_new (UNK_TYPE_PAIN_PAGE, NULL);

  unk_pain_page_set_scene (page, self->scene, unk_actions_get_pain (self->actions),
                           unk_actions_get_routines (self->actions));
  return GTK_WIDGET (page);
}

static GtkWidget *
make_clues (UnkPanel *self)
{
  UnkCluesPage *page = g_object_new (UNK_TYPE_CLUES_PAGE, NULL);

  unk_clues_page_set_scene (page, self->scene);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_routine (UnkPanel *self)
{
  UnkRoutinePage *page = g_object_new (UNK_TYPE_ROUTINE_PAGE, NULL);

  unk_routine_page_set_scene (page, self->scene, unk_actions_get_routines (self->actions));
  return GTK_WIDGET (page);
}

static GtkWidget *
make_routines (UnkPanel *self)
{
  UnkRoutinesPage *page = g_object_new (UNK_TYPE_ROUTINES_PAGE, NULL);

  unk_routines_page_set_routines (page, unk_actions_get_routines (self->actions),
                                  unk_actions_get_session (self->actions),
                                  unk_scene_get_atlas (self->scene));
  return GTK_WIDGET (page);
}

static GtkWidget *
make_study (UnkPanel *self)
{
  UnkStudyPage *page = g_object_new (UNK_TYPE_STUDY_PAGE, NULL);

  unk_study_page_set_scene (page, self->scene);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_compare (UnkPanel *self)
{
  UnkComparePage *page = g_object_new (UNK_TYPE_COMPARE_PAGE, NULL);

  unk_compare_page_set_scene (page, self->scene);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_quiz (UnkPanel *self)
{
  UnkQuizPage *page = g_object_new (UNK_TYPE_QUIZ_PAGE, NULL);

  unk_quiz_page_set_quiz (page, unk_actions_get_quiz (self->actions));
  return GTK_WIDGET (page);
}

static GtkWidget *
make_poster (UnkPanel *self)
{
  UnkPosterPage *page = g_object_new (UNK_TYPE_POSTER_PAGE, NULL);

  unk_poster_page_set_atlas (page, unk_scene_get_atlas (self->scene));
  return GTK_WIDGET (page);
}

static GtkWidget *
make_today (UnkPanel *self)
{
  UnkTodayPage *page = g_object_new (UNK_TYPE_TODAY_PAGE, NULL);

  unk_today_page_set_quiz (page, unk_actions_get_quiz (self->actions),
                           unk_scene_get_notes (self->scene));
  return GTK_WIDGET (page);
}

static GtkWidget *
make_search (UnkPanel *self)
{
  self->search_page = g_object_new (UNK_TYPE_SEARCH_PAGE, NULL);
  unk_search_page_set_scene (self->search_page, self->scene);
  return GTK_WIDGET (self->search_page);
}

/* Those that are asked for by name have that of unk-pages.c. */
static const struct
{
  const char *name;
  GtkWidget *(*make) (UnkPanel *self);
} pages[] = {
  { "clues", make_clues },       { "compare", make_compare }, { "guide", make_guide },
  { "muscle", make_muscle },     { "pain", make_pain },       { "routine", make_routine },
  { "poster", make_poster },     { "quiz", make_quiz },       { "today", make_today },
  { "routines", make_routines }, { "search", make_search },   { "study", make_study },
  { "welcome", make_welcome },   { "journal", make_journal },
};

/* A page is made when it is first shown, so that the window starts with what is seen. */
static void
show_page (UnkPanel *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (name, pages[i].name) && !gtk_stack_get_child_by_name (self->stack, name))
      gtk_stack_add_named (self->stack, pages[i].make (self), name);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
choose_page (UnkPanel *self)
{
  const char *page = "welcome", *wanted = unk_pages_get_open (self->pages);

  if (is_searching (self))
    page = "search";
  else if (unk_guide_trail_is_open (self->guide))
    page = "guide";
  else if (*wanted && !g_str_equal (wanted, "session"))
    page = wanted;
  else if (unk_scene_get_chosen (self->scene).id)
    page = "muscle";
  else if (unk_scene_get_mode (self->scene) == UNK_MODE_PAIN)
    page = "pain";
  else if (unk_scene_get_mode (self->scene) == UNK_MODE_STUDY)
    page = "study";
  else if (!self->seen)
    return;
  show_page (self, page);
}

/* A page that is asked for comes before the guide. */
static void
on_page_wanted (UnkPanel *self)
{
  if (*unk_pages_get_open (self->pages) && unk_guide_trail_is_open (self->guide))
    unk_guide_trail_close (self->guide);
  choose_page (self);
}

static void
on_search_changed (UnkPanel *self)
{
  choose_page (self);
  if (self->search_page)
    unk_search_page_search (self->search_page,
                            gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Somebody typed where no entry has the focus: what follows is meant for this one. */
static void
on_search_started (UnkPanel *self)
{
  gtk_text_grab_focus_without_selecting (
    GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry))));
}

static void
on_search_stopped (UnkPanel *self)
{
  unk_panel_step_back (self);
}

static void
on_search_activated (UnkPanel *self)
{
  GtkWidget *focus = unk_page_find_focus (GTK_WIDGET (self));

  /* The entry hears the keys of the whole window: where nothing is searched, Return is meant for
   * whatever has the focus. */
  if (!is_searching (self))
    {
      if (focus && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_entry)))
        gtk_widget_activate (focus);
      return;
    }
  /* Who types fast is done before the entry says what is searched. */
  on_search_changed (self);
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
      unk_pages_open (self->pages, "");
    }
  if (what & UNK_CHANGE_MODE)
    unk_pages_open (self->pages, "");
  if (what & (UNK_CHANGE_CHOICE | UNK_CHANGE_MODE))
    choose_page (self);
}

static void
on_guide_changed (UnkPanel *self)
{
  if (unk_guide_trail_is_open (self->guide))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
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

static gboolean
on_first_seen (gpointer data)
{
  UNK_PANEL (data)->first_id = 0;
  choose_page (data);
  return G_SOURCE_REMOVE;
}

/* The first frame belongs to the body; the panel fills with the next. */
static void
unk_panel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UnkPanel *self = UNK_PANEL (widget);

  GTK_WIDGET_CLASS (unk_panel_parent_class)->snapshot (widget, snapshot);
  if (!self->seen)
    self->first_id = g_idle_add (on_first_seen, self);
  self->seen = TRUE;
}

static void
unk_panel_dispose (GObject *object)
{
  g_clear_handle_id (&UNK_PANEL (object)->first_id, g_source_remove);
  g_clear_object (&UNK_PANEL (object)->guide);
  g_clear_object (&UNK_PANEL (object)->scene);
  g_clear_object (&UNK_PANEL (object)->actions);
  g_clear_object (&UNK_PANEL (object)->pages);
  G_OBJECT_CLASS (unk_panel_parent_class)->dispose (object);
}

static void
unk_panel_class_init (UnkPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = unk_panel_dispose;
  widget_class->measure = unk_panel_measure;
  widget_class->size_allocate = unk_panel_size_allocate;
  widget_class->snapshot = unk_panel_snapshot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/unknot/Unknot/ui/unk-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, back_button);
  gtk_widget_class_bind_template_child (widget_class, UnkPanel, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
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
  self->scene = g_object_ref (scene);
  self->actions = g_object_ref (actions);
  self->pages = g_object_ref (unk_actions_get_pages (actions));
  self->guide = g_object_ref (unk_actions_get_guide (actions));
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "changed", G_CALLBACK (on_page_wanted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->guide, "changed", G_CALLBACK (on_guide_changed), self,
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
 * Ends the search, or else leaves the guide or the page that was asked for.
 *
 * Returns: whether there was anything to leave
 */
gboolean
unk_panel_step_back (UnkPanel *self)
{
  if (is_searching (self))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else if (unk_guide_trail_back (self->guide))
    return TRUE;
  else if (*unk_pages_get_open (self->pages))
    unk_pages_open (self->pages, "");
  else
    return FALSE;
  choose_page (self);
  return TRUE;
}
