/* scenario-option.h: a scenario, as somebody names it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The scenario with that id or that name (without regard to case); NULL text: 0, what is in force.  A usage error names those
 * there are, or those with the same name with their ids. */
gboolean samsyn_scenario_option (SamsynStore *store,
                                 const char  *text,
                                 const char  *option,
                                 gint64      *scenario,
                                 GError     **error);

/* DATE[,SCENARIO], taken apart; the name of a scenario may have commas of its own. */
gboolean samsyn_side_option (const char *text,
                             const char *option,
                             char      **date,
                             char      **scenario,
                             GError    **error);

G_END_DECLS
