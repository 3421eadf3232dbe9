/* unk-scene-names.c: names of what is looked at, and ids of modes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-scene.h"

static const char *const mode_ids[UNK_N_MODES] = { "explore", "pain", "study", "quiz" };

/**
 * unk_mode_id:
 * @mode: a mode
 *
 * Returns: "explore", "pain", "study" or "quiz"
 */
const char *
unk_mode_id (UnkMode mode)
{
  return mode_ids[mode];
}

/**
 * unk_mode_parse:
 * @id: a mode's id
 * @mode: (out): the mode
 *
 * Returns: whether @id names one
 */
gboolean
unk_mode_parse (const char *id, UnkMode *mode)
{
  for (int i = 0; i < UNK_N_MODES; i++)
    if (g_str_equal (mode_ids[i], id))
      {
        *mode = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * unk_scene_get_name:
 * @self: the scene
 * @id: a muscle or another drawn structure
 *
 * Returns: its name in the user's language; @id where it is unknown
 */
const char *
unk_scene_get_name (UnkScene *self, const char *id)
{
  guint n;
  const UnkView *views = unk_atlas_get_views (unk_scene_get_atlas (self), &n);
  const UnkMuscle *muscle = unk_atlas_find_muscle (unk_scene_get_atlas (self), id, NULL);

  if (muscle)
    return unk_text (muscle->name);
  for (guint i = 0; i < n; i++)
    {
      const UnkShape *shape = unk_pick_find_shape (&views[i], id);

      if (shape)
        return unk_text (shape->name);
    }
  return id;
}
