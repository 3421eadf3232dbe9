/* unk-atlas.h: what is known: muscles, their points and zones, the drawn views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-mask.h"
#include "unk-path.h"

G_BEGIN_DECLS

#define UNK_ATLAS_ERROR (unk_atlas_error_quark ())
GQuark unk_atlas_error_quark (void);

typedef enum
{
  UNK_ATLAS_ERROR_MISSING, /* the file can't be read */
  UNK_ATLAS_ERROR_DAMAGED, /* it is not an atlas, or cut short, or changed */
  UNK_ATLAS_ERROR_VERSION, /* it was made by another version */
  UNK_ATLAS_ERROR_UNKNOWN, /* an id that the atlas doesn't hold */
} UnkAtlasError;

/* Everything below is borrowed from the atlas and never changes. Texts are in English: show them
 * through unk_text(). */
typedef const char *const *UnkTexts; /* ends with NULL */

typedef struct
{
  int low, high;
} UnkRange;

typedef struct
{
  const char *id, *citation, *address;
} UnkSource;

typedef struct
{
  const char *id, *name;
} UnkGroup;

typedef struct
{
  const char *id, *name, *group;
  gboolean paired;
  gboolean deep;
  UnkTexts neighbors; /* ids */
  UnkTexts words;
} UnkArea;

typedef struct
{
  const char *id, *name, *what;
  UnkRange seconds, repetitions, pressure, times_per_day;
  const char *limit, *evidence;
  UnkTexts sources; /* ids */
} UnkTechnique;

typedef struct
{
  const char *id, *name, *what, *evidence;
  UnkTexts sources; /* ids */
} UnkTool;

/* A site to be careful with, or a sign that wants a doctor. */
typedef struct
{
  const char *id, *name;
  const char
    *level; /* of a site: clinician-only … careful; of a red flag: emergency, same-day, soon */
  UnkTexts areas;   /* ids */
  UnkTexts texts;   /* advice, or signs */
  UnkTexts sources; /* ids */
} UnkCaution;

/* A condition under which to leave massage, to ask first or to go gently. */
typedef struct
{
  const char *id, *name;
  const char *level; /* do-not, ask-doctor, careful */
  const char *scope; /* local, limb, general */
  const char *advice;
  UnkTexts sources; /* ids */
} UnkContraindication;

/* Something that a user may say besides where it hurts. */
typedef struct
{
  const char *id, *group; /* ids */
  const char *text;       /* "Sitting for long" */
  UnkTexts kinds;         /* kinds of causes that it speaks of: see the records' starts and keeps */
  UnkTexts muscles;       /* ids of those that it speaks for by name */
  UnkTexts contraindications; /* ids of those that it asks about as well */
  UnkTexts sources;           /* ids */
} UnkClue;

/* Two texts, or an id and a text. */
typedef struct
{
  const char *key, *text;
} UnkPair;

typedef struct
{
  const char *id, *fit, *why;
} UnkToolFit;

typedef struct
{
  const char *source, *where, *what_for;
} UnkCitation;

typedef struct
{
  const char *kind;      /* compression, friction, stretch */
  const char *self;      /* yes, careful, no */
  const char *technique; /* id */
  const char *title, *direction;
  UnkRange seconds, repetitions, pressure, times_per_day; /* all 0 where self is no */
  const char *position;
  UnkTexts steps;
  const char *feel, *stop, *why, *instead;
} UnkTreatment;

typedef struct _UnkMuscle UnkMuscle;

typedef struct
{
  const char *id; /* infraspinatus.1 */
  const UnkMuscle *muscle;
  int number; /* from 1 */
  const char *certainty, *place, *pattern;
  UnkTexts essential, spillover; /* ids of areas */
  const char *outside;
} UnkPoint;

struct _UnkMuscle
{
  const char *id, *group, *certainty;
  const char *name, *latin, *plain;
  UnkTexts aliases;
  const char *summary;
  const char *origin, *insertion, *action, *nerve;
  const UnkPoint *points;
  guint n_points;
  UnkTexts signs, lookalikes;
  const UnkPair *starts, *keeps; /* kind and text; end with a NULL key */
  UnkTexts find, check;
  const char *latent;
  const UnkTreatment *treatments;
  guint n_treatments;
  UnkTexts habits;
  const UnkToolFit *tools; /* ends with a NULL id */
  const UnkPair *cautions; /* site id and text; ends with a NULL key */
  const UnkPair *goes_with;
  UnkTexts words;
  const UnkCitation *sources; /* ends with a NULL source */
  const char *disagreement;
  gboolean often; /* surveys found its points often; see data/care/clues.xml */
};

/* What the figure draws of a muscle (or of a tendon, a fascia) in a view. */
typedef struct
{
  const char *id;
  const char *name, *latin;
  const UnkMuscle *muscle; /* (nullable): no record */
  int layer;               /* 1 to 4 */
  UnkBox box;
  UnkPath path;
  int first_row;
  const guint32 *starts; /* one for each row, and one more */
  gsize n_rows;
  const gint32 *spans;
} UnkShape;

typedef struct
{
  const UnkArea *area;
  UnkPath path;
  UnkMask mask;
} UnkRegion;

typedef struct
{
  const UnkPoint *point;
  gboolean essential;
  UnkPath path;
  UnkMask mask;
} UnkZone;

typedef struct
{
  const UnkPoint *point;
  double x, y; /* millimeters */
  /* How the fibers are drawn there, in degrees from 0 to 179, clockwise from level; -1: not known.
   */
  int fibers;
} UnkCross;

typedef struct
{
  const char *scheme;
  int width, height, stride;
  const guint8 *pixels; /* cairo's ARGB32 */
} UnkPreview;

typedef enum
{
  UNK_SIDE_RIGHT,
  UNK_SIDE_LEFT,
} UnkSide;

#define UNK_SIDES 2

typedef struct _UnkView UnkView;

/* A view that shows one side only stands twice in the list: as drawn, and flipped for the left. */
struct _UnkView
{
  const char *id, *name;
  double width, height;   /* millimeters */
  gboolean mirrored;      /* both halves stand in the picture; or else it shows one side */
  UnkSide facing;         /* the side, where it shows one */
  gboolean flipped;       /* it is the picture of the right side, turned around */
  gboolean right_low;     /* the right side lies at small x */
  const UnkShape *shapes; /* superficial first */
  guint n_shapes;
  const UnkRegion *regions;
  guint n_regions;
  const UnkZone *zones;
  guint n_zones;
  const UnkCross *crosses;
  guint n_crosses;
  const char *svg;
  UnkPath skin;
  UnkMask skin_mask;
  const UnkPreview *previews;
  guint n_previews;
};

#define UNK_TYPE_ATLAS (unk_atlas_get_type ())
GType unk_atlas_get_type (void);

typedef struct _UnkAtlas UnkAtlas;

UnkAtlas *unk_atlas_open (const char *path, GError **error);
UnkAtlas *unk_atlas_open_installed (GError **error);
UnkAtlas *unk_atlas_ref (UnkAtlas *atlas);
void unk_atlas_unref (UnkAtlas *atlas);

const UnkMuscle *unk_atlas_get_muscles (UnkAtlas *atlas, guint *n);
const UnkArea *unk_atlas_get_areas (UnkAtlas *atlas, guint *n);
const UnkView *unk_atlas_get_views (UnkAtlas *atlas, guint *n);
const UnkGroup *unk_atlas_get_groups (UnkAtlas *atlas, guint *n);
const UnkTechnique *unk_atlas_get_techniques (UnkAtlas *atlas, guint *n);
const UnkTool *unk_atlas_get_tools (UnkAtlas *atlas, guint *n);
const UnkCaution *unk_atlas_get_sites (UnkAtlas *atlas, guint *n);
const UnkCaution *unk_atlas_get_red_flags (UnkAtlas *atlas, guint *n);
const UnkContraindication *unk_atlas_get_contraindications (UnkAtlas *atlas, guint *n);
const UnkGroup *unk_atlas_get_clue_groups (UnkAtlas *atlas, guint *n);
const UnkClue *unk_atlas_get_clues (UnkAtlas *atlas, guint *n);

const UnkMuscle *unk_atlas_find_muscle (UnkAtlas *atlas, const char *id, GError **error);
const UnkPoint *unk_atlas_find_point (UnkAtlas *atlas, const char *id, GError **error);
const UnkArea *unk_atlas_find_area (UnkAtlas *atlas, const char *id, GError **error);
const UnkView *unk_atlas_find_view (UnkAtlas *atlas, const char *id, GError **error);
const UnkTechnique *unk_atlas_find_technique (UnkAtlas *atlas, const char *id);
const UnkTool *unk_atlas_find_tool (UnkAtlas *atlas, const char *id);
const UnkCaution *unk_atlas_find_site (UnkAtlas *atlas, const char *id);
const UnkCaution *unk_atlas_find_red_flag (UnkAtlas *atlas, const char *id);
const UnkContraindication *unk_atlas_find_contraindication (UnkAtlas *atlas, const char *id);
const UnkClue *unk_atlas_find_clue (UnkAtlas *atlas, const char *id, GError **error);
const UnkSource *unk_atlas_find_source (UnkAtlas *atlas, const char *id);
const UnkGroup *unk_atlas_find_group (UnkAtlas *atlas, const char *id);

const char *unk_atlas_get_style (UnkAtlas *atlas, const char *scheme);
guint32 unk_atlas_get_color (UnkAtlas *atlas, const char *scheme, const char *name);

const char *unk_text (const char *english);

const char *unk_side_id (UnkSide side);
const char *unk_side_name (UnkSide side);
gboolean unk_side_parse (const char *id, UnkSide *side);
gboolean unk_area_is_in (UnkTexts areas, const char *id);
gboolean unk_view_shows_side (const UnkView *view, UnkSide side);
gboolean unk_view_is_turned (const UnkView *view, UnkSide side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnkAtlas, unk_atlas_unref)

G_END_DECLS
