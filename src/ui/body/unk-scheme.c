/* unk-scheme.c: which of the figure's stylesheets the desktop asks for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-scheme.h"

#include <adwaita.h>

/**
 * unk_scheme_get:
 *
 * Returns: "light", "dark" or "contrast", as the body is shown
 */
const char *
unk_scheme_get (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return "contrast";
  return adw_style_manager_get_dark (style) ? "dark" : "light";
}

/**
 * unk_scheme_to_rgba:
 * @color: 0xrrggbbaa, as the palettes have it
 *
 * Returns: the color as the toolkit has it
 */
GdkRGBA
unk_scheme_to_rgba (guint32 color)
{
  return (GdkRGBA){ ((color >> 24) & 0xff) / 255.0f, ((color >> 16) & 0xff) / 255.0f,
                    ((color >> 8) & 0xff) / 255.0f, (color & 0xff) / 255.0f };
}
