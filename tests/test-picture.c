/* test-picture.c: what the body shows while pictures are painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

#include "unk-body-picture.h"

typedef struct
{
  UnkAtlas *atlas;
  UnkBodyPicture *picture;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GError *error = NULL;

  f->atlas = unk_atlas_open_installed (&error);
  g_assert_no_error (error);
  f->picture = unk_body_picture_new (f->atlas);
  unk_body_picture_begin (f->picture);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (f->picture);
  unk_atlas_unref (f->atlas);
}

static void
wish (Fixture *f, const char *view, UnkDepth depth)
{
  UnkWish w = { .view = unk_atlas_find_view (f->atlas, view, NULL),
                .scheme = "light",
                .depth = depth,
                .scale_factor = 1 };

  w.stage = (UnkStage){ w.view->width, w.view->height, 600, 800 };
  w.camera = unk_camera_fit (&w.stage);
  unk_body_picture_wish (f->picture, &w);
}

static void
wait_until_sharp (Fixture *f)
{
  while (!unk_body_picture_is_sharp (f->picture))
    g_main_context_iteration (NULL, TRUE);
}

static GdkTexture *
find_texture (GskRenderNode *node)
{
  guint n;

  if (gsk_render_node_get_node_type (node) == GSK_TEXTURE_NODE)
    return gsk_texture_node_get_texture (node);
  if (gsk_render_node_get_node_type (node) != GSK_CONTAINER_NODE)
    return NULL;
  n = gsk_container_node_get_n_children (node);
  for (guint i = 0; i < n; i++)
    {
      GdkTexture *texture = find_texture (gsk_container_node_get_child (node, i));

      if (texture)
        return texture;
    }
  return NULL;
}

/* What a frame would show that is painted now. */
static GdkTexture *
paint_frame (Fixture *f)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA ground = { 1, 1, 1, 1 };
  g_autoptr (GskRenderNode) node = NULL;

  unk_body_picture_snapshot_body (f->picture, snapshot, &ground);
  node = gtk_snapshot_free_to_node (snapshot);
  return node ? find_texture (node) : NULL;
}

/* The next frame after the switch has the sharp picture; nothing has to be painted for it. */
static void
a_view_seen_before_is_back_in_the_next_frame (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const views[] = { "front", "back", "side", "hand-palm", "foot-top" };
  GdkTexture *seen[G_N_ELEMENTS (views)];

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      wish (f, views[i], UNK_DEPTH_1);
      wait_until_sharp (f);
      seen[i] = paint_frame (f);
      g_assert_nonnull (seen[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      wish (f, views[i], UNK_DEPTH_1);
      g_assert_true (paint_frame (f) == seen[i]);
    }
}

static void
a_depth_seen_before_is_back_in_the_next_frame (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GdkTexture *seen[UNK_N_DEPTHS];

  for (UnkDepth depth = UNK_DEPTH_SKIN; depth < UNK_N_DEPTHS; depth++)
    {
      wish (f, "back", depth);
      wait_until_sharp (f);
      seen[depth] = paint_frame (f);
      g_assert_nonnull (seen[depth]);
    }
  for (UnkDepth depth = UNK_DEPTH_SKIN; depth < UNK_N_DEPTHS; depth++)
    {
      wish (f, "back", depth);
      g_assert_true (paint_frame (f) == seen[depth]);
    }
}

/* Before it is painted the preview is there, and is replaced by something sharper. */
static void
a_view_not_seen_yet_shows_its_preview (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GdkTexture *preview;

  wish (f, "side", UNK_DEPTH_1);
  g_assert_false (unk_body_picture_is_sharp (f->picture));
  preview = paint_frame (f);
  g_assert_nonnull (preview);
  wait_until_sharp (f);
  g_assert_true (paint_frame (f) != preview);
  g_assert_cmpint (gdk_texture_get_height (paint_frame (f)), >, gdk_texture_get_height (preview));
}

#define ADD(path, test) g_test_add ("/picture/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Render nodes need the toolkit, but no display. */
  gtk_init_check ();
  ADD ("a-view-seen-before-is-back-in-the-next-frame",
       a_view_seen_before_is_back_in_the_next_frame);
  ADD ("a-depth-seen-before-is-back-in-the-next-frame",
       a_depth_seen_before_is_back_in_the_next_frame);
  ADD ("a-view-not-seen-yet-shows-its-preview", a_view_not_seen_yet_shows_its_preview);
  return g_test_run ();
}
