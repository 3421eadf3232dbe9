/* unk-keeper.c: keeps what the user marks and says
 *
 * Brings it back when the user's file is opened, and saves it a moment after each change; what is
 * not saved yet is saved when the keeper goes. Where the file can't be used, the program goes on
 * without, and says why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-keeper.h"

#include <glib/gi18n.h>

/* A stroke changes the marks at every motion: they are saved once it rests. */
#define REST_MS 400
/* Who never rests is saved this often all the same. */
#define LONGEST_WAIT_US (3 * G_USEC_PER_SEC)
/* What could not be saved is tried again this often. */
#define RETRY_MS 3000

struct _UnkKeeper
{
  GObject parent_instance;

  UnkMarks *marks;
  UnkAnswers *answers;
  UnkNotes *notes; /* (nullable): notes aren't kept */
  UnkStore *store; /* (nullable): not opened, or it can't be */
  GString *notice; /* what the user has to be told */
  gboolean marks_changed, answers_changed, notes_changed;
  gboolean failing;     /* the user was told that saving fails: once, until it goes well again */
  gint64 changed_since; /* when the first change came that is not saved yet; 0 for none */
  guint save_id;
};

G_DEFINE_FINAL_TYPE (UnkKeeper, unk_keeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_NOTICE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_notice (UnkKeeper *self, const char *text)
{
  if (self->notice->len)
    g_string_append_c (self->notice, '\n');
  g_string_append (self->notice, text);
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0);
}

static void
take_error (UnkKeeper *self, GError *error)
{
  /* Translators: %s says why */
  g_autofree char *text = g_strdup_printf (_ ("What you mark can’t be kept: %s"), error->message);

  add_notice (self, text);
}

static gboolean on_rested (gpointer data);

static gboolean
save_notes (UnkKeeper *self, GError **error)
{
  if (!unk_store_save_notes (self->store, self->notes, unk_notes_get_unsaved (self->notes), error))
    return FALSE;
  unk_notes_set_saved (self->notes);
  return TRUE;
}

/* What fails doesn't keep the rest from being saved. Returns what went wrong first. */
static GError *
save_what_changed (UnkKeeper *self)
{
  g_autoptr (GError) marks = NULL, answers = NULL, notes = NULL;

  if (self->marks_changed)
    self->marks_changed = !unk_store_save_marks (self->store, self->marks, &marks);
  if (self->answers_changed)
    self->answers_changed = !unk_store_save_answers (self->store, self->answers, &answers);
  if (self->notes_changed)
    self->notes_changed = !save_notes (self, &notes);
  if (marks)
    return g_steal_pointer (&marks);
  return answers ? g_steal_pointer (&answers) : g_steal_pointer (&notes);
}

/**
 * unk_keeper_flush:
 * @self: a keeper
 *
 * Saves now what has changed. What could not be saved counts as changed still: it is tried again
 * every few seconds and with the next change, and the user is told once.
 */
void
unk_keeper_flush (UnkKeeper *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!self->store)
    return;
  error = save_what_changed (self);
  self->changed_since = 0;
  if (error)
    self->save_id = g_timeout_add (RETRY_MS, on_rested, self);
  if (error && !self->failing)
    take_error (self, error);
  self->failing = error != NULL;
}

static gboolean
on_rested (gpointer data)
{
  UnkKeeper *self = data;

  self->save_id = 0;
  unk_keeper_flush (self);
  return G_SOURCE_REMOVE;
}

/* Waits for rest, but not for ever. */
static void
save_soon (UnkKeeper *self)
{
  gint64 now = g_get_monotonic_time ();

  if (!self->store)
    return;
  if (!self->save_id || !self->changed_since)
    self->changed_since = now;
  else if (now - self->changed_since > LONGEST_WAIT_US - REST_MS * 1000)
    return;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (REST_MS, on_rested, self);
}

static void
on_marks_changed (UnkKeeper *self)
{
  self->marks_changed = TRUE;
  save_soon (self);
}

static void
on_answers_changed (UnkKeeper *self)
{
  self->answers_changed = TRUE;
  save_soon (self);
}

static void
on_notes_changed (UnkKeeper *self)
{
  self->notes_changed = TRUE;
  save_soon (self);
}

static void
tell_what_was_done (UnkKeeper *self)
{
  const char *aside = unk_store_get_set_aside (self->store);
  const char *backup = unk_store_get_backup (self->store);
  g_autofree char *text = NULL;

  if (aside)
    text = g_strdup_printf (_ ("Your file was damaged. It is kept as %s, and a new one was begun."),
                            aside);
  else if (backup)
    text = g_strdup_printf (
      _ ("Your file was brought up to date. A copy of the old one is kept as %s."), backup);
  if (text)
    add_notice (self, text);
}

static void
tell_what_is_missing (UnkKeeper *self, char **lost)
{
  g_autofree char *names = g_strjoinv (", ", lost);
  g_autofree char *text = NULL;

  if (!*lost)
    return;
  text = g_strdup_printf (
    _ ("Some of your marks belong to places that this version doesn’t know (%s). They stay in "
       "your file."),
    names);
  add_notice (self, text);
}

/* What was written before the file was open goes into it. */
static void
load_notes (UnkKeeper *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->notes)
    return;
  if (!unk_store_load_notes (self->store, self->notes, &error))
    take_error (self, error);
  self->notes_changed = *unk_notes_get_unsaved (self->notes) != NULL;
  if (self->notes_changed)
    save_soon (self);
  else
    g_clear_handle_id (&self->save_id, g_source_remove);
}

/* What is marked already comes after what was kept, and is what undo takes away first. */
static void
bring_back_marks (UnkKeeper *self, UnkMarks *kept)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_pain_unref);

  for (guint i = 0; i < unk_marks_get_n_places (kept); i++)
    g_ptr_array_add (places, unk_pain_ref ((UnkPain *) unk_marks_get_place (kept, i)));
  self->marks_changed = unk_marks_get_n_places (self->marks) > 0;
  for (guint i = 0; i < unk_marks_get_n_places (self->marks); i++)
    g_ptr_array_add (places, unk_pain_ref ((UnkPain *) unk_marks_get_place (self->marks, i)));
  if (!self->marks_changed)
    unk_marks_restore (self->marks, places);
  else if (unk_marks_get_n_places (kept))
    unk_marks_replace (self->marks, places);
}

static void
add_answer (UnkAsked asked, const char *id, UnkAnswer answer, const char *where, gpointer data)
{
  unk_answers_set_at (data, asked, id, answer, where);
}

static void
note_answer (UnkAsked asked G_GNUC_UNUSED, const char *id G_GNUC_UNUSED,
             UnkAnswer answer G_GNUC_UNUSED, const char *where G_GNUC_UNUSED, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* What is said already counts, not what was said on another day. */
static void
bring_back_answers (UnkKeeper *self, UnkAnswers *kept)
{
  gboolean said = FALSE;

  unk_answers_foreach (self->answers, note_answer, &said);
  unk_answers_foreach (self->answers, add_answer, kept);
  unk_answers_foreach (kept, add_answer, self->answers);
  self->answers_changed = said;
}

/* All or nothing: what can't be read must not be written over either. */
static gboolean
bring_back (UnkKeeper *self, GError **error)
{
  UnkAtlas *atlas = unk_marks_get_atlas (self->marks);
  g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
  g_autoptr (UnkAnswers) answers = unk_answers_new (atlas);
  g_auto (GStrv) lost = NULL;

  if (!unk_store_load_answers (self->store, answers, error) ||
      !unk_store_load_marks (self->store, marks, &lost, error))
    return FALSE;
  tell_what_is_missing (self, lost);
  bring_back_marks (self, marks);
  bring_back_answers (self, answers);
  return TRUE;
}

/**
 * unk_keeper_open:
 * @self: a keeper
 * @path: the user's file
 *
 * Opens the file and brings back what is kept in it, before what was marked and said already, as
 * after a file that could not be opened the first time. Where it can't be read whole it is left as
 * it is, and nothing is kept; it may be opened again.
 */
void
unk_keeper_open (UnkKeeper *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (!self->store);
  self->store = unk_store_open (path, &error);
  if (!self->store)
    {
      take_error (self, error);
      return;
    }
  tell_what_was_done (self);
  if (!bring_back (self, &error))
    {
      unk_store_close (self->store);
      g_clear_object (&self->store);
      take_error (self, error);
      return;
    }
  g_clear_handle_id (&self->save_id, g_source_remove);
  load_notes (self);
  if (self->marks_changed || self->answers_changed)
    save_soon (self);
}

static void
unk_keeper_dispose (GObject *object)
{
  UnkKeeper *self = UNK_KEEPER (object);

  unk_keeper_flush (self);
  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->store)
    unk_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->marks);
  g_clear_object (&self->answers);
  g_clear_object (&self->notes);
  G_OBJECT_CLASS (unk_keeper_parent_class)->dispose (object);
}

static void
unk_keeper_finalize (GObject *object)
{
  g_string_free (UNK_KEEPER (object)->notice, TRUE);
  G_OBJECT_CLASS (unk_keeper_parent_class)->finalize (object);
}

static void
unk_keeper_class_init (UnkKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unk_keeper_dispose;
  object_class->finalize = unk_keeper_finalize;

  /**
   * UnkKeeper::notice:
   * The user has to be told something: see unk_keeper_dup_notice().
   */
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", UNK_TYPE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_keeper_init (UnkKeeper *self)
{
  self->notice = g_string_new (NULL);
}

/**
 * unk_keeper_new:
 * @marks: what hurts
 * @answers: what was said
 *
 * Returns: (transfer full): a keeper that keeps nothing until a file is opened
 */
UnkKeeper *
unk_keeper_new (UnkMarks *marks, UnkAnswers *answers)
{
  UnkKeeper *self = g_object_new (UNK_TYPE_KEEPER, NULL);

  self->marks = g_object_ref (marks);
  self->answers = g_object_ref (answers);
  g_signal_connect_object (marks, "changed", G_CALLBACK (on_marks_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (answers, "changed", G_CALLBACK (on_answers_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * unk_keeper_set_notes:
 * @self: a keeper that has opened no file yet
 * @notes: notes and favorites, to be kept as well
 */
void
unk_keeper_set_notes (UnkKeeper *self, UnkNotes *notes)
{
  g_return_if_fail (!self->notes && !self->store);
  self->notes = g_object_ref (notes);
  g_signal_connect_object (notes, "changed", G_CALLBACK (on_notes_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * unk_keeper_get_store:
 * @self: a keeper
 *
 * Returns: (nullable): the user's file, for what else is kept in it
 */
UnkStore *
unk_keeper_get_store (UnkKeeper *self)
{
  return self->store;
}

/**
 * unk_keeper_dup_notice:
 * @self: a keeper
 *
 * Returns: (transfer full) (nullable): what the user has to be told, once: it is empty afterwards
 */
char *
unk_keeper_dup_notice (UnkKeeper *self)
{
  char *text = self->notice->len ? g_strdup (self->notice->str) : NULL;

  g_string_truncate (self->notice, 0);
  return text;
}
