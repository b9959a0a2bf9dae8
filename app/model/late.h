/* late.h: which records are late, as conditions of a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "query.h"

G_BEGIN_DECLS

/* Whether records of the kind can be late: it has a field that is a deadline. */
gboolean samsyn_kind_has_deadlines (const SamsynKind *kind);

/* Narrows the query to records that are not settled: whose deadlines are watched. */
void samsyn_query_where_unsettled (SamsynQuery *query);

/* Narrows the query to records that are not settled and have a deadline before `today` (YYYY-MM-DD); to none where the kind has no
 * deadlines. */
void samsyn_query_where_late (SamsynQuery *query,
                              const char  *today);

G_END_DECLS
