/* unk-store-writer.c: writes to a user's file until it is killed, and says what is kept
 *
 * Each line that it prints was confirmed by the store before: "entry N", "routine N" and "gone N"
 * for a routine that was deleted. An entry has its number as its note and N % 10 as its intensity;
 * a routine is called by its number and has STEPS steps. tests/store/test_kill.py reads what is
 * there afterwards.
 *
 * usage: unk-store-writer FILE FIRST
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "unk-store.h"

#define STEPS 5
/* So many routines are there before the oldest is deleted. */
#define ROUTINES 3

static void
give_up (GError *error)
{
  fprintf (stderr, "unk-store-writer: %s\n", error->message);
  exit (1);
}

static void
say (const char *what, int n)
{
  printf ("%s %d\n", what, n);
  fflush (stdout);
}

static void
write_entry (UnkStore *store, int n)
{
  g_autoptr (UnkJournalChange) change = unk_journal_change_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *note = g_strdup_printf ("%d", n);
  UnkEntry *entry = unk_entry_new (1000 + n, n % 10, UNK_PAIN_ACHE, note);

  g_ptr_array_add (entry->marks,
                   unk_kept_mark_new (UNK_KEPT_AREA, "temple", UNK_SIDE_LEFT, 0, NULL));
  g_ptr_array_add (change->entries_in, entry);
  if (!unk_store_change_journal (store, change, &error))
    give_up (error);
  say ("entry", n);
}

static gint64
write_routine (UnkStore *store, int n)
{
  g_autofree char *name = g_strdup_printf ("%d", n);
  g_autoptr (UnkRoutine) routine = unk_routine_new (name);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < STEPS; i++)
    g_ptr_array_add (routine->steps,
                     unk_routine_step_new ("masseter-superficial", UNK_SIDE_RIGHT, "compression",
                                           "ischemic-compression", 0, "", 30 + i, 2));
  if (!unk_store_save_routine (store, routine, &error))
    give_up (error);
  say ("routine", n);
  return routine->id;
}

int
main (int argc, char **argv)
{
  gint64 ids[ROUTINES] = { 0 };
  g_autoptr (GError) error = NULL;
  UnkStore *store;

  if (argc != 3)
    return 2;
  store = unk_store_open (argv[1], &error);
  if (!store)
    give_up (error);
  for (int n = 0, first = atoi (argv[2]);; n++)
    {
      gint64 *id = &ids[n % ROUTINES];

      write_entry (store, first + n);
      if (*id && !unk_store_delete_routine (store, *id, &error))
        give_up (error);
      if (*id)
        say ("gone", first + n - ROUTINES);
      *id = write_routine (store, first + n);
    }
}
