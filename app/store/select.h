/* select.h: running compiled queries; for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compile.h"
#include "db.h"

G_BEGIN_DECLS

/* samsyn_compile() with what the file needs. */
SamsynCompiled *samsyn_select_compile (SamsynStore       *store,
                                       const SamsynQuery *query,
                                       SamsynCompileWhat  what,
                                       guint              offset,
                                       guint              limit,
                                       GError           **error);

/* A column of the row as it is to be, of the compiled columns; a sound text may be borrowed. */
SamsynValue samsyn_select_column (sqlite3_stmt *statement,
                                  const GArray *columns,
                                  guint         column,
                                  gboolean      borrow);

/* A statement of the caller's own, to be finalized by it, with its bindings; they are borrowed from `compiled`. */
sqlite3_stmt *samsyn_select_prepare (SamsynStore          *store,
                                     const SamsynCompiled *compiled,
                                     GError              **error);

/* The record as its row has it, without a look at what its references lead to: in the midst of a step that may be gone. */
SamsynRecord *samsyn_row_get (SamsynStore *store,
                              gint64       id,
                              GError     **error);

/* Holds one view of the file over several statements, which then need not each ask whether it has changed.  Returns what to give
 * to the end: FALSE where a transaction was open already, or none could be opened and each statement has its own view.  After the
 * end the connection is in no transaction that was begun here, whatever failed and whatever limit there is. */
gboolean samsyn_reading_begin (SamsynStore *store);
void     samsyn_reading_end   (SamsynStore *store,
                               gboolean     begun);

G_END_DECLS
