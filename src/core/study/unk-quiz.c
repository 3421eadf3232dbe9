/* unk-quiz.c: questions made from the atlas
 *
 * A card is what is to be known, and has an id that lasts; a question is a card asked once, with
 * options that chance picks among the nearest. What makes an answer right is in unk-quiz-truth.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-quiz.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "unk-pick.h"
#include "unk-quiz-private.h"

/* Wrong options are picked among so many of the nearest. */
#define POOL 8

G_DEFINE_FINAL_TYPE (UnkQuiz, unk_quiz, G_TYPE_OBJECT)

static const struct
{
  const char *id, *name;
} kinds[UNK_QUIZ_KINDS] = {
  [UNK_QUIZ_PATTERN] = { "pattern", N_ ("Name the muscle from its pattern") },
  [UNK_QUIZ_MARK] = { "mark", N_ ("Mark the pattern of a muscle") },
  [UNK_QUIZ_CROSS] = { "cross", N_ ("Put the X of a trigger point") },
  [UNK_QUIZ_REFERS] = { "refers", N_ ("Which muscle sends pain to an area") },
  [UNK_QUIZ_LIT] = { "lit", N_ ("Name the muscle that is lit") },
  [UNK_QUIZ_ATTACHMENTS] = { "attachments", N_ ("Name the muscle from its attachments") },
  [UNK_QUIZ_ACTION] = { "action", N_ ("Name the muscle from what it does") },
  [UNK_QUIZ_NERVE] = { "nerve", N_ ("Name the muscle from its nerve") },
  [UNK_QUIZ_APART] = { "apart", N_ ("Tell look-alikes apart") },
};

static void
unk_quiz_finalize (GObject *object)
{
  UnkQuiz *self = UNK_QUIZ (object);

  g_free (self->ties);
  g_free (self->closeness);
  g_hash_table_unref (self->shapes);
  g_hash_table_unref (self->patterns);
  g_hash_table_unref (self->words);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_quiz_parent_class)->finalize (object);
}

static void
unk_quiz_class_init (UnkQuizClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_quiz_finalize;
}

static void
unk_quiz_init (UnkQuiz *self)
{
  self->shapes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) unk_mask_free);
  self->patterns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->words =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
}

/**
 * unk_quiz_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): what makes questions from it
 */
UnkQuiz *
unk_quiz_new (UnkAtlas *atlas)
{
  UnkQuiz *self = g_object_new (UNK_TYPE_QUIZ, NULL);

  self->atlas = unk_atlas_ref (atlas);
  self->muscles = unk_atlas_get_muscles (atlas, &self->n_muscles);
  self->areas = unk_atlas_get_areas (atlas, &self->n_areas);
  self->views = unk_atlas_get_views (atlas, &self->n_views);
  unk_quiz_make_ties (self);
  return self;
}

/**
 * unk_quiz_question_free:
 * @question: (nullable): a question
 */
void
unk_quiz_question_free (UnkQuizQuestion *question)
{
  if (!question)
    return;
  g_free (question->text);
  g_free (question);
}

/**
 * unk_quiz_kind_id:
 * @kind: a kind of question
 *
 * Returns: its id, with which the ids of its cards begin
 */
const char *
unk_quiz_kind_id (UnkQuizKind kind)
{
  return kinds[kind].id;
}

/**
 * unk_quiz_kind_name:
 * @kind: a kind of question
 *
 * Returns: what it is about, to be shown
 */
const char *
unk_quiz_kind_name (UnkQuizKind kind)
{
  return _ (kinds[kind].name);
}

/* --- where on the body --- */

/* How much of what a kind of card is about shows in a view. */
static guint
count_in_view (UnkQuizKind kind, const UnkView *view, const UnkMuscle *muscle,
               const UnkPoint *point)
{
  guint n = 0;

  if (kind == UNK_QUIZ_LIT)
    {
      const UnkShape *shape = unk_pick_find_shape (view, muscle->id);

      /* One that lies less deep shows better, then one that shows large. */
      return shape
               ? (guint) (5 - shape->layer) * 10000 +
                   MIN ((guint) (shape->box.width / 100) * (guint) (shape->box.height / 100), 9999)
               : 0;
    }
  if (kind == UNK_QUIZ_CROSS)
    {
      for (guint i = 0; i < view->n_crosses; i++)
        n += view->crosses[i].point == point;
      return n ? n + (unk_pick_find_shape (view, muscle->id) ? 1000 : 0) : 0;
    }
  for (guint i = 0; i < view->n_zones; i++)
    if (view->zones[i].point->muscle == muscle && (!point || view->zones[i].point == point) &&
        (view->zones[i].essential || kind == UNK_QUIZ_PATTERN))
      n += unk_mask_count (&view->zones[i].mask);
  return n;
}

static const UnkView *
find_best_view (UnkQuiz *self, UnkQuizKind kind, const UnkMuscle *muscle, const UnkPoint *point)
{
  const UnkView *best = NULL;
  guint most = 0;

  for (guint v = 0; v < self->n_views; v++)
    {
      guint n = self->views[v].flipped ? 0 : count_in_view (kind, &self->views[v], muscle, point);

      if (n > most)
        best = &self->views[v];
      most = MAX (most, n);
    }
  return best;
}

/* --- wrong options --- */

typedef struct
{
  const UnkMuscle *muscle;
  guint closeness;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *two = b;

  return two->closeness != one->closeness ? (int) two->closeness - (int) one->closeness
                                          : strcmp (one->muscle->id, two->muscle->id);
}

/* The wrong answers, the nearest first. */
static GArray *
list_wrong (UnkQuiz *self, const UnkQuizCard *card)
{
  GArray *wrong = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint m = 0; m < self->n_muscles; m++)
    {
      Candidate candidate = { &self->muscles[m], 0 };

      if (candidate.muscle == card->muscle ||
          unk_quiz_judge (self, card, candidate.muscle) != UNK_TRUTH_WRONG)
        continue;
      candidate.closeness = unk_quiz_get_closeness (self, card->muscle, candidate.muscle);
      g_array_append_val (wrong, candidate);
    }
  g_array_sort (wrong, compare_candidates);
  return wrong;
}

static gboolean
is_on_body (UnkQuizKind kind)
{
  return kind == UNK_QUIZ_MARK || kind == UNK_QUIZ_CROSS;
}

/* --- cards --- */

/* The nerve's name must not give the muscle away: “nerve to the piriformis”. */
static gboolean
gives_itself_away (UnkQuiz *self, const UnkMuscle *muscle)
{
  return unk_quiz_count_shared_words (self, muscle->nerve, muscle->name, NULL) > 0 ||
         unk_quiz_count_shared_words (self, muscle->nerve, muscle->latin, NULL) > 0;
}

/* Two points of one muscle at one place can't be told apart by a click. */
static gboolean
has_place_of_its_own (const UnkQuizCard *card)
{
  for (guint i = 0; i < card->view->n_crosses; i++)
    for (guint j = 0; j < card->view->n_crosses; j++)
      {
        const UnkCross *a = &card->view->crosses[i], *b = &card->view->crosses[j];

        if (a->point == card->point && b->point != card->point &&
            b->point->muscle == card->muscle && ABS (a->x - b->x) + ABS (a->y - b->y) < 4)
          return FALSE;
      }
  return TRUE;
}

/* Whether the card can be asked: there is a place to show it, and enough that is surely wrong. */
static gboolean
is_askable (UnkQuiz *self, const UnkQuizCard *card)
{
  g_autoptr (GArray) wrong = NULL;

  if (card->kind == UNK_QUIZ_CROSS)
    return card->view && has_place_of_its_own (card);
  if (card->kind == UNK_QUIZ_MARK)
    return card->view != NULL;
  if ((card->kind == UNK_QUIZ_PATTERN || card->kind == UNK_QUIZ_LIT) && !card->view)
    return FALSE;
  if (card->kind == UNK_QUIZ_NERVE && (gives_itself_away (self, card->muscle) ||
                                       !unk_quiz_names_a_nerve (self, card->muscle->nerve)))
    return FALSE;
  if (unk_quiz_judge (self, card, card->muscle) != UNK_TRUTH_RIGHT)
    return FALSE;
  wrong = list_wrong (self, card);
  return wrong->len >= UNK_QUIZ_OPTIONS - 1;
}

static UnkQuizCard
make_card (UnkQuiz *self, UnkQuizKind kind, const UnkMuscle *muscle, const UnkPoint *point)
{
  UnkQuizCard card = { .kind = kind, .muscle = muscle, .point = point };

  if (is_on_body (kind) || kind == UNK_QUIZ_PATTERN || kind == UNK_QUIZ_LIT)
    card.view = find_best_view (self, kind, muscle, point);
  return card;
}

static void
add_card (UnkQuiz *self, GPtrArray *cards, const UnkQuizCard *card)
{
  if (is_askable (self, card))
    g_ptr_array_add (cards, g_memdup2 (card, sizeof *card));
}

static void
add_point_cards (UnkQuiz *self, GPtrArray *cards, const UnkPoint *point)
{
  UnkQuizCard pattern = make_card (self, UNK_QUIZ_PATTERN, point->muscle, point);
  UnkQuizCard cross = make_card (self, UNK_QUIZ_CROSS, point->muscle, point);

  add_card (self, cards, &pattern);
  add_card (self, cards, &cross);
}

/* The area that tells the muscle from others that share one with it: the first that does. */
static gboolean
find_apart (UnkQuiz *self, UnkQuizCard *card)
{
  static const UnkTie wanted[] = { UNK_TIE_ESSENTIAL, UNK_TIE_SPILLOVER };

  for (guint w = 0; w < G_N_ELEMENTS (wanted); w++)
    for (guint a = 0; a < self->n_areas; a++)
      {
        card->also = &self->areas[a];
        if (card->also != card->area &&
            unk_quiz_get_ties (self, card->muscle, card->also) & wanted[w] &&
            is_askable (self, card))
          return TRUE;
      }
  return FALSE;
}

static void
add_area_cards (UnkQuiz *self, GPtrArray *cards, const UnkMuscle *muscle)
{
  for (guint a = 0; a < self->n_areas; a++)
    {
      UnkQuizCard card = make_card (self, UNK_QUIZ_REFERS, muscle, NULL);

      card.area = &self->areas[a];
      if (!(unk_quiz_get_ties (self, muscle, card.area) & UNK_TIE_ESSENTIAL))
        continue;
      add_card (self, cards, &card);
      card.kind = UNK_QUIZ_APART;
      if (find_apart (self, &card))
        g_ptr_array_add (cards, g_memdup2 (&card, sizeof card));
    }
}

static void
add_muscle_cards (UnkQuiz *self, GPtrArray *cards, const UnkMuscle *muscle)
{
  static const UnkQuizKind of_muscles[] = { UNK_QUIZ_LIT, UNK_QUIZ_MARK, UNK_QUIZ_ATTACHMENTS,
                                            UNK_QUIZ_ACTION, UNK_QUIZ_NERVE };

  for (guint i = 0; i < G_N_ELEMENTS (of_muscles); i++)
    {
      UnkQuizCard card = make_card (self, of_muscles[i], muscle, NULL);

      add_card (self, cards, &card);
    }
  for (guint i = 0; i < muscle->n_points; i++)
    add_point_cards (self, cards, &muscle->points[i]);
  add_area_cards (self, cards, muscle);
}

/**
 * unk_quiz_list_cards:
 * @self: a quiz
 * @group: (nullable): the id of a region
 * @muscles: (nullable): ids of muscles picked by hand
 *
 * A deck: all cards of the region's muscles, or of those picked, or of all where neither is given.
 *
 * Returns: (transfer full) (element-type UnkQuizCard): the cards, muscle by muscle
 */
GPtrArray *
unk_quiz_list_cards (UnkQuiz *self, const char *group, UnkTexts muscles)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_free);

  for (guint m = 0; m < self->n_muscles; m++)
    if ((!group || g_str_equal (self->muscles[m].group, group)) &&
        (!muscles || unk_area_is_in (muscles, self->muscles[m].id)))
      add_muscle_cards (self, cards, &self->muscles[m]);
  return cards;
}

/**
 * unk_quiz_card_dup_id:
 * @card: a card
 *
 * Returns: (transfer full): its id, which lasts: the kind, the muscle or point, and the areas
 */
char *
unk_quiz_card_dup_id (const UnkQuizCard *card)
{
  return g_strjoin ("/", kinds[card->kind].id, card->point ? card->point->id : card->muscle->id,
                    card->area ? card->area->id : NULL, card->also ? card->also->id : NULL, NULL);
}

static gboolean
refuse (const char *id, GError **error)
{
  g_set_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_UNKNOWN,
               /* Translators: %s is the id of a question that was kept */
               _ ("“%s” is not a question of this atlas"), id);
  return FALSE;
}

/**
 * unk_quiz_find_card:
 * @self: a quiz
 * @id: a card's
 * @card: (out): the card
 * @error: return location for a #GError
 *
 * A card that was kept may be gone: the atlas grows and is corrected.
 *
 * Returns: whether the atlas still has it
 */
gboolean
unk_quiz_find_card (UnkQuiz *self, const char *id, UnkQuizCard *card, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", -1);
  guint n = g_strv_length (parts), kind = 0;
  const UnkPoint *point = NULL;
  const UnkMuscle *muscle;

  while (kind < UNK_QUIZ_KINDS && n && !g_str_equal (kinds[kind].id, parts[0]))
    kind++;
  if (kind == UNK_QUIZ_KINDS || n != (kind == UNK_QUIZ_REFERS ? 3 : kind == UNK_QUIZ_APART ? 4 : 2))
    return refuse (id, error);
  if (kind == UNK_QUIZ_PATTERN || kind == UNK_QUIZ_CROSS)
    point = unk_atlas_find_point (self->atlas, parts[1], NULL);
  muscle = point ? point->muscle : unk_atlas_find_muscle (self->atlas, parts[1], NULL);
  if (!muscle || ((kind == UNK_QUIZ_PATTERN || kind == UNK_QUIZ_CROSS) && !point))
    return refuse (id, error);
  *card = make_card (self, kind, muscle, point);
  card->area = n > 2 ? unk_atlas_find_area (self->atlas, parts[2], NULL) : NULL;
  card->also = n > 3 ? unk_atlas_find_area (self->atlas, parts[3], NULL) : NULL;
  if ((n > 2 && !card->area) || (n > 3 && !card->also) || !is_askable (self, card))
    return refuse (id, error);
  return TRUE;
}

/* --- questions --- */

static char *
write_text (const UnkQuizCard *c)
{
  switch (c->kind)
    {
    case UNK_QUIZ_PATTERN:
      /* Translators: the pattern is shown on the body; %s tells it in words */
      return g_strdup_printf (_ ("Which muscle sends pain like this? %s"),
                              unk_text (c->point->pattern));
    case UNK_QUIZ_MARK:
      /* Translators: %s is a muscle, then a view of the body such as “Front” */
      return g_strdup_printf (_ ("Mark where a trigger point of this muscle sends pain: %s (%s)"),
                              unk_text (c->muscle->name), unk_text (c->view->name));
    case UNK_QUIZ_CROSS:
      /* Translators: %s is a muscle, %d a point’s number, then where the point sends pain */
      return g_strdup_printf (_ ("Put the X: %s, point %d. It is felt here: %s"),
                              unk_text (c->muscle->name), c->point->number,
                              unk_text (c->point->pattern));
    case UNK_QUIZ_REFERS:
      /* Translators: %s is an area of the body, as in “Temple” */
      return g_strdup_printf (_ ("Which of these muscles sends pain to this area? %s"),
                              unk_text (c->area->name));
    case UNK_QUIZ_LIT:
      return g_strdup (_ ("Which muscle is lit?"));
    case UNK_QUIZ_ATTACHMENTS:
      /* Translators: a muscle’s origin and insertion */
      return g_strdup_printf (_ ("Which muscle is attached here? From: %s. To: %s."),
                              unk_text (c->muscle->origin), unk_text (c->muscle->insertion));
    case UNK_QUIZ_ACTION:
      /* Translators: %s is what a muscle does */
      return g_strdup_printf (_ ("Which muscle does this? %s."), unk_text (c->muscle->action));
    case UNK_QUIZ_NERVE:
      /* Translators: %s is a nerve */
      return g_strdup_printf (_ ("Which of these muscles has this nerve? %s."),
                              unk_text (c->muscle->nerve));
    case UNK_QUIZ_APART:
    default:
      /* Translators: two areas of the body */
      return g_strdup_printf (
        _ ("All of these can send pain to the same area: %s. Which one also sends it here? %s"),
        unk_text (c->area->name), unk_text (c->also->name));
    }
}

static void
shuffle (Candidate *candidates, guint n, GRand *rand)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      Candidate kept = candidates[i - 1];

      candidates[i - 1] = candidates[j];
      candidates[j] = kept;
    }
}

static void
add_options (UnkQuiz *self, UnkQuizQuestion *question, GRand *rand)
{
  g_autoptr (GArray) wrong = list_wrong (self, &question->card);
  Candidate *candidates = (Candidate *) (gpointer) wrong->data;

  shuffle (candidates, MIN (wrong->len, POOL), rand);
  question->n_options = UNK_QUIZ_OPTIONS;
  question->right = (guint) g_rand_int_range (rand, 0, UNK_QUIZ_OPTIONS);
  for (guint i = 0, next = 0; i < UNK_QUIZ_OPTIONS; i++)
    question->options[i] = i == question->right ? question->card.muscle : candidates[next++].muscle;
}

/**
 * unk_quiz_ask:
 * @self: a quiz
 * @card: a card from unk_quiz_list_cards() or unk_quiz_find_card()
 * @rand: picks the wrong options among the nearest, and their order
 *
 * Returns: (transfer full): the question
 */
UnkQuizQuestion *
unk_quiz_ask (UnkQuiz *self, const UnkQuizCard *card, GRand *rand)
{
  UnkQuizQuestion *question = g_new0 (UnkQuizQuestion, 1);

  question->card = *card;
  question->text = write_text (card);
  if (!is_on_body (card->kind))
    add_options (self, question, rand);
  return question;
}
