/* standing.h: how projects stand by their newest status reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "overview.h"

G_BEGIN_DECLS

/* The projects that are not settled and have a status report of that day or before, as an array of SamsynProjectStanding that
 * owns them: each above its parts, otherwise by name.  `n_unreported` gets how many have none. */
GPtrArray *samsyn_standings_new (SamsynStore *store,
                                 const char  *today,
                                 guint        limit,
                                 const char  *language,
                                 gint64      *n_unreported,
                                 GError     **error);

G_END_DECLS
