/* repair.c: what is made of the records alone, made anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"
#include "rows.h"
#include "transaction.h"

static gboolean
begin (SamsynStore *store,
       GError     **error)
{
  if (store->read_only)
    {
      samsyn_db_set_error (store, SQLITE_READONLY, error);
      return FALSE;
    }
  if (store->before_write != NULL)
    store->before_write (store, store->before_write_data);
  return samsyn_store_examine (store, error) && samsyn_transaction_begin (store, error);
}

gboolean
samsyn_store_repair (SamsynStore *store,
                     GError     **error)
{
  if (!begin (store, error))
    return FALSE;
  if (samsyn_db_exec (store, "REINDEX", error) && samsyn_rows_rebuild (store, error) && samsyn_transaction_commit (store, error))
    return TRUE;
  samsyn_transaction_rollback (store);
  return FALSE;
}
