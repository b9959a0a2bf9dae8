/* compare-state.c: what of the responsibility map is compared with what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-state.h"

#include "desktop/map/map-state.h"
#include "findings/facts/facts.h"
#include "kinds/kinds.h"

/* A proposal that is neither adopted nor rejected, 0 if there is none. */
static gint64
find_proposal (SamsynStore *store)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("scenario"));
  g_autoptr (GArray) ids = NULL;

  samsyn_query_begin_any (query);
  samsyn_query_where_text (query, "status", SAMSYN_QUERY_EQUAL, "proposed");
  samsyn_query_where_text (query, "status", SAMSYN_QUERY_EQUAL, "draft");
  samsyn_query_where (query, "status", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_end_any (query);
  samsyn_query_order (query, "effective_on", TRUE);
  samsyn_query_order_default (query);
  ids = samsyn_store_ids (store, query, 0, 1, NULL);
  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

int
samsyn_compared_effective (SamsynStore *store,
                           gint64       scenario)
{
  g_autoptr (SamsynRecord) record = scenario != 0 ? samsyn_store_get (store, scenario, NULL) : NULL;

  return record != NULL ? samsyn_day (samsyn_record_text (record, "effective_on"), 0) : 0;
}

int
samsyn_compared_day (const SamsynCompared *compared)
{
  return compared->day != 0 ? compared->day : samsyn_session_day (compared->session);
}

SamsynCompared *
samsyn_compare_state (SamsynSession *session)
{
  SamsynCompared *sides = g_object_get_data (G_OBJECT (session), "samsyn-compare-state");
  SamsynStore *store = samsyn_session_get_store (session);

  if (sides == NULL)
    {
      sides = g_new0 (SamsynCompared, SAMSYN_N_COMPARED);
      g_object_set_data_full (G_OBJECT (session), "samsyn-compare-state", sides, g_free);
      for (guint i = 0; i < SAMSYN_N_COMPARED; i++)
        sides[i].session = session;
      sides[SAMSYN_COMPARE_TO].scenario = store != NULL ? find_proposal (store) : 0;
      sides[SAMSYN_COMPARE_TO].day = store != NULL ? samsyn_compared_effective (store, sides[SAMSYN_COMPARE_TO].scenario) : 0;
      sides[SAMSYN_COMPARE_FROM].day = sides[SAMSYN_COMPARE_TO].day;
    }
  return sides;
}
