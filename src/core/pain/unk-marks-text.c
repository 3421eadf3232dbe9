/* unk-marks-text.c: marks as a command line or an action writes them
 *
 * All of a text is read before anything is marked, so that a fault at its end marks nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "unk-marks.h"

/* One thing to mark: an area with its sides, or a spot. */
typedef struct
{
  const UnkArea *area;
  const UnkView *view;
  double x, y, radius;
  gboolean sides[UNK_SIDES];
} Wanted;

static gboolean
refuse_place (GError **error, const char *text)
{
  g_set_error (error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_SYNTAX,
               _ ("“%s” is not a place; write VIEW:X,Y or VIEW:X,Y:RADIUS in millimeters, such "
                  "as front:250,330:12"),
               text);
  return FALSE;
}

static gboolean
read_sides (const char *side, gboolean sides[UNK_SIDES], GError **error)
{
  sides[UNK_SIDE_RIGHT] = !side || g_str_equal (side, "right") || g_str_equal (side, "both");
  sides[UNK_SIDE_LEFT] = side && (g_str_equal (side, "left") || g_str_equal (side, "both"));
  if (sides[UNK_SIDE_RIGHT] || sides[UNK_SIDE_LEFT])
    return TRUE;
  g_set_error (error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_SYNTAX,
               _ ("“%s” is not a side; it is right, left or both"), side);
  return FALSE;
}

static gboolean
read_number (const char *text, double *number)
{
  char *end;

  if (!text || !*text)
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return !*end && isfinite (*number);
}

static gboolean
touches_body (const Wanted *w)
{
  g_autoptr (UnkMask) mask = NULL;

  if (w->x < -w->radius || w->y < -w->radius || w->x > w->view->width + w->radius ||
      w->y > w->view->height + w->radius)
    return FALSE;
  mask = unk_mask_new (w->view->width, w->view->height);
  unk_mask_add_disc (mask, w->x, w->y, w->radius);
  return unk_mask_count_common (mask, &w->view->skin_mask) > 0;
}

/* VIEW:X,Y or VIEW:X,Y:RADIUS */
static gboolean
read_place (UnkAtlas *atlas, const char *text, Wanted *w, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  g_auto (GStrv) xy = g_strsplit (parts[1], ",", 2);

  w->view = unk_atlas_find_view (atlas, parts[0], error);
  w->radius = UNK_MARK_RADIUS;
  if (!w->view)
    return FALSE;
  if (!read_number (xy[0], &w->x) || !read_number (xy[0] ? xy[1] : NULL, &w->y) ||
      (parts[2] && !read_number (parts[2], &w->radius)))
    return refuse_place (error, text);
  if (w->radius < UNK_MARK_RADIUS_MIN || w->radius > UNK_MARK_RADIUS_MAX)
    {
      g_set_error (error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_SYNTAX,
                   _ ("The radius in “%s” must be from %g to %g millimeters"), text,
                   UNK_MARK_RADIUS_MIN, UNK_MARK_RADIUS_MAX);
      return FALSE;
    }
  if (touches_body (w))
    return TRUE;
  g_set_error (
    error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_OUTSIDE,
    _ ("The place “%s” is outside the body; the view “%s” is %g by %g millimeters large"), text,
    w->view->id, w->view->width, w->view->height);
  return FALSE;
}

/* AREA or AREA:SIDE */
static gboolean
read_area (UnkAtlas *atlas, const char *text, const char *side, Wanted *w, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *id = colon ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);

  w->area = unk_atlas_find_area (atlas, id, error);
  return w->area && read_sides (colon ? colon + 1 : side, w->sides, error);
}

/* A view may be called as an area is; then it is the area only with a side behind it. */
static gboolean
is_area (UnkAtlas *atlas, const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *id = colon ? g_strndup (text, (gsize) (colon - text)) : NULL;

  return !colon || g_str_equal (colon, ":right") || g_str_equal (colon, ":left") ||
         g_str_equal (colon, ":both") ||
         (unk_atlas_find_area (atlas, id, NULL) && !unk_atlas_find_view (atlas, id, NULL));
}

/* Reads one thing, which for a place are two of the pieces between commas; %NULL at a fault. */
static char **
read_one (UnkAtlas *atlas, char **pieces, const char *side, Wanted *w, GError **error)
{
  g_autofree char *text = NULL;

  if (is_area (atlas, pieces[0]))
    return read_area (atlas, g_strstrip (pieces[0]), side, w, error) ? pieces + 1 : NULL;
  text = pieces[1] ? g_strconcat (pieces[0], ",", pieces[1], NULL) : g_strdup (pieces[0]);
  if (!read_place (atlas, g_strstrip (text), w, error))
    return NULL;
  return pieces + 2;
}

static void
mark (UnkMarks *self, const Wanted *w)
{
  if (!w->area)
    unk_marks_begin_stroke (self, w->view, w->x, w->y, w->radius);
  for (UnkSide side = UNK_SIDE_RIGHT; w->area && side < UNK_SIDES; side++)
    if (w->sides[side])
      unk_marks_add_area (self, w->area, side);
}

/**
 * unk_marks_add_text:
 * @self: the marks
 * @text: what to mark, separated by commas: areas "AREA" or "AREA:SIDE", and places
 * "VIEW:X,Y[:RADIUS]"
 * @side: (nullable): "right", "left" or "both", for areas that don't say their own; the right where
 * %NULL. A place has the side on which it lies
 * @error: return location for a #GError
 *
 * Marks what a command line or an action says.
 *
 * Returns: %FALSE, with nothing marked and an error that names what is wrong and what would be
 * right
 */
gboolean
unk_marks_add_text (UnkMarks *self, const char *text, const char *side, GError **error)
{
  UnkAtlas *atlas = unk_marks_get_atlas (self);
  g_auto (GStrv) pieces = g_strsplit (text, ",", -1);
  g_autoptr (GArray) wanted = g_array_new (FALSE, TRUE, sizeof (Wanted));
  gboolean sides[UNK_SIDES];

  if (!read_sides (side, sides, error))
    return FALSE;
  if (!pieces[0])
    {
      g_set_error_literal (error, UNK_MARKS_ERROR, UNK_MARKS_ERROR_SYNTAX,
                           _ ("Nothing is marked; name an area or a place, such as "
                              "front-of-shoulder or front:250,330"));
      return FALSE;
    }
  for (char **piece = pieces; *piece;)
    {
      Wanted w = { 0 };

      piece = read_one (atlas, piece, side, &w, error);
      if (!piece)
        return FALSE;
      g_array_append_val (wanted, w);
    }
  for (guint i = 0; i < wanted->len; i++)
    mark (self, &g_array_index (wanted, Wanted, i));
  return TRUE;
}
