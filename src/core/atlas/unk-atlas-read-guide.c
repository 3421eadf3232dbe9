/* unk-atlas-read-guide.c: makes the structs of the guide that point into the mapped atlas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-atlas-read.h"

static UnkBlockKind
block_kind (const char *name)
{
  static const char *const names[] = {
    [UNK_BLOCK_PARAGRAPH] = "paragraph", [UNK_BLOCK_STEPS] = "steps",
    [UNK_BLOCK_BULLETS] = "bullets",     [UNK_BLOCK_TABLE] = "table",
    [UNK_BLOCK_CAUTION] = "caution",     [UNK_BLOCK_EVIDENCE] = "evidence",
    [UNK_BLOCK_DOSE] = "dose",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (UnkBlockKind) i;
  return UNK_BLOCK_PARAGRAPH;
}

static void
read_block (UnkAtlas *atlas, GVariant *v, UnkBlock *b)
{
  const char *kind;
  GVariant *texts;

  g_variant_get (v, "(&s&su@as)", &kind, &b->key, &b->columns, &texts);
  b->kind = block_kind (kind);
  b->texts = unk_atlas_read_texts (atlas, texts);
}

static void
read_section (UnkAtlas *atlas, GVariant *v, UnkSection *s)
{
  GVariant *blocks;

  g_variant_get (v, "(&s@a(ssuas))", &s->heading, &blocks);
  UNK_READ_LIST (atlas, blocks, UnkBlock, s->blocks, s->n_blocks, read_block);
}

static void
read_usual (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkPair *p)
{
  g_variant_get (v, "(&s&s)", &p->key, &p->text);
}

static void
read_starter (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkStarterStep *s)
{
  g_variant_get (v, "(&s&su)", &s->muscle, &s->technique, &s->minutes);
}

static void
read_citation (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkCitation *c)
{
  g_variant_get (v, "(&s&s&s)", &c->source, &c->where, &c->what_for);
}

static void
read_picture (UnkAtlas *atlas G_GNUC_UNUSED, GVariant *v, UnkPicture *p)
{
  g_variant_get (v, "(&sdd&s)", &p->id, &p->width, &p->height, &p->svg);
}

static const char *
child_text (GVariant *v, gsize i)
{
  const char *text;

  g_variant_get_child (v, i, "&s", &text);
  return text;
}

static UnkTexts
child_texts (UnkAtlas *atlas, GVariant *v, gsize i)
{
  return unk_atlas_read_texts (atlas, g_variant_get_child_value (v, i));
}

/* In the order of UNK_FORMAT_GUIDE_PAGE. */
static void
read_page (UnkAtlas *atlas, GVariant *v, UnkGuidePage *p)
{
  guint n;

  p->id = child_text (v, 0);
  p->group = child_text (v, 1);
  p->title = child_text (v, 2);
  p->summary = child_text (v, 3);
  p->techniques = child_texts (atlas, v, 4);
  p->tools = child_texts (atlas, v, 5);
  p->picture = child_text (v, 6);
  p->picture_shows = child_text (v, 7);
  UNK_READ_LIST (atlas, g_variant_get_child_value (v, 8), UnkSection, p->sections, p->n_sections,
                 read_section);
  UNK_READ_LIST (atlas, g_variant_get_child_value (v, 9), UnkPair, p->usual, n, read_usual);
  p->lookalikes = child_texts (atlas, v, 10);
  UNK_READ_LIST (atlas, g_variant_get_child_value (v, 11), UnkStarterStep, p->starter, p->n_starter,
                 read_starter);
  p->pages = child_texts (atlas, v, 12);
  p->muscles = child_texts (atlas, v, 13);
  p->areas = child_texts (atlas, v, 14);
  p->words = child_texts (atlas, v, 15);
  UNK_READ_LIST (atlas, g_variant_get_child_value (v, 16), UnkCitation, p->sources, n,
                 read_citation);
  (void) n;
}

/**
 * unk_atlas_read_guide:
 * @atlas: an atlas
 * @pages: (transfer full): an array of UNK_FORMAT_GUIDE_PAGE
 * @pictures: (transfer full): an array of UNK_FORMAT_PICTURE
 *
 * Reads the guide.
 */
void
unk_atlas_read_guide (UnkAtlas *atlas, GVariant *pages, GVariant *pictures)
{
  UNK_READ_LIST (atlas, pages, UnkGuidePage, atlas->guide_pages, atlas->n_guide_pages, read_page);
  UNK_READ_LIST (atlas, pictures, UnkPicture, atlas->pictures, atlas->n_pictures, read_picture);
}
