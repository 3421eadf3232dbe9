/* test-guide.c: the pages of the guide, and the way through them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-guide-trail.h"
#include "unk-guide.h"

static UnkAtlas *atlas;

static const UnkGuidePage *
page (const char *id)
{
  const UnkGuidePage *found = unk_atlas_find_guide_page (atlas, id);

  if (!found)
    g_error ("there is no page “%s”", id);
  return found;
}

/* ---- what the pages hold ---- */

static void
groups_stand_together_and_have_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const UnkGuidePage *pages = unk_atlas_get_guide_pages (atlas, &n);

  g_assert_cmpuint (n, >=, 45);
  for (guint i = 0; i < n; i++)
    if (i == 0 || !g_str_equal (pages[i].group, pages[i - 1].group))
      {
        g_assert_true (g_hash_table_add (seen, (gpointer) pages[i].group));
        g_assert_cmpstr (unk_guide_group_name (pages[i].group), !=, pages[i].group);
      }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 9);
}

static void
techniques_and_tools_have_a_page (void)
{
  guint n;
  const UnkTechnique *techniques = unk_atlas_get_techniques (atlas, &n);
  const UnkTool *tools;

  for (guint i = 0; i < n; i++)
    g_assert_nonnull (unk_atlas_find_page_of_technique (atlas, techniques[i].id));
  tools = unk_atlas_get_tools (atlas, &n);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (unk_atlas_find_page_of_tool (atlas, tools[i].id));
  g_assert_null (unk_atlas_find_page_of_tool (atlas, "no-such-tool"));
}

static guint
count_blocks (const UnkGuidePage *p, UnkBlockKind kind)
{
  guint n = 0;

  for (guint i = 0; i < p->n_sections; i++)
    for (guint k = 0; k < p->sections[i].n_blocks; k++)
      n += p->sections[i].blocks[k].kind == kind;
  return n;
}

static void
every_page_says_how_sure_it_is (void)
{
  guint n;
  const UnkGuidePage *pages = unk_atlas_get_guide_pages (atlas, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!count_blocks (&pages[i], UNK_BLOCK_EVIDENCE))
        g_error ("“%s” doesn’t say how sure it is", pages[i].id);
      g_assert_nonnull (pages[i].sources[0].source);
    }
}

/* What somebody else does to one is described, never directed. */
static void
professional_techniques_give_no_directions (void)
{
  guint n;
  const UnkGuidePage *pages = unk_atlas_get_guide_pages (atlas, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (pages[i].group, "techniques-professional"))
      {
        g_assert_cmpuint (count_blocks (&pages[i], UNK_BLOCK_STEPS), ==, 0);
        g_assert_cmpuint (count_blocks (&pages[i], UNK_BLOCK_DOSE), ==, 0);
        g_assert_cmpuint (count_blocks (&pages[i], UNK_BLOCK_CAUTION), >=, 1);
      }
    else if (g_str_equal (pages[i].group, "techniques-self"))
      {
        g_assert_cmpuint (count_blocks (&pages[i], UNK_BLOCK_STEPS), >=, 1);
        g_assert_cmpuint (count_blocks (&pages[i], UNK_BLOCK_CAUTION), >=, 1);
        g_assert_true (!*pages[i].techniques || count_blocks (&pages[i], UNK_BLOCK_DOSE));
      }
}

static void
conditions_begin_with_what_their_muscles_offer (void)
{
  guint n, conditions = 0;
  const UnkGuidePage *pages = unk_atlas_get_guide_pages (atlas, &n);

  for (guint i = 0; i < n; i++)
    {
      guint minutes = 0;

      if (!g_str_equal (pages[i].group, "conditions"))
        continue;
      conditions++;
      g_assert_nonnull (pages[i].usual[0].key);
      g_assert_nonnull (pages[i].lookalikes[0]);
      for (guint k = 0; k < pages[i].n_starter; k++)
        {
          g_assert_nonnull (unk_atlas_find_muscle (atlas, pages[i].starter[k].muscle, NULL));
          minutes += pages[i].starter[k].minutes;
        }
      g_assert_cmpuint (minutes, >=, 4);
      g_assert_cmpuint (minutes, <=, 20);
    }
  g_assert_cmpuint (conditions, >=, 11);
}

static void
tables_are_full (void)
{
  const UnkGuidePage *p = page ("massage-compared");
  gboolean found = FALSE;

  for (guint i = 0; i < p->n_sections; i++)
    for (guint k = 0; k < p->sections[i].n_blocks; k++)
      {
        const UnkBlock *b = &p->sections[i].blocks[k];

        if (b->kind != UNK_BLOCK_TABLE)
          continue;
        found = TRUE;
        g_assert_cmpuint (b->columns, ==, 3);
        g_assert_cmpuint (g_strv_length ((char **) b->texts), ==, 3 * 9);
      }
  g_assert_true (found);
}

static void
pictures_are_drawn_and_described (void)
{
  guint n, pictures = 0;
  const UnkGuidePage *pages = unk_atlas_get_guide_pages (atlas, &n);

  for (guint i = 0; i < n; i++)
    if (*pages[i].picture)
      {
        const UnkPicture *picture = unk_atlas_find_picture (atlas, pages[i].picture);

        pictures++;
        g_assert_nonnull (picture);
        g_assert_nonnull (strstr (picture->svg, "<svg "));
        g_assert_nonnull (strstr (picture->svg, "linearGradient"));
        g_assert_cmpuint (strlen (pages[i].picture_shows), >, 40);
      }
  g_assert_cmpuint (pictures, >=, 8);
}

/* ---- the way through them ---- */

typedef struct
{
  UnkScene *scene;
  UnkGuideTrail *trail;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->scene = unk_scene_new (atlas);
  f->trail = unk_guide_trail_new (f->scene);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (f->trail);
  g_object_unref (f->scene);
}

static void
goes_back_page_by_page (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (unk_guide_trail_is_open (f->trail));
  g_assert_false (unk_guide_trail_back (f->trail));
  unk_guide_trail_show (f->trail, NULL);
  unk_guide_trail_show (f->trail, page ("headache"));
  unk_guide_trail_show (f->trail, page ("headache"));
  unk_guide_trail_show (f->trail, page ("biofeedback"));
  g_assert_true (unk_guide_trail_get_page (f->trail) == page ("biofeedback"));
  g_assert_true (unk_guide_trail_back (f->trail));
  g_assert_true (unk_guide_trail_get_page (f->trail) == page ("headache"));
  g_assert_true (unk_guide_trail_back (f->trail));
  g_assert_true (unk_guide_trail_is_open (f->trail));
  g_assert_null (unk_guide_trail_get_page (f->trail));
  g_assert_true (unk_guide_trail_back (f->trail));
  g_assert_false (unk_guide_trail_is_open (f->trail));
}

static void
comes_back_from_a_muscle (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const UnkMuscle *muscle = unk_atlas_find_muscle (atlas, "temporalis", NULL);

  unk_guide_trail_show (f->trail, page ("headache"));
  unk_scene_show (f->scene, muscle, UNK_SIDE_RIGHT);
  g_assert_false (unk_guide_trail_is_open (f->trail));
  unk_guide_trail_show (f->trail, page ("pressure-release"));
  g_assert_true (unk_guide_trail_back (f->trail));
  g_assert_false (unk_guide_trail_is_open (f->trail)); /* the muscle again */
  g_assert_true (unk_scene_step_back (f->scene));
  g_assert_true (unk_guide_trail_get_page (f->trail) == page ("headache"));
}

static void
gives_way_to_the_muscle_that_is_chosen_already (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_scene_show (f->scene, unk_atlas_find_muscle (atlas, "temporalis", NULL), UNK_SIDE_RIGHT);
  unk_guide_trail_show (f->trail, page ("jaw"));
  unk_guide_trail_set_aside (f->trail);
  g_assert_false (unk_guide_trail_is_open (f->trail));
  g_assert_true (unk_scene_step_back (f->scene));
  g_assert_true (unk_guide_trail_get_page (f->trail) == page ("jaw"));
}

static void
gives_way_to_pain (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  unk_guide_trail_show (f->trail, page ("jaw"));
  unk_scene_set_mode (f->scene, UNK_MODE_PAIN);
  g_assert_false (unk_guide_trail_is_open (f->trail));
}

static void
forgets_the_oldest_of_many_steps (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint back = 0;

  for (guint i = 0; i < 500; i++)
    unk_guide_trail_show (f->trail, page (i % 2 ? "jaw" : "headache"));
  while (unk_guide_trail_back (f->trail))
    back++;
  g_assert_cmpuint (back, ==, 64);
}

#define ADD(name, test) g_test_add ("/guide/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = unk_atlas_open_installed (NULL);
  g_test_add_func ("/guide/groups-stand-together-and-have-names",
                   groups_stand_together_and_have_names);
  g_test_add_func ("/guide/techniques-and-tools-have-a-page", techniques_and_tools_have_a_page);
  g_test_add_func ("/guide/every-page-says-how-sure-it-is", every_page_says_how_sure_it_is);
  g_test_add_func ("/guide/professional-techniques-give-no-directions",
                   professional_techniques_give_no_directions);
  g_test_add_func ("/guide/conditions-begin-with-what-their-muscles-offer",
                   conditions_begin_with_what_their_muscles_offer);
  g_test_add_func ("/guide/tables-are-full", tables_are_full);
  g_test_add_func ("/guide/pictures-are-drawn-and-described", pictures_are_drawn_and_described);
  ADD ("goes-back-page-by-page", goes_back_page_by_page);
  ADD ("comes-back-from-a-muscle", comes_back_from_a_muscle);
  ADD ("gives-way-to-the-muscle-that-is-chosen-already",
       gives_way_to_the_muscle_that_is_chosen_already);
  ADD ("gives-way-to-pain", gives_way_to_pain);
  ADD ("forgets-the-oldest-of-many-steps", forgets_the_oldest_of_many_steps);
  status = g_test_run ();
  unk_atlas_unref (atlas);
  return status;
}
