/* unk-element.c: reading the elements of an XML tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-element.h"

#include <string.h>

#define WHITE_SPACE " \t\r\n"

static xmlNode *
find_from (xmlNode *node, const char *name)
{
  for (; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE && (!name || strcmp ((const char *) node->name, name) == 0))
      return node;
  return NULL;
}

/**
 * unk_element_first:
 * @parent: (nullable): an element
 * @name: (nullable): the name of its child; any where %NULL
 *
 * Returns: (nullable): the first child of that name
 */
xmlNode *
unk_element_first (const xmlNode *parent, const char *name)
{
  return parent ? find_from (parent->children, name) : NULL;
}

/**
 * unk_element_next:
 * @element: an element
 * @name: (nullable): the name of a sibling; any where %NULL
 *
 * Returns: (nullable): the next sibling of that name
 */
xmlNode *
unk_element_next (const xmlNode *element, const char *name)
{
  return find_from (element->next, name);
}

/**
 * unk_element_is:
 * @element: an element
 * @name: a name
 *
 * Returns: whether @element has that name
 */
gboolean
unk_element_is (const xmlNode *element, const char *name)
{
  return strcmp ((const char *) element->name, name) == 0;
}

/**
 * unk_element_line:
 * @element: (nullable): an element
 *
 * Returns: the line that its start tag ends on
 */
long
unk_element_line (const xmlNode *element)
{
  return element ? xmlGetLineNo (element) : 1;
}

/**
 * unk_element_dup_attribute:
 * @element: (nullable): an element
 * @name: the name of an attribute without a namespace
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
unk_element_dup_attribute (const xmlNode *element, const char *name)
{
  xmlChar *value = element ? xmlGetNoNsProp (element, (const xmlChar *) name) : NULL;
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static char *
collapse (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text + strspn (text, WHITE_SPACE); *p;)
    {
      gsize word = strcspn (p, WHITE_SPACE);

      if (out->len)
        g_string_append_c (out, ' ');
      g_string_append_len (out, p, (gssize) word);
      p += word;
      p += strspn (p, WHITE_SPACE);
    }
  return g_string_free (out, FALSE);
}

/**
 * unk_element_dup_ids:
 * @element: (nullable): an element
 * @name: the name of an attribute that holds ids
 *
 * Returns: (transfer full): the ids in it, none where it is missing
 */
char **
unk_element_dup_ids (const xmlNode *element, const char *name)
{
  g_autofree char *value = unk_element_dup_attribute (element, name);
  g_autofree char *tidy = value ? collapse (value) : g_strdup ("");

  return *tidy ? g_strsplit (tidy, " ", -1) : g_new0 (char *, 1);
}

/**
 * unk_element_dup_text:
 * @element: (nullable): an element
 *
 * Returns: (transfer full): its text with white space collapsed, as the message catalog has it; ""
 * for %NULL
 */
char *
unk_element_dup_text (const xmlNode *element)
{
  xmlChar *text = element ? xmlNodeGetContent (element) : NULL;
  char *tidy = text ? collapse ((const char *) text) : g_strdup ("");

  xmlFree (text);
  return tidy;
}

/**
 * unk_element_has_class:
 * @element: an element of a drawing
 * @name: a class
 *
 * Returns: whether its class attribute holds @name
 */
gboolean
unk_element_has_class (const xmlNode *element, const char *name)
{
  g_auto (GStrv) classes = unk_element_dup_ids (element, "class");

  return g_strv_contains ((const char *const *) classes, name);
}
