/* unk-session.h: a routine while it is being done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-past-session.h"

G_BEGIN_DECLS

/* What "longer" adds to each repetition that is still to come, in seconds. */
#define UNK_SESSION_LONGER 10
/* A clock that jumps so far was asleep, and so was the user: the session pauses. In seconds. */
#define UNK_SESSION_JUMP 10
/* A slow breath, in seconds: some six a minute, at which most people grow calm. */
#define UNK_SESSION_BREATH_IN 4.0
#define UNK_SESSION_BREATH_OUT 6.0
/* Whoever goes back later than this comes to the begin of the same step, as in any player. */
#define UNK_SESSION_BACK 5

typedef enum
{
  UNK_SESSION_BEFORE, /* what is to be known and said before */
  UNK_SESSION_PLACE,  /* the place is looked for, the tool is fetched */
  UNK_SESSION_HOLD,   /* a repetition */
  UNK_SESSION_REST,   /* a breath after it */
  UNK_SESSION_AFTER,  /* all steps are behind */
} UnkSessionPhase;

typedef enum
{
  UNK_STEP_OPEN,
  UNK_STEP_DONE,
  UNK_STEP_SKIPPED,
} UnkStepState;

#define UNK_N_STEP_STATES 3

typedef struct
{
  UnkRoutineStep *step; /* the session's own: it may be made longer */
  UnkStepState state;
} UnkSessionStep;

/**
 * UnkSession:
 * A routine that is being done. The clock is passed in; nothing happens by itself.
 */
typedef struct
{
  gint64 id;      /* of the store; 0 where it was never kept */
  gint64 routine; /* its id; 0 where it was never saved */
  char *name;
  gint64 began;     /* seconds since 1970 */
  GPtrArray *steps; /* UnkSessionStep */
  guint position;   /* the step that it has come to; the number of steps where all are behind */
  double elapsed;   /* seconds of that step */
  gboolean begun;   /* what comes before is behind */
  gboolean running;
  gint64 ticked;     /* the clock at the last tick, in microseconds; 0 for none since it ran */
  int before, after; /* from 0 to 10; -1 where nothing was said */
  char *note;
} UnkSession;

typedef enum
{
  UNK_BREATH_FREE, /* as one likes */
  UNK_BREATH_IN,
  UNK_BREATH_OUT,
} UnkBreath;

/* What is to be done now. */
typedef struct
{
  UnkSessionPhase phase;
  const UnkSessionStep *step; /* (nullable): before and after */
  int repetition;             /* from 0 */
  double left, length;        /* of the phase, in seconds */
  gboolean other_side;        /* the step before was the same, on the other side */
} UnkSessionMoment;

UnkSession *unk_session_new (const UnkRoutine *routine, gint64 began);
UnkSession *unk_session_new_safe (const UnkRoutine *routine, UnkAtlas *atlas, UnkMarks *marks,
                                  UnkAnswers *answers, gint64 began, GPtrArray *left_out,
                                  GPtrArray *careful);
void unk_session_free (UnkSession *session);
void unk_session_add (UnkSession *session, UnkRoutineStep *step, UnkStepState state);

UnkSessionMoment unk_session_get_moment (const UnkSession *session);
UnkBreath unk_session_moment_get_breath (const UnkSessionMoment *moment, double *share);
double unk_session_count_left (const UnkSession *session);
double unk_session_get_share (const UnkSession *session);

void unk_session_set_running (UnkSession *session, gboolean running);
gboolean unk_session_tick (UnkSession *session, gint64 now);
void unk_session_skip (UnkSession *session);
void unk_session_back (UnkSession *session);
void unk_session_make_longer (UnkSession *session);
UnkPastSession *unk_session_end (const UnkSession *session, gint64 ended);

const char *unk_step_state_id (UnkStepState state);
gboolean unk_step_state_parse (const char *id, UnkStepState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkSession, unk_session_free)

G_END_DECLS
