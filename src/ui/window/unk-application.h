/* unk-application.h: the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "unk-scene.h"

G_BEGIN_DECLS

#define UNK_TYPE_APPLICATION (unk_application_get_type ())
G_DECLARE_FINAL_TYPE (UnkApplication, unk_application, UNK, APPLICATION, AdwApplication)

UnkApplication *unk_application_new (void);

G_END_DECLS
