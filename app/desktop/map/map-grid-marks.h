/* map-grid-marks.h: where in the map the findings show; between map-grid.c and map-grid-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "map-grid.h"

G_BEGIN_DECLS

/* By task: whether a finding that is not accepted is about it, or about an assignment of it.  To be freed by the caller. */
guint8 *samsyn_map_marks_tasks (const SamsynFacts    *facts,
                                const SamsynFindings *findings);

G_END_DECLS
