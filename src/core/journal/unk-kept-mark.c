/* unk-kept-mark.c: a mark as it is kept, whether the atlas knows its place or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-kept-mark.h"

#include <string.h>

static const char *const kind_ids[UNK_N_KEPT_KINDS] = { "stroke", "eraser", "area" };

/**
 * unk_kept_mark_new:
 * @kind: what it is
 * @name: the id of its view, or of the area
 * @side: its side
 * @radius: of a stroke, in millimeters
 * @dots: (transfer full) (nullable) (element-type UnkDot): of a stroke; at least one
 *
 * Returns: (transfer full): the mark
 */
UnkKeptMark *
unk_kept_mark_new (UnkKeptKind kind, const char *name, UnkSide side, double radius, GArray *dots)
{
  UnkKeptMark *mark = g_new0 (UnkKeptMark, 1);

  mark->kind = kind;
  mark->name = g_strdup (name);
  mark->side = side;
  mark->radius = radius;
  mark->dots = dots;
  return mark;
}

/**
 * unk_kept_mark_new_from_mark:
 * @mark: a mark
 *
 * Returns: (transfer full): the same, as it is kept
 */
UnkKeptMark *
unk_kept_mark_new_from_mark (const UnkMark *mark)
{
  if (mark->area)
    return unk_kept_mark_new (UNK_KEPT_AREA, mark->area->id, mark->side, 0, NULL);
  return unk_kept_mark_new (mark->erases ? UNK_KEPT_ERASER : UNK_KEPT_STROKE, mark->view->id,
                            mark->side, mark->radius, g_array_copy (mark->dots));
}

/**
 * unk_kept_mark_copy:
 * @mark: a mark
 *
 * Returns: (transfer full): a copy
 */
UnkKeptMark *
unk_kept_mark_copy (const UnkKeptMark *mark)
{
  return unk_kept_mark_new (mark->kind, mark->name, mark->side, mark->radius,
                            mark->dots ? g_array_ref (mark->dots) : NULL);
}

/**
 * unk_kept_mark_free:
 * @mark: (transfer full): a mark
 */
void
unk_kept_mark_free (UnkKeptMark *mark)
{
  g_clear_pointer (&mark->dots, g_array_unref);
  g_free (mark->name);
  g_free (mark);
}

/**
 * unk_kept_mark_equal:
 * @a: a mark
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
unk_kept_mark_equal (const UnkKeptMark *a, const UnkKeptMark *b)
{
  guint n = a->dots ? a->dots->len : 0;

  return a->kind == b->kind && a->side == b->side && g_str_equal (a->name, b->name) &&
         (float) a->radius == (float) b->radius && n == (b->dots ? b->dots->len : 0) &&
         (!n || !memcmp (a->dots->data, b->dots->data, n * sizeof (UnkDot)));
}

/**
 * unk_kept_mark_make_mark:
 * @mark: a mark
 * @atlas: the atlas
 *
 * Returns: (transfer full) (nullable): the mark, or %NULL where the atlas doesn't know its view or
 *   area
 */
UnkMark *
unk_kept_mark_make_mark (const UnkKeptMark *mark, UnkAtlas *atlas)
{
  const UnkArea *area;
  const UnkView *view;
  const UnkDot *dots;
  UnkMark *made;

  if (mark->kind == UNK_KEPT_AREA)
    {
      area = unk_atlas_find_area (atlas, mark->name, NULL);
      return area ? unk_mark_new_area (area, mark->side) : NULL;
    }
  view = unk_atlas_find_view (atlas, mark->name, NULL);
  if (!view)
    return NULL;
  dots = (const UnkDot *) (gpointer) mark->dots->data;
  made =
    unk_mark_new_stroke (view, dots[0].x, dots[0].y, mark->radius, mark->kind == UNK_KEPT_ERASER);
  g_array_append_vals (made->dots, dots + 1, mark->dots->len - 1);
  return made;
}

/**
 * unk_kept_kind_id:
 * @kind: a kind
 *
 * Returns: "stroke", "eraser" or "area"
 */
const char *
unk_kept_kind_id (UnkKeptKind kind)
{
  return kind_ids[kind];
}

/**
 * unk_kept_kind_parse:
 * @id: an id as unk_kept_kind_id() gives
 * @kind: (out): what it names
 *
 * Returns: whether @id names a kind
 */
gboolean
unk_kept_kind_parse (const char *id, UnkKeptKind *kind)
{
  for (int i = 0; i < UNK_N_KEPT_KINDS; i++)
    if (g_str_equal (kind_ids[i], id))
      {
        *kind = (UnkKeptKind) i;
        return TRUE;
      }
  return FALSE;
}
