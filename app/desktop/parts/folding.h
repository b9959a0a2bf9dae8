/* folding.h: a leaflet that stays folded until there is room for what it folded away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Keeps the leaflet, once it has folded, from unfolding in a window with less room than its two sides needed.  What makes the
 * sides narrower when it folds must be connected after this. */
void samsyn_folding_watch (AdwLeaflet *leaflet,
                           GtkWidget  *side,
                           GtkWidget  *content);

G_END_DECLS
