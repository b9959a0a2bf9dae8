/* filter.h: a condition as it is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/clock.h"
#include "model/query.h"

G_BEGIN_DECLS

/* Adds the condition FIELD=VALUE to the query.  FIELD is a path (see model/query.h); VALUE is written as in files, or as a person
 * types it in the process's language, as on the clock's day; a reference's value is an id or the title of the record; nothing
 * asks for the empty value. */
gboolean samsyn_filter_add (SamsynQuery       *query,
                            const SamsynClock *clock,
                            const char        *filter,
                            GError           **error);

G_END_DECLS
