/* map-grid-look.c: looking things up in the grid of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-grid.h"
#include "map-letter.h"
#include "model/words.h"

static const SamsynProcess *
process_of (const SamsynMapGrid *grid,
            const SamsynMapRow  *row)
{
  return row->process >= 0 ? &((const SamsynProcess *) (gpointer) grid->map->facts->processes->data)[row->process] : NULL;
}

gint64
samsyn_map_grid_row_id (const SamsynMapGrid *grid,
                        int                  at)
{
  const SamsynMapRow *row = samsyn_map_grid_row (grid, at);
  const SamsynProcess *process = process_of (grid, row);

  switch (row->type)
    {
    case SAMSYN_MAP_TASK:
      return samsyn_map_grid_task (grid, at)->id;
    case SAMSYN_MAP_PROCESS:
      return process != NULL ? process->id : 0;
    default:
      return 0;
    }
}

const char *
samsyn_map_grid_row_name (const SamsynMapGrid *grid,
                          int                  at)
{
  const SamsynMapRow *row = samsyn_map_grid_row (grid, at);
  const SamsynProcess *process = process_of (grid, row);

  switch (row->type)
    {
    case SAMSYN_MAP_TASK:
      return samsyn_map_grid_task (grid, at)->name;
    case SAMSYN_MAP_PROCESS:
      return process != NULL ? process->name : C_ ("map", "Tasks without a process");
    case SAMSYN_MAP_NEW_TASK:
      return C_ ("map", "New task…");
    default:
      return C_ ("map", "New process…");
    }
}

int
samsyn_map_grid_find_row (const SamsynMapGrid *grid,
                          gint64               id)
{
  for (guint i = 0; id != 0 && i < grid->rows->len; i++)
    if (samsyn_map_grid_row_id (grid, (int) i) == id)
      return (int) i;
  return -1;
}

int
samsyn_map_grid_find_column (const SamsynMapGrid *grid,
                             gint64               id)
{
  for (guint i = 0; i < grid->columns->len; i++)
    if (samsyn_map_grid_organisation (grid, (int) i)->id == id)
      return (int) i;
  return -1;
}

/* The strongest first; more of one letter in the order of the entries. */
static gint64
nth_assignment (const SamsynMap *map,
                guint            first,
                guint            n,
                guint            nth)
{
  guint letters = 0;

  for (guint i = first; i < first + n; i++)
    letters |= 1u << SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].role;
  while (letters != 0)
    {
      SamsynRole role = samsyn_letters_strongest (letters);

      for (guint i = first; i < first + n; i++)
        if (SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].role == role && nth-- == 0)
          return SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].id;
      letters &= ~(1u << role);
    }
  return 0;
}

gint64
samsyn_map_grid_assignment (const SamsynMapGrid *grid,
                            int                  row,
                            int                  column,
                            gint64               shown)
{
  guint n, first = samsyn_map_cell (grid->map, (guint) samsyn_map_grid_row (grid, row)->task,
                                    samsyn_map_grid_column (grid, column)->organisation, &n);

  for (guint i = 0; i + 1 < n; i++)
    if (nth_assignment (grid->map, first, n, i) == shown)
      return nth_assignment (grid->map, first, n, i + 1);
  return n > 0 ? nth_assignment (grid->map, first, n, 0) : 0;
}

gboolean
samsyn_map_grid_can_move (const SamsynMapGrid *grid,
                          int                  from,
                          int                  to)
{
  const SamsynMapRow *row = samsyn_map_grid_row (grid, from), *other = samsyn_map_grid_row (grid, to);
  const SamsynProcess *process = process_of (grid, row), *beside = process_of (grid, other);

  if (from == to)
    return FALSE;
  if (row->type == SAMSYN_MAP_TASK)
    return other->type != SAMSYN_MAP_NEW_PROCESS;
  return row->type == SAMSYN_MAP_PROCESS && other->type == SAMSYN_MAP_PROCESS && process != NULL && beside != NULL
         && process->parent == beside->parent;
}
