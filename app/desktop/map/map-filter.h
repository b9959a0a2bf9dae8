/* map-filter.h: which rows and columns of the map are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "map-state.h"

G_BEGIN_DECLS

/* Signals
 *   "changed"  the state's filter is another */
#define SAMSYN_TYPE_MAP_FILTER_BOX (samsyn_map_filter_box_get_type ())
G_DECLARE_FINAL_TYPE (SamsynMapFilterBox, samsyn_map_filter_box, SAMSYN, MAP_FILTER_BOX, AdwBin)

/* Offers what there is in the workspace, and shows the state's filter. */
void samsyn_map_filter_box_update (SamsynMapFilterBox *box,
                                   SamsynMapState     *state,
                                   SamsynStore        *store,
                                   gboolean            huki);

/* How many filters are on. */
guint samsyn_map_filter_count (const SamsynMapState *state);

G_END_DECLS
