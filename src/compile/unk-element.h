/* unk-element.h: reading the elements of an XML tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* for (UNK_EACH (child, parent, "name")): the child elements of that name; of all names for NULL */
#define UNK_EACH(child, parent, name)                                                              \
  xmlNode *child = unk_element_first (parent, name);                                               \
  child;                                                                                           \
  child = unk_element_next (child, name)

xmlNode *unk_element_first (const xmlNode *parent, const char *name);
xmlNode *unk_element_next (const xmlNode *element, const char *name);
gboolean unk_element_is (const xmlNode *element, const char *name);
long unk_element_line (const xmlNode *element);
char *unk_element_dup_attribute (const xmlNode *element, const char *name);
char **unk_element_dup_ids (const xmlNode *element, const char *name);
char *unk_element_dup_text (const xmlNode *element);
gboolean unk_element_has_class (const xmlNode *element, const char *name);

G_END_DECLS
