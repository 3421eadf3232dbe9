/* unk-routine-edit.c: a routine that is changed, and all that was done to it
 *
 * History keeps whole routines, before and after each change; nothing before the making of a
 * routine and nothing after its end. Changes of one value that follow each other, such as the
 * letters of a name, are one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-edit.h"

#include "unk-reminder.h"

#define MOST_CHANGES 200

/* What a change is of, so that those that follow each other become one. */
typedef enum
{
  OF_STEPS, /* never one with the next */
  OF_NAME,
  OF_DOSE,
  OF_TIMES,
} Subject;

typedef struct
{
  UnkRoutine *before, *after; /* (nullable) */
  Subject subject;
  guint step;
} Change;

struct _UnkRoutineEdit
{
  GObject parent_instance;

  UnkAtlas *atlas;
  UnkRoutine *routine; /* (nullable): none is open */
  gint64 gone;         /* the id of the one that went with the last change, or 0 */
  GPtrArray *changes;  /* Change */
  guint n_done;        /* how many of them stand; the others were taken back */
  gboolean rested;     /* the next change is one of its own */
};

G_DEFINE_FINAL_TYPE (UnkRoutineEdit, unk_routine_edit, G_TYPE_OBJECT)

static void
free_change (Change *change)
{
  unk_routine_free (change->before);
  unk_routine_free (change->after);
  g_free (change);
}

static UnkRoutine *
copy (const UnkRoutine *routine)
{
  return routine ? unk_routine_copy (routine) : NULL;
}

static void
show (UnkRoutineEdit *self, UnkRoutine *routine)
{
  gint64 old = self->routine ? self->routine->id : 0;

  self->gone = routine ? 0 : old;
  unk_routine_free (self->routine);
  self->routine = routine;
}

static Change *
find_same (UnkRoutineEdit *self, Subject subject, guint step)
{
  Change *last = self->n_done ? g_ptr_array_index (self->changes, self->n_done - 1) : NULL;

  if (!last || self->rested || subject == OF_STEPS || self->n_done < self->changes->len)
    return NULL;
  return last->subject == subject && last->step == step ? last : NULL;
}

/* Takes @after, and notes how it came about. */
static gboolean
change (UnkRoutineEdit *self, UnkRoutine *after, Subject subject, guint step)
{
  Change *same = find_same (self, subject, step);

  if (same)
    {
      unk_routine_free (same->after);
      same->after = copy (after);
    }
  else
    {
      Change *next = g_new0 (Change, 1);

      *next = (Change){ copy (self->routine), copy (after), subject, step };
      g_ptr_array_set_size (self->changes, (int) self->n_done);
      if (self->n_done == MOST_CHANGES)
        g_ptr_array_remove_index (self->changes, 0);
      g_ptr_array_add (self->changes, next);
      self->n_done = self->changes->len;
    }
  self->rested = FALSE;
  show (self, after);
  return TRUE;
}

static UnkRoutineStep *
get_step (const UnkRoutine *routine, guint step)
{
  return routine && step < routine->steps->len ? g_ptr_array_index (routine->steps, step) : NULL;
}

static void
unk_routine_edit_finalize (GObject *object)
{
  UnkRoutineEdit *self = UNK_ROUTINE_EDIT (object);

  unk_routine_free (self->routine);
  g_ptr_array_unref (self->changes);
  unk_atlas_unref (self->atlas);
  G_OBJECT_CLASS (unk_routine_edit_parent_class)->finalize (object);
}

static void
unk_routine_edit_class_init (UnkRoutineEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = unk_routine_edit_finalize;
}

static void
unk_routine_edit_init (UnkRoutineEdit *self)
{
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_change);
}

/**
 * unk_routine_edit_new:
 * @atlas: the atlas
 *
 * Returns: (transfer full): an edit, with no routine open
 */
UnkRoutineEdit *
unk_routine_edit_new (UnkAtlas *atlas)
{
  UnkRoutineEdit *self = g_object_new (UNK_TYPE_ROUTINE_EDIT, NULL);

  self->atlas = unk_atlas_ref (atlas);
  return self;
}

/**
 * unk_routine_edit_get_routine:
 * @self: an edit
 *
 * Returns: (nullable): the routine that is open, as it stands
 */
const UnkRoutine *
unk_routine_edit_get_routine (UnkRoutineEdit *self)
{
  return self->routine;
}

/**
 * unk_routine_edit_get_gone:
 * @self: an edit
 *
 * Returns: the id of the routine that went with the last change, or 0
 */
gint64
unk_routine_edit_get_gone (UnkRoutineEdit *self)
{
  return self->gone;
}

/**
 * unk_routine_edit_set_id:
 * @self: an edit
 * @id: under which the open routine was kept
 *
 * Tells the id of a routine that was kept for the first time; its history has it from now on.
 */
void
unk_routine_edit_set_id (UnkRoutineEdit *self, gint64 id)
{
  g_return_if_fail (self->routine != NULL);

  self->routine->id = id;
  for (guint i = 0; i < self->changes->len; i++)
    {
      Change *one = g_ptr_array_index (self->changes, i);

      if (one->before && !one->before->id)
        one->before->id = id;
      if (one->after && !one->after->id)
        one->after->id = id;
    }
}

/**
 * unk_routine_edit_open:
 * @self: an edit
 * @routine: (transfer full): a routine that is kept
 *
 * Opens another routine. That alone changes nothing and can't be undone.
 */
void
unk_routine_edit_open (UnkRoutineEdit *self, UnkRoutine *routine)
{
  show (self, routine);
  self->gone = 0;
  self->rested = TRUE;
}

/**
 * unk_routine_edit_make:
 * @self: an edit
 * @routine: (transfer full): a new routine
 *
 * Opens a routine that was not there before.
 */
void
unk_routine_edit_make (UnkRoutineEdit *self, UnkRoutine *routine)
{
  unk_routine_edit_open (self, NULL);
  change (self, routine, OF_STEPS, 0);
}

/**
 * unk_routine_edit_delete:
 * @self: an edit
 *
 * Does away with the routine that is open.
 *
 * Returns: whether one was
 */
gboolean
unk_routine_edit_delete (UnkRoutineEdit *self)
{
  return self->routine && change (self, NULL, OF_STEPS, 0);
}

/**
 * unk_routine_edit_replace:
 * @self: an edit
 * @routine: (transfer full): what the routine that is open becomes; it keeps its id
 *
 * Returns: whether one was open
 */
gboolean
unk_routine_edit_replace (UnkRoutineEdit *self, UnkRoutine *routine)
{
  if (!self->routine)
    {
      unk_routine_free (routine);
      return FALSE;
    }
  routine->id = self->routine->id;
  return change (self, routine, OF_STEPS, 0);
}

/**
 * unk_routine_edit_rename:
 * @self: an edit
 * @name: its new name
 *
 * Returns: whether it was another
 */
gboolean
unk_routine_edit_rename (UnkRoutineEdit *self, const char *name)
{
  UnkRoutine *after;

  if (!self->routine || g_str_equal (self->routine->name, name))
    return FALSE;
  after = copy (self->routine);
  g_free (after->name);
  after->name = g_strdup (name);
  return change (self, after, OF_NAME, 0);
}

/**
 * unk_routine_edit_set_times:
 * @self: an edit
 * @days: on which to do it: bits, Monday is 1
 * @reminder: minutes after midnight, or -1 for none
 *
 * Returns: whether they are others now; a reminder needs days
 */
gboolean
unk_routine_edit_set_times (UnkRoutineEdit *self, guint days, int reminder)
{
  UnkRoutine *after;

  if (!self->routine || days & ~(guint) UNK_DAYS_ALL || reminder < -1 ||
      reminder >= UNK_DAY_MINUTES || (reminder >= 0 && !days) ||
      (days == self->routine->days && reminder == self->routine->reminder))
    return FALSE;
  after = copy (self->routine);
  after->days = days;
  after->reminder = reminder;
  return change (self, after, OF_TIMES, 0);
}

/**
 * unk_routine_edit_add_step:
 * @self: an edit
 * @step: (transfer full): a step
 * @position: before which step; at the end where there are fewer
 *
 * Returns: whether a routine was open
 */
gboolean
unk_routine_edit_add_step (UnkRoutineEdit *self, UnkRoutineStep *step, guint position)
{
  UnkRoutine *after = copy (self->routine);

  if (!after)
    {
      unk_routine_step_free (step);
      return FALSE;
    }
  g_ptr_array_insert (after->steps, (int) MIN (position, after->steps->len), step);
  return change (self, after, OF_STEPS, 0);
}

/**
 * unk_routine_edit_remove_step:
 * @self: an edit
 * @step: the number of a step, from 0
 *
 * Returns: whether there was such a step
 */
gboolean
unk_routine_edit_remove_step (UnkRoutineEdit *self, guint step)
{
  UnkRoutine *after;

  if (!get_step (self->routine, step))
    return FALSE;
  after = copy (self->routine);
  g_ptr_array_remove_index (after->steps, step);
  return change (self, after, OF_STEPS, 0);
}

/**
 * unk_routine_edit_move_step:
 * @self: an edit
 * @from: the number of a step, from 0
 * @to: the number that it shall have
 *
 * Returns: whether it moved
 */
gboolean
unk_routine_edit_move_step (UnkRoutineEdit *self, guint from, guint to)
{
  UnkRoutine *after;

  if (from == to || !get_step (self->routine, from) || !get_step (self->routine, to))
    return FALSE;
  after = copy (self->routine);
  g_ptr_array_insert (after->steps, (int) to, g_ptr_array_steal_index (after->steps, from));
  return change (self, after, OF_STEPS, 0);
}

/**
 * unk_routine_edit_copy_step:
 * @self: an edit
 * @step: the number of a step, from 0
 *
 * Adds the same step once more, right behind it.
 *
 * Returns: whether there was such a step
 */
gboolean
unk_routine_edit_copy_step (UnkRoutineEdit *self, guint step)
{
  UnkRoutineStep *there = get_step (self->routine, step);

  return there && unk_routine_edit_add_step (self, unk_routine_step_copy (there), step + 1);
}

/**
 * unk_routine_edit_turn_step:
 * @self: an edit
 * @step: the number of a step, from 0
 *
 * Does the step on the other side.
 *
 * Returns: whether there was such a step
 */
gboolean
unk_routine_edit_turn_step (UnkRoutineEdit *self, guint step)
{
  UnkRoutine *after;

  if (!get_step (self->routine, step))
    return FALSE;
  after = copy (self->routine);
  get_step (after, step)->side =
    get_step (after, step)->side == UNK_SIDE_LEFT ? UNK_SIDE_RIGHT : UNK_SIDE_LEFT;
  return change (self, after, OF_STEPS, 0);
}

/**
 * unk_routine_edit_set_treatment:
 * @self: an edit
 * @step: the number of a step, from 0
 * @treatment: the number of one of its muscle's treatments, from 0
 *
 * Treats the same muscle in another way, by hand and with its lowest dose. What the record leaves
 * to others is refused.
 *
 * Returns: whether it could be done
 */
gboolean
unk_routine_edit_set_treatment (UnkRoutineEdit *self, guint step, guint treatment)
{
  UnkRoutineStep *there = get_step (self->routine, step);
  const UnkMuscle *muscle = there ? unk_atlas_find_muscle (self->atlas, there->muscle, NULL) : NULL;
  UnkRoutine *after;

  if (!muscle || treatment >= muscle->n_treatments ||
      g_str_equal (muscle->treatments[treatment].self, "no") ||
      unk_routine_step_find_treatment (there, self->atlas) == &muscle->treatments[treatment])
    return FALSE;
  after = copy (self->routine);
  unk_routine_step_free (after->steps->pdata[step]);
  after->steps->pdata[step] = unk_routine_step_new_from_treatment (muscle, there->side, treatment);
  return change (self, after, OF_STEPS, 0);
}

/* Whether the muscle's record allows the tool. */
static gboolean
allows_tool (UnkAtlas *atlas, const UnkRoutineStep *step, const char *tool)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, step->muscle, NULL);

  if (!*tool)
    return TRUE;
  for (const UnkToolFit *fit = muscle ? muscle->tools : NULL; fit && fit->id; fit++)
    if (g_str_equal (fit->id, tool))
      return !g_str_equal (fit->fit, "no");
  return FALSE;
}

/**
 * unk_routine_edit_set_tool:
 * @self: an edit
 * @step: the number of a step, from 0
 * @tool: the id of a tool, or "" for the bare hands
 *
 * Returns: whether the step's muscle allows it and it was another
 */
gboolean
unk_routine_edit_set_tool (UnkRoutineEdit *self, guint step, const char *tool)
{
  UnkRoutineStep *there = get_step (self->routine, step);
  UnkRoutine *after;

  if (!there || g_str_equal (there->tool, tool) || !allows_tool (self->atlas, there, tool))
    return FALSE;
  after = copy (self->routine);
  g_free (get_step (after, step)->tool);
  get_step (after, step)->tool = g_strdup (tool);
  return change (self, after, OF_STEPS, 0);
}

/**
 * unk_routine_edit_set_dose:
 * @self: an edit
 * @step: the number of a step, from 0
 * @seconds: of one repetition
 * @repetitions: how many
 *
 * What lies outside the range that the atlas gives becomes the nearest within it.
 *
 * Returns: whether the dose is another now
 */
gboolean
unk_routine_edit_set_dose (UnkRoutineEdit *self, guint step, int seconds, int repetitions)
{
  UnkRoutineStep *there = get_step (self->routine, step), *dosed;
  const UnkTreatment *t = there ? unk_routine_step_find_treatment (there, self->atlas) : NULL;
  UnkRoutine *after;

  if (!t)
    return FALSE;
  seconds = CLAMP (seconds, t->seconds.low, t->seconds.high);
  repetitions = CLAMP (repetitions, t->repetitions.low, t->repetitions.high);
  if (seconds == there->seconds && repetitions == there->repetitions)
    return FALSE;
  after = copy (self->routine);
  dosed = get_step (after, step);
  dosed->seconds = seconds;
  dosed->repetitions = repetitions;
  return change (self, after, OF_DOSE, step);
}

/**
 * unk_routine_edit_can_undo:
 * @self: an edit
 *
 * Returns: whether anything was done
 */
gboolean
unk_routine_edit_can_undo (UnkRoutineEdit *self)
{
  return self->n_done > 0;
}

/**
 * unk_routine_edit_can_redo:
 * @self: an edit
 *
 * Returns: whether anything was taken back
 */
gboolean
unk_routine_edit_can_redo (UnkRoutineEdit *self)
{
  return self->n_done < self->changes->len;
}

/* Goes to one end of a change, of whichever routine it was. */
static void
go_to (UnkRoutineEdit *self, const UnkRoutine *there, const UnkRoutine *from)
{
  show (self, copy (there));
  self->gone = there || !from ? 0 : from->id;
  self->rested = TRUE;
}

/**
 * unk_routine_edit_undo:
 * @self: an edit
 *
 * Takes the last change back, and opens the routine that it was made to.
 *
 * Returns: whether there was one
 */
gboolean
unk_routine_edit_undo (UnkRoutineEdit *self)
{
  const Change *last;

  if (!self->n_done)
    return FALSE;
  last = g_ptr_array_index (self->changes, --self->n_done);
  go_to (self, last->before, last->after);
  return TRUE;
}

/**
 * unk_routine_edit_redo:
 * @self: an edit
 *
 * Makes the change again that was taken back last.
 *
 * Returns: whether there was one
 */
gboolean
unk_routine_edit_redo (UnkRoutineEdit *self)
{
  const Change *next;

  if (self->n_done == self->changes->len)
    return FALSE;
  next = g_ptr_array_index (self->changes, self->n_done++);
  go_to (self, next->after, next->before);
  return TRUE;
}
