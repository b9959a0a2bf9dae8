/* list-table.h: rows of records below the headings of their columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desktop/question/question.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_LIST_TABLE (samsyn_list_table_get_type ())
G_DECLARE_FINAL_TYPE (SamsynListTable, samsyn_list_table, SAMSYN, LIST_TABLE, GtkWidget)

/* The headings, a view without rows, and the rows, a view without columns; both belong to the table. */
GtkColumnView *samsyn_list_table_get_headings (SamsynListTable *self);
GtkListView   *samsyn_list_table_get_rows     (SamsynListTable *self);

/* Names the parts for screen readers; `plural` says what the rows are. */
void samsyn_list_table_name (SamsynListTable *self,
                             const char      *plural);

/* Has the rows show the question's columns; the question must outlive them.  The model of the rows is one of SamsynRecordRow. */
void samsyn_list_table_set_question (SamsynListTable      *self,
                                     const SamsynQuestion *question);
const SamsynQuestion *samsyn_list_table_get_question (SamsynListTable *self);

/* To be called when the width of a column, or which columns are visible, has changed in the question. */
void samsyn_list_table_columns_changed (SamsynListTable *self);

/* Where a visible column of the question stands, in pixels from the left edge of a row; FALSE if it has no place (yet). */
gboolean samsyn_list_table_get_place (SamsynListTable *self,
                                      guint            column,
                                      int             *x,
                                      int             *width);

G_END_DECLS
