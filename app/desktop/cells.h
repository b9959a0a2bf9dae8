/* cells.h: the cells of a list of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "question.h"

G_BEGIN_DECLS

/* A view's column for one of the question's columns; the question must outlive it.  The view's sorter only remembers which column
 * was chosen. */
GtkColumnViewColumn *samsyn_cells_new_column (const SamsynQuestion *question,
                                              const SamsynColumn   *column);

/* The width of a column that the user has not changed, in pixels. */
int samsyn_cells_width (const SamsynColumn *column);

/* Which of the columns made by samsyn_cells_new_column() the view is sorted by, NULL for none, and in which direction. */
const SamsynColumn *samsyn_cells_sorted_by (GtkColumnView *view,
                                            gboolean      *descending);

G_END_DECLS
