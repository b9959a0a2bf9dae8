/* clock.c: what time it is in a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"
#include "model/words.h"

#define LEAST_AHEAD (G_GINT64_CONSTANT (60) * 60 * 1000) /* the clocks of computers that share a file differ by minutes */

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

/* Against the true time too: who sets the time that holds here knows what they do. */
char *
samsyn_store_doubt_clock (SamsynStore *store)
{
  const SamsynClock *clock = samsyn_store_clock (store);
  gint64 at = samsyn_db_integer (store, "SELECT at FROM step ORDER BY id DESC LIMIT 1", 0);
  g_autofree char *moment = NULL;

  if (at <= MAX (samsyn_clock_now (clock), g_get_real_time () / 1000) + LEAST_AHEAD)
    return NULL;
  moment = samsyn_clock_date_time (clock, at);
  return g_strdup_printf (_ ("The last change in this workspace was written at a moment that is yet to come, %s: the clock of a "
                             "computer was "
                             "wrong, or this one’s is. What is written now gets the time of this computer and comes after it "
                             "nevertheless. "
                             "Look whether the clock is right."),
                          moment);
}
