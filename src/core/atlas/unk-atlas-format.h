/* unk-atlas-format.h: how the compiled atlas lies in its file
 *
 * The one file that unknot-compile writes and UnkAtlas maps: a header of 32 bytes, then one
 * GVariant of UNK_FORMAT_BODY in the byte order of the machine. Everything in it is used where it
 * lies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#define UNK_FORMAT_MAGIC "UNKATLAS" /* eight bytes, no end mark */
#define UNK_FORMAT_VERSION 5u

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 byte_order;  /* G_BYTE_ORDER of the writer */
  guint64 body_length; /* in bytes, right behind the header */
  guint64 checksum;    /* unk_format_checksum() of the body */
} UnkFormatHeader;

/* Lengths in a file are integers of a hundredth of a millimeter. */
#define UNK_FORMAT_UNITS_PER_MM 100

/* Masks lie on a grid of this many millimeters a cell, counted from the view's left upper corner.
 */
#define UNK_GRID_MM 2
/* Rows of a muscle's spans are this far apart; row r is sampled at its middle. */
#define UNK_SPAN_ROW_MM 0.5

/* A path: UnkPath's array of integers (see unk-path.h). */
#define UNK_FORMAT_PATH "ai"

/* A mask: first column in words of 64 cells, first row, words a row, rows; the words, row by row,
 * lowest bit leftmost. */
#define UNK_FORMAT_MASK "(iiiiat)"

/* id, citation, address or "" */
#define UNK_FORMAT_SOURCE "(sss)"
/* id, name */
#define UNK_FORMAT_GROUP "(ss)"
/* id, name, group, paired, deep, neighbors, words */
#define UNK_FORMAT_AREA "(sssbbasas)"
/* id, name, what it is, seconds min max, repetitions min max, pressure min max, times a day min
 * max, limit, evidence, sources */
#define UNK_FORMAT_TECHNIQUE "(sssiiiiiiiissas)"
/* id, name, what it is, evidence, sources */
#define UNK_FORMAT_TOOL "(ssssas)"
/* id, name, level, areas, advice, sources */
#define UNK_FORMAT_SITE "(sssasasas)"
/* id, name, level, scope, advice, sources */
#define UNK_FORMAT_CONTRAINDICATION "(sssssas)"
/* id, name, urgency, areas, signs, sources */
#define UNK_FORMAT_RED_FLAG "(sssasasas)"

/* id, group, text, kinds of causes, muscles, contraindications, sources */
#define UNK_FORMAT_CLUE "(sssasasasas)"

/* id, certainty, place, pattern, essential areas, spillover areas, why outside or "" */
#define UNK_FORMAT_POINT "(ssssasass)"
/* kind (compression, friction, stretch), self (yes, careful, no), technique, title or "", direction
 * or "", seconds min max, repetitions min max, pressure min max, times a day min max (all 0 where
 * self is no), position, steps, feel or "", stop or "", why or "", instead or "" */
#define UNK_FORMAT_TREATMENT "(sssssiiiiiiiisasssss)"
/* id, group, certainty, (name, latin, plain, aliases), summary, (origin, insertion, action, nerve),
 * points, signs, lookalikes, starts (kind, text), keeps (kind, text), find, check, latent or "",
 * treatments, habits, tools (id, fit, why), cautions (site, text or ""), goes with (muscle, why),
 * words, sources (id, where, what for), disagreement or "" */
#define UNK_FORMAT_MUSCLE                                                                          \
  "(sss(sssas)s(ssss)a" UNK_FORMAT_POINT "asasa(ss)a(ss)asass"                                     \
  "a" UNK_FORMAT_TREATMENT "asa(sss)a(ss)a(ss)asa(sss)s)"

/* A muscle in a view: id, layer 1-4, box x y w h in units, outline of the right half, first span
 * row, for each row the index of its first number in the spans behind it (rows + 1 of them), spans
 * as pairs x0 x1 in units */
#define UNK_FORMAT_SHAPE "(sy(iiii)" UNK_FORMAT_PATH "iauai)"
/* An area in a view: id, outline, mask */
#define UNK_FORMAT_REGION "(s" UNK_FORMAT_PATH UNK_FORMAT_MASK ")"
/* A zone in a view: point id, essential (or else spillover), outline, mask */
#define UNK_FORMAT_ZONE "(sb" UNK_FORMAT_PATH UNK_FORMAT_MASK ")"
/* An X in a view: point id, x, y in units, how the fibers run there in degrees or
 * UNK_FORMAT_NO_FIBERS */
#define UNK_FORMAT_CROSS "(siii)"
#define UNK_FORMAT_NO_FIBERS (-1)
/* A picture made at build time: scheme, width, height, stride, pixels as cairo's ARGB32 */
#define UNK_FORMAT_PREVIEW "(siiiay)"
/* id, name, width, height in units, mirrored about its middle (or else flipped for the left), the
 * right half lies at small x, shapes superficial first, regions, zones, crosses, SVG of both
 * halves, skin outline, skin mask, previews */
#define UNK_FORMAT_VIEW                                                                            \
  "(ssiibba" UNK_FORMAT_SHAPE "a" UNK_FORMAT_REGION "a" UNK_FORMAT_ZONE "a" UNK_FORMAT_CROSS       \
  "s" UNK_FORMAT_PATH UNK_FORMAT_MASK "a" UNK_FORMAT_PREVIEW ")"
/* name (light, dark …), stylesheet text */
#define UNK_FORMAT_STYLE "(ss)"
/* scheme, (name, 0xrrggbbaa) */
#define UNK_FORMAT_PALETTE "(sa(su))"

/* What the figure may draw (data/figure/muscles.xml): id, name, latin, group or "" for a structure
 * without points */
#define UNK_FORMAT_FIGURE_NAME "(ssss)"

/* A block of the guide: kind (paragraph, steps, bullets, table, caution, evidence, dose), key (of
 * evidence: tested, mixed, tradition, disputed; of a dose: its technique; or else ""), columns of a
 * table or 0, texts (of a table: cell by cell, the header row first) */
#define UNK_FORMAT_BLOCK "(ssuas)"
/* heading, blocks */
#define UNK_FORMAT_SECTION "(sa" UNK_FORMAT_BLOCK ")"
/* id, group, title, summary, techniques, tools, picture or "", what it shows or "", sections, usual
 * muscles (id, why), lookalikes, starter routine (muscle, technique, minutes), linked pages,
 * muscles, areas, words, sources (id, where, what for) */
#define UNK_FORMAT_GUIDE_PAGE "(ssssasasssa" UNK_FORMAT_SECTION "a(ss)asa(ssu)asasasasa(sss))"
/* A picture of the guide: id, width, height, SVG */
#define UNK_FORMAT_PICTURE "(sdds)"

/* sources, groups of muscles and of areas, areas, techniques, tools, sites, contraindications, red
 * flags, muscles, views, styles, palettes, figure names, groups of clues, clues, muscles whose
 * points are found often, pages of the guide, its pictures */
#define UNK_FORMAT_BODY                                                                            \
  "(a" UNK_FORMAT_SOURCE "a" UNK_FORMAT_GROUP "a" UNK_FORMAT_AREA "a" UNK_FORMAT_TECHNIQUE         \
  "a" UNK_FORMAT_TOOL "a" UNK_FORMAT_SITE "a" UNK_FORMAT_CONTRAINDICATION "a" UNK_FORMAT_RED_FLAG  \
  "a" UNK_FORMAT_MUSCLE "a" UNK_FORMAT_VIEW "a" UNK_FORMAT_STYLE "a" UNK_FORMAT_PALETTE            \
  "a" UNK_FORMAT_FIGURE_NAME "a" UNK_FORMAT_GROUP "a" UNK_FORMAT_CLUE "as"                         \
  "a" UNK_FORMAT_GUIDE_PAGE "a" UNK_FORMAT_PICTURE ")"

/**
 * unk_format_checksum:
 * @data: bytes
 * @length: how many
 *
 * A fast sum that notices damage (not tampering): multiply and rotate over words of eight bytes, four
 * at a time that don't wait for each other.
 *
 * Returns: the sum
 */
static inline guint64
unk_format_checksum (const guint8 *data, gsize length)
{
  guint64 sums[4] = { 0x9e3779b97f4a7c15u ^ length, 1, 2, 3 }, sum = 0;
  gsize i = 0;

  for (; i + 32 <= length; i += 32)
    for (int lane = 0; lane < 4; lane++)
      {
        guint64 word;

        __builtin_memcpy (&word, data + i + 8 * lane, 8);
        sums[lane] = (sums[lane] ^ word) * 0xff51afd7ed558ccdu;
        sums[lane] ^= sums[lane] >> 29;
      }
  for (int lane = 0; lane < 4; lane++)
    sum = (sum ^ sums[lane]) * 0xff51afd7ed558ccdu;
  for (; i < length; i++)
    sum = (sum ^ data[i]) * 0xff51afd7ed558ccdu;
  return sum ^ (sum >> 32);
}
