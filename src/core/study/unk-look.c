/* unk-look.c: how the body is looked at while one studies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-look.h"

#include <string.h>

struct _UnkLook
{
  GObject parent_instance;

  UnkAtlas *atlas;
  UnkNotes *notes;
  char *shelf;         /* "group", or of a section: "group/neck" */
  UnkListing *section; /* (nullable): the one that is open */
  UnkListing *walk;    /* (nullable): what one steps through where none is open */
  UnkListing *zones;   /* (nullable): whose zones are shown */
  const UnkMuscle *compared;
  gboolean labels, isolated, asking;
};

G_DEFINE_FINAL_TYPE (UnkLook, unk_look, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (UnkLook *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The favorites are another list with each star. */
static void
on_notes_changed (UnkLook *self)
{
  const char *favorites = unk_shelf_id (UNK_SHELF_FAVORITES);

  if (self->zones && g_str_equal (self->zones->id, favorites))
    {
      g_clear_pointer (&self->zones, unk_listing_free);
      self->zones = unk_listing_open (favorites, self->atlas, self->notes);
    }
  if (self->section && g_str_equal (self->section->id, favorites))
    {
      g_clear_pointer (&self->section, unk_listing_free);
      self->section = unk_listing_open (favorites, self->atlas, self->notes);
    }
  emit_changed (self);
}

static void
unk_look_finalize (GObject *object)
{
  UnkLook *self = UNK_LOOK (object);

  g_clear_pointer (&self->section, unk_listing_free);
  g_clear_pointer (&self->walk, unk_listing_free);
  g_clear_pointer (&self->zones, unk_listing_free);
  g_free (self->shelf);
  g_clear_object (&self->notes);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_look_parent_class)->finalize (object);
}

static void
unk_look_class_init (UnkLookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_look_finalize;

  /**
   * UnkLook::changed:
   * Any of it is another now.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", UNK_TYPE_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_look_init (UnkLook *self)
{
  self->shelf = g_strdup (unk_shelf_id (UNK_SHELF_GROUP));
}

/**
 * unk_look_new:
 * @atlas: the atlas
 * @notes: the user's stars
 *
 * Returns: (transfer full): the shelf of groups, and nothing of it open
 */
UnkLook *
unk_look_new (UnkAtlas *atlas, UnkNotes *notes)
{
  UnkLook *self = g_object_new (UNK_TYPE_LOOK, NULL);

  self->atlas = unk_atlas_ref (atlas);
  self->notes = g_object_ref (notes);
  g_signal_connect_object (notes, "changed", G_CALLBACK (on_notes_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * unk_look_get_shelf:
 * @self: the look
 *
 * Returns: the id of the shelf, or of the section that is open
 */
const char *
unk_look_get_shelf (UnkLook *self)
{
  return self->shelf;
}

/**
 * unk_look_set_shelf:
 * @self: the look
 * @id: a shelf, as "group", or a section, as "group/neck" or "refers/front-of-shoulder"
 *
 * Zones that are shown follow to the section that is opened, and go with it.
 *
 * Returns: whether @id is known; or else nothing changes
 */
gboolean
unk_look_set_shelf (UnkLook *self, const char *id)
{
  UnkListing *section = unk_listing_open (id, self->atlas, self->notes);
  UnkShelf shelf;

  if (!section && (strchr (id, '/') || !unk_shelf_parse (id, &shelf)))
    return FALSE;
  if (g_str_equal (self->shelf, id))
    {
      g_clear_pointer (&section, unk_listing_free);
      return TRUE;
    }
  g_free (self->shelf);
  self->shelf = g_strdup (id);
  g_clear_pointer (&self->section, unk_listing_free);
  self->section = section;
  if (self->zones)
    {
      g_clear_pointer (&self->zones, unk_listing_free);
      self->zones = section ? unk_listing_open (id, self->atlas, self->notes) : NULL;
    }
  emit_changed (self);
  return TRUE;
}

/**
 * unk_look_get_section:
 * @self: the look
 *
 * Returns: (nullable): the section that is open
 */
const UnkListing *
unk_look_get_section (UnkLook *self)
{
  return self->section;
}

/**
 * unk_look_get_walk:
 * @self: the look
 *
 * Returns: the list that one steps through: the open section, or all muscles
 */
const UnkListing *
unk_look_get_walk (UnkLook *self)
{
  if (self->section && self->section->muscles->len)
    return self->section;
  if (!self->walk)
    self->walk = unk_listing_new_all (self->atlas);
  return self->walk;
}

/**
 * unk_look_get_zones:
 * @self: the look
 *
 * Returns: (nullable): the section whose zones are shown all at once
 */
const UnkListing *
unk_look_get_zones (UnkLook *self)
{
  return self->zones;
}

/**
 * unk_look_set_zones:
 * @self: the look
 * @id: a section, or "" for none; a bare "neck" is the group of that name
 *
 * Returns: whether @id is known; or else nothing changes
 */
gboolean
unk_look_set_zones (UnkLook *self, const char *id)
{
  g_autofree char *group = g_strconcat (unk_shelf_id (UNK_SHELF_GROUP), "/", id, NULL);
  UnkListing *zones = NULL;

  if (*id)
    {
      zones = unk_listing_open (id, self->atlas, self->notes);
      if (!zones)
        zones = unk_listing_open (group, self->atlas, self->notes);
      if (!zones)
        return FALSE;
    }
  g_clear_pointer (&self->zones, unk_listing_free);
  self->zones = zones;
  emit_changed (self);
  return TRUE;
}

/**
 * unk_look_get_compared:
 * @self: the look
 *
 * Returns: (nullable): the muscle that the chosen one is compared with
 */
const UnkMuscle *
unk_look_get_compared (UnkLook *self)
{
  return self->compared;
}

/**
 * unk_look_set_compared:
 * @self: the look
 * @muscle: (nullable): the muscle that the chosen one is compared with
 */
void
unk_look_set_compared (UnkLook *self, const UnkMuscle *muscle)
{
  if (self->compared == muscle)
    return;
  self->compared = muscle;
  emit_changed (self);
}

static void
set_flag (UnkLook *self, gboolean *flag, gboolean value)
{
  if (*flag == !!value)
    return;
  *flag = !!value;
  emit_changed (self);
}

/**
 * unk_look_get_labels:
 * @self: the look
 *
 * Returns: whether the muscles' names stand beside the body
 */
gboolean
unk_look_get_labels (UnkLook *self)
{
  return self->labels;
}

/**
 * unk_look_set_labels:
 * @self: the look
 * @labels: whether the muscles' names stand beside the body
 */
void
unk_look_set_labels (UnkLook *self, gboolean labels)
{
  set_flag (self, &self->labels, labels);
}

/**
 * unk_look_get_isolated:
 * @self: the look
 *
 * Returns: whether all but the chosen muscle is but a ghost
 */
gboolean
unk_look_get_isolated (UnkLook *self)
{
  return self->isolated;
}

/**
 * unk_look_set_isolated:
 * @self: the look
 * @isolated: whether all but the chosen muscle is but a ghost
 */
void
unk_look_set_isolated (UnkLook *self, gboolean isolated)
{
  set_flag (self, &self->isolated, isolated);
}

/**
 * unk_look_get_asking:
 * @self: the look
 *
 * Returns: whether a click on the body asks which muscles refer there
 */
gboolean
unk_look_get_asking (UnkLook *self)
{
  return self->asking;
}

/**
 * unk_look_set_asking:
 * @self: the look
 * @asking: whether a click on the body asks which muscles refer there
 */
void
unk_look_set_asking (UnkLook *self, gboolean asking)
{
  set_flag (self, &self->asking, asking);
}
