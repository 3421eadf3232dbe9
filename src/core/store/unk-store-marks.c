/* unk-store-marks.c: marks and answers, kept and brought back
 *
 * A mark whose area or view the atlas doesn't know (any more) stays in the file: its place gets a
 * negative position, and it comes back as soon as an atlas knows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-store-private.h"

static const char *
mark_kind (const UnkMark *mark)
{
  return mark->area ? "area" : mark->erases ? "eraser" : "stroke";
}

static gboolean
save_mark (UnkStore *self, UnkStatement *insert, gint64 place, int position, const UnkMark *mark,
           GError **error)
{
  sqlite3_bind_int64 (insert, 1, place);
  sqlite3_bind_int (insert, 2, position);
  unk_store_bind (insert, 3, mark_kind (mark));
  unk_store_bind (insert, 4, mark->area ? mark->area->id : mark->view->id);
  unk_store_bind (insert, 5, unk_side_id (mark->side));
  if (mark->dots)
    {
      sqlite3_bind_double (insert, 6, mark->radius);
      unk_store_bind_dots (insert, 7, mark->dots);
    }
  return unk_store_finish (self, insert, error);
}

static gboolean
save_places (UnkStore *self, UnkMarks *marks, GError **error)
{
  g_autoptr (UnkStatement) place = unk_store_prepare (
    self, "INSERT INTO place (position, kind, intensity) VALUES (?, ?, ?)", error);
  g_autoptr (UnkStatement) mark =
    unk_store_prepare (self,
                       "INSERT INTO mark (place, position, kind, name, side, radius, dots)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)",
                       error);

  if (!place || !mark || !unk_store_run (self, "DELETE FROM place WHERE position >= 0", error))
    return FALSE;
  for (guint i = 0; i < unk_marks_get_n_places (marks); i++)
    {
      const UnkPain *pain = unk_marks_get_place (marks, i);
      gint64 id;

      sqlite3_bind_int (place, 1, (int) i);
      unk_store_bind (place, 2, unk_pain_kind_id (pain->kind));
      sqlite3_bind_int (place, 3, pain->intensity);
      if (!unk_store_finish (self, place, error))
        return FALSE;
      id = sqlite3_last_insert_rowid (self->db);
      for (guint k = 0; k < pain->marks->len; k++)
        if (!save_mark (self, mark, id, (int) k, g_ptr_array_index (pain->marks, k), error))
          return FALSE;
    }
  return TRUE;
}

/**
 * unk_store_save_marks:
 * @self: a store
 * @marks: what hurts
 * @error: return location for a #GError
 *
 * Keeps the places as they are now, instead of those kept before. What couldn't be brought back by
 * unk_store_load_marks() stays.
 *
 * Returns: whether they were kept
 */
gboolean
unk_store_save_marks (UnkStore *self, UnkMarks *marks, GError **error)
{
  return unk_store_run (self, "BEGIN IMMEDIATE", error) &&
         unk_store_end (self, save_places (self, marks, error), error);
}

/* %NULL where the bytes can't be a stroke. */
static UnkMark *
read_stroke (UnkStatement *row, const UnkView *view, gboolean erases)
{
  g_autoptr (GArray) dots = unk_store_get_dots (row, 6);
  double radius = sqlite3_column_double (row, 5);
  const UnkDot *first;
  UnkMark *mark;

  if (!dots || !(radius >= UNK_MARK_RADIUS_MIN) || !(radius <= UNK_MARK_RADIUS_MAX))
    return NULL;
  first = (const UnkDot *) (gpointer) dots->data;
  mark = unk_mark_new_stroke (view, first->x, first->y, radius, erases);
  g_array_append_vals (mark->dots, first + 1, dots->len - 1);
  return mark;
}

static UnkMark *
read_mark (UnkStatement *row, UnkAtlas *atlas)
{
  const char *kind = unk_store_get_text (row, 2), *name = unk_store_get_text (row, 3);
  const UnkArea *area;
  const UnkView *view;
  UnkSide side;

  if (g_str_equal (kind, "area"))
    {
      area = unk_atlas_find_area (atlas, name, NULL);
      unk_side_parse (unk_store_get_text (row, 4), &side);
      return area ? unk_mark_new_area (area, side) : NULL;
    }
  view = unk_atlas_find_view (atlas, name, NULL);
  return view ? read_stroke (row, view, g_str_equal (kind, "eraser")) : NULL;
}

/* What is read of one place. */
typedef struct
{
  UnkPain *pain; /* (nullable): none of its marks is known */
  gboolean all;  /* whether all of them are */
} Read;

static gboolean
read_place (UnkStore *self, gint64 id, UnkPainKind kind, int intensity, UnkAtlas *atlas,
            GStrvBuilder *lost, Read *read, GError **error)
{
  g_autoptr (UnkStatement) rows =
    unk_store_prepare (self,
                       "SELECT id, place, kind, name, side, radius, dots FROM mark WHERE place = ?"
                       " ORDER BY position, id",
                       error);
  gboolean more, well;

  *read = (Read){ NULL, TRUE };
  if (!rows)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, id);
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      g_autoptr (UnkMark) mark = read_mark (rows, atlas);

      if (!mark)
        {
          read->all = FALSE;
          g_strv_builder_add (lost, unk_store_get_text (rows, 3));
        }
      else if (read->pain)
        {
          g_autoptr (UnkPain) before = read->pain;

          read->pain = unk_pain_new_with_mark (atlas, before, mark);
        }
      else if (!mark->erases)
        read->pain = unk_pain_new (atlas, mark);
    }
  if (read->pain)
    {
      g_autoptr (UnkPain) before = read->pain;

      read->pain = unk_pain_new_rated (before, kind, intensity);
    }
  return well;
}

/* A place that isn't known whole is kept under a negative position; one that is, is a place again.
 */
static gboolean
keep_for_later (UnkStore *self, gint64 id, gboolean later, int position, GError **error)
{
  g_autoptr (UnkStatement) update =
    unk_store_prepare (self, "UPDATE place SET position = ? WHERE id = ?", error);

  if (!update)
    return FALSE;
  sqlite3_bind_int (update, 1, later ? -1 : position);
  sqlite3_bind_int64 (update, 2, id);
  return unk_store_finish (self, update, error);
}

static gboolean
load_places (UnkStore *self, UnkAtlas *atlas, GPtrArray *places, GStrvBuilder *lost, GError **error)
{
  g_autoptr (UnkStatement) rows = unk_store_prepare (
    self, "SELECT id, position, kind, intensity FROM place ORDER BY position < 0, position, id",
    error);
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean more, well;

  if (!rows)
    return FALSE;
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      gint64 id = sqlite3_column_int64 (rows, 0);
      UnkPainKind kind = UNK_PAIN_ACHE;
      Read read;

      unk_pain_kind_parse (unk_store_get_text (rows, 2), &kind);
      if (!read_place (self, id, kind, sqlite3_column_int (rows, 3), atlas, lost, &read, error))
        return FALSE;
      if (!read.all)
        g_array_append_val (later, id);
      else if (sqlite3_column_int (rows, 1) < 0 &&
               !keep_for_later (self, id, FALSE, G_MAXINT / 2, error))
        return FALSE;
      if (read.pain && !unk_pain_is_empty (read.pain))
        g_ptr_array_add (places, read.pain);
      else
        g_clear_pointer (&read.pain, unk_pain_unref);
    }
  if (!well)
    return FALSE;
  g_clear_pointer (&rows, unk_statement_free);
  for (guint i = 0; i < later->len; i++)
    if (!keep_for_later (self, g_array_index (later, gint64, i), TRUE, 0, error))
      return FALSE;
  return TRUE;
}

/**
 * unk_store_load_marks:
 * @self: a store
 * @marks: where to put what was kept, instead of what is there
 * @lost: (out) (optional) (transfer full): the ids of areas and views that the atlas doesn't know;
 * their marks stay in the file and come back with an atlas that does
 * @error: return location for a #GError
 *
 * Returns: whether they could be read; where not, @marks are as they were
 */
gboolean
unk_store_load_marks (UnkStore *self, UnkMarks *marks, char ***lost, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) unk_pain_unref);
  g_autoptr (GStrvBuilder) unknown = g_strv_builder_new ();

  if (!unk_store_run (self, "BEGIN IMMEDIATE", error) ||
      !unk_store_end (self, load_places (self, unk_marks_get_atlas (marks), places, unknown, error),
                      error))
    return FALSE;
  unk_marks_restore (marks, places);
  if (lost)
    *lost = g_strv_builder_end (unknown);
  return TRUE;
}

typedef struct
{
  UnkStore *store;
  UnkStatement *insert;
  GError **error;
  gboolean well;
} Saving;

static void
save_answer (UnkAsked asked, const char *id, UnkAnswer answer, const char *where, gpointer data)
{
  Saving *s = data;

  if (!s->well)
    return;
  unk_store_bind (s->insert, 1, unk_asked_id (asked));
  unk_store_bind (s->insert, 2, id);
  unk_store_bind (s->insert, 3, unk_answer_id (answer));
  unk_store_bind (s->insert, 4, where);
  s->well = unk_store_finish (s->store, s->insert, s->error);
}

static gboolean
save_answers (UnkStore *self, UnkAnswers *answers, GError **error)
{
  g_autoptr (UnkStatement) insert = unk_store_prepare (
    self, "INSERT OR REPLACE INTO answer (asked, id, answer, areas) VALUES (?, ?, ?, ?)", error);
  Saving s = { self, insert, error, insert != NULL };

  if (!insert || !unk_store_run (self,
                                 "DELETE FROM answer"
                                 " WHERE asked IN ('clue', 'red-flag', 'contraindication')"
                                 " AND answer IN ('no', 'yes', 'cleared')",
                                 error))
    return FALSE;
  unk_answers_foreach (answers, save_answer, &s);
  return s.well;
}

/**
 * unk_store_save_answers:
 * @self: a store
 * @answers: what was said
 * @error: return location for a #GError
 *
 * Keeps the answers as they are now, instead of those kept before.
 *
 * Returns: whether they were kept
 */
gboolean
unk_store_save_answers (UnkStore *self, UnkAnswers *answers, GError **error)
{
  return unk_store_run (self, "BEGIN IMMEDIATE", error) &&
         unk_store_end (self, save_answers (self, answers, error), error);
}

/**
 * unk_store_load_answers:
 * @self: a store
 * @answers: where to put what was kept, instead of what is there
 * @error: return location for a #GError
 *
 * Returns: whether they could be read
 */
gboolean
unk_store_load_answers (UnkStore *self, UnkAnswers *answers, GError **error)
{
  g_autoptr (UnkStatement) rows = unk_store_prepare (
    self, "SELECT asked, id, answer, areas FROM answer ORDER BY asked, id", error);
  gboolean more, well;

  if (!rows)
    return FALSE;
  for (UnkAsked asked = 0; asked < UNK_N_ASKED; asked++)
    unk_answers_clear (answers, asked);
  while ((well = unk_store_next (self, rows, &more, error)) && more)
    {
      UnkAsked asked;
      UnkAnswer answer;

      if (unk_asked_parse (unk_store_get_text (rows, 0), &asked) &&
          unk_answer_parse (unk_store_get_text (rows, 2), &answer))
        unk_answers_set_at (answers, asked, unk_store_get_text (rows, 1), answer,
                            unk_store_get_text (rows, 3));
    }
  return well;
}
