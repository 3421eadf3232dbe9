/* unk-routine-text.c: routines as a file that people can read
 *
 * JSON that says what it is and of which version. Ids are what counts; beside them each step is
 * told in words, under "about", which are for people and not read back. unk-routine-read.c reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-text.h"

#include <glib/gi18n-lib.h>

#include "unk-json.h"
#include "unk-reminder.h"
#include "unk-treatment-text.h"

/* A step in words; where the atlas doesn't hold it any more, by its ids. */
static char *
describe (const UnkRoutineStep *step, UnkAtlas *atlas)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, step->muscle, NULL);
  const UnkTool *tool = *step->tool ? unk_atlas_find_tool (atlas, step->tool) : NULL;
  const char *name = muscle ? unk_text (muscle->name) : step->muscle;

  if (tool)
    /* Translators: a muscle, its side, a kind of treatment, a tool */
    return g_strdup_printf (_ ("%s, %s: %s, with: %s"), name, unk_side_name (step->side),
                            unk_treatment_kind_name (step->kind), unk_text (tool->name));
  /* Translators: a muscle, its side, a kind of treatment */
  return g_strdup_printf (_ ("%s, %s: %s"), name, unk_side_name (step->side),
                          unk_treatment_kind_name (step->kind));
}

static void
write_step (UnkJson *json, const UnkRoutineStep *step, UnkAtlas *atlas)
{
  g_autofree char *about = describe (step, atlas);

  unk_json_open (json, NULL, '{');
  unk_json_text (json, "about", about);
  unk_json_text (json, "muscle", step->muscle);
  unk_json_text (json, "side", unk_side_id (step->side));
  unk_json_text (json, "kind", step->kind);
  unk_json_text (json, "technique", step->technique);
  unk_json_exact (json, "variant", step->variant);
  unk_json_text (json, "tool", step->tool);
  unk_json_exact (json, "seconds", step->seconds);
  unk_json_exact (json, "repetitions", step->repetitions);
  unk_json_close (json, '}');
}

static void
write_routine (UnkJson *json, const UnkRoutine *routine, UnkAtlas *atlas)
{
  unk_json_open (json, NULL, '{');
  unk_json_text (json, "name", routine->name);
  unk_json_open (json, "days", '[');
  for (guint day = 0; day < 7; day++)
    if (routine->days & (1u << day))
      unk_json_text (json, NULL, unk_weekday_id (day));
  unk_json_close (json, ']');
  if (routine->reminder >= 0)
    {
      g_autofree char *time =
        g_strdup_printf ("%02d:%02d", routine->reminder / 60, routine->reminder % 60);

      unk_json_text (json, "reminder", time);
    }
  unk_json_open (json, "steps", '[');
  for (guint i = 0; i < routine->steps->len; i++)
    write_step (json, g_ptr_array_index (routine->steps, i), atlas);
  unk_json_close (json, ']');
  unk_json_close (json, '}');
}

/**
 * unk_routines_to_text:
 * @routines: (element-type UnkRoutine): routines
 * @atlas: for the names
 *
 * Returns: (transfer full): a file of them, to be read by unk_routines_read()
 */
char *
unk_routines_to_text (GPtrArray *routines, UnkAtlas *atlas)
{
  g_autofree char *text = NULL;
  UnkJson json;

  unk_json_init (&json);
  unk_json_open (&json, NULL, '{');
  unk_json_text (&json, "format", "unknot-routines");
  unk_json_exact (&json, "version", 1);
  unk_json_open (&json, "routines", '[');
  for (guint i = 0; i < routines->len; i++)
    write_routine (&json, g_ptr_array_index (routines, i), atlas);
  unk_json_close (&json, ']');
  unk_json_close (&json, '}');
  text = unk_json_finish (&json);
  return g_strconcat (text, "\n", NULL);
}
