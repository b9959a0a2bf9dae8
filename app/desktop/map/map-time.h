/* map-time.h: the date and the scenario that the map is of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "map-state.h"

G_BEGIN_DECLS

/* Signals
 *   "changed"  another date or scenario was chosen, and is in the state */
#define SAMSYN_TYPE_MAP_TIME (samsyn_map_time_get_type ())
G_DECLARE_FINAL_TYPE (SamsynMapTime, samsyn_map_time, SAMSYN, MAP_TIME, AdwBin)

/* Shows the state's date and scenario, and the days on which something changes. */
void samsyn_map_time_update (SamsynMapTime  *time,
                             SamsynMapState *state,
                             SamsynStore    *store,
                             SamsynFacts    *facts);

/* Back to today and what is in force. */
void samsyn_map_time_reset (SamsynMapTime *time);

G_END_DECLS
