/* list-columns.h: the columns of a list, by their headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "list-table.h"

G_BEGIN_DECLS

/* Called when the user made a column wider or narrower, which its `pixels` tells by now. */
typedef void (*SamsynWidthFunc) (gpointer data);

/* Gives the table a heading for each of the question's columns, which must outlive it, sorted as the question says. */
void samsyn_list_columns_add (SamsynListTable *table,
                              SamsynQuestion  *question,
                              SamsynWidthFunc  on_width,
                              gpointer         data);

/* Shows and marks the headings as the question says by now. */
void samsyn_list_columns_update (SamsynListTable      *table,
                                 const SamsynQuestion *question);

/* By which column the headings say that the list is sorted, NULL for none, and in which direction. */
const SamsynColumn *samsyn_list_columns_sorted_by (SamsynListTable *table,
                                                   gboolean        *descending);

G_END_DECLS
