/* unk-shelf.c: lists of muscles to browse in
 *
 * Nothing here is kept: a shelf is made from the atlas, and from the user's stars, when it is asked
 * for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-shelf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REFERS "refers"

static const struct
{
  const char *id, *name;
} shelves[UNK_N_SHELVES] = {
  /* Translators: muscles sorted by the part of the body to which they send pain */
  { "region", N_ ("Region") },
  /* Translators: muscles sorted by where they lie */
  { "group", N_ ("Group") },
  { "nerve", N_ ("Nerve") },
  /* Translators: muscles sorted by the first letter of their name */
  { "letter", N_ ("A–Z") },
  { "favorites", N_ ("Favorites") },
};

/**
 * unk_shelf_id:
 * @shelf: a shelf
 *
 * Returns: "region", "group", "nerve", "letter" or "favorites"
 */
const char *
unk_shelf_id (UnkShelf shelf)
{
  return shelves[shelf].id;
}

/**
 * unk_shelf_parse:
 * @id: the id of a shelf, or of a section of one
 * @shelf: (out): the shelf
 *
 * Returns: whether @id names one
 */
gboolean
unk_shelf_parse (const char *id, UnkShelf *shelf)
{
  for (int i = 0; i < UNK_N_SHELVES; i++)
    {
      gsize length = strlen (shelves[i].id);

      if (strncmp (id, shelves[i].id, length) == 0 && (!id[length] || id[length] == '/'))
        {
          *shelf = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * unk_shelf_name:
 * @shelf: a shelf
 *
 * Returns: its name in the user's language, as short as on a button
 */
const char *
unk_shelf_name (UnkShelf shelf)
{
  return _ (shelves[shelf].name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const UnkMuscle *p = *(const UnkMuscle *const *) a, *q = *(const UnkMuscle *const *) b;

  return g_utf8_collate (unk_text (p->name), unk_text (q->name));
}

static UnkListing *
new_section (const char *shelf, const char *id, const char *name)
{
  UnkListing *self = g_new (UnkListing, 1);

  *self = (UnkListing){
    .id = id ? g_strconcat (shelf, "/", id, NULL) : g_strdup (shelf),
    .name = g_strdup (name),
    .muscles = g_ptr_array_new (),
  };
  return self;
}

static void
finish (UnkListing *self)
{
  g_ptr_array_sort (self->muscles, compare_names);
  self->n_essential = self->muscles->len;
}

/**
 * unk_listing_free:
 * @self: a section
 */
void
unk_listing_free (UnkListing *self)
{
  g_free (self->id);
  g_free (self->name);
  g_ptr_array_unref (self->muscles);
  g_free (self);
}

static gboolean
has_area (const UnkMuscle *muscle, const char *area, gboolean essential)
{
  for (guint i = 0; i < muscle->n_points; i++)
    if (unk_area_is_in (essential ? muscle->points[i].essential : muscle->points[i].spillover,
                        area))
      return TRUE;
  return FALSE;
}

/* Some area of the part of the body is an essential one of the muscle. */
static gboolean
sends_pain_to (UnkAtlas *atlas, const UnkMuscle *muscle, const char *group)
{
  guint n;
  const UnkArea *areas = unk_atlas_get_areas (atlas, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (areas[i].group, group) && has_area (muscle, areas[i].id, TRUE))
      return TRUE;
  return FALSE;
}

static void
add_section (GPtrArray *sections, UnkListing *section)
{
  if (!section->muscles->len)
    {
      unk_listing_free (section);
      return;
    }
  finish (section);
  g_ptr_array_add (sections, section);
}

/* In the order of the body: that of the areas, or that of the muscles' own groups. */
static GPtrArray *
order_groups (UnkShelf shelf, UnkAtlas *atlas)
{
  GPtrArray *ordered = g_ptr_array_new ();
  guint n_groups, n_areas;
  const UnkGroup *groups = unk_atlas_get_groups (atlas, &n_groups);
  const UnkArea *areas = unk_atlas_get_areas (atlas, &n_areas);

  for (guint i = 0; i < (shelf == UNK_SHELF_GROUP ? n_groups : n_areas); i++)
    {
      const UnkGroup *group =
        shelf == UNK_SHELF_GROUP ? &groups[i] : unk_atlas_find_group (atlas, areas[i].group);

      if (group && !g_ptr_array_find (ordered, group, NULL))
        g_ptr_array_add (ordered, (gpointer) group);
    }
  return ordered;
}

static void
list_groups (GPtrArray *sections, UnkShelf shelf, UnkAtlas *atlas)
{
  g_autoptr (GPtrArray) groups = order_groups (shelf, atlas);
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint g = 0; g < groups->len; g++)
    {
      const UnkGroup *group = g_ptr_array_index (groups, g);
      UnkListing *section = new_section (shelves[shelf].id, group->id, unk_text (group->name));

      for (guint i = 0; i < n; i++)
        if (shelf == UNK_SHELF_GROUP ? g_str_equal (muscles[i].group, group->id)
                                     : sends_pain_to (atlas, &muscles[i], group->id))
          g_ptr_array_add (section->muscles, (gpointer) &muscles[i]);
      add_section (sections, section);
    }
}

static void
list_nerves (GPtrArray *sections, UnkAtlas *atlas)
{
  g_autoptr (GPtrArray) nerves = unk_nerves_list ();
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint k = 0; k < nerves->len; k++)
    {
      const UnkPair *nerve = g_ptr_array_index (nerves, k);
      UnkListing *section = new_section (shelves[UNK_SHELF_NERVE].id, nerve->key, nerve->text);

      for (guint i = 0; i < n; i++)
        if (unk_nerve_moves (k, &muscles[i]))
          g_ptr_array_add (section->muscles, (gpointer) &muscles[i]);
      add_section (sections, section);
    }
}

static char *
dup_first_letter (const UnkMuscle *muscle)
{
  const char *name = unk_text (muscle->name);
  g_autofree char *first = g_strndup (name, (gsize) (g_utf8_next_char (name) - name));

  return g_utf8_strup (first, -1);
}

static void
list_letters (GPtrArray *sections, UnkAtlas *atlas)
{
  g_autoptr (UnkListing) all = unk_listing_new_all (atlas);
  UnkListing *section = NULL;

  for (guint i = 0; i < all->muscles->len; i++)
    {
      const UnkMuscle *muscle = g_ptr_array_index (all->muscles, i);
      g_autofree char *letter = dup_first_letter (muscle);

      if (!section || !g_str_equal (section->name, letter))
        {
          section = new_section (shelves[UNK_SHELF_LETTER].id, letter, letter);
          g_ptr_array_add (sections, section);
        }
      g_ptr_array_add (section->muscles, (gpointer) muscle);
      section->n_essential = section->muscles->len;
    }
}

static UnkListing *
new_favorites (UnkAtlas *atlas, UnkNotes *notes)
{
  UnkListing *section =
    new_section (shelves[UNK_SHELF_FAVORITES].id, NULL, unk_shelf_name (UNK_SHELF_FAVORITES));
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint i = 0; i < n; i++)
    if (unk_notes_is_favorite (notes, muscles[i].id))
      g_ptr_array_add (section->muscles, (gpointer) &muscles[i]);
  finish (section);
  return section;
}

/**
 * unk_shelf_list:
 * @shelf: a shelf
 * @atlas: the atlas
 * @notes: the user's stars
 *
 * Returns: (transfer full) (element-type UnkListing): its sections, none of them empty but the one
 *   of the favorites
 */
GPtrArray *
unk_shelf_list (UnkShelf shelf, UnkAtlas *atlas, UnkNotes *notes)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_listing_free);

  switch (shelf)
    {
    case UNK_SHELF_NERVE:
      list_nerves (sections, atlas);
      break;
    case UNK_SHELF_LETTER:
      list_letters (sections, atlas);
      break;
    case UNK_SHELF_FAVORITES:
      g_ptr_array_add (sections, new_favorites (atlas, notes));
      break;
    case UNK_SHELF_REGION:
    case UNK_SHELF_GROUP:
    default:
      list_groups (sections, shelf, atlas);
    }
  return sections;
}

/**
 * unk_listing_open:
 * @id: the id of a section
 * @atlas: the atlas
 * @notes: the user's stars
 *
 * Returns: (transfer full) (nullable): the section, or %NULL where there is none of that id
 */
UnkListing *
unk_listing_open (const char *id, UnkAtlas *atlas, UnkNotes *notes)
{
  g_autoptr (GPtrArray) sections = NULL;
  UnkShelf shelf;

  if (g_str_has_prefix (id, REFERS "/"))
    {
      const UnkArea *area = unk_atlas_find_area (atlas, id + strlen (REFERS "/"), NULL);

      return area ? unk_listing_new_referring (atlas, area) : NULL;
    }
  if (!unk_shelf_parse (id, &shelf))
    return NULL;
  sections = unk_shelf_list (shelf, atlas, notes);
  for (guint i = 0; i < sections->len; i++)
    if (g_str_equal (((UnkListing *) g_ptr_array_index (sections, i))->id, id))
      {
        g_ptr_array_set_free_func (sections, NULL);
        for (guint k = 0; k < sections->len; k++)
          if (k != i)
            unk_listing_free (g_ptr_array_index (sections, k));
        return g_ptr_array_index (sections, i);
      }
  return NULL;
}

/**
 * unk_listing_new_all:
 * @atlas: the atlas
 *
 * Returns: (transfer full): all muscles, by name
 */
UnkListing *
unk_listing_new_all (UnkAtlas *atlas)
{
  UnkListing *section = new_section ("all", NULL, _ ("All Muscles"));
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (section->muscles, (gpointer) &muscles[i]);
  finish (section);
  return section;
}

/**
 * unk_listing_new_referring:
 * @atlas: the atlas
 * @area: an area of the body
 *
 * Returns: (transfer full): the muscles that send pain there: first those that have it as an
 *   essential zone, then those that have it as spillover
 */
UnkListing *
unk_listing_new_referring (UnkAtlas *atlas, const UnkArea *area)
{
  UnkListing *section = new_section (REFERS, area->id, unk_text (area->name));
  g_autoptr (UnkListing) all = unk_listing_new_all (atlas);

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < all->muscles->len; i++)
        {
          const UnkMuscle *muscle = g_ptr_array_index (all->muscles, i);
          gboolean essential = has_area (muscle, area->id, TRUE);

          if (pass == 0 ? essential : !essential && has_area (muscle, area->id, FALSE))
            g_ptr_array_add (section->muscles, (gpointer) muscle);
        }
      if (pass == 0)
        section->n_essential = section->muscles->len;
    }
  return section;
}

/**
 * unk_listing_find:
 * @self: a section
 * @muscle: (nullable): a muscle
 *
 * Returns: where it stands, from 0, or -1
 */
int
unk_listing_find (const UnkListing *self, const UnkMuscle *muscle)
{
  guint index;

  return muscle && g_ptr_array_find (self->muscles, muscle, &index) ? (int) index : -1;
}

/**
 * unk_listing_step:
 * @self: a section
 * @muscle: (nullable): where one stands
 * @step: 1 for the next one, -1 for the one before
 *
 * Goes on around the end. From a muscle that isn't there one comes to the first, or to the last.
 *
 * Returns: (nullable): the muscle to go to; %NULL where there is none
 */
const UnkMuscle *
unk_listing_step (const UnkListing *self, const UnkMuscle *muscle, int step)
{
  int n = (int) self->muscles->len, at = unk_listing_find (self, muscle);

  if (n == 0)
    return NULL;
  if (at < 0)
    at = step > 0 ? -1 : 0;
  return g_ptr_array_index (self->muscles, (guint) ((at + step + n) % n));
}

static guint
count_essential (const UnkListing *self, const UnkView *view)
{
  guint cells = 0;

  for (guint i = 0; i < view->n_zones; i++)
    if (view->zones[i].essential && unk_listing_find (self, view->zones[i].point->muscle) >= 0)
      cells += unk_mask_count (&view->zones[i].mask);
  return cells;
}

/**
 * unk_listing_find_view:
 * @self: a list
 * @atlas: the atlas
 * @current: the view that is shown
 * @side: the side of the muscles
 *
 * Returns: the view that shows most of the essential zones of all; @current where it shows half as
 *   much
 */
const UnkView *
unk_listing_find_view (const UnkListing *self, UnkAtlas *atlas, const UnkView *current,
                       UnkSide side)
{
  guint n, most = 2 * count_essential (self, current);
  const UnkView *views = unk_atlas_get_views (atlas, &n), *best = current;

  for (guint i = 0; i < n; i++)
    if (unk_view_shows_side (&views[i], side) && count_essential (self, &views[i]) > most)
      {
        most = count_essential (self, &views[i]);
        best = &views[i];
      }
  return best;
}
