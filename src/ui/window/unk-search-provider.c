/* unk-search-provider.c: muscles, areas and pages of the guide in the desktop's own search
 *
 * Answers org.gnome.Shell.SearchProvider2. A result is "muscle:ID", "area:ID" or "page:ID"; what is
 * chosen is opened through the program's actions, as everything else is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-search-provider.h"

#include <glib/gi18n.h>
#include <string.h>

#include "unk-search.h"

#define RESULTS 20
#define MUSCLE "muscle:"
#define AREA "area:"
#define PAGE "page:"

struct _UnkSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* owns us */
  UnkAtlas *atlas;
  UnkSearch *search; /* made when something is first asked for */
  GDBusConnection *connection;
  guint registration;
};

G_DEFINE_FINAL_TYPE (UnkSearchProvider, unk_search_provider, G_TYPE_OBJECT)

static const char interface_xml[] = "<node>"
                                    "  <interface name='org.gnome.Shell.SearchProvider2'>"
                                    "    <method name='GetInitialResultSet'>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='as' name='results' direction='out'/>"
                                    "    </method>"
                                    "    <method name='GetSubsearchResultSet'>"
                                    "      <arg type='as' name='previous_results' direction='in'/>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='as' name='results' direction='out'/>"
                                    "    </method>"
                                    "    <method name='GetResultMetas'>"
                                    "      <arg type='as' name='identifiers' direction='in'/>"
                                    "      <arg type='aa{sv}' name='metas' direction='out'/>"
                                    "    </method>"
                                    "    <method name='ActivateResult'>"
                                    "      <arg type='s' name='identifier' direction='in'/>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='u' name='timestamp' direction='in'/>"
                                    "    </method>"
                                    "    <method name='LaunchSearch'>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='u' name='timestamp' direction='in'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

/* What a result stands for; neither is set where there is no such thing. */
static UnkHit
read_result (UnkSearchProvider *self, const char *result)
{
  UnkHit hit = { 0 };

  if (g_str_has_prefix (result, MUSCLE))
    hit.muscle = unk_atlas_find_muscle (self->atlas, result + strlen (MUSCLE), NULL);
  else if (g_str_has_prefix (result, AREA))
    hit.area = unk_atlas_find_area (self->atlas, result + strlen (AREA), NULL);
  else if (g_str_has_prefix (result, PAGE))
    hit.page = unk_atlas_find_guide_page (self->atlas, result + strlen (PAGE));
  return hit;
}

static char *
name_result (const UnkHit *hit)
{
  if (hit->page)
    return g_strconcat (PAGE, hit->page->id, NULL);
  return hit->muscle ? g_strconcat (MUSCLE, hit->muscle->id, NULL)
                     : g_strconcat (AREA, hit->area->id, NULL);
}

static GVariant *
find_results (UnkSearchProvider *self, char **terms)
{
  g_autofree char *typed = g_strjoinv (" ", terms);
  g_autoptr (GArray) hits = NULL;
  GVariantBuilder results;

  if (!self->search)
    self->search = unk_search_new (self->atlas);
  hits = unk_search_find (self->search, typed);
  g_variant_builder_init (&results, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < MIN (hits->len, RESULTS); i++)
    g_variant_builder_add_value (
      &results, g_variant_new_take_string (name_result (&g_array_index (hits, UnkHit, i))));
  return g_variant_new ("(as)", &results);
}

static GVariant *
describe_result (const char *result, const UnkHit *hit)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (UNK_APP_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  const char *text = hit->page     ? unk_text (hit->page->summary)
                     : hit->muscle ? unk_text (hit->muscle->plain)
                                   : _ ("See which muscles send pain here");
  GVariantBuilder meta;

  g_variant_builder_init (&meta, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&meta, "{sv}", "id", g_variant_new_string (result));
  g_variant_builder_add (&meta, "{sv}", "name", g_variant_new_string (unk_hit_get_name (hit)));
  g_variant_builder_add (&meta, "{sv}", "description", g_variant_new_string (text));
  g_variant_builder_add (&meta, "{sv}", "icon", serialized);
  return g_variant_builder_end (&meta);
}

static GVariant *
describe_results (UnkSearchProvider *self, char **results)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; results[i]; i++)
    {
      UnkHit hit = read_result (self, results[i]);

      if (hit.muscle || hit.area || hit.page)
        g_variant_builder_add_value (&metas, describe_result (results[i], &hit));
    }
  return g_variant_new ("(aa{sv})", &metas);
}

static void
act (UnkSearchProvider *self, const char *action, const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action,
                                  value ? g_variant_new_string (value) : NULL);
}

static gboolean
shows_area (const UnkView *view, const UnkArea *area)
{
  for (guint i = 0; i < view->n_regions; i++)
    if (view->regions[i].area == area)
      return TRUE;
  return FALSE;
}

/* Turns the body to a view that shows the place, where this one doesn't. */
static void
turn_to_area (UnkSearchProvider *self, const UnkArea *area)
{
  g_autoptr (GVariant) state =
    g_action_group_get_action_state (G_ACTION_GROUP (self->application), "view");
  const char *id = g_variant_get_string (state, NULL);
  guint n;
  const UnkView *views = unk_atlas_get_views (self->atlas, &n);

  if (shows_area (unk_atlas_find_view (self->atlas, id, NULL), area))
    return;
  for (guint i = 0; i < n; i++)
    if (shows_area (&views[i], area))
      {
        act (self, "view", views[i].id);
        return;
      }
}

/* A muscle is shown; a place becomes the only one that hurts, on both sides as none was named. */
static void
open_result (UnkSearchProvider *self, const char *result)
{
  UnkHit hit = read_result (self, result);
  g_autofree char *place = NULL;

  g_application_activate (self->application);
  if (hit.muscle)
    act (self, "muscle", hit.muscle->id);
  else if (hit.page)
    act (self, "guide", hit.page->id);
  else if (hit.area)
    {
      place =
        hit.area->paired ? g_strconcat (hit.area->id, ":both", NULL) : g_strdup (hit.area->id);
      act (self, "clear-marks", NULL);
      act (self, "mark", place);
      turn_to_area (self, hit.area);
    }
}

static void
open_search (UnkSearchProvider *self, char **terms)
{
  g_autofree char *typed = g_strjoinv (" ", terms);

  g_application_activate (self->application);
  act (self, "search", typed);
}

static void
on_method_call (GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
                const char *object_path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
                const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
                gpointer data)
{
  UnkSearchProvider *self = data;
  g_autofree const char **words = NULL;
  const char *result = NULL;
  GVariant *answer = NULL;

  /* Each question keeps a program that was only started for it for a while longer. */
  g_application_hold (self->application);
  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      answer = find_results (self, (char **) words);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(@as^a&s)", NULL, &words);
      answer = find_results (self, (char **) words);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      answer = describe_results (self, (char **) words);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s^a&su)", &result, &words, NULL);
      open_result (self, result);
    }
  else
    {
      g_variant_get (parameters, "(^a&su)", &words, NULL);
      open_search (self, (char **) words);
    }
  g_dbus_method_invocation_return_value (invocation, answer);
  g_application_release (self->application);
}

static void
unk_search_provider_dispose (GObject *object)
{
  UnkSearchProvider *self = UNK_SEARCH_PROVIDER (object);

  unk_search_provider_unexport (self);
  g_clear_object (&self->search);
  g_clear_pointer (&self->atlas, unk_atlas_unref);
  G_OBJECT_CLASS (unk_search_provider_parent_class)->dispose (object);
}

static void
unk_search_provider_class_init (UnkSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_search_provider_dispose;
}

static void
unk_search_provider_init (UnkSearchProvider *self G_GNUC_UNUSED)
{
}

/**
 * unk_search_provider_new:
 * @application: the program, whose actions open what is chosen
 * @atlas: the atlas
 *
 * Returns: (transfer full): a provider, to be kept by the application
 */
UnkSearchProvider *
unk_search_provider_new (GApplication *application, UnkAtlas *atlas)
{
  UnkSearchProvider *self = g_object_new (UNK_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  self->atlas = unk_atlas_ref (atlas);
  return self;
}

/**
 * unk_search_provider_export:
 * @self: the provider
 * @connection: the session bus
 * @object_path: where it is to be found
 * @error: what went wrong
 *
 * Returns: whether it can be asked from now on
 */
gboolean
unk_search_provider_export (UnkSearchProvider *self, GDBusConnection *connection,
                            const char *object_path, GError **error)
{
  static const GDBusInterfaceVTable vtable = { on_method_call, NULL, NULL, { NULL } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);

  if (!node)
    return FALSE;
  self->registration = g_dbus_connection_register_object (
    connection, object_path, node->interfaces[0], &vtable, self, NULL, error);
  if (!self->registration)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

/**
 * unk_search_provider_unexport:
 * @self: the provider
 *
 * Takes it from the bus again.
 */
void
unk_search_provider_unexport (UnkSearchProvider *self)
{
  if (self->registration)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
