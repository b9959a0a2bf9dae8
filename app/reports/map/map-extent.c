/* map-extent.c: how large the responsibility map is, before it becomes a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-parts.h"

#include "model/words.h"

gboolean
samsyn_map_extent_has (const SamsynMapExtent *extent,
                       guint                  task)
{
  return extent->map->has_task[task]
         && (extent->process == SAMSYN_MAP_ALL || SAMSYN_TASKS (extent->map->facts)[task].process == extent->process);
}

static void
count_task (SamsynMapExtent *extent,
            guint            task)
{
  const SamsynMap *map = extent->map;

  extent->n_rows++;
  for (guint i = map->rows[task]; i < map->rows[task + 1]; i++)
    {
      extent->n_letters++;
      extent->shown[SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].organisation] = 1;
    }
}

/* Units come after their parents: from the end, each parent has counted its own before it is asked. */
static void
show_parents (SamsynMapExtent *extent)
{
  const SamsynOrganisation *organisations = SAMSYN_ORGANISATIONS (extent->map->facts);
  guint n = extent->map->facts->organisations->len;
  g_autofree guint *units = g_new0 (guint, n + 1);

  for (guint i = n; i-- > 0;)
    {
      extent->shown[i] |= units[i] >= 2;
      extent->n_columns += extent->shown[i];
      if (extent->shown[i] && organisations[i].parent >= 0)
        units[organisations[i].parent]++;
    }
}

SamsynMapExtent *
samsyn_map_extent_new (const SamsynMap *map,
                       int              process)
{
  SamsynMapExtent *extent = g_new0 (SamsynMapExtent, 1);

  extent->map = map;
  extent->process = process;
  extent->shown = g_new0 (guint8, map->facts->organisations->len + 1);
  for (guint task = 0; task < map->facts->tasks->len; task++)
    if (samsyn_map_extent_has (extent, task))
      count_task (extent, task);
  show_parents (extent);
  return extent;
}

void
samsyn_map_extent_free (SamsynMapExtent *extent)
{
  if (extent == NULL)
    return;
  g_free (extent->shown);
  g_free (extent);
}

char *
samsyn_map_extent_refuse (const SamsynMapExtent *extent,
                          gsize                  most_cells,
                          const char            *language)
{
  if (extent->n_columns <= SAMSYN_MAP_MOST_COLUMNS
      && (gsize) extent->n_rows * extent->n_columns <= MIN (most_cells, SAMSYN_MAP_MOST_CELLS))
    return NULL;
  return g_strdup_printf (samsyn_words (language, "pack", "Left out: too large for a sheet, with %u tasks and %u organisations."),
                          extent->n_rows, extent->n_columns);
}
