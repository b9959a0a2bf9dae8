/* map.c: the responsibility map on a date, in a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map.h"


/* Whether a task or organisation is there: it is seen, holds on the day, and the scenario does not end what is in force. */
static gboolean
is_there (const SamsynMap    *map,
          gint64              record,
          gint64              scenario,
          const SamsynPeriod *valid)
{
  return samsyn_map_sees (map, scenario) && samsyn_period_holds (valid, map->day)
         && (scenario != 0 || !samsyn_facts_ends (map->facts, map->scenario, record));
}

static void
view_rows_and_columns (SamsynMap *map)
{
  const SamsynTask *tasks = SAMSYN_TASKS (map->facts);
  const SamsynOrganisation *organisations = SAMSYN_ORGANISATIONS (map->facts);

  for (guint i = 0; i < map->facts->tasks->len; i++)
    {
      map->has_task[i] = is_there (map, tasks[i].id, tasks[i].scenario, &tasks[i].valid);
      map->n_tasks += map->has_task[i];
    }
  for (guint i = 0; i < map->facts->organisations->len; i++)
    map->has_organisation[i] = is_there (map, organisations[i].id, organisations[i].scenario, &organisations[i].valid);
}

/* Whether any of the assignments is the scenario's and holds. */
static gboolean
is_replaced (const SamsynMap        *map,
             const SamsynAssignment *cell,
             guint                   n)
{
  for (guint i = 0; i < n && map->scenario != 0; i++)
    if (cell[i].scenario == map->scenario && samsyn_period_holds (&cell[i].valid, map->day))
      return TRUE;
  return FALSE;
}

/* All assignments of a task and an organisation lie together; those that hold become entries. */
static void
view_cell (SamsynMap *map,
           guint      first,
           guint      n)
{
  const SamsynAssignment *cell = SAMSYN_ASSIGNMENTS (map->facts) + first;
  gint64 scenario = is_replaced (map, cell, n) ? map->scenario : 0;

  for (guint i = 0; i < n; i++)
    if (cell[i].scenario == scenario && cell[i].role != SAMSYN_ROLE_NONE && samsyn_period_holds (&cell[i].valid, map->day))
      map->entries[map->n_entries++] = first + i;
}

static void
view_entries (SamsynMap *map)
{
  const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (map->facts);
  const SamsynOrganisation *organisations = SAMSYN_ORGANISATIONS (map->facts);
  guint n_all = map->facts->assignments->len, next = 0;

  for (guint task = 0; task < map->facts->tasks->len; task++)
    {
      map->rows[task] = map->n_entries;
      while (next < n_all && all[next].task == task)
        {
          guint first = next, organisation = all[next].organisation;

          while (next < n_all && all[next].task == task && all[next].organisation == organisation)
            next++;
          if (map->has_task[task] && samsyn_map_sees (map, organisations[organisation].scenario))
            view_cell (map, first, next - first);
        }
    }
  map->rows[map->facts->tasks->len] = map->n_entries;
}

/* The same by organisation: counted, then dealt out in the order of the rows. */
static void
view_columns (SamsynMap *map)
{
  const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (map->facts);
  guint n = map->facts->organisations->len;
  g_autofree guint *next = NULL;

  for (guint i = 0; i < map->n_entries; i++)
    map->columns[all[map->entries[i]].organisation + 1]++;
  for (guint i = 0; i < n; i++)
    map->columns[i + 1] += map->columns[i];
  next = g_memdup2 (map->columns, (n + 1) * sizeof *next);
  for (guint i = 0; i < map->n_entries; i++)
    map->column_entries[next[all[map->entries[i]].organisation]++] = map->entries[i];
}

SamsynMap *
samsyn_map_new (SamsynFacts *facts,
                int          day,
                gint64       scenario)
{
  SamsynMap *map = g_new0 (SamsynMap, 1);

  map->facts = samsyn_facts_ref (facts);
  map->day = day;
  map->scenario = scenario;
  map->has_task = g_new0 (guint8, facts->tasks->len);
  map->has_organisation = g_new0 (guint8, facts->organisations->len);
  map->entries = g_new (guint, facts->assignments->len);
  map->column_entries = g_new (guint, facts->assignments->len);
  map->rows = g_new0 (guint, facts->tasks->len + 1);
  map->columns = g_new0 (guint, facts->organisations->len + 1);
  view_rows_and_columns (map);
  view_entries (map);
  view_columns (map);
  return map;
}

void
samsyn_map_free (SamsynMap *map)
{
  if (map == NULL)
    return;
  g_free (map->has_task);
  g_free (map->has_organisation);
  g_free (map->entries);
  g_free (map->column_entries);
  g_free (map->rows);
  g_free (map->columns);
  samsyn_facts_unref (map->facts);
  g_free (map);
}

SamsynMap *
samsyn_map_load (SamsynStore *store,
                 const char  *date,
                 gint64       scenario,
                 GError     **error)
{
  g_autoptr (SamsynFacts) facts = samsyn_facts_load (store, error);
  g_autofree char *today = date == NULL ? samsyn_clock_today (samsyn_store_clock (store)) : NULL;

  return facts != NULL ? samsyn_map_new (facts, samsyn_day (date != NULL ? date : today, 0), scenario) : NULL;
}

guint
samsyn_map_cell (const SamsynMap *map,
                 guint            task,
                 guint            organisation,
                 guint           *n)
{
  const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (map->facts);
  guint low = map->rows[task], high = map->rows[task + 1], end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (all[map->entries[middle]].organisation < organisation)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < map->rows[task + 1] && all[map->entries[end]].organisation == organisation; end++)
    ;
  *n = end - low;
  return low;
}

guint
samsyn_map_letters (const SamsynMap *map,
                    guint            task,
                    guint            organisation)
{
  guint n, first = samsyn_map_cell (map, task, organisation, &n), letters = 0;

  for (guint i = first; i < first + n; i++)
    letters |= 1u << SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].role;
  return letters;
}

/* ---- When something changes ------------------------------------------------------------------------------------------------ */

static void
add_period (GArray             *days,
            const SamsynPeriod *period)
{
  int after = period->to + 1;

  if (period->from > 0)
    g_array_append_val (days, period->from);
  if (period->to != SAMSYN_DAY_OPEN)
    g_array_append_val (days, after);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  int left = *(const int *) a, right = *(const int *) b;

  return (left > right) - (left < right);
}

GArray *
samsyn_facts_days (const SamsynFacts *facts,
                   gint64             scenario)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  const SamsynMap sight = { .scenario = scenario };
  guint kept = 0;

  for (guint i = 0; i < facts->tasks->len; i++)
    if (samsyn_map_sees (&sight, SAMSYN_TASKS (facts)[i].scenario))
      add_period (days, &SAMSYN_TASKS (facts)[i].valid);
  for (guint i = 0; i < facts->organisations->len; i++)
    if (samsyn_map_sees (&sight, SAMSYN_ORGANISATIONS (facts)[i].scenario))
      add_period (days, &SAMSYN_ORGANISATIONS (facts)[i].valid);
  for (guint i = 0; i < facts->assignments->len; i++)
    if (samsyn_map_sees (&sight, SAMSYN_ASSIGNMENTS (facts)[i].scenario))
      add_period (days, &SAMSYN_ASSIGNMENTS (facts)[i].valid);
  for (guint i = 0; i < facts->documents->len; i++)
    add_period (days, &SAMSYN_DOCUMENTS (facts)[i].valid);
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (i == 0 || g_array_index (days, int, i) != g_array_index (days, int, kept - 1))
      g_array_index (days, int, kept++) = g_array_index (days, int, i);
  return g_array_set_size (days, kept);
}
