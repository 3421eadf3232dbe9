/* unk-notices.c: what is said at the foot of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-notices.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"
#include "unk-page-parts.h"

/* Long enough to be found by keys and by screen readers. */
#define SECONDS_TO_UNDO 20

static AdwToast *
new_toast (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

static void
offer_undo (AdwToast *toast, const char *action)
{
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, SECONDS_TO_UNDO);
  adw_toast_set_action_name (toast, action);
}

/* What happened to the user's file must be read: it stays until it is dismissed. */
static void
on_kept (AdwToastOverlay *toasts, UnkKeeper *keeper)
{
  g_autofree char *text = unk_keeper_dup_notice (keeper);
  AdwToast *toast;

  if (!text)
    return;
  toast = new_toast (text);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (toasts, toast);
}

/* Before what was said of the file, which stays until it is dismissed. */
static void
on_session (AdwToastOverlay *toasts, const char *text)
{
  AdwToast *toast = new_toast (text);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (toasts, toast);
}

static void
say (AdwToastOverlay *toasts, const char *text, const char *undo)
{
  AdwToast *toast = new_toast (text);

  if (undo)
    offer_undo (toast, undo);
  adw_toast_overlay_add_toast (toasts, toast);
}

static void
on_poster (AdwToastOverlay *toasts, const char *text)
{
  say (toasts, text, NULL);
}

static void
on_journal (AdwToastOverlay *toasts, const char *text, gboolean undo)
{
  say (toasts, text, undo ? "app.journal-undo" : NULL);
}

static void
on_routine_file (AdwToastOverlay *toasts, const char *text, gboolean undo)
{
  say (toasts, text, undo ? "app.undo-import" : NULL);
}

static void
on_routine_deleted (AdwToastOverlay *toasts, const char *name)
{
  /* Translators: the name of a routine */
  g_autofree char *text = g_strdup_printf (_ ("“%s” was deleted."), name);

  say (toasts, text, "app.keep-routine");
}

/* The button that closes a toast shows a cross and says nothing (libadwaita 1.2). */
static void
name_buttons (GtkWidget *widget)
{
  GtkButton *button = GTK_IS_BUTTON (widget) ? GTK_BUTTON (widget) : NULL;

  if (button && g_strcmp0 (gtk_button_get_icon_name (button), "window-close-symbolic") == 0)
    unk_accessible_name_set (widget, _ ("Dismiss"));
  else if (button && gtk_button_get_use_underline (button))
    unk_accessible_name_reset (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

static void
on_toast_shown (GListModel *children, guint position, guint removed G_GNUC_UNUSED, guint added,
                gpointer data G_GNUC_UNUSED)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      /* What the toasts lie over is no toast. */
      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
        name_buttons (child);
    }
}

/**
 * unk_notices_connect:
 * @toasts: the window's foot
 * @actions: the commands
 * @keeper: what writes the user's file
 *
 * From here on @toasts says what they have to say.
 */
void
unk_notices_connect (AdwToastOverlay *toasts, UnkActions *actions, UnkKeeper *keeper)
{
  GListModel *children = gtk_widget_observe_children (GTK_WIDGET (toasts));

  g_signal_connect (children, "items-changed", G_CALLBACK (on_toast_shown), NULL);
  g_object_set_data_full (G_OBJECT (toasts), "unk-children", children, g_object_unref);
  g_signal_connect_object (unk_actions_get_routines (actions), "deleted",
                           G_CALLBACK (on_routine_deleted), toasts, G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_actions_get_journal (actions), "notice", G_CALLBACK (on_journal),
                           toasts, G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_actions_get_routine_files (actions), "notice",
                           G_CALLBACK (on_routine_file), toasts, G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_actions_get_posters (actions), "notice", G_CALLBACK (on_poster),
                           toasts, G_CONNECT_SWAPPED);
  g_signal_connect_object (unk_actions_get_session (actions), "notice", G_CALLBACK (on_session),
                           toasts, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "notice", G_CALLBACK (on_kept), toasts, G_CONNECT_SWAPPED);
  on_kept (toasts, keeper);
}
