/* find.c: how long it takes to rank the muscles for a mark
 *
 * Samples are microseconds a find, the same places in each run. The floor makes the mark's masks,
 * which every find begins with, and counts nothing.
 *
 * usage: find ATLAS ROUNDS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <time.h>

#include "unk-finder.h"
#include "unk-random.h"

#define BRUSH 30.0
#define STROKE_STEPS 10
#define STROKE_STEP_MM 12.0

/* Of the processor: nothing here waits, and a busy machine shall not tell another figure. */
static double
now_us (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e6 + (double) t.tv_nsec / 1e3;
}

static void
mark_spot (UnkMarks *marks, UnkAtlas *atlas G_GNUC_UNUSED, UnkPlace place)
{
  unk_marks_begin_stroke (marks, place.view, place.x, place.y, UNK_MARK_RADIUS);
}

static void
mark_stroke (UnkMarks *marks, UnkAtlas *atlas G_GNUC_UNUSED, UnkPlace place)
{
  unk_marks_begin_stroke (marks, place.view, place.x, place.y, BRUSH);
  for (int i = 1; i <= STROKE_STEPS; i++)
    unk_marks_extend_stroke (marks, place.x, place.y + i * STROKE_STEP_MM);
}

/* Whatever area lies at the place: it is marked in every view. */
static void
mark_area (UnkMarks *marks, UnkAtlas *atlas, UnkPlace place)
{
  const UnkArea *area = unk_pick_area (place.view, place.x, place.y);

  if (!area)
    area = unk_atlas_find_area (atlas, "front-of-shoulder", NULL);
  if (area)
    unk_marks_add_area (marks, area, unk_pick_side (place.view, place.x));
}

/* A stroke in each view, and an area: what somebody marks who hurts in many places. */
static void
mark_three_views (UnkMarks *marks, UnkAtlas *atlas, UnkPlace place)
{
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  mark_stroke (marks, atlas, place);
  for (guint v = 0; v < n; v++)
    if (&views[v] != place.view && !views[v].flipped &&
        unk_marks_begin_stroke (marks, &views[v], views[v].width * 0.45, views[v].height * 0.25,
                                BRUSH))
      for (int i = 1; i <= STROKE_STEPS; i++)
        unk_marks_extend_stroke (marks, views[v].width * 0.45,
                                 views[v].height * 0.25 + i * STROKE_STEP_MM);
  mark_area (marks, atlas, place);
}

static double
time_together (UnkFinder *finder, UnkMarks *marks)
{
  g_autoptr (GArray) matches = unk_finder_find (finder, marks);
  double start = now_us ();

  unk_finder_find_together (finder, marks, matches);
  return now_us () - start;
}

static double
time_floor (const UnkView *views, guint n, UnkMarks *marks)
{
  double start = now_us ();

  for (guint v = 0; v < n; v++)
    {
      g_autoptr (UnkMask) right = unk_marks_make_mask (marks, &views[v]);
      g_autoptr (UnkMask) left = unk_mask_mirror (right, views[v].width);
    }
  return now_us () - start;
}

static double
time_find (UnkFinder *finder, UnkMarks *marks, guint *n_matches)
{
  double start = now_us ();
  g_autoptr (GArray) matches = unk_finder_find (finder, marks);

  *n_matches = matches->len;
  return now_us () - start;
}

static void
measure (UnkAtlas *atlas, UnkFinder *finder, int rounds)
{
  static const struct
  {
    const char *name;
    void (*mark) (UnkMarks *marks, UnkAtlas *atlas, UnkPlace place);
  } kinds[] = { { "spot", mark_spot },
                { "stroke", mark_stroke },
                { "area", mark_area },
                { "three", mark_three_views } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  for (int round = 0; round < rounds; round++)
    for (guint v = 0; v < n; v++)
      {
        UnkPlace place = unk_random_place (rand, &views[v], 1, TRUE);

        for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
          {
            g_autoptr (UnkMarks) marks = unk_marks_new (atlas);
            guint n_matches;

            kinds[k].mark (marks, atlas, place);
            g_print ("sample %s-%s-floor-us %.2f\n", kinds[k].name, views[v].id,
                     time_floor (views, n, marks));
            g_print ("sample %s-%s-us %.2f\n", kinds[k].name, views[v].id,
                     time_find (finder, marks, &n_matches));
            if (kinds[k].mark == mark_three_views)
              g_print ("sample together-us %.2f\n", time_together (finder, marks));
            g_print ("sample %s-%s-matches %u\n", kinds[k].name, views[v].id, n_matches);
          }
      }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkAtlas) atlas = argc == 3 ? unk_atlas_open (argv[1], &error) : NULL;
  g_autoptr (UnkFinder) finder = NULL;
  const UnkView *views;
  guint n_muscles, n_views, n_zones = 0;
  double start;

  if (!atlas)
    {
      g_printerr ("find: %s\n", error ? error->message : "usage: find ATLAS ROUNDS");
      return 2;
    }
  unk_atlas_get_muscles (atlas, &n_muscles);
  views = unk_atlas_get_views (atlas, &n_views);
  for (guint v = 0; v < n_views; v++)
    n_zones += views[v].n_zones;
  start = now_us ();
  finder = unk_finder_new (atlas);
  g_print ("sample new-us %.2f\n", now_us () - start);
  g_print ("sample muscles %u\nsample zones %u\n", n_muscles, n_zones);
  measure (atlas, finder, atoi (argv[2]));
  return 0;
}
