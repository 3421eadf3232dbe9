/* unk-pages.c: which page of the panel was asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-pages.h"

struct _UnkPages
{
  GObject parent_instance;

  GActionMap *map; /* owns us */
  const char *open;
};

G_DEFINE_FINAL_TYPE (UnkPages, unk_pages, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Each is made by the panel, under the same name. */
static const char *const names[] = { "",     "clues",    "compare", "journal", "poster",
                                     "quiz", "routines", "routine", "session", "today" };

static const char *
find_name (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (page, names[i]))
      return names[i];
  return NULL;
}

static void
on_page (GSimpleAction *action G_GNUC_UNUSED, GVariant *value, gpointer data)
{
  const char *page = g_variant_get_string (value, NULL);

  if (find_name (page))
    unk_pages_open (data, page);
  else
    g_message ("The action “page” doesn’t understand “%s”", page);
}

static void
unk_pages_class_init (UnkPagesClass *klass G_GNUC_UNUSED)
{
  /**
   * UnkPages::changed:
   * Another page is wanted, or none any more.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UNK_TYPE_PAGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
unk_pages_init (UnkPages *self)
{
  self->open = names[0];
}

/**
 * unk_pages_new:
 * @map: where the action is added; it outlives it
 *
 * Returns: (transfer full): the pages, with none open
 */
UnkPages *
unk_pages_new (GActionMap *map)
{
  static const GActionEntry entries[] = { { "page", on_page, "s", "''", on_page } };
  UnkPages *self = g_object_new (UNK_TYPE_PAGES, NULL);

  self->map = map;
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  return self;
}

/**
 * unk_pages_open:
 * @self: the pages
 * @page: the name of one, or "" for what the scene asks for
 */
void
unk_pages_open (UnkPages *self, const char *page)
{
  const char *name = find_name (page);
  GAction *action = g_action_map_lookup_action (self->map, "page");

  g_return_if_fail (name != NULL);
  if (name == self->open)
    return;
  self->open = name;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * unk_pages_get_open:
 * @self: the pages
 *
 * Returns: the page that was asked for, or ""
 */
const char *
unk_pages_get_open (UnkPages *self)
{
  return self->open;
}

/**
 * unk_pages_has:
 * @page: a name
 *
 * Returns: whether it is the name of a page
 */
gboolean
unk_pages_has (const char *page)
{
  return find_name (page) != NULL;
}
