/* unk-at-work.h: whether a thread draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void unk_at_work_begin (void);
void unk_at_work_end (void);
void unk_at_work_stop (void);

G_END_DECLS
