/* open-atlas.c: how long it takes to open the atlas
 *
 * The floor maps the file and sums its bytes, which is how damage is noticed.
 *
 * usage: open-atlas ATLAS ROUNDS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <time.h>

#include "unk-atlas-format.h"
#include "unk-atlas.h"

/* Of the processor: nothing here waits, and a busy machine shall not tell another figure. */
static double
now_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

static guint64
sum_file (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file ? unk_format_checksum ((const guint8 *) g_mapped_file_get_contents (file),
                                     g_mapped_file_get_length (file))
              : 0;
}

int
main (int argc, char **argv)
{
  guint64 sum = 0;

  if (argc != 3)
    {
      g_printerr ("usage: open-atlas ATLAS ROUNDS\n");
      return 2;
    }
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UnkAtlas) atlas = NULL;
      double start = now_ms (), middle;

      sum += sum_file (argv[1]);
      middle = now_ms ();
      atlas = unk_atlas_open (argv[1], &error);
      if (!atlas)
        {
          g_printerr ("open-atlas: %s\n", error->message);
          return 2;
        }
      g_print ("sample sum-ms %.3f\n", middle - start);
      g_print ("sample open-ms %.3f\n", now_ms () - middle);
    }
  g_print ("sum %" G_GUINT64_FORMAT "\n", sum);
  return 0;
}
