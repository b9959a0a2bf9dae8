/* map-grid.c: the map as rows and columns on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-grid.h"

#include <string.h>

#include "map-grid-marks.h"
#include "map-letter.h"
#include "model/fold.h"
#include "model/words.h"

typedef struct
{
  SamsynMapGrid         *grid;
  const SamsynMapFilter *filter;
  const SamsynFindings  *findings;
  guint8                *has_finding; /* by task */
  guint8                *in_process;  /* by process: it passes the filter */
  guint8                *hidden;      /* by process: folded away by one above it */
  guint8                *wanted;      /* by organisation: it belongs to the one that is filtered by */
} Making;

static gboolean
is_folded (const Making *making,
           gint64        id)
{
  return making->filter->folded != NULL && g_hash_table_contains (making->filter->folded, &id);
}

/* ---- Columns --------------------------------------------------------------------------------------------------------------- */

/* By organisation: whether it is to be seen, itself or for the sake of a unit. */
static guint8 *
find_seen (const Making *making)
{
  const SamsynMap *map = making->grid->map;
  const SamsynOrganisation *organisations = SAMSYN_ORGANISATIONS (map->facts);
  guint n = map->facts->organisations->len;
  guint8 *seen = g_new0 (guint8, n);

  for (guint i = n; i-- > 0;)
    {
      gboolean has_letters = map->columns[i + 1] > map->columns[i];

      seen[i] |= has_letters || (making->filter->everybody && map->has_organisation[i]);
      if (seen[i] && organisations[i].parent >= 0 && samsyn_map_sees (map, organisations[organisations[i].parent].scenario))
        seen[organisations[i].parent] = TRUE;
    }
  return seen;
}

/* The nearest organisation above that is a column; -1 if there is none. */
static int
column_above (const SamsynMapGrid *grid,
              guint                organisation)
{
  const SamsynOrganisation *organisations = SAMSYN_ORGANISATIONS (grid->map->facts);
  int above = organisations[organisation].parent;

  return above >= 0 ? grid->column_of[above] : -1;
}

static void
add_column (const Making *making,
            guint         organisation)
{
  SamsynMapGrid *grid = making->grid;
  gint64 id = SAMSYN_ORGANISATIONS (grid->map->facts)[organisation].id;
  int above = column_above (grid, organisation);
  SamsynMapColumn column = { .organisation = organisation, .folded = is_folded (making, id) };

  column.ended = !grid->map->has_organisation[organisation];
  column.depth = above >= 0 ? samsyn_map_grid_column (grid, above)->depth + 1 : 0;
  grid->column_of[organisation] = (int) grid->columns->len;
  g_array_append_val (grid->columns, column);
}

/* Organisations lie in the order of the tree, so what is below one follows it. */
static void
count_units (SamsynMapGrid *grid)
{
  for (guint i = 0; i < grid->columns->len; i++)
    {
      SamsynMapColumn *column = &g_array_index (grid->columns, SamsynMapColumn, i);

      for (guint j = i + 1; j < grid->columns->len && samsyn_map_grid_column (grid, (int) j)->depth > column->depth; j++)
        column->n_shown++;
      column->n_units += column->n_shown;
    }
}

static void
make_columns (const Making *making)
{
  SamsynMapGrid *grid = making->grid;
  g_autofree guint8 *seen = find_seen (making);

  for (guint i = 0; i < grid->map->facts->organisations->len; i++)
    {
      int above = seen[i] ? column_above (grid, i) : -1;

      if (!seen[i])
        continue;
      if (above >= 0 && samsyn_map_grid_column (grid, above)->folded)
        {
          grid->column_of[i] = above;
          g_array_index (grid->columns, SamsynMapColumn, above).n_units++;
        }
      else
        add_column (making, i);
    }
  count_units (grid);
  for (guint i = 0; i < grid->columns->len; i++)
    if (samsyn_map_grid_column (grid, (int) i)->n_units == 0)
      g_array_index (grid->columns, SamsynMapColumn, i).folded = FALSE;
}

/* ---- Which tasks are shown ------------------------------------------------------------------------------------------------- */

static void
find_wanted (Making *making)
{
  const SamsynFacts *facts = making->grid->map->facts;
  const SamsynOrganisation *organisations = SAMSYN_ORGANISATIONS (facts);

  making->wanted = g_new0 (guint8, facts->organisations->len);
  for (guint i = 0; i < facts->organisations->len; i++)
    making->wanted[i] = making->filter->organisation == 0 || organisations[i].id == making->filter->organisation
                        || (organisations[i].parent >= 0 && making->wanted[organisations[i].parent]);
}

static void
find_processes (Making *making)
{
  const SamsynFacts *facts = making->grid->map->facts;
  const SamsynProcess *processes = (const SamsynProcess *) (gpointer) facts->processes->data;

  making->in_process = g_new0 (guint8, facts->processes->len);
  making->hidden = g_new0 (guint8, facts->processes->len);
  for (guint i = 0; i < facts->processes->len; i++)
    {
      int parent = processes[i].parent;

      making->in_process[i] = making->filter->process == 0 || processes[i].id == making->filter->process
                              || (parent >= 0 && making->in_process[parent]);
      making->hidden[i] = parent >= 0 && (making->hidden[parent] || is_folded (making, processes[parent].id));
    }
}

static gboolean
has_part (const Making *making,
          guint         task)
{
  const SamsynMap *map = making->grid->map;

  if (making->filter->organisation == 0 && making->filter->role < 0)
    return TRUE;
  for (guint i = map->rows[task]; i < map->rows[task + 1]; i++)
    {
      const SamsynAssignment *entry = &SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]];

      if (making->wanted[entry->organisation] && (making->filter->role < 0 || entry->role == (SamsynRole) making->filter->role))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_text (const Making *making,
          const char   *name)
{
  g_autofree char *match = samsyn_fold_match (name);

  return strstr (match, making->filter->text) != NULL;
}

static gboolean
passes (const Making *making,
        guint         task)
{
  const SamsynMap *map = making->grid->map;
  const SamsynTask *about = &SAMSYN_TASKS (map->facts)[task];
  const SamsynMapFilter *filter = making->filter;

  return map->has_task[task] && (about->process >= 0 ? making->in_process[about->process] : filter->process == 0)
         && (!filter->findings || making->has_finding[task])
         && (filter->tasks == NULL || g_hash_table_contains (filter->tasks, &about->id)) && has_part (making, task)
         && (filter->text == NULL || *filter->text == '\0' || has_text (making, about->name));
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

/* Tasks lie by process: the first place of each process's; -1 (none) lies last. */
static guint
first_task (const SamsynFacts *facts,
            guint              process)
{
  guint low = 0, high = facts->tasks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((guint) SAMSYN_TASKS (facts)[middle].process < process)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_row (const Making    *making,
         SamsynMapRowType type,
         int              process,
         int              task,
         guint            depth)
{
  SamsynMapRow row = { .type = type, .process = process, .task = task, .depth = depth };

  g_array_append_val (making->grid->rows, row);
}

/* Whether a process has anything to show: tasks that pass, here or below; where nothing is filtered, always. */
static void
count_tasks (const Making *making,
             guint        *counts)
{
  const SamsynFacts *facts = making->grid->map->facts;
  const SamsynProcess *processes = (const SamsynProcess *) (gpointer) facts->processes->data;

  for (guint i = 0; i < facts->tasks->len; i++)
    if (passes (making, i))
      {
        int process = SAMSYN_TASKS (facts)[i].process;

        counts[process >= 0 ? (guint) process : facts->processes->len]++;
        making->grid->n_tasks++;
      }
  for (guint i = facts->processes->len; i-- > 0;)
    if (processes[i].parent >= 0)
      counts[processes[i].parent] += counts[i];
}

static void
add_tasks (const Making *making,
           int           process,
           guint         depth)
{
  SamsynMapGrid *grid = making->grid;
  const SamsynFacts *facts = grid->map->facts;

  for (guint i = first_task (facts, (guint) process); i < facts->tasks->len && SAMSYN_TASKS (facts)[i].process == process; i++)
    if (passes (making, i))
      {
        grid->row_of[i] = (int) grid->rows->len;
        add_row (making, SAMSYN_MAP_TASK, process, (int) i, depth);
      }
  if (!grid->filtered)
    add_row (making, SAMSYN_MAP_NEW_TASK, process, -1, depth);
}

static void
add_process (const Making *making,
             int           process,
             guint         n_tasks)
{
  const SamsynFacts *facts = making->grid->map->facts;
  const SamsynProcess *processes = (const SamsynProcess *) (gpointer) facts->processes->data;
  guint depth = process >= 0 ? processes[process].depth : 0;
  gboolean folded = process >= 0 && is_folded (making, processes[process].id);
  guint at = making->grid->rows->len;

  add_row (making, SAMSYN_MAP_PROCESS, process, -1, depth);
  g_array_index (making->grid->rows, SamsynMapRow, at).n_tasks = n_tasks;
  g_array_index (making->grid->rows, SamsynMapRow, at).folded = folded;
  if (!folded)
    add_tasks (making, process, depth + 1);
}

static void
make_rows (Making *making)
{
  const SamsynFacts *facts = making->grid->map->facts;
  g_autofree guint *counts = g_new0 (guint, facts->processes->len + 1);

  count_tasks (making, counts);
  for (guint i = 0; i < facts->processes->len; i++)
    if (!making->hidden[i] && (counts[i] > 0 || !making->grid->filtered))
      add_process (making, (int) i, counts[i]);
  if (counts[facts->processes->len] > 0)
    add_process (making, -1, counts[facts->processes->len]);
  if (!making->grid->filtered)
    add_row (making, SAMSYN_MAP_NEW_PROCESS, -1, -1, 0);
}

/* ---- Cells ----------------------------------------------------------------------------------------------------------------- */

static void
fill_row (SamsynMapGrid   *grid,
          const SamsynMap *in_force,
          int              row,
          guint            task)
{
  const SamsynMap *map = grid->map;
  guint next = map->rows[task];

  while (next < map->rows[task + 1])
    {
      guint organisation = SAMSYN_ASSIGNMENTS (map->facts)[map->entries[next]].organisation, letters = 0;
      int column = grid->column_of[organisation];
      SamsynMapCell *cell;

      for (; next < map->rows[task + 1] && SAMSYN_ASSIGNMENTS (map->facts)[map->entries[next]].organisation == organisation;
           next++)
        letters |= 1u << SAMSYN_ASSIGNMENTS (map->facts)[map->entries[next]].role;
      if (column < 0)
        continue;
      cell = &grid->cells[(gsize) row * grid->columns->len + (gsize) column];
      cell->letters |= (guint8) letters;
      cell->n++;
      cell->own |= samsyn_map_grid_column (grid, column)->organisation == organisation;
      if (in_force != NULL && samsyn_map_letters (in_force, task, organisation) != letters)
        cell->differs = TRUE;
    }
}

/* What is in force and no more in the map. */
static void
find_removed (SamsynMapGrid   *grid,
              const SamsynMap *in_force,
              int              row,
              guint            task)
{
  for (guint i = in_force->rows[task]; i < in_force->rows[task + 1]; i++)
    {
      guint organisation = SAMSYN_ASSIGNMENTS (in_force->facts)[in_force->entries[i]].organisation;
      int column = grid->column_of[organisation];

      if (column >= 0 && samsyn_map_letters (grid->map, task, organisation) == 0)
        grid->cells[(gsize) row * grid->columns->len + (gsize) column].differs = TRUE;
    }
}

static void
fill_cells (SamsynMapGrid   *grid,
            const SamsynMap *in_force)
{
  grid->cells = g_new0 (SamsynMapCell, (gsize) grid->rows->len * grid->columns->len + 1);
  for (guint i = 0; i < grid->map->facts->tasks->len; i++)
    if (grid->row_of[i] >= 0)
      {
        fill_row (grid, in_force, grid->row_of[i], i);
        if (in_force != NULL)
          find_removed (grid, in_force, grid->row_of[i], i);
      }
}

/* ---- The grid -------------------------------------------------------------------------------------------------------------- */

static void
clear_places (SamsynMapGrid *grid)
{
  const SamsynFacts *facts = grid->map->facts;

  grid->column_of = g_new (int, facts->organisations->len + 1);
  grid->row_of = g_new (int, facts->tasks->len + 1);
  memset (grid->column_of, -1, (facts->organisations->len + 1) * sizeof (int));
  memset (grid->row_of, -1, (facts->tasks->len + 1) * sizeof (int));
}

SamsynMapGrid *
samsyn_map_grid_new (SamsynMap             *map,
                     const SamsynMap       *in_force,
                     const SamsynFindings  *findings,
                     const SamsynMapFilter *filter)
{
  SamsynMapGrid *grid = g_new0 (SamsynMapGrid, 1);
  Making making = { .grid = grid, .filter = filter, .findings = findings };

  grid->map = map;
  grid->rows = g_array_new (FALSE, TRUE, sizeof (SamsynMapRow));
  grid->columns = g_array_new (FALSE, TRUE, sizeof (SamsynMapColumn));
  grid->filtered = filter->process != 0 || filter->organisation != 0 || filter->tasks != NULL || filter->role >= 0
                   || filter->findings || (filter->text != NULL && *filter->text != '\0');
  clear_places (grid);
  making.has_finding = samsyn_map_marks_tasks (map->facts, findings);
  find_wanted (&making);
  find_processes (&making);
  make_columns (&making);
  make_rows (&making);
  fill_cells (grid, in_force);
  grid->marked = g_array_new (FALSE, FALSE, sizeof (guint));
  samsyn_map_grid_mark (grid, findings);
  g_free (making.has_finding);
  g_free (making.in_process);
  g_free (making.hidden);
  g_free (making.wanted);
  return grid;
}

void
samsyn_map_grid_free (SamsynMapGrid *grid)
{
  if (grid == NULL)
    return;
  samsyn_map_free (grid->map);
  g_array_unref (grid->rows);
  g_array_unref (grid->columns);
  g_array_unref (grid->marked);
  g_free (grid->cells);
  g_free (grid->column_of);
  g_free (grid->row_of);
  g_free (grid);
}
