/* select.h: running compiled queries; for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compile.h"
#include "db.h"

G_BEGIN_DECLS

/* A statement of the caller's own, to be finalized by it, with its bindings; they are borrowed from `compiled`. */
sqlite3_stmt *samsyn_select_prepare (SamsynStore          *store,
                                     const SamsynCompiled *compiled,
                                     GError              **error);

/* Holds one view of the file over several statements, which then need not each ask whether it has changed.  Returns what to give
 * to the end: FALSE where a transaction was open already, or none could be opened and each statement has its own view.  After the
 * end the connection is in no transaction that was begun here, whatever failed and whatever limit there is. */
gboolean samsyn_reading_begin (SamsynStore *store);
void     samsyn_reading_end   (SamsynStore *store,
                               gboolean     begun);

G_END_DECLS
