/* unk-decks.c: the cards there are, deck by deck
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-decks.h"

typedef struct
{
  char *id;
  const UnkMuscle *muscle;
} Entry;

struct _UnkDecks
{
  GObject parent_instance;

  UnkAtlas *atlas;
  GArray *entries; /* (nullable) (element-type Entry): until the thread is done */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (UnkDecks, unk_decks, G_TYPE_OBJECT)

enum
{
  SIGNAL_READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
}

static void
unk_decks_finalize (GObject *object)
{
  UnkDecks *self = UNK_DECKS (object);

  g_clear_pointer (&self->entries, g_array_unref);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_decks_parent_class)->finalize (object);
}

static void
unk_decks_class_init (UnkDecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_decks_finalize;

  /**
   * UnkDecks::ready:
   * All cards are known.
   */
  signals[SIGNAL_READY] =
    g_signal_new ("ready", UNK_TYPE_DECKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_decks_init (UnkDecks *self G_GNUC_UNUSED)
{
}

/**
 * unk_decks_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): decks of which nothing is known yet
 */
UnkDecks *
unk_decks_new (UnkAtlas *atlas)
{
  UnkDecks *self = g_object_new (UNK_TYPE_DECKS, NULL);

  self->atlas = unk_atlas_ref (atlas);
  return self;
}

/* With a quiz of its own: they keep what they have found out, and that isn't for two threads. */
static void
find_cards (GTask *task, gpointer source G_GNUC_UNUSED, gpointer atlas,
            GCancellable *cancellable G_GNUC_UNUSED)
{
  g_autoptr (UnkQuiz) quiz = unk_quiz_new (atlas);
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (quiz, NULL, NULL);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), cards->len);

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < cards->len; i++)
    {
      const UnkQuizCard *card = g_ptr_array_index (cards, i);
      Entry entry = { unk_quiz_card_dup_id (card), card->muscle };

      g_array_append_val (entries, entry);
    }
  g_task_return_pointer (task, entries, (GDestroyNotify) g_array_unref);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  UnkDecks *self = UNK_DECKS (source);

  self->loading = FALSE;
  self->entries = g_task_propagate_pointer (G_TASK (result), NULL);
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

/**
 * unk_decks_load:
 * @self: the decks
 *
 * Begins to find all cards, unless that was begun before; "ready" tells when they are there.
 */
void
unk_decks_load (UnkDecks *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->entries || self->loading)
    return;
  self->loading = TRUE;
  task = g_task_new (self, NULL, on_found, NULL);
  g_task_set_task_data (task, unk_atlas_ref (self->atlas), (GDestroyNotify) unk_atlas_unref);
  g_task_run_in_thread (task, find_cards);
}

/**
 * unk_decks_is_ready:
 * @self: the decks
 *
 * Returns: whether all cards are known
 */
gboolean
unk_decks_is_ready (UnkDecks *self)
{
  return self->entries != NULL;
}

/**
 * unk_decks_dup_cards:
 * @self: decks that are ready
 * @group: (nullable): the id of a region
 * @muscles: (nullable): ids of muscles picked by hand
 *
 * Returns: (transfer full): the ids of the cards of the region and of the muscles; of all where
 * both are %NULL
 */
char **
unk_decks_dup_cards (UnkDecks *self, const char *group, UnkTexts muscles)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; self->entries && i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if ((!group || g_str_equal (entry->muscle->group, group)) &&
          (!muscles || unk_area_is_in (muscles, entry->muscle->id)))
        g_ptr_array_add (ids, g_strdup (entry->id));
    }
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}
