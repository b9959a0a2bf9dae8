/* shade.h: light or dark, of usual or high contrast
 *
 * What the program colours itself it colours for each of the four: text differs from what is behind it by 4.5:1, a symbol beside
 * its word by 3:1, and in high contrast both by 7:1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_SHADE_LIGHT,
  SAMSYN_SHADE_DARK,
  SAMSYN_SHADE_LIGHT_CONTRAST,
  SAMSYN_SHADE_DARK_CONTRAST,
  SAMSYN_N_SHADES
} SamsynShade;

SamsynShade samsyn_shade_now (void);

typedef void (*SamsynShadeFunc) (gpointer object);

/* Calls `func` with the GObject whenever the user changes to another one, while the object lives. */
void samsyn_shade_watch (gpointer        object,
                         SamsynShadeFunc func);

G_END_DECLS
