/* bent.c: the records that hold bent values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"
#include "kinds/kinds.h"

static SamsynQuery *
query_of (const SamsynKind *kind)
{
  SamsynQuery *query = samsyn_query_new (kind);

  samsyn_query_begin_any (query);
  for (guint i = 0; i < kind->n_fields; i++)
    samsyn_query_where (query, kind->fields[i].id, SAMSYN_QUERY_BENT, NULL);
  samsyn_query_end_any (query);
  return query;
}

GArray *
samsyn_store_bent_records (SamsynStore *store,
                           GError     **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = query_of (*kind);
      g_autoptr (GArray) ids = samsyn_store_ids (store, query, 0, 0, error);

      if (ids == NULL)
        return NULL;
      g_array_append_vals (all, ids->data, ids->len);
    }
  store->bent = all->len > 0;
  return g_steal_pointer (&all);
}

void
samsyn_store_note_bent (SamsynStore *store)
{
  store->bent = TRUE;
}
