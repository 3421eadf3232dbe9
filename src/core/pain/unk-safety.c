/* unk-safety.c: what has to be asked before advice, and what may not be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-safety.h"

#include <glib/gi18n-lib.h>

#include "unk-pick.h"

/* Groups of areas that make a limb together. */
static const char *const arm[] = { "shoulder", "arm", "forearm", "hand", NULL };
static const char *const leg[] = { "hip", "thigh", "knee", "leg", "foot", NULL };

static gboolean
touches_region (const UnkPain *place, guint v, const UnkView *view, const UnkRegion *region)
{
  g_autoptr (UnkMask) mirror = NULL;

  if (!place->painted[v])
    return FALSE;
  if (unk_mask_count_common (place->painted[v], &region->mask))
    return TRUE;
  mirror = unk_mask_mirror (&region->mask, view->width);
  return unk_mask_count_common (place->painted[v], mirror) > 0;
}

/**
 * unk_safety_flag_fits:
 * @flag: a red flag
 * @atlas: the atlas
 * @place: a place that hurts
 *
 * Returns: whether the flag has to be asked about for that place: it touches one of the flag's
 * areas, or the flag is for the whole body
 */
gboolean
unk_safety_flag_fits (const UnkCaution *flag, UnkAtlas *atlas, const UnkPain *place)
{
  const UnkArea *area = unk_pain_get_area (place);
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  if (!*flag->areas)
    return TRUE;
  if (area)
    return unk_area_is_in (flag->areas, area->id);
  for (guint v = 0; v < n; v++)
    for (guint i = 0; i < views[v].n_regions; i++)
      if (unk_area_is_in (flag->areas, views[v].regions[i].area->id) &&
          touches_region (place, v, &views[v], &views[v].regions[i]))
        return TRUE;
  return FALSE;
}

static gboolean
fits_any (const UnkCaution *flag, UnkMarks *marks)
{
  for (guint i = 0; i < unk_marks_get_n_places (marks); i++)
    if (unk_safety_flag_fits (flag, unk_marks_get_atlas (marks), unk_marks_get_place (marks, i)))
      return TRUE;
  return FALSE;
}

static UnkSafetyLevel
flag_level (const UnkCaution *flag)
{
  if (g_str_equal (flag->level, "emergency"))
    return UNK_SAFETY_EMERGENCY;
  return g_str_equal (flag->level, "same-day") ? UNK_SAFETY_SAME_DAY : UNK_SAFETY_SOON;
}

/**
 * unk_safety_find_red_flags:
 * @marks: what hurts
 *
 * Returns: (transfer container) (element-type UnkCaution): the red flags that have to be asked
 * about, the most urgent first, and in one urgency those of the places before those of the whole
 * body; none where nothing is marked
 */
GPtrArray *
unk_safety_find_red_flags (UnkMarks *marks)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const UnkCaution *flags = unk_atlas_get_red_flags (unk_marks_get_atlas (marks), &n);

  for (int level = UNK_SAFETY_EMERGENCY; level >= UNK_SAFETY_SOON; level--)
    for (int general = 0; general < 2; general++)
      for (guint i = 0; i < n; i++)
        if ((int) flag_level (&flags[i]) == level && (*flags[i].areas == NULL) == general &&
            fits_any (&flags[i], marks))
          g_ptr_array_add (found, (gpointer) &flags[i]);
  return found;
}

/**
 * unk_safety_is_answered:
 * @marks: what hurts
 * @answers: what was said
 *
 * Returns: whether all red flags that fit the marked places have an answer
 */
gboolean
unk_safety_is_answered (UnkMarks *marks, UnkAnswers *answers)
{
  g_autoptr (GPtrArray) flags = unk_safety_find_red_flags (marks);

  for (guint i = 0; i < flags->len; i++)
    if (unk_answers_get (answers, UNK_ASKED_RED_FLAG,
                         ((const UnkCaution *) g_ptr_array_index (flags, i))->id) ==
        UNK_ANSWER_NONE)
      return FALSE;
  return TRUE;
}

/* What is being judged: all that is marked, one place, or one muscle of one side. */
typedef struct
{
  UnkMarks *marks;
  UnkAnswers *answers;
  const UnkPain *place;    /* (nullable) */
  const UnkMuscle *muscle; /* (nullable) */
  UnkSide side;
} Judged;

static gboolean
refers_to (const UnkMuscle *muscle, const char *area)
{
  for (guint i = 0; i < muscle->n_points; i++)
    if (unk_area_is_in (muscle->points[i].essential, area) ||
        unk_area_is_in (muscle->points[i].spillover, area))
      return TRUE;
  return FALSE;
}

/* Whether the muscle's zones reach a place: by the drawn zones or by the areas they state. */
static gboolean
reaches (const Judged *j, const UnkPain *place)
{
  UnkAtlas *atlas = unk_marks_get_atlas (j->marks);
  const UnkArea *area = unk_pain_get_area (place);
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  if (area && (!area->paired || place->side == j->side) && refers_to (j->muscle, area->id))
    return TRUE;
  for (guint v = 0; v < n; v++)
    {
      g_autoptr (UnkMask) folded = NULL;

      if (!place->painted[v] || !unk_view_shows_side (&views[v], j->side))
        continue;
      folded = unk_view_is_turned (&views[v], j->side)
                 ? unk_mask_mirror (place->painted[v], views[v].width)
                 : unk_mask_copy (place->painted[v]);
      for (guint i = 0; i < views[v].n_zones; i++)
        if (views[v].zones[i].point->muscle == j->muscle &&
            unk_mask_count_common (&views[v].zones[i].mask, folded))
          return TRUE;
    }
  return FALSE;
}

/* A flag that was answered yes holds for the places it fits; an emergency for all. */
static gboolean
flag_applies (const Judged *j, const UnkCaution *flag)
{
  UnkAtlas *atlas = unk_marks_get_atlas (j->marks);

  if (!*flag->areas || flag_level (flag) == UNK_SAFETY_EMERGENCY)
    return TRUE;
  if (j->place)
    return unk_safety_flag_fits (flag, atlas, j->place);
  if (!j->muscle)
    return TRUE;
  for (guint i = 0; i < unk_marks_get_n_places (j->marks); i++)
    {
      const UnkPain *place = unk_marks_get_place (j->marks, i);

      if (unk_safety_flag_fits (flag, atlas, place) && reaches (j, place))
        return TRUE;
    }
  for (UnkTexts area = flag->areas; *area && !unk_marks_get_n_places (j->marks); area++)
    if (refers_to (j->muscle, *area))
      return TRUE;
  return FALSE;
}

static gboolean
is_of_limb (const char *const *limb, const char *group)
{
  return g_strv_contains (limb, group);
}

/* Whether @area lies in the limb, or else in the region, of one of the areas that were said. */
static gboolean
shares_limb (UnkAtlas *atlas, const char *where, const UnkArea *area, UnkSide side)
{
  guint n;
  const UnkArea *areas = unk_atlas_get_areas (atlas, &n);

  for (guint i = 0; i < n; i++)
    if (unk_answers_where_has (where, &areas[i], side) &&
        (g_str_equal (areas[i].group, area->group) ||
         (is_of_limb (arm, areas[i].group) && is_of_limb (arm, area->group)) ||
         (is_of_limb (leg, areas[i].group) && is_of_limb (leg, area->group))))
      return TRUE;
  return FALSE;
}

static gboolean
said_for (const Judged *j, const UnkContraindication *c, const UnkArea *area, UnkSide side)
{
  const char *where = unk_answers_get_where (j->answers, UNK_ASKED_CONTRAINDICATION, c->id);

  return unk_answers_where_has (where, area, side) ||
         (g_str_equal (c->scope, "limb") &&
          shares_limb (unk_marks_get_atlas (j->marks), where, area, side));
}

static gboolean
said_for_place (const Judged *j, const UnkContraindication *c, const UnkPain *place)
{
  g_autoptr (GPtrArray) areas = unk_pain_find_areas (place, unk_marks_get_atlas (j->marks));

  for (guint i = 0; i < areas->len; i++)
    if (said_for (j, c, g_ptr_array_index (areas, i), place->side))
      return TRUE;
  return FALSE;
}

/* Care is done where the points lie, and it is felt in the zones: both count. */
static gboolean
said_for_muscle (const Judged *j, const UnkContraindication *c)
{
  UnkAtlas *atlas = unk_marks_get_atlas (j->marks);
  guint n;
  const UnkView *views = unk_atlas_get_views (atlas, &n);
  const UnkArea *areas;

  for (guint v = 0; v < n; v++)
    for (guint i = 0; i < views[v].n_crosses; i++)
      {
        const UnkCross *cross = &views[v].crosses[i];
        const UnkArea *area = cross->point->muscle == j->muscle && !views[v].flipped
                                ? unk_pick_area (&views[v], cross->x, cross->y)
                                : NULL;

        if (area && said_for (j, c, area, j->side))
          return TRUE;
      }
  areas = unk_atlas_get_areas (atlas, &n);
  for (guint i = 0; i < n; i++)
    if (refers_to (j->muscle, areas[i].id) && said_for (j, c, &areas[i], j->side))
      return TRUE;
  return FALSE;
}

static gboolean
contraindication_applies (const Judged *j, const UnkContraindication *c)
{
  if (g_str_equal (c->scope, "general") ||
      !unk_answers_get_where (j->answers, UNK_ASKED_CONTRAINDICATION, c->id))
    return TRUE;
  if (j->place)
    return said_for_place (j, c, j->place);
  if (j->muscle)
    return said_for_muscle (j, c);
  for (guint i = 0; i < unk_marks_get_n_places (j->marks); i++)
    if (said_for_place (j, c, unk_marks_get_place (j->marks, i)))
      return TRUE;
  return FALSE;
}

/* What nobody may press stays so, whoever allowed it. */
static UnkSafetyLevel
contraindication_level (const UnkContraindication *c, UnkAnswer answer)
{
  if (g_str_equal (c->level, "do-not"))
    return UNK_SAFETY_DO_NOT;
  return g_str_equal (c->level, "ask-doctor") && answer == UNK_ANSWER_YES ? UNK_SAFETY_ASK_DOCTOR
                                                                          : UNK_SAFETY_CAREFUL;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  return (int) ((const UnkSafetyReason *) b)->level - (int) ((const UnkSafetyReason *) a)->level;
}

static GArray *
judge (const Judged *j)
{
  UnkAtlas *atlas = unk_marks_get_atlas (j->marks);
  GArray *reasons = g_array_new (FALSE, TRUE, sizeof (UnkSafetyReason));
  guint n;
  const UnkCaution *flags = unk_atlas_get_red_flags (atlas, &n);
  const UnkContraindication *said;

  for (guint i = 0; i < n; i++)
    {
      UnkAnswer answer = unk_answers_get (j->answers, UNK_ASKED_RED_FLAG, flags[i].id);
      UnkSafetyReason reason = { .flag = &flags[i] };

      if (answer < UNK_ANSWER_YES || !flag_applies (j, &flags[i]))
        continue;
      reason.level = answer == UNK_ANSWER_CLEARED ? UNK_SAFETY_CAREFUL : flag_level (&flags[i]);
      g_array_append_val (reasons, reason);
    }
  said = unk_atlas_get_contraindications (atlas, &n);
  for (guint i = 0; i < n; i++)
    {
      UnkAnswer answer = unk_answers_get (j->answers, UNK_ASKED_CONTRAINDICATION, said[i].id);
      UnkSafetyReason reason = { .contraindication = &said[i] };

      if (answer < UNK_ANSWER_YES || !contraindication_applies (j, &said[i]))
        continue;
      reason.level = contraindication_level (&said[i], answer);
      g_array_append_val (reasons, reason);
    }
  g_array_sort (reasons, compare_reasons);
  return reasons;
}

/**
 * unk_safety_judge:
 * @marks: what hurts
 * @answers: what was said
 *
 * Returns: (transfer full) (element-type UnkSafetyReason): all that was said and limits self-care
 * anywhere, the worst first; empty where nothing does
 */
GArray *
unk_safety_judge (UnkMarks *marks, UnkAnswers *answers)
{
  return judge (&(Judged){ .marks = marks, .answers = answers });
}

/**
 * unk_safety_judge_place:
 * @marks: what hurts
 * @answers: what was said
 * @place: which place
 *
 * Returns: (transfer full) (element-type UnkSafetyReason): what limits self-care for that place,
 * the worst first
 */
GArray *
unk_safety_judge_place (UnkMarks *marks, UnkAnswers *answers, guint place)
{
  return judge (
    &(Judged){ .marks = marks, .answers = answers, .place = unk_marks_get_place (marks, place) });
}

/**
 * unk_safety_judge_muscle:
 * @marks: what hurts
 * @answers: what was said
 * @muscle: a muscle
 * @side: its side
 *
 * A red flag holds for a muscle when the muscle would be treated for a place that the flag fits.
 *
 * Returns: (transfer full) (element-type UnkSafetyReason): what limits self-care of that muscle,
 * the worst first
 */
GArray *
unk_safety_judge_muscle (UnkMarks *marks, UnkAnswers *answers, const UnkMuscle *muscle,
                         UnkSide side)
{
  return judge (&(Judged){ .marks = marks, .answers = answers, .muscle = muscle, .side = side });
}

/**
 * unk_safety_get_worst:
 * @reasons: (element-type UnkSafetyReason): what a judge gave
 *
 * Returns: the worst level among them; %UNK_SAFETY_OPEN where there is none
 */
UnkSafetyLevel
unk_safety_get_worst (GArray *reasons)
{
  return reasons->len ? g_array_index (reasons, UnkSafetyReason, 0).level : UNK_SAFETY_OPEN;
}

/**
 * unk_safety_blocks:
 * @level: a level
 *
 * Returns: whether no self-care may be offered
 */
gboolean
unk_safety_blocks (UnkSafetyLevel level)
{
  return level >= UNK_SAFETY_ASK_DOCTOR;
}

/**
 * unk_safety_level_id:
 * @level: a level
 *
 * Returns: "open", "careful", "ask-doctor", "do-not", "soon", "same-day" or "emergency"
 */
const char *
unk_safety_level_id (UnkSafetyLevel level)
{
  static const char *const ids[] = { "open", "careful",  "ask-doctor", "do-not",
                                     "soon", "same-day", "emergency" };

  return ids[level];
}

/**
 * unk_safety_level_heading:
 * @level: a level
 *
 * Returns: a few words for a heading, in the user's language
 */
const char *
unk_safety_level_heading (UnkSafetyLevel level)
{
  switch (level)
    {
    case UNK_SAFETY_OPEN:
      return _ ("Self-care is open to you");
    case UNK_SAFETY_CAREFUL:
      return _ ("Go gently");
    case UNK_SAFETY_ASK_DOCTOR:
      return _ ("Ask your doctor first");
    case UNK_SAFETY_DO_NOT:
      return _ ("No massage here for now");
    case UNK_SAFETY_SOON:
      return _ ("See a doctor soon");
    case UNK_SAFETY_SAME_DAY:
      return _ ("See a doctor today");
    case UNK_SAFETY_EMERGENCY:
    default:
      return _ ("Call emergency services now");
    }
}

/**
 * unk_safety_level_advice:
 * @level: a level
 *
 * Returns: what to do, and what the program does, in the user's language
 */
const char *
unk_safety_level_advice (UnkSafetyLevel level)
{
  switch (level)
    {
    case UNK_SAFETY_OPEN:
      return _ ("Nothing that you said speaks against self-care.");
    case UNK_SAFETY_CAREFUL:
      return _ ("You may go on, with less pressure, and stop when it feels wrong.");
    case UNK_SAFETY_ASK_DOCTOR:
      return _ ("Say so here when your doctor has allowed it. Until then no self-care is offered.");
    case UNK_SAFETY_DO_NOT:
      return _ ("Pressure would do harm. You can read on, but no self-care is offered.");
    case UNK_SAFETY_SOON:
      return _ ("Have it looked at within days. You can read on, but no self-care is offered for "
                "this place.");
    case UNK_SAFETY_SAME_DAY:
      return _ ("Have it looked at today. You can read on, but no self-care is offered for this "
                "place.");
    case UNK_SAFETY_EMERGENCY:
    default:
      return _ ("This may be a danger to life. Don’t wait, and don’t drive yourself. No self-care "
                "is offered.");
    }
}

/**
 * unk_safety_reason_describe:
 * @reason: a reason
 *
 * Returns: (transfer full): the reason in the user's language
 */
char *
unk_safety_reason_describe (const UnkSafetyReason *reason)
{
  if (reason->contraindication)
    /* Translators: a condition that the user has, then advice, a sentence of its own */
    return g_strdup_printf (_ ("%s: %s"), unk_text (reason->contraindication->name),
                            unk_text (reason->contraindication->advice));
  if (!reason->flag)
    return g_strdup (unk_safety_level_advice (reason->level));
  /* Translators: the name of a warning sign that fits, such as “Possible heart attack” */
  return g_strdup_printf (
    reason->level == UNK_SAFETY_EMERGENCY  ? _ ("%s: call emergency services now.")
    : reason->level == UNK_SAFETY_SAME_DAY ? _ ("%s: see a doctor today.")
    : reason->level == UNK_SAFETY_SOON     ? _ ("%s: see a doctor soon.")
                                           : _ ("%s: a doctor has looked at it; go gently."),
    unk_text (reason->flag->name));
}

/**
 * unk_red_flag_dup_question:
 * @flag: a red flag
 *
 * Returns: (transfer full): what to ask, in the user's language: a question, and on lines of their
 * own the signs of which one is enough
 */
char *
unk_red_flag_dup_question (const UnkCaution *flag)
{
  g_autoptr (GString) text = g_string_new (
    flag->texts[0] && flag->texts[1] ? _ ("Does one of these fit you?") : _ ("Does this fit you?"));

  for (UnkTexts sign = flag->texts; *sign; sign++)
    g_string_append_printf (text, "\n• %s", unk_text (*sign));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
