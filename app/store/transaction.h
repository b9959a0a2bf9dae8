/* transaction.h: how everything that is written begins and ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Begins to write: the file must still be the one that was opened, in the state that this store knows, and gets another mark
 * before anything else is written, by which its journal is known.  What is told on failure has changed nothing. */
gboolean samsyn_transaction_begin (SamsynStore *store,
                                   GError     **error);

/* Ends it.  TRUE if it is on the disk; otherwise nothing of it is, and the store is in no transaction any more. */
gboolean samsyn_transaction_commit (SamsynStore *store,
                                    GError     **error);

/* Takes it back; does nothing where there is none. */
void samsyn_transaction_rollback (SamsynStore *store);

/* Takes the mark of the file as it is now for the one that is known.  For a file that has just been opened or brought up to
 * date. */
void samsyn_transaction_know (SamsynStore *store);

G_END_DECLS
