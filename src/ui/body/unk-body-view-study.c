/* unk-body-view-study.c: what study mode lays over the body
 *
 * All zones of a list, two muscles against each other, the area that was asked about, and names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "unk-body-view-private.h"
#include "unk-overlay-study.h"

/* Names are set a little smaller than what stands on buttons. */
#define LABEL_SIZE 0.88

static gboolean
in_study (UnkBodyView *self)
{
  return unk_scene_get_mode (self->scene) == UNK_MODE_STUDY;
}

static UnkLook *
get_look (UnkBodyView *self)
{
  return unk_scene_get_look (self->scene);
}

/**
 * unk_body_view_is_by_area:
 * @self: the body
 *
 * Returns: whether pointer and keys are at areas of the skin, and not at muscles
 */
gboolean
unk_body_view_is_by_area (UnkBodyView *self)
{
  return unk_scene_get_mode (self->scene) == UNK_MODE_PAIN ||
         (in_study (self) && unk_look_get_asking (get_look (self)));
}

/**
 * unk_body_view_ask_area:
 * @self: the body
 * @area: (nullable): an area
 *
 * Lists the muscles that refer there.
 */
void
unk_body_view_ask_area (UnkBodyView *self, const UnkArea *area)
{
  g_autofree char *id = area ? g_strconcat ("refers/", area->id, NULL) : NULL;

  if (!id)
    return;
  unk_scene_choose (self->scene, NULL, UNK_SIDE_RIGHT);
  unk_look_set_shelf (get_look (self), id);
}

static const UnkMuscle *
find_compared (UnkBodyView *self)
{
  return in_study (self) && unk_scene_get_muscle (self->scene)
           ? unk_look_get_compared (get_look (self))
           : NULL;
}

/**
 * unk_body_view_has_study:
 * @self: the body
 *
 * Returns: whether zones of a list, or two muscles, are shown
 */
gboolean
unk_body_view_has_study (UnkBodyView *self)
{
  return in_study (self) && (unk_look_get_zones (get_look (self)) || find_compared (self));
}

/**
 * unk_body_view_is_isolating:
 * @self: the body
 *
 * Returns: whether all but the shown muscle is but a ghost
 */
gboolean
unk_body_view_is_isolating (UnkBodyView *self)
{
  return in_study (self) && unk_look_get_isolated (get_look (self));
}

static UnkSide
find_side (UnkBodyView *self, const UnkView *view)
{
  UnkSubject shown = unk_body_view_get_shown (self);

  if (shown.id)
    return shown.side;
  return view->mirrored ? UNK_SIDE_RIGHT : view->facing;
}

/* The area of the list "refers/…". */
static void
paint_asked (UnkBodyView *self, cairo_t *cr, const UnkView *view, double pixel)
{
  const char *shelf = unk_look_get_shelf (get_look (self));

  if (!g_str_has_prefix (shelf, "refers/"))
    return;
  for (guint i = 0; i < view->n_regions; i++)
    if (g_str_equal (view->regions[i].area->id, shelf + strlen ("refers/")))
      unk_overlay_paint_outline (cr, view, find_side (self, view), view->regions[i].path,
                                 self->colors.selected, 0.12, pixel);
}

/**
 * unk_body_view_paint_study:
 * @self: the body
 * @cr: where one unit is a millimeter
 * @view: the view
 * @pixel: the size of a pixel in millimeters
 *
 * Returns: whether the shown muscle's own pattern is among what was painted
 */
gboolean
unk_body_view_paint_study (UnkBodyView *self, cairo_t *cr, const UnkView *view, double pixel)
{
  UnkAtlas *atlas = unk_scene_get_atlas (self->scene);
  const UnkMuscle *compared = find_compared (self);
  const UnkListing *zones = unk_look_get_zones (get_look (self));
  UnkSubject shown = unk_body_view_get_shown (self);
  const UnkMuscle *lit = shown.id ? unk_atlas_find_muscle (atlas, shown.id, NULL) : NULL;
  UnkSide side = find_side (self, view);

  if (!in_study (self))
    return FALSE;
  paint_asked (self, cr, view, pixel);
  if (compared && lit == unk_scene_get_muscle (self->scene))
    {
      unk_overlay_paint_comparison (cr, view, side, lit, compared, atlas, self->scheme, pixel);
      return TRUE;
    }
  if (!zones)
    return FALSE;
  if (unk_listing_find (zones, lit) < 0)
    lit = NULL;
  unk_overlay_paint_listing (cr, view, side, zones, lit, atlas, self->scheme, pixel);
  if (lit)
    unk_overlay_paint_crosses (cr, view, side, lit, NULL, &self->colors, pixel);
  return lit != NULL;
}

static PangoLayout *
make_layout (UnkBodyView *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font,
                                              pango_font_description_get_size (font) * LABEL_SIZE);
  else
    pango_font_description_set_size (font,
                                     (int) (pango_font_description_get_size (font) * LABEL_SIZE));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

static void
update_label_map (UnkBodyView *self)
{
  const UnkView *view = unk_scene_get_view (self->scene);
  UnkDepth depth = unk_scene_get_depth (self->scene);

  if (self->label_map && self->label_view == view && self->label_depth == depth)
    return;
  g_clear_pointer (&self->label_map, unk_label_map_free);
  self->label_map = unk_label_map_new (view, depth);
  self->label_view = view;
  self->label_depth = depth;
}

/**
 * unk_body_view_paint_labels:
 * @self: the body
 * @snapshot: a snapshot in pixels of the widget
 */
void
unk_body_view_paint_labels (UnkBodyView *self, GtkSnapshot *snapshot)
{
  UnkLabelFrame frame = { self->camera.scale,     self->camera.x,          self->camera.y,
                          self->stage.port_width, self->stage.port_height, self->covered_top,
                          self->covered_left,     self->covered_right };
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GArray) labels = NULL;
  cairo_t *cr;

  if (!in_study (self) || !unk_look_get_labels (get_look (self)))
    return;
  update_label_map (self);
  layout = make_layout (self);
  labels = unk_label_map_place (self->label_map, layout, &frame);
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) frame.width, (float) frame.height));
  unk_labels_paint (cr, labels, layout, self->colors.point, self->colors.ground);
  cairo_destroy (cr);
}

/**
 * unk_body_view_set_covered:
 * @self: the body
 * @top: how much of it something else covers at the top, in pixels
 * @left: and at the left, from below
 * @right: and at the right, from below
 *
 * Says where no names should stand.
 */
void
unk_body_view_set_covered (UnkBodyView *self, double top, double left, double right)
{
  self->covered_top = top;
  self->covered_left = left;
  self->covered_right = right;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
