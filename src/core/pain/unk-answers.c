/* unk-answers.c: what the user said: clues, red flags, contraindications
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (unk - answers - error - quark, unk_answers_error)

typedef struct
{
  UnkAnswer answer;
  char *where; /* (nullable) */
} Entry;

struct _UnkAnswers
{
  GObject parent_instance;

  UnkAtlas *atlas;
  GHashTable *entries[UNK_N_ASKED]; /* id: Entry */
};

G_DEFINE_FINAL_TYPE (UnkAnswers, unk_answers, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const asked_ids[UNK_N_ASKED] = { "clue", "red-flag", "contraindication" };
static const char *const answer_ids[] = { "none", "no", "yes", "cleared" };

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->where);
  g_free (entry);
}

static void
unk_answers_finalize (GObject *object)
{
  UnkAnswers *self = UNK_ANSWERS (object);

  for (int i = 0; i < UNK_N_ASKED; i++)
    g_hash_table_unref (self->entries[i]);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_answers_parent_class)->finalize (object);
}

static void
unk_answers_class_init (UnkAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_answers_finalize;

  /**
   * UnkAnswers::changed:
   * An answer was given or taken back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_ANSWERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_answers_init (UnkAnswers *self)
{
  for (int i = 0; i < UNK_N_ASKED; i++)
    self->entries[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
}

/**
 * unk_answers_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): nothing answered
 */
UnkAnswers *
unk_answers_new (UnkAtlas *atlas)
{
  UnkAnswers *self = g_object_new (UNK_TYPE_ANSWERS, NULL);

  self->atlas = unk_atlas_ref (atlas);
  return self;
}

/**
 * unk_answers_get_atlas:
 * @self: the answers
 *
 * Returns: the atlas that asks
 */
UnkAtlas *
unk_answers_get_atlas (UnkAnswers *self)
{
  return self->atlas;
}

/**
 * unk_answers_get:
 * @self: the answers
 * @asked: what was asked about
 * @id: a clue, a red flag or a contraindication
 *
 * Returns: the answer
 */
UnkAnswer
unk_answers_get (UnkAnswers *self, UnkAsked asked, const char *id)
{
  const Entry *entry = g_hash_table_lookup (self->entries[asked], id);

  return entry ? entry->answer : UNK_ANSWER_NONE;
}

/**
 * unk_answers_get_where:
 * @self: the answers
 * @asked: what was asked about
 * @id: a clue, a red flag or a contraindication
 *
 * Returns: (nullable): where on the body the answer is meant, for unk_answers_where_has(); %NULL
 * for everywhere
 */
const char *
unk_answers_get_where (UnkAnswers *self, UnkAsked asked, const char *id)
{
  const Entry *entry = g_hash_table_lookup (self->entries[asked], id);

  return entry ? entry->where : NULL;
}

/**
 * unk_answers_set_at:
 * @self: the answers
 * @asked: what was asked about
 * @id: a clue, a red flag or a contraindication
 * @answer: the answer; %UNK_ANSWER_NONE takes it back
 * @where: (nullable): the areas that it is meant for, as "AREA:SIDE,AREA:SIDE"; everywhere where
 * %NULL. It matters for contraindications whose scope is local or a limb
 */
void
unk_answers_set_at (UnkAnswers *self, UnkAsked asked, const char *id, UnkAnswer answer,
                    const char *where)
{
  Entry *entry;

  if (where && !*where)
    where = NULL;
  if (unk_answers_get (self, asked, id) == answer &&
      g_strcmp0 (unk_answers_get_where (self, asked, id), where) == 0)
    return;
  if (answer == UNK_ANSWER_NONE)
    g_hash_table_remove (self->entries[asked], id);
  else
    {
      entry = g_new0 (Entry, 1);
      entry->answer = answer;
      entry->where = g_strdup (where);
      g_hash_table_replace (self->entries[asked], g_strdup (id), entry);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * unk_answers_set:
 * @self: the answers
 * @asked: what was asked about
 * @id: a clue, a red flag or a contraindication
 * @answer: the answer, meant for everywhere; %UNK_ANSWER_NONE takes it back
 */
void
unk_answers_set (UnkAnswers *self, UnkAsked asked, const char *id, UnkAnswer answer)
{
  unk_answers_set_at (self, asked, id, answer, NULL);
}

/**
 * unk_answers_where_has:
 * @where: (nullable): areas, as "AREA:SIDE,AREA:SIDE"
 * @area: an area
 * @side: its side; of no meaning where it is not paired
 *
 * Returns: whether @area is one of @where; everything is in %NULL
 */
gboolean
unk_answers_where_has (const char *where, const UnkArea *area, UnkSide side)
{
  g_auto (GStrv) parts = where ? g_strsplit (where, ",", -1) : NULL;

  if (!where)
    return TRUE;
  for (guint i = 0; parts[i]; i++)
    {
      char *colon = strchr (parts[i], ':');

      if (colon)
        *colon = '\0';
      if (g_str_equal (parts[i], area->id) &&
          (!area->paired || !colon || g_str_equal (colon + 1, unk_side_id (side))))
        return TRUE;
    }
  return FALSE;
}

/**
 * unk_answers_clear:
 * @self: the answers
 * @asked: what was asked about
 *
 * Takes all answers of one sort back.
 */
void
unk_answers_clear (UnkAnswers *self, UnkAsked asked)
{
  if (!g_hash_table_size (self->entries[asked]))
    return;
  g_hash_table_remove_all (self->entries[asked]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * unk_answers_count_yes:
 * @self: the answers
 * @asked: what was asked about
 *
 * Returns: how many were answered with yes, whether a doctor has allowed self-care or not
 */
guint
unk_answers_count_yes (UnkAnswers *self, UnkAsked asked)
{
  GHashTableIter iter;
  gpointer entry;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->entries[asked]);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    n += ((Entry *) entry)->answer >= UNK_ANSWER_YES;
  return n;
}

/**
 * unk_answers_foreach:
 * @self: the answers
 * @func: called for each answer, those of one sort in the order of their ids
 * @data: handed to @func
 */
void
unk_answers_foreach (UnkAnswers *self, UnkAnswerFunc func, gpointer data)
{
  for (UnkAsked asked = 0; asked < UNK_N_ASKED; asked++)
    {
      GList *ids =
        g_list_sort (g_hash_table_get_keys (self->entries[asked]), (GCompareFunc) g_strcmp0);

      for (GList *l = ids; l; l = l->next)
        {
          const Entry *entry = g_hash_table_lookup (self->entries[asked], l->data);

          func (asked, l->data, entry->answer, entry->where, data);
        }
      g_list_free (ids);
    }
}

/**
 * unk_answers_add_clues_text:
 * @self: the answers
 * @text: ids of clues, separated by commas
 * @error: return location for a #GError
 *
 * Says yes to the clues that a command line names.
 *
 * Returns: %FALSE, with nothing answered and an error that names the first unknown one
 */
gboolean
unk_answers_add_clues_text (UnkAnswers *self, const char *text, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);

  for (guint i = 0; ids[i]; i++)
    if (!unk_atlas_find_clue (self->atlas, g_strstrip (ids[i]), error))
      return FALSE;
  if (!ids[0])
    {
      g_set_error_literal (error, UNK_ANSWERS_ERROR, UNK_ANSWERS_ERROR_UNKNOWN,
                           _ ("No clue is named; unknot --list clues names them all"));
      return FALSE;
    }
  for (guint i = 0; ids[i]; i++)
    unk_answers_set (self, UNK_ASKED_CLUE, ids[i], UNK_ANSWER_YES);
  return TRUE;
}

/* Where an id stands in a list; -1 where it doesn't. */
static int
find_id (const char *const *ids, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (ids[i], id))
      return (int) i;
  return -1;
}

/**
 * unk_answer_id:
 * @answer: an answer
 *
 * Returns: "none", "no", "yes" or "cleared"
 */
const char *
unk_answer_id (UnkAnswer answer)
{
  return answer_ids[answer];
}

/**
 * unk_answer_parse:
 * @id: an id as unk_answer_id() gives
 * @answer: (out): the answer
 *
 * Returns: whether @id names one
 */
gboolean
unk_answer_parse (const char *id, UnkAnswer *answer)
{
  int i = find_id (answer_ids, G_N_ELEMENTS (answer_ids), id);

  *answer = MAX (i, 0);
  return i >= 0;
}

/**
 * unk_asked_id:
 * @asked: what was asked about
 *
 * Returns: "clue", "red-flag" or "contraindication"
 */
const char *
unk_asked_id (UnkAsked asked)
{
  return asked_ids[asked];
}

/**
 * unk_asked_parse:
 * @id: an id as unk_asked_id() gives
 * @asked: (out): what it names
 *
 * Returns: whether @id names something that is asked about
 */
gboolean
unk_asked_parse (const char *id, UnkAsked *asked)
{
  int i = find_id (asked_ids, UNK_N_ASKED, id);

  *asked = MAX (i, 0);
  return i >= 0;
}
