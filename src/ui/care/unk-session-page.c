/* unk-session-page.c: leads through a session
 *
 * Before: what is left out, what to mind, how tender it is. Then step after step with a ring that
 * counts, and after: how tender it is now, a note, what to do next. The place itself is on the
 * body.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session-page.h"

#include <glib/gi18n.h>

#include "unk-page-parts.h"
#include "unk-rating-rows.h"
#include "unk-session-ring.h"
#include "unk-treatment-text.h"

struct _UnkSessionPage
{
  AdwBin parent_instance;

  UnkSessionActions *actions;
  UnkAtlas *atlas;
  GtkBox *box;
  UnkSessionRing *ring; /* (nullable): while a step is done */
  GtkLabel *phase;      /* with the ring */
  GtkButton *pause;     /* with the ring */
  GtkRange *rating;     /* (nullable): before and after */
  GtkTextBuffer *note;  /* (nullable): after */
  /* What the page was built for; it is built anew for another. */
  UnkSessionPhase built;
  guint position;
  gboolean is_built;
  guint build_id;
};

G_DEFINE_FINAL_TYPE (UnkSessionPage, unk_session_page, ADW_TYPE_BIN)

static GtkWidget *
add_button (GtkBox *box, const char *text, const char *action, const char *style)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  if (style)
    gtk_widget_add_css_class (button, style);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
  return button;
}

static GtkBox *
add_row (UnkSessionPage *self, gboolean even)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (row), even);
  gtk_box_append (self->box, row);
  return GTK_BOX (row);
}

static void
on_rated (UnkSessionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.session-rate", "i",
                              (int) gtk_range_get_value (self->rating));
}

static void
add_rating (UnkSessionPage *self, const char *question, int rating)
{
  GtkWidget *row, *list = gtk_list_box_new ();

  unk_page_add_text (self->box, question, "heading");
  row = unk_rating_rows_new_intensity (&self->rating, G_CALLBACK (on_rated), self);
  if (rating >= 0)
    {
      g_signal_handlers_block_by_func (self->rating, on_rated, self);
      gtk_range_set_value (self->rating, rating);
      g_signal_handlers_unblock_by_func (self->rating, on_rated, self);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (self->box, list);
}

static void
add_guide (UnkSessionPage *self, const char *text, const char *page)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.guide");
  gtk_box_append (self->box, button);
}

static void
add_left_out (UnkSessionPage *self)
{
  GPtrArray *left_out = unk_session_actions_get_left_out (self->actions);
  GtkBox *card;

  if (!left_out->len)
    return;
  unk_page_add_heading (self->box, "unknot-caution-symbolic", _ ("Left Out Today"));
  card = unk_page_add_card (self->box, "caution");
  unk_page_add_text (card, _ ("What you said about your health rules these out for now."), NULL);
  for (guint i = 0; i < left_out->len; i++)
    unk_page_add_text (card, g_ptr_array_index (left_out, i), NULL);
}

static void
add_before (UnkSessionPage *self, const UnkSession *session)
{
  guint minutes = (guint) (unk_session_count_left (session) / 60 + 0.99), n = session->steps->len;
  g_autofree char *length =
    g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  /* Translators: how long a routine takes, and how many steps it has */
  g_autofree char *both = g_strdup_printf (_ ("%s · %s"), length, steps);
  GtkBox *row;

  unk_page_add_title (self->box, session->name);
  unk_page_add_text (self->box, n ? both : _ ("Nothing is left to do."), "dim-label");
  add_left_out (self);
  unk_page_add_text (self->box,
                     _ ("Press so that it hurts in a good way, and you can breathe calmly. Stop at "
                        "pain that is sharp or spreads, at numbness, tingling or dizziness."),
                     NULL);
  add_guide (self, _ ("When Not to Massage"), "when-not-to-massage");
  add_rating (self, _ ("How tender is it now?"), session->before);
  row = add_row (self, FALSE);
  gtk_widget_add_css_class (add_button (row, _ ("Begin"), "app.session-pause", "suggested-action"),
                            "pill");
  gtk_widget_add_css_class (add_button (row, _ ("Later"), "app.session-leave", NULL), "pill");
}

static void
add_pressure (UnkSessionPage *self, const UnkTreatment *treatment)
{
  g_autofree char *text = NULL;

  if (!treatment->pressure.high)
    return;
  text = g_strdup_printf (
    /* Translators: two numbers from 0 to 10: how strong the feeling may be */
    _ ("As strong as %d to %d of 10, never more."), treatment->pressure.low,
    treatment->pressure.high);
  unk_page_add_text (self->box, text, NULL);
}

static void
add_directions (UnkSessionPage *self, const UnkRoutineStep *step)
{
  const UnkTreatment *treatment = unk_routine_step_find_treatment (step, self->atlas);

  if (!treatment)
    return;
  unk_page_add_text (self->box, unk_text (treatment->position), NULL);
  unk_page_add_steps (self->box, treatment->steps);
  add_pressure (self, treatment);
  unk_page_add_field (self->box, _ ("Stop"), unk_text (treatment->stop));
}

static void
add_head (UnkSessionPage *self, const UnkSession *session, const UnkRoutineStep *step)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (self->atlas, step->muscle, NULL);
  const UnkTool *tool = *step->tool ? unk_atlas_find_tool (self->atlas, step->tool) : NULL;
  const char *kind = unk_treatment_kind_name (step->kind);
  /* Translators: which step it is, and of how many */
  g_autofree char *count =
    g_strdup_printf (_ ("Step %u of %u"), session->position + 1, session->steps->len);
  /* Translators: a muscle, and its side */
  g_autofree char *name = g_strdup_printf (
    _ ("%s, %s"), muscle ? unk_text (muscle->name) : step->muscle, unk_side_name (step->side));
  /* Translators: what is done, and with what */
  g_autofree char *with =
    tool ? g_strdup_printf (_ ("%s · %s"), kind, unk_text (tool->name)) : NULL;

  unk_page_add_text (self->box, count, "dim-label");
  unk_page_add_title (self->box, name);
  unk_page_add_text (self->box, with ? with : kind, "heading");
}

static void
add_step (UnkSessionPage *self, const UnkSession *session, const UnkRoutineStep *step)
{
  GtkBox *row;
  GtkWidget *label;

  add_head (self, session, step);
  self->ring = UNK_SESSION_RING (unk_session_ring_new ());
  gtk_box_append (self->box, GTK_WIDGET (self->ring));
  label = unk_page_add_text (self->box, "—", "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  self->phase = GTK_LABEL (label);
  row = add_row (self, TRUE);
  self->pause = GTK_BUTTON (add_button (row, _ ("Pause"), "app.session-pause", "suggested-action"));
  add_button (row, _ ("Skip"), "app.session-skip", NULL);
  row = add_row (self, TRUE);
  add_button (row, _ ("Step Back"), "app.session-back", NULL);
  add_button (row, _ ("10 s Longer"), "app.session-longer", NULL);
  add_directions (self, step);
  row = add_row (self, FALSE);
  add_button (row, _ ("Leave for Later"), "app.session-leave", NULL);
  add_button (row, _ ("End Here"), "app.session-end", NULL);
}

static void
on_note_changed (UnkSessionPage *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->note, "text", &text, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.session-note", "s", text);
}

static void
add_note (UnkSessionPage *self, const char *note)
{
  GtkWidget *view = gtk_text_view_new (), *frame = gtk_frame_new (NULL);

  unk_page_add_text (self->box, _ ("Note"), "heading");
  self->note = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (self->note, note, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 72);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"),
                                  -1);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (on_note_changed), self);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  gtk_box_append (self->box, frame);
}

static void
add_after (UnkSessionPage *self, const UnkSession *session)
{
  GtkBox *row;

  unk_page_add_title (self->box, _ ("Well Done"));
  add_rating (self, _ ("How tender is it now?"), session->after);
  add_note (self, session->note);
  unk_page_add_text (
    self->box,
    _ ("Move gently and keep warm. Some tenderness for a day or two is usual; wait "
       "until it is gone before you press the same place again."),
    NULL);
  add_guide (self, _ ("What Comes Afterwards"), "afterwards");
  row = add_row (self, FALSE);
  gtk_widget_add_css_class (
    add_button (row, _ ("Keep in Journal"), "app.session-end", "suggested-action"), "pill");
  gtk_widget_add_css_class (add_button (row, _ ("Step Back"), "app.session-back", NULL), "pill");
}

static char *
describe_phase (const UnkSessionMoment *moment)
{
  if (moment->phase == UNK_SESSION_REST)
    return g_strdup (_ ("Let go, and breathe"));
  if (moment->phase == UNK_SESSION_PLACE)
    return g_strdup (moment->other_side ? _ ("Change to the other side") : _ ("Find the place"));
  /* Translators: which time, and how many times in all */
  return g_strdup_printf (_ ("%d of %d"), moment->repetition + 1, moment->step->step->repetitions);
}

static void
show_time (UnkSessionPage *self)
{
  const UnkSession *session = unk_session_actions_get_session (self->actions);
  UnkSessionMoment moment;
  g_autofree char *text = NULL;

  if (!session || !self->ring)
    return;
  moment = unk_session_get_moment (session);
  if (!moment.step)
    return;
  unk_session_ring_show (self->ring, moment.left, moment.length, moment.phase == UNK_SESSION_HOLD);
  text = describe_phase (&moment);
  gtk_label_set_label (self->phase, text);
  gtk_button_set_label (self->pause, session->running ? _ ("Pause") : _ ("Go On"));
}

static void
build (UnkSessionPage *self)
{
  const UnkSession *session = unk_session_actions_get_session (self->actions);
  UnkSessionMoment moment;

  unk_page_clear (self->box);
  self->ring = NULL;
  self->note = NULL;
  self->is_built = session != NULL;
  if (!session)
    return;
  moment = unk_session_get_moment (session);
  self->built = moment.phase;
  self->position = session->position;
  if (moment.step)
    add_step (self, session, moment.step->step);
  else if (moment.phase == UNK_SESSION_BEFORE)
    add_before (self, session);
  else
    add_after (self, session);
  show_time (self);
}

/* The step is built once; its phases only change the ring. */
static gboolean
is_right (UnkSessionPage *self, const UnkSession *session)
{
  UnkSessionMoment moment = unk_session_get_moment (session);

  if (!self->is_built || session->position != self->position)
    return FALSE;
  return moment.step ? self->ring != NULL : !self->ring && self->built == moment.phase;
}

static gboolean
on_build (gpointer data)
{
  UnkSessionPage *self = data;

  self->build_id = 0;
  build (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: it may be a button of this page that was pressed. */
static void
on_changed (UnkSessionPage *self)
{
  const UnkSession *session = unk_session_actions_get_session (self->actions);

  if (session && is_right (self, session))
    show_time (self);
  else if (!self->build_id)
    self->build_id = g_idle_add (on_build, self);
}

static void
unk_session_page_dispose (GObject *object)
{
  UnkSessionPage *self = UNK_SESSION_PAGE (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_session_page_parent_class)->dispose (object);
}

static void
unk_session_page_class_init (UnkSessionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_session_page_dispose;
}

static void
unk_session_page_init (UnkSessionPage *self)
{
  self->box = unk_page_new_column (ADW_BIN (self));
}

/**
 * unk_session_page_set_session:
 * @self: the page
 * @session: what it leads through; set once
 * @atlas: for the directions
 */
void
unk_session_page_set_session (UnkSessionPage *self, UnkSessionActions *session, UnkAtlas *atlas)
{
  self->actions = g_object_ref (session);
  self->atlas = unk_atlas_ref (atlas);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ticked", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  build (self);
}
