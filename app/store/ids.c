/* ids.c: the ids of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ids.h"

#include "model/door.h"
#include "model/words.h"

/* Below SAMSYN_ID_END; given ones leave room for those that are made after them. */
#define END_OF_OWN_IDS G_GINT64_CONSTANT (900000000000000)
#define END_OF_GIVEN_IDS G_GINT64_CONSTANT (800000000000000)

/* An id begins with the seconds since 1970; from the year 2191 they begin again. */
#define IDS_A_SECOND 100000
#define SECONDS_OF_IDS G_GINT64_CONSTANT (7000000000)

/* Larger ones than ours, which an older version took, don't count: nothing would be left above them. */
static gint64
largest_id (SamsynStore *store)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT max (ifnull ((SELECT max (id) FROM record WHERE id < ?1), 0), "
                           "ifnull ((SELECT max (record) FROM change WHERE record < ?1), 0))", NULL);

  if (statement == NULL)
    return 0;
  samsyn_db_bind_integer (statement, 1, END_OF_OWN_IDS);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

/* Seconds and a randomly started counter: two copies of a workspace that are edited apart don't give the same ids. */
gint64
samsyn_store_new_id (SamsynStore *store)
{
  if (store->last_id == 0)
    {
      gint64 seconds = MAX (samsyn_clock_now (samsyn_store_clock (store)) / 1000, 0) % SECONDS_OF_IDS;

      store->last_id = MAX (seconds * IDS_A_SECOND + g_random_int_range (0, IDS_A_SECOND), largest_id (store));
    }
  return ++store->last_id;
}

void
samsyn_ids_note (SamsynStore *store,
                 GPtrArray   *changes)
{
  for (guint i = 0; store->last_id != 0 && i < changes->len; i++)
    {
      gint64 id = ((const SamsynChange *) g_ptr_array_index (changes, i))->record;

      if (id < END_OF_OWN_IDS)
        store->last_id = MAX (store->last_id, id);
    }
}

char *
samsyn_ids_problem (SamsynStore *store,
                    gint64       id,
                    gboolean     put_back)
{
  if (!samsyn_id_is_valid (id) || samsyn_store_kind_of (store, id) != NULL)
    return g_strdup_printf (_ ("%lld can’t be the id of a new record"), (long long) id);
  if (!put_back && id >= END_OF_GIVEN_IDS && id > store->last_id)
    return g_strdup_printf (_ ("%lld can’t be the id of a record: it leaves no room for the ids of others; choose one below "
                               "%lld"),
                            (long long) id, (long long) END_OF_GIVEN_IDS);
  return NULL;
}
