/* unk-carry.h: what a place marked in one view marks in another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-atlas.h"

G_BEGIN_DECLS

UnkMask *unk_carry_mask (const UnkView *from, const UnkMask *mask, const UnkView *to);

G_END_DECLS
