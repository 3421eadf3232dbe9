/* Put before the libraries (LD_PRELOAD) when the window is tested under the sanitizers: forgives
 * what the toolkit leaks.
 *
 * lsan.supp forgives by the name of a function on the stack. To have that name every allocation
 * would have to be unwound by its tables, which makes the program five times slower. Here it is the
 * function itself that says what may stay. Everything else that leaks is told as before; where it
 * comes from is seen with ASAN_OPTIONS=fast_unwind_on_malloc=0:malloc_context_size=14.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cairo.h>
#include <dlfcn.h>
#include <glib.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>

gpointer *g_hash_table_get_keys_as_array (GHashTable *table, guint *length);
void adw_about_window_add_legal_section (gpointer window, const char *title, const char *copyright,
                                         int license_type, const char *license);

/* The function that would have been called without this file. */
static gpointer
next (const char *name)
{
  gpointer found = dlsym (RTLD_NEXT, name);

  g_assert (found != NULL);
  return found;
}

static gboolean
is_of (gconstpointer caller, const char *library)
{
  Dl_info info;

  return dladdr (caller, &info) != 0 && strstr (info.dli_fname, library) != NULL;
}

/* GTK 4.8 keeps the list of a widget's actions whenever a screen reader asks for it. */
gpointer *
g_hash_table_get_keys_as_array (GHashTable *table, guint *length)
{
  gpointer *(*get) (GHashTable *, guint *) = next (G_STRFUNC);
  gpointer *keys = get (table, length);

  if (keys != NULL && is_of (__builtin_return_address (0), "libgtk-4."))
    __lsan_ignore_object (keys);
  return keys;
}

/* libadwaita 1.2 keeps the copyright of a legal section. */
void
adw_about_window_add_legal_section (gpointer window, const char *title, const char *copyright,
                                    int license_type, const char *license)
{
  void (*add) (gpointer, const char *, const char *, int, const char *) = next (G_STRFUNC);

  __lsan_disable ();
  add (window, title, copyright, license_type, license);
  __lsan_enable ();
}

/* cairo 1.16 keeps what it noted for an SVG file of a recording that is painted more than once. */
void
cairo_surface_finish (cairo_surface_t *surface)
{
  void (*finish) (cairo_surface_t *) = next (G_STRFUNC);
  gboolean is_recording = cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_RECORDING;

  if (is_recording)
    __lsan_disable ();
  finish (surface);
  if (is_recording)
    __lsan_enable ();
}
