/* map-copy.h: a part of the map as a table for other programs, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "map-view.h"

G_BEGIN_DECLS

/* The letters of an area, with the names of tasks and organisations where it is more than one cell: as text with tabs, and as
 * HTML with fills; a spreadsheet takes either as a table.  To be freed by the caller. */
char *samsyn_map_copy_text (const SamsynMapGrid *grid,
                            SamsynMapArea        area,
                            gboolean             huki);
char *samsyn_map_copy_html (const SamsynMapGrid *grid,
                            SamsynMapArea        area,
                            gboolean             huki);

/* Both, for the clipboard. */
GdkContentProvider *samsyn_map_copy (const SamsynMapGrid *grid,
                                     SamsynMapArea        area,
                                     gboolean             huki);

/* Reads a table of letters: an array of rows (GArray of int, as samsyn_letters_read() gives them).  Names in its first row or
 * column, as they are copied, are passed over.  NULL where it holds anything else, named in the error. */
GPtrArray *samsyn_map_paste_read (const char *text,
                                  gboolean    huki,
                                  GError    **error);

G_END_DECLS
