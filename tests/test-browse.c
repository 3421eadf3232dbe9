/* test-browse.c: shelves, comparison, notes and favorites
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "unk-compare.h"
#include "unk-keeper.h"
#include "unk-labels.h"
#include "unk-scene.h"
#include "unk-search.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkNotes *notes;
  const UnkMuscle *infraspinatus, *supraspinatus;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->atlas = unk_atlas_open_installed (NULL);
  f->notes = unk_notes_new ();
  f->infraspinatus = unk_atlas_find_muscle (f->atlas, "infraspinatus", NULL);
  f->supraspinatus = unk_atlas_find_muscle (f->atlas, "supraspinatus", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->notes);
  unk_atlas_unref (f->atlas);
}

static void
every_muscle_stands_on_every_shelf (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint n;
  const UnkMuscle *muscles = unk_atlas_get_muscles (f->atlas, &n);

  for (UnkShelf shelf = UNK_SHELF_REGION; shelf < UNK_SHELF_FAVORITES; shelf++)
    {
      g_autoptr (GPtrArray) sections = unk_shelf_list (shelf, f->atlas, f->notes);

      g_assert_cmpuint (sections->len, >, 5);
      for (guint i = 0; i < n; i++)
        {
          gboolean found = FALSE;

          for (guint k = 0; k < sections->len; k++)
            found |= unk_listing_find (g_ptr_array_index (sections, k), &muscles[i]) >= 0;
          if (!found)
            g_error ("%s is on no section of the shelf “%s” (nerve: %s)", muscles[i].id,
                     unk_shelf_id (shelf), muscles[i].nerve);
        }
    }
}

static void
no_section_is_empty_and_each_opens_by_its_id (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  for (UnkShelf shelf = UNK_SHELF_REGION; shelf < UNK_SHELF_FAVORITES; shelf++)
    {
      g_autoptr (GPtrArray) sections = unk_shelf_list (shelf, f->atlas, f->notes);

      for (guint k = 0; k < sections->len; k++)
        {
          const UnkListing *section = g_ptr_array_index (sections, k);
          g_autoptr (UnkListing) opened = unk_listing_open (section->id, f->atlas, f->notes);

          g_assert_cmpuint (section->muscles->len, >, 0);
          g_assert_nonnull (opened);
          g_assert_cmpstr (opened->name, ==, section->name);
          g_assert_cmpuint (opened->muscles->len, ==, section->muscles->len);
        }
    }
  g_assert_null (unk_listing_open ("group/nowhere", f->atlas, f->notes));
  g_assert_null (unk_listing_open ("group", f->atlas, f->notes));
}

static void
nerves_are_those_of_the_books (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *nerve, *muscle;
    gboolean moves;
  } facts[] = {
    { "nerve/femoral", "rectus-femoris", TRUE },
    { "nerve/femoral", "quadratus-femoris", FALSE },
    { "nerve/obturator", "obturator-internus", FALSE },
    { "nerve/obturator", "adductor-longus", TRUE },
    { "nerve/subscapular", "infraspinatus", FALSE },
    { "nerve/suprascapular", "infraspinatus", TRUE },
    { "nerve/axillary", "teres-minor", TRUE },
    { "nerve/tibial", "soleus", TRUE },
    { "nerve/front-branches", "external-oblique", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (UnkListing) section = unk_listing_open (facts[i].nerve, f->atlas, f->notes);
      const UnkMuscle *muscle = unk_atlas_find_muscle (f->atlas, facts[i].muscle, NULL);

      g_assert_nonnull (section);
      if (muscle && (unk_listing_find (section, muscle) >= 0) != facts[i].moves)
        g_error ("%s: %s", facts[i].nerve, facts[i].muscle);
    }
}

static void
steps_go_around (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkListing) list = unk_listing_open ("group/shoulder", f->atlas, f->notes);
  const UnkMuscle *first = g_ptr_array_index (list->muscles, 0), *at = NULL;

  g_assert_true (unk_listing_step (list, NULL, 1) == first);
  g_assert_true (unk_listing_step (list, NULL, -1) ==
                 g_ptr_array_index (list->muscles, list->muscles->len - 1));
  for (guint i = 0; i <= list->muscles->len; i++)
    at = unk_listing_step (list, at, 1);
  g_assert_true (at == first);
  g_assert_true (unk_listing_step (list, unk_listing_step (list, first, -1), 1) == first);
}

static void
who_refers_here_names_the_essential_ones_first (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkListing) list = unk_listing_open ("refers/front-of-shoulder", f->atlas, f->notes);

  g_assert_cmpuint (list->n_essential, >, 0);
  g_assert_cmpuint (list->n_essential, <, list->muscles->len);
  for (guint i = 0; i < list->muscles->len; i++)
    g_assert_cmpint (unk_reach_of (g_ptr_array_index (list->muscles, i), "front-of-shoulder"), ==,
                     i < list->n_essential ? UNK_REACH_ESSENTIAL : UNK_REACH_SPILLOVER);
  g_assert_cmpint (unk_listing_find (list, f->infraspinatus), >=, 0);
}

static void
parts_of_a_comparison_are_whole_and_apart (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint n, total = 0, areas = 0, n_areas;
  const UnkView *views = unk_atlas_get_views (f->atlas, &n);
  const UnkArea *all = unk_atlas_get_areas (f->atlas, &n_areas);

  for (guint i = 0; i < n_areas; i++)
    areas +=
      unk_reach_of (f->infraspinatus, all[i].id) || unk_reach_of (f->supraspinatus, all[i].id);
  for (UnkPart part = 0; part < UNK_N_PARTS; part++)
    {
      g_autoptr (GArray) list =
        unk_compare_areas (f->atlas, f->infraspinatus, f->supraspinatus, part);

      total += list->len;
    }
  g_assert_cmpuint (total, ==, areas);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UnkMask) both =
        unk_compare_new_mask (&views[i], f->infraspinatus, f->supraspinatus, UNK_PART_BOTH);
      g_autoptr (UnkMask) one =
        unk_compare_new_mask (&views[i], f->infraspinatus, f->supraspinatus, UNK_PART_FIRST);
      g_autoptr (UnkMask) two =
        unk_compare_new_mask (&views[i], f->infraspinatus, f->supraspinatus, UNK_PART_SECOND);

      g_assert_cmpuint (unk_mask_count_common (both, one), ==, 0);
      g_assert_cmpuint (unk_mask_count_common (both, two), ==, 0);
      g_assert_cmpuint (unk_mask_count_common (one, two), ==, 0);
    }
}

static void
comparing_goes_both_ways (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  double there = unk_compare_share (f->atlas, f->infraspinatus, f->supraspinatus);
  double back = unk_compare_share (f->atlas, f->supraspinatus, f->infraspinatus);
  g_autoptr (GArray) ranked = unk_compare_rank (f->atlas, f->infraspinatus);

  g_assert_cmpfloat (there, ==, back);
  g_assert_cmpfloat (there, >, 0.1);
  g_assert_cmpfloat (unk_compare_share (f->atlas, f->infraspinatus, f->infraspinatus), ==, 1);
  for (guint i = 0; i < ranked->len; i++)
    {
      g_assert_true (g_array_index (ranked, UnkAlike, i).muscle != f->infraspinatus);
      if (i)
        g_assert_cmpfloat (g_array_index (ranked, UnkAlike, i).alike, <=,
                           g_array_index (ranked, UnkAlike, i - 1).alike);
    }
}

static void
what_was_typed_is_taken_back_as_one (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_notes_set_favorite (f->notes, "soleus", TRUE);
  unk_notes_set_note (f->notes, "soleus", "S");
  unk_notes_set_note (f->notes, "soleus", "So");
  unk_notes_set_note (f->notes, "soleus", "Sore");
  g_assert_true (unk_notes_undo (f->notes));
  g_assert_cmpstr (unk_notes_get_note (f->notes, "soleus"), ==, "");
  g_assert_true (unk_notes_is_favorite (f->notes, "soleus"));
  g_assert_true (unk_notes_undo (f->notes));
  g_assert_false (unk_notes_is_favorite (f->notes, "soleus"));
  g_assert_false (unk_notes_undo (f->notes));
  g_assert_cmpuint (unk_notes_count (f->notes), ==, 0);
}

static void
blanks_are_no_note (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_notes_set_note (f->notes, "soleus", " \n ");
  g_assert_cmpuint (unk_notes_count (f->notes), ==, 0);
  g_assert_false (unk_notes_can_undo (f->notes));
}

static const UnkHit *
find_hit (GArray *hits, const char *id)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, UnkHit, i).muscle &&
        g_str_equal (g_array_index (hits, UnkHit, i).muscle->id, id))
      return &g_array_index (hits, UnkHit, i);
  return NULL;
}

static void
search_finds_notes_and_favorites (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkSearch) search = unk_search_new (f->atlas);
  g_autoptr (GArray) before = NULL, noted = NULL, starred = NULL, after = NULL;

  unk_search_set_notes (search, f->notes);
  before = unk_search_find (search, "trombone");
  g_assert_cmpuint (before->len, ==, 0);
  unk_notes_set_note (f->notes, "soleus", "After the trombone lesson");
  unk_notes_set_favorite (f->notes, "masseter-deep", TRUE);
  noted = unk_search_find (search, "trombone");
  g_assert_cmpuint (noted->len, ==, 1);
  g_assert_cmpstr (find_hit (noted, "soleus")->reason, ==, "After the trombone lesson");
  starred = unk_search_find (search, "favorites");
  g_assert_nonnull (find_hit (starred, "masseter-deep"));
  g_assert_null (find_hit (starred, "soleus"));
  unk_notes_set_note (f->notes, "soleus", "");
  after = unk_search_find (search, "trombone");
  g_assert_cmpuint (after->len, ==, 0);
}

static void
notes_come_back_from_the_file (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_dir_make_tmp ("unknot-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "unknot.db", NULL);

  for (int run = 0; run < 3; run++)
    {
      g_autoptr (UnkScene) scene = unk_scene_new (f->atlas);
      UnkNotes *notes = unk_scene_get_notes (scene);
      g_autoptr (UnkKeeper) keeper =
        unk_keeper_new (unk_scene_get_marks (scene), unk_scene_get_answers (scene));

      unk_keeper_set_notes (keeper, notes);
      /* What is written before the file is open comes before what is in it. */
      if (run == 1)
        unk_notes_set_note (notes, "soleus", "second");
      unk_keeper_open (keeper, path);
      if (run == 0)
        {
          unk_notes_set_note (notes, "soleus", "first");
          unk_notes_set_favorite (notes, "gracilis", TRUE);
          unk_notes_set_favorite (notes, "sartorius", TRUE);
          unk_notes_set_favorite (notes, "sartorius", FALSE);
        }
      else
        {
          g_assert_cmpstr (unk_notes_get_note (notes, "soleus"), ==, "second");
          g_assert_true (unk_notes_is_favorite (notes, "gracilis"));
          g_assert_cmpuint (unk_notes_count (notes), ==, 2);
          g_assert_true (run == 1 || !unk_notes_can_undo (notes));
        }
    }
  g_remove (path);
  g_rmdir (folder);
}

static void
favorites_follow_the_stars (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkLook) look = unk_look_new (f->atlas, f->notes);

  g_assert_true (unk_look_set_shelf (look, "favorites"));
  g_assert_cmpuint (unk_look_get_section (look)->muscles->len, ==, 0);
  g_assert_cmpuint (unk_look_get_walk (look)->muscles->len, >, 100);
  unk_notes_set_favorite (f->notes, "soleus", TRUE);
  g_assert_cmpuint (unk_look_get_section (look)->muscles->len, ==, 1);
  g_assert_cmpuint (unk_look_get_walk (look)->muscles->len, ==, 1);
}

static void
what_is_unknown_changes_nothing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (UnkLook) look = unk_look_new (f->atlas, f->notes);

  g_assert_true (unk_look_set_shelf (look, "nerve/radial"));
  g_assert_true (unk_look_set_zones (look, "neck"));
  g_assert_cmpstr (unk_look_get_zones (look)->id, ==, "group/neck");
  g_assert_false (unk_look_set_shelf (look, "group/nowhere"));
  g_assert_false (unk_look_set_shelf (look, "cupboard"));
  g_assert_false (unk_look_set_zones (look, "nowhere"));
  g_assert_cmpstr (unk_look_get_shelf (look), ==, "nerve/radial");
  g_assert_cmpstr (unk_look_get_zones (look)->id, ==, "group/neck");
}

static PangoLayout *
make_layout (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);

  g_object_unref (context);
  return layout;
}

static gboolean
touch (const UnkLabel *a, const UnkLabel *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static void
names_do_not_touch_at_any_zoom (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PangoLayout) layout = make_layout ();
  guint n;
  const UnkView *views = unk_atlas_get_views (f->atlas, &n);

  for (guint v = 0; v < n; v++)
    for (UnkDepth depth = UNK_DEPTH_SKIN; depth <= UNK_DEPTH_4; depth++)
      {
        g_autoptr (UnkLabelMap) map = unk_label_map_new (&views[v], depth);

        for (double zoom = 1; zoom <= 4; zoom *= 2)
          {
            double scale = zoom * 700 / views[v].height;
            UnkLabelFrame frame = { scale,
                                    340 - views[v].width * scale / 2,
                                    350 - views[v].height * scale / 3,
                                    680,
                                    720,
                                    50,
                                    180,
                                    320 };
            g_autoptr (GArray) labels = unk_label_map_place (map, layout, &frame);

            if (zoom == 1 && depth <= UNK_DEPTH_1)
              g_assert_cmpuint (labels->len, >, 3);
            for (guint i = 0; i < labels->len; i++)
              {
                const UnkLabel *label = &g_array_index (labels, UnkLabel, i);

                g_assert_cmpfloat (label->y, >=, frame.top - 0.5);
                g_assert_cmpfloat (
                  label->y + label->height, <=,
                  frame.height - (label->right ? frame.bottom_right : frame.bottom_left) + 0.5);
                for (guint k = 0; k < i; k++)
                  g_assert_false (touch (label, &g_array_index (labels, UnkLabel, k)));
              }
          }
      }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/browse/every-muscle-stands-on-every-shelf", every_muscle_stands_on_every_shelf);
  ADD ("/browse/no-section-is-empty-and-each-opens-by-its-id",
       no_section_is_empty_and_each_opens_by_its_id);
  ADD ("/browse/nerves-are-those-of-the-books", nerves_are_those_of_the_books);
  ADD ("/browse/steps-go-around", steps_go_around);
  ADD ("/browse/who-refers-here-names-the-essential-ones-first",
       who_refers_here_names_the_essential_ones_first);
  ADD ("/browse/parts-of-a-comparison-are-whole-and-apart",
       parts_of_a_comparison_are_whole_and_apart);
  ADD ("/browse/comparing-goes-both-ways", comparing_goes_both_ways);
  ADD ("/browse/what-was-typed-is-taken-back-as-one", what_was_typed_is_taken_back_as_one);
  ADD ("/browse/blanks-are-no-note", blanks_are_no_note);
  ADD ("/browse/search-finds-notes-and-favorites", search_finds_notes_and_favorites);
  ADD ("/browse/notes-come-back-from-the-file", notes_come_back_from_the_file);
  ADD ("/browse/favorites-follow-the-stars", favorites_follow_the_stars);
  ADD ("/browse/what-is-unknown-changes-nothing", what_is_unknown_changes_nothing);
  ADD ("/browse/names-do-not-touch-at-any-zoom", names_do_not_touch_at_any_zoom);
  return g_test_run ();
}
