/* unk-routine-read.c: reads routines that were written as a file
 *
 * A file is taken whole or refused whole, with the line, what is wrong there and what would be
 * right. What a record leaves to others is refused as the editor refuses it, and so is a dose
 * beyond the atlas's range: a file is no way around them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "unk-json-reader.h"
#include "unk-reminder.h"
#include "unk-routine-text.h"

#define ID_MAX 64
#define ABOUT_MAX 1000
#define SECONDS_MAX 86400
#define COUNT_MAX 1000

/* Refuses an object that lacks one of its first @n keys. */
static void
want_keys (UnkJsonReader *r, const char *const *names, guint n, guint32 seen)
{
  for (guint i = 0; i < n; i++)
    if (!(seen & (1u << i)))
      unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” is missing"), names[i]);
}

static void
want_room (UnkJsonReader *r, guint n, guint most)
{
  if (n >= most)
    unk_json_reader_fail (r, UNK_JSON_ERROR_LIMIT, _ ("there are more than %u"), most);
}

static void
read_text (UnkJsonReader *r, char **where, gsize longest)
{
  g_free (*where);
  *where = unk_json_reader_text (r, longest);
}

static UnkSide
read_side (UnkJsonReader *r)
{
  g_autofree char *id = unk_json_reader_text (r, ID_MAX);
  UnkSide side = UNK_SIDE_RIGHT;

  if (!unk_side_parse (id, &side))
    /* Translators: leave the words right and left as they are, they are written so in the file */
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” is not a side; write right or left"),
                          id);
  return side;
}

static void
read_muscle (UnkJsonReader *r, UnkAtlas *atlas, char **id)
{
  read_text (r, id, ID_MAX);
  if (!r->error && !unk_atlas_find_muscle (atlas, *id, NULL))
    unk_json_reader_fail (
      r, UNK_JSON_ERROR_VALUE,
      _ ("there is no muscle “%s” here; the file may come from a newer Unknot, or the step has to "
         "be taken out"),
      *id);
}

static void
read_technique (UnkJsonReader *r, UnkAtlas *atlas, char **id)
{
  read_text (r, id, ID_MAX);
  if (!r->error && !unk_atlas_find_technique (atlas, *id))
    unk_json_reader_fail (
      r, UNK_JSON_ERROR_VALUE,
      _ ("there is no technique “%s” here; the file may come from a newer Unknot"), *id);
}

static void
read_tool (UnkJsonReader *r, UnkAtlas *atlas, char **id)
{
  read_text (r, id, ID_MAX);
  if (!r->error && **id && !unk_atlas_find_tool (atlas, *id))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE,
                          _ ("there is no tool “%s” here; leave it empty for the bare hands"), *id);
}

static void
read_kind (UnkJsonReader *r, char **kind)
{
  read_text (r, kind, ID_MAX);
  if (!g_str_equal (*kind, "compression") && !g_str_equal (*kind, "friction") &&
      !g_str_equal (*kind, "stretch"))
    unk_json_reader_fail (
      r, UNK_JSON_ERROR_VALUE,
      /* Translators: leave the last three words as they are, they are written so in the file */
      _ ("“%s” is not a kind of care; write compression, friction or stretch"), *kind);
}

static gboolean
fits_tool (const UnkMuscle *muscle, const char *tool)
{
  for (const UnkToolFit *fit = muscle->tools; *tool && fit && fit->id; fit++)
    if (g_str_equal (fit->id, tool))
      return !g_str_equal (fit->fit, "no");
  return !*tool;
}

static void
want_range (UnkJsonReader *r, const char *what, int value, UnkRange range)
{
  if (value < range.low || value > range.high)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” has to be from %d to %d here, not %d"),
                          what, range.low, range.high, value);
}

/* Whether the atlas has such a treatment, and gives it into the user's own hands. */
static void
judge_step (UnkJsonReader *r, UnkAtlas *atlas, const UnkRoutineStep *step)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, step->muscle, NULL);
  const UnkTreatment *t = unk_routine_step_find_treatment (step, atlas);

  if (!t)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE,
                          _ ("“%s” has no %s of the number %d; they are counted from 0"),
                          step->muscle, step->kind, step->variant);
  else if (g_str_equal (t->self, "no"))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE,
                          _ ("%s of “%s” is not for oneself to do; take the step out"), step->kind,
                          step->muscle);
  else if (!g_str_equal (t->technique, step->technique))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE,
                          _ ("the technique of this step is “%s”, not “%s”"), t->technique,
                          step->technique);
  else if (!fits_tool (muscle, step->tool))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE,
                          _ ("the tool “%s” is not for “%s”; leave it empty for the bare hands"),
                          step->tool, step->muscle);
  else
    {
      want_range (r, "seconds", step->seconds, t->seconds);
      want_range (r, "repetitions", step->repetitions, t->repetitions);
    }
}

static void
read_step (UnkJsonReader *r, UnkAtlas *atlas, GPtrArray *steps)
{
  static const char *const names[] = { "muscle", "side",    "kind",        "technique", "variant",
                                       "tool",   "seconds", "repetitions", "about",     NULL };
  g_autofree char *muscle = NULL, *kind = NULL, *technique = NULL, *tool = NULL;
  int variant = 0, seconds = 0, repetitions = 0, key;
  UnkSide side = UNK_SIDE_RIGHT;
  guint32 seen = 0;

  unk_json_reader_enter (r, '{');
  while ((key = unk_json_reader_next_key (r, names, &seen)) >= 0)
    if (key == 0)
      read_muscle (r, atlas, &muscle);
    else if (key == 1)
      side = read_side (r);
    else if (key == 2)
      read_kind (r, &kind);
    else if (key == 3)
      read_technique (r, atlas, &technique);
    else if (key == 4)
      variant = unk_json_reader_integer (r, 0, COUNT_MAX);
    else if (key == 5)
      read_tool (r, atlas, &tool);
    else if (key == 6)
      seconds = unk_json_reader_integer (r, 0, SECONDS_MAX);
    else if (key == 7)
      repetitions = unk_json_reader_integer (r, 0, COUNT_MAX);
    else
      g_free (unk_json_reader_text (r, ABOUT_MAX));
  want_keys (r, names, 8, seen);
  if (r->error)
    return;
  g_ptr_array_add (steps, unk_routine_step_new (muscle, side, kind, technique, variant, tool,
                                                seconds, repetitions));
  judge_step (r, atlas, g_ptr_array_index (steps, steps->len - 1));
}

static guint
read_days (UnkJsonReader *r)
{
  guint days = 0;

  unk_json_reader_enter (r, '[');
  while (unk_json_reader_next (r, ']'))
    {
      g_autofree char *id = unk_json_reader_text (r, ID_MAX);
      guint day = 0;

      while (day < 7 && !g_str_equal (unk_weekday_id (day), id))
        day++;
      if (day == 7)
        unk_json_reader_fail (
          r, UNK_JSON_ERROR_VALUE,
          /* Translators: leave monday to sunday as they are, they are written so in the file */
          _ ("“%s” is not a day; write monday, tuesday and so on to sunday"), id);
      else if (days & (1u << day))
        unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, _ ("“%s” comes twice"), id);
      else
        days |= 1u << day;
    }
  return days;
}

static int
read_reminder (UnkJsonReader *r)
{
  g_autofree char *text = unk_json_reader_text (r, ID_MAX);

  if (strlen (text) == 5 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) &&
      text[2] == ':' && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]))
    {
      int hours = (text[0] - '0') * 10 + text[1] - '0',
          minutes = (text[3] - '0') * 10 + text[4] - '0';

      if (hours < 24 && minutes < 60)
        return hours * 60 + minutes;
    }
  unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE,
                        _ ("“%s” is not a time of day; write it as 07:30 or 19:05"), text);
  return -1;
}

static void
read_name (UnkJsonReader *r, UnkRoutine *routine)
{
  read_text (r, &routine->name, UNK_ROUTINE_NAME_MAX);
  if (!*routine->name)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s", _ ("a routine needs a name"));
}

static void
read_steps (UnkJsonReader *r, UnkAtlas *atlas, GPtrArray *steps)
{
  unk_json_reader_enter (r, '[');
  while (unk_json_reader_next (r, ']'))
    {
      want_room (r, steps->len, UNK_ROUTINE_STEPS_MAX);
      read_step (r, atlas, steps);
    }
}

static UnkRoutine *
read_routine (UnkJsonReader *r, UnkAtlas *atlas)
{
  static const char *const names[] = { "name", "steps", "days", "reminder", NULL };
  UnkRoutine *routine = unk_routine_new ("");
  guint32 seen = 0;
  int key;

  unk_json_reader_enter (r, '{');
  while ((key = unk_json_reader_next_key (r, names, &seen)) >= 0)
    if (key == 0)
      read_name (r, routine);
    else if (key == 1)
      read_steps (r, atlas, routine->steps);
    else if (key == 2)
      routine->days = read_days (r);
    else
      routine->reminder = read_reminder (r);
  want_keys (r, names, 2, seen);
  if (routine->reminder >= 0 && !routine->days)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s",
                          _ ("a reminder needs “days” on which it comes"));
  return routine;
}

static void
read_routines (UnkJsonReader *r, UnkAtlas *atlas, GPtrArray *routines)
{
  unk_json_reader_enter (r, '[');
  while (unk_json_reader_next (r, ']'))
    {
      want_room (r, routines->len, UNK_ROUTINES_MAX);
      g_ptr_array_add (routines, read_routine (r, atlas));
    }
  if (!routines->len)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s", _ ("there are no routines in it"));
}

static void
read_format (UnkJsonReader *r)
{
  g_autofree char *format = unk_json_reader_text (r, ID_MAX);

  if (!g_str_equal (format, "unknot-routines"))
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE, "%s",
                          /* Translators: leave format and unknot-routines as they are */
                          _ ("this is not a file of routines: its format is not unknot-routines"));
}

static void
read_version (UnkJsonReader *r)
{
  int version = unk_json_reader_integer (r, 1, COUNT_MAX);

  if (!r->error && version != 1)
    unk_json_reader_fail (r, UNK_JSON_ERROR_VALUE,
                          _ ("the file is of version %d, this Unknot reads version 1; a newer one "
                             "is needed"),
                          version);
}

/**
 * unk_routines_read:
 * @text: routines as unk_routines_to_text() writes them; it needs no end mark
 * @length: how many bytes it has
 * @atlas: what the ids have to be found in
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable) (element-type UnkRoutine): all of them, without ids of the
 * store, or %NULL with an #UnkJsonError that names the line
 */
GPtrArray *
unk_routines_read (const char *text, gsize length, UnkAtlas *atlas, GError **error)
{
  static const char *const names[] = { "format", "version", "routines", NULL };
  g_autoptr (GPtrArray) routines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) unk_routine_free);
  UnkJsonReader r;
  guint32 seen = 0;
  int key;

  unk_json_reader_init (&r, text, MIN (length, UNK_ROUTINE_FILE_MAX));
  if (length > UNK_ROUTINE_FILE_MAX)
    unk_json_reader_fail (&r, UNK_JSON_ERROR_LIMIT, _ ("the file is larger than %d bytes"),
                          UNK_ROUTINE_FILE_MAX);
  unk_json_reader_enter (&r, '{');
  while ((key = unk_json_reader_next_key (&r, names, &seen)) >= 0)
    if (key == 0)
      read_format (&r);
    else if (key == 1)
      read_version (&r);
    else
      read_routines (&r, atlas, routines);
  want_keys (&r, names, 3, seen);
  return unk_json_reader_finish (&r, error) ? g_steal_pointer (&routines) : NULL;
}
