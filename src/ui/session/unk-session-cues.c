/* unk-session-cues.c: says without words that something changes
 *
 * Whoever lies on a ball doesn't look at the screen. The desktop's own bell needs no permission and
 * no library, and is as loud as the user wants bells to be: it rings once where a hold begins,
 * twice where it ends, three times at the end of all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-session-cues.h"

#include <gdk/gdk.h>

#include "unk-action-map.h"

/* Between two rings of one cue, so that they are heard as two. */
#define BETWEEN_MS 260
#define SETTING "session-mute"

struct _UnkSessionCues
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  UnkKeeper *keeper;
  gboolean muted, loaded;
  guint left; /* rings of the cue that are still to come */
  guint ring_id;
  guint n; /* rings so far */
};

G_DEFINE_FINAL_TYPE (UnkSessionCues, unk_session_cues, G_TYPE_OBJECT)

static void
tell (UnkSessionCues *self)
{
  unk_action_map_set_state (self->map, "session-cues", g_variant_new_uint32 (self->n));
  unk_action_map_set_state (self->map, "session-mute", g_variant_new_boolean (self->muted));
}

static gboolean
ring (gpointer data)
{
  UnkSessionCues *self = data;
  GdkDisplay *display = gdk_display_get_default ();

  if (display)
    gdk_display_beep (display);
  self->n++;
  self->left--;
  tell (self);
  if (self->left)
    return G_SOURCE_CONTINUE;
  self->ring_id = 0;
  return G_SOURCE_REMOVE;
}

static void
be_still (UnkSessionCues *self)
{
  g_clear_handle_id (&self->ring_id, g_source_remove);
  self->left = 0;
}

static void
on_mute (GSimpleAction *action G_GNUC_UNUSED, GVariant *value G_GNUC_UNUSED, gpointer data)
{
  UnkSessionCues *self = data;
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  self->muted = !self->muted;
  self->loaded = TRUE;
  if (self->muted)
    be_still (self);
  tell (self);
  if (store && !unk_store_set_setting (store, SETTING, self->muted ? "yes" : "no", &error))
    g_message ("Whether sessions are silent can’t be kept: %s", error->message);
}

static void
unk_session_cues_finalize (GObject *object)
{
  UnkSessionCues *self = UNK_SESSION_CUES (object);

  be_still (self);
  g_object_unref (self->keeper);
  G_OBJECT_CLASS (unk_session_cues_parent_class)->finalize (object);
}

static void
unk_session_cues_class_init (UnkSessionCuesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_session_cues_finalize;
}

static void
unk_session_cues_init (UnkSessionCues *self G_GNUC_UNUSED)
{
}

/**
 * unk_session_cues_new:
 * @map: where the actions are added; it outlives them
 * @keeper: where it is kept whether they are muted
 *
 * Returns: (transfer full): the cues
 */
UnkSessionCues *
unk_session_cues_new (GActionMap *map, UnkKeeper *keeper)
{
  static const GActionEntry entries[] = {
    { "session-mute", on_mute, NULL, "false", unk_action_told },
    { "session-cues", NULL, NULL, "@u 0", unk_action_told },
  };
  UnkSessionCues *self = g_object_new (UNK_TYPE_SESSION_CUES, NULL);

  self->map = map;
  self->keeper = g_object_ref (keeper);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  return self;
}

/**
 * unk_session_cues_load:
 * @self: the cues
 *
 * Looks in the user's file, once, whether they are muted.
 */
void
unk_session_cues_load (UnkSessionCues *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autofree char *muted = store && !self->loaded ? unk_store_dup_setting (store, SETTING) : NULL;

  if (!store || self->loaded)
    return;
  self->loaded = TRUE;
  self->muted = g_strcmp0 (muted, "yes") == 0;
  tell (self);
}

/**
 * unk_session_cues_give:
 * @self: the cues
 * @phase: what begins now
 */
void
unk_session_cues_give (UnkSessionCues *self, UnkSessionPhase phase)
{
  if (self->muted || phase == UNK_SESSION_BEFORE)
    return;
  be_still (self);
  self->left = phase == UNK_SESSION_HOLD ? 1 : phase == UNK_SESSION_AFTER ? 3 : 2;
  if (ring (self) == G_SOURCE_CONTINUE)
    self->ring_id = g_timeout_add (BETWEEN_MS, ring, self);
}
