/* map-view.h: the responsibility map on the screen
 *
 * Tasks down, organisations across; both headings stay in view while the letters scroll.  Only what is on the screen is drawn,
 * and nothing is a widget but the cell that has the focus, for screen readers.  The view shows a grid (map-grid.h) and tells what
 * the user wants; it changes nothing itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "map-grid.h"

G_BEGIN_DECLS

/* Signals
 *   "typed" (int role, gboolean beside)    a letter for the selected cells, alone or beside the other of A and R (role -1:
 *   whichever of
 *                                          the two is not there)
 *   "cleared"                              the selected cells are to be empty
 *   "pasted" (const char *text)            letters from the clipboard, for the cells from the selection's first on
 *   "opened"                               what the cursor is on is to be shown
 *   "folded" (gint64 record)               a process or organisation is to be folded, or unfolded
 *   "created" (int row, const char *name)  a name was typed in that row for new ones
 *   "moved" (int from, int to)             a row is to go to the place of another (samsyn_map_grid_can_move())
 *   "cursor"                               the cursor is elsewhere */
#define SAMSYN_TYPE_MAP_VIEW (samsyn_map_view_get_type ())
G_DECLARE_FINAL_TYPE (SamsynMapView, samsyn_map_view, SAMSYN, MAP_VIEW, GtkWidget)

/* Shows a grid, which it takes; the cursor stays on its record. */
void           samsyn_map_view_set_grid (SamsynMapView *view,
                                         SamsynMapGrid *grid);
SamsynMapGrid *samsyn_map_view_get_grid (SamsynMapView *view); /* owned by the view; NULL before the first */

/* The marks of its grid have changed. */
void samsyn_map_view_marked (SamsynMapView *view);

/* The letters as HUKI; whether nothing can be written. */
void samsyn_map_view_set_huki      (SamsynMapView *view,
                                    gboolean       huki);
void samsyn_map_view_set_read_only (SamsynMapView *view,
                                    gboolean       read_only);

/* Rows and columns, first and last; the headings are -1. */
typedef struct
{
  int first_row;
  int last_row;
  int first_column;
  int last_column;
} SamsynMapArea;

/* The cursor, and what is selected with it. */
void          samsyn_map_view_get_cursor    (SamsynMapView *view,
                                             int           *row,
                                             int           *column);
void          samsyn_map_view_set_cursor    (SamsynMapView *view,
                                             int            row,
                                             int            column,
                                             gboolean       extend);
SamsynMapArea samsyn_map_view_get_selection (SamsynMapView *view);

/* Begins typing the name of a new task of the process the cursor is in. */
void samsyn_map_view_begin_task (SamsynMapView *view);

G_END_DECLS
