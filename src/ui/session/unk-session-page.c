/* unk-session-page.c: what a session says
 *
 * Before: what is left out, what to mind, how tender it is. Then step after step with a ring that
 * counts, and after: how tender it is now, a note, what to do next. The place itself is on the
 * figure beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session-page.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
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
  UnkSessionRing *ring;                /* (nullable): while a step is done */
  GtkLabel *phase, *breath, *sentence; /* with the ring */
  GtkRange *rating;                    /* (nullable): before and after */
  gboolean rated;                      /* something was said with it */
  GtkTextBuffer *note;                 /* (nullable): after */
  /* What the page was built for; it is built anew for another. */
  UnkSessionPhase built;
  guint position;
  gboolean is_built, narrow;
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
add_row (UnkSessionPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (self->box, row);
  return GTK_BOX (row);
}

/* Nothing was said before the slider was touched, and 0 is something. */
static char *
format_rating (GtkScale *scale G_GNUC_UNUSED, double value, gpointer data)
{
  return UNK_SESSION_PAGE (data)->rated ? g_strdup_printf ("%.0f", value) : g_strdup ("–");
}

static void
on_rated (UnkSessionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.session-rate", "i",
                              (int) gtk_range_get_value (self->rating));
}

static gboolean
on_touched (UnkSessionPage *self)
{
  if (!self->rated)
    {
      self->rated = TRUE;
      on_rated (self);
      gtk_widget_queue_resize (GTK_WIDGET (self->rating));
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_rating (UnkSessionPage *self, const char *question, int rating)
{
  GtkWidget *row, *list = gtk_list_box_new ();

  unk_page_add_text (self->box, question, "heading");
  row = unk_rating_rows_new_intensity (&self->rating, G_CALLBACK (on_rated), self);
  self->rated = rating >= 0;
  gtk_scale_set_format_value_func (GTK_SCALE (self->rating), format_rating, self, NULL);
  g_signal_connect_swapped (self->rating, "change-value", G_CALLBACK (on_touched), self);
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

/* What was said that doesn't rule anything out, but asks for care. */
static void
add_careful (UnkSessionPage *self)
{
  GPtrArray *careful = unk_session_actions_get_careful (self->actions);
  GtkBox *card;

  if (!careful->len)
    return;
  unk_page_add_heading (self->box, "unknot-caution-symbolic", _ ("With Care Today"));
  card = unk_page_add_card (self->box, "caution");
  for (guint i = 0; i < careful->len; i++)
    {
      const UnkContraindication *said = g_ptr_array_index (careful, i);

      unk_page_add_text (card, said->name, "heading");
      unk_page_add_text (card, said->advice, NULL);
    }
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
  add_careful (self);
  unk_page_add_text (self->box,
                     _ ("Press so that it hurts in a good way, and you can breathe calmly. Stop at "
                        "pain that is sharp or spreads, at numbness, tingling or dizziness."),
                     NULL);
  add_guide (self, _ ("When Not to Massage"), "when-not-to-massage");
  add_rating (self, _ ("How tender is it now?"), session->before);
  row = add_row (self);
  if (n)
    gtk_widget_add_css_class (
      add_button (row, _ ("Begin"), "app.session-pause", "suggested-action"), "pill");
  gtk_widget_add_css_class (add_button (row, _ ("Later"), "app.session-leave", NULL), "pill");
}

/* What lies near that must not be pressed: before how it is done. */
static void
add_cautions (UnkSessionPage *self, const UnkMuscle *muscle)
{
  if (!muscle || !muscle->cautions->key)
    return;
  unk_page_add_heading (self->box, "unknot-caution-symbolic", _ ("Cautions"));
  unk_page_add_sites (unk_page_add_card (self->box, "caution"), self->atlas, muscle, FALSE);
}

static GtkLabel *
add_centered (UnkSessionPage *self, const char *style)
{
  /* Something must stand in it for it to be made. */
  GtkWidget *label = unk_page_add_text (self->box, "—", style);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return GTK_LABEL (label);
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
  gtk_label_set_label (add_centered (self, "heading"), text);
}

/* The directions may name another tool than the one that is used: how that one serves here. */
static void
add_tool (UnkSessionPage *self, const UnkRoutineStep *step)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (self->atlas, step->muscle, NULL);
  const char *id = *step->tool ? step->tool : "fingers-knuckles";
  const UnkTool *tool = unk_atlas_find_tool (self->atlas, id);

  if (!muscle || !tool || g_str_equal (step->kind, "stretch"))
    return;
  for (const UnkToolFit *fit = muscle->tools; fit->id; fit++)
    if (g_str_equal (fit->id, id) && !g_str_equal (fit->fit, "no"))
      unk_page_add_field (self->box, unk_text (tool->name), unk_text (fit->why));
}

static void
add_directions (UnkSessionPage *self, const UnkRoutineStep *step, const UnkTreatment *treatment)
{
  unk_page_add_heading (self->box, NULL, _ ("How"));
  unk_page_add_text (self->box, unk_text (treatment->position), NULL);
  unk_page_add_steps (self->box, treatment->steps);
  add_tool (self, step);
  unk_page_add_field (self->box, _ ("Direction"), unk_text (treatment->direction));
  unk_page_add_field (self->box, _ ("Stop"), unk_text (treatment->stop));
}

static void
add_head (UnkSessionPage *self, const UnkRoutineStep *step)
{
  const UnkTool *tool = *step->tool ? unk_atlas_find_tool (self->atlas, step->tool) : NULL;
  const char *kind = unk_treatment_kind_name (step->kind);
  g_autofree char *name = unk_session_actions_dup_step_name (self->actions);
  /* Translators: what is done, and with what */
  g_autofree char *with =
    tool ? g_strdup_printf (_ ("%s · %s"), kind, unk_text (tool->name)) : NULL;
  GtkWidget *title = unk_page_add_title (self->box, name);

  gtk_label_set_xalign (GTK_LABEL (title), 0.5);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_label (add_centered (self, "dim-label"), with ? with : kind);
}

static void
add_step (UnkSessionPage *self, const UnkRoutineStep *step)
{
  const UnkTreatment *treatment = unk_routine_step_find_treatment (step, self->atlas);

  add_head (self, step);
  self->ring = UNK_SESSION_RING (unk_session_ring_new ());
  unk_session_ring_set_small (self->ring, self->narrow);
  gtk_box_append (self->box, GTK_WIDGET (self->ring));
  self->phase = add_centered (self, "title-2");
  self->breath = add_centered (self, "dim-label");
  self->sentence = add_centered (self, "summary");
  if (treatment)
    {
      add_pressure (self, treatment);
      add_cautions (self, unk_atlas_find_muscle (self->atlas, step->muscle, NULL));
      add_directions (self, step, treatment);
    }
  add_button (add_row (self), _ ("End Here"), "app.session-end", NULL);
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
  unk_accessible_name_set (view, _ ("Note"));
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (on_note_changed), self);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  gtk_box_append (self->box, frame);
}

/* When the routine is planned again; where it isn't, how to plan it. */
static void
add_again (UnkSessionPage *self)
{
  g_autoptr (GDateTime) next = unk_session_actions_find_next_day (self->actions);
  /* Translators: a weekday and a date, as g_date_time_format() writes them */
  g_autofree char *day = next ? g_date_time_format (next, _ ("%A, %B %-d")) : NULL;
  /* Translators: when a routine is planned next: a day and its date */
  g_autofree char *text = day ? g_strdup_printf (_ ("Planned again for %s."), day) : NULL;

  unk_page_add_text (
    self->box,
    text ? text
         : _ ("It isn’t planned for any day. A routine’s menu sets its days and a reminder."),
    text ? "heading" : NULL);
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
  add_again (self);
  row = add_row (self);
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

/* What to mind right now, in a sentence of the directions. */
static const char *
find_sentence (const UnkSessionMoment *moment, const UnkTreatment *treatment)
{
  UnkTexts last = treatment->steps;

  if (moment->phase == UNK_SESSION_PLACE || !*last)
    return treatment->position;
  if (*treatment->direction && moment->phase == UNK_SESSION_HOLD)
    return treatment->direction;
  while (last[1])
    last++;
  return *last;
}

static const char *
describe_breath (UnkBreath breath)
{
  switch (breath)
    {
    case UNK_BREATH_IN:
      return _ ("Breathe in");
    case UNK_BREATH_OUT:
      return _ ("Breathe out slowly");
    default:
      return "";
    }
}

static void
set_label (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

static void
show_time (UnkSessionPage *self)
{
  const UnkSession *session = unk_session_actions_get_session (self->actions);
  UnkSessionMoment moment;
  const UnkTreatment *treatment;
  UnkBreath breath;
  double share = 0;
  g_autofree char *text = NULL;

  if (!session || !self->ring)
    return;
  moment = unk_session_get_moment (session);
  if (!moment.step)
    return;
  treatment = unk_routine_step_find_treatment (moment.step->step, self->atlas);
  breath = unk_session_moment_get_breath (&moment, &share);
  unk_session_ring_show (self->ring, moment.left, moment.length, moment.phase == UNK_SESSION_HOLD,
                         breath == UNK_BREATH_FREE ? 0 : share);
  text = describe_phase (&moment);
  set_label (self->phase, text);
  set_label (self->breath, describe_breath (breath));
  set_label (self->sentence, treatment ? unk_text (find_sentence (&moment, treatment)) : "");
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
    add_step (self, moment.step->step);
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

/**
 * unk_session_page_set_narrow:
 * @self: the page
 * @narrow: whether it stands below the figure, with little room
 */
void
unk_session_page_set_narrow (UnkSessionPage *self, gboolean narrow)
{
  self->narrow = narrow;
  if (self->ring)
    unk_session_ring_set_small (self->ring, narrow);
}
