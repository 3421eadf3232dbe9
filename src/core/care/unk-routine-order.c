/* unk-routine-order.c: what comes first, and which tool to take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-routine-fit.h"

#define HANDS "fingers-knuckles"
#define WARMTH "heat-pack"

/* How a tool fits a muscle: 2 well, 1 possibly, 0 not, -1 not said. */
static int
get_fit (const UnkMuscle *muscle, const char *tool)
{
  for (const UnkToolFit *fit = muscle->tools; fit->id; fit++)
    if (g_str_equal (fit->id, tool))
      return g_str_equal (fit->fit, "good") ? 2 : g_str_equal (fit->fit, "possible");
  return -1;
}

/**
 * unk_tool_is_owned:
 * @tool: a tool
 *
 * Returns: whether it is something to press with that one may have or lack; not the bare hands, and
 * not what only warms
 */
gboolean
unk_tool_is_owned (const UnkTool *tool)
{
  return !g_str_equal (tool->id, HANDS) && !g_str_equal (tool->id, WARMTH);
}

static const char *
choose_owned (const UnkMuscle *muscle, UnkTexts tools, const char *wanted)
{
  for (const UnkToolFit *fit = muscle->tools; fit->id; fit++)
    if (g_str_equal (fit->fit, wanted) && !g_str_equal (fit->id, HANDS) &&
        !g_str_equal (fit->id, WARMTH) && (!tools || unk_area_is_in (tools, fit->id)))
      return fit->id;
  return NULL;
}

/**
 * unk_routine_choose_tool:
 * @muscle: a muscle
 * @treatment: one of its treatments
 * @tools: (nullable): ids of the tools at hand; everything where %NULL
 * @gently: whether one has to be careful: then rather the hands
 *
 * Compression takes what fits well, in the order of the record; else the hands; else what is
 * possible. The other kinds are done by hand.
 *
 * Returns: (nullable): the id of a tool, or "" for the bare hands; %NULL where nothing that is at
 *   hand fits
 */
const char *
unk_routine_choose_tool (const UnkMuscle *muscle, const UnkTreatment *treatment, UnkTexts tools,
                         gboolean gently)
{
  gboolean by_hand = get_fit (muscle, HANDS) != 0;
  const char *owned;

  if (!g_str_equal (treatment->kind, "compression") || (gently && by_hand))
    return "";
  for (const UnkToolFit *fit = muscle->tools; fit->id; fit++)
    {
      if (!g_str_equal (fit->fit, "good") || g_str_equal (fit->id, WARMTH))
        continue;
      if (g_str_equal (fit->id, HANDS))
        return "";
      if (!tools || unk_area_is_in (tools, fit->id))
        return fit->id;
    }
  if (by_hand)
    return "";
  owned = choose_owned (muscle, tools, "possible");
  return owned;
}

static guint
measure_shape (const UnkShape *shape)
{
  guint cells = 0;

  for (guint32 i = shape->starts[0]; i < shape->starts[shape->n_rows]; i += 2)
    cells += (guint) (shape->spans[i + 1] - shape->spans[i]);
  return cells;
}

/**
 * unk_muscle_measure:
 * @atlas: the atlas
 * @muscle: one of its muscles
 *
 * Returns: how large it is drawn where it shows most of itself; for the order from large to small
 */
guint
unk_muscle_measure (UnkAtlas *atlas, const UnkMuscle *muscle)
{
  guint n, most = 0;
  const UnkView *views = unk_atlas_get_views (atlas, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < views[i].n_shapes; k++)
      if (views[i].shapes[k].muscle == muscle)
        most = MAX (most, measure_shape (&views[i].shapes[k]));
  return most;
}
