/* map-grid-marks.c: where in the map the findings show
 *
 * A finding about a task marks its row, one about an organisation alone its column; and the cells of the assignments that it
 * speaks of, or of the organisations that it names beside the task.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-grid-marks.h"

/* The index of a record among the records of an array that begin with their id; -1 if it is none of them. */
static int
index_in (const SamsynFacts *facts,
          const GArray      *array,
          gint64             id)
{
  int at = samsyn_facts_index (facts, id);

  if (at < 0 || (guint) at >= array->len
      || *(const gint64 *) (gpointer) (array->data + (gsize) at * g_array_get_element_size ((GArray *) array)) != id)
    return -1;
  return at;
}

guint8 *
samsyn_map_marks_tasks (const SamsynFacts    *facts,
                        const SamsynFindings *findings)
{
  guint8 *marked = g_new0 (guint8, facts->tasks->len + 1);

  for (guint i = 0; findings != NULL && i < samsyn_findings_count (findings); i++)
    {
      const SamsynFinding *finding = samsyn_findings_get (findings, i);
      guint n;
      const gint64 *records = samsyn_finding_records (findings, finding, &n);

      if (finding->state == SAMSYN_FINDING_ACCEPTED)
        continue;
      /* What the findings know by index may be older than these facts; ids stay. */
      for (guint j = 0; j < n; j++)
        {
          int task = index_in (facts, facts->tasks, records[j]);
          int assignment = index_in (facts, facts->assignments, records[j]);

          if (task >= 0)
            marked[task] = TRUE;
          else if (assignment >= 0)
            marked[SAMSYN_ASSIGNMENTS (facts)[assignment].task] = TRUE;
        }
    }
  return marked;
}

static void
mark (SamsynMapMark *target,
      SamsynSeverity severity)
{
  target->n++;
  target->worst = MAX (target->worst, (guint8) (severity + 1));
}

static void
mark_cell (SamsynMapGrid *grid,
           int            task,
           guint          organisation,
           SamsynSeverity severity)
{
  int row = task >= 0 ? grid->row_of[task] : -1, column = grid->column_of[organisation];

  guint at = (guint) row * grid->columns->len + (guint) column;

  if (row < 0 || column < 0)
    return;
  mark (&grid->cells[at].mark, severity);
  g_array_append_val (grid->marked, at);
}

/* The organisations and assignments that a finding speaks of; the task it is about, -1 if it is about none. */
static int
mark_cells (SamsynMapGrid        *grid,
            const SamsynFindings *findings,
            const SamsynFinding  *finding)
{
  const SamsynFacts *facts = grid->map->facts;
  guint n;
  const gint64 *records = samsyn_finding_records (findings, finding, &n);
  int task = -1, last_task = -1;
  guint last_organisation = 0;

  for (guint i = 0; i < n && task < 0; i++)
    task = index_in (facts, facts->tasks, records[i]);
  for (guint i = 0; i < n; i++)
    {
      int assignment = index_in (facts, facts->assignments, records[i]);
      int organisation = task >= 0 ? index_in (facts, facts->organisations, records[i]) : -1;
      int about = assignment >= 0 ? (int) SAMSYN_ASSIGNMENTS (facts)[assignment].task : task;
      guint whose = assignment >= 0 ? SAMSYN_ASSIGNMENTS (facts)[assignment].organisation : (guint) organisation;

      /* A finding counts once a cell, though it may name both the assignment and its organisation, one after the other. */
      if ((assignment < 0 && organisation < 0) || (about == last_task && whose == last_organisation))
        continue;
      mark_cell (grid, about, whose, finding->rule->severity);
      last_task = about;
      last_organisation = whose;
    }
  return task;
}

static void
mark_headers (SamsynMapGrid        *grid,
              const SamsynFindings *findings,
              const SamsynFinding  *finding,
              int                   task)
{
  const SamsynFacts *facts = grid->map->facts;
  guint n;
  const gint64 *records = samsyn_finding_records (findings, finding, &n);
  int first_assignment = n > 0 ? index_in (facts, facts->assignments, records[0]) : -1;
  int organisation = n > 0 && task < 0 ? index_in (facts, facts->organisations, records[0]) : -1;

  if (task < 0 && first_assignment >= 0)
    task = (int) SAMSYN_ASSIGNMENTS (facts)[first_assignment].task;
  if (task >= 0 && grid->row_of[task] >= 0)
    mark (&g_array_index (grid->rows, SamsynMapRow, grid->row_of[task]).mark, finding->rule->severity);
  else if (organisation >= 0 && grid->column_of[organisation] >= 0)
    mark (&g_array_index (grid->columns, SamsynMapColumn, grid->column_of[organisation]).mark, finding->rule->severity);
}

static void
clear_marks (SamsynMapGrid *grid)
{
  const SamsynMapMark none = { 0 };

  for (guint i = 0; i < grid->marked->len; i++)
    grid->cells[g_array_index (grid->marked, guint, i)].mark = none;
  for (guint i = 0; i < grid->rows->len; i++)
    g_array_index (grid->rows, SamsynMapRow, i).mark = none;
  for (guint i = 0; i < grid->columns->len; i++)
    g_array_index (grid->columns, SamsynMapColumn, i).mark = none;
  g_array_set_size (grid->marked, 0);
}

void
samsyn_map_grid_mark (SamsynMapGrid        *grid,
                      const SamsynFindings *findings)
{
  clear_marks (grid);
  for (guint i = 0; findings != NULL && i < samsyn_findings_count (findings); i++)
    {
      const SamsynFinding *finding = samsyn_findings_get (findings, i);

      if (finding->state != SAMSYN_FINDING_ACCEPTED)
        mark_headers (grid, findings, finding, mark_cells (grid, findings, finding));
    }
}
