/* adopt.c: a scenario comes into force
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cell.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/words.h"
#include "scenario.h"

typedef struct
{
  SamsynStore *store;
  SamsynFacts *facts;
  gint64       scenario;
  int          day;
  GPtrArray   *changes;
  GArray      *deleted; /* gint64 */
} Adoption;

/* Whether what the scenario holds from and to comes into force: not if it was over before. */
static gboolean
comes (const Adoption     *adoption,
       gint64              scenario,
       const SamsynPeriod *valid)
{
  return scenario == adoption->scenario && valid->to >= adoption->day;
}

static gboolean
is_there (const Adoption     *adoption,
          gint64              scenario,
          const SamsynPeriod *valid)
{
  return scenario == 0 || comes (adoption, scenario, valid);
}

static gboolean
is_adopted (const Adoption         *adoption,
            const SamsynAssignment *assignment)
{
  const SamsynTask *task = &SAMSYN_TASKS (adoption->facts)[assignment->task];
  const SamsynOrganisation *organisation = &SAMSYN_ORGANISATIONS (adoption->facts)[assignment->organisation];

  return comes (adoption, assignment->scenario, &assignment->valid) && is_there (adoption, task->scenario, &task->valid)
         && is_there (adoption, organisation->scenario, &organisation->valid);
}

static void
put_period (SamsynRecord *record,
            int           from,
            int           to)
{
  g_autofree char *first = samsyn_day_date (from), *last = samsyn_day_date (to);

  samsyn_record_put_text (record, "valid_from", first);
  samsyn_record_put_text (record, "valid_to", last);
}

/* The record of a scenario comes into force on the day, or later if it says so. */
static gboolean
bring_into_force (Adoption           *adoption,
                  gint64              id,
                  const SamsynPeriod *valid,
                  GError            **error)
{
  SamsynRecord *before = samsyn_record_fetch (adoption->store, id, error), *after;

  if (before == NULL)
    return FALSE;
  after = samsyn_record_copy (before);
  samsyn_record_put_integer (after, "scenario", 0);
  if (valid != NULL)
    put_period (after, MAX (valid->from, adoption->day), valid->to);
  samsyn_changes_add (adoption->changes, before, after);
  return TRUE;
}

/* ---- Cells ----------------------------------------------------------------------------------------------------------------- */

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  int left = ((const SamsynPeriod *) a)->from, right = ((const SamsynPeriod *) b)->from;

  return (left > right) - (left < right);
}

/* The times, from the day on, at which the scenario fills the cell; and all time before the day, if it is the scenario that brings the
 * organisation: nothing of it was in force till then. */
static GArray *
replaced_times (const Adoption         *adoption,
                const SamsynAssignment *cell,
                guint                   n)
{
  const SamsynOrganisation *organisation = &SAMSYN_ORGANISATIONS (adoption->facts)[cell->organisation];
  const SamsynPeriod until = { 0, adoption->day - 1 };
  GArray *times = g_array_new (FALSE, FALSE, sizeof (SamsynPeriod));

  if (comes (adoption, organisation->scenario, &organisation->valid))
    g_array_append_val (times, until);
  for (guint i = 0; i < n; i++)
    if (is_adopted (adoption, &cell[i]))
      {
        SamsynPeriod time = { MAX (cell[i].valid.from, adoption->day), cell[i].valid.to };

        g_array_append_val (times, time);
      }
  g_array_sort (times, compare_periods);
  return times;
}

/* What is left of a period when the times are taken out of it. */
static GArray *
rest_of (SamsynPeriod  period,
         const GArray *times)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (SamsynPeriod));

  for (guint i = 0; i < times->len; i++)
    {
      const SamsynPeriod *time = &g_array_index (times, SamsynPeriod, i);
      SamsynPeriod before = { period.from, MIN (period.to, time->from - 1) };

      if (time->to < period.from)
        continue;
      if (before.from <= before.to)
        g_array_append_val (rest, before);
      if (time->to >= period.to)
        return rest;
      period.from = MAX (period.from, time->to + 1);
    }
  g_array_append_val (rest, period);
  return rest;
}

/* An assignment in force keeps what is left of its time; a second stretch is an assignment of its own. */
static gboolean
cut (Adoption               *adoption,
     const SamsynAssignment *assignment,
     const GArray           *times,
     GError                **error)
{
  g_autoptr (GArray) rest = rest_of (assignment->valid, times);
  g_autoptr (SamsynRecord) record = NULL;

  if (rest->len == 0)
    g_array_append_val (adoption->deleted, assignment->id);
  if (rest->len == 0)
    return TRUE;
  record = samsyn_record_fetch (adoption->store, assignment->id, error);
  for (guint i = 0; record != NULL && i < rest->len; i++)
    {
      const SamsynPeriod *period = &g_array_index (rest, SamsynPeriod, i);
      SamsynRecord *after = samsyn_record_copy (record);

      put_period (after, period->from, period->to);
      if (i > 0)
        after->id = samsyn_store_new_id (adoption->store);
      samsyn_changes_add (adoption->changes, i == 0 ? samsyn_record_copy (record) : NULL, after);
    }
  return record != NULL;
}

static gboolean
adopt_cell (Adoption               *adoption,
            const SamsynAssignment *cell,
            guint                   n,
            GError                **error)
{
  g_autoptr (GArray) times = replaced_times (adoption, cell, n);
  gboolean done = TRUE;

  for (guint i = 0; i < n && times->len > 0 && done; i++)
    if (cell[i].scenario == 0)
      done = cut (adoption, &cell[i], times, error);
    else if (is_adopted (adoption, &cell[i]) && cell[i].role == SAMSYN_ROLE_NONE)
      g_array_append_val (adoption->deleted, cell[i].id);
    else if (is_adopted (adoption, &cell[i]))
      done = bring_into_force (adoption, cell[i].id, &cell[i].valid, error);
  return done;
}

static gboolean
adopt_cells (Adoption *adoption,
             GError  **error)
{
  const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (adoption->facts);
  guint n = adoption->facts->assignments->len, end;

  for (guint i = 0; i < n; i = end)
    {
      for (end = i; end < n && all[end].task == all[i].task && all[end].organisation == all[i].organisation; end++)
        ;
      if (!adopt_cell (adoption, all + i, end - i, error))
        return FALSE;
    }
  return samsyn_changes_delete (adoption->changes, adoption->store, adoption->deleted, error);
}

/* ---- The rest of a scenario ------------------------------------------------------------------------------------------------ */

static gboolean
adopt_rows_and_columns (Adoption *adoption,
                        GError  **error)
{
  gboolean done = TRUE;

  for (guint i = 0; i < adoption->facts->tasks->len && done; i++)
    {
      const SamsynTask *task = &SAMSYN_TASKS (adoption->facts)[i];

      if (comes (adoption, task->scenario, &task->valid))
        done = bring_into_force (adoption, task->id, &task->valid, error);
    }
  for (guint i = 0; i < adoption->facts->organisations->len && done; i++)
    {
      const SamsynOrganisation *organisation = &SAMSYN_ORGANISATIONS (adoption->facts)[i];

      if (comes (adoption, organisation->scenario, &organisation->valid))
        done = bring_into_force (adoption, organisation->id, &organisation->valid, error);
    }
  return done;
}

static gboolean
adopt_budget (Adoption *adoption,
              GError  **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("budget_line"));
  g_autoptr (GArray) ids = NULL;

  samsyn_query_where_integer (query, "scenario", SAMSYN_QUERY_EQUAL, adoption->scenario);
  ids = samsyn_store_ids (adoption->store, query, 0, 0, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!bring_into_force (adoption, g_array_index (ids, gint64, i), NULL, error))
      return FALSE;
  return ids != NULL;
}

static gboolean
set_status (GPtrArray   *changes,
            SamsynStore *store,
            gint64       scenario,
            const char  *status,
            const char  *date,
            GError     **error)
{
  SamsynRecord *before = samsyn_record_fetch (store, scenario, error), *after;

  if (before == NULL)
    return FALSE;
  after = samsyn_record_copy (before);
  samsyn_record_put_text (after, "status", status);
  if (date != NULL)
    samsyn_record_put_text (after, "effective_on", date);
  samsyn_changes_add (changes, before, after);
  return TRUE;
}

/* The date given, or the scenario's own. */
static char *
date_of (SamsynStore *store,
         gint64       scenario,
         const char  *date,
         GError     **error)
{
  g_autoptr (SamsynRecord) record = samsyn_record_fetch (store, scenario, error);
  const char *chosen = record == NULL ? NULL : date != NULL ? date : samsyn_record_text (record, "effective_on");

  if (record != NULL && (chosen == NULL || !samsyn_date_is_valid (chosen)))
    g_set_error_literal (error, SAMSYN_FINDINGS_ERROR, SAMSYN_FINDINGS_ERROR_DATE,
                         _("The scenario does not say when it is to take effect. Nothing was changed; choose a date."));
  return chosen != NULL && samsyn_date_is_valid (chosen) ? g_strdup (chosen) : NULL;
}

GPtrArray *
samsyn_scenario_plan_adopt (SamsynStore *store,
                            gint64       scenario,
                            const char  *date,
                            GError     **error)
{
  g_autofree char *on = samsyn_scenario_check_open (store, scenario, error) ? date_of (store, scenario, date, error) : NULL;
  g_autoptr (SamsynFacts) facts = on != NULL ? samsyn_facts_load (store, error) : NULL;
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();
  Adoption adoption = { store, facts, scenario, samsyn_day (on, 0), changes, deleted };

  if (facts == NULL || !adopt_rows_and_columns (&adoption, error) || !adopt_cells (&adoption, error)
      || !adopt_budget (&adoption, error) || !set_status (changes, store, scenario, "adopted", on, error))
    return NULL;
  return g_steal_pointer (&changes);
}

GPtrArray *
samsyn_scenario_plan_reject (SamsynStore *store,
                             gint64       scenario,
                             GError     **error)
{
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();

  if (!samsyn_scenario_check_open (store, scenario, error) || !set_status (changes, store, scenario, "rejected", NULL, error))
    return NULL;
  return g_steal_pointer (&changes);
}
