/* map-edit.h: what is done in the map, as changes
 *
 * Each function plans: it returns changes (SamsynChange) for one step, an empty array where there is nothing to do, or NULL with
 * an error.  Nothing is written here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "map-view.h"
#include "plans/map/cell.h"

G_BEGIN_DECLS

typedef struct
{
  SamsynStore         *store;
  const SamsynMapGrid *grid;
  gboolean             from_date; /* from the map's date on, instead of a correction */
} SamsynMapEdit;

/* The letter for every cell of the area; `beside` what is there.  Role -1 with `beside`: whichever of A and R is missing. */
GPtrArray *samsyn_map_edit_type (const SamsynMapEdit *edit,
                                 SamsynMapArea        area,
                                 int                  role,
                                 gboolean             beside,
                                 GError             **error);

/* No letter in any cell of the area. */
GPtrArray *samsyn_map_edit_clear (const SamsynMapEdit *edit,
                                  SamsynMapArea        area,
                                  GError             **error);

/* Letters as samsyn_map_paste_read() gives them, from the area's first cell on; a single one fills the area.  A cell of two
 * letters takes two goes within one step: the first letter in the first, the other beside it with `second`. */
GPtrArray *samsyn_map_edit_paste (const SamsynMapEdit *edit,
                                  SamsynMapArea        area,
                                  const GPtrArray     *rows,
                                  gboolean             second,
                                  GError             **error);

/* A task, or a process, with that name, where the row for new ones is. */
GPtrArray *samsyn_map_edit_create (const SamsynMapEdit *edit,
                                   int                  row,
                                   const char          *name,
                                   GError             **error);

/* A row to the place of another: a task among those of its process or of another, a process among those of the same one. */
GPtrArray *samsyn_map_edit_move (const SamsynMapEdit *edit,
                                 int                  from,
                                 int                  to,
                                 GError             **error);

G_END_DECLS
