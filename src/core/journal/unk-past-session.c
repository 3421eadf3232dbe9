/* unk-past-session.c: a session of care that is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-past-session.h"

#include <glib/gi18n-lib.h>

static void
free_step (gpointer data)
{
  UnkPastStep *step = data;

  unk_routine_step_free (step->step);
  g_free (step);
}

/**
 * unk_past_session_new:
 * @name: that of its routine
 * @began: in seconds since 1970
 * @ended: in seconds since 1970
 *
 * Returns: (transfer full): a session without steps, of which nothing else was said
 */
UnkPastSession *
unk_past_session_new (const char *name, gint64 began, gint64 ended)
{
  UnkPastSession *session = g_new0 (UnkPastSession, 1);

  session->name = g_strdup (name);
  session->began = began;
  session->ended = ended;
  session->before = session->after = -1;
  session->note = g_strdup ("");
  session->steps = g_ptr_array_new_with_free_func (free_step);
  return session;
}

/**
 * unk_past_session_copy:
 * @session: a session
 *
 * Returns: (transfer full): a copy, with the same id
 */
UnkPastSession *
unk_past_session_copy (const UnkPastSession *session)
{
  UnkPastSession *copy = unk_past_session_new (session->name, session->began, session->ended);

  copy->id = session->id;
  copy->routine = session->routine;
  copy->before = session->before;
  copy->after = session->after;
  g_free (copy->note);
  copy->note = g_strdup (session->note);
  for (guint i = 0; i < session->steps->len; i++)
    {
      const UnkPastStep *step = g_ptr_array_index (session->steps, i);

      unk_past_session_add (copy, unk_routine_step_copy (step->step), step->done);
    }
  return copy;
}

/**
 * unk_past_session_free:
 * @session: (transfer full): a session
 */
void
unk_past_session_free (UnkPastSession *session)
{
  g_ptr_array_unref (session->steps);
  g_free (session->name);
  g_free (session->note);
  g_free (session);
}

/**
 * unk_past_session_add:
 * @session: a session that nobody else sees yet
 * @step: (transfer full): its next step
 * @done: whether it was done
 */
void
unk_past_session_add (UnkPastSession *session, UnkRoutineStep *step, gboolean done)
{
  UnkPastStep *past = g_new0 (UnkPastStep, 1);

  past->step = step;
  past->done = done;
  g_ptr_array_add (session->steps, past);
}

/**
 * unk_past_session_equal:
 * @a: a session
 * @b: another
 *
 * Returns: whether they are the same session, under whatever id: two can't begin at once
 */
gboolean
unk_past_session_equal (const UnkPastSession *a, const UnkPastSession *b)
{
  return a->began == b->began && a->ended == b->ended && g_str_equal (a->name, b->name) &&
         a->steps->len == b->steps->len;
}

/* Whether a step before this one was of the same muscle. */
static gboolean
is_listed (const UnkPastSession *session, guint n, const UnkRoutineStep *step)
{
  for (guint i = 0; i < n; i++)
    {
      const UnkPastStep *other = g_ptr_array_index (session->steps, i);

      if (other->done && other->step->side == step->side &&
          g_str_equal (other->step->muscle, step->muscle))
        return TRUE;
    }
  return FALSE;
}

/**
 * unk_past_session_list_muscles:
 * @session: a session
 * @atlas: the atlas
 *
 * Returns: (transfer full): the muscles that were cared for, each once, in the user's language
 */
char *
unk_past_session_list_muscles (const UnkPastSession *session, UnkAtlas *atlas)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < session->steps->len; i++)
    {
      const UnkPastStep *step = g_ptr_array_index (session->steps, i);
      const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, step->step->muscle, NULL);

      if (!step->done || is_listed (session, i, step->step))
        continue;
      g_string_append (list, list->len ? " · " : "");
      g_string_append_printf (list, _ ("%s, %s"),
                              muscle ? unk_text (muscle->name) : step->step->muscle,
                              unk_side_name (step->step->side));
    }
  return g_string_free (list, FALSE);
}
