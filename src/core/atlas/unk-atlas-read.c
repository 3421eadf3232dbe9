/* unk-atlas-read.c: makes the structs that point into the mapped atlas
 *
 * Each read_ function takes one record of unk-atlas-format.h apart. Texts, outlines and masks stay
 * where they lie in the file: a child of a GVariant borrows its parent's bytes, so the pointers
 * hold as long as the mapping does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-atlas-read.h"

#include "unk-atlas-format.h"

gpointer
unk_atlas_keep (UnkAtlas *atlas, gsize n, gsize size)
{
  gpointer block = g_malloc0 ((n + 1) * size);

  g_ptr_array_add (atlas->arena, block);
  return block;
}

UnkTexts
unk_atlas_read_texts (UnkAtlas *atlas, GVariant *list)
{
  UnkTexts texts = (UnkTexts) g_variant_get_strv (list, NULL);

  g_ptr_array_add (atlas->arena, (gpointer) texts);
  g_variant_unref (list);
  return texts;
}

static UnkPath
read_path (GVariant *list)
{
  UnkPath path;

  path.data = g_variant_get_fixed_array (list, &path.length, sizeof (gint32));
  g_variant_unref (list);
  return path;
}

static UnkMask
read_mask (GVariant *record)
{
  UnkMask mask;
  g_autoptr (GVariant) words = NULL;
  gsize n;

  g_variant_get (record, "(iiii@at)", &mask.word, &mask.row, &mask.words, &mask.rows, &words);
  mask.bits = g_variant_get_fixed_array (words, &n, sizeof (guint64));
  if (mask.words < 0 || mask.rows < 0 || n != (gsize) mask.words * (gsize) mask.rows)
    mask.words = mask.rows = 0;
  g_variant_unref (record);
  return mask;
}

static void
read_source (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkSource *s)
{
  g_variant_get (v, "(&s&s&s)", &s->id, &s->citation, &s->address);
}

static void
read_group (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkGroup *g)
{
  g_variant_get (v, "(&s&s)", &g->id, &g->name);
}

static void
read_area (UnkAtlas *atlas, GVariant *v, UnkArea *a)
{
  GVariant *neighbors, *words;

  g_variant_get (v, "(&s&s&sbb@as@as)", &a->id, &a->name, &a->group, &a->paired, &a->deep,
                 &neighbors, &words);
  a->neighbors = unk_atlas_read_texts (atlas, neighbors);
  a->words = unk_atlas_read_texts (atlas, words);
  g_hash_table_insert (atlas->areas_by_id, (gpointer) a->id, a);
}

static void
read_technique (UnkAtlas *atlas, GVariant *v, UnkTechnique *t)
{
  GVariant *sources;

  g_variant_get (v, "(&s&s&siiiiiiii&s&s@as)", &t->id, &t->name, &t->what, &t->seconds.low,
                 &t->seconds.high, &t->repetitions.low, &t->repetitions.high, &t->pressure.low,
                 &t->pressure.high, &t->times_per_day.low, &t->times_per_day.high, &t->limit,
                 &t->evidence, &sources);
  t->sources = unk_atlas_read_texts (atlas, sources);
}

static void
read_tool (UnkAtlas *atlas, GVariant *v, UnkTool *t)
{
  GVariant *sources;

  g_variant_get (v, "(&s&s&s&s@as)", &t->id, &t->name, &t->what, &t->evidence, &sources);
  t->sources = unk_atlas_read_texts (atlas, sources);
}

static void
read_caution (UnkAtlas *atlas, GVariant *v, UnkCaution *c)
{
  GVariant *areas, *texts, *sources;

  g_variant_get (v, "(&s&s&s@as@as@as)", &c->id, &c->name, &c->level, &areas, &texts, &sources);
  c->areas = unk_atlas_read_texts (atlas, areas);
  c->texts = unk_atlas_read_texts (atlas, texts);
  c->sources = unk_atlas_read_texts (atlas, sources);
}

static void
read_contraindication (UnkAtlas *atlas, GVariant *v, UnkContraindication *c)
{
  GVariant *sources;

  g_variant_get (v, "(&s&s&s&s&s@as)", &c->id, &c->name, &c->level, &c->scope, &c->advice,
                 &sources);
  c->sources = unk_atlas_read_texts (atlas, sources);
}

static void
read_clue (UnkAtlas *atlas, GVariant *v, UnkClue *c)
{
  GVariant *kinds, *muscles, *contraindications, *sources;

  g_variant_get (v, "(&s&s&s@as@as@as@as)", &c->id, &c->group, &c->text, &kinds, &muscles,
                 &contraindications, &sources);
  c->kinds = unk_atlas_read_texts (atlas, kinds);
  c->muscles = unk_atlas_read_texts (atlas, muscles);
  c->contraindications = unk_atlas_read_texts (atlas, contraindications);
  c->sources = unk_atlas_read_texts (atlas, sources);
}

static void
read_point (UnkAtlas *atlas, GVariant *v, UnkPoint *p)
{
  GVariant *essential, *spillover;

  g_variant_get (v, "(&s&s&s&s@as@as&s)", &p->id, &p->certainty, &p->place, &p->pattern, &essential,
                 &spillover, &p->outside);
  p->essential = unk_atlas_read_texts (atlas, essential);
  p->spillover = unk_atlas_read_texts (atlas, spillover);
  g_hash_table_insert (atlas->points_by_id, (gpointer) p->id, p);
}

static void
read_pair (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkPair *p)
{
  g_variant_get (v, "(&s&s)", &p->key, &p->text);
}

static void
read_fit (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkToolFit *f)
{
  g_variant_get (v, "(&s&s&s)", &f->id, &f->fit, &f->why);
}

static void
read_citation (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkCitation *c)
{
  g_variant_get (v, "(&s&s&s)", &c->source, &c->where, &c->what_for);
}

static void
read_treatment (UnkAtlas *atlas, GVariant *v, UnkTreatment *t)
{
  GVariant *steps;

  g_variant_get (v, "(&s&s&s&s&siiiiiiii&s@as&s&s&s&s)", &t->kind, &t->self, &t->technique,
                 &t->title, &t->direction, &t->seconds.low, &t->seconds.high, &t->repetitions.low,
                 &t->repetitions.high, &t->pressure.low, &t->pressure.high, &t->times_per_day.low,
                 &t->times_per_day.high, &t->position, &steps, &t->feel, &t->stop, &t->why,
                 &t->instead);
  t->steps = unk_atlas_read_texts (atlas, steps);
}

static GVariant *
child (GVariant *v, gsize i)
{
  return g_variant_get_child_value (v, i);
}

static const char *
child_text (GVariant *v, gsize i)
{
  const char *text;

  g_variant_get_child (v, i, "&s", &text);
  return text;
}

/* In the order of UNK_FORMAT_MUSCLE. */
static void
read_muscle (UnkAtlas *atlas, GVariant *v, UnkMuscle *m)
{
  GVariant *aliases;
  guint n;

  m->id = child_text (v, 0);
  m->group = child_text (v, 1);
  m->certainty = child_text (v, 2);
  g_variant_get_child (v, 3, "(&s&s&s@as)", &m->name, &m->latin, &m->plain, &aliases);
  m->aliases = unk_atlas_read_texts (atlas, aliases);
  m->summary = child_text (v, 4);
  g_variant_get_child (v, 5, "(&s&s&s&s)", &m->origin, &m->insertion, &m->action, &m->nerve);
  UNK_READ_LIST (atlas, child (v, 6), UnkPoint, m->points, m->n_points, read_point);
  for (guint i = 0; i < m->n_points; i++)
    {
      ((UnkPoint *) m->points)[i].muscle = m;
      ((UnkPoint *) m->points)[i].number = (int) i + 1;
    }
  m->signs = unk_atlas_read_texts (atlas, child (v, 7));
  m->lookalikes = unk_atlas_read_texts (atlas, child (v, 8));
  UNK_READ_LIST (atlas, child (v, 9), UnkPair, m->starts, n, read_pair);
  UNK_READ_LIST (atlas, child (v, 10), UnkPair, m->keeps, n, read_pair);
  m->find = unk_atlas_read_texts (atlas, child (v, 11));
  m->check = unk_atlas_read_texts (atlas, child (v, 12));
  m->latent = child_text (v, 13);
  UNK_READ_LIST (atlas, child (v, 14), UnkTreatment, m->treatments, m->n_treatments,
                 read_treatment);
  m->habits = unk_atlas_read_texts (atlas, child (v, 15));
  UNK_READ_LIST (atlas, child (v, 16), UnkToolFit, m->tools, n, read_fit);
  UNK_READ_LIST (atlas, child (v, 17), UnkPair, m->cautions, n, read_pair);
  UNK_READ_LIST (atlas, child (v, 18), UnkPair, m->goes_with, n, read_pair);
  m->words = unk_atlas_read_texts (atlas, child (v, 19));
  UNK_READ_LIST (atlas, child (v, 20), UnkCitation, m->sources, n, read_citation);
  m->disagreement = child_text (v, 21);
  (void) n;
  g_hash_table_insert (atlas->muscles_by_id, (gpointer) m->id, m);
}

static void
read_shape (UnkAtlas *atlas, GVariant *v, UnkShape *s)
{
  guchar layer;
  g_autoptr (GVariant) starts = NULL;
  g_autoptr (GVariant) spans = NULL;
  GVariant *path;
  gsize n;

  g_variant_get (v, "(&sy(iiii)@aii@au@ai)", &s->id, &layer, &s->box.x, &s->box.y, &s->box.width,
                 &s->box.height, &path, &s->first_row, &starts, &spans);
  s->layer = layer;
  s->path = read_path (path);
  s->starts = g_variant_get_fixed_array (starts, &n, sizeof (guint32));
  s->n_rows = n ? n - 1 : 0;
  s->spans = g_variant_get_fixed_array (spans, &n, sizeof (gint32));
  s->muscle = g_hash_table_lookup (atlas->muscles_by_id, s->id);
  s->name = s->latin = s->id;
}

static void
read_region (UnkAtlas *atlas, GVariant *v, UnkRegion *r)
{
  const char *id;
  GVariant *path, *mask;

  g_variant_get (v, "(&s@ai@(iiiiat))", &id, &path, &mask);
  r->area = g_hash_table_lookup (atlas->areas_by_id, id);
  r->path = read_path (path);
  r->mask = read_mask (mask);
}

static void
read_zone (UnkAtlas *atlas, GVariant *v, UnkZone *z)
{
  const char *id;
  GVariant *path, *mask;

  g_variant_get (v, "(&sb@ai@(iiiiat))", &id, &z->essential, &path, &mask);
  z->point = g_hash_table_lookup (atlas->points_by_id, id);
  z->path = read_path (path);
  z->mask = read_mask (mask);
}

static void
read_cross (UnkAtlas *atlas, GVariant *v, UnkCross *c)
{
  const char *id;
  int x, y;

  g_variant_get (v, "(&siii)", &id, &x, &y, &c->fibers);
  c->point = g_hash_table_lookup (atlas->points_by_id, id);
  c->x = (double) x / UNK_FORMAT_UNITS_PER_MM;
  c->y = (double) y / UNK_FORMAT_UNITS_PER_MM;
}

static void
read_preview (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkPreview *p)
{
  g_autoptr (GVariant) pixels = NULL;
  gsize n;

  g_variant_get (v, "(&siii@ay)", &p->scheme, &p->width, &p->height, &p->stride, &pixels);
  p->pixels = g_variant_get_fixed_array (pixels, &n, 1);
  if (p->width <= 0 || p->height <= 0 || n != (gsize) p->stride * (gsize) p->height)
    p->width = p->height = 0;
}

/* In the order of UNK_FORMAT_VIEW. */
static void
read_view (UnkAtlas *atlas, GVariant *v, UnkView *view)
{
  int width, height;

  /* Views are looked up by id all the time; a copy spares their large records. */
  view->id = g_intern_string (child_text (v, 0));
  view->name = child_text (v, 1);
  g_variant_get_child (v, 2, "i", &width);
  g_variant_get_child (v, 3, "i", &height);
  view->width = (double) width / UNK_FORMAT_UNITS_PER_MM;
  view->height = (double) height / UNK_FORMAT_UNITS_PER_MM;
  g_variant_get_child (v, 4, "b", &view->mirrored);
  g_variant_get_child (v, 5, "b", &view->right_low);
  UNK_READ_LIST (atlas, child (v, 6), UnkShape, view->shapes, view->n_shapes, read_shape);
  UNK_READ_LIST (atlas, child (v, 7), UnkRegion, view->regions, view->n_regions, read_region);
  UNK_READ_LIST (atlas, child (v, 8), UnkZone, view->zones, view->n_zones, read_zone);
  UNK_READ_LIST (atlas, child (v, 9), UnkCross, view->crosses, view->n_crosses, read_cross);
  view->svg = child_text (v, 10);
  view->skin = read_path (child (v, 11));
  view->skin_mask = read_mask (child (v, 12));
  UNK_READ_LIST (atlas, child (v, 13), UnkPreview, view->previews, view->n_previews, read_preview);
}

static void
read_color (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkColor *c)
{
  g_variant_get (v, "(&su)", &c->name, &c->rgba);
}

static void
read_palette (UnkAtlas *atlas, GVariant *v, UnkPalette *p)
{
  p->scheme = child_text (v, 0);
  UNK_READ_LIST (atlas, child (v, 1), UnkColor, p->colors, p->n_colors, read_color);
}

/* A view of one side is followed by itself, turned around for the left. */
static void
add_flipped_views (UnkAtlas *atlas)
{
  UnkView *views = unk_atlas_keep (atlas, 2 * (gsize) atlas->n_views, sizeof (UnkView));
  guint n = 0;

  for (guint i = 0; i < atlas->n_views; i++)
    {
      UnkView *flipped;

      views[n++] = atlas->views[i];
      if (atlas->views[i].mirrored)
        continue;
      flipped = &views[n++];
      *flipped = atlas->views[i];
      flipped->id = g_strconcat (flipped->id, "-left", NULL);
      g_ptr_array_add (atlas->arena, (gpointer) flipped->id);
      flipped->facing = UNK_SIDE_LEFT;
      flipped->flipped = TRUE;
      g_ptr_array_add (atlas->arena, unk_mask_mirror (&atlas->views[i].skin_mask, flipped->width));
      flipped->skin_mask = *(UnkMask *) g_ptr_array_index (atlas->arena, atlas->arena->len - 1);
    }
  atlas->views = views;
  atlas->n_views = n;
}

typedef struct
{
  const char *id, *name, *latin, *group;
} FigureName;

static void
read_figure_name (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, FigureName *f)
{
  g_variant_get (v, "(&s&s&s&s)", &f->id, &f->name, &f->latin, &f->group);
}

/* A shape is called by its muscle's record or else by the figure's own list. */
static void
name_shapes (UnkAtlas *atlas, const FigureName *names, guint n_names)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_names; i++)
    g_hash_table_insert (by_id, (gpointer) names[i].id, (gpointer) &names[i]);
  for (guint i = 0; i < atlas->n_views; i++)
    for (guint j = 0; j < atlas->views[i].n_shapes; j++)
      {
        UnkShape *s = (UnkShape *) &atlas->views[i].shapes[j];
        const FigureName *f = g_hash_table_lookup (by_id, s->id);

        if (s->muscle)
          {
            s->name = s->muscle->name;
            s->latin = s->muscle->latin;
          }
        else if (f)
          {
            s->name = f->name;
            s->latin = f->latin;
          }
      }
}

static void
read_often (UnkAtlas *atlas, GVariant *list)
{
  UnkTexts ids = unk_atlas_read_texts (atlas, list);

  for (; *ids; ids++)
    {
      UnkMuscle *muscle = g_hash_table_lookup (atlas->muscles_by_id, *ids);

      if (muscle)
        muscle->often = TRUE;
    }
}

/*
 * unk_atlas_read:
 * @atlas: an atlas with its body in place
 *
 * Fills the lists. The body was checked against damage, so that nothing here can fail.
 */
void
unk_atlas_read (UnkAtlas *atlas)
{
  GVariant *body = atlas->body;
  const FigureName *names;
  guint n_names;

  atlas->muscles_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  atlas->points_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  atlas->areas_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  UNK_READ_LIST (atlas, child (body, 0), UnkSource, atlas->sources, atlas->n_sources, read_source);
  UNK_READ_LIST (atlas, child (body, 1), UnkGroup, atlas->groups, atlas->n_groups, read_group);
  UNK_READ_LIST (atlas, child (body, 2), UnkArea, atlas->areas, atlas->n_areas, read_area);
  UNK_READ_LIST (atlas, child (body, 3), UnkTechnique, atlas->techniques, atlas->n_techniques,
                 read_technique);
  UNK_READ_LIST (atlas, child (body, 4), UnkTool, atlas->tools, atlas->n_tools, read_tool);
  UNK_READ_LIST (atlas, child (body, 5), UnkCaution, atlas->sites, atlas->n_sites, read_caution);
  UNK_READ_LIST (atlas, child (body, 6), UnkContraindication, atlas->contraindications,
                 atlas->n_contraindications, read_contraindication);
  UNK_READ_LIST (atlas, child (body, 7), UnkCaution, atlas->red_flags, atlas->n_red_flags,
                 read_caution);
  UNK_READ_LIST (atlas, child (body, 8), UnkMuscle, atlas->muscles, atlas->n_muscles, read_muscle);
  UNK_READ_LIST (atlas, child (body, 9), UnkView, atlas->views, atlas->n_views, read_view);
  UNK_READ_LIST (atlas, child (body, 10), UnkPair, atlas->styles, atlas->n_styles, read_pair);
  UNK_READ_LIST (atlas, child (body, 11), UnkPalette, atlas->palettes, atlas->n_palettes,
                 read_palette);
  UNK_READ_LIST (atlas, child (body, 12), FigureName, names, n_names, read_figure_name);
  UNK_READ_LIST (atlas, child (body, 13), UnkGroup, atlas->clue_groups, atlas->n_clue_groups,
                 read_group);
  UNK_READ_LIST (atlas, child (body, 14), UnkClue, atlas->clues, atlas->n_clues, read_clue);
  read_often (atlas, child (body, 15));
  unk_atlas_read_guide (atlas, child (body, 16), child (body, 17));
  name_shapes (atlas, names, n_names);
  add_flipped_views (atlas);
}
