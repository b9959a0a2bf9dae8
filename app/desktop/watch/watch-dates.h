/* watch-dates.h: which dates the watch shows, and under which headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "findings/standing/deadlines.h"

G_BEGIN_DECLS

/* Rows (SamsynWatchRow) for the dates of the kind (NULL: of all) whose title or responsible has the text in it: those that are
 * late, the oldest first, then those ahead by their weeks.  Without their headings they are `n_dates`.  To be unreffed by the
 * caller. */
GPtrArray *samsyn_watch_dates (SamsynDeadlines  *late,
                               SamsynDeadlines  *ahead,
                               const char       *today,
                               const SamsynKind *kind,
                               const char       *text,
                               guint            *n_dates);

G_END_DECLS
