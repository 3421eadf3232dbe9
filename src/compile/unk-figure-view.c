/* unk-figure-view.c: the drawn body from one side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-figure-view.h"

#include <string.h>

#include "unk-element.h"
#include "unk-outline.h"
#include "unk-svg.h"

#define DEEPEST 4

static const UnkViewKind view_kinds[] = {
  { "front", "Front", TRUE, TRUE },
  { "back", "Back", TRUE, FALSE },
  { "side", "Side", FALSE, TRUE },
  { "hand-palm", "Palm", FALSE, TRUE },
  { "hand-back", "Back of the hand", FALSE, TRUE },
  { "foot-sole", "Sole", FALSE, TRUE },
  { "foot-top", "Top of the foot", FALSE, TRUE },
};

static const char *const skin_classes[] = {
  "skin-base", "skin-shade", "skin-light", "skin-line", "hair", "lip",
  "nail",      "iris",       "eye-white",  "nipple",    NULL,
};
static const char *const muscle_classes[] = { "belly", "tendon", "shade", "sheen", "fibers", NULL };
static const char *const bone_classes[] = { "bone-body", "bone-shade", "bone-line", NULL };
static const char *const area_classes[] = { "area", NULL };

typedef struct
{
  UnkDataDir *dir;
  const UnkVocabulary *vocabulary;
  UnkFigureView *view;
  GHashTable *ids; /* seen in this file: line */
} Reader;

static void
free_shape (gpointer data)
{
  UnkFigureShape *shape = data;

  g_free (shape->id);
  g_array_unref (shape->outline);
  g_array_unref (shape->fibers);
  unk_mask_free (shape->mask);
  g_free (shape);
}

static UnkFigureShape *
new_shape (const char *id, const xmlNode *element)
{
  UnkFigureShape *shape = g_new0 (UnkFigureShape, 1);

  shape->id = g_strdup (id);
  shape->line = unk_element_line (element);
  shape->outline = g_array_new (FALSE, FALSE, sizeof (gint32));
  shape->fibers = g_array_new (FALSE, FALSE, sizeof (gint32));
  return shape;
}

static gboolean
is_open_class (const char *name)
{
  return strcmp (name, "fibers") == 0 || strcmp (name, "skin-line") == 0 ||
         strcmp (name, "bone-line") == 0;
}

/* The first class of a path, which says what it is. */
static char *
dup_kind (Reader *r, const xmlNode *path, const char *const *known)
{
  g_auto (GStrv) classes = unk_element_dup_ids (path, "class");
  g_autofree char *list = NULL;

  if (classes[0] && g_strv_contains (known, classes[0]))
    return g_strdup (classes[0]);
  list = g_strjoinv (", ", (char **) known);
  unk_faults_add (r->dir->faults, r->view->document->name, unk_element_line (path),
                  "the path's class \"%s\" isn't known here; use one of %s",
                  classes[0] ? classes[0] : "", list);
  return NULL;
}

static GArray *
read_path (Reader *r, const xmlNode *path, const char *kind)
{
  return unk_svg_read_path (r->dir->faults, r->view->document->name, path, !is_open_class (kind));
}

/* An id is taken once in a file; that of a group without one is a fault as well. */
static char *
take_id (Reader *r, const xmlNode *element)
{
  g_autofree char *id = unk_element_dup_attribute (element, "id");
  const char *file = r->view->document->name;
  long line = unk_element_line (element), before;

  if (!id)
    {
      unk_faults_add (r->dir->faults, file, line, "<%s> has no id; give it that of what it draws",
                      element->name);
      return NULL;
    }
  before = (long) GPOINTER_TO_SIZE (g_hash_table_lookup (r->ids, id));
  if (before)
    {
      unk_faults_add (r->dir->faults, file, line,
                      "\"%s\" is drawn already at line %ld; draw it in one group", id, before);
      return NULL;
    }
  g_hash_table_insert (r->ids, g_strdup (id), GSIZE_TO_POINTER ((gsize) line));
  return g_steal_pointer (&id);
}

static xmlNode *
require_layer (Reader *r, const char *id)
{
  xmlNode *layer = unk_svg_find_layer (r->view->document, id);

  if (!layer)
    unk_faults_add (r->dir->faults, r->view->document->name, 1,
                    "the layer \"%s\" is missing; add <g id=\"%s\" inkscape:groupmode=\"layer\">",
                    id, id);
  return layer;
}

static void
read_skin_base (Reader *r, const xmlNode *path)
{
  UnkFigureView *view = r->view;
  GArray *outline;

  if (view->skin)
    {
      unk_faults_add (r->dir->faults, view->document->name, unk_element_line (path),
                      "a second skin-base; the silhouette is one path");
      return;
    }
  outline = read_path (r, path, "skin-base");
  if (!outline)
    return;
  view->skin_outline = outline;
  view->skin = unk_mask_new (view->width, view->height);
  g_autoptr (UnkMask) half =
    unk_mask_new_from_path (unk_outline_path (outline), view->width, view->height);

  unk_mask_add (view->skin, half);
  if (view->kind->mirrored)
    {
      g_autoptr (UnkMask) other = unk_mask_mirror (half, view->width);

      unk_mask_add (view->skin, other);
    }
}

static void
read_skin (Reader *r, const xmlNode *parent)
{
  for (UNK_EACH (path, parent, "path"))
    {
      g_autofree char *kind = dup_kind (r, path, skin_classes);

      if (!kind)
        continue;
      if (strcmp (kind, "skin-base") == 0)
        read_skin_base (r, path);
      else
        {
          g_autoptr (GArray) outline = read_path (r, path, kind);
        }
    }
  for (UNK_EACH (group, parent, "g"))
    read_skin (r, group);
}

static void
read_bones (Reader *r, const xmlNode *layer)
{
  for (UNK_EACH (bone, layer, NULL))
    {
      g_autofree char *id = take_id (r, bone);

      if (!unk_element_is (bone, "g") || !unk_element_has_class (bone, "bone"))
        unk_faults_add (r->dir->faults, r->view->document->name, unk_element_line (bone),
                        "a bone is <g id=… class=\"bone\">; put its paths into one");
      for (UNK_EACH (path, bone, "path"))
        {
          g_autofree char *kind = dup_kind (r, path, bone_classes);
          g_autoptr (GArray) outline = kind ? read_path (r, path, kind) : NULL;
        }
    }
}

static int
read_depth (Reader *r, const xmlNode *group)
{
  g_auto (GStrv) classes = unk_element_dup_ids (group, "class");
  int depth = 0;

  for (guint i = 0; classes[i]; i++)
    if (g_str_has_prefix (classes[i], "layer-") && !depth && strlen (classes[i]) == 7)
      depth = classes[i][6] - '0';
  if (depth < 1 || depth > DEEPEST || !g_strv_contains ((const char *const *) classes, "muscle"))
    {
      unk_faults_add (
        r->dir->faults, r->view->document->name, unk_element_line (group),
        "the group's class is missing or wrong; write class=\"muscle layer-N\" with N "
        "from 1 to 4");
      return 0;
    }
  return depth;
}

static void
read_muscle (Reader *r, const xmlNode *group, int *above)
{
  g_autofree char *id = take_id (r, group);
  int depth = read_depth (r, group);
  UnkFigureShape *shape = new_shape (id ? id : "", group);

  if (id)
    unk_vocabulary_require (r->vocabulary, UNK_ID_MUSCLE, id, r->view->document->name, group);
  if (depth > *above)
    unk_faults_add (
      r->dir->faults, r->view->document->name, unk_element_line (group),
      "\"%s\" is of layer-%d but stands above one of layer-%d; the deepest come first", shape->id,
      depth, *above);
  if (depth)
    *above = MIN (*above, depth);
  shape->layer = depth;
  for (UNK_EACH (path, group, NULL))
    {
      g_autofree char *kind = dup_kind (r, path, muscle_classes);
      g_autoptr (GArray) outline = kind ? read_path (r, path, kind) : NULL;

      if (outline && (strcmp (kind, "belly") == 0 || strcmp (kind, "tendon") == 0))
        g_array_append_vals (shape->outline, outline->data, outline->len);
      else if (outline && strcmp (kind, "fibers") == 0)
        g_array_append_vals (shape->fibers, outline->data, outline->len);
    }
  if (!shape->outline->len)
    unk_faults_add (r->dir->faults, r->view->document->name, shape->line,
                    "\"%s\" has neither belly nor tendon; draw one", shape->id);
  if (id && depth && shape->outline->len)
    g_ptr_array_add (r->view->shapes, shape);
  else
    free_shape (shape);
}

static void
read_muscles (Reader *r, const xmlNode *layer)
{
  int above = DEEPEST;

  for (UNK_EACH (group, layer, NULL))
    if (unk_element_is (group, "g"))
      read_muscle (r, group, &above);
    else
      unk_faults_add (r->dir->faults, r->view->document->name, unk_element_line (group),
                      "a path outside of a muscle's group; put it into one");
}

/* Areas may run beyond the silhouette, so that they tile it whole; what counts is the skin. */
static void
read_area (Reader *r, const xmlNode *path)
{
  const UnkFigureView *view = r->view;
  g_autofree char *id = take_id (r, path);
  g_autofree char *kind = dup_kind (r, path, area_classes);
  g_autoptr (GArray) outline = kind ? read_path (r, path, kind) : NULL;
  UnkFigureShape *shape;

  if (!id || !outline)
    return;
  if (!g_str_has_prefix (id, "area-"))
    {
      unk_faults_add (r->dir->faults, view->document->name, unk_element_line (path),
                      "the id \"%s\" of an area begins with \"area-\"; rename it", id);
      return;
    }
  if (!unk_vocabulary_require (r->vocabulary, UNK_ID_AREA, id + 5, view->document->name, path))
    return;
  shape = new_shape (id + 5, path);
  g_array_append_vals (shape->outline, outline->data, outline->len);
  shape->mask = unk_mask_new_from_path (unk_outline_path (outline), view->width, view->height);
  if (view->skin)
    unk_mask_clip (shape->mask, view->skin);
  if (!unk_mask_count (shape->mask))
    unk_faults_add (r->dir->faults, view->document->name, unk_element_line (path),
                    "the area \"%s\" covers no skin; draw it on the body", shape->id);
  g_ptr_array_add (view->regions, shape);
}

static void
read_areas (Reader *r, const xmlNode *parent)
{
  for (UNK_EACH (element, parent, NULL))
    if (unk_element_is (element, "g"))
      read_areas (r, element);
    else
      read_area (r, element);
}

static void
read_layers (Reader *r)
{
  const xmlNode *layers[] = { require_layer (r, "skin"), require_layer (r, "bones"),
                              require_layer (r, "muscles"), require_layer (r, "areas") };

  read_skin (r, layers[0]);
  if (layers[0] && !r->view->skin)
    unk_faults_add (r->dir->faults, r->view->document->name, unk_element_line (layers[0]),
                    "the skin has no good skin-base; draw the silhouette as one closed path");
  read_bones (r, layers[1]);
  read_muscles (r, layers[2]);
  read_areas (r, layers[3]);
}

/**
 * unk_view_kinds:
 * @n: (out): how many there are
 *
 * Returns: all views that there may be, in their order
 */
const UnkViewKind *
unk_view_kinds (gsize *n)
{
  *n = G_N_ELEMENTS (view_kinds);
  return view_kinds;
}

/**
 * unk_view_kind_find:
 * @id: (nullable): a view's id
 *
 * Returns: (nullable): that view
 */
const UnkViewKind *
unk_view_kind_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (view_kinds); i++)
    if (g_strcmp0 (view_kinds[i].id, id) == 0)
      return &view_kinds[i];
  return NULL;
}

/**
 * unk_figure_view_read:
 * @dir: the content
 * @vocabulary: the known muscles and areas
 * @kind: which view
 *
 * Reads figure/VIEW.svg and notes what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the view; %NULL where nothing can be made of the file
 */
UnkFigureView *
unk_figure_view_read (UnkDataDir *dir, const UnkVocabulary *vocabulary, const UnkViewKind *kind)
{
  g_autofree char *name = g_strdup_printf ("figure/%s.svg", kind->id);
  g_autoptr (UnkDocument) document = unk_data_dir_load_xml (dir, name, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (UnkFigureView) view = g_new0 (UnkFigureView, 1);
  Reader reader = { dir, vocabulary, view, ids };

  view->kind = kind;
  view->shapes = g_ptr_array_new_with_free_func (free_shape);
  view->regions = g_ptr_array_new_with_free_func (free_shape);
  if (!document)
    return NULL;
  unk_svg_check_looks (dir->faults, document);
  if (!unk_svg_read_view_box (dir->faults, document, &view->width, &view->height))
    return NULL;
  view->document = g_steal_pointer (&document);
  read_layers (&reader);
  return view->skin ? g_steal_pointer (&view) : NULL;
}

/**
 * unk_figure_view_free:
 * @view: (nullable): a view
 */
void
unk_figure_view_free (UnkFigureView *view)
{
  if (!view)
    return;
  unk_document_free (view->document);
  g_ptr_array_unref (view->shapes);
  g_ptr_array_unref (view->regions);
  g_clear_pointer (&view->skin_outline, g_array_unref);
  unk_mask_free (view->skin);
  g_free (view);
}

static const UnkFigureShape *
find_shape (const GPtrArray *shapes, const char *id)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const UnkFigureShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->id, id) == 0)
        return shape;
    }
  return NULL;
}

/**
 * unk_figure_view_shape:
 * @view: a view
 * @muscle: a muscle's id
 *
 * Returns: (nullable): the muscle as the view draws it
 */
const UnkFigureShape *
unk_figure_view_shape (const UnkFigureView *view, const char *muscle)
{
  return find_shape (view->shapes, muscle);
}

/**
 * unk_figure_view_region:
 * @view: a view
 * @area: an area's id
 *
 * Returns: (nullable): the area as the view shows it
 */
const UnkFigureShape *
unk_figure_view_region (const UnkFigureView *view, const char *area)
{
  return find_shape (view->regions, area);
}
