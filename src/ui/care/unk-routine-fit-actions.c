/* unk-routine-fit-actions.c: fits the open routine to the minutes and the tools that one has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-action-map.h"
#include "unk-routine-actions-private.h"

static void
say_problem (GError *error)
{
  if (error)
    g_message ("%s", error->message);
}

static void
tell_limits (UnkRoutineActions *self)
{
  unk_action_map_set_state (self->map, "own-tool", g_variant_new_strv ((UnkTexts) self->tools, -1));
  unk_action_map_set_state (self->map, "fit-routine", g_variant_new_uint32 (self->minutes));
}

/* Reads what is owned when it is first asked for. */
void
unk_routine_actions_load_limits (UnkRoutineActions *self)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  if (self->tools)
    return;
  if (store)
    {
      self->tools = unk_store_load_tools (store, &error);
      if (!error)
        unk_store_load_minutes (store, &self->minutes, &error);
      say_problem (error);
    }
  if (!self->tools)
    self->tools = g_new0 (char *, 1);
  tell_limits (self);
}

/* Those that the user has said to own; %NULL for all where nothing was said. */
UnkTexts
unk_routine_actions_get_known_tools (UnkRoutineActions *self)
{
  unk_routine_actions_load_limits (self);
  return *self->tools ? (UnkTexts) self->tools : NULL;
}

static void
keep_minutes (UnkRoutineActions *self, guint minutes)
{
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;

  self->minutes = minutes;
  if (store)
    unk_store_save_minutes (store, minutes, &error);
  say_problem (error);
  tell_limits (self);
}

/* Fitted again, it begins with the muscles that it had before it was first fitted, so that those
 * which a short time left out come back with more. */
static void
on_fit_routine (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  const UnkRoutine *routine = unk_routine_edit_get_routine (self->edit);
  guint minutes = g_variant_get_uint32 (value);
  g_autoptr (GArray) from = NULL;
  GArray *left_out = NULL;
  UnkRoutine *fitted;

  if (!routine || !minutes || minutes > UNK_ROUTINE_MOST_MINUTES)
    {
      unk_action_refuse (action, value);
      return;
    }
  unk_routine_actions_load_limits (self);
  from = self->fit_from ? g_array_ref (self->fit_from)
                        : unk_routine_list_choices (routine, unk_scene_get_atlas (self->scene));
  fitted = unk_routine_fit (
    unk_scene_get_atlas (self->scene), routine->name, (const UnkChoice *) (gpointer) from->data,
    from->len, (UnkLimits){ minutes, (UnkTexts) self->tools }, unk_scene_get_marks (self->scene),
    unk_scene_get_answers (self->scene), &left_out);
  unk_routine_edit_replace (self->edit, fitted);
  unk_routine_actions_open_step (self, -1);
  keep_minutes (self, minutes);
  unk_routine_actions_take (self, left_out);
  self->fit_from = g_steal_pointer (&from);
}

static char **
toggle (char **tools, const char *tool)
{
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();

  for (guint i = 0; tools[i]; i++)
    if (!g_str_equal (tools[i], tool))
      g_strv_builder_add (after, tools[i]);
  if (!g_strv_contains ((UnkTexts) tools, tool))
    g_strv_builder_add (after, tool);
  return g_strv_builder_end (after);
}

static void
on_own_tool (GSimpleAction *action, GVariant *value, gpointer data)
{
  UnkRoutineActions *self = data;
  const UnkTool *tool =
    unk_atlas_find_tool (unk_scene_get_atlas (self->scene), g_variant_get_string (value, NULL));
  UnkStore *store = unk_keeper_get_store (self->keeper);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) before = NULL;

  if (!tool || !unk_tool_is_owned (tool))
    {
      unk_action_refuse (action, value);
      return;
    }
  unk_routine_actions_load_limits (self);
  before = g_steal_pointer (&self->tools);
  self->tools = toggle (before, tool->id);
  if (store)
    unk_store_save_tools (store, (UnkTexts) self->tools, &error);
  say_problem (error);
  tell_limits (self);
  unk_routine_actions_tell (self);
}

/* Adds the commands of minutes and tools. */
void
unk_routine_actions_add_fit (UnkRoutineActions *self)
{
  static const GActionEntry entries[] = {
    { "fit-routine", on_fit_routine, "u", "@u 10", unk_action_told },
    { "own-tool", on_own_tool, "s", "@as []", unk_action_told },
  };

  g_action_map_add_action_entries (self->map, entries, G_N_ELEMENTS (entries), self);
}
