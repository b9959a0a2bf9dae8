/* clock.c: what time it is in a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"

/* Nothing that was read of it: the clock stays as it was. */
static void
read_zone (SamsynStore *store)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT \"value\" FROM \"setting\" WHERE \"name\" = '" SAMSYN_CLOCK_SETTING "'", NULL);
  int code = statement != NULL ? samsyn_db_step (store, statement, NULL) : SQLITE_ERROR;

  if (code == SQLITE_ROW)
    samsyn_clock_set_zone (store->clock, samsyn_db_text (statement, 0));
  else if (code == SQLITE_DONE)
    samsyn_clock_set_zone (store->clock, NULL);
}

const SamsynClock *
samsyn_store_clock (SamsynStore *store)
{
  gint64 version, changes;

  if (store->clock_fixed || store->db == NULL)
    return store->clock;
  version = samsyn_store_data_version (store);
  changes = sqlite3_total_changes (store->db);
  if (version != store->clock_version || changes != store->clock_changes)
    {
      read_zone (store);
      store->clock_version = version;
      store->clock_changes = changes;
    }
  return store->clock;
}
