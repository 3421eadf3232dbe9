/* unk-composite.c: a view's SVG as the program draws it
 *
 * The figure is drawn as its right half; what the program renders has both, and nothing of the
 * editor's. Each left copy stands right behind its original, so that what covers what stays the
 * same near the midline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-composite.h"

#include <string.h>

#include "unk-atlas-format.h"
#include "unk-covered.h"
#include "unk-element.h"
#include "unk-outline.h"
#include "unk-svg.h"

/* How far a half reaches over the midline, and beyond the rim of the view, in millimeters. */
#define OVER_MIDDLE 0.15
#define OVER_RIM 10.0

typedef struct
{
  const UnkFigureView *view;
  GString *svg;
  GHashTable *covered; /* of unk_covered_find() */
} Writer;

static void
put_attribute (GString *svg, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (svg, " %s=\"%s\"", name, escaped);
}

static void
copy_attribute (GString *svg, const xmlNode *element, const char *name)
{
  g_autofree char *value = unk_element_dup_attribute (element, name);

  if (value)
    put_attribute (svg, name, value);
}

/* Path data without the white space that only people need. */
static char *
squeeze (const char *d)
{
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = d; *p; p++)
    {
      if (strchr (" \t\r\n", *p))
        {
          gap = TRUE;
          continue;
        }
      if (gap && out->len && !g_ascii_isalpha (*p) && !strchr (",-", *p) &&
          !g_ascii_isalpha (out->str[out->len - 1]) && out->str[out->len - 1] != ',')
        g_string_append_c (out, ' ');
      g_string_append_c (out, *p);
      gap = FALSE;
    }
  return g_string_free (out, FALSE);
}

static void
put_transform (Writer *w)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.8g", w->view->width);
  g_string_append_printf (w->svg, " transform=\"matrix(-1 0 0 1 %s 0)\"", width);
}

/* The outline of a closed path that runs past the midline; NULL for all others. */
static GArray *
new_middle_outline (const Writer *w, const xmlNode *path)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *d = unk_element_dup_attribute (path, "d");
  double middle = w->view->width / 2 * UNK_FORMAT_UNITS_PER_MM;
  UnkBox box;

  if (!w->view->kind->mirrored || !unk_path_parse_svg (d ? d : "", outline, NULL) ||
      !unk_outline_is_closed (unk_outline_path (outline)))
    return NULL;
  box = unk_path_box (unk_outline_path (outline));
  return box.x < middle && box.x + box.width > middle ? g_steal_pointer (&outline) : NULL;
}

static void
put_piece (Writer *w, const char *class, gboolean left, const char *d)
{
  g_string_append (w->svg, "<path");
  put_attribute (w->svg, "class", class);
  if (left)
    put_transform (w);
  put_attribute (w->svg, "d", d);
  g_string_append (w->svg, "/>");
}

/* Lines that are covered at some depths and lines that aren't go into paths of their own. */
static void
put_lines (Writer *w, const xmlNode *path, const char *class, const GArray *depths, guint wanted)
{
  g_autofree char *d = unk_element_dup_attribute (path, "d"), *kept = NULL;
  g_autofree char *under = unk_covered_dup_classes (wanted);
  g_autofree char *full_class = g_strconcat (class, under, NULL);
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint32));
  UnkPath rest;

  if (!d || !unk_path_parse_svg (d, outline, NULL))
    return;
  rest = unk_outline_path (outline);
  for (guint i = 0; rest.length; i++)
    {
      UnkPath piece = unk_outline_take_subpath (&rest);

      if (g_array_index (depths, guint, i) == wanted)
        g_array_append_vals (chosen, piece.data, (guint) piece.length);
    }
  kept = unk_outline_to_svg (unk_outline_path (chosen));
  put_piece (w, full_class, FALSE, kept);
}

static gboolean
is_first (const GArray *depths, guint i)
{
  for (guint k = 0; k < i; k++)
    if (g_array_index (depths, guint, k) == g_array_index (depths, guint, i))
      return FALSE;
  return TRUE;
}

static void
put_path (Writer *w, const xmlNode *path, const char *more_class, gboolean left)
{
  const GArray *depths = g_hash_table_lookup (w->covered, path);
  g_autofree char *class = unk_element_dup_attribute (path, "class");
  g_autofree char *d = unk_element_dup_attribute (path, "d");
  g_autofree char *small = squeeze (d ? d : "");
  g_autofree char *under =
    unk_covered_dup_classes (depths && depths->len ? g_array_index (depths, guint, 0) : 0);
  g_autofree char *own_class = g_strconcat (class, more_class, NULL);
  g_autofree char *full_class = g_strconcat (own_class, under, NULL);
  gboolean mixed = FALSE;

  for (guint i = 1; depths && i < depths->len; i++)
    mixed |= is_first (depths, i);
  if (!mixed)
    put_piece (w, full_class, left, small);
  for (guint i = 0; mixed && i < depths->len; i++)
    if (is_first (depths, i))
      put_lines (w, path, own_class, depths, g_array_index (depths, guint, i));
}

/* Both halves as one path, so that light runs across and nothing shows twice where they overlap. A
 * second copy, filled only, hides the strokes along the midline. */
static void
put_whole (Writer *w, const char *class, const GArray *half)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *d = NULL;

  g_array_append_vals (outline, half->data, half->len);
  if (w->view->kind->mirrored)
    unk_outline_append_mirrored (outline, unk_outline_path (half), w->view->width);
  d = unk_outline_to_svg (unk_outline_path (outline));
  g_string_append_printf (w->svg, "<path class=\"%s\" d=\"%s\"/>", class, d);
  if (w->view->kind->mirrored &&
      (strcmp (class, "skin-base") == 0 || strcmp (class, "bone-body") == 0))
    g_string_append_printf (w->svg, "<path class=\"%s\" style=\"stroke:none\" d=\"%s\"/>", class,
                            d);
}

/* What meets its fellow on the midline runs half a millimeter past it: the clip takes the outline
 * away there. */
static gboolean
meets_middle (const Writer *w, const xmlNode *group)
{
  for (UNK_EACH (path, group, "path"))
    {
      g_autoptr (GArray) middle = new_middle_outline (w, path);

      if (middle)
        return TRUE;
    }
  return FALSE;
}

static void
put_half_clip (Writer *w)
{
  double from = w->view->kind->right_at_small_x ? -OVER_RIM : w->view->width / 2 - OVER_MIDDLE;
  char x[G_ASCII_DTOSTR_BUF_SIZE], width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (x, sizeof x, "%.8g", from);
  g_ascii_formatd (width, sizeof width, "%.8g", w->view->width / 2 + OVER_RIM + OVER_MIDDLE);
  g_ascii_formatd (height, sizeof height, "%.8g", w->view->height);
  g_string_append_printf (w->svg,
                          "<clipPath id=\"half\"><rect x=\"%s\" y=\"0\" width=\"%s\" "
                          "height=\"%s\"/></clipPath>\n",
                          x, width, height);
}

static void
open_group (Writer *w, const xmlNode *group, gboolean left)
{
  g_autofree char *id = unk_element_dup_attribute (group, "id");
  g_autofree char *class = unk_element_dup_attribute (group, "class");
  g_autofree char *full_id = g_strconcat (id, left ? "-left" : "", NULL);
  g_autofree char *full_class = g_strconcat (class, left ? " left" : "", NULL);

  g_string_append (w->svg, "<g");
  put_attribute (w->svg, "id", full_id);
  put_attribute (w->svg, "class", full_class);
  if (left)
    put_transform (w);
  if (unk_element_has_class (group, "muscle") && meets_middle (w, group))
    g_string_append (w->svg, " clip-path=\"url(#half)\"");
  g_string_append_c (w->svg, '>');
}

/* A muscle is left or right. Where its flesh meets its fellow on the midline, the left one has the
 * right one's light turned around, so that no seam shows. */
static void
put_muscle (Writer *w, const xmlNode *group, gboolean left)
{
  open_group (w, group, left);
  for (UNK_EACH (path, group, "path"))
    {
      g_autoptr (GArray) middle = left ? new_middle_outline (w, path) : NULL;

      put_path (w, path, middle ? " middle" : "", FALSE);
    }
  g_string_append (w->svg, "</g>\n");
}

/* A bone on the midline is one. */
static void
put_bone (Writer *w, const xmlNode *group, gboolean left)
{
  open_group (w, group, left);
  for (UNK_EACH (path, group, "path"))
    {
      g_autofree char *class = unk_element_dup_attribute (path, "class");
      g_autoptr (GArray) middle = new_middle_outline (w, path);

      if (!middle)
        put_path (w, path, "", FALSE);
      else if (!left)
        put_whole (w, class, middle);
    }
  g_string_append (w->svg, "</g>\n");
}

static void
put_layer (Writer *w, const char *layer,
           void (*put) (Writer *w, const xmlNode *group, gboolean left))
{
  const xmlNode *parent = unk_svg_find_layer (w->view->document, layer);

  g_string_append (w->svg, "<g");
  put_attribute (w->svg, "id", layer);
  g_string_append (w->svg, ">\n");
  for (UNK_EACH (group, parent, "g"))
    {
      put (w, group, FALSE);
      if (w->view->kind->mirrored)
        put (w, group, TRUE);
    }
  g_string_append (w->svg, "</g>\n");
}

static void
put_feature (Writer *w, const xmlNode *path)
{
  g_autofree char *class = unk_element_dup_attribute (path, "class");
  g_autoptr (GArray) middle = new_middle_outline (w, path);

  if (middle)
    put_whole (w, class, middle);
  else
    {
      put_path (w, path, "", FALSE);
      if (w->view->kind->mirrored)
        put_path (w, path, " left", TRUE);
    }
  g_string_append_c (w->svg, '\n');
}

static void
put_features (Writer *w, const xmlNode *parent)
{
  for (UNK_EACH (element, parent, NULL))
    if (unk_element_is (element, "g"))
      put_features (w, element);
    else if (unk_element_is (element, "path") && !unk_element_has_class (element, "skin-base"))
      put_feature (w, element);
}

static void
put_gradient (GString *defs, const xmlNode *gradient, gboolean left)
{
  static const char *const kept[] = { "y1", "y2", "gradientUnits", "spreadMethod", NULL };
  static const char *const turned[] = { "x1", "x2", NULL };
  static const char *const before[] = { "0", "1" };
  g_autofree char *id = unk_element_dup_attribute (gradient, "id");
  g_autofree char *full_id = g_strconcat (id, left ? "-left" : "", NULL);

  g_string_append (defs, "<linearGradient");
  put_attribute (defs, "id", full_id);
  for (int i = 0; turned[i]; i++)
    {
      g_autofree char *value = unk_element_dup_attribute (gradient, turned[i]);
      double x = g_ascii_strtod (value ? value : before[i], NULL);
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      put_attribute (defs, turned[i],
                     g_ascii_formatd (number, sizeof number, "%.6g", left ? 1 - x : x));
    }
  for (int i = 0; kept[i]; i++)
    copy_attribute (defs, gradient, kept[i]);
  g_string_append_c (defs, '>');
  for (UNK_EACH (stop, gradient, "stop"))
    {
      g_string_append (defs, "<stop");
      copy_attribute (defs, stop, "offset");
      copy_attribute (defs, stop, "stop-color");
      copy_attribute (defs, stop, "stop-opacity");
      g_string_append (defs, "/>");
    }
  g_string_append (defs, "</linearGradient>\n");
}

/**
 * unk_composite_new_defs:
 * @faults: where to note what is wrong
 * @defs: figure/style/defs.svg
 *
 * Returns: (transfer full): its gradients, each followed by one for the left half with the light
 * from the same side
 */
char *
unk_composite_new_defs (UnkFaults *faults, const UnkDocument *defs)
{
  GString *text = g_string_new ("<defs>\n");

  for (UNK_EACH (group, unk_document_root (defs), "defs"))
    for (UNK_EACH (element, group, NULL))
      {
        g_autofree char *id = unk_element_dup_attribute (element, "id");

        if (!unk_element_is (element, "linearGradient") || !id)
          unk_faults_add (faults, defs->name, unk_element_line (element),
                          "<%s> can't be mirrored; use a <linearGradient> with an id",
                          element->name);
        else
          {
            put_gradient (text, element, FALSE);
            put_gradient (text, element, TRUE);
          }
      }
  g_string_append (text, "</defs>\n");
  return g_string_free (text, FALSE);
}

/**
 * unk_composite_new_svg:
 * @view: a view
 * @defs: the gradients, as text
 *
 * Returns: (transfer full): an SVG of both halves (of the one where the view isn't mirrored), as
 * small as it gets
 */
char *
unk_composite_new_svg (const UnkFigureView *view, const char *defs)
{
  g_autoptr (GHashTable) covered = unk_covered_find (view);
  Writer w = { view, g_string_new ("<svg xmlns=\"http://www.w3.org/2000/svg\""), covered };
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.8g", view->width);
  g_ascii_formatd (height, sizeof height, "%.8g", view->height);
  g_string_append_printf (w.svg, " viewBox=\"0 0 %s %s\">\n%s<g id=\"skin\">\n", width, height,
                          defs);
  if (view->kind->mirrored)
    put_half_clip (&w);
  put_whole (&w, "skin-base", view->skin_outline);
  g_string_append_c (w.svg, '\n');
  put_features (&w, unk_svg_find_layer (view->document, "skin"));
  g_string_append (w.svg, "</g>\n");
  put_layer (&w, "bones", put_bone);
  put_layer (&w, "muscles", put_muscle);
  g_string_append (w.svg, "</svg>\n");
  return g_string_free (w.svg, FALSE);
}
