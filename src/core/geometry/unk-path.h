/* unk-path.h: outlines as integers in a hundredth of a millimeter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UNK_PATH_ERROR (unk_path_error_quark ())
GQuark unk_path_error_quark (void);

typedef enum
{
  UNK_PATH_ERROR_SYNTAX,
} UnkPathError;

/* An outline is an array of gint32: an operation, then its coordinates. */
typedef enum
{
  UNK_PATH_MOVE = 0,  /* x y */
  UNK_PATH_LINE = 1,  /* x y */
  UNK_PATH_CURVE = 2, /* x1 y1 x2 y2 x y: a cubic */
  UNK_PATH_CLOSE = 3, /* nothing */
} UnkPathOp;

/* A view of an outline that somebody else keeps. */
typedef struct
{
  const gint32 *data;
  gsize length; /* in integers */
} UnkPath;

/* Boxes in units of a hundredth of a millimeter; an empty one has width -1. */
typedef struct
{
  gint32 x, y, width, height;
} UnkBox;

typedef struct
{
  float x, y; /* millimeters */
} UnkDot;

/**
 * UnkPathSink:
 * Receives the pieces of a path in millimeters; used to hand it to cairo without core knowing
 * cairo.
 */
typedef struct
{
  void (*move) (gpointer to, double x, double y);
  void (*line) (gpointer to, double x, double y);
  void (*curve) (gpointer to, double x1, double y1, double x2, double y2, double x, double y);
  void (*close) (gpointer to);
} UnkPathSink;

gboolean unk_path_parse_svg (const char *d, GArray *into, GError **error);
void unk_path_visit (UnkPath path, const UnkPathSink *sink, gpointer to);
UnkBox unk_path_box (UnkPath path);
GArray *unk_path_flatten (UnkPath path, double tolerance, GArray **ends);

G_END_DECLS
