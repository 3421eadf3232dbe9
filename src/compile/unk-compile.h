/* unk-compile.h: from the folder of content to the one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "unk-figure-view.h"

G_BEGIN_DECLS

#define UNK_COMPILE_ERROR (unk_compile_error_quark ())
GQuark unk_compile_error_quark (void);

typedef enum
{
  UNK_COMPILE_ERROR_NO_FOLDER,
  UNK_COMPILE_ERROR_FAULTS, /* see the faults */
} UnkCompileError;

/**
 * UnkRenderPreviews:
 * @view: a view
 * @svg: its composite
 * @styles: of UNK_FORMAT_STYLE
 * @data: the context's preview_data
 *
 * Makes the pictures of a view that are drawn at build time.
 *
 * Returns: (transfer floating): an array of UNK_FORMAT_PREVIEW
 */
typedef GVariant *(*UnkRenderPreviews) (const UnkFigureView *view, const char *svg,
                                        GVariant *styles, gpointer data);

/* What to compile, and how; the lists are filled by unk_compile_run(). */
typedef struct
{
  const char *data_dir;
  UnkRenderPreviews render_previews; /* nullable: no previews */
  gpointer preview_data;

  char **faults;   /* "FILE:LINE: what is wrong; how to mend it" */
  char **warnings; /* the same, but they don't stop the build */
  char **inputs;   /* all that was read */
} UnkCompile;

GBytes *unk_compile_run (UnkCompile *compile, GError **error);
gboolean unk_compile_write (GBytes *atlas, const char *path, GError **error);
gboolean unk_compile_write_depfile (const UnkCompile *compile, const char *output, const char *path,
                                    GError **error);
void unk_compile_clear (UnkCompile *compile);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UnkCompile, unk_compile_clear)

G_END_DECLS
