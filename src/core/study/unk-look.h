/* unk-look.h: how the body is looked at while one studies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-shelf.h"

G_BEGIN_DECLS

/**
 * UnkLook:
 * Which list is open, whether its zones are shown all at once, with which muscle the chosen one is
 * compared, names, ghosts, and whether a click asks which muscles refer there. It is shown in study
 * mode; the other modes leave it as it is.
 */
#define UNK_TYPE_LOOK (unk_look_get_type ())
G_DECLARE_FINAL_TYPE (UnkLook, unk_look, UNK, LOOK, GObject)

UnkLook *unk_look_new (UnkAtlas *atlas, UnkNotes *notes);

const char *unk_look_get_shelf (UnkLook *self);
gboolean unk_look_set_shelf (UnkLook *self, const char *id);
const UnkListing *unk_look_get_section (UnkLook *self);
const UnkListing *unk_look_get_walk (UnkLook *self);

const UnkListing *unk_look_get_zones (UnkLook *self);
gboolean unk_look_set_zones (UnkLook *self, const char *id);
const UnkMuscle *unk_look_get_compared (UnkLook *self);
void unk_look_set_compared (UnkLook *self, const UnkMuscle *muscle);
gboolean unk_look_get_labels (UnkLook *self);
void unk_look_set_labels (UnkLook *self, gboolean labels);
gboolean unk_look_get_isolated (UnkLook *self);
void unk_look_set_isolated (UnkLook *self, gboolean isolated);
gboolean unk_look_get_asking (UnkLook *self);
void unk_look_set_asking (UnkLook *self, gboolean asking);

G_END_DECLS
