/* unk-small-set.h: a copy of the small set of content, to be broken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-compile.h"

G_BEGIN_DECLS

#define UPPER "atlas/upper-muscle.xml"
#define UPPER_SVG "atlas/upper-muscle.svg"
#define LOWER "atlas/lower-muscle.xml"
#define LOWER_SVG "atlas/lower-muscle.svg"
#define FRONT "figure/front.svg"
#define AREAS "figure/areas.xml"
#define MUSCLES "figure/muscles.xml"

/* A copy in a folder of its own, which is removed with it. */
typedef struct
{
  char *path;
} SmallSet;

SmallSet small_set_new (void);
SmallSet small_set_new_empty (void);
void small_set_clear (SmallSet *set);
char *small_set_read (const SmallSet *set, const char *name);
void small_set_write (const SmallSet *set, const char *name, const char *text);
void small_set_remove (const SmallSet *set, const char *name);
void small_set_replace (const SmallSet *set, const char *name, const char *old, const char *new);
int small_set_line_of (const SmallSet *set, const char *name, const char *anchor);
GBytes *small_set_compile (const SmallSet *set, UnkCompile *result, GError **error);
void small_set_assert_said (char **lines, const SmallSet *set, const char *file, int line,
                            const char *message);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmallSet, small_set_clear)

G_END_DECLS
