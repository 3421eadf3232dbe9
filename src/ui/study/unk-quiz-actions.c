/* unk-quiz-actions.c: the commands of the quiz
 *
 * Everything that the quiz needs is made when it is first wanted, and reads the learner's memory
 * from the user's file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-action-map.h"
#include "unk-quiz-actions-private.h"

#include <glib/gi18n.h>

#define SETTING_NEW "quiz-new-per-day"

G_DEFINE_FINAL_TYPE (UnkQuizActions, unk_quiz_actions, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GSimpleAction *
unk_quiz_actions_find (UnkQuizActions *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (self->map, name));
}

static GDateTime *
now (void)
{
  return g_date_time_new_now_local ();
}

void
unk_quiz_actions_complain (GError *error)
{
  if (error)
    g_message ("%s", error->message);
}

static const char *
get_phase (UnkQuizActions *self)
{
  static const char *const phases[] = { "", "asking", "answered", "done" };

  if (self->wanted)
    return "loading";
  return self->lesson ? phases[unk_lesson_get_state (self->lesson)] : "";
}

/* The phase, the card's id, the question, the options and which was chosen (-1 for none). */
static GVariant *
say_quiz (UnkQuizActions *self)
{
  const UnkQuizQuestion *q = self->lesson ? unk_lesson_get_question (self->lesson) : NULL;
  g_autofree char *card = q ? unk_quiz_card_dup_id (&q->card) : g_strdup ("");
  guint chosen = q ? unk_lesson_get_option (self->lesson) : UNK_LESSON_NO_OPTION;
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; q && i < q->n_options; i++)
    g_variant_builder_add (&options, "s", q->options[i]->id);
  return g_variant_new ("(sssasi)", get_phase (self), card, q ? q->text : "", &options,
                        chosen == UNK_LESSON_NO_OPTION ? -1 : (int) chosen);
}

void
unk_quiz_actions_tell (UnkQuizActions *self)
{
  UnkLessonState state = self->lesson ? unk_lesson_get_state (self->lesson) : UNK_LESSON_IDLE;

  g_simple_action_set_state (unk_quiz_actions_find (self, "quiz"), say_quiz (self));
  g_simple_action_set_enabled (unk_quiz_actions_find (self, "quiz-answer"),
                               state == UNK_LESSON_ASKING);
  g_simple_action_set_enabled (unk_quiz_actions_find (self, "quiz-check"),
                               unk_board_is_open (self->board));
  g_simple_action_set_enabled (unk_quiz_actions_find (self, "quiz-next"),
                               state == UNK_LESSON_ANSWERED);
  g_simple_action_set_enabled (unk_quiz_actions_find (self, "quiz-leave"),
                               state != UNK_LESSON_IDLE);
  g_simple_action_set_enabled (
    unk_quiz_actions_find (self, "quiz-undo"),
    (self->study && unk_study_can_undo (self->study)) ||
      (unk_board_is_open (self->board) && unk_marks_get_n (unk_board_get_marks (self->board))));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
note_missed (UnkQuizActions *self, const UnkQuizQuestion *q)
{
  if (!unk_lesson_was_right (self->lesson) &&
      !g_ptr_array_find (self->missed, q->card.muscle, NULL))
    g_ptr_array_add (self->missed, (gpointer) q->card.muscle);
}

static void
on_lesson_changed (UnkQuizActions *self)
{
  const UnkQuizQuestion *q = unk_lesson_get_question (self->lesson);
  gboolean answered = unk_lesson_get_state (self->lesson) == UNK_LESSON_ANSWERED;

  if (answered)
    note_missed (self, q);
  unk_board_show (self->board, q ? &q->card : NULL, answered);
  unk_quiz_actions_tell (self);
}

static void
read_limits (UnkQuizActions *self, UnkStore *store)
{
  g_autofree char *text = store ? unk_store_dup_setting (store, SETTING_NEW) : NULL;
  guint64 number;

  if (text && g_ascii_string_to_unsigned (text, 10, 0, UNK_QUIZ_MOST_NEW, &number, NULL))
    self->new_per_day = (guint) number;
  unk_study_set_limits (self->study, self->new_per_day,
                        MAX (UNK_STUDY_CARDS_PER_DAY, 4 * self->new_per_day));
  g_simple_action_set_state (unk_quiz_actions_find (self, "new-per-day"),
                             g_variant_new_int32 ((int) self->new_per_day));
}

static void
make_lesson (UnkQuizActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  if (self->lesson)
    return;
  self->quiz = unk_quiz_new (self->atlas);
  self->study = unk_study_new (g_rand_new ());
  if (store && !unk_study_open (self->study, store, &error))
    unk_quiz_actions_complain (error);
  read_limits (self, store);
  self->lesson = unk_lesson_new (self->quiz, self->study, g_rand_new ());
  g_signal_connect_object (self->lesson, "changed", G_CALLBACK (on_lesson_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
start (UnkQuizActions *self, const char *deck)
{
  g_auto (GStrv) cards = unk_quiz_actions_find_cards (self, deck);
  g_autoptr (GDateTime) time = now ();

  if (!cards)
    {
      g_message ("The action “start-quiz” knows no deck “%s”", deck);
      unk_quiz_actions_tell (self);
      return;
    }
  g_ptr_array_set_size (self->missed, 0);
  unk_lesson_start (self->lesson, (const char *const *) cards, time);
  unk_pages_open (self->pages, "quiz");
}

static void
on_decks_ready (UnkQuizActions *self)
{
  g_autofree char *deck = g_steal_pointer (&self->wanted);

  if (deck)
    start (self, deck);
  else
    unk_quiz_actions_tell (self);
}

static void
on_start_quiz (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkQuizActions *self = data;

  make_lesson (self);
  if (unk_decks_is_ready (self->decks))
    {
      start (self, g_variant_get_string (value, NULL));
      return;
    }
  g_free (self->wanted);
  self->wanted = g_variant_dup_string (value, NULL);
  unk_decks_load (self->decks);
  unk_quiz_actions_tell (self);
}

static gboolean
is_asking (UnkQuizActions *self)
{
  return self->lesson && unk_lesson_get_state (self->lesson) == UNK_LESSON_ASKING;
}

static void
on_answer (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkQuizActions *self = data;
  int option = g_variant_get_int32 (value);
  g_autoptr (GDateTime) time = now ();
  g_autoptr (GError) error = NULL;

  if (!is_asking (self) || option < -1 ||
      (option >= 0 && (guint) option >= unk_lesson_get_question (self->lesson)->n_options))
    {
      unk_action_refuse (action, value);
      return;
    }
  unk_lesson_answer_option (self->lesson, option < 0 ? UNK_LESSON_NO_OPTION : (guint) option, time,
                            &error);
  unk_quiz_actions_complain (error);
}

/* A pattern is asked for, not a side: on a view of both, the better one counts. */
static void
answer_marks (UnkQuizActions *self, GDateTime *time, GError **error)
{
  const UnkQuizCard *card = &unk_lesson_get_question (self->lesson)->card;
  const UnkView *view = unk_board_get_view (self->board);
  g_autoptr (UnkMask) mask = unk_board_dup_mask (self->board);
  g_autoptr (UnkMask) turned = view->mirrored ? unk_mask_mirror (mask, view->width) : NULL;
  gboolean other = turned && unk_quiz_score_marks (self->quiz, card, turned) >
                               unk_quiz_score_marks (self->quiz, card, mask);

  unk_lesson_answer_marks (self->lesson, other ? turned : mask, time, error);
}

static void
answer_place (UnkQuizActions *self, GDateTime *time, GError **error)
{
  const UnkQuizCard *card = &unk_lesson_get_question (self->lesson)->card;
  const UnkView *view = unk_board_get_view (self->board);
  double x, y;

  unk_board_get_place (self->board, &x, &y);
  if (view->mirrored && unk_quiz_score_place (self->quiz, card, view->width - x, y) >
                          unk_quiz_score_place (self->quiz, card, x, y))
    x = view->width - x;
  unk_lesson_answer_place (self->lesson, x, y, time, error);
}

/* Nothing painted or put is no answer yet. */
static void
on_check (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkQuizActions *self = data;
  g_autoptr (GDateTime) time = now ();
  g_autoptr (GError) error = NULL;
  double x, y;

  if (!is_asking (self) || !unk_board_is_open (self->board))
    unk_action_refuse (action, value);
  else if (unk_board_get_task (self->board) == UNK_BOARD_MARK)
    {
      if (unk_marks_get_n (unk_board_get_marks (self->board)))
        answer_marks (self, time, &error);
    }
  else if (unk_board_get_place (self->board, &x, &y))
    answer_place (self, time, &error);
  unk_quiz_actions_complain (error);
}

static void
on_next (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkQuizActions *self = data;
  g_autoptr (GDateTime) time = now ();

  if (self->lesson && unk_lesson_get_state (self->lesson) == UNK_LESSON_ANSWERED)
    unk_lesson_go_on (self->lesson, time);
}

/* First what was painted, stroke by stroke; then the last answer. */
static void
on_undo (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkQuizActions *self = data;
  g_autoptr (GDateTime) time = now ();
  g_autoptr (GError) error = NULL;

  if (unk_board_undo_stroke (self->board) || !self->lesson)
    return;
  unk_lesson_undo (self->lesson, time, &error);
  unk_quiz_actions_complain (error);
}

static void
on_leave (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkQuizActions *self = data;

  g_clear_pointer (&self->wanted, g_free);
  if (self->lesson)
    unk_lesson_leave (self->lesson);
  unk_pages_open (self->pages, "today");
}

/* "mark" or "place", then millimeters: what a pointer does, for whoever has none. */
static void
on_draw (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkQuizActions *self = data;
  const UnkView *view = unk_board_get_view (self->board);
  double x, y;

  g_variant_get (value, "(dd)", &x, &y);
  if (!unk_board_is_open (self->board) || !(x >= 0 && x <= view->width) ||
      !(y >= 0 && y <= view->height))
    unk_action_refuse (action, value);
  else if (unk_board_get_task (self->board) == UNK_BOARD_MARK)
    unk_board_begin_stroke (self->board, x, y);
  else
    unk_board_set_place (self->board, x, y);
}

static void
on_new_per_day (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkQuizActions *self = data;
  UnkStore *store = unk_keeper_get_store (self->keeper);
  int wanted = g_variant_get_int32 (value);
  g_autofree char *text = g_strdup_printf ("%d", wanted);
  g_autoptr (GError) error = NULL;

  if (wanted < 0 || wanted > UNK_QUIZ_MOST_NEW)
    {
      unk_action_refuse (action, value);
      return;
    }
  make_lesson (self);
  self->new_per_day = (guint) wanted;
  if (store && !unk_store_set_setting (store, SETTING_NEW, text, &error))
    unk_quiz_actions_complain (error);
  unk_study_set_limits (self->study, self->new_per_day,
                        MAX (UNK_STUDY_CARDS_PER_DAY, 4 * self->new_per_day));
  g_simple_action_set_state (action, value);
  unk_quiz_actions_tell (self);
}

static void
on_export (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  UnkQuizActions *self = data;
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;

  make_lesson (self);
  csv = unk_study_export_csv (self->study);
  if (!g_file_set_contents (g_variant_get_string (value, NULL), csv, -1, &error))
    unk_quiz_actions_complain (error);
}

/* The file is read after the window is there: what was made before it is made again. */
static void
on_page_changed (UnkQuizActions *self)
{
  const char *page = unk_pages_get_open (self->pages);

  /* Whoever goes elsewhere has left the quiz. */
  if (!g_str_equal (page, "quiz") && unk_quiz_actions_is_running (self) && !self->wanted)
    unk_lesson_leave (self->lesson);
  if (!g_str_equal (page, "today") && !g_str_equal (page, "quiz"))
    return;
  make_lesson (self);
  unk_decks_load (self->decks);
}

static void
unk_quiz_actions_finalize (GObject *object)
{
  UnkQuizActions *self = UNK_QUIZ_ACTIONS (object);

  g_clear_object (&self->lesson);
  g_clear_object (&self->study);
  g_clear_object (&self->quiz);
  g_clear_object (&self->board);
  g_clear_object (&self->decks);
  g_clear_object (&self->pages);
  g_clear_object (&self->keeper);
  unk_deck_free (self->deleted);
  g_ptr_array_unref (self->missed);
  g_free (self->wanted);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_quiz_actions_parent_class)->finalize (object);
}

static void
unk_quiz_actions_class_init (UnkQuizActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_quiz_actions_finalize;

  /**
   * UnkQuizActions::changed:
   * The question, its answer, or the decks are others.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_QUIZ_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_quiz_actions_init (UnkQuizActions *self)
{
  self->missed = g_ptr_array_new ();
  self->new_per_day = UNK_STUDY_NEW_PER_DAY;
}

/**
 * unk_quiz_actions_new:
 * @map: where the actions are added; it outlives them
 * @atlas: the atlas
 * @keeper: where answers are kept
 * @pages: where the quiz is shown
 *
 * Returns: (transfer full): the actions
 */
UnkQuizActions *
unk_quiz_actions_new (GActionMap *map, UnkAtlas *atlas, UnkKeeper *keeper, UnkPages *pages)
{
  static const GActionEntry entries[] = {
    { "start-quiz", on_start_quiz, "s" },
    { "quiz", NULL, NULL, "('', '', '', @as [], -1)", unk_action_told },
    { "quiz-answer", on_answer, "i" },
    { "quiz-draw", on_draw, "(dd)" },
    { "quiz-check", on_check },
    { "quiz-next", on_next },
    { "quiz-undo", on_undo },
    { "quiz-leave", on_leave },
    { "new-per-day", on_new_per_day, "i", "10", on_new_per_day },
    { "export-answers", on_export, "s" },
  };
  UnkQuizActions *self = g_object_new (UNK_TYPE_QUIZ_ACTIONS, NULL);

  self->map = map;
  self->atlas = unk_atlas_ref (atlas);
  self->keeper = g_object_ref (keeper);
  self->pages = g_object_ref (pages);
  self->decks = unk_decks_new (atlas);
  self->board = unk_board_new (atlas);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  unk_quiz_actions_add_decks (self);
  g_signal_connect_object (self->decks, "ready", G_CALLBACK (on_decks_ready), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "changed", G_CALLBACK (unk_quiz_actions_tell), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "changed", G_CALLBACK (on_page_changed), self, G_CONNECT_SWAPPED);
  unk_quiz_actions_tell (self);
  return self;
}

/**
 * unk_quiz_actions_get_board:
 * @self: the actions
 *
 * Returns: the body of the question
 */
UnkBoard *
unk_quiz_actions_get_board (UnkQuizActions *self)
{
  return self->board;
}

/**
 * unk_quiz_actions_get_lesson:
 * @self: the actions
 *
 * Returns: (nullable): the lesson, once one was wanted
 */
UnkLesson *
unk_quiz_actions_get_lesson (UnkQuizActions *self)
{
  return self->lesson;
}

/**
 * unk_quiz_actions_summarize:
 * @self: the actions
 *
 * Returns: today, in the deck that is being learned
 */
UnkStudySummary
unk_quiz_actions_summarize (UnkQuizActions *self)
{
  g_autoptr (GDateTime) time = now ();

  return self->study ? unk_study_summarize (self->study, time) : (UnkStudySummary){ 0 };
}

/**
 * unk_quiz_actions_is_ready:
 * @self: the actions
 *
 * Returns: whether all cards are known, so that decks can be listed
 */
gboolean
unk_quiz_actions_is_ready (UnkQuizActions *self)
{
  return self->lesson && unk_decks_is_ready (self->decks);
}

/**
 * unk_quiz_actions_is_running:
 * @self: the actions
 *
 * Returns: whether there is a question, or the cards for one are being found
 */
gboolean
unk_quiz_actions_is_running (UnkQuizActions *self)
{
  return self->wanted || (self->lesson && unk_lesson_get_state (self->lesson) != UNK_LESSON_IDLE);
}

/**
 * unk_quiz_actions_get_missed:
 * @self: the actions
 *
 * Returns: (element-type UnkMuscle): what wasn't known in this lesson, each once
 */
GPtrArray *
unk_quiz_actions_get_missed (UnkQuizActions *self)
{
  return self->missed;
}

/**
 * unk_quiz_actions_get_new_per_day:
 * @self: the actions
 *
 * Returns: how many cards may be met in a day
 */
guint
unk_quiz_actions_get_new_per_day (UnkQuizActions *self)
{
  return self->new_per_day;
}
