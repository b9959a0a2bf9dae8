/* limit.c: reading that can be given up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"

/* How many of SQLite's instructions lie between two looks: some tens of microseconds. */
#define INSTRUCTIONS 1000

/* What begins or ends a view of the file is never cut short, or the connection would stay inside a transaction; nor is what
 * writes. */
static int
is_over (void *data)
{
  SamsynStore *store = data;

  if (store->in_bracket || sqlite3_txn_state (store->db, NULL) == SQLITE_TXN_WRITE)
    return FALSE;
  store->gave_up = store->gave_up || g_cancellable_is_cancelled (store->cancellable)
                   || (store->until != 0 && g_get_monotonic_time () >= store->until);
  return store->gave_up;
}

void
samsyn_store_limit (SamsynStore  *store,
                    gint64        until,
                    GCancellable *cancellable)
{
  store->until = until;
  store->gave_up = FALSE;
  g_set_object (&store->cancellable, cancellable);
  sqlite3_progress_handler (store->db, INSTRUCTIONS, is_over, store);
}

gboolean
samsyn_store_end_limit (SamsynStore *store)
{
  sqlite3_progress_handler (store->db, 0, NULL, NULL);
  g_clear_object (&store->cancellable);
  return !store->gave_up;
}
