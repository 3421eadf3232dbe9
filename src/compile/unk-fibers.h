/* unk-fibers.h: which way a muscle pulls, as its fibers are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-path.h"

G_BEGIN_DECLS

int unk_fibers_direction (UnkPath fibers, double x, double y);

G_END_DECLS
