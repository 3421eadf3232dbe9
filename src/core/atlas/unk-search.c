/* unk-search.c: muscles, areas and pages of the guide by name, other name, symptom
 *
 * Every text is folded once (case and accents away) and cut into words. A hit is a muscle, an
 * area or a page in which every word that was typed begins some word; what counts is where it was
 * found: a name above a symptom, a symptom above a mention. Words that only say that it hurts, as
 * in "temple pain", count where they are found and are not missed elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-search.h"

#include <glib/gi18n-lib.h>

enum
{
  WEIGHT_NAME = 100,
  WEIGHT_OTHER_NAME = 80,
  WEIGHT_WORDS = 45,
  WEIGHT_NOTE = 60,
  WEIGHT_ESSENTIAL = 40,
  WEIGHT_SPILLOVER = 15,
  WEIGHT_MENTION = 10,
  WHOLE_WORD = 5, /* added when a whole word was typed */
  MAX_WORDS = 8,
  SHORTEST_HURTING = 4, /* bytes, with the blank before */
};

typedef struct
{
  const char *text; /* as shown */
  char *folded;     /* " word word": each word behind a space, a space at the end */
  guint weight;
} Field;

typedef struct
{
  const UnkMuscle *muscle;
  const UnkArea *area;
  const UnkGuidePage *page;
  GArray *fields;
  guint n_own; /* so many of the fields are the atlas's; then come the user's */
} Entry;

struct _UnkSearch
{
  GObject parent_instance;

  UnkAtlas *atlas;
  GArray *entries;
  char *hurting;   /* folded, in English and in the user's language */
  UnkNotes *notes; /* (nullable) */
  guint serial;    /* of the notes, as they were taken in */
};

G_DEFINE_FINAL_TYPE (UnkSearch, unk_search, G_TYPE_OBJECT)

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal ? g_utf8_casefold (normal, -1) : NULL;
  GString *out = g_string_new (" ");

  for (const char *p = folded; p && *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (!g_unichar_ismark (c) && c != '\'' && c != 0x2019 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

static void
clear_field (gpointer data)
{
  g_free (((Field *) data)->folded);
}

static void
clear_entry (gpointer data)
{
  g_array_unref (((Entry *) data)->fields);
}

static void
add_field (Entry *entry, const char *text, guint weight)
{
  Field field = { text, fold (text), weight };

  g_array_append_val (entry->fields, field);
}

/* What people type may be in their language or in English. */
static void
add_text (Entry *entry, const char *english, guint weight)
{
  const char *text = unk_text (english);

  add_field (entry, text, weight);
  if (text != english)
    add_field (entry, english, weight);
}

static void
add_texts (Entry *entry, UnkTexts texts, guint weight)
{
  for (; *texts; texts++)
    add_text (entry, *texts, weight);
}

static void
add_areas (UnkSearch *self, Entry *entry, UnkTexts ids, guint weight)
{
  for (; *ids; ids++)
    {
      const UnkArea *area = unk_atlas_find_area (self->atlas, *ids, NULL);

      if (!area)
        continue;
      add_text (entry, area->name, weight);
      add_texts (entry, area->words, weight);
    }
}

static void
add_muscle (UnkSearch *self, const UnkMuscle *muscle)
{
  Entry entry = { .muscle = muscle, .fields = g_array_new (FALSE, FALSE, sizeof (Field)) };

  g_array_set_clear_func (entry.fields, clear_field);
  add_text (&entry, muscle->name, WEIGHT_NAME);
  add_field (&entry, muscle->latin, WEIGHT_OTHER_NAME);
  add_text (&entry, muscle->plain, WEIGHT_WORDS);
  add_texts (&entry, muscle->aliases, WEIGHT_OTHER_NAME);
  add_texts (&entry, muscle->words, WEIGHT_WORDS);
  for (guint i = 0; i < muscle->n_points; i++)
    {
      add_areas (self, &entry, muscle->points[i].essential, WEIGHT_ESSENTIAL);
      add_areas (self, &entry, muscle->points[i].spillover, WEIGHT_SPILLOVER);
      add_text (&entry, muscle->points[i].pattern, WEIGHT_MENTION);
    }
  add_texts (&entry, muscle->signs, WEIGHT_MENTION);
  add_text (&entry, muscle->summary, WEIGHT_MENTION);
  g_array_append_val (self->entries, entry);
}

static void
add_area (UnkSearch *self, const UnkArea *area)
{
  Entry entry = { .area = area, .fields = g_array_new (FALSE, FALSE, sizeof (Field)) };

  g_array_set_clear_func (entry.fields, clear_field);
  add_text (&entry, area->name, WEIGHT_NAME);
  add_texts (&entry, area->words, WEIGHT_OTHER_NAME);
  g_array_append_val (self->entries, entry);
}

static void
add_page (UnkSearch *self, const UnkGuidePage *page)
{
  Entry entry = { .page = page, .fields = g_array_new (FALSE, FALSE, sizeof (Field)) };

  g_array_set_clear_func (entry.fields, clear_field);
  add_text (&entry, page->title, WEIGHT_NAME);
  add_texts (&entry, page->words, WEIGHT_WORDS);
  add_text (&entry, page->summary, WEIGHT_MENTION);
  for (guint i = 0; i < page->n_sections; i++)
    {
      add_text (&entry, page->sections[i].heading, WEIGHT_MENTION);
      for (guint k = 0; k < page->sections[i].n_blocks; k++)
        add_texts (&entry, page->sections[i].blocks[k].texts, WEIGHT_MENTION);
    }
  g_array_append_val (self->entries, entry);
}

static void
unk_search_finalize (GObject *object)
{
  UnkSearch *self = UNK_SEARCH (object);

  g_free (self->hurting);
  g_clear_object (&self->notes);
  g_array_unref (self->entries);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_search_parent_class)->finalize (object);
}

static void
unk_search_class_init (UnkSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_search_finalize;
}

static void
unk_search_init (UnkSearch *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
}

/**
 * unk_search_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): an index over its muscles, areas and pages, in English and in the
 * user's language
 */
UnkSearch *
unk_search_new (UnkAtlas *atlas)
{
  UnkSearch *self = g_object_new (UNK_TYPE_SEARCH, NULL);
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);
  const UnkArea *areas;
  const UnkGuidePage *pages;
  /* Translators: words that people add to a place to say that it hurts, with a space between */
  const char *hurting =
    N_ ("ache aches aching hurt hurting hurts pain painful pains sore soreness");
  g_autofree char *both = g_strconcat (hurting, " ", _ (hurting), NULL);

  self->hurting = fold (both);
  self->atlas = unk_atlas_ref (atlas);
  for (guint i = 0; i < n; i++)
    add_muscle (self, &muscles[i]);
  areas = unk_atlas_get_areas (atlas, &n);
  for (guint i = 0; i < n; i++)
    add_area (self, &areas[i]);
  pages = unk_atlas_get_guide_pages (atlas, &n);
  for (guint i = 0; i < n; i++)
    add_page (self, &pages[i]);
  return self;
}

/**
 * unk_search_set_notes:
 * @self: an index
 * @notes: the user's notes and favorites, to be found as well
 */
void
unk_search_set_notes (UnkSearch *self, UnkNotes *notes)
{
  g_set_object (&self->notes, notes);
  self->serial = unk_notes_get_serial (notes) - 1;
}

/* Notes change while one types: they are taken in anew where they have. */
static void
take_notes (UnkSearch *self)
{
  if (!self->notes || self->serial == unk_notes_get_serial (self->notes))
    return;
  self->serial = unk_notes_get_serial (self->notes);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      const char *note = entry->muscle ? unk_notes_get_note (self->notes, entry->muscle->id) : "";

      if (!entry->n_own)
        entry->n_own = entry->fields->len;
      g_array_set_size (entry->fields, entry->n_own);
      if (*note)
        add_field (entry, note, WEIGHT_NOTE);
      if (entry->muscle && unk_notes_is_favorite (self->notes, entry->muscle->id))
        add_text (entry, N_ ("Favorites"), WEIGHT_NOTE);
    }
}

/* The best field for one typed word, which comes as " word". */
static guint
find_word (const Entry *entry, const char *word, const char **text)
{
  guint best = 0;
  gsize length = strlen (word);

  for (guint i = 0; i < entry->fields->len; i++)
    {
      const Field *field = &g_array_index (entry->fields, Field, i);
      const char *at = strstr (field->folded, word);
      guint worth = at ? field->weight + (at[length] == ' ' ? WHOLE_WORD : 0) : 0;

      if (worth > best)
        {
          best = worth;
          *text = field->text;
        }
    }
  return best;
}

/* needed: as many as words; a word that is not needed counts where it is found. */
static gboolean
match_entry (const Entry *entry, char **words, const gboolean *needed, UnkHit *hit)
{
  const char *name = g_array_index (entry->fields, Field, 0).text;
  guint least = G_MAXUINT;

  *hit = (UnkHit){ entry->muscle, entry->area, entry->page, 0, NULL };
  for (guint i = 0; words[i]; i++)
    {
      const char *text = NULL;
      guint worth = find_word (entry, words[i], &text);

      if (!worth && needed[i])
        return FALSE;
      hit->score += worth;
      if (worth && worth < least && text != name)
        {
          least = worth;
          hit->reason = text;
        }
    }
  return TRUE;
}

/**
 * unk_hit_get_name:
 * @hit: what was found
 *
 * Returns: its name in the user's language
 */
const char *
unk_hit_get_name (const UnkHit *hit)
{
  if (hit->page)
    return unk_text (hit->page->title);
  return unk_text (hit->muscle ? hit->muscle->name : hit->area->name);
}

/* A word that says that it hurts, or begins to, is only needed where there is no other. */
static void
weigh_words (UnkSearch *self, char **words, gboolean *needed)
{
  gboolean any = FALSE;

  for (guint i = 0; words[i]; i++)
    {
      needed[i] = strlen (words[i]) < SHORTEST_HURTING || !strstr (self->hurting, words[i]);
      any = any || needed[i];
    }
  for (guint i = 0; words[i] && !any; i++)
    needed[i] = TRUE;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const UnkHit *p = a, *q = b;

  if (p->score != q->score)
    return p->score < q->score ? 1 : -1;
  return g_utf8_collate (unk_hit_get_name (p), unk_hit_get_name (q));
}

/* " word" for each word that was typed; further ones than MAX_WORDS are not looked at. */
static char **
split_words (const char *typed)
{
  g_autofree char *folded = g_utf8_validate (typed, -1, NULL) ? fold (typed) : g_strdup (" ");
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts[i] && n < MAX_WORDS; i++)
    if (*parts[i])
      {
        g_autofree char *word = g_strconcat (" ", parts[i], NULL);

        g_strv_builder_add (words, word);
        n++;
      }
  return g_strv_builder_end (words);
}

/**
 * unk_search_find:
 * @self: an index
 * @words: what was typed; every word must begin a word of the hit, but for those that say that it
 *   hurts
 *
 * Returns: (transfer full) (element-type UnkHit): the hits, the nearest first; none where nothing
 * was typed
 */
GArray *
unk_search_find (UnkSearch *self, const char *words)
{
  g_auto (GStrv) typed = split_words (words);
  gboolean needed[MAX_WORDS];
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (UnkHit));

  weigh_words (self, typed, needed);
  take_notes (self);
  for (guint i = 0; typed[0] && i < self->entries->len; i++)
    {
      UnkHit hit;

      if (match_entry (&g_array_index (self->entries, Entry, i), typed, needed, &hit))
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  return hits;
}
