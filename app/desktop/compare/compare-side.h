/* compare-side.h: choosing one side of a comparison: a date and a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "compare-state.h"

G_BEGIN_DECLS

/* Properties
 *   "name-of-side" (string)  what the side is called: "From"
 * Signals
 *   "changed"  another date or scenario was chosen, and is in what was given to the last update */
#define SAMSYN_TYPE_COMPARE_SIDE (samsyn_compare_side_get_type ())
G_DECLARE_FINAL_TYPE (SamsynCompareSideChoice, samsyn_compare_side, SAMSYN, COMPARE_SIDE, AdwBin)

/* Shows what is chosen, which must live as long as the widget; a scenario that is there no more is given up. */
void samsyn_compare_side_update (SamsynCompareSideChoice *side,
                                 SamsynCompared          *compared,
                                 SamsynStore             *store);

G_END_DECLS
