/* unk-guide-trail.c: which page of the guide is open, and the way back
 *
 * A muscle that is chosen on a page of the guide sets the guide aside; taking the choice back
 * brings the page again. So a way may lead through pages and muscles, and back step by step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-trail.h"

#define LONGEST 64 /* steps that are remembered */

typedef struct
{
  const UnkGuidePage *page; /* (nullable): the list */
  gboolean aside;           /* no page: here a muscle was looked at */
} Step;

struct _UnkGuideTrail
{
  GObject parent_instance;

  UnkScene *scene;
  GArray *steps; /* the last one is shown */
};

G_DEFINE_FINAL_TYPE (UnkGuideTrail, unk_guide_trail, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const Step *
get_last (UnkGuideTrail *self)
{
  return self->steps->len ? &g_array_index (self->steps, Step, self->steps->len - 1) : NULL;
}

static void
emit_changed (UnkGuideTrail *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
push (UnkGuideTrail *self, Step step)
{
  if (self->steps->len >= LONGEST)
    g_array_remove_index (self->steps, 0);
  g_array_append_val (self->steps, step);
  emit_changed (self);
}

static void
pop (UnkGuideTrail *self)
{
  g_array_set_size (self->steps, self->steps->len - 1);
  emit_changed (self);
}

static void
on_scene_changed (UnkGuideTrail *self, guint what)
{
  const Step *last = get_last (self);
  gboolean chosen = unk_scene_get_chosen (self->scene).id != NULL;

  if (!last)
    return;
  if (what & (UNK_CHANGE_MODE | UNK_CHANGE_MARKS))
    unk_guide_trail_close (self);
  else if (!(what & UNK_CHANGE_CHOICE))
    return;
  else if (chosen && !last->aside)
    push (self, (Step){ NULL, TRUE });
  else if (!chosen && last->aside)
    pop (self);
}

static void
unk_guide_trail_finalize (GObject *object)
{
  UnkGuideTrail *self = UNK_GUIDE_TRAIL (object);

  g_array_unref (self->steps);
  g_object_unref (self->scene);
  G_OBJECT_CLASS (unk_guide_trail_parent_class)->finalize (object);
}

static void
unk_guide_trail_class_init (UnkGuideTrailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_guide_trail_finalize;

  /**
   * UnkGuideTrail::changed:
   * Another page is open, or none.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_GUIDE_TRAIL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_guide_trail_init (UnkGuideTrail *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
}

/**
 * unk_guide_trail_new:
 * @scene: what else is looked at
 *
 * Returns: (transfer full): the guide, closed
 */
UnkGuideTrail *
unk_guide_trail_new (UnkScene *scene)
{
  UnkGuideTrail *self = g_object_new (UNK_TYPE_GUIDE_TRAIL, NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * unk_guide_trail_is_open:
 * @self: the guide
 *
 * Returns: whether the guide is looked at
 */
gboolean
unk_guide_trail_is_open (UnkGuideTrail *self)
{
  const Step *last = get_last (self);

  return last && !last->aside;
}

/**
 * unk_guide_trail_get_page:
 * @self: the guide
 *
 * Returns: (nullable): the page that is open; %NULL for the list, or where the guide is closed
 */
const UnkGuidePage *
unk_guide_trail_get_page (UnkGuideTrail *self)
{
  const Step *last = get_last (self);

  return last ? last->page : NULL;
}

/**
 * unk_guide_trail_show:
 * @self: the guide
 * @page: (nullable): a page; the list for %NULL
 *
 * Opens the page. Where it is open already, nothing changes.
 */
void
unk_guide_trail_show (UnkGuideTrail *self, const UnkGuidePage *page)
{
  const Step *last = get_last (self);

  if (!last || last->aside || last->page != page)
    push (self, (Step){ page, FALSE });
}

/**
 * unk_guide_trail_set_aside:
 * @self: the guide
 *
 * The chosen muscle is asked for: where the guide covers it, it is set aside.
 */
void
unk_guide_trail_set_aside (UnkGuideTrail *self)
{
  if (unk_guide_trail_is_open (self) && unk_scene_get_chosen (self->scene).id)
    push (self, (Step){ NULL, TRUE });
}

/**
 * unk_guide_trail_back:
 * @self: the guide
 *
 * Takes one step back.
 *
 * Returns: whether the guide was open
 */
gboolean
unk_guide_trail_back (UnkGuideTrail *self)
{
  if (!unk_guide_trail_is_open (self))
    return FALSE;
  pop (self);
  return TRUE;
}

/**
 * unk_guide_trail_close:
 * @self: the guide
 *
 * Closes the guide and forgets the way.
 */
void
unk_guide_trail_close (UnkGuideTrail *self)
{
  if (!self->steps->len)
    return;
  g_array_set_size (self->steps, 0);
  emit_changed (self);
}
