/* unk-ties.c: words, drawing and figure held against each other
 *
 * The words state areas, the drawing has shapes in millimeters: two accounts of one fact.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-ties.h"

#include <stdlib.h>
#include <string.h>

#include "unk-element.h"
#include "unk-outline.h"

/* How far, in millimeters, an X may lie outside its muscle as drawn, and outside the skin. */
#define CROSS_OUTSIDE_MUSCLE 3.0
#define CROSS_OUTSIDE_SKIN 1.0
/* At least this share of a zone, in percent, lies in its areas or their neighbors, on the skin
 * (beyond which areas and zones may run, to be cut off there), and on its side of the midline. */
#define SHARE_IN_AREAS 80
#define SHARE_ON_SKIN 70
#define SHARE_ON_SIDE 90

typedef struct
{
  UnkFaults *faults;
  const UnkNames *names;
  const GPtrArray *views;
  const UnkRecord *record;
  const UnkDrawing *drawing;
} Ties;

static void
add_area (UnkMask *mask, const UnkFigureView *view, const char *area)
{
  const UnkFigureShape *region = unk_figure_view_region (view, area);

  if (region)
    unk_mask_add (mask, region->mask);
}

static void
add_areas_with_neighbors (const Ties *t, UnkMask *mask, const UnkFigureView *view, char **areas)
{
  for (guint i = 0; areas[i]; i++)
    {
      const UnkAreaName *area = unk_names_area (t->names, areas[i]);

      add_area (mask, view, areas[i]);
      for (guint n = 0; area && area->neighbors[n]; n++)
        add_area (mask, view, area->neighbors[n]);
    }
}

static const char *
kind_of (const UnkDrawnZone *zone)
{
  return zone->essential ? "essential" : "spillover";
}

static char **
areas_of (const UnkRecordPoint *point, gboolean essential)
{
  return essential ? point->essential : point->spillover;
}

/* The spillover is drawn as an envelope, so it may cover the essential areas too. */
static void
check_zone_share (const Ties *t, const UnkDrawnZone *zone, const UnkRecordPoint *point)
{
  g_autoptr (UnkMask) allowed = unk_mask_new (zone->view->width, zone->view->height);
  g_autofree char *stated = g_strjoinv (", ", areas_of (point, zone->essential));
  guint all = unk_mask_count_common (zone->mask, zone->view->skin), inside;

  if (!zone->view->regions->len || !all)
    return;
  add_areas_with_neighbors (t, allowed, zone->view, areas_of (point, zone->essential));
  if (!zone->essential)
    add_areas_with_neighbors (t, allowed, zone->view, point->essential);
  unk_mask_clip (allowed, zone->view->skin);
  inside = unk_mask_count_common (zone->mask, allowed);
  if (inside * 100 < all * SHARE_IN_AREAS)
    unk_faults_add (t->faults, t->drawing->file, zone->line,
                    "only %u %% of the %s zone of %s in %s lies in its areas (%s) or their "
                    "neighbors; redraw it or state the areas that it covers",
                    inside * 100 / all, kind_of (zone), point->id, zone->view->kind->id, stated);
}

static void
check_zone_touches (const Ties *t, const UnkDrawnZone *zone, const UnkRecordPoint *point)
{
  char **areas = areas_of (point, zone->essential);

  for (guint i = 0; areas[i]; i++)
    {
      const UnkFigureShape *region = unk_figure_view_region (zone->view, areas[i]);

      if (region && !unk_mask_count_common (region->mask, zone->mask))
        unk_faults_add (t->faults, t->drawing->file, zone->line,
                        "the %s zone of %s in %s doesn't touch \"%s\"; reach it or take the area "
                        "out of the words",
                        kind_of (zone), point->id, zone->view->kind->id, areas[i]);
    }
}

/* A zone belongs to the muscle of the right side and ends at the midline. */
static void
check_zone_place (const Ties *t, const UnkDrawnZone *zone, const UnkRecordPoint *point)
{
  const UnkFigureView *view = zone->view;
  g_autoptr (UnkMask) half =
    unk_mask_new_from_path (unk_outline_path (view->skin_outline), view->width, view->height);
  guint all = unk_mask_count (zone->mask);
  guint skin = unk_mask_count_common (zone->mask, view->skin);
  guint right = unk_mask_count_common (zone->mask, half);

  if (!all)
    unk_faults_add (t->faults, t->drawing->file, zone->line,
                    "the %s zone of %s in %s covers nothing; draw it larger, inside the frame",
                    kind_of (zone), point->id, view->kind->id);
  else if (skin * 100 < all * SHARE_ON_SKIN)
    unk_faults_add (t->faults, t->drawing->file, zone->line,
                    "%u %% of the %s zone of %s lies outside the skin in %s; draw it on the body",
                    100 - skin * 100 / all, kind_of (zone), point->id, view->kind->id);
  else if (right * 100 < skin * SHARE_ON_SIDE)
    unk_faults_add (t->faults, t->drawing->file, zone->line,
                    "%u %% of the %s zone of %s lies beyond the midline in %s; draw the right half",
                    100 - right * 100 / skin, kind_of (zone), point->id, view->kind->id);
}

static void
check_zone (const Ties *t, const UnkDrawnZone *zone)
{
  const UnkRecordPoint *point = unk_record_point (t->record, zone->point);

  if (!point)
    unk_faults_add (t->faults, t->drawing->file, zone->line,
                    "%s is drawn in %s but %s doesn't have it; add it there or take it out",
                    zone->point, zone->view->kind->id, t->record->file);
  else if (!*areas_of (point, zone->essential))
    unk_faults_add (t->faults, t->drawing->file, zone->line,
                    "the %s zone of %s is drawn in %s but %s:%ld states no area for it",
                    kind_of (zone), point->id, zone->view->kind->id, t->record->file, point->line);
  else
    {
      check_zone_place (t, zone, point);
      check_zone_share (t, zone, point);
      check_zone_touches (t, zone, point);
    }
}

static void
check_cross (const Ties *t, const UnkDrawnCross *cross)
{
  const UnkRecordPoint *point = unk_record_point (t->record, cross->point);
  const UnkFigureShape *shape = unk_figure_view_shape (cross->view, t->record->id);
  const char *view = cross->view->kind->id;
  double away;

  if (!point)
    {
      unk_faults_add (t->faults, t->drawing->file, cross->line,
                      "%s is drawn in %s but %s doesn't have it; add it there or take it out",
                      cross->point, view, t->record->file);
      return;
    }
  away = unk_outline_distance (unk_outline_path (cross->view->skin_outline), cross->x, cross->y);
  if (away > CROSS_OUTSIDE_SKIN)
    {
      unk_faults_add (t->faults, t->drawing->file, cross->line,
                      "the X of %s in %s lies %.1f mm outside the skin of the right half; move it",
                      cross->point, view, away);
      return;
    }
  if (!shape || point->outside)
    return;
  away = unk_outline_distance (unk_outline_path (shape->outline), cross->x, cross->y);
  if (away > CROSS_OUTSIDE_MUSCLE)
    unk_faults_add (t->faults, t->drawing->file, cross->line,
                    "the X of %s in %s lies %.1f mm outside the muscle's outline; move it, or say "
                    "why in <outside> at %s:%ld",
                    cross->point, view, away, t->record->file, point->line);
}

static gboolean
is_drawn_where_shown (const Ties *t, const UnkRecordPoint *point, gboolean essential,
                      const UnkFigureView *view)
{
  for (guint i = 0; i < t->drawing->zones->len; i++)
    {
      const UnkDrawnZone *zone = g_ptr_array_index (t->drawing->zones, i);

      if (zone->view == view && zone->essential == essential &&
          strcmp (zone->point, point->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_any (const UnkFigureView *view, char **areas)
{
  for (guint i = 0; areas[i]; i++)
    if (unk_figure_view_region (view, areas[i]))
      return TRUE;
  return FALSE;
}

/* A stated zone is drawn in at least one of the views that show an area of it. */
static void
check_stated (const Ties *t, const UnkRecordPoint *point, gboolean essential, long line)
{
  char **areas = areas_of (point, essential);
  gboolean shown = FALSE;

  for (guint i = 0; i < t->views->len; i++)
    {
      const UnkFigureView *view = g_ptr_array_index (t->views, i);

      if (!shows_any (view, areas))
        continue;
      shown = TRUE;
      if (is_drawn_where_shown (t, point, essential, view))
        return;
    }
  if (shown)
    unk_faults_add (t->faults, t->record->file, line,
                    "the %s zone of %s is stated but drawn in no view that shows one of its areas; "
                    "draw it in %s",
                    essential ? "essential" : "spillover", point->id, t->drawing->file);
}

static void
check_point (const Ties *t, const UnkRecordPoint *point)
{
  gboolean drawn = FALSE, crossed = FALSE;
  g_autofree char *message = NULL;

  for (guint i = 0; i < t->drawing->zones->len && !drawn; i++)
    drawn = !strcmp (((UnkDrawnZone *) g_ptr_array_index (t->drawing->zones, i))->point, point->id);
  for (guint i = 0; i < t->drawing->crosses->len && !crossed; i++)
    crossed =
      !strcmp (((UnkDrawnCross *) g_ptr_array_index (t->drawing->crosses, i))->point, point->id);
  if (!drawn && !crossed)
    {
      unk_faults_add (t->faults, t->record->file, point->line,
                      "%s is drawn in no view; draw its X and zones in %s", point->id,
                      t->drawing->file);
      return;
    }
  if (!crossed)
    {
      message = g_strdup_printf ("%s has zones but no X in any view", point->id);
      unk_faults_add_kind (t->faults, UNK_FAULT_WARNING, t->record->file, point->line, message);
    }
  check_stated (t, point, TRUE, point->essential_line);
  check_stated (t, point, FALSE, point->spillover_line);
}

/**
 * unk_ties_check:
 * @faults: where to note what doesn't agree
 * @names: the areas and their neighbors
 * @views: (element-type UnkFigureView): the figure
 * @record: a muscle's words
 * @drawing: its drawing
 */
void
unk_ties_check (UnkFaults *faults, const UnkNames *names, const GPtrArray *views,
                const UnkRecord *record, const UnkDrawing *drawing)
{
  Ties ties = { faults, names, views, record, drawing };

  for (guint i = 0; i < drawing->zones->len; i++)
    check_zone (&ties, g_ptr_array_index (drawing->zones, i));
  for (guint i = 0; i < drawing->crosses->len; i++)
    check_cross (&ties, g_ptr_array_index (drawing->crosses, i));
  for (guint i = 0; i < record->points->len; i++)
    check_point (&ties, g_ptr_array_index (record->points, i));
}

/**
 * unk_ties_check_areas:
 * @faults: where to note it
 * @vocabulary: the areas
 * @views: (element-type UnkFigureView): the figure
 *
 * Warns of areas that no view shows: they can be named but not pointed at.
 */
void
unk_ties_check_areas (UnkFaults *faults, const UnkVocabulary *vocabulary, const GPtrArray *views)
{
  const GPtrArray *areas = vocabulary->order[UNK_ID_AREA];

  for (guint i = 0; i < areas->len; i++)
    {
      const char *id = g_ptr_array_index (areas, i);
      const char *where = g_hash_table_lookup (vocabulary->ids[UNK_ID_AREA], id);
      g_autofree char *message = g_strdup_printf ("no view shows the area \"%s\"", id);
      gboolean shown = FALSE;

      for (guint v = 0; v < views->len && !shown; v++)
        shown = unk_figure_view_region (g_ptr_array_index (views, v), id) != NULL;
      if (!shown)
        unk_faults_add_kind (faults, UNK_FAULT_WARNING, "figure/areas.xml",
                             strtol (strrchr (where, ':') + 1, NULL, 10), message);
    }
}
