/* unk-notes.c: the user's own notes and favorites
 *
 * What is typed comes letter by letter: changes of one note that follow each other are one step of
 * the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-notes.h"

#define MOST_STEPS 200

typedef struct
{
  gboolean favorite;
  char *note;
} Note;

/* What a muscle had before a change. */
typedef struct
{
  char *muscle;
  Note before;
  gboolean typed;
} Step;

struct _UnkNotes
{
  GObject parent_instance;

  GHashTable *notes; /* id to Note */
  GQueue history;    /* Step, the last first */
  GHashTable *unsaved;
  gpointer *unsaved_list; /* (nullable): as it was handed out last */
  guint serial;
};

G_DEFINE_FINAL_TYPE (UnkNotes, unk_notes, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_note (gpointer data)
{
  Note *note = data;

  g_free (note->note);
  g_free (note);
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_free (step->muscle);
  g_free (step->before.note);
  g_free (step);
}

static void
unk_notes_finalize (GObject *object)
{
  UnkNotes *self = UNK_NOTES (object);

  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->unsaved);
  g_free (self->unsaved_list);
  g_queue_clear_full (&self->history, free_step);
  G_OBJECT_CLASS (unk_notes_parent_class)->finalize (object);
}

static void
unk_notes_class_init (UnkNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_notes_finalize;

  /**
   * UnkNotes::changed:
   * @self: the notes
   * @muscle: whose note or star has changed
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
unk_notes_init (UnkNotes *self)
{
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_note);
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->history);
}

/**
 * unk_notes_new:
 *
 * Returns: (transfer full): no notes, no favorites
 */
UnkNotes *
unk_notes_new (void)
{
  return g_object_new (UNK_TYPE_NOTES, NULL);
}

/**
 * unk_notes_is_favorite:
 * @self: the notes
 * @muscle: a muscle's id
 *
 * Returns: whether it has a star
 */
gboolean
unk_notes_is_favorite (UnkNotes *self, const char *muscle)
{
  const Note *note = g_hash_table_lookup (self->notes, muscle);

  return note && note->favorite;
}

/**
 * unk_notes_get_note:
 * @self: the notes
 * @muscle: a muscle's id
 *
 * Returns: what the user wrote about it, or ""
 */
const char *
unk_notes_get_note (UnkNotes *self, const char *muscle)
{
  const Note *note = g_hash_table_lookup (self->notes, muscle);

  return note ? note->note : "";
}

static void
put (UnkNotes *self, const char *muscle, gboolean favorite, const char *text)
{
  g_autofree char *id = g_strdup (muscle);
  Note *note = g_new (Note, 1);

  *note = (Note){ favorite, g_strdup (text) };
  if (favorite || *text)
    g_hash_table_insert (self->notes, g_strdup (id), note);
  else
    {
      g_hash_table_remove (self->notes, id);
      free_note (note);
    }
  self->serial++;
  g_hash_table_add (self->unsaved, g_strdup (id));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, id);
}

static void
remember (UnkNotes *self, const char *muscle, gboolean typed)
{
  const Step *last = g_queue_peek_head (&self->history);
  Step *step;

  if (typed && last && last->typed && g_str_equal (last->muscle, muscle))
    return;
  step = g_new (Step, 1);
  *step = (Step){
    .muscle = g_strdup (muscle),
    .before = { unk_notes_is_favorite (self, muscle),
                g_strdup (unk_notes_get_note (self, muscle)) },
    .typed = typed,
  };
  g_queue_push_head (&self->history, step);
  if (g_queue_get_length (&self->history) > MOST_STEPS)
    free_step (g_queue_pop_tail (&self->history));
}

/**
 * unk_notes_set_favorite:
 * @self: the notes
 * @muscle: a muscle's id
 * @favorite: whether it shall have a star
 */
void
unk_notes_set_favorite (UnkNotes *self, const char *muscle, gboolean favorite)
{
  if (unk_notes_is_favorite (self, muscle) == !!favorite)
    return;
  remember (self, muscle, FALSE);
  put (self, muscle, !!favorite, unk_notes_get_note (self, muscle));
}

/**
 * unk_notes_set_note:
 * @self: the notes
 * @muscle: a muscle's id
 * @note: what the user writes; nothing is kept of it where there are only blanks
 */
void
unk_notes_set_note (UnkNotes *self, const char *muscle, const char *note)
{
  g_autofree char *stripped = g_strstrip (g_strdup (note));
  const char *kept = *stripped ? note : "";

  if (g_str_equal (unk_notes_get_note (self, muscle), kept))
    return;
  remember (self, muscle, TRUE);
  put (self, muscle, unk_notes_is_favorite (self, muscle), kept);
}

/**
 * unk_notes_load:
 * @self: the notes
 * @muscle: a muscle's id
 * @favorite: whether it has a star
 * @note: its note
 *
 * Takes in what is kept in the user's file; what was written meanwhile stays.
 */
void
unk_notes_load (UnkNotes *self, const char *muscle, gboolean favorite, const char *note)
{
  if (g_hash_table_contains (self->unsaved, muscle))
    return;
  put (self, muscle, favorite, note);
  g_hash_table_remove (self->unsaved, muscle);
}

/**
 * unk_notes_can_undo:
 * @self: the notes
 *
 * Returns: whether there is a change to take back
 */
gboolean
unk_notes_can_undo (UnkNotes *self)
{
  return !g_queue_is_empty (&self->history);
}

/**
 * unk_notes_undo:
 * @self: the notes
 *
 * Takes back the last change: a star, or all that was typed into one note since another change.
 *
 * Returns: whether there was one
 */
gboolean
unk_notes_undo (UnkNotes *self)
{
  Step *step = g_queue_pop_head (&self->history);

  if (!step)
    return FALSE;
  put (self, step->muscle, step->before.favorite, step->before.note);
  free_step (step);
  return TRUE;
}

/**
 * unk_notes_get_serial:
 * @self: the notes
 *
 * Returns: a number that grows with each change
 */
guint
unk_notes_get_serial (UnkNotes *self)
{
  return self->serial;
}

/**
 * unk_notes_count:
 * @self: the notes
 *
 * Returns: how many muscles have a note or a star
 */
guint
unk_notes_count (UnkNotes *self)
{
  return g_hash_table_size (self->notes);
}

/**
 * unk_notes_foreach:
 * @self: the notes
 * @func: called for every muscle that has a note or a star, in no order
 * @data: handed to @func
 */
void
unk_notes_foreach (UnkNotes *self, UnkNotesFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, &id, &value))
    func (id, ((Note *) value)->favorite, ((Note *) value)->note, data);
}

/**
 * unk_notes_get_unsaved:
 * @self: the notes
 *
 * Returns: the ids of what has changed since unk_notes_set_saved(), until something else changes
 */
const char *const *
unk_notes_get_unsaved (UnkNotes *self)
{
  g_clear_pointer (&self->unsaved_list, g_free);
  self->unsaved_list = g_hash_table_get_keys_as_array (self->unsaved, NULL);
  return (const char *const *) self->unsaved_list;
}

/**
 * unk_notes_set_saved:
 * @self: the notes, all of which are in the user's file now
 */
void
unk_notes_set_saved (UnkNotes *self)
{
  g_hash_table_remove_all (self->unsaved);
}
