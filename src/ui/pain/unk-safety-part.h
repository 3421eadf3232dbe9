/* unk-safety-part.h: warning signs to rule out, and what limits self-care
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "unk-safety.h"

G_BEGIN_DECLS

GtkWidget *unk_safety_part_new_verdict (GArray *reasons);
GtkWidget *unk_safety_part_new_questions (UnkMarks *marks, UnkAnswers *answers, gboolean expanded);

G_END_DECLS
