/* unk-drawing.c: where one muscle's points and zones are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-drawing.h"

#include <string.h>

#include "unk-atlas-format.h"
#include "unk-element.h"
#include "unk-outline.h"
#include "unk-svg.h"

typedef struct
{
  UnkDataDir *dir;
  const char *muscle;
  UnkDrawing *drawing;
  UnkFigureView *view;
  const char *point;
} Reader;

static void
free_zone (gpointer data)
{
  UnkDrawnZone *zone = data;

  g_free (zone->point);
  g_array_unref (zone->outline);
  unk_mask_free (zone->mask);
  g_free (zone);
}

static void
free_cross (gpointer data)
{
  UnkDrawnCross *cross = data;

  g_free (cross->point);
  g_free (cross);
}

static UnkDrawnZone *
find_or_add_zone (Reader *r, gboolean essential, const xmlNode *path)
{
  UnkDrawnZone *zone;

  for (guint i = 0; i < r->drawing->zones->len; i++)
    {
      zone = g_ptr_array_index (r->drawing->zones, i);
      if (zone->view == r->view && zone->essential == essential &&
          strcmp (zone->point, r->point) == 0)
        return zone;
    }
  zone = g_new0 (UnkDrawnZone, 1);
  zone->view = r->view;
  zone->point = g_strdup (r->point);
  zone->essential = essential;
  zone->line = unk_element_line (path);
  zone->outline = g_array_new (FALSE, FALSE, sizeof (gint32));
  zone->mask = unk_mask_new (r->view->width, r->view->height);
  g_ptr_array_add (r->drawing->zones, zone);
  return zone;
}

static void
read_zone (Reader *r, const xmlNode *path, gboolean essential)
{
  g_autoptr (GArray) outline = unk_svg_read_path (r->dir->faults, r->drawing->file, path, TRUE);
  g_autoptr (UnkMask) mask = NULL;
  UnkDrawnZone *zone;

  if (!outline)
    return;
  zone = find_or_add_zone (r, essential, path);
  mask = unk_mask_new_from_path (unk_outline_path (outline), r->view->width, r->view->height);
  g_array_append_vals (zone->outline, outline->data, outline->len);
  unk_mask_add (zone->mask, mask);
}

static void
read_cross (Reader *r, const xmlNode *path)
{
  g_autoptr (GArray) outline = unk_svg_read_path (r->dir->faults, r->drawing->file, path, FALSE);
  UnkDrawnCross *cross;
  UnkBox box;

  if (!outline)
    return;
  box = unk_path_box (unk_outline_path (outline));
  cross = g_new0 (UnkDrawnCross, 1);
  *cross = (UnkDrawnCross){ r->view, g_strdup (r->point), unk_element_line (path),
                            (box.x + box.width / 2.0) / UNK_FORMAT_UNITS_PER_MM,
                            (box.y + box.height / 2.0) / UNK_FORMAT_UNITS_PER_MM };
  g_ptr_array_add (r->drawing->crosses, cross);
}

static void
read_paths (Reader *r, const xmlNode *group)
{
  for (UNK_EACH (path, group, NULL))
    if (unk_element_has_class (path, "essential"))
      read_zone (r, path, TRUE);
    else if (unk_element_has_class (path, "spillover"))
      read_zone (r, path, FALSE);
    else if (unk_element_has_class (path, "point"))
      read_cross (r, path);
    else
      unk_faults_add (r->dir->faults, r->drawing->file, unk_element_line (path),
                      "<%s> has no known class; use essential, spillover or point", path->name);
}

/* "back.2" of infraspinatus is the point infraspinatus.2. */
static void
read_points (Reader *r, const xmlNode *layer, const char *view_id)
{
  g_autofree char *prefix = g_strconcat (view_id, ".", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (UNK_EACH (group, layer, NULL))
    {
      g_autofree char *id = unk_element_dup_attribute (group, "id");
      g_autofree char *point = NULL;

      if (!unk_element_is (group, "g") || !id || !g_str_has_prefix (id, prefix))
        {
          unk_faults_add (r->dir->faults, r->drawing->file, unk_element_line (group),
                          "<%s id=\"%s\"> isn't a point of this view; write <g id=\"%sNUMBER\">",
                          group->name, id ? id : "", prefix);
          continue;
        }
      point = g_strdup_printf ("%s.%s", r->muscle, id + strlen (prefix));
      if (!g_hash_table_add (seen, g_strdup (id)))
        unk_faults_add (r->dir->faults, r->drawing->file, unk_element_line (group),
                        "\"%s\" is there already in this view; draw it in one group", id);
      r->point = point;
      read_paths (r, group);
    }
}

static UnkFigureView *
find_view (GPtrArray *views, const UnkViewKind *kind)
{
  for (guint i = 0; i < views->len; i++)
    {
      UnkFigureView *view = g_ptr_array_index (views, i);

      if (view->kind == kind)
        return view;
    }
  return NULL;
}

static void
read_layer (Reader *r, const xmlNode *layer, GPtrArray *views)
{
  g_autofree char *id = unk_element_dup_attribute (layer, "id");
  const UnkViewKind *kind = unk_view_kind_find (id);

  if (!kind)
    {
      unk_faults_add (r->dir->faults, r->drawing->file, unk_element_line (layer),
                      "unknown view \"%s\"; use front, back, side, hand-palm, hand-back, foot-sole "
                      "or foot-top",
                      id ? id : "");
      return;
    }
  r->view = find_view (views, kind);
  if (r->view)
    read_points (r, layer, id);
  else
    unk_faults_add_kind (r->dir->faults, UNK_FAULT_WARNING, r->drawing->file,
                         unk_element_line (layer),
                         "it draws in a view whose figure isn't there or is broken; left out");
}

/**
 * unk_drawing_read:
 * @dir: the content
 * @muscle: the muscle's id, of which the file is named
 * @views: (element-type UnkFigureView): the figure
 *
 * Reads atlas/MUSCLE.svg and notes what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the drawing; %NULL where nothing can be made of the file
 */
UnkDrawing *
unk_drawing_read (UnkDataDir *dir, const char *muscle, GPtrArray *views)
{
  g_autofree char *name = g_strdup_printf ("atlas/%s.svg", muscle);
  g_autoptr (UnkDocument) document = unk_data_dir_load_xml (dir, name, NULL);
  UnkDrawing *drawing;
  Reader reader = { .dir = dir, .muscle = muscle };
  double width, height;

  if (!document)
    return NULL;
  drawing = g_new0 (UnkDrawing, 1);
  drawing->file = g_strdup (name);
  drawing->zones = g_ptr_array_new_with_free_func (free_zone);
  drawing->crosses = g_ptr_array_new_with_free_func (free_cross);
  reader.drawing = drawing;
  unk_svg_check_looks (dir->faults, document);
  unk_svg_read_view_box (dir->faults, document, &width, &height);
  for (UNK_EACH (layer, unk_document_root (document), "g"))
    read_layer (&reader, layer, views);
  for (UNK_EACH (path, unk_document_root (document), "path"))
    unk_faults_add (dir->faults, name, unk_element_line (path),
                    "a path outside of a point's group; put it into one");
  return drawing;
}

/**
 * unk_drawing_free:
 * @drawing: (nullable): a drawing
 */
void
unk_drawing_free (UnkDrawing *drawing)
{
  if (!drawing)
    return;
  g_free (drawing->file);
  g_ptr_array_unref (drawing->zones);
  g_ptr_array_unref (drawing->crosses);
  g_free (drawing);
}
