/* scenario.c: what a scenario must mind: checkpoints, and other scenarios
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario.h"

#include "cell.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/words.h"

/* ---- Checkpoints ----------------------------------------------------------------------------------------------------------- */

/* In the order in which they are done; so many days before the scenario takes effect. */
static const struct
{
  const char *title;
  const char *description;
  int         days_before;
} checkpoints[] = {
  { NC_ ("checkpoint", "Assess the risks for work environment and health"),
    NC_ ("checkpoint",
         "The employer assesses, with the safety representatives, which risks the change brings (the Work Environment "
         "Authority's provisions on systematic work environment management)."),
    120 },
  { NC_ ("checkpoint", "Consult or negotiate with the unions"),
    NC_ ("checkpoint",
         "Before a decision on an important change of the organisation the employer negotiates with the unions (the "
         "Co-determination Act, section 11, or a local agreement on cooperation)."),
    90 },
  { NC_ ("checkpoint", "Have the right body decide"),
    NC_ ("checkpoint",
         "Which body decides follows from the Local Government Act and the rules of procedure: the council divides tasks "
         "among boards, a board organises its own administration."),
    60 },
  { NC_ ("checkpoint", "Change the rules of procedure"),
    NC_ ("checkpoint", "If tasks move between boards the council adopts their rules of procedure anew."), 45 },
  { NC_ ("checkpoint", "Change the delegation order"),
    NC_ ("checkpoint",
         "Who decides on a board's behalf follows its delegation order, which must name the new functions from the day "
         "of the change."),
    30 },
};

static GArray *
actions_of (SamsynStore *store,
            gint64       scenario,
            const char  *title,
            GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));

  samsyn_query_where_integer (query, "origin", SAMSYN_QUERY_EQUAL, scenario);
  samsyn_query_where_text (query, "title", SAMSYN_QUERY_EQUAL, title);
  return samsyn_store_ids (store, query, 0, 1, error);
}

static void
add_checkpoint (GPtrArray          *changes,
                SamsynStore        *store,
                const SamsynRecord *scenario,
                gint64              project,
                const char         *language,
                guint               i)
{
  SamsynRecord *action = samsyn_record_new (samsyn_kind_find ("action"), samsyn_store_new_id (store));
  const char *effective = samsyn_record_text (scenario, "effective_on");
  g_autofree char *due = effective != NULL ? samsyn_date_add_days (effective, -checkpoints[i].days_before) : NULL;

  samsyn_record_put_text (action, "title", samsyn_words (language, "checkpoint", checkpoints[i].title));
  samsyn_record_put_text (action, "description", samsyn_words (language, "checkpoint", checkpoints[i].description));
  samsyn_record_put_text (action, "status", "planned");
  samsyn_record_put_text (action, "due_on", due);
  samsyn_record_put_integer (action, "origin", scenario->id);
  samsyn_record_put_integer (action, "project", project);
  samsyn_changes_add (changes, NULL, action);
}

GPtrArray *
samsyn_scenario_plan_checkpoints (SamsynStore *store,
                                  gint64       scenario,
                                  gint64       project,
                                  const char  *language,
                                  GError     **error)
{
  g_autoptr (SamsynRecord) record = samsyn_record_fetch (store, scenario, error);
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (checkpoints); i++)
    {
      g_autoptr (GArray) there = actions_of (store, scenario, samsyn_words (language, "checkpoint", checkpoints[i].title), error);

      if (there == NULL)
        return NULL;
      if (there->len == 0)
        add_checkpoint (changes, store, record, project, language, i);
    }
  return record != NULL ? g_steal_pointer (&changes) : NULL;
}

/* ---- Other scenarios ------------------------------------------------------------------------------------------------------- */

/* Whether a scenario can still be adopted. */
static gboolean
is_open (SamsynStore *store,
         GHashTable  *known, /* gint64 * → 1 open, 2 closed */
         gint64       scenario)
{
  int state = GPOINTER_TO_INT (g_hash_table_lookup (known, &scenario));

  if (state == 0)
    {
      state = samsyn_scenario_check_open (store, scenario, NULL) ? 1 : 2;
      g_hash_table_insert (known, g_memdup2 (&scenario, sizeof scenario), GINT_TO_POINTER (state));
    }
  return state == 1;
}

/* Tells each other scenario of a cell once; those of one scenario lie together. */
static void
add_clashes (GArray            *clashes,
             SamsynStore       *store,
             GHashTable        *known,
             const SamsynFacts *facts,
             guint              first,
             guint              end,
             gint64             scenario)
{
  const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (facts);
  SamsynClash clash
      = { SAMSYN_TASKS (facts)[all[first].task].id, SAMSYN_ORGANISATIONS (facts)[all[first].organisation].id, 0, 0 };

  for (guint i = first; i < end; i++)
    {
      if (all[i].scenario == 0 || all[i].scenario == scenario || all[i].scenario == clash.other
          || !is_open (store, known, all[i].scenario))
        continue;
      clash.other = all[i].scenario;
      g_array_append_val (clashes, clash);
    }
}

static void
add_ended (GArray *clashes,
           gint64  record,
           gint64  other)
{
  const SamsynClash clash = { .other = other, .ended = record };

  for (guint i = 0; i < clashes->len; i++)
    if (g_array_index (clashes, SamsynClash, i).ended == record && g_array_index (clashes, SamsynClash, i).other == other)
      return;
  g_array_append_val (clashes, clash);
}

/* One scenario ends the record: the other has letters of it, or ends it too. */
static gboolean
touches (const SamsynFacts *facts,
         gint64             scenario,
         gint64             record)
{
  const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (facts);

  for (guint i = 0; i < facts->assignments->len; i++)
    if (all[i].scenario == scenario
        && (SAMSYN_TASKS (facts)[all[i].task].id == record || SAMSYN_ORGANISATIONS (facts)[all[i].organisation].id == record))
      return TRUE;
  return samsyn_facts_ends (facts, scenario, record);
}

static void
add_ended_by_others (GArray            *clashes,
                     SamsynStore       *store,
                     GHashTable        *known,
                     const SamsynFacts *facts,
                     const GArray      *scenarios,
                     gint64             scenario)
{
  const SamsynEnding *endings = SAMSYN_ENDINGS (facts);

  for (guint i = 0; i < facts->endings->len; i++)
    for (guint j = 0; j < scenarios->len; j++)
      {
        gint64 other = g_array_index (scenarios, gint64, j);
        gboolean is_own = endings[i].scenario == scenario, is_other = endings[i].scenario == other;

        if (other != scenario && is_open (store, known, other)
            && ((is_own && touches (facts, other, endings[i].record))
                || (is_other && touches (facts, scenario, endings[i].record))))
          add_ended (clashes, endings[i].record, other);
      }
}

GArray *
samsyn_scenario_clashes (SamsynStore *store,
                         gint64       scenario,
                         GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("scenario"));
  g_autoptr (GArray) scenarios = samsyn_store_ids (store, query, 0, 0, error);
  g_autoptr (SamsynFacts) facts = scenarios != NULL ? samsyn_facts_load (store, error) : NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *clashes = facts != NULL ? g_array_new (FALSE, FALSE, sizeof (SamsynClash)) : NULL;
  guint n = facts != NULL ? facts->assignments->len : 0, end;

  for (guint i = 0; i < n; i = end)
    {
      const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (facts);
      gboolean touched = FALSE;

      for (end = i; end < n && all[end].task == all[i].task && all[end].organisation == all[i].organisation; end++)
        touched = touched || all[end].scenario == scenario;
      if (touched)
        add_clashes (clashes, store, known, facts, i, end, scenario);
    }
  if (clashes != NULL)
    add_ended_by_others (clashes, store, known, facts, scenarios, scenario);
  return clashes;
}
