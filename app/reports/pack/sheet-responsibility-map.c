/* sheet-responsibility-map.c: who does what, on the status date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"
#include "reports/map/map-parts.h"

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynMap) map = samsyn_map_load (pack->store, pack->date, 0, error);
  g_autoptr (SamsynMapExtent) extent = NULL;

  if (map == NULL)
    return FALSE;
  if (map->n_tasks == 0)
    return TRUE;
  extent = samsyn_map_extent_new (map, SAMSYN_MAP_ALL);
  pack->too_large = samsyn_map_extent_refuse (extent, SAMSYN_MAP_MOST_CELLS, pack->language);
  if (pack->too_large == NULL)
    samsyn_map_add_table (extent, samsyn_pack_open_sheet (pack, self), NULL, pack->language);
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_responsibility_map = {
  .part = { "responsibility-map", NC_ ("pack", "Responsibility map") },
  .title = NC_ ("pack", "Appendix: Responsibility map"),
  .purpose = NC_ ("pack", "Who has which part in each task on the status date: R does the work, A answers for it, S supports, "
                          "C is consulted, I is informed."),
  .add = add,
};
