/* test-atlas.c: the mapped atlas, whole and damaged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "unk-atlas-format.h"
#include "unk-pick.h"

static UnkAtlas *
open_atlas (void)
{
  g_autoptr (GError) error = NULL;
  UnkAtlas *atlas = unk_atlas_open_installed (&error);

  g_assert_no_error (error);
  return atlas;
}

static void
every_muscle_is_whole (void)
{
  g_autoptr (UnkAtlas) atlas = open_atlas ();
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  g_assert_cmpuint (n, >=, 40);
  for (guint i = 0; i < n; i++)
    {
      const UnkMuscle *m = &muscles[i];
      guint kinds = 0;

      g_assert_true (unk_atlas_find_muscle (atlas, m->id, NULL) == m);
      g_assert_nonnull (unk_atlas_find_group (atlas, m->group));
      g_assert_cmpuint (m->n_points, >, 0);
      g_assert_cmpstr (m->summary, !=, "");
      g_assert_nonnull (m->sources->source);
      for (guint p = 0; p < m->n_points; p++)
        {
          g_assert_true (m->points[p].muscle == m);
          g_assert_nonnull (m->points[p].essential[0]);
          g_assert_true (unk_atlas_find_point (atlas, m->points[p].id, NULL) == &m->points[p]);
        }
      for (guint t = 0; t < m->n_treatments; t++)
        {
          const UnkTreatment *c = &m->treatments[t];

          kinds |= g_str_equal (c->kind, "compression") ? 1u
                   : g_str_equal (c->kind, "friction")  ? 2u
                                                        : 4u;
          g_assert_true (g_str_equal (c->self, "no") ? *c->instead && *c->why
                                                     : c->steps[0] != NULL);
          g_assert_cmpint (c->pressure.high, <=, 7);
        }
      g_assert_cmpuint (kinds, ==, 7);
    }
}

static void
every_id_leads_somewhere (void)
{
  g_autoptr (UnkAtlas) atlas = open_atlas ();
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (atlas, &n);

  for (guint i = 0; i < n; i++)
    {
      for (const UnkToolFit *f = muscles[i].tools; f->id; f++)
        g_assert_nonnull (unk_atlas_find_tool (atlas, f->id));
      for (const UnkPair *c = muscles[i].cautions; c->key; c++)
        g_assert_nonnull (unk_atlas_find_site (atlas, c->key));
      for (const UnkCitation *c = muscles[i].sources; c->source; c++)
        g_assert_nonnull (unk_atlas_find_source (atlas, c->source));
      for (guint p = 0; p < muscles[i].n_points; p++)
        {
          for (UnkTexts a = muscles[i].points[p].essential; *a; a++)
            g_assert_nonnull (unk_atlas_find_area (atlas, *a, NULL));
          for (UnkTexts a = muscles[i].points[p].spillover; *a; a++)
            g_assert_nonnull (unk_atlas_find_area (atlas, *a, NULL));
        }
    }
}

static void
every_view_is_drawn (void)
{
  g_autoptr (UnkAtlas) atlas = open_atlas ();
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (views[i].n_shapes, >, 10);
      g_assert_cmpuint (unk_mask_count (&views[i].skin_mask), >, 1000);
      for (guint s = 1; s < views[i].n_shapes; s++)
        g_assert_cmpint (views[i].shapes[s].layer, >=, views[i].shapes[s - 1].layer);
      for (guint z = 0; z < views[i].n_zones; z++)
        {
          g_assert_nonnull (views[i].zones[z].point);
          g_assert_cmpuint (unk_mask_count (&views[i].zones[z].mask), >, 0);
        }
      /* Crosses stay as they were drawn; a flipped view shows them turned around. */
      for (guint c = 0; c < views[i].n_crosses; c++)
        {
          double x = views[i].crosses[c].x;

          g_assert_true (unk_pick_is_on_body (&views[i], views[i].flipped ? views[i].width - x : x,
                                              views[i].crosses[c].y));
        }
    }
}

static void
picking_finds_the_uppermost_of_either_side (void)
{
  g_autoptr (UnkAtlas) atlas = open_atlas ();
  const UnkView *back = unk_atlas_find_view (atlas, "back", NULL);
  const UnkShape *found[8];
  guint n = unk_pick_shapes (back, UNK_DEPTH_1, 470, 365, found, 8);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (found[i]->layer, >=, found[i - 1]->layer);
  g_assert_cmpint (unk_pick_side (back, 470), ==, UNK_SIDE_RIGHT);
  g_assert_cmpint (unk_pick_side (back, 250), ==, UNK_SIDE_LEFT);
  g_assert_cmpuint (unk_pick_shapes (back, UNK_DEPTH_1, 250, 365, found, 8), ==, n);
  g_assert_cmpuint (unk_pick_shapes (back, UNK_DEPTH_BONES, 470, 365, found, 8), ==, 0);
  g_assert_cmpuint (unk_pick_shapes (back, UNK_DEPTH_1, 5, 5, found, 8), ==, 0);
}

static void
unknown_ids_are_told (void)
{
  g_autoptr (UnkAtlas) atlas = open_atlas ();
  g_autoptr (GError) error = NULL;

  g_assert_null (unk_atlas_find_muscle (atlas, "flexor-elbonia", &error));
  g_assert_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (unk_atlas_find_view (atlas, "above", &error));
  g_assert_nonnull (strstr (error->message, "front, back"));
}

static void
expect_error (const char *bytes, gsize length, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "unknot-damaged.bin", NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_null (unk_atlas_open (path, &error));
  g_assert_error (error, UNK_ATLAS_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  g_unlink (path);
}

static void
damage_is_noticed (void)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (g_getenv ("UNKNOT_ATLAS"), &bytes, &length, &error);
  g_assert_no_error (error);
  expect_error ("", 0, UNK_ATLAS_ERROR_DAMAGED);
  expect_error (bytes, 20, UNK_ATLAS_ERROR_DAMAGED);
  expect_error (bytes, length / 2, UNK_ATLAS_ERROR_DAMAGED);
  for (gsize at = sizeof (UnkFormatHeader); at < length; at += length / 7)
    {
      bytes[at] ^= 0x10;
      expect_error (bytes, length, UNK_ATLAS_ERROR_DAMAGED);
      bytes[at] ^= 0x10;
    }
  bytes[8]++;
  expect_error (bytes, length, UNK_ATLAS_ERROR_VERSION);
  bytes[8]--;
  bytes[0] = 'X';
  expect_error (bytes, length, UNK_ATLAS_ERROR_DAMAGED);
}

static void
a_missing_file_is_told (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (unk_atlas_open ("/nowhere/atlas.bin", &error));
  g_assert_error (error, UNK_ATLAS_ERROR, UNK_ATLAS_ERROR_MISSING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/atlas/every-muscle-is-whole", every_muscle_is_whole);
  g_test_add_func ("/atlas/every-id-leads-somewhere", every_id_leads_somewhere);
  g_test_add_func ("/atlas/every-view-is-drawn", every_view_is_drawn);
  g_test_add_func ("/atlas/picking-finds-the-uppermost-of-either-side",
                   picking_finds_the_uppermost_of_either_side);
  g_test_add_func ("/atlas/unknown-ids-are-told", unknown_ids_are_told);
  g_test_add_func ("/atlas/damage-is-noticed", damage_is_noticed);
  g_test_add_func ("/atlas/a-missing-file-is-told", a_missing_file_is_told);
  return g_test_run ();
}
