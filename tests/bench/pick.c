/* pick.c: how long one hit test takes
 *
 * Samples are nanoseconds a call, each the mean of a round over the same places, a quarter of a
 * million; the floor calls a function that looks at nothing.
 *
 * usage: pick ATLAS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <time.h>

#include "unk-random.h"

#define PLACES (1 << 18)
#define ROUNDS 7
#define STACK 16

/* Of the processor: nothing here waits, and a busy machine shall not tell another figure. */
static double
now_ns (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e9 + (double) t.tv_nsec;
}

typedef guint (*Pick) (const UnkView *view, double x, double y);

static __attribute__ ((noinline)) guint
pick_nothing (const UnkView *view G_GNUC_UNUSED, double x, double y)
{
  return x < y;
}

static __attribute__ ((noinline)) guint
pick_top (const UnkView *view, double x, double y)
{
  const UnkShape *shapes[1];

  return unk_pick_shapes (view, UNK_DEPTH_1, x, y, shapes, 1);
}

static __attribute__ ((noinline)) guint
pick_stack (const UnkView *view, double x, double y)
{
  const UnkShape *shapes[STACK];

  return unk_pick_shapes (view, UNK_DEPTH_1, x, y, shapes, STACK);
}

static __attribute__ ((noinline)) guint
pick_area (const UnkView *view, double x, double y)
{
  return unk_pick_area (view, x, y) != NULL;
}

static double
time_round (Pick pick, const UnkPlace *places, guint64 *hits)
{
  double start = now_ns ();

  for (int i = 0; i < PLACES; i++)
    *hits += pick (places[i].view, places[i].x, places[i].y);
  return (now_ns () - start) / PLACES;
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    Pick pick;
  } tests[] = {
    { "nothing", pick_nothing },
    { "top", pick_top },
    { "stack", pick_stack },
    { "area", pick_area },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (UnkAtlas) atlas = argc == 2 ? unk_atlas_open (argv[1], &error) : NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree UnkPlace *anywhere = g_new (UnkPlace, PLACES);
  g_autofree UnkPlace *on_body = g_new (UnkPlace, PLACES);
  guint64 hits = 0;
  const UnkView *views;
  guint n;

  if (!atlas)
    {
      g_printerr ("pick: %s\n", error ? error->message : "usage: pick ATLAS");
      return 2;
    }
  views = unk_atlas_get_views (atlas, &n);
  for (int i = 0; i < PLACES; i++)
    {
      anywhere[i] = unk_random_place (rand, views, n, FALSE);
      on_body[i] = unk_random_place (rand, views, n, TRUE);
    }
  for (int round = 0; round < ROUNDS; round++)
    for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
      {
        g_print ("sample %s-anywhere-ns %.2f\n", tests[t].name,
                 time_round (tests[t].pick, anywhere, &hits));
        g_print ("sample %s-body-ns %.2f\n", tests[t].name,
                 time_round (tests[t].pick, on_body, &hits));
      }
  /* So that the compiler can't leave the calls out. */
  g_print ("hits %" G_GUINT64_FORMAT "\n", hits);
  return 0;
}
