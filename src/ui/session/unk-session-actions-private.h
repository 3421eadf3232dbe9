/* unk-session-actions-private.h: the commands of a session, from inside
 *
 * unk-session-actions.c leads through one; -start.c begins it and takes it up again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-session-actions.h"
#include "unk-session-cues.h"

G_BEGIN_DECLS

struct _UnkSessionActions
{
  GObject parent_instance;

  GtkApplication *application; /* owns us */
  GActionMap *map;             /* the same */
  UnkScene *scene;
  UnkKeeper *keeper;
  UnkPages *pages;
  UnkRoutineActions *routines;
  UnkJournalActions *journal;
  UnkSessionCues *cues;
  UnkSession *session; /* (nullable): the one that isn't over */
  GPtrArray *left_out; /* texts: what of the routine was left out for safety */
  GPtrArray *careful;  /* UnkContraindication: what asks for care in the rest */
  gboolean looked;     /* it was looked in the file for one */
  guint tick_id, save_id, cookie;
  double saved;    /* where it stood when it was kept */
  gboolean failed; /* it couldn't be kept, and that was said */
};

void unk_session_actions_tell (UnkSessionActions *self);
void unk_session_actions_emit_changed (UnkSessionActions *self);
void unk_session_actions_forget (UnkSessionActions *self);
gboolean unk_session_actions_move_to_journal (UnkSessionActions *self);

void unk_session_actions_add_start (UnkSessionActions *self);

G_END_DECLS
