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
  gboolean task_ends = task->scenario == 0 && samsyn_facts_ends (adoption->facts, adoption->scenario, task->id);
  const SamsynOrganisation *organisation = &SAMSYN_ORGANISATIONS (adoption->facts)[assignment->organisation];

  return comes (adoption, assignment->scenario, &assignment->valid) && is_there (adoption, task->scenario, &task->valid)
         && !task_ends && is_there (adoption, organisation->scenario, &organisation->valid);
}

/* The kinds that a scenario can hold besides assignments, and what says from when and until when they are; NULL: nothing. */
typedef struct
{
  const char *kind;
  const char *from;
  const char *to;
} Proposed;

static const Proposed proposed[] = {
  { "task", "valid_from", "valid_to" },
  { "organisation", "valid_from", "valid_to" },
  { "membership", "from", "to" },
  { "budget_line", NULL, NULL },
};

static const Proposed assigned = { "assignment", "valid_from", "valid_to" };

static SamsynPeriod
period_of (const SamsynRecord *record,
           const Proposed     *kind)
{
  if (kind->from == NULL)
    return (SamsynPeriod) { 0, SAMSYN_DAY_OPEN };
  return (SamsynPeriod) { samsyn_day (samsyn_record_text (record, kind->from), 0),
                          samsyn_day (samsyn_record_text (record, kind->to), SAMSYN_DAY_OPEN) };
}

static void
put_period (SamsynRecord   *record,
            const Proposed *kind,
            int             from,
            int             to)
{
  g_autofree char *first = samsyn_day_date (from), *last = samsyn_day_date (to);

  if (kind->from == NULL)
    return;
  samsyn_record_put_text (record, kind->from, first);
  samsyn_record_put_text (record, kind->to, last);
}

/* The record of a scenario comes into force on the day, or later if it says so; not at all if it was over before. */
static gboolean
bring_into_force (Adoption       *adoption,
                  const Proposed *kind,
                  gint64          id,
                  GError        **error)
{
  g_autoptr (SamsynRecord) before = samsyn_record_fetch (adoption->store, id, error);
  SamsynRecord *after;
  SamsynPeriod valid;

  if (before == NULL)
    return FALSE;
  valid = period_of (before, kind);
  if (valid.to < adoption->day)
    return TRUE;
  after = samsyn_record_copy (before);
  samsyn_record_put_integer (after, "scenario", 0);
  put_period (after, kind, MAX (valid.from, adoption->day), valid.to);
  samsyn_changes_add (adoption->changes, g_steal_pointer (&before), after);
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

/* The times, from the day on, at which the scenario fills the cell; and all time before the day, if it is the scenario that
 * brings the organisation: nothing of it was in force till then. */
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

      put_period (after, &assigned, period->from, period->to);
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
      done = bring_into_force (adoption, &assigned, cell[i].id, error);
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
  return TRUE;
}

/* ---- The rest of a scenario ------------------------------------------------------------------------------------------------ */

static gboolean
adopt_proposed (Adoption *adoption,
                GError  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (proposed); i++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (proposed[i].kind));
      g_autoptr (GArray) ids = NULL;

      samsyn_query_where_integer (query, "scenario", SAMSYN_QUERY_EQUAL, adoption->scenario);
      ids = samsyn_store_ids (adoption->store, query, 0, 0, error);
      if (ids == NULL)
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        if (!bring_into_force (adoption, &proposed[i], g_array_index (ids, gint64, j), error))
          return FALSE;
    }
  return TRUE;
}

static const Proposed *
find_proposed (const SamsynRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (proposed); i++)
    if (g_str_equal (proposed[i].kind, record->kind->id))
      return &proposed[i];
  return NULL;
}

/* Somebody must say what is meant: it could as well be deleted, or end later. */
static gboolean
refuse_end (const Adoption *adoption,
            gint64          id,
            int             from,
            GError        **error)
{
  g_autofree char *title = samsyn_store_title (adoption->store, id, NULL), *date = samsyn_day_date (from);

  g_set_error (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_DATE,
               _ ("“%s” is to end with the scenario but does not begin until %s. Nothing was changed; choose a later date, or "
                  "take "
                  "the ending out of the scenario."),
               title, date);
  return FALSE;
}

/* What is in force ends the day before; what is over by then, and what is only proposed, is left as it is. */
static gboolean
end_record (Adoption           *adoption,
            const SamsynEnding *ending,
            GError            **error)
{
  g_autoptr (SamsynRecord) before = samsyn_record_fetch (adoption->store, ending->record, error);
  const Proposed *kind = before != NULL ? find_proposed (before) : NULL;
  SamsynRecord *after;
  SamsynPeriod valid;

  if (kind == NULL || kind->from == NULL || samsyn_record_integer (before, "scenario", 0) != 0)
    return before != NULL;
  valid = period_of (before, kind);
  if (valid.from >= adoption->day)
    return refuse_end (adoption, ending->record, valid.from, error);
  if (valid.to < adoption->day)
    return TRUE;
  after = samsyn_record_copy (before);
  put_period (after, kind, valid.from, adoption->day - 1);
  samsyn_changes_add (adoption->changes, g_steal_pointer (&before), after);
  g_array_append_val (adoption->deleted, ending->id);
  return TRUE;
}

static gboolean
end_records (Adoption *adoption,
             GError  **error)
{
  for (guint i = 0; i < adoption->facts->endings->len; i++)
    if (SAMSYN_ENDINGS (adoption->facts)[i].scenario == adoption->scenario
        && !end_record (adoption, &SAMSYN_ENDINGS (adoption->facts)[i], error))
      return FALSE;
  return TRUE;
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
    g_set_error_literal (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_DATE,
                         _ ("The scenario does not say when it is to take effect. Nothing was changed; choose a date."));
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

  if (facts == NULL || !adopt_proposed (&adoption, error) || !adopt_cells (&adoption, error) || !end_records (&adoption, error)
      || !samsyn_changes_delete (changes, store, deleted, error) || !set_status (changes, store, scenario, "adopted", on, error))
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
