/* unk-routine-today.h: which routine one most likely wants to do now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-routine.h"

G_BEGIN_DECLS

const UnkRoutine *unk_routine_choose_today (GPtrArray *routines, GPtrArray *past, gint64 now,
                                            GTimeZone *zone);

G_END_DECLS
