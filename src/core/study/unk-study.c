/* unk-study.c: what to ask today, and what was answered
 *
 * A day's load is counted in cards, not in answers: one that comes back ten minutes later is the
 * same card. What is due comes before what is new; what exceeds the day's limit waits for tomorrow,
 * and while anything waits, nothing new is added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-study.h"

/* With nothing else to ask, a card that is being learned may come this much before its time. */
#define AHEAD (20 * 60)

struct _UnkStudy
{
  GObject parent_instance;

  GRand *fuzz;     /* (nullable) */
  UnkStore *store; /* (nullable) */
  guint new_per_day, cards_per_day;
  GStrv deck;
  GHashTable *memories; /* a card's id to its UnkMemory */
  GPtrArray *reviews;   /* UnkReview, the oldest first */
  GPtrArray *undone;    /* UnkReview, the last undone last */
};

G_DEFINE_FINAL_TYPE (UnkStudy, unk_study, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
unk_study_finalize (GObject *object)
{
  UnkStudy *self = UNK_STUDY (object);

  g_clear_pointer (&self->fuzz, g_rand_free);
  g_clear_object (&self->store);
  g_strfreev (self->deck);
  g_hash_table_unref (self->memories);
  g_ptr_array_unref (self->reviews);
  g_ptr_array_unref (self->undone);
  G_OBJECT_CLASS (unk_study_parent_class)->finalize (object);
}

static void
unk_study_class_init (UnkStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_study_finalize;

  /**
   * UnkStudy::changed:
   * The deck, a limit or a memory is another one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_STUDY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_study_init (UnkStudy *self)
{
  self->new_per_day = UNK_STUDY_NEW_PER_DAY;
  self->cards_per_day = UNK_STUDY_CARDS_PER_DAY;
  self->deck = g_new0 (char *, 1);
  self->memories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_review_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_review_free);
}

/**
 * unk_study_new:
 * @fuzz: (transfer full) (nullable): blurs the intervals; without it they are exact
 *
 * Returns: (transfer full): a learner who knows nothing yet
 */
UnkStudy *
unk_study_new (GRand *fuzz)
{
  UnkStudy *self = g_object_new (UNK_TYPE_STUDY, NULL);

  self->fuzz = fuzz;
  return self;
}

static void
remember (UnkStudy *self, const char *card, const UnkMemory *memory)
{
  if (memory->state == UNK_MEMORY_NEW)
    g_hash_table_remove (self->memories, card);
  else
    g_hash_table_replace (self->memories, g_strdup (card), g_memdup2 (memory, sizeof *memory));
}

/**
 * unk_study_open:
 * @self: a study
 * @store: the user's file
 * @error: return location for a #GError
 *
 * Takes up what the file holds, in place of what was there, and keeps in it what comes.
 *
 * Returns: whether it could be read; where not, all stays as it was
 */
gboolean
unk_study_open (UnkStudy *self, UnkStore *store, GError **error)
{
  GPtrArray *reviews = unk_store_load_reviews (store, error);

  if (!reviews)
    return FALSE;
  g_set_object (&self->store, store);
  g_hash_table_remove_all (self->memories);
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_unref (self->reviews);
  self->reviews = reviews;
  for (guint i = 0; i < reviews->len; i++)
    {
      const UnkReview *review = g_ptr_array_index (reviews, i);

      remember (self, review->card, &review->after);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/**
 * unk_study_set_limits:
 * @self: a study
 * @new_per_day: how many cards may be met in a day
 * @cards_per_day: how many cards may be asked in a day, new ones among them
 */
void
unk_study_set_limits (UnkStudy *self, guint new_per_day, guint cards_per_day)
{
  self->new_per_day = new_per_day;
  self->cards_per_day = cards_per_day;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * unk_study_set_deck:
 * @self: a study
 * @cards: the ids of the cards to ask, in the order in which new ones shall be met; each once
 */
void
unk_study_set_deck (UnkStudy *self, const char *const *cards)
{
  g_strfreev (self->deck);
  self->deck = g_strdupv ((char **) cards);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * unk_study_get_memory:
 * @self: a study
 * @card: a card's id
 *
 * Returns: where it stands
 */
UnkMemory
unk_study_get_memory (UnkStudy *self, const char *card)
{
  const UnkMemory *memory = g_hash_table_lookup (self->memories, card);

  return memory ? *memory : (UnkMemory){ 0 };
}

/* --- the day --- */

static gint64
get_midnight (GDateTime *now, int days_later)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days_later);
  g_autoptr (GDateTime) midnight =
    g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (day),
                     g_date_time_get_month (day), g_date_time_get_day_of_month (day), 0, 0, 0);

  return g_date_time_to_unix (midnight);
}

/* Counts what was done today, and lists the cards. */
static GHashTable *
list_today (UnkStudy *self, gint64 from, UnkStudySummary *summary)
{
  GHashTable *cards = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->reviews->len; i > 0; i--)
    {
      const UnkReview *review = g_ptr_array_index (self->reviews, i - 1);

      if (review->at < from)
        break;
      g_hash_table_add (cards, review->card);
      summary->answers_today++;
      summary->right_today += review->grade > UNK_GRADE_AGAIN;
      summary->met_today += review->before.state == UNK_MEMORY_NEW;
    }
  summary->done = g_hash_table_size (cards);
  return cards;
}

typedef struct
{
  const char *again; /* is being learned, and its time has come: the longest waiting */
  const char *due;   /* the one that is most likely to be forgotten */
  const char *fresh; /* the first that was never asked */
  const char *ahead; /* is being learned, and its time is near */
  UnkStudySummary sum;
} Day;

static void
look_at_learning (Day *day, const char *card, const UnkMemory *m, gint64 now, gint64 *first)
{
  if (m->due > now + AHEAD || m->due >= *first)
    return;
  *first = m->due;
  day->again = m->due <= now ? card : day->again;
  day->ahead = card;
}

static void
look_at_deck (UnkStudy *self, Day *day, GHashTable *today, gint64 now, gint64 tomorrow)
{
  gint64 first = G_MAXINT64;
  double least = 2;

  for (guint i = 0; self->deck[i]; i++)
    {
      const UnkMemory *m = g_hash_table_lookup (self->memories, self->deck[i]);

      day->sum.cards++;
      if (!m)
        {
          day->sum.fresh++;
          day->fresh = day->fresh ? day->fresh : self->deck[i];
          continue;
        }
      day->sum.met++;
      if (m->due >= tomorrow)
        continue;
      if (g_hash_table_contains (today, self->deck[i]))
        look_at_learning (day, self->deck[i], m, now, &first);
      else
        {
          double r = unk_fsrs_get_retrievability (m, now);

          day->due = r < least ? self->deck[i] : day->due;
          least = MIN (least, r);
          day->sum.due++;
        }
    }
}

static void
apply_limits (UnkStudy *self, Day *day)
{
  guint left = self->cards_per_day > day->sum.done ? self->cards_per_day - day->sum.done : 0;
  guint may_meet =
    self->new_per_day > day->sum.met_today ? self->new_per_day - day->sum.met_today : 0;

  day->sum.due = MIN (day->sum.due, left);
  day->sum.fresh = MIN (day->sum.fresh, MIN (may_meet, left - day->sum.due));
}

static void
look_at_day (UnkStudy *self, GDateTime *now, Day *day)
{
  g_autoptr (GHashTable) today = NULL;

  *day = (Day){ 0 };
  today = list_today (self, get_midnight (now, 0), &day->sum);
  look_at_deck (self, day, today, g_date_time_to_unix (now), get_midnight (now, 1));
  apply_limits (self, day);
}

/**
 * unk_study_get_next:
 * @self: a study
 * @now: the time
 *
 * What is being learned comes first, then what is due, then what is new.
 *
 * Returns: (nullable): the id of the card to ask, or %NULL when today is done
 */
const char *
unk_study_get_next (UnkStudy *self, GDateTime *now)
{
  Day day;

  look_at_day (self, now, &day);
  if (day.again)
    return day.again;
  if (day.due && day.sum.due > 0)
    return day.due;
  if (day.fresh && day.sum.fresh > 0)
    return day.fresh;
  return day.ahead;
}

/* Days in a row with an answer, counted back from today; today may still be empty. */
static guint
count_streak (UnkStudy *self, GDateTime *now)
{
  guint i = self->reviews->len, streak = 0;

  for (int day = 0;; day--)
    {
      gint64 from = get_midnight (now, day);
      gboolean found = FALSE;

      for (; i > 0 && ((UnkReview *) g_ptr_array_index (self->reviews, i - 1))->at >= from; i--)
        found = TRUE;
      streak += found;
      if (!found && day < 0)
        return streak;
    }
}

/**
 * unk_study_summarize:
 * @self: a study
 * @now: the time
 *
 * Returns: today, and how far one has come
 */
UnkStudySummary
unk_study_summarize (UnkStudy *self, GDateTime *now)
{
  Day day;

  look_at_day (self, now, &day);
  day.sum.streak = count_streak (self, now);
  return day.sum;
}

/* --- answers --- */

static gboolean
add_review (UnkStudy *self, UnkReview *review, GError **error)
{
  if (self->store && !unk_store_add_review (self->store, review, error))
    {
      unk_review_free (review);
      return FALSE;
    }
  remember (self, review->card, &review->after);
  g_ptr_array_add (self->reviews, review);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/**
 * unk_study_answer:
 * @self: a study
 * @card: the id of a card
 * @grade: how well it was known
 * @now: the time
 * @error: return location for a #GError
 *
 * Returns: whether the answer was kept; where not, nothing has changed
 */
gboolean
unk_study_answer (UnkStudy *self, const char *card, UnkGrade grade, GDateTime *now, GError **error)
{
  gint64 at = g_date_time_to_unix (now);
  UnkMemory before = unk_study_get_memory (self, card);
  UnkMemory after = unk_fsrs_review (before, grade, at, self->fuzz);

  if (!add_review (self, unk_review_new (card, at, grade, before, after), error))
    return FALSE;
  g_ptr_array_set_size (self->undone, 0);
  return TRUE;
}

/**
 * unk_study_can_undo:
 * @self: a study
 *
 * Returns: whether there is an answer to take back
 */
gboolean
unk_study_can_undo (UnkStudy *self)
{
  return self->reviews->len > 0;
}

/**
 * unk_study_can_redo:
 * @self: a study
 *
 * Returns: whether an answer was taken back
 */
gboolean
unk_study_can_redo (UnkStudy *self)
{
  return self->undone->len > 0;
}

/**
 * unk_study_undo:
 * @self: a study
 * @error: return location for a #GError
 *
 * Takes the last answer back: its card is asked again as if it had not been.
 *
 * Returns: whether there was one, and it was taken back
 */
gboolean
unk_study_undo (UnkStudy *self, GError **error)
{
  UnkReview *last;

  if (!unk_study_can_undo (self))
    return FALSE;
  last = g_ptr_array_index (self->reviews, self->reviews->len - 1);
  if (self->store && !unk_store_take_review (self->store, last, error))
    return FALSE;
  remember (self, last->card, &last->before);
  g_ptr_array_add (self->undone, g_ptr_array_steal_index (self->reviews, self->reviews->len - 1));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/**
 * unk_study_redo:
 * @self: a study
 * @error: return location for a #GError
 *
 * Brings the answer again that was taken back last.
 *
 * Returns: whether there was one, and it was brought again
 */
gboolean
unk_study_redo (UnkStudy *self, GError **error)
{
  const UnkReview *undone;

  if (!unk_study_can_redo (self))
    return FALSE;
  undone = g_ptr_array_index (self->undone, self->undone->len - 1);
  if (!add_review (
        self,
        unk_review_new (undone->card, undone->at, undone->grade, undone->before, undone->after),
        error))
    return FALSE;
  g_ptr_array_set_size (self->undone, (int) self->undone->len - 1);
  return TRUE;
}

static void
append_time (GString *csv, gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  g_string_append (csv, text);
}

static void
append_number (GString *csv, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (csv, ',');
  g_string_append (csv, g_ascii_formatd (digits, sizeof digits, "%.4f", number));
}

/**
 * unk_study_export_csv:
 * @self: a study
 *
 * All answers as a table: when, which card, how well it was known (1 to 4), and where the card
 * stood afterwards. Times are UTC; ids and numbers are the same in every language.
 *
 * Returns: (transfer full): comma-separated values (RFC 4180), with a heading
 */
char *
unk_study_export_csv (UnkStudy *self)
{
  GString *csv = g_string_new ("time,card,grade,state,stability,difficulty,due\r\n");

  for (guint i = 0; i < self->reviews->len; i++)
    {
      const UnkReview *review = g_ptr_array_index (self->reviews, i);

      append_time (csv, review->at);
      /* An id has neither commas nor quotes. */
      g_string_append_printf (csv, ",%s,%d,%s", review->card, (int) review->grade,
                              unk_memory_state_id (review->after.state));
      append_number (csv, review->after.stability);
      append_number (csv, review->after.difficulty);
      g_string_append_c (csv, ',');
      append_time (csv, review->after.due);
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}
