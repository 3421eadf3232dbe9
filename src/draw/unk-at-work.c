/* unk-at-work.c: whether a thread draws
 *
 * When a program ends, its libraries take down what they need for drawing. A thread that is at it
 * then falls over nothing, so the end waits for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-at-work.h"

static GRWLock working;

/**
 * unk_at_work_begin:
 *
 * Says that this thread draws, or writes a sheet. Waits for good where the program ends.
 */
void
unk_at_work_begin (void)
{
  g_rw_lock_reader_lock (&working);
}

/**
 * unk_at_work_end:
 *
 * Says that it is done: as often as unk_at_work_begin() was called.
 */
void
unk_at_work_end (void)
{
  g_rw_lock_reader_unlock (&working);
}

/**
 * unk_at_work_stop:
 *
 * Waits until no thread draws, and lets none begin. For the very end of the program.
 */
void
unk_at_work_stop (void)
{
  g_rw_lock_writer_lock (&working);
}
