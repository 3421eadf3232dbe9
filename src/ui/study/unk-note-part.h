/* unk-note-part.h: the user's own star and note, on the page of a muscle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_NOTE_PART (unk_note_part_get_type ())
G_DECLARE_FINAL_TYPE (UnkNotePart, unk_note_part, UNK, NOTE_PART, GtkBox)

GtkWidget *unk_note_part_new (UnkScene *scene, const UnkMuscle *muscle);

G_END_DECLS
