/* unk-pages.h: which page of the panel was asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UnkPages:
 * The page that was asked for by name, with the action "page", or none: then the panel shows what
 * the scene asks for.
 */
#define UNK_TYPE_PAGES (unk_pages_get_type ())
G_DECLARE_FINAL_TYPE (UnkPages, unk_pages, UNK, PAGES, GObject)

UnkPages *unk_pages_new (GActionMap *map);
void unk_pages_open (UnkPages *self, const char *page);
gboolean unk_pages_has (const char *page);
const char *unk_pages_get_open (UnkPages *self);

G_END_DECLS
