/* cells.h: the cells of a list of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "columns.h"

G_BEGIN_DECLS

/* A view's column for a column of a kind; `number` is its place among the columns of the query, `title` that of the records'
 * title, which names their rows to screen readers.  The view's sorter only remembers which column was chosen. */
GtkColumnViewColumn *samsyn_cells_new_column (const SamsynColumn *column,
                                              guint               number,
                                              guint               title);

/* Which of the columns made by samsyn_cells_new_column() the view is sorted by, NULL for none, and in which direction. */
const SamsynColumn *samsyn_cells_sorted_by (GtkColumnView *view,
                                            gboolean      *descending);

G_END_DECLS
