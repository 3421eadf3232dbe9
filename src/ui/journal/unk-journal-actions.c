/* unk-journal-actions.c: the commands of the journal
 *
 * What is marked is kept as entries, one for each place; entries and sessions are changed and
 * deleted, and each such step can be taken back. The journal is read when it is first needed, and
 * again where the user's file has changed since.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-journal-actions-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "unk-action-map.h"
#include "unk-day.h"
#include "unk-journal-files.h"

/* So many steps can be taken back. */
#define HISTORY 50

G_DEFINE_FINAL_TYPE (UnkJournalActions, unk_journal_actions, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_NOTICE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Says something to the user, and offers to undo it or not. */
static void
tell (UnkJournalActions *self, const char *text, gboolean undo)
{
  unk_action_map_set_state (self->map, "journal-notice", g_variant_new_string (text));
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, text, undo);
}

/* The entries of the day that is shown: their id, time, intensity and kind, and where. */
static GVariant *
list_entries (UnkJournalActions *self)
{
  GPtrArray *entries = unk_journal_get_entries (self->journal);
  guint32 day = unk_journal_actions_get_day (self);
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a(xxissas)"));
  for (guint i = 0; i < entries->len; i++)
    {
      const UnkEntry *entry = g_ptr_array_index (entries, i);
      GArray *spots;
      GVariantBuilder names;

      if (unk_journal_get_day (self->journal, entry->at) != day)
        continue;
      spots = unk_journal_get_spots (self->journal, i);
      g_variant_builder_init (&names, G_VARIANT_TYPE_STRING_ARRAY);
      for (guint k = 0; k < spots->len; k++)
        {
          g_autofree char *id =
            unk_journal_actions_dup_place_id (g_array_index (spots, UnkSpotOfPain, k));

          g_variant_builder_add (&names, "s", id);
        }
      g_variant_builder_add (&list, "(xxissas)", entry->id, entry->at, entry->intensity,
                             unk_pain_kind_id (entry->kind), entry->note, &names);
    }
  return g_variant_builder_end (&list);
}

static void
tell_states (UnkJournalActions *self)
{
  g_autofree char *day = unk_day_to_text (unk_journal_actions_get_day (self));
  g_autofree char *place = unk_journal_actions_dup_place_id (self->place);

  unk_action_map_set_state (self->map, "journal-day", g_variant_new_string (day));
  unk_action_map_set_state (self->map, "journal-place", g_variant_new_string (place));
  unk_action_map_set_state (self->map, "journal-span",
                            g_variant_new_string (unk_span_id (self->span)));
  unk_action_map_set_state (self->map, "journal-entries", list_entries (self));
  unk_action_map_set_state (self->map, "journal-count",
                            g_variant_new ("(uu)", unk_journal_get_entries (self->journal)->len,
                                           unk_journal_get_sessions (self->journal)->len));
  unk_action_map_set_enabled (self->map, "journal-undo", self->history->len > 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Makes a step, and remembers the way back. */
static gboolean
make_change (UnkJournalActions *self, UnkJournalChange *change, gboolean remember)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  if (!store || !unk_store_change_journal (store, change, &error))
    {
      /* Translators: %s says why */
      g_autofree char *text =
        g_strdup_printf (_ ("The journal can’t be kept: %s"),
                         error ? error->message : _ ("there is no file for it"));

      tell (self, text, FALSE);
      return FALSE;
    }
  if (remember)
    {
      if (self->history->len == HISTORY)
        g_ptr_array_remove_index (self->history, 0);
      g_ptr_array_add (self->history, unk_journal_make_inverse (self->journal, change));
    }
  unk_journal_actions_load (self);
  tell_states (self);
  return TRUE;
}

/* One entry for each place that is marked; an intensity below 0 leaves each its own. */
static void
on_add (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;
  UnkMarks *marks = unk_scene_get_marks (self->scene);
  guint n = unk_marks_get_n_places (marks);
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();
  g_autofree char *text = NULL;
  const char *note;
  int intensity;

  g_variant_get (value, "(i&s)", &intensity, &note);
  if (!n || intensity < -1 || intensity > UNK_PAIN_INTENSITY_MAX ||
      strlen (note) > UNK_ENTRY_NOTE_MAX)
    {
      unk_action_refuse (action, value);
      return;
    }
  unk_journal_actions_load (self);
  for (guint i = 0; i < n; i++)
    {
      UnkEntry *entry = unk_entry_new_from_pain (unk_marks_get_place (marks, i),
                                                 g_get_real_time () / G_USEC_PER_SEC, note);

      if (intensity >= 0)
        entry->intensity = intensity;
      g_ptr_array_add (change->entries_in, entry);
    }
  self->day = 0;
  if (!make_change (self, change, TRUE))
    return;
  text = g_strdup_printf (
    ngettext ("%u place was kept in the journal", "%u places were kept in the journal", n), n);
  tell (self, text, TRUE);
}

/* "entry:12" or "session:3" */
static void
on_delete (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;
  const char *text = g_variant_get_string (value, NULL), *colon = strchr (text, ':');
  gint64 id = colon ? g_ascii_strtoll (colon + 1, NULL, 10) : 0;
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();

  unk_journal_actions_load (self);
  if (g_str_has_prefix (text, "entry:") && unk_journal_find_entry (self->journal, id))
    g_array_append_val (change->entries_out, id);
  else if (g_str_has_prefix (text, "session:") && unk_journal_find_session (self->journal, id))
    g_array_append_val (change->sessions_out, id);
  else
    {
      unk_action_refuse (action, value);
      return;
    }
  if (make_change (self, change, TRUE))
    tell (self,
          change->entries_out->len ? _ ("The entry was deleted") : _ ("The session was deleted"),
          TRUE);
}

/* (id, intensity, time, kind, note) */
static void
on_edit (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;
  gint64 id, at;
  int intensity;
  const char *kind, *note;
  const UnkEntry *old;
  UnkEntry *entry;
  UnkPainKind parsed;
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();

  g_variant_get (value, "(xix&s&s)", &id, &intensity, &at, &kind, &note);
  unk_journal_actions_load (self);
  old = unk_journal_find_entry (self->journal, id);
  if (!old || intensity < 0 || intensity > UNK_PAIN_INTENSITY_MAX || at < 0 ||
      at > UNK_JOURNAL_LAST_TIME || !unk_pain_kind_parse (kind, &parsed) ||
      strlen (note) > UNK_ENTRY_NOTE_MAX)
    {
      unk_action_refuse (action, value);
      return;
    }
  entry = unk_entry_copy (old);
  entry->intensity = intensity;
  entry->at = at;
  entry->kind = parsed;
  g_free (entry->note);
  entry->note = g_strdup (note);
  g_ptr_array_add (change->entries_in, entry);
  if (!unk_entry_equal (old, entry))
    make_change (self, change, TRUE);
}

static void
on_undo (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkJournalActions *self = data;
  g_autoptr (UnkJournalChange) back = NULL;

  if (!self->history->len)
    return;
  back = g_ptr_array_steal_index (self->history, self->history->len - 1);
  make_change (self, back, FALSE);
}

/* Puts the marks of an entry on the body, instead of those that are there. */
static void
on_show (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;
  UnkAtlas *atlas = unk_scene_get_atlas (self->scene);
  const UnkEntry *entry;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_pain_unref);
  UnkPain *pain;

  unk_journal_actions_load (self);
  entry = unk_journal_find_entry (self->journal, g_variant_get_int64 (value));
  pain = entry ? unk_entry_make_pain (entry, atlas) : NULL;
  if (!pain)
    {
      unk_action_refuse (action, value);
      return;
    }
  g_ptr_array_add (places, pain);
  unk_marks_replace (unk_scene_get_marks (self->scene), places);
  for (guint i = 0; i < pain->marks->len; i++)
    {
      const UnkMark *mark = g_ptr_array_index (pain->marks, i);

      if (!mark->view)
        continue;
      unk_scene_set_view (self->scene, mark->view);
      break;
    }
  unk_scene_set_mode (self->scene, UNK_MODE_PAIN);
}

/* ("csv", "/home/me/journal.csv"); also "json", "pdf" (A4) and "pdf-letter" */
static void
on_export (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;
  UnkJournalSheet sheet = { .journal = self->journal, .spot = self->place };
  const char *format, *path;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *name = NULL;

  g_variant_get (value, "(&s&s)", &format, &path);
  if (!unk_journal_files_is_format (format) || !g_path_is_absolute (path))
    {
      unk_action_refuse (action, value);
      return;
    }
  unk_journal_actions_load (self);
  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  unk_journal_actions_get_time (self, &sheet.from, &sheet.to);
  text = unk_journal_files_write (&sheet, format, path, &error)
           ? g_strdup_printf (_ ("Written as %s"), name)
           : g_strdup (error->message);
  tell (self, text, FALSE);
}

static void
on_import (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;
  const char *path = g_variant_get_string (value, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkJournalParts) parts = NULL;
  g_autoptr (UnkJournalChange) change = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (!g_path_is_absolute (path))
    {
      unk_action_refuse (action, value);
      return;
    }
  parts = unk_journal_files_read (path, &error);
  if (!parts)
    {
      /* Translators: %s says why */
      text = g_strdup_printf (_ ("Nothing was brought in: %s"), error->message);
      tell (self, text, FALSE);
      return;
    }
  unk_journal_actions_load (self);
  change = unk_journal_make_merge (self->journal, parts->entries, parts->sessions);
  n = change->entries_in->len + change->sessions_in->len;
  if (!n)
    tell (self, _ ("All of that is in the journal already"), FALSE);
  else if (make_change (self, change, TRUE))
    {
      text =
        g_strdup_printf (ngettext ("%u entry was brought in", "%u entries were brought in", n), n);
      tell (self, text, TRUE);
    }
}

static void
on_day (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;
  const char *text = g_variant_get_string (value, NULL);

  if (!*text)
    self->day = 0;
  else if (!unk_day_parse (text, &self->day))
    {
      unk_action_refuse (action, value);
      return;
    }
  tell_states (self);
}

/* "front-of-shoulder:left", or "" for everywhere */
static void
on_place (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;
  const char *text = g_variant_get_string (value, NULL), *colon = strchr (text, ':');
  g_autofree char *id = colon ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  UnkSpotOfPain spot = { NULL, UNK_SIDE_RIGHT };

  if (*text)
    spot.area = unk_atlas_find_area (unk_scene_get_atlas (self->scene), id, NULL);
  if ((*text && !spot.area) || (colon && !unk_side_parse (colon + 1, &spot.side)))
    {
      unk_action_refuse (action, value);
      return;
    }
  self->place = spot;
  tell_states (self);
}

static void
on_span (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkJournalActions *self = data;

  if (unk_span_parse (g_variant_get_string (value, NULL), &self->span))
    tell_states (self);
  else
    unk_action_refuse (action, value);
}

static void
on_scene_changed (UnkJournalActions *self, guint what)
{
  if (what & UNK_CHANGE_MARKS)
    unk_action_map_set_enabled (self->map, "journal-add",
                                unk_marks_get_n_places (unk_scene_get_marks (self->scene)) > 0);
}

static void
unk_journal_actions_finalize (GObject *object)
{
  UnkJournalActions *self = UNK_JOURNAL_ACTIONS (object);

  g_ptr_array_unref (self->history);
  g_clear_object (&self->journal);
  g_clear_object (&self->keeper);
  g_clear_object (&self->pages);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (unk_journal_actions_parent_class)->finalize (object);
}

static void
unk_journal_actions_class_init (UnkJournalActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_journal_actions_finalize;

  /**
   * UnkJournalActions::changed:
   * The journal, or what is looked at in it, is another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_JOURNAL_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnkJournalActions::notice:
   * @self: the actions
   * @text: what the user has to be told
   * @undo: whether it can be undone
   */
  signals[SIGNAL_NOTICE] =
    g_signal_new ("notice", UNK_TYPE_JOURNAL_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
unk_journal_actions_init (UnkJournalActions *self)
{
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_journal_change_free);
  self->seen = -1;
}

/**
 * unk_journal_actions_new:
 * @map: where the actions are added; it outlives them
 * @scene: where marks are
 * @keeper: where the journal is kept
 * @pages: where it is shown
 *
 * Returns: (transfer full): the actions
 */
UnkJournalActions *
unk_journal_actions_new (GActionMap *map, UnkScene *scene, UnkKeeper *keeper, UnkPages *pages)
{
  static const GActionEntry entries[] = {
    { "journal-add", on_add, "(is)" },
    { "journal-delete", on_delete, "s" },
    { "journal-edit", on_edit, "(xixss)" },
    { "journal-undo", on_undo },
    { "journal-show", on_show, "x" },
    { "journal-export", on_export, "(ss)" },
    { "journal-import", on_import, "s" },
    { "journal-day", on_day, "s", "''", on_day },
    { "journal-place", on_place, "s", "''", on_place },
    { "journal-span", on_span, "s", "'fortnight'", on_span },
    { "journal-entries", NULL, NULL, "@a(xxissas) []", unk_action_told },
    { "journal-count", NULL, NULL, "(@u 0, @u 0)", unk_action_told },
    { "journal-notice", NULL, NULL, "''", unk_action_told },
  };
  UnkJournalActions *self = g_object_new (UNK_TYPE_JOURNAL_ACTIONS, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  self->map = map;
  self->scene = g_object_ref (scene);
  self->keeper = g_object_ref (keeper);
  self->pages = g_object_ref (pages);
  self->journal = unk_journal_new (unk_scene_get_atlas (scene), zone);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  unk_action_map_set_enabled (self->map, "journal-add", FALSE);
  unk_action_map_set_enabled (self->map, "journal-undo", FALSE);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * unk_journal_actions_load:
 * @self: the actions
 *
 * Reads the journal, where the user's file has changed since it was read.
 */
void
unk_journal_actions_load (UnkJournalActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;
  GPtrArray *entries, *sessions = NULL;

  if (!store || unk_store_count_changes (store) == self->seen)
    return;
  entries = unk_store_load_entries (store, &error);
  sessions = entries ? unk_store_load_past_sessions (store, &error) : NULL;
  if (!sessions)
    {
      g_clear_pointer (&entries, g_ptr_array_unref);
      tell (self, error->message, FALSE);
      return;
    }
  self->seen = unk_store_count_changes (store);
  unk_journal_set (self->journal, entries, sessions);
  tell_states (self);
}

/**
 * unk_journal_actions_get_journal:
 * @self: the actions
 *
 * Returns: the journal, as it was read last
 */
UnkJournal *
unk_journal_actions_get_journal (UnkJournalActions *self)
{
  return self->journal;
}

/**
 * unk_journal_actions_add_session:
 * @self: the actions
 * @session: (transfer full): a session that is over
 *
 * Keeps it, as a step that can be taken back; where that fails the user is told.
 *
 * Returns: whether it was kept
 */
gboolean
unk_journal_actions_add_session (UnkJournalActions *self, UnkPastSession *session)
{
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();

  unk_journal_actions_load (self);
  g_ptr_array_add (change->sessions_in, session);
  return make_change (self, change, TRUE);
}
