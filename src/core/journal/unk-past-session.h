/* unk-past-session.h: a session of care that is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-routine.h"

G_BEGIN_DECLS

typedef struct
{
  UnkRoutineStep *step;
  gboolean done; /* or it was left out */
} UnkPastStep;

/**
 * UnkPastSession:
 * What was done, when, and how it was before and after.
 */
typedef struct
{
  gint64 id; /* of the store; 0 where it was never kept */
  gint64 routine;
  char *name;
  gint64 began, ended; /* seconds since 1970 */
  int before, after;   /* from 0 to 10; -1 where nothing was said */
  char *note;
  GPtrArray *steps; /* UnkPastStep */
} UnkPastSession;

UnkPastSession *unk_past_session_new (const char *name, gint64 began, gint64 ended);
UnkPastSession *unk_past_session_copy (const UnkPastSession *session);
void unk_past_session_free (UnkPastSession *session);
void unk_past_session_add (UnkPastSession *session, UnkRoutineStep *step, gboolean done);
gboolean unk_past_session_equal (const UnkPastSession *a, const UnkPastSession *b);
char *unk_past_session_list_muscles (const UnkPastSession *session, UnkAtlas *atlas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkPastSession, unk_past_session_free)

G_END_DECLS
