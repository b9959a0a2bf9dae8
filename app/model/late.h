/* late.h: which records are late, as conditions of a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "query.h"

G_BEGIN_DECLS

/* Whether records of the kind can be late: it has a field that is a deadline. */
gboolean samsyn_kind_has_deadlines (const SamsynKind *kind);

/* Whether the value of a field is a deadline before `today` (YYYY-MM-DD) that still stands: the same rule for one record.
 * `settled` holds the values of the fields that settle records of the kind, in the order of `kind->settled`; NULL where it has
 * none. */
gboolean samsyn_value_is_late (const SamsynKind  *kind,
                               const SamsynField *field,
                               const SamsynValue *value,
                               const SamsynValue *settled,
                               const char        *today);

/* Narrows the query to records that are not settled: whose deadlines are watched. */
void samsyn_query_where_unsettled (SamsynQuery *query);

/* Narrows the query to records that are not settled and have a deadline before `today` (YYYY-MM-DD); to none where the kind has
 * no deadlines. */
void samsyn_query_where_late (SamsynQuery *query,
                              const char  *today);

G_END_DECLS
