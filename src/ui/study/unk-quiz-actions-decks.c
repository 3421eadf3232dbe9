/* unk-quiz-actions-decks.c: the decks that one can choose, and those that the user made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "unk-action-map.h"
#include "unk-quiz-actions-private.h"

#define OWN_DECK "deck:"

static GPtrArray *
load_own (UnkQuizActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;
  GPtrArray *decks = store ? unk_store_load_decks (store, &error) : NULL;

  unk_quiz_actions_complain (error);
  return decks ? decks : g_ptr_array_new ();
}

/* The cards of a deck by its id; NULL where there is no such deck. */
char **
unk_quiz_actions_find_cards (UnkQuizActions *self, const char *deck)
{
  g_autoptr (GPtrArray) own = NULL;
  gint64 id;

  if (!*deck)
    return unk_decks_dup_cards (self->decks, NULL, NULL);
  if (!g_str_has_prefix (deck, OWN_DECK))
    return unk_atlas_find_group (self->atlas, deck) ? unk_decks_dup_cards (self->decks, deck, NULL)
                                                    : NULL;
  own = load_own (self);
  id = g_ascii_strtoll (deck + strlen (OWN_DECK), NULL, 10);
  for (guint i = 0; i < own->len; i++)
    {
      const UnkDeck *d = g_ptr_array_index (own, i);

      if (d->id == id)
        return unk_decks_dup_cards (self->decks, NULL, (UnkTexts) d->muscles);
    }
  return NULL;
}

static gboolean
know_all (UnkQuizActions *self, char **muscles)
{
  if (!*muscles)
    return FALSE;
  for (; *muscles; muscles++)
    if (!unk_atlas_find_muscle (self->atlas, *muscles, NULL))
      return FALSE;
  return TRUE;
}

/* A name, and the muscles of the deck. */
static void
on_make_deck (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkQuizActions *self = data;
  UnkStore *store = unk_keeper_get_store (self->keeper);
  const char *name;
  g_auto (GStrv) muscles = NULL;
  g_autoptr (UnkDeck) deck = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (value, "(&s^as)", &name, &muscles);
  if (!*name || !know_all (self, muscles))
    {
      unk_action_refuse (action, value);
      return;
    }
  deck = unk_deck_new (name, (UnkTexts) muscles);
  if (store && !unk_store_save_deck (store, deck, &error))
    unk_quiz_actions_complain (error);
  unk_quiz_actions_tell (self);
}

static void
on_delete_deck (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkQuizActions *self = data;
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GPtrArray) own = load_own (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < own->len; i++)
    {
      UnkDeck *deck = g_ptr_array_index (own, i);

      if (deck->id != g_variant_get_int64 (value) ||
          !unk_store_delete_deck (store, deck->id, &error))
        continue;
      g_clear_pointer (&self->deleted, unk_deck_free);
      self->deleted = unk_deck_new (deck->name, (UnkTexts) deck->muscles);
      self->deleted->id = deck->id;
      g_simple_action_set_enabled (unk_quiz_actions_find (self, "keep-deck"), TRUE);
      unk_quiz_actions_tell (self);
      return;
    }
  if (error)
    unk_quiz_actions_complain (error);
  else
    unk_action_refuse (action, value);
}

/* Brings back the deck that was deleted last. */
static void
on_keep_deck (GSimpleAction *action, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkQuizActions *self = data;
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  if (!self->deleted || !store || !unk_store_save_deck (store, self->deleted, &error))
    {
      unk_quiz_actions_complain (error);
      return;
    }
  g_clear_pointer (&self->deleted, unk_deck_free);
  g_simple_action_set_enabled (action, FALSE);
  unk_quiz_actions_tell (self);
}

/* unk_quiz_actions_add_decks:
 * @self: actions that have their map
 *
 * Adds the commands of decks. */
void
unk_quiz_actions_add_decks (UnkQuizActions *self)
{
  static const GActionEntry entries[] = {
    { "make-deck", on_make_deck, "(sas)" },
    { "delete-deck", on_delete_deck, "x" },
    { "keep-deck", on_keep_deck },
  };

  g_action_map_add_action_entries (self->map, entries, G_N_ELEMENTS (entries), self);
  g_simple_action_set_enabled (unk_quiz_actions_find (self, "keep-deck"), FALSE);
}

/**
 * unk_quiz_actions_get_deleted:
 * @self: the actions
 *
 * Returns: (nullable): the name of the deck that was deleted last, while it can be brought back
 */
const char *
unk_quiz_actions_get_deleted (UnkQuizActions *self)
{
  return self->deleted ? self->deleted->name : NULL;
}

/**
 * unk_deck_entry_free:
 * @entry: a deck to choose
 */
void
unk_deck_entry_free (UnkDeckEntry *entry)
{
  g_free (entry->id);
  g_free (entry->name);
  g_free (entry);
}

static void
add_entry (UnkQuizActions *self, GPtrArray *entries, char *id, const char *name, gboolean own)
{
  g_auto (GStrv) cards = unk_quiz_actions_find_cards (self, id);
  UnkDeckEntry *entry;

  if (!cards || !*cards)
    {
      g_free (id);
      return;
    }
  entry = g_new0 (UnkDeckEntry, 1);
  entry->id = id;
  entry->name = g_strdup (name);
  entry->own = own;
  unk_study_set_deck (self->study, (const char *const *) cards);
  entry->today = unk_quiz_actions_summarize (self);
  g_ptr_array_add (entries, entry);
}

/**
 * unk_quiz_actions_list_decks:
 * @self: actions that are ready, with no lesson running
 *
 * Returns: (transfer full) (element-type UnkDeckEntry): all cards, the regions, the user's own
 * decks
 */
GPtrArray *
unk_quiz_actions_list_decks (UnkQuizActions *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_deck_entry_free);
  g_autoptr (GPtrArray) own = load_own (self);
  guint n;
  const UnkGroup *groups = unk_atlas_get_groups (self->atlas, &n);

  for (guint i = 0; i < own->len; i++)
    {
      const UnkDeck *deck = g_ptr_array_index (own, i);

      add_entry (self, entries, g_strdup_printf (OWN_DECK "%" G_GINT64_FORMAT, deck->id),
                 deck->name, TRUE);
    }
  for (guint i = 0; i < n; i++)
    add_entry (self, entries, g_strdup (groups[i].id), unk_text (groups[i].name), FALSE);
  add_entry (self, entries, g_strdup (""), _ ("All Muscles"), FALSE);
  return entries;
}
