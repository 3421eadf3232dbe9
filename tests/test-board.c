/* test-board.c: what the body shows for a question, and the decks that questions come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "unk-board.h"
#include "unk-decks.h"
#include "unk-store.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkQuiz *quiz;
  UnkBoard *board;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  g_assert_nonnull (f->atlas);
  f->quiz = unk_quiz_new (f->atlas);
  f->board = unk_board_new (f->atlas);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->board);
  g_assert_finalize_object (f->quiz);
  unk_atlas_unref (f->atlas);
}

/* Of every card of the atlas: before the answer the muscle is only shown where it is what is asked
 * about, and its points never are; afterwards both are. */
static void
nothing_gives_the_answer_away (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, NULL, NULL);

  g_assert_cmpuint (cards->len, >, 1000);
  for (guint i = 0; i < cards->len; i++)
    {
      const UnkQuizCard *card = g_ptr_array_index (cards, i);
      gboolean of_muscle = card->kind == UNK_QUIZ_LIT || card->kind == UNK_QUIZ_CROSS;
      const UnkPoint *point;
      gboolean crosses;

      unk_board_show (f->board, card, FALSE);
      g_assert_true ((unk_board_get_lit (f->board) != NULL) == of_muscle);
      g_assert_true ((unk_board_get_pattern (f->board, &point, &crosses) != NULL) ==
                     (card->kind == UNK_QUIZ_PATTERN));
      g_assert_false (crosses);
      unk_board_show (f->board, card, TRUE);
      g_assert_true (unk_board_get_lit (f->board) == card->muscle);
      g_assert_true (unk_board_get_pattern (f->board, &point, &crosses) == card->muscle);
      g_assert_true (crosses);
      g_assert_false (unk_board_is_open (f->board));
    }
}

static const UnkQuizCard *
find_kind (GPtrArray *cards, UnkQuizKind kind)
{
  for (guint i = 0; i < cards->len; i++)
    if (((const UnkQuizCard *) g_ptr_array_index (cards, i))->kind == kind)
      return g_ptr_array_index (cards, i);
  g_assert_not_reached ();
}

static void
a_pattern_is_painted_with_the_pen (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, "shoulder", NULL);
  g_autoptr (UnkMask) none = NULL, some = NULL;
  double x, y;

  unk_board_show (f->board, find_kind (cards, UNK_QUIZ_MARK), FALSE);
  g_assert_cmpint (unk_board_get_task (f->board), ==, UNK_BOARD_MARK);
  none = unk_board_dup_mask (f->board);
  g_assert_cmpuint (unk_mask_count (none), ==, 0);
  unk_board_press_pen (f->board);
  g_assert_cmpuint (unk_marks_get_n (unk_board_get_marks (f->board)), ==, 0);
  unk_board_move_pen (f->board, 10, -300);
  g_assert_true (unk_board_get_pen (f->board, &x, &y));
  unk_board_press_pen (f->board);
  some = unk_board_dup_mask (f->board);
  g_assert_true (unk_mask_has (some, x, y));
  g_assert_true (unk_board_undo_stroke (f->board));
  g_assert_false (unk_board_undo_stroke (f->board));
  /* The pen stays on the view. */
  unk_board_move_pen (f->board, -1e6, 1e6);
  unk_board_get_pen (f->board, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (y, ==, unk_board_get_view (f->board)->height);
}

static void
an_x_is_put_once (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, "shoulder", NULL);
  const UnkQuizCard *card = find_kind (cards, UNK_QUIZ_CROSS);
  double x, y;

  unk_board_show (f->board, card, FALSE);
  g_assert_false (unk_board_get_place (f->board, &x, &y));
  unk_board_set_place (f->board, 20, 30);
  unk_board_set_place (f->board, 40, 50);
  g_assert_true (unk_board_get_place (f->board, &x, &y));
  g_assert_cmpfloat (x, ==, 40);
  /* It stays beside the right one, and goes with the question. */
  unk_board_show (f->board, card, TRUE);
  g_assert_true (unk_board_get_place (f->board, &x, &y));
  unk_board_show (f->board, card, FALSE);
  g_assert_false (unk_board_get_place (f->board, &x, &y));
}

static void
on_ready (UnkDecks *decks G_GNUC_UNUSED, gpointer loop)
{
  g_main_loop_quit (loop);
}

static void
decks_hold_each_card_once (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const two[] = { "infraspinatus", "soleus", NULL };
  g_autoptr (UnkDecks) decks = unk_decks_new (f->atlas);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) cards = unk_quiz_list_cards (f->quiz, NULL, NULL);
  g_auto (GStrv) all = NULL, shoulder = NULL, picked = NULL;

  g_assert_false (unk_decks_is_ready (decks));
  g_signal_connect (decks, "ready", G_CALLBACK (on_ready), loop);
  unk_decks_load (decks);
  unk_decks_load (decks);
  g_main_loop_run (loop);
  all = unk_decks_dup_cards (decks, NULL, NULL);
  shoulder = unk_decks_dup_cards (decks, "shoulder", NULL);
  picked = unk_decks_dup_cards (decks, NULL, two);
  g_assert_cmpuint (g_strv_length (all), ==, cards->len);
  for (guint i = 0; all[i]; i++)
    g_assert_true (g_hash_table_add (seen, all[i]));
  g_assert_cmpuint (g_strv_length (shoulder), >, 50);
  g_assert_cmpuint (g_strv_length (picked), >, 4);
  for (guint i = 0; picked[i]; i++)
    g_assert_true (strstr (picked[i], "infraspinatus") || strstr (picked[i], "soleus"));
}

static void
decks_and_settings_are_kept (Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_dir_make_tmp ("unknot-decks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "unknot.db", NULL);
  g_autofree char *value = NULL;
  g_autoptr (UnkStore) store = unk_store_open (path, NULL);
  g_autoptr (UnkDeck) deck =
    unk_deck_new ("Desk", (const char *const[]){ "levator-scapulae", "infraspinatus", NULL });
  g_autoptr (GPtrArray) decks = NULL, fewer = NULL, again = NULL;
  g_autofree char *wal = g_strconcat (path, "-wal", NULL), *shm = g_strconcat (path, "-shm", NULL);
  gint64 id;

  g_assert_true (unk_store_save_deck (store, deck, NULL));
  g_assert_true (unk_store_set_setting (store, "pace", "7", NULL));
  g_assert_true (unk_store_set_setting (store, "pace", "8", NULL));
  unk_store_close (store);
  g_clear_object (&store);
  store = unk_store_open (path, NULL);
  decks = unk_store_load_decks (store, NULL);
  g_assert_cmpuint (decks->len, ==, 1);
  g_assert_cmpstr (((UnkDeck *) decks->pdata[0])->name, ==, "Desk");
  g_assert_cmpuint (g_strv_length (((UnkDeck *) decks->pdata[0])->muscles), ==, 2);
  value = unk_store_dup_setting (store, "pace");
  g_assert_cmpstr (value, ==, "8");
  g_assert_null (unk_store_dup_setting (store, "never-set"));
  /* A deck that is brought back keeps its id. */
  id = deck->id;
  g_assert_true (unk_store_delete_deck (store, id, NULL));
  fewer = unk_store_load_decks (store, NULL);
  g_assert_cmpuint (fewer->len, ==, 0);
  g_assert_true (unk_store_save_deck (store, deck, NULL));
  again = unk_store_load_decks (store, NULL);
  g_assert_cmpint (((UnkDeck *) again->pdata[0])->id, ==, id);
  unk_store_close (store);
  g_remove (wal);
  g_remove (shm);
  g_remove (path);
  g_rmdir (folder);
}

#define ADD(path, test) g_test_add ("/board/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-gives-the-answer-away", nothing_gives_the_answer_away);
  ADD ("a-pattern-is-painted-with-the-pen", a_pattern_is_painted_with_the_pen);
  ADD ("an-x-is-put-once", an_x_is_put_once);
  ADD ("decks-hold-each-card-once", decks_hold_each_card_once);
  ADD ("decks-and-settings-are-kept", decks_and_settings_are_kept);
  return g_test_run ();
}
