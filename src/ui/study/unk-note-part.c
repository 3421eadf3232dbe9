/* unk-note-part.c: the user's own star and note, on the page of a muscle
 *
 * What is typed is kept as it is typed. While the cursor stands in the note, Ctrl+Z is the note's:
 * the program's own undo, which takes back marks, waits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-note-part.h"

#include <glib/gi18n.h>

#include "unk-accessible-name.h"

struct _UnkNotePart
{
  GtkBox parent_instance;

  UnkNotes *notes;
  UnkMarks *marks;
  const UnkMuscle *muscle;
  GtkToggleButton *star, *opener;
  GtkRevealer *revealer;
  GtkTextView *text;
  GtkWidget *placeholder;
  gboolean typing;  /* the cursor stands in the note */
  gboolean showing; /* what is, not what was typed or pressed */
};

G_DEFINE_FINAL_TYPE (UnkNotePart, unk_note_part, GTK_TYPE_BOX)

static char *
dup_text (UnkNotePart *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_typed (UnkNotePart *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (self->placeholder, !*text);
  if (!self->showing)
    unk_notes_set_note (self->notes, self->muscle->id, text);
}

static void
show_star (UnkNotePart *self)
{
  gboolean favorite = unk_notes_is_favorite (self->notes, self->muscle->id);

  gtk_toggle_button_set_active (self->star, favorite);
  gtk_button_set_child (GTK_BUTTON (self->star),
                        g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name",
                                      favorite ? "starred-symbolic" : "non-starred-symbolic",
                                      "label", _ ("Favorite"), NULL));
}

static void
on_notes_changed (UnkNotePart *self, const char *muscle)
{
  const char *note = unk_notes_get_note (self->notes, self->muscle->id);
  g_autofree char *text = NULL;

  if (!g_str_equal (muscle, self->muscle->id))
    return;
  self->showing = TRUE;
  show_star (self);
  text = dup_text (self);
  /* Blanks alone aren't kept, but may be what a word begins with. */
  if (!g_str_equal (text, note) && (*note || *g_strstrip (text)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), note, -1);
  if (*note)
    gtk_toggle_button_set_active (self->opener, TRUE);
  self->showing = FALSE;
}

static void
on_star (UnkNotePart *self)
{
  if (!self->showing)
    unk_notes_set_favorite (self->notes, self->muscle->id,
                            gtk_toggle_button_get_active (self->star));
}

static void
on_opener (UnkNotePart *self)
{
  gboolean open = gtk_toggle_button_get_active (self->opener);

  gtk_revealer_set_reveal_child (self->revealer, open);
  if (open && !self->showing)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
enable (const char *name, gboolean enabled)
{
  GApplication *application = g_application_get_default ();
  GAction *action =
    application ? g_action_map_lookup_action (G_ACTION_MAP (application), name) : NULL;

  if (action)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* While a note is written in, marks can't be taken back: the keys are the note's. */
static void
set_typing (UnkNotePart *self, gboolean typing)
{
  if (self->typing == typing)
    return;
  self->typing = typing;
  enable ("undo", !typing && unk_marks_can_undo (self->marks));
  enable ("redo", !typing && unk_marks_can_redo (self->marks));
}

static void
on_text_entered (UnkNotePart *self)
{
  set_typing (self, TRUE);
}

static void
on_text_left (UnkNotePart *self)
{
  set_typing (self, FALSE);
}

static void
unk_note_part_dispose (GObject *object)
{
  UnkNotePart *self = UNK_NOTE_PART (object);

  on_text_left (self);
  g_clear_object (&self->notes);
  g_clear_object (&self->marks);
  G_OBJECT_CLASS (unk_note_part_parent_class)->dispose (object);
}

static void
unk_note_part_class_init (UnkNotePartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = unk_note_part_dispose;
}

static void
add_buttons (UnkNotePart *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->star = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->opener = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_child (GTK_BUTTON (self->opener),
                        g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name",
                                      "document-edit-symbolic", "label",
                                      /* Translators: a note of one's own about a muscle */
                                      _ ("My Note"), NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->star), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->opener), "flat");
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->star));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->opener));
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_editor (UnkNotePart *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *frame = gtk_frame_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->placeholder = gtk_label_new (_ ("What you want to remember about this muscle"));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_top_margin (self->text, 9);
  gtk_text_view_set_bottom_margin (self->text, 9);
  gtk_text_view_set_left_margin (self->text, 9);
  gtk_text_view_set_right_margin (self->text, 9);
  gtk_widget_set_size_request (GTK_WIDGET (self->text), -1, 72);
  unk_accessible_name_set (self->text, _ ("My Note"));
  gtk_label_set_wrap (GTK_LABEL (self->placeholder), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_widget_set_halign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->placeholder, 9);
  gtk_widget_set_margin_start (self->placeholder, 9);
  gtk_widget_set_margin_end (self->placeholder, 9);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "dim-label");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->text));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_frame_set_child (GTK_FRAME (frame), overlay);
  gtk_revealer_set_child (self->revealer, frame);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->revealer));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_text_entered), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_text_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
}

static void
unk_note_part_init (UnkNotePart *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  add_buttons (self);
  add_editor (self);
}

/**
 * unk_note_part_new:
 * @scene: whose notes are shown
 * @muscle: a muscle
 *
 * Returns: a star to press, and a note to write
 */
GtkWidget *
unk_note_part_new (UnkScene *scene, const UnkMuscle *muscle)
{
  UnkNotePart *self = g_object_new (UNK_TYPE_NOTE_PART, NULL);

  self->notes = g_object_ref (unk_scene_get_notes (scene));
  self->marks = g_object_ref (unk_scene_get_marks (scene));
  self->muscle = muscle;
  on_notes_changed (self, muscle->id);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_typed),
                            self);
  g_signal_connect_swapped (self->star, "toggled", G_CALLBACK (on_star), self);
  g_signal_connect_swapped (self->opener, "toggled", G_CALLBACK (on_opener), self);
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (on_notes_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
