/* unk-svg.c: the rules that all drawings keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-svg.h"

#include <math.h>
#include <string.h>

#include "unk-element.h"
#include "unk-outline.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define LARGEST_MM 10000

/**
 * unk_svg_read_view_box:
 * @faults: where to note what is wrong
 * @document: a drawing
 * @width: (out): in millimeters
 * @height: (out): in millimeters
 *
 * Returns: whether the drawing has a usable frame
 */
gboolean
unk_svg_read_view_box (UnkFaults *faults, const UnkDocument *document, double *width,
                       double *height)
{
  const xmlNode *root = unk_document_root (document);
  g_auto (GStrv) box = unk_element_dup_ids (root, "viewBox");
  double number[4] = { 0 };
  gboolean good = g_strv_length (box) == 4;

  for (int i = 0; i < 4 && good; i++)
    {
      char *end;

      number[i] = g_ascii_strtod (box[i], &end);
      good = *box[i] && !*end && isfinite (number[i]);
    }
  *width = number[2];
  *height = number[3];
  good = good && number[0] == 0 && number[1] == 0 && *width > 0 && *height > 0 &&
         *width <= LARGEST_MM && *height <= LARGEST_MM;
  if (!good)
    unk_faults_add (
      faults, document->name, unk_element_line (root),
      "the viewBox is missing or bad; write viewBox=\"0 0 WIDTH HEIGHT\" in millimeters");
  return good;
}

/* What an editor keeps for itself may stand in a drawing. */
static gboolean
is_foreign (const xmlNode *element)
{
  static const char *const harmless[] = { "metadata", "title", "desc", NULL };

  return !element->ns || strcmp ((const char *) element->ns->href, SVG_NAMESPACE) != 0 ||
         g_strv_contains (harmless, (const char *) element->name) ||
         (unk_element_is (element, "defs") && !unk_element_first (element, NULL));
}

static void
check_attributes (UnkFaults *faults, const char *file, const xmlNode *element)
{
  static const char *const banned[] = { "transform", "style", "fill", "stroke", NULL };

  for (int i = 0; banned[i]; i++)
    if (xmlHasProp (element, (const xmlChar *) banned[i]))
      unk_faults_add (faults, file, unk_element_line (element), "<%s> has a %s attribute; %s",
                      element->name, banned[i],
                      i ? "looks come from classes and style/*.css alone"
                        : "apply it to the coordinates");
}

static void
check_below (UnkFaults *faults, const char *file, const xmlNode *parent)
{
  for (UNK_EACH (element, parent, NULL))
    {
      if (is_foreign (element))
        continue;
      if (!unk_element_is (element, "g") && !unk_element_is (element, "path"))
        {
          unk_faults_add (faults, file, unk_element_line (element),
                          "<%s> isn't a path; draw with <g> and <path> only", element->name);
          continue;
        }
      check_attributes (faults, file, element);
      check_below (faults, file, element);
    }
}

/**
 * unk_svg_check_looks:
 * @faults: where to note what is wrong
 * @document: a drawing
 *
 * Notes what isn't a path, and looks that don't come from classes.
 */
void
unk_svg_check_looks (UnkFaults *faults, const UnkDocument *document)
{
  const xmlNode *root = unk_document_root (document);

  if (!unk_element_is (root, "svg") || !root->ns ||
      strcmp ((const char *) root->ns->href, SVG_NAMESPACE) != 0)
    unk_faults_add (faults, document->name, unk_element_line (root),
                    "it isn't an SVG; begin with <svg xmlns=\"%s\" …>", SVG_NAMESPACE);
  check_attributes (faults, document->name, root);
  check_below (faults, document->name, root);
}

/**
 * unk_svg_read_path:
 * @faults: where to note what is wrong
 * @file: the drawing's name
 * @path: a path element
 * @closed: whether each of its subpaths has to be closed
 *
 * Returns: (transfer full) (element-type gint32) (nullable): its outline, %NULL where the data is
 * broken
 */
GArray *
unk_svg_read_path (UnkFaults *faults, const char *file, const xmlNode *path, gboolean closed)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GError) error = NULL;
  g_autofree char *d = unk_element_dup_attribute (path, "d");

  if (!d)
    unk_faults_add (faults, file, unk_element_line (path),
                    "the path has no d attribute; draw it or take it out");
  else if (!unk_path_parse_svg (d, outline, &error))
    unk_faults_add (faults, file, unk_element_line (path), "broken %s; mend the d attribute",
                    error->message);
  else if (closed && !unk_outline_is_closed (unk_outline_path (outline)))
    unk_faults_add (faults, file, unk_element_line (path),
                    "the path is open; end each of its pieces with Z");
  else
    return g_steal_pointer (&outline);
  return NULL;
}

/**
 * unk_svg_find_layer:
 * @document: a drawing
 * @id: the id of an outermost group
 *
 * Returns: (nullable): that group
 */
xmlNode *
unk_svg_find_layer (const UnkDocument *document, const char *id)
{
  for (UNK_EACH (group, unk_document_root (document), "g"))
    {
      g_autofree char *group_id = unk_element_dup_attribute (group, "id");

      if (g_strcmp0 (group_id, id) == 0)
        return group;
    }
  return NULL;
}
