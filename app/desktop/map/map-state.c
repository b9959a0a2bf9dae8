/* map-state.c: what of the responsibility map is looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-state.h"

#include "kinds/kinds.h"
#include "model/fold.h"

static void
free_state (gpointer data)
{
  SamsynMapState *state = data;

  g_clear_pointer (&state->facts, samsyn_facts_unref);
  g_clear_pointer (&state->filter.tasks, g_hash_table_unref);
  g_hash_table_unref (state->filter.folded);
  g_free ((char *) state->filter.text);
  g_free (state->text);
  g_free (state);
}

/* Letters are typed one after the other: what a step did not touch is not read again. */
static void
on_changed (SamsynSession  *session,
            gint64          step,
            GPtrArray      *changes,
            SamsynMapState *state)
{
  SamsynStore *store = samsyn_session_get_store (session);
  SamsynFacts *renewed;

  if (state->facts == NULL || store == NULL)
    return;
  renewed = samsyn_facts_renew (state->facts, store, changes, NULL);
  samsyn_facts_unref (state->facts);
  state->facts = renewed;
  state->step = step;
}

SamsynMapState *
samsyn_map_state (SamsynSession *session)
{
  SamsynMapState *state = g_object_get_data (G_OBJECT (session), "samsyn-map-state");

  if (state == NULL)
    {
      state = g_new0 (SamsynMapState, 1);
      state->session = session;
      state->filter.role = -1;
      state->filter.folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (session), "samsyn-map-state", state, free_state);
      g_signal_connect (session, "changed", G_CALLBACK (on_changed), state);
    }
  return state;
}

SamsynFacts *
samsyn_map_state_facts (SamsynMapState *state,
                        SamsynStore    *store,
                        GError        **error)
{
  gint64 step = samsyn_store_last_step (store);

  if (state->facts == NULL || state->step != step)
    {
      SamsynFacts *facts = samsyn_facts_load (store, error);

      if (facts == NULL)
        return NULL;
      g_clear_pointer (&state->facts, samsyn_facts_unref);
      state->facts = facts;
      state->step = step;
    }
  return state->facts;
}

int
samsyn_session_day (SamsynSession *session)
{
  SamsynStore *store = samsyn_session_get_store (session);
  g_autofree char *today = samsyn_clock_today (store != NULL ? samsyn_store_clock (store) : NULL);

  return samsyn_day (today, 0);
}

int
samsyn_map_state_today (const SamsynMapState *state)
{
  return samsyn_session_day (state->session);
}

int
samsyn_map_state_day (const SamsynMapState *state)
{
  return state->day != 0 ? state->day : samsyn_map_state_today (state);
}

SamsynMap *
samsyn_map_state_map (SamsynMapState *state,
                      SamsynFacts    *facts)
{
  return samsyn_map_new (facts, samsyn_map_state_day (state), state->scenario);
}

void
samsyn_map_state_set_text (SamsynMapState *state,
                           const char     *text)
{
  g_free (state->text);
  g_free ((char *) state->filter.text);
  state->text = g_strdup (text);
  state->filter.text = samsyn_fold_match (text);
}

static gboolean
add_task (const SamsynValue *row,
          gpointer           tasks)
{
  gint64 id = samsyn_value_get_integer (&row[0], 0);

  g_hash_table_add (tasks, g_memdup2 (&id, sizeof id));
  return TRUE;
}

/* A task is for a group if it says so, or if its process does. */
void
samsyn_map_state_set_target_group (SamsynMapState *state,
                                   SamsynStore    *store,
                                   gint64          target_group)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("task"));

  state->target_group = target_group;
  g_clear_pointer (&state->filter.tasks, g_hash_table_unref);
  if (target_group == 0 || store == NULL)
    return;
  state->filter.tasks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  samsyn_query_select (query, "@id");
  samsyn_query_begin_any (query);
  samsyn_query_where_integer (query, "target_group", SAMSYN_QUERY_EQUAL, target_group);
  samsyn_query_where_integer (query, "process.target_group", SAMSYN_QUERY_EQUAL, target_group);
  samsyn_query_end_any (query);
  samsyn_store_each (store, query, add_task, state->filter.tasks, NULL);
}

void
samsyn_map_state_fold (SamsynMapState *state,
                       gint64          id)
{
  if (!g_hash_table_remove (state->filter.folded, &id))
    g_hash_table_add (state->filter.folded, g_memdup2 (&id, sizeof id));
}

void
samsyn_map_state_clear_filter (SamsynMapState *state)
{
  samsyn_map_state_set_text (state, "");
  samsyn_map_state_set_target_group (state, NULL, 0);
  state->filter.process = state->filter.organisation = 0;
  state->filter.role = -1;
  state->filter.findings = FALSE;
}
