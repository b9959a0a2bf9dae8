/* list-row.h: one row of a list of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desktop/question/question.h"
#include "desktop/session/record-list.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_LIST_ROW (samsyn_list_row_get_type ())
G_DECLARE_FINAL_TYPE (SamsynListRow, samsyn_list_row, SAMSYN, LIST_ROW, GtkWidget)

/* What shows the question's columns of a record, or the heading of a group, in a SamsynListTable.  The question must outlive
 * it. */
GtkWidget *samsyn_list_row_new (const SamsynQuestion *question);

/* Shows that row, as it is and will be, or (NULL) nothing; a reference is taken. */
void samsyn_list_row_set_row (SamsynListRow   *self,
                              SamsynRecordRow *row);

/* What it shows in one of the question's columns; NULL as long as nobody has looked at it. */
const char *samsyn_list_row_get_text (SamsynListRow *self,
                                      guint          column);

G_END_DECLS
