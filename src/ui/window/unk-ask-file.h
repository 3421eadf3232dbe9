/* unk-ask-file.h: asks for a file, and does a command with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  const char *accept; /* what the button says, with a mnemonic */
  const char *name;   /* (nullable): the name that is proposed for a file to be written; without
                         one a file is opened */
  const char
    *kind; /* (nullable): what the files to be opened are called, where only those are shown */
  const char *ending;    /* of those, without the dot */
  const char *action;    /* takes the strings of @before and a path */
  const char *before[3]; /* until the first that is %NULL */
} UnkAskFile;

void unk_ask_file (GtkWidget *widget, const UnkAskFile *ask);

G_END_DECLS
