/* shade.c: light or dark, of usual or high contrast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "shade.h"

#include <adwaita.h>

SamsynShade
samsyn_shade_now (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? SAMSYN_SHADE_DARK_CONTRAST : SAMSYN_SHADE_LIGHT_CONTRAST;
  return adw_style_manager_get_dark (style) ? SAMSYN_SHADE_DARK : SAMSYN_SHADE_LIGHT;
}

void
samsyn_shade_watch (gpointer        object,
                    SamsynShadeFunc func)
{
  static const char *const signals[] = { "notify::dark", "notify::high-contrast" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (adw_style_manager_get_default (), signals[i], G_CALLBACK (func), object, G_CONNECT_SWAPPED);
}
