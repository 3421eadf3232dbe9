/* unk-search-provider.h: muscles and areas in the desktop's own search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "unk-atlas.h"

G_BEGIN_DECLS

#define UNK_TYPE_SEARCH_PROVIDER (unk_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (UnkSearchProvider, unk_search_provider, UNK, SEARCH_PROVIDER, GObject)

UnkSearchProvider *unk_search_provider_new (GApplication *application, UnkAtlas *atlas);
gboolean unk_search_provider_export (UnkSearchProvider *self, GDBusConnection *connection,
                                     const char *object_path, GError **error);
void unk_search_provider_unexport (UnkSearchProvider *self);

G_END_DECLS
