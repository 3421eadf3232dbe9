/* unk-path.c: outlines as integers in a hundredth of a millimeter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-path.h"

#include <math.h>
#include <string.h>

#include "unk-atlas-format.h"

G_DEFINE_QUARK (unk - path - error - quark, unk_path_error)

#define MAX_MM 1.0e5

typedef struct
{
  const char *start, *at;
  GArray *into;
  double x, y;             /* where the pen is */
  double start_x, start_y; /* where the subpath began */
  double last_x, last_y;   /* the last control point, for S and T */
  char last_command;
} Reader;

static gint32
to_units (double mm)
{
  return (gint32) lround (mm * UNK_FORMAT_UNITS_PER_MM);
}

static void
put (Reader *r, UnkPathOp op, int n, const double *xy)
{
  gint32 value = op;

  g_array_append_val (r->into, value);
  for (int i = 0; i < n; i++)
    {
      value = to_units (xy[i]);
      g_array_append_val (r->into, value);
    }
}

static void
put_curve (Reader *r, double x1, double y1, double x2, double y2, double x, double y)
{
  put (r, UNK_PATH_CURVE, 6, (double[]){ x1, y1, x2, y2, x, y });
  r->last_x = x2;
  r->last_y = y2;
  r->x = x;
  r->y = y;
}

static void
skip_separators (Reader *r)
{
  while (*r->at && strchr (" \t\r\n,", *r->at))
    r->at++;
}

static gboolean
fail (Reader *r, GError **error, const char *what)
{
  g_set_error (error, UNK_PATH_ERROR, UNK_PATH_ERROR_SYNTAX, "path data, character %d: %s",
               (int) (r->at - r->start) + 1, what);
  return FALSE;
}

/* SVG numbers may touch: "1.5.5" is two and "1-2" is two, which strtod alone gets wrong. */
static gboolean
read_number (Reader *r, double *value, GError **error)
{
  char buffer[48];
  gsize n = 0;
  gboolean dot = FALSE, exponent = FALSE, digits = FALSE;
  char *end;

  skip_separators (r);
  for (const char *p = r->at; *p && n < sizeof buffer - 1; p++)
    {
      if (g_ascii_isdigit (*p))
        digits = TRUE;
      else if (*p == '.' && !dot && !exponent)
        dot = TRUE;
      else if ((*p == 'e' || *p == 'E') && digits && !exponent)
        exponent = TRUE;
      else if (!((*p == '-' || *p == '+') &&
                 (n == 0 || buffer[n - 1] == 'e' || buffer[n - 1] == 'E')))
        break;
      buffer[n++] = *p;
    }
  buffer[n] = '\0';
  if (!digits)
    return fail (r, error,
                 *r->at ? "a number is expected here" : "it ends where a number is expected");
  *value = g_ascii_strtod (buffer, &end);
  if (*end || !isfinite (*value) || fabs (*value) > MAX_MM)
    return fail (r, error, "not a usable number");
  r->at += n;
  return TRUE;
}

static gboolean
read_numbers (Reader *r, int n, double *into, GError **error)
{
  for (int i = 0; i < n; i++)
    if (!read_number (r, &into[i], error))
      return FALSE;
  return TRUE;
}

/* The flags of an arc may stand without a space: "a5 5 0 0110 10". */
static gboolean
read_flag (Reader *r, gboolean *value, GError **error)
{
  skip_separators (r);
  if (*r->at != '0' && *r->at != '1')
    return fail (r, error, "an arc's flag is 0 or 1");
  *value = *r->at++ == '1';
  return TRUE;
}

/* An elliptical arc as cubics, after the SVG specification's implementation notes (F.6). */
static void
put_arc (Reader *r, double rx, double ry, double degrees, gboolean large, gboolean sweep, double x,
         double y)
{
  double phi = degrees * G_PI / 180, cp = cos (phi), sp = sin (phi);
  double dx = (r->x - x) / 2, dy = (r->y - y) / 2;
  double ux = cp * dx + sp * dy, uy = -sp * dx + cp * dy;
  double scale, root, cxp, cyp, cx, cy, a0, delta;
  int pieces;

  rx = fabs (rx);
  ry = fabs (ry);
  if (rx == 0 || ry == 0 || (dx == 0 && dy == 0))
    {
      put (r, UNK_PATH_LINE, 2, (double[]){ x, y });
      r->x = x;
      r->y = y;
      return;
    }
  scale = ux * ux / (rx * rx) + uy * uy / (ry * ry);
  if (scale > 1)
    {
      rx *= sqrt (scale);
      ry *= sqrt (scale);
    }
  root = (rx * rx * ry * ry - rx * rx * uy * uy - ry * ry * ux * ux) /
         (rx * rx * uy * uy + ry * ry * ux * ux);
  root = sqrt (MAX (root, 0)) * (large == sweep ? -1 : 1);
  cxp = root * rx * uy / ry;
  cyp = -root * ry * ux / rx;
  cx = cp * cxp - sp * cyp + (r->x + x) / 2;
  cy = sp * cxp + cp * cyp + (r->y + y) / 2;
  a0 = atan2 ((uy - cyp) / ry, (ux - cxp) / rx);
  delta = atan2 ((-uy - cyp) / ry, (-ux - cxp) / rx) - a0;
  if (sweep && delta < 0)
    delta += 2 * G_PI;
  else if (!sweep && delta > 0)
    delta -= 2 * G_PI;
  pieces = MAX (1, (int) ceil (fabs (delta) / (G_PI / 2) - 1e-9));
  for (int i = 0; i < pieces; i++)
    {
      double a = a0 + delta * i / pieces, b = a0 + delta * (i + 1) / pieces;
      double k = 4.0 / 3 * tan ((b - a) / 4);
      double px[3] = { cos (a) - k * sin (a), cos (b) + k * sin (b), cos (b) };
      double py[3] = { sin (a) + k * cos (a), sin (b) - k * cos (b), sin (b) };
      double q[6];

      for (int j = 0; j < 3; j++)
        {
          q[2 * j] = cx + cp * rx * px[j] - sp * ry * py[j];
          q[2 * j + 1] = cy + sp * rx * px[j] + cp * ry * py[j];
        }
      put_curve (r, q[0], q[1], q[2], q[3], i + 1 == pieces ? x : q[4], i + 1 == pieces ? y : q[5]);
    }
}

static void
reflect (Reader *r, const char *after, double *x, double *y)
{
  gboolean follows = r->last_command && strchr (after, r->last_command);

  *x = follows ? 2 * r->x - r->last_x : r->x;
  *y = follows ? 2 * r->y - r->last_y : r->y;
}

static void
put_line (Reader *r, UnkPathOp op, double x, double y)
{
  put (r, op, 2, (double[]){ x, y });
  r->x = x;
  r->y = y;
}

static void
put_quadratic (Reader *r, double qx, double qy, double x, double y)
{
  double x0 = r->x, y0 = r->y;

  put_curve (r, x0 + (qx - x0) * 2 / 3, y0 + (qy - y0) * 2 / 3, x + (qx - x) * 2 / 3,
             y + (qy - y) * 2 / 3, x, y);
  r->last_x = qx;
  r->last_y = qy;
}

/* One command with its numbers; the caller repeats it while numbers follow. */
static gboolean
read_segment (Reader *r, char command, GError **error)
{
  gboolean relative = g_ascii_islower (command);
  double ox = relative ? r->x : 0, oy = relative ? r->y : 0;
  double v[6], x, y;
  gboolean large = FALSE, sweep = FALSE;

  switch (g_ascii_toupper (command))
    {
    case 'M':
      if (!read_numbers (r, 2, v, error))
        return FALSE;
      put_line (r, UNK_PATH_MOVE, ox + v[0], oy + v[1]);
      r->start_x = r->x;
      r->start_y = r->y;
      break;
    case 'L':
      if (!read_numbers (r, 2, v, error))
        return FALSE;
      put_line (r, UNK_PATH_LINE, ox + v[0], oy + v[1]);
      break;
    case 'H':
      if (!read_numbers (r, 1, v, error))
        return FALSE;
      put_line (r, UNK_PATH_LINE, ox + v[0], r->y);
      break;
    case 'V':
      if (!read_numbers (r, 1, v, error))
        return FALSE;
      put_line (r, UNK_PATH_LINE, r->x, oy + v[0]);
      break;
    case 'C':
      if (!read_numbers (r, 6, v, error))
        return FALSE;
      put_curve (r, ox + v[0], oy + v[1], ox + v[2], oy + v[3], ox + v[4], oy + v[5]);
      break;
    case 'S':
      if (!read_numbers (r, 4, v, error))
        return FALSE;
      reflect (r, "CcSs", &x, &y);
      put_curve (r, x, y, ox + v[0], oy + v[1], ox + v[2], oy + v[3]);
      break;
    case 'Q':
      if (!read_numbers (r, 4, v, error))
        return FALSE;
      put_quadratic (r, ox + v[0], oy + v[1], ox + v[2], oy + v[3]);
      break;
    case 'T':
      if (!read_numbers (r, 2, v, error))
        return FALSE;
      reflect (r, "QqTt", &x, &y);
      put_quadratic (r, x, y, ox + v[0], oy + v[1]);
      break;
    case 'A':
      if (!read_numbers (r, 3, v, error) || !read_flag (r, &large, error) ||
          !read_flag (r, &sweep, error) || !read_numbers (r, 2, v + 3, error))
        return FALSE;
      put_arc (r, v[0], v[1], v[2], large, sweep, ox + v[3], oy + v[4]);
      break;
    default:
      r->at--;
      return fail (r, error, "not a path command");
    }
  r->last_command = command;
  return TRUE;
}

static gboolean
number_follows (Reader *r)
{
  skip_separators (r);
  return *r->at && strchr ("+-.0123456789", *r->at);
}

/**
 * unk_path_parse_svg:
 * @d: the d attribute of an SVG path, in millimeters
 * @into: (element-type gint32): where the outline is appended
 * @error: return location for a #GError
 *
 * Reads the whole path grammar of SVG 1.1; arcs and quadratics become cubics, all coordinates
 * absolute.
 *
 * Returns: %FALSE and %UNK_PATH_ERROR_SYNTAX, naming the character, where the data is broken or
 * empty
 */
gboolean
unk_path_parse_svg (const char *d, GArray *into, GError **error)
{
  Reader r = { .start = d, .at = d, .into = into };

  skip_separators (&r);
  if (*r.at != 'M' && *r.at != 'm')
    return fail (&r, error, *r.at ? "a path begins with M or m" : "it is empty");
  while (*r.at)
    {
      char command = *r.at++;

      if (command == 'Z' || command == 'z')
        {
          put (&r, UNK_PATH_CLOSE, 0, NULL);
          r.x = r.start_x;
          r.y = r.start_y;
          r.last_command = command;
          skip_separators (&r);
          continue;
        }
      do
        {
          if (!read_segment (&r, command, error))
            return FALSE;
          if (command == 'M' || command == 'm')
            command = command == 'M' ? 'L' : 'l';
        }
      while (number_follows (&r));
    }
  return TRUE;
}

/**
 * unk_path_visit:
 * @path: an outline
 * @sink: what to do with each piece
 * @to: handed to the functions of @sink
 *
 * Walks along @path. Damaged data ends the walk.
 */
void
unk_path_visit (UnkPath path, const UnkPathSink *sink, gpointer to)
{
  const double k = 1.0 / UNK_FORMAT_UNITS_PER_MM;
  gsize i = 0;

  while (i < path.length)
    {
      const gint32 *p = path.data + i + 1;
      gsize left = path.length - i - 1;

      switch (path.data[i])
        {
        case UNK_PATH_MOVE:
        case UNK_PATH_LINE:
          if (left < 2)
            return;
          (path.data[i] == UNK_PATH_MOVE ? sink->move : sink->line) (to, p[0] * k, p[1] * k);
          i += 3;
          break;
        case UNK_PATH_CURVE:
          if (left < 6)
            return;
          sink->curve (to, p[0] * k, p[1] * k, p[2] * k, p[3] * k, p[4] * k, p[5] * k);
          i += 7;
          break;
        case UNK_PATH_CLOSE:
          sink->close (to);
          i += 1;
          break;
        default:
          return;
        }
    }
}

typedef struct
{
  GArray *dots; /* UnkDot */
  GArray *ends; /* guint: one past the last dot of each subpath */
  double tolerance;
  double x, y;
} Flattener;

static void
end_subpath (Flattener *f)
{
  guint done = f->ends->len ? g_array_index (f->ends, guint, f->ends->len - 1) : 0;

  if (f->dots->len > done)
    g_array_append_val (f->ends, f->dots->len);
}

static void
flat_line (gpointer to, double x, double y)
{
  Flattener *f = to;
  UnkDot dot = { (float) x, (float) y };

  g_array_append_val (f->dots, dot);
  f->x = x;
  f->y = y;
}

static void
flat_move (gpointer to, double x, double y)
{
  end_subpath (to);
  flat_line (to, x, y);
}

static void
flat_curve (gpointer to, double x1, double y1, double x2, double y2, double x, double y)
{
  Flattener *f = to;
  double x0 = f->x, y0 = f->y;
  double bend =
    MAX (hypot (x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), hypot (x1 - 2 * x2 + x, y1 - 2 * y2 + y));
  int n = CLAMP ((int) ceil (sqrt (0.75 * bend / f->tolerance)), 1, 64);

  for (int i = 1; i <= n; i++)
    {
      double t = (double) i / n, s = 1 - t;

      flat_line (f, s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x,
                 s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y);
    }
}

static void
flat_close (gpointer to)
{
  end_subpath (to);
}

/**
 * unk_path_flatten:
 * @path: an outline
 * @tolerance: how far, in millimeters, a straight piece may leave the curve
 * @ends: (out) (transfer full): for each subpath, one past its last dot
 *
 * Returns: (transfer full) (element-type UnkDot): the corners in millimeters
 */
GArray *
unk_path_flatten (UnkPath path, double tolerance, GArray **ends)
{
  static const UnkPathSink sink = { flat_move, flat_line, flat_curve, flat_close };
  Flattener f = { g_array_new (FALSE, FALSE, sizeof (UnkDot)),
                  g_array_new (FALSE, FALSE, sizeof (guint)), tolerance, 0, 0 };

  unk_path_visit (path, &sink, &f);
  end_subpath (&f);
  *ends = f.ends;
  return f.dots;
}

/**
 * unk_path_box:
 * @path: an outline
 *
 * Returns: the box of its curves (not of their control points), to a twentieth of a millimeter;
 * width -1 where it is empty
 */
UnkBox
unk_path_box (UnkPath path)
{
  g_autoptr (GArray) ends = NULL;
  g_autoptr (GArray) dots = unk_path_flatten (path, 0.05, &ends);
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  if (!dots->len)
    return (UnkBox){ 0, 0, -1, -1 };
  for (guint i = 0; i < dots->len; i++)
    {
      UnkDot d = g_array_index (dots, UnkDot, i);

      x0 = MIN (x0, d.x);
      y0 = MIN (y0, d.y);
      x1 = MAX (x1, d.x);
      y1 = MAX (y1, d.y);
    }
  return (UnkBox){ to_units (x0), to_units (y0), to_units (x1) - to_units (x0),
                   to_units (y1) - to_units (y0) };
}
