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

gint64
samsyn_map_grid_assignment (const SamsynMapGrid *grid,
                            int                  row,
                            int                  column)
{
  const SamsynMap *map = grid->map;
  guint n, first = samsyn_map_cell (map, (guint) samsyn_map_grid_row (grid, row)->task,
                                    samsyn_map_grid_column (grid, column)->organisation, &n), letters = 0;

  for (guint i = first; i < first + n; i++)
    letters |= 1u << SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].role;
  for (guint i = first; i < first + n; i++)
    if (SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].role == samsyn_letters_strongest (letters))
      return SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].id;
  return 0;
}
